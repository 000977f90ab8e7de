import type { TextEdit } from '../model/finding';
import type { ActorName, Field, Report, Section } from '../model/report';

/**
 * An edit that adds names to a field for actors, in the form that its list has: behind commas, in brackets or as items.
 * Undefined where the list has a form of its own. The span is relative to the section.
 *
 * @param names as they are to be written
 */
export function addedNames(
  report: Report,
  section: Section,
  field: Field<readonly ActorName[]>,
  names: readonly string[],
): TextEdit | undefined {
  const { text } = report;
  const last = field.value?.at(-1);
  if (!last) {
    return undefined;
  }
  const [start, end] = [section.start + field.span.start, section.start + field.span.end];
  const value = text.slice(start, end);
  if (report.format === 'markdown') {
    const at = end - (/[\s.;,]*$/.exec(value)?.[0].length ?? 0);
    return value.includes('\n') ? undefined : insertion(at - section.start, `, ${names.join(', ')}`);
  }
  const nameStart = section.start + last.span.start;
  const nameEnd = section.start + last.span.end;
  const line = text.slice(text.lastIndexOf('\n', nameStart - 1) + 1, nameStart);
  const quote = /["']$/.exec(line)?.[0];
  const behind = quote !== undefined && text[nameEnd] === quote ? nameEnd + 1 : nameEnd;
  const dash = /^[ ]*-[ ]+(?=["']?$)/.exec(line)?.[0];
  if (dash !== undefined) {
    const newLine = text.includes('\r\n') ? '\r\n' : '\n';
    return insertion(behind - section.start, names.map((name) => `${newLine}${dash}${name}`).join(''));
  }
  const at = value.startsWith('[') ? behind : nameEnd;
  return value.includes('\n') ? undefined : insertion(at - section.start, `, ${names.join(', ')}`);
}

function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

import type { TextEdit } from '../model/finding';
import type { ActorName, Field, Report } from '../model/report';
import { insertion } from '../model/text-edits';
import { lineEndOf } from '../model/text-lines';

/**
 * An edit that adds names to a field for actors, in the form that its list has: behind commas, in brackets or as items.
 * Undefined where the list has a form of its own. The span is relative to the section, as those of the field are.
 *
 * @param sectionStart offset of the section in the file
 * @param names as they are to be written
 */
export function addedNames(
  report: Report,
  sectionStart: number,
  field: Field<readonly ActorName[]>,
  names: readonly string[],
): TextEdit | undefined {
  const { text } = report;
  const last = field.value?.at(-1);
  if (!last) {
    return undefined;
  }
  const [start, end] = [sectionStart + field.span.start, sectionStart + field.span.end];
  const value = text.slice(start, end);
  if (report.format === 'markdown') {
    const at = end - (/[\s.;,]*$/.exec(value)?.[0].length ?? 0);
    return value.includes('\n') ? undefined : insertion(at - sectionStart, `, ${names.join(', ')}`);
  }
  const nameStart = sectionStart + last.span.start;
  const nameEnd = sectionStart + last.span.end;
  const line = text.slice(text.lastIndexOf('\n', nameStart - 1) + 1, nameStart);
  const quote = /["']$/.exec(line)?.[0];
  const behind = quote !== undefined && text[nameEnd] === quote ? nameEnd + 1 : nameEnd;
  const dash = /^[ ]*-[ ]+(?=["']?$)/.exec(line)?.[0];
  if (dash !== undefined) {
    const newLine = lineEndOf(text);
    return insertion(behind - sectionStart, names.map((name) => `${newLine}${dash}${name}`).join(''));
  }
  const at = value.startsWith('[') ? behind : nameEnd;
  return value.includes('\n') ? undefined : insertion(at - sectionStart, `, ${names.join(', ')}`);
}

/**
 * An edit that takes one of several names out of a field for actors, with the comma or line that sets it off. Undefined
 * where it is the only one or is not in the field. The span is relative to the section.
 */
export function withoutName(
  { text }: Report,
  sectionStart: number,
  field: Field<readonly ActorName[]> | undefined,
  name: ActorName,
): TextEdit | undefined {
  const names = field?.value ?? [];
  // Of a name that is written twice only the first is known.
  const words = field ? text.slice(sectionStart + field.span.start, sectionStart + field.span.end) : '';
  const index = names.indexOf(name);
  const quoteBefore = (at: number) => (/["']/.test(text[sectionStart + at - 1] ?? '') ? 1 : 0);
  const quoteBehind = (at: number) => (/["']/.test(text[sectionStart + at] ?? '') ? 1 : 0);
  const [before, next] = [names[index - 1], names[index + 1]];
  if (
    index < 0 ||
    words.split(name.text).length !== 2 ||
    (before && before.span.end > name.span.start) ||
    (next && next.span.start < name.span.end)
  ) {
    return undefined;
  }
  const inList = next
    ? { start: name.span.start - quoteBefore(name.span.start), end: next.span.start - quoteBefore(next.span.start) }
    : before && {
        start: before.span.end + quoteBehind(before.span.end),
        end: name.span.end + quoteBehind(name.span.end),
      };
  // In a half-typed list more than a separator may stand between two names.
  const removed = inList ? text.slice(sectionStart + inList.start, sectionStart + inList.end) : '';
  return /[[\]{}:#]/.test(removed.replace(name.text, '')) ? undefined : inList && { span: inList, newText: '' };
}

import type { TextEdit } from '../model/finding';
import type { Field, Report } from '../model/report';
import { fieldLabelled } from '../parse/fields';
import { yamlScalar } from '../write/yaml-scalar';

/** What a fix writes where only the author knows the value; `placeholder-left` finds it. */
export const PLACEHOLDER = '[to be completed]';

/**
 * An edit that adds a field on a line of its own below another one, in the form of that line: as a list item, a line of
 * a paragraph, or a YAML key. Undefined where the other field does not stand alone on its line (a table, a flow
 * mapping, a sentence). The span is relative to the section.
 *
 * @param sectionStart offset of the section in the file
 * @param names What the field is called in the two formats.
 */
export function fieldBelow(
  report: Report,
  sectionStart: number,
  field: Field<unknown>,
  names: { readonly label: string; readonly key: string },
  value: string,
): TextEdit | undefined {
  const { text } = report;
  const [keyStart, keyEnd] = [sectionStart + field.key.start, sectionStart + field.key.end];
  const [valueStart, valueEnd] = [sectionStart + field.span.start, sectionStart + field.span.end];
  const lineStart = text.lastIndexOf('\n', keyStart - 1) + 1;
  const lineEnd = endOfLine(text, valueEnd);
  const [before, between] = [text.slice(lineStart, keyStart), text.slice(keyEnd, valueStart)];
  const after = text.slice(valueEnd, lineEnd);
  const newLine = text.startsWith('\r\n', lineEnd) ? '\r\n' : '\n';
  const at = { start: lineEnd - sectionStart, end: lineEnd - sectionStart };
  if (report.format === 'yaml') {
    const fits = /^[ ]*(?:-[ ]+)*$/.test(before) && /^\s*:[ ]*["']?$/.test(between) && /^["']?\s*(?:#.*)?$/.test(after);
    const indent = before.replace(/-/g, ' ');
    return fits ? { span: at, newText: `${newLine}${indent}${names.key}: ${yamlScalar(value)}` } : undefined;
  }
  const fits =
    fieldLabelled(text.slice(keyStart, keyEnd)) !== undefined &&
    /^\s*(?:[-*+]\s+)?[*_]*$/.test(before) &&
    /^[*_]*:[*_]*[^\S\n]*$/.test(between) &&
    /^[*_\s\\]*$/.test(after);
  if (!fits) {
    return undefined;
  }
  const alone = !/[-+]|\*\s/.test(before) && /^\s*(?:\n|$)/.test(text.slice(lineEnd + newLine.length));
  const gap = alone ? newLine + newLine : newLine;
  return { span: at, newText: `${gap}${before}${names.label}${between}${value}${after}` };
}

function endOfLine(text: string, from: number): number {
  const found = /\r?\n/g;
  found.lastIndex = from;
  return found.exec(text)?.index ?? text.length;
}

import type { TextEdit } from '../model/finding';
import type { HeaderKey, Report } from '../model/report';
import { lineEndOf, startOfLine } from '../model/text-lines';
import { byteOrderMark } from '../parse/front-matter';
import { HEADER_KEYS } from '../parse/header';

/**
 * Edits that write lines into a report's header: in the place of a key that has no value yet, else before the first
 * key that usually stands behind them and the comments on it; where there is no header, one is opened. Offsets into the
 * file. None where the keys do not stand on lines of their own.
 *
 * @param values What to write, as YAML source, in the order of {@link HEADER_KEYS}; none of these keys has a value yet.
 */
export function headerEdits(report: Report, values: readonly (readonly [string, string])[]): readonly TextEdit[] {
  const [first] = report.header.keys;
  if (first && !beginsLine(report.text, first)) {
    return [];
  }
  const missing = values.filter(([name]) => !keyOf(report, name));
  const inPlace = values.flatMap(([name, value]) => {
    const key = keyOf(report, name);
    return key ? [withValue(report, key, value)] : [];
  });
  return [...inPlace, ...(missing.length > 0 ? [insertLines(report, missing)] : [])];
}

/** Whether nothing but white space stands before a key in its line: in `{title: …}` or half-typed lines something does. */
export function beginsLine(text: string, { span: { start } }: HeaderKey): boolean {
  return text.slice(startOfLine(text, start), start).trim() === '';
}

function keyOf({ header }: Report, name: string): HeaderKey | undefined {
  return header.keys.find((key) => key.name === name);
}

/** The key with its value instead of nothing; a comment behind it stays. */
function withValue({ text }: Report, { name, span: { start } }: HeaderKey, value: string): TextEdit {
  const line = /^[^\r\n]*?(?=\s+#|[\r\n]|$)/.exec(text.slice(start))?.[0] ?? '';
  return { span: { start, end: start + line.length }, newText: `${name}: ${value}` };
}

function insertLines(report: Report, values: readonly (readonly [string, string])[]): TextEdit {
  const { format, header, text } = report;
  const newLine = lineEndOf(text);
  const indent = /[ \t]*$/.exec(text.slice(0, header.keys[0]?.span.start ?? 0))?.[0] ?? '';
  const lines = values.map(([name, value]) => `${indent}${name}: ${value}${newLine}`).join('');
  if (!header.span && format === 'markdown') {
    const start = byteOrderMark(text);
    return { span: { start, end: start }, newText: `---${newLine}${lines}---${newLine}${newLine}` };
  }
  const rank = HEADER_KEYS.indexOf(values[0]?.[0] ?? '');
  const next = header.keys.find(
    (key) => (key.name === 'entries' || HEADER_KEYS.indexOf(key.name) > rank) && beginsLine(text, key),
  );
  const at = next ? lineOf(text, next) : (header.span?.end ?? 0);
  const startsLine = at === 0 || text[at - 1] === '\n' || text[at - 1] === '\ufeff';
  return { span: { start: at, end: at }, newText: startsLine ? lines : `${newLine}${lines}` };
}

/** The start of a key's line, or of the comments and blank lines above it that set it off from the key before. */
function lineOf(text: string, key: HeaderKey): number {
  const above = text.slice(0, key.span.start);
  const comments = /(?:^|\n)((?:[ \t]*(?:#[^\n]*)?\r?\n)*[ \t]*)$/.exec(above);
  return above.length - (comments?.[1]?.length ?? 0);
}

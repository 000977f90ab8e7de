import type { TextEdit } from '../model/finding';
import type { HeaderKey, Report } from '../model/report';
import { byteOrderMark } from '../parse/front-matter';
import { HEADER_KEYS } from '../parse/header';

/** A key of the header by its name, with or without a value. */
export function headerKey(report: Report, name: string): HeaderKey | undefined {
  return report.header.keys.find((key) => key.name === name);
}

/** The keys that were meant by those of the header that do not exist: `report-field-unknown` asks about these. */
export function misspeltKeys(report: Report): ReadonlySet<string> {
  const unknown = report.problems.filter((problem) => problem.code === 'report-field-unknown');
  const inHeader = unknown.filter(({ span }) => report.header.keys.some((key) => key.span.start === span.start));
  return new Set(inHeader.flatMap(({ replacement }) => replacement ?? []));
}

/**
 * Edits that write lines into a report's header: in the place of a key that has no value yet, else before the first
 * key that usually stands behind them; where there is no header, one is opened. Offsets into the file.
 *
 * @param values What to write, as YAML source, in the order of {@link HEADER_KEYS}; none of these keys has a value yet.
 */
export function headerEdits(report: Report, values: readonly (readonly [string, string])[]): readonly TextEdit[] {
  const empty = values.filter(([name]) => headerKey(report, name));
  const missing = values.filter(([name]) => !headerKey(report, name));
  return [
    ...empty.map(([name, value]) => replaceLine(report, name, value)),
    ...(missing.length > 0 ? [insertLines(report, missing)] : []),
  ];
}

function replaceLine(report: Report, name: string, value: string): TextEdit {
  const start = headerKey(report, name)?.span.start ?? 0;
  const line = /^[^\r\n]*/.exec(report.text.slice(start))?.[0] ?? '';
  return { span: { start, end: start + line.length }, newText: `${name}: ${value}` };
}

function insertLines(report: Report, values: readonly (readonly [string, string])[]): TextEdit {
  const { format, header, text } = report;
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = values.map(([name, value]) => `${name}: ${value}${newLine}`).join('');
  if (!header.span && format === 'markdown') {
    const start = byteOrderMark(text);
    return { span: { start, end: start }, newText: `---${newLine}${lines}---${newLine}${newLine}` };
  }
  const rank = HEADER_KEYS.indexOf(values[0]?.[0] ?? '');
  const next = header.keys.find(({ name }) => name === 'entries' || HEADER_KEYS.indexOf(name) > rank);
  const at = next?.span.start ?? header.span?.end ?? 0;
  const startsLine = at === 0 || text[at - 1] === '\n';
  return { span: { start: at, end: at }, newText: startsLine ? lines : `${newLine}${lines}` };
}

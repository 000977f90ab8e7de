import type { TextEdit } from '../model/finding';
import type { EntryFields, Report, Section, TableRow } from '../model/report';
import type { Roadmap } from '../model/roadmap';
import { isReadable } from '../model/section';
import { insertion } from '../model/text-edits';
import { lineAround, lineEndOf } from '../model/text-lines';
import { foldTitle } from '../parse/action-titles';
import { canonicalTitle } from './convert/draft';
import { startOfSection } from './insert-section';
import { mergeYamlItems } from './merge-yaml';
import { blockOf } from './move-section';
import { reportTableAt } from './table';

/** The fields of which an entry has one value. */
export const SINGLE_FIELDS = ['status', 'due', 'revised', 'reason', 'completed'] as const;

/**
 * Edits that put what a later section says on the same actions at the end of an earlier one, and take the later one away.
 * What both say in the same words is said once; no other word is lost. Undefined where the two give a field different
 * values (which one counts only the author knows), have titles of their own, or cannot be put together line by line.
 * Offsets (UTF-16) into the file.
 *
 * @param first @param second indexes of the sections
 */
export function mergeSections(
  report: Report,
  roadmaps: readonly Roadmap[],
  first: number,
  second: number,
): readonly TextEdit[] | undefined {
  const [one, other] = [report.sections[first], report.sections[second]];
  const isAlone = blockOf(report, second).end === second + 1 && other?.directives.length === 0;
  if (!one || !other || !isAlone || !isReadable(report) || !goTogether(one.fields, other.fields)) {
    return undefined;
  }
  const start = startOfSection(report, second);
  if (start !== lineAround(report.text, other.start).start) {
    return undefined;
  }
  const merged =
    report.format === 'yaml'
      ? mergeYamlItems(report, one, other, canonicalTitle(other.actions, roadmaps))
      : mergeMarkdown(report, one, other, canonicalTitle(other.actions, roadmaps));
  return (
    merged &&
    [merged, withoutStretch(report, start, second)].filter(({ span, newText }) => {
      return newText !== '' || span.end > span.start;
    })
  );
}

/**
 * Edits that put two rows of one table on the same actions into the first of them, as {@link mergeSections} does with
 * sections. Offsets (UTF-16) into the file.
 */
export function mergeRows(
  report: Report,
  section: Section,
  first: TableRow,
  second: TableRow,
): readonly TextEdit[] | undefined {
  const table = reportTableAt(report, section.start + first.span.start);
  const [one, other] = [first, second].map((row) => table?.lines.find((line) => line.row === row));
  if (!table || !one || !other || !isReadable(report)) {
    return undefined;
  }
  const cells = Array.from({ length: Math.max(one.cells.length, other.cells.length) }, (_, column) => {
    const [a, b] = [(one.cells[column] ?? '').trim(), (other.cells[column] ?? '').trim()];
    const field = table.fields[column]?.property;
    const span = one.spans[column];
    const isAction = first.actions.some(
      (action) => span && span.start <= action.span.start && action.span.end <= span.end,
    );
    const isSingle = isAction || SINGLE_FIELDS.some((name) => name === field);
    const both = field === 'actors' ? `${a}, ${b}` : field || !/[.!?]$/.test(a) ? `${a}; ${b}` : `${a} ${b}`;
    return isBlank(b) || a === b ? a : isBlank(a) ? b : isSingle ? undefined : both;
  });
  if (cells.includes(undefined) || !cells.some((cell) => cell !== undefined)) {
    return undefined;
  }
  const { text } = report;
  const line = lineAround(text, section.start + first.span.start);
  const gone = lineAround(text, section.start + second.span.start);
  return line.end < gone.start
    ? [
        { span: line, newText: `| ${cells.join(' | ')} |` },
        { span: { start: gone.start - (text[gone.start - 2] === '\r' ? 2 : 1), end: gone.end }, newText: '' },
      ]
    : undefined;
}

/** Whether no field has two values, and neither of the two says of the other's deadline or status more than it does. */
function goTogether(one: EntryFields, other: EntryFields): boolean {
  const isBare = SINGLE_FIELDS.every((name) => one[name] === undefined);
  return isBare || SINGLE_FIELDS.every((name) => other[name] === undefined || other[name]?.text === one[name]?.text);
}

function mergeMarkdown(report: Report, one: Section, other: Section, title: string): TextEdit | undefined {
  const { text } = report;
  const [heading, above] = [other.heading, one.heading];
  if (heading?.kind !== 'heading' || above?.kind !== 'heading' || heading.level !== above.level) {
    return undefined;
  }
  const line = lineAround(text, other.start + heading.span.end);
  const known = wordsOf(`${above.text} ${title}`);
  const isKnown = wordsOf(text.slice(other.start, line.end)).every((word) => known.includes(word));
  const isMarked = /^ {0,3}#/.test(text.slice(other.start, line.end));
  const gone = sameFields(report, one, other);
  if (!isKnown || !isMarked || !gone) {
    return undefined;
  }
  const body = withoutLines(text, line.end, other.end, gone).trim();
  const at = one.start + text.slice(one.start, one.end).trimEnd().length;
  const last = text.slice(one.start, at);
  const isSaid = body === '' || last.split(/\r?\n\s*\r?\n/).includes(body);
  // A list would go on with the one above it.
  const isList = /^ *(?:[-*+]|\d+[.)])\s/.test(body) && /(?:^|\n) *(?:[-*+]|\d+[.)])\s[^\n]*(?:\n[^\n]+)*$/.test(last);
  const newLine = lineEndOf(text);
  return isSaid ? insertion(at, '') : isList ? undefined : insertion(at, newLine + newLine + body);
}

function wordsOf(text: string): readonly string[] {
  return foldTitle(text.replace(/[#:.,()]/g, ' ')).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The starts of the lines of fields that both sections have in the same words; undefined where one does not fill its line. */
function sameFields({ text }: Report, one: Section, other: Section): readonly number[] | undefined {
  const starts = [...SINGLE_FIELDS, 'actors' as const, 'evidence' as const].map((name) => {
    const [a, b] = [one.fields[name], other.fields[name]];
    if (!a || !b || a.text !== b.text) {
      return undefined;
    }
    const line = lineAround(text, other.start + b.key.start);
    const before = text.slice(line.start, other.start + b.key.start);
    const behind = text.slice(Math.min(line.end, other.start + b.span.end), line.end);
    const fills =
      other.start + b.span.end <= line.end && /^ *(?:[-*+] +)?[*_]*$/.test(before) && /^[*_\s\\]*$/.test(behind);
    return fills ? line.start : -1;
  });
  return starts.includes(-1) ? undefined : starts.filter((start) => start !== undefined);
}

function withoutLines(text: string, from: number, to: number, starts: readonly number[]): string {
  let [result, at] = ['', from];
  for (const start of [...starts].sort((a, b) => a - b)) {
    result += text.slice(at, start);
    at = lineAround(text, start).end + lineEndOf(text).length;
  }
  return result + text.slice(at, Math.max(at, to));
}

/** Takes a section away, with the blank lines that set it off. */
function withoutStretch(report: Report, start: number, index: number): TextEdit {
  const { text, sections } = report;
  const isLast = index === sections.length - 1;
  const end = isLast ? (sections[index]?.end ?? text.length) : startOfSection(report, index + 1);
  if (!isLast) {
    return { span: { start, end }, newText: '' };
  }
  const from = text.slice(0, start).trimEnd().length;
  return { span: { start: from, end }, newText: /\n$/.test(text.slice(0, end)) ? lineEndOf(text) : '' };
}

function isBlank(cell: string): boolean {
  return /^\s*(?:[–—-]+)?\s*$/.test(cell);
}

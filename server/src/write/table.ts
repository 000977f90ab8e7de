import type { Report, Section, TableRow } from '../model/report';
import { sectionAt } from '../model/section-at';
import type { Span } from '../model/span';
import { type FieldName, fieldLabelled } from '../parse/fields';
import { readBlocks, type TableBlock } from '../parse/markdown-blocks';
import { parseMarkdownTree, unifyLineEnds } from '../parse/markdown-grammar';

/** A table that reports on actions, as a drafter sees it. */
export interface ReportTable {
  readonly section: Section;
  /** In the file. */
  readonly span: Span;
  /** Words of the header, cell by cell. */
  readonly header: readonly string[];
  /** The row of hyphens and colons. */
  readonly alignment: readonly string[];
  readonly lines: readonly ReportTableLine[];
  /** The fields of the columns. */
  readonly fields: readonly (FieldName | undefined)[];
}

export interface ReportTableLine {
  readonly cells: readonly string[];
  /** Where each cell with words stands, relative to the section. */
  readonly spans: readonly (Span | undefined)[];
  /** What it says about actions, if anything. */
  readonly row: TableRow | undefined;
}

/** Whether an offset is in a table that reports on actions; costs next to nothing where it is not. */
export function isInReportTable(report: Report, offset: number): boolean {
  return tableOffset(report, offset) !== undefined;
}

/** The table that reports on actions around an offset into the file. */
export function reportTableAt(report: Report, offset: number): ReportTable | undefined {
  const found = tableOffset(report, offset);
  if (!found) {
    return undefined;
  }
  const { section, table } = found;
  const text = report.text.slice(section.start, section.end);
  const source = unifyLineEnds(text);
  const block = readBlocks(parseMarkdownTree(source), source).find(
    (one): one is TableBlock => one.kind === 'table' && one.span.start === table,
  );
  if (!block) {
    return undefined;
  }
  const lineStart = text.lastIndexOf('\n', block.span.start) + 1;
  const width = block.header.cells.length;
  const wordsOf = (span: Span | undefined) => (span ? text.slice(span.start, span.end) : '');
  const [, delimiters = ''] = text.slice(block.span.start, block.span.end).split(/\r?\n/);
  const header = block.header.cells.map((cell) => wordsOf(cell?.span));
  return {
    section,
    span: { start: section.start + lineStart, end: section.start + block.span.end },
    header,
    alignment: delimiters
      .trim()
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim()),
    lines: block.rows.map(({ span, cells }) => {
      const spans = Array.from({ length: Math.max(width, cells.length) }, (_, column) => cells[column]?.span);
      return { cells: spans.map(wordsOf), spans, row: section.rows.find((row) => row.span.start === span.start) };
    }),
    fields: header.map((title) => fieldLabelled(title.replace(/[*_`]|\([^()]*\)\s*$/g, '').trim())),
  };
}

/** Lines of a table with its columns padded to one width. */
export function tableLines(
  header: readonly string[],
  alignment: readonly string[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const widths = header.map((title, column) =>
    Math.max(3, title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${[...header.keys()].map((column) => (cells[column] ?? '').padEnd(widths[column] ?? 0)).join(' | ')}${cells
      .slice(header.length)
      .map((cell) => ` | ${cell}`)
      .join('')} |`;
  const delimiters = header.map((_, column) => {
    const sign = alignment[column] ?? '';
    const hyphens = '-'.repeat((widths[column] ?? 3) - (sign.startsWith(':') ? 1 : 0) - (/.:$/.test(sign) ? 1 : 0));
    return `${sign.startsWith(':') ? ':' : ''}${hyphens}${/.:$/.test(sign) ? ':' : ''}`;
  });
  return [line(header), line(delimiters), ...rows.map(line)];
}

/** Words as a cell says them. */
export function cellText(words: string): string {
  return words
    .trim()
    .replace(/\s*\r?\n\s*/g, ' ')
    .replace(/(?<!\\)\|/g, '\\|');
}

function tableOffset(
  report: Report,
  offset: number,
): { readonly section: Section; readonly table: number } | undefined {
  const section = sectionAt(report, offset);
  if (!section || section.rows.length === 0) {
    return undefined;
  }
  const at = offset - section.start;
  const line = report.text.slice(report.text.lastIndexOf('\n', offset - 1) + 1, lineEnd(report.text, offset));
  if (!line.includes('|')) {
    return undefined;
  }
  const near = section.rows.filter(
    ({ table, span }) =>
      table <= at &&
      report.text
        .slice(section.start + Math.min(span.end, at), section.start + Math.max(span.start, at))
        .search(/\n\s*\n/) < 0,
  );
  const row = near[0];
  return row && { section, table: row.table };
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

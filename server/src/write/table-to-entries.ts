import { actionsOfSections, isEntry, keyOf } from '../model/entry';
import type { TextEdit } from '../model/finding';
import type { TableRow } from '../model/report';
import type { AnalysedReport } from '../model/snapshot';
import { PROSE_LABEL } from '../parse/markdown-tables';
import type { PreparedContext } from '../parse/prepared-context';
import { canonicalTitle, type DraftEntry, type DraftField } from './convert/draft';
import { writeMarkdownBody } from './convert/write-markdown';
import { entryStyleOf } from './entry-places';
import { blockAt, endOfSection } from './section-end';
import { isInReportTable, type ReportTable, type ReportTableLine, reportTableAt } from './table';

/** Whether the table around an offset has rows on actions that no section reports on. */
export function hasRowsToExtract({ report }: AnalysedReport, offset: number): boolean {
  if (!isInReportTable(report, offset)) {
    return false;
  }
  const known = actionsOfSections(report.sections);
  return report.sections.some(({ rows }) => rows.some((row) => isEntry(row, known)));
}

/**
 * An edit that makes an entry of each row of the table around an offset, behind the section that the table is in. Rows
 * on actions that have an entry already are left out. The table stays: from then on it is a summary of these entries,
 * which can be brought up to date, and no word of it is lost.
 */
export function extractTable(analysed: AnalysedReport, offset: number, context: PreparedContext): readonly TextEdit[] {
  const { report, roadmaps } = analysed;
  const table = reportTableAt(report, offset);
  if (!table) {
    return [];
  }
  const known = new Set(actionsOfSections(report.sections));
  const style = entryStyleOf(analysed);
  const usual = style?.format === 'markdown' ? Math.max(1, style.level) : 2;
  const { section } = table;
  const level = section.actions.length > 0 ? Math.min(usual, section.heading?.level ?? usual) : usual;
  const entries = table.lines.flatMap((line): DraftEntry[] => {
    const { row } = line;
    if (!row || !isEntry(row, known)) {
      return [];
    }
    row.actions.forEach((action) => {
      known.add(keyOf(action));
    });
    const text = proseOf(table, line, row, canonicalTitle(row.actions, roadmaps));
    const base = { above: [], title: undefined, comment: undefined, kept: [], isWhole: false };
    return [{ ...base, actions: row.actions, level, fields: fieldsOf(table, line), text }];
  });
  if (entries.length === 0) {
    return [];
  }
  const at = endOfSection(report, section);
  const lines = writeMarkdownBody(entries, context).trimEnd().split('\n');
  return [{ span: { start: at, end: at }, newText: blockAt(report.text, at, lines) }];
}

function fieldsOf({ fields }: ReportTable, { cells }: ReportTableLine): readonly DraftField[] {
  return fields.flatMap((field, column): DraftField[] => {
    const words = unescaped(cells[column] ?? '');
    if (!field || isBlank(words)) {
      return [];
    }
    const isList = ['actors', 'evidence', 'deliverables', 'next', 'follow-up'].includes(field.key);
    const parts = BY_LINES.has(field.key) ? words.split(/\s*(?:<br\s*\/?>|;)\s*/i) : [words];
    return [{ key: field.key, value: isList ? parts.map((one) => ({ words: one, fields: [], isLine: true })) : words }];
  });
}

const BY_LINES: ReadonlySet<string> = new Set(['deliverables', 'next', 'follow-up']);

/** What stands in columns that are neither the action's nor a field's. */
function proseOf(
  { fields, header }: ReportTable,
  { cells, spans }: ReportTableLine,
  row: TableRow,
  heading: string,
): string {
  const columns = cells.flatMap((cell, column) => {
    const span = spans[column];
    const isAction =
      span && row.actions.some((action) => span.start <= action.span.start && action.span.end <= span.end);
    const isTitle = heading.endsWith(unescaped(cell));
    const rest = isAction ? row.actions[0]?.title?.text : undefined;
    const isSaid = isAction ? rest === undefined || heading.endsWith(rest) : isTitle;
    return fields[column] || isBlank(cell) || isSaid ? [] : [{ title: header[column] ?? '', cell: unescaped(cell) }];
  });
  // Words of a column that is not one of prose need its title to be understood.
  const isProse = (title: string) => title === '' || PROSE_LABEL.test(title.toLowerCase());
  return columns
    .map(({ title, cell }) => ({ title: title.replace(/[*_]/g, '').trim(), cell }))
    .map(({ title, cell }) => (isProse(title) ? cell : `${title}: ${cell}`))
    .join('\n\n');
}

function unescaped(cell: string): string {
  return cell.replace(/\\\|/g, '|');
}

function isBlank(cell: string): boolean {
  return /^\s*(?:[–—-]+|n\/a|n\.a\.|none)?\s*$/i.test(cell);
}

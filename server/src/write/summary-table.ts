import { type Entry, entriesOf, keyOf } from '../model/entry';
import type { TextEdit } from '../model/finding';
import type { EntryFields, Field } from '../model/report';
import { RoadmapIndex } from '../model/roadmap-index';
import { sectionAt } from '../model/section-at';
import type { AnalysedReport } from '../model/snapshot';
import { lineEndOf, startOfLine } from '../model/text-lines';
import { officialTitle } from './convert/draft';
import { blockAt } from './section-end';
import { cellText, isInReportTable, reportTableAt, tableLines } from './table';

/** Whether a summary table can stand at an offset: a blank line of a Markdown report with entries. */
export function takesSummaryTable({ report }: AnalysedReport, offset: number): boolean {
  const { text, format, sections } = report;
  const start = startOfLine(text, offset);
  return (
    format === 'markdown' &&
    (sections[0]?.start ?? text.length) <= offset &&
    /^[ \t]*(?:\r?\n|$)/.test(text.slice(start, start + 200)) &&
    sectionAt(report, offset) !== undefined &&
    sections.some(({ actions }) => actions.length > 0)
  );
}

/** An edit that puts a table of all entries into the blank line of an offset, in the order of the roadmap. */
export function insertSummaryTable(analysed: AnalysedReport, offset: number): readonly TextEdit[] {
  const { text } = analysed.report;
  const rows = summarised(analysed).map(({ entry, label }) => [
    label,
    cellText(wordsOf(entry.fields.status, entry, text) ?? ''),
    cellText(wordsOf(entry.fields.actors, entry, text) ?? ''),
    cellText(wordsOf(entry.fields.revised ?? entry.fields.due, entry, text) ?? ''),
  ]);
  if (rows.length === 0) {
    return [];
  }
  const start = startOfLine(text, offset);
  const lines = tableLines(['Action', 'Status', 'Main actors', 'Deadline'], [], rows);
  return [{ span: { start, end: start }, newText: blockAt(text, start, lines) }];
}

/** Whether an offset is in a table that can be compared with entries. */
export function isInSummaryTable({ report }: AnalysedReport, offset: number): boolean {
  return isInReportTable(report, offset) && report.sections.some(({ actions }) => actions.length > 0);
}

/**
 * An edit that brings the table around an offset up to date: cells that say something else than the entry are replaced,
 * rows of entries that it lacks are added in the order of the roadmap, columns are padded. A cell whose field the entry
 * does not have stays. None where the table says what the entries say.
 */
export function updateSummaryTable(analysed: AnalysedReport, offset: number): readonly TextEdit[] {
  const { report, roadmaps } = analysed;
  const table = reportTableAt(report, offset);
  if (!table) {
    return [];
  }
  const entries = summarised(analysed);
  const index = new RoadmapIndex(roadmaps);
  const placeOf = (action: { readonly roadmap: string | undefined; readonly action: string } | undefined) =>
    (action?.roadmap === undefined ? undefined : index.action(action.roadmap, action.action)?.place) ?? Infinity;
  const rows = table.lines.map(({ cells, row }) => {
    const entry = entries.find((one) => sameActions(one.entry, row?.actions ?? []))?.entry;
    const updated = cells.map((cell, column) => {
      const field = table.fields[column];
      const given = field && entry?.fields[field.property];
      const isSame = !field || !given || isSameValue(row?.fields[field.property], given, field.property);
      return isSame ? cell : cellText(wordsOf(given, entry, report.text) ?? cell);
    });
    return { cells: updated, place: placeOf(row?.actions[0]) };
  });
  const missing = entries.filter(
    ({ entry }) =>
      !table.lines.some(({ row }) =>
        row?.actions.some((action) => entry.actions.some((one) => keyOf(one) === keyOf(action))),
      ),
  );
  const isNumber = (title: string) =>
    /^(?:no|nr|n°|#|number|action (?:no|nr|number))\.?$/i.test(title.replace(/[*_]/g, '').trim());
  const numberColumn = table.header.findIndex(isNumber);
  const namedColumn = table.lines.flatMap(({ row, spans }) => {
    const [action] = row?.actions ?? [];
    return action
      ? [spans.findIndex((span) => span && span.start <= action.span.start && action.span.end <= span.end)]
      : [];
  })[0];
  const all = [...rows];
  for (const { entry, label } of missing) {
    const cells = table.header.map((_, column) => {
      const field = table.fields[column];
      const number = entry.actions.map(({ action }) => action).join(', ');
      return column === numberColumn
        ? number
        : column === namedColumn
          ? label
          : field
            ? cellText(wordsOf(entry.fields[field.property], entry, report.text) ?? '')
            : '';
    });
    const place = placeOf(entry.actions[0]);
    const before = all.findIndex((row) => row.place > place && row.place !== Infinity);
    all.splice(before < 0 ? all.length : before, 0, { cells, place });
  }
  const isSame =
    missing.length === 0 &&
    rows.every(({ cells }, at) => cells.every((cell, column) => cell === table.lines[at]?.cells[column]));
  const lines = tableLines(
    table.header,
    table.alignment,
    all.map(({ cells }) => cells),
  );
  return isSame ? [] : [{ span: table.span, newText: lines.join(lineEndOf(report.text)) }];
}

interface Summarised {
  readonly entry: Entry;
  /** What the table calls it: "6 Facilitating financial investigations". */
  readonly label: string;
}

/** The entries of sections in the order of the roadmap; of several on one action the first. */
function summarised({ report, roadmaps }: AnalysedReport): readonly Summarised[] {
  const index = new RoadmapIndex(roadmaps);
  const seen = new Set<string>();
  const entries = entriesOf(report).filter(({ row, actions }) => {
    const isNew = !row && actions.some((action) => !seen.has(keyOf(action)));
    actions.forEach((action) => {
      seen.add(keyOf(action));
    });
    return isNew;
  });
  const placed = entries.map((entry) => {
    const [first, more] = entry.actions;
    const place = first?.roadmap === undefined ? undefined : index.action(first.roadmap, first.action)?.place;
    const title = first && !more ? officialTitle(first, roadmaps) : undefined;
    const ids = entry.actions.map(({ action }) => action);
    const label = title === undefined ? ids.join(', ') : `${ids[0]} ${title}`;
    return { entry, label: cellText(label), place: place ?? Infinity };
  });
  return placed.sort((a, b) => (a.place === b.place ? 0 : a.place - b.place));
}

function sameActions(entry: Entry, actions: Entry['actions']): boolean {
  return actions.length > 0 && actions.every((action) => entry.actions.some((one) => keyOf(one) === keyOf(action)));
}

/** The words of a field as they stand in the draft, in one line. */
function wordsOf(field: Field<unknown> | undefined, entry: Entry | undefined, text: string): string | undefined {
  if (!field || !entry || field.text === '') {
    return undefined;
  }
  const { start } = entry.section;
  const raw = text.slice(start + field.span.start, start + field.span.end);
  return /^[ \t]*(?:[-*+]|\d+[.)])\s|\n/.test(raw) ? field.text : raw;
}

function isSameValue(row: Field<unknown> | undefined, entry: Field<unknown>, property: keyof EntryFields): boolean {
  if (!row) {
    return entry.text === '';
  }
  return (
    row.text === entry.text ||
    JSON.stringify(meaningOf(row.value, property)) === JSON.stringify(meaningOf(entry.value, property))
  );
}

function meaningOf(value: unknown, property: keyof EntryFields): unknown {
  if (property === 'actors' && Array.isArray(value)) {
    const names = value as readonly { readonly actors: readonly string[]; readonly text: string }[];
    return names.map(({ actors, text }) => (actors.length > 0 ? actors.join() : text)).sort();
  }
  if ((property === 'due' || property === 'revised' || property === 'completed') && value) {
    const date = value as { readonly earliest: unknown; readonly latest: unknown; readonly recurring: unknown };
    return [date.earliest, date.latest, date.recurring];
  }
  return property === 'status' ? value : [value];
}

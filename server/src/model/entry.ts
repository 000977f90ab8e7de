import type { ActionReference, EntryFields, Report, Section, TableRow } from './report';
import type { Span } from './span';

/**
 * What a report says about one action or several: a section whose heading or item names them, or a table row for an
 * action that no section reports on. Spans in it are relative to `section.start`, for a row too.
 */
export interface Entry {
  readonly section: Section;
  /** The row, where the entry is one. */
  readonly row: TableRow | undefined;
  readonly actions: readonly ActionReference[];
  readonly fields: EntryFields;
  readonly hasProse: boolean;
  /** Where a finding about the entry as a whole stands: its heading, or the row's action. */
  readonly anchor: Span;
  /** The whole entry. */
  readonly span: Span;
}

/** All entries of a report in the order of the text. A row of an action that a section reports on is a summary, no entry. */
export function entriesOf(report: Report): readonly Entry[] {
  return entriesAbout(report, () => true);
}

/** Those of the entries of a report whose actions and fields meet a condition; what does not meet it costs next to nothing. */
export function entriesAbout(
  report: Report,
  isMeant: (actions: readonly ActionReference[], fields: EntryFields) => boolean,
): readonly Entry[] {
  const entries: Entry[] = [];
  let inSections: ReadonlySet<string> | undefined;
  const isSummary = (row: TableRow) => {
    inSections ??= new Set(report.sections.flatMap((section) => section.actions.map(keyOf)));
    return row.actions.some((action) => inSections?.has(keyOf(action)));
  };
  for (const section of report.sections) {
    if (section.actions.length > 0 && isMeant(section.actions, section.fields)) {
      entries.push(sectionEntry(section));
    }
    for (const row of section.rows) {
      if (row.actions.length > 0 && isMeant(row.actions, row.fields) && !isSummary(row)) {
        entries.push(rowEntry(section, row));
      }
    }
  }
  return entries;
}

/** One key for an action of a roadmap, for maps and sets. */
export function keyOf(action: { readonly roadmap: string | undefined; readonly action: string }): string {
  return `${action.roadmap ?? ''}\n${action.action}`;
}

/** Whether the entry has a status or prose of its own, which makes its actions *reported* (DESIGN, section 2). */
export function isReporting(entry: Entry): boolean {
  return entry.hasProse || entry.fields.status?.value !== undefined;
}

function sectionEntry(section: Section): Entry {
  const whole = { start: 0, end: section.end - section.start };
  return {
    section,
    row: undefined,
    actions: section.actions,
    fields: section.fields,
    hasProse: section.hasProse,
    anchor: section.heading?.span ?? section.actions[0]?.span ?? whole,
    span: whole,
  };
}

function rowEntry(section: Section, row: TableRow): Entry {
  return {
    section,
    row,
    actions: row.actions,
    fields: row.fields,
    hasProse: row.hasProse,
    anchor: row.actions[0]?.span ?? row.span,
    span: row.span,
  };
}

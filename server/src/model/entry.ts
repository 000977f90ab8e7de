import type { ActionReference, EntryFields, Report, Section, SectionReading, TableRow } from './report';
import type { Span } from './span';
import type { StatedEntry } from './stated';

/** An entry at its place. */
export interface Entry extends EntryReading {
  readonly section: Section;
}

/**
 * What a report says about one action or several: a section whose heading or item names them, or a table row for an
 * action that no section reports on. Spans in it are relative to the section's start, for a row too.
 */
export interface EntryReading {
  readonly section: SectionReading;
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
  let known: ReadonlySet<string> | undefined;
  const inSections = () => {
    known ??= actionsOfSections(report.sections);
    return known;
  };
  for (const section of report.sections) {
    if (section.actions.length > 0 && isMeant(section.actions, section.fields)) {
      entries.push({ ...sectionEntry(section), section });
    }
    for (const row of section.rows) {
      if (row.actions.length > 0 && isMeant(row.actions, row.fields) && isEntry(row, inSections())) {
        entries.push({ ...rowEntry(section, row), section });
      }
    }
  }
  return entries;
}

/** The keys ({@link keyOf}) of the actions that sections report on. */
export function actionsOfSections(
  sections: readonly { readonly actions: readonly Parameters<typeof keyOf>[0][] }[],
): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { actions } of sections) {
    for (const action of actions) {
      keys.add(keyOf(action));
    }
  }
  return keys;
}

/** Whether a row is an entry of its own; `inSections` are the actions that sections report on. */
export function isEntry(
  { actions }: { readonly actions: readonly Parameters<typeof keyOf>[0][] },
  inSections: ReadonlySet<string>,
): boolean {
  return actions.length > 0 && !actions.some((action) => inSections.has(keyOf(action)));
}

/** One key for an action of a roadmap, for maps and sets. */
export function keyOf(action: { readonly roadmap: string | undefined; readonly action: string }): string {
  return `${action.roadmap ?? ''}\n${action.action}`;
}

/** Whether the entry has a status or prose of its own, which makes its actions *reported* (DESIGN, section 2). */
export function isReporting(entry: StatedEntry): boolean {
  return entry.hasProse || entry.fields.status?.value !== undefined;
}

/** What a section that reports on actions says. */
export function sectionEntry(section: SectionReading): EntryReading {
  const whole = { start: 0, end: section.length };
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

/** What a row says that is an entry of its own. */
export function rowEntry(section: SectionReading, row: TableRow): EntryReading {
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

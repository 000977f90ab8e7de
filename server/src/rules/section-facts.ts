import { type DraftKind, kindSectionOf } from '../model/draft-kind';
import { isEmptyValue } from '../model/empty-value';
import { hasPlaceholder } from '../model/placeholder';
import type { ActionReference, EntryFields, Heading, ReportedFields, SectionReading, TableRow } from '../model/report';
import type { Action } from '../model/roadmap';
import type { Span } from '../model/span';
import type { StatedAction, StatedEntry, StatedField, StatedFields, StatedItem, StatedSection } from '../model/stated';
import { areaReader, type NamedArea } from '../parse/area-headings';
import { guessAction } from './action-guess';
import type { SectionContext } from './check-context';
import { partFor } from './kind-parts';
import { sectionsSaid } from './kind-words';
import type { RuleLookup } from './rule-lookup';

/**
 * What a section says as far as it counts for the report as a whole: plain data without any place in the text, so that an
 * edit in prose leaves it as it is.
 */
export interface SectionFacts extends StatedSection {
  readonly heading: Pick<Heading, 'kind' | 'level' | 'text'> | undefined;
  /** The area that the heading is the title of. */
  readonly area: NamedArea | undefined;
  /** The section of the draft's kind that the heading is a title of: its index in the kind's `sections`. */
  readonly opens: number | undefined;
  /** Those of the kind's sections that its words stand in for: indexes. */
  readonly standsFor: readonly number[];
  readonly actions: readonly ReferenceFacts[];
  readonly hasProse: boolean;
  /** Whether nothing under the heading would be printed: no prose, table, picture or code. */
  readonly isBlank: boolean;
  readonly rows: readonly RowFacts[];
  readonly mentions: { readonly actions: readonly StatedAction[] };
  /** Actions that were plainly meant by references which no roadmap has. */
  readonly meant: readonly Action[];
  /** What the section itself says about its actions; empty where it reports on none. */
  readonly entries: readonly EntryFacts[];
}

/** A table row. */
export interface RowFacts {
  readonly actions: readonly ReferenceFacts[];
  /** Which of the section's tables it stands in, from 0. */
  readonly table: number;
  readonly entry: EntryFacts;
}

/** An action that a section or row reports on. */
export interface ReferenceFacts extends StatedAction {
  /** What of the action is meant: ".1" behind the 6 of "6.1", and the deliverables of a table's row. */
  readonly part: string;
}

/** What a section or a row says about its actions. */
export interface EntryFacts extends StatedEntry {
  /** Index of the row; undefined for the section itself. */
  readonly row: number | undefined;
  readonly actions: readonly ReferenceFacts[];
  readonly hasNext: boolean;
  /** Whether it still waits for somebody, or has a status that cannot be read, which is a finding of its own. */
  readonly isWaiting: boolean;
}

/** The facts of a section. */
export function sectionFacts(section: SectionReading, context: SectionContext): SectionFacts {
  const { heading, rows } = section;
  const tables = [...new Set(rows.map(({ table }) => table))];
  const rowFacts = rows.map((row, index): RowFacts => {
    const actions = row.actions.map((reference) => referenceFacts(reference, context.text, row));
    const entry = entryFacts(row, index, actions, section, row.span);
    return { actions, table: tables.indexOf(row.table), entry };
  });
  const actions = section.actions.map((reference) => referenceFacts(reference, context.text, undefined));
  const whole = { start: 0, end: section.length };
  return {
    heading: heading && { kind: heading.kind, level: heading.level, text: heading.text },
    area: context.lookup.derived(areas)(section),
    opens: heading && actions.length === 0 ? opensOf(heading, context.kind) : undefined,
    standsFor: context.kind ? standsFor(section, context.kind, context) : [],
    actions,
    hasProse: section.hasProse,
    isBlank: isBlank(section, context),
    rows: rowFacts,
    mentions: { actions: section.mentions.actions.map(({ roadmap, action, known }) => ({ roadmap, action, known })) },
    meant: meantActions(section, context),
    entries: actions.length > 0 ? [entryFacts(section, undefined, actions, section, whole)] : [],
  };
}

function standsFor(section: SectionReading, kind: DraftKind, context: SectionContext): readonly number[] {
  const said = sectionsSaid(section, kind);
  const { passages, titled } = partFor('questions', section, context);
  const questions =
    titled || passages.length === 0 ? -1 : kind.sections.findIndex(({ holds }) => holds === 'questions');
  return questions < 0 || said.includes(questions) ? said : [...said, questions];
}

function opensOf({ text }: Heading, kind: DraftKind | undefined): number | undefined {
  const index = kind ? kindSectionOf(kind, text) : -1;
  return index < 0 ? undefined : index;
}

/** Whether nothing under the heading would be printed: no prose, table, picture or code. Entries are another rule's. */
function isBlank({ heading, actions, fields, rows, hasProse }: SectionReading, context: SectionContext): boolean {
  if (!heading || hasProse || actions.length > 0 || rows.length > 0 || Object.keys(fields).length > 0) {
    return false;
  }
  const below = context.text.slice(heading.span.end).replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  return context.format === 'yaml'
    ? below.split('\n').every((line, index) => (index === 0 ? BEHIND_TITLE : LINE_WITHOUT_TEXT).test(line))
    : MARKDOWN_WITHOUT_TEXT.test(below);
}

/** The closing marks of the heading, and the line below one of the kind that is underlined. */
const MARKDOWN_WITHOUT_TEXT = /^[ \t]*[#*_]*[ \t]*(?:\r?\n[ \t]*(?:=+|-+)[ \t]*)?\s*$/;

/** The closing quotation mark of a title in YAML, and a comment. */
const BEHIND_TITLE = /^["']?\s*(?:#.*)?$/;

/** A comment, or `text:` without a text. */
const LINE_WITHOUT_TEXT = /^\s*(?:text:\s*(?:[|>][+-]?|""|''|~|null)?\s*)?(?:#.*)?$/;

function referenceFacts(
  { roadmap, action, known, span }: ActionReference,
  text: string,
  row: TableRow | undefined,
): ReferenceFacts {
  const written = text.slice(span.start, span.end + LONGEST_PART);
  const deliverable = written.startsWith(`${action}.`) ? (/^\.\w+/.exec(written.slice(action.length))?.[0] ?? '') : '';
  const part = row ? `${deliverable}\n${row.fields.deliverables?.text ?? ''}` : deliverable;
  return { roadmap, action, known, part };
}

/** In UTF-16 units. */
const LONGEST_PART = 20;

function entryFacts(
  { fields, hasProse }: { readonly fields: EntryFields; readonly hasProse: boolean },
  row: number | undefined,
  actions: readonly ReferenceFacts[],
  section: SectionReading,
  span: Span,
): EntryFacts {
  const { status, deliverables, next } = fields;
  const isUnread = status !== undefined && status.value === undefined && !isEmptyValue(status.text);
  return {
    row,
    actions,
    fields: deliverables ? { ...statedFields(fields), deliverables: statedItems(deliverables) } : statedFields(fields),
    hasProse,
    hasNext: next !== undefined,
    isWaiting: isUnread || hasPlaceholder(section, span),
  };
}

function statedItems({ value, text }: NonNullable<EntryFields['deliverables']>): StatedField<readonly StatedItem[]> {
  const items = value?.map((item) => ({
    ...statedFields(item),
    deliverable: item.deliverable,
    roadmap: item.roadmap,
  }));
  return { value: items, text };
}

function statedFields({ status, revised, completed, reason }: ReportedFields): StatedFields {
  const fields: { -readonly [K in keyof StatedFields]: StatedFields[K] } = {};
  if (status) {
    fields.status = stated(status);
  }
  if (revised) {
    fields.revised = stated(revised);
  }
  if (completed) {
    fields.completed = stated(completed);
  }
  if (reason) {
    fields.reason = stated(reason);
  }
  return fields;
}

function stated<T>({ value, text }: StatedField<T>): StatedField<T> {
  return { value, text };
}

function meantActions(section: SectionReading, { lookup }: SectionContext): readonly Action[] {
  return [section, ...section.rows].flatMap(({ actions }) =>
    actions.flatMap((reference) => {
      const guess = reference.known ? undefined : guessAction(reference, lookup);
      return guess?.settled ? [guess.action] : [];
    }),
  );
}

function areas({ roadmaps }: RuleLookup): ReturnType<typeof areaReader> {
  return areaReader(roadmaps);
}

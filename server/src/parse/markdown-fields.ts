import type { ReadingContext } from '../model/context';
import type { IsoDay } from '../model/date';
import type {
  ActionReference,
  ActorName,
  DeliverableItem,
  EntryFields,
  EvidenceItem,
  Field,
  FollowUp,
  NextStep,
  ReportedFields,
} from '../model/report';
import type { Span } from '../model/span';
import {
  deliverableNamed,
  readActorNames,
  readDateField,
  readEvidence,
  readStatusField,
  readTextField,
  singleSpaced,
} from './fields';
import type { Block, ListItem } from './markdown-blocks';
import { type LabelledValue, labelsIn, readLabels, type ValueText } from './markdown-labels';
import { readNextStep } from './next-steps';
import type { ClaimedText } from './prose';
import { readStatusDetails } from './status-details';
import { readStatusLine } from './status-line';

/** What the fields of an entry are read against. */
export interface FieldContext {
  /** The actions of the entry. */
  readonly actions: readonly ActionReference[];
  readonly context: ReadingContext;
  /** The day that relative dates count from. */
  readonly reference: IsoDay;
}

/**
 * The fields in the blocks of an entry. Of a field that stands there twice the first counts, but lists (actors, evidence,
 * deliverables, next steps, follow-up) are put together.
 *
 * An item under "Deliverables" names one by id or title, and says how it stands:
 *
 * - 6.1 Blueprint for partnerships: delivered (14 May 2024; ST 9999/24)
 * - 6.2: delayed (no budget, revised deadline mid-2025)
 * - Guidelines on asset recovery
 *   - **Status:** in progress
 *   - **Deadline:** end of 2025
 *
 * An item under "Follow-up" repeats a next step of the previous report and says how it stands in the same way. Items
 * under "Next steps" may have **Actors** and **Deadline** below them.
 */
export function readMarkdownFields(
  blocks: readonly Block[],
  context: FieldContext,
): { readonly fields: EntryFields; readonly claimed: ClaimedText } {
  const { values, claimed } = readLabels(blocks);
  return { fields: entryFields(values, context), claimed };
}

/** The fields that labelled values make up; those of table cells as well. */
export function entryFields(values: readonly LabelledValue[], context: FieldContext): EntryFields {
  let fields: EntryFields = {};
  for (const value of values) {
    fields = withField(fields, value, context);
  }
  return fields;
}

function withField(fields: EntryFields, labelled: LabelledValue, context: FieldContext): EntryFields {
  const { field, key, value } = labelled;
  const { text, span } = value;
  const { roadmaps, actors } = context.context;
  switch (field.property) {
    case 'status':
      return { status: readStatusField(text, span, key, roadmaps), ...fields };
    case 'due':
    case 'revised':
    case 'completed':
      return { [field.property]: readDateField(text, span, key, context.reference), ...fields };
    case 'reason':
      return { reason: readTextField(text, span, key), ...fields };
    case 'actors': {
      const names = (words: ValueText): readonly ActorName[] => readActorNames(words.text, words.span, actors);
      return { ...fields, actors: joined(fields.actors, labelled, linesOf(labelled), names) };
    }
    case 'evidence': {
      const items = (words: ValueText): readonly EvidenceItem[] => readEvidence(words.linked, words.span);
      const lines = linesOf(labelled).map((line) => ({ ...line, text: line.linked }));
      return { ...fields, evidence: joined(fields.evidence, labelled, lines, items) };
    }
    case 'deliverables': {
      const items = itemsOf(labelled).map((item) => deliverableItem(item, context));
      return { ...fields, deliverables: joined(fields.deliverables, labelled, items, (item) => [item]) };
    }
    case 'next': {
      const steps = itemsOf(labelled).map((item) => nextStep(item, context));
      return { ...fields, next: joined(fields.next, labelled, steps, (step) => [step]) };
    }
    case 'followUp': {
      const answers = itemsOf(labelled).map((item) => followUp(item, context));
      return { ...fields, followUp: joined(fields.followUp, labelled, answers, (answer) => [answer]) };
    }
  }
}

/** A list with more parts behind it; its words are those from the first part to the last. */
function joined<P extends { readonly text: string; readonly span: Span }, T>(
  before: Field<readonly T[]> | undefined,
  { key, value }: LabelledValue,
  parts: readonly P[],
  read: (part: P) => readonly T[],
): Field<readonly T[]> {
  const [first] = parts;
  const last = parts[parts.length - 1];
  const texts = [...(before ? [before.text] : []), ...parts.map((part) => singleSpaced(part.text))];
  return {
    value: [...(before?.value ?? []), ...parts.flatMap(read)],
    text: texts.filter((text) => text !== '').join('; '),
    span: { start: (before ?? first ?? value).span.start, end: (last ?? before ?? value).span.end },
    key: before?.key ?? key,
  };
}

/** One item: its own words, the labelled values in it, and all of it. */
interface Item {
  readonly words: ValueText;
  readonly values: readonly LabelledValue[];
  readonly whole: Span;
}

/** The items of a list, or the parts of a value between semicolons and line ends. */
function itemsOf({ items, value }: LabelledValue): readonly Item[] {
  return items.length > 0
    ? items.flatMap(itemOf)
    : partsBetween(value, /;|\n/g).map((words) => ({ words, values: [], whole: words.span }));
}

/** The lines of a list, or the value as a whole. */
function linesOf(labelled: LabelledValue): readonly ValueText[] {
  return labelled.items.length > 0 ? itemsOf(labelled).map((item) => item.words) : nonEmpty(labelled.value);
}

/** An item without words of its own is none; one that is nothing but a label neither. */
function itemOf({ blocks, span }: ListItem): readonly Item[] {
  const [first, ...others] = blocks;
  if (first?.kind !== 'paragraph') {
    return [];
  }
  const [label] = labelsIn(first.words);
  const end = label?.lineStart ?? first.words.text.length;
  const own = partOf(first.words, 0, end);
  const values = readLabels(label ? blocks : others).values;
  return own.linked === '' ? [] : [{ words: own, values, whole: span }];
}

function deliverableItem({ words, values, whole }: Item, context: FieldContext): DeliverableItem {
  const { roadmaps } = context.context;
  const declared = roadmaps.flatMap((roadmap) => roadmap.statuses);
  const isId = (word: string): boolean =>
    deliverableNamed(word, context.actions, context.context)?.deliverable.id === word;
  const line = readStatusLine(words.text, isId, declared);
  const name = partOf(words, line.name.start, line.name.end);
  const found = deliverableNamed(name.text, context.actions, context.context);
  return {
    text: singleSpaced(name.text),
    span: name.span,
    whole,
    deliverable: found?.deliverable.id,
    roadmap: found?.roadmap,
    ...lineFields(words, line, context),
    ...reportedFields(values, context),
  };
}

/** Status and details of a line. */
function lineFields(
  words: ValueText,
  { name, status, details }: ReturnType<typeof readStatusLine>,
  context: FieldContext,
): ReportedFields {
  if (!status) {
    return {};
  }
  const { text, span } = partOf(words, status.span.start, status.span.end);
  const behind = partOf(words, details.start, details.end);
  return {
    status: { value: status.reading, text, span, key: partOf(words, name.start, name.end).span },
    ...readStatusDetails(behind.text, behind.linked, behind.span.start, status.reading?.as, context),
  };
}

function nextStep({ words, values }: Item, context: FieldContext): NextStep {
  const step = readNextStep(words.text, words.span, context.context, context.reference);
  const { actors, due } = reportedFields(values, context);
  return { ...step, ...(actors?.value ? { actors: actors.value } : {}), ...(due ? { due } : {}) };
}

function followUp({ words, values }: Item, context: FieldContext): FollowUp {
  const declared = context.context.roadmaps.flatMap((roadmap) => roadmap.statuses);
  const line = readStatusLine(words.text, () => false, declared);
  const name = partOf(words, line.name.start, line.name.end);
  const status = reportedFields(values, context).status ?? lineFields(words, line, context).status;
  return { text: singleSpaced(name.text), span: name.span, ...(status ? { status } : {}) };
}

function reportedFields(values: readonly LabelledValue[], context: FieldContext): ReportedFields {
  const { status, actors, due, revised, reason, completed, evidence } = entryFields(values, context);
  return {
    ...(status && { status }),
    ...(actors && { actors }),
    ...(due && { due }),
    ...(revised && { revised }),
    ...(reason && { reason }),
    ...(completed && { completed }),
    ...(evidence && { evidence }),
  };
}

function nonEmpty(value: ValueText): readonly ValueText[] {
  return value.linked.trim() === '' ? [] : [value];
}

function partsBetween(value: ValueText, separator: RegExp): readonly ValueText[] {
  const parts: ValueText[] = [];
  let start = 0;
  for (const match of value.text.matchAll(separator)) {
    parts.push(partOf(value, start, match.index));
    start = match.index + match[0].length;
  }
  parts.push(partOf(value, start, value.text.length));
  return parts.flatMap(nonEmpty);
}

/** A stretch of words without outer white space. */
function partOf(words: ValueText, from: number, to: number): ValueText {
  const raw = words.linked.slice(from, to);
  const start = from + (raw.length - raw.trimStart().length);
  const end = Math.max(start, from + raw.trimEnd().length);
  return {
    span: { start: words.span.start + start, end: words.span.start + end },
    text: words.text.slice(start, end),
    linked: words.linked.slice(start, end),
  };
}

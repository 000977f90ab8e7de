import type { ActorRegister } from '../model/actor';
import type { ReadingContext } from '../model/context';
import type { IsoDay, PolicyDate } from '../model/date';
import type { ActionReference, ActorName, EntryFields, EvidenceItem, Field } from '../model/report';
import { actionOf, type Deliverable, type Roadmap } from '../model/roadmap';
import type { Span } from '../model/span';
import { readStatus, type StatusReading } from '../model/status';
import { findCitations } from './citations';
import { isDateProblem, readDate } from './dates';
import { statusAt } from './status-words';

/** A field of an entry (DESIGN, section 3): how it is called in each format. The prose itself (`text`) is none. */
export interface FieldName {
  /** The key in YAML and in `inspect`. */
  readonly key: string;
  readonly property: keyof EntryFields;
  /** The labels in Markdown, without colon; the first is the one to write. */
  readonly labels: readonly [string, ...string[]];
}

export const FIELD_NAMES: readonly FieldName[] = [
  { key: 'status', property: 'status', labels: ['Status'] },
  { key: 'actors', property: 'actors', labels: ['Actors', 'Main actors', 'Actor', 'Main actor'] },
  { key: 'due', property: 'due', labels: ['Deadline'] },
  { key: 'revised', property: 'revised', labels: ['Revised deadline', 'New deadline'] },
  { key: 'reason', property: 'reason', labels: ['Reason', 'Reasons'] },
  { key: 'completed', property: 'completed', labels: ['Completed', 'Completed on'] },
  { key: 'evidence', property: 'evidence', labels: ['Evidence'] },
  { key: 'deliverables', property: 'deliverables', labels: ['Deliverables', 'Deliverable'] },
  { key: 'next', property: 'next', labels: ['Next steps', 'Next step'] },
  { key: 'follow-up', property: 'followUp', labels: ['Follow-up', 'Follow up'] },
];

/** The field with this label, whatever its case, kinds of dash and space. */
export function fieldLabelled(label: string): FieldName | undefined {
  const wanted = label.trim();
  return wanted === '' || NO_LABEL.test(wanted)
    ? undefined
    : FIELDS_BY_LABEL.get(singleSpaced(wanted).toLowerCase().replace(/[‐-―]/g, '-'));
}

/** A character that no label starts with. */
const NO_LABEL = /^[^a-z]/i;

const FIELDS_BY_LABEL: ReadonlyMap<string, FieldName> = new Map(
  FIELD_NAMES.flatMap((field) => field.labels.map((label) => [label.toLowerCase(), field] as const)),
);

/*
 * The readers below take the words of a value and where they stand. Where the words stand in the source as they are
 * (`text` is as long as `span`), every part gets a span of its own; else each part stands where the whole does.
 */

/** Words as a value: white space single, none outside. */
export function readTextField(text: string, span: Span, key: Span): Field<string> {
  const words = singleSpaced(text);
  return { value: words === '' ? undefined : words, text: words, span: trimSpan(text, span), key };
}

/**
 * A status by id or name, declared ones of the roadmaps first. A mark before it ("✓ delivered") and a remark behind it
 * ("delayed (no budget)", "in progress – first meeting in May", "delivered on time") change nothing.
 */
export function readStatusField(
  text: string,
  span: Span,
  key: Span,
  roadmaps: readonly Roadmap[],
): Field<StatusReading> {
  const declared = roadmaps.flatMap((roadmap) => roadmap.statuses);
  const words = singleSpaced(text);
  const value = readStatus(words, declared) ?? statusAt(words, 0, declared)?.reading;
  return { value, text: words, span: trimSpan(text, span), key };
}

/**
 * A date, as EDTF or in words; a remark in brackets behind it is no part of it.
 *
 * @param reference the day that "this month" counts from
 */
export function readDateField(text: string, span: Span, key: Span, reference: IsoDay): Field<PolicyDate> {
  const words = singleSpaced(text);
  const field = { text: words, span: trimSpan(text, span), key };
  const bare = words.replace(/(?:\s*\([^()]*\))?\.?$/, '');
  for (const candidate of bare === words ? [words] : [words, bare]) {
    const date = candidate === '' ? undefined : readDate(candidate, reference);
    if (date && !isDateProblem(date)) {
      return { ...field, value: date };
    }
  }
  return { ...field, value: undefined };
}

/** The names in a list of actors: {@link readActorNames} as a field. */
export function readActorsField(
  text: string,
  span: Span,
  key: Span,
  actors: ActorRegister,
): Field<readonly ActorName[]> {
  return { value: readActorNames(text, span, actors), text: singleSpaced(text), span: trimSpan(text, span), key };
}

/**
 * The names in a list such as "Commission; Member States (in particular customs authorities), Europol and CEPOL". A
 * separator that belongs to a known name does not part it. What stands in brackets behind a name is a name where it is
 * a known one or "in particular", "including" or the like stands before it; else it is a remark.
 */
export function readActorNames(text: string, span: Span, actors: ActorRegister): readonly ActorName[] {
  const names: ActorName[] = [];
  const add = (part: Span, mustBeKnown: boolean): void => {
    const words = singleSpaced(text.slice(part.start, part.end));
    const ids = actors.named(words).map((actor) => actor.id);
    const again = names.some((name) => name.actors.length > 0 && name.actors.join() === ids.join());
    if (words !== '' && !again && (ids.length > 0 || !mustBeKnown)) {
      names.push({ text: words, span: partSpan(text, span, part), actors: ids });
    }
  };
  for (const part of knownNamesJoined(text, splitAt(text, ACTOR_SEPARATOR), actors)) {
    const words = text.slice(part.start, part.end);
    const bracket = isKnown(words, actors) ? undefined : BRACKET_BEHIND.exec(words);
    if (!bracket) {
      add(part, false);
      continue;
    }
    add(trimPart(text, { start: part.start, end: part.start + bracket.index }), false);
    const inside = part.start + bracket.index + bracket[0].indexOf('(') + 1;
    const lead = ACTOR_LEAD.exec(bracket[1] ?? '')?.[0].length ?? 0;
    for (const name of splitAt(bracket[1] ?? '', ACTOR_SEPARATOR)) {
      add(trimPart(text, { start: inside + Math.max(name.start, lead), end: inside + name.end }), lead === 0);
    }
  }
  return names;
}

/**
 * The documents, links and words in a value such as "ST 9999/24; COM(2023) 641 final and the report of the meeting". A
 * semicolon parts them always, a comma or "and" where a citation or a link stands on either side.
 */
export function readEvidence(text: string, span: Span): readonly EvidenceItem[] {
  const citations = findCitations(text);
  const links = [...text.matchAll(/https?:\/\/\S+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].replace(/[),.;:]+$/, '').length,
  }));
  const whole = [...citations.map((citation) => citation.span), ...links];
  const parts = splitAt(text, /;|,\s|\n|\s(?:and|&)\s/gu, (separator, start, end) => {
    if (whole.some((one) => one.start < end && start < one.end)) {
      return false;
    }
    const behind = end + (/^\s*/.exec(text.slice(end, end + 40))?.[0].length ?? 0);
    return separator === ';' || whole.some((one) => one.start === behind || one.end === start);
  });
  return parts.map((part) => ({
    text: singleSpaced(text.slice(part.start, part.end)),
    span: partSpan(text, span, part),
    citations: citations
      .filter((citation) => citation.span.start >= part.start && citation.span.end <= part.end)
      .map((citation) => ({ ...citation, span: partSpan(text, span, citation.span) })),
  }));
}

/** {@link readEvidence} as a field. */
export function readEvidenceField(text: string, span: Span, key: Span): Field<readonly EvidenceItem[]> {
  return { value: readEvidence(text, span), text: singleSpaced(text), span: trimSpan(text, span), key };
}

/**
 * The deliverable that an entry means: by id, else by its title without regard to case, of the entry's actions or among
 * the commitments of the roadmaps. Undefined where there is none.
 */
export function deliverableNamed(
  written: string,
  actions: readonly ActionReference[],
  context: Pick<ReadingContext, 'roadmaps'>,
): { readonly roadmap: string; readonly deliverable: Deliverable } | undefined {
  const id = written.trim();
  const found = deliverableWhere((deliverable) => deliverable.id === id, actions, context.roadmaps);
  if (found) {
    return found;
  }
  const first = plainFirst(id);
  let title: string | undefined;
  const isTitled = (deliverable: Deliverable): boolean => {
    const other = plainFirst(deliverable.title);
    if (first !== '' && other !== '' && first !== other) {
      return false;
    }
    title ??= foldTitle(id);
    return foldTitle(deliverable.title) === title;
  };
  return deliverableWhere(isTitled, actions, context.roadmaps);
}

/** The first deliverable of the actions, or commitment, for which a condition holds; roadmap by roadmap. */
function deliverableWhere(
  holds: (deliverable: Deliverable) => boolean,
  actions: readonly ActionReference[],
  roadmaps: readonly Roadmap[],
): { readonly roadmap: string; readonly deliverable: Deliverable } | undefined {
  for (const roadmap of roadmaps) {
    for (const { roadmap: id, action, candidates } of actions) {
      const isOfRoadmap = id === roadmap.id || candidates.includes(roadmap.id);
      const deliverable = isOfRoadmap ? actionOf(roadmap, action)?.deliverables.find(holds) : undefined;
      if (deliverable) {
        return { roadmap: roadmap.id, deliverable };
      }
    }
    const commitment = roadmap.commitments.find(holds);
    if (commitment) {
      return { roadmap: roadmap.id, deliverable: commitment };
    }
  }
  return undefined;
}

/** The small letter or the digit that a title starts with, however it is folded; empty for another character. */
function plainFirst(title: string): string {
  const first = title.charAt(0);
  return /[a-z\d]/i.test(first) ? first.toLowerCase() : '';
}

/** Text with single spaces and none outside. */
export function singleSpaced(text: string): string {
  const trimmed = text.trim();
  return isSingleSpaced(trimmed) ? trimmed : trimmed.replace(/\s+/g, ' ');
}

/** Whether a text has no white space but single spaces. */
function isSingleSpaced(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (
      code < SPACE ? code >= TAB && code <= CARRIAGE_RETURN : code >= FIRST_WIDE_SPACE && /\s/.test(text[index] ?? '')
    ) {
      return false;
    }
    if (code === SPACE && text.charCodeAt(index + 1) === SPACE) {
      return false;
    }
  }
  return true;
}

const TAB = 9;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
/** The no-break space, the first one that is not ASCII. */
const FIRST_WIDE_SPACE = 0xa0;

/** The span of the text without outer white space. */
export function trimSpan(text: string, span: Span): Span {
  return partSpan(text, span, trimPart(text, { start: 0, end: text.length }));
}

/** Where a part of a text (offsets into it) stands: in place where the text is as long as its span, else the whole. */
export function partSpan(text: string, span: Span, part: Span): Span {
  const verbatim = text.length === span.end - span.start;
  return verbatim ? { start: span.start + part.start, end: span.start + part.end } : span;
}

/** A part of a text without outer white space; empty at its start where there is nothing else. */
export function trimPart(text: string, part: Span): Span {
  const words = text.slice(part.start, Math.max(part.start, part.end));
  const start = part.start + (words.trim() === '' ? 0 : words.length - words.trimStart().length);
  return { start, end: start + words.trim().length };
}

const ACTOR_SEPARATOR =
  /[,;/\n+]|(?<=\s)(?:&|and|as well as|together with|with the support of|supported by|in cooperation with|with)(?=\s)/gu;

const ACTOR_LEAD = /^\s*(?:in particular|including|include|notably|especially|such as|e\.g\.,?|i\.e\.,?|mainly)\s*/i;

/** A bracket at the end of a name, perhaps not closed yet; another one in it. */
const BRACKET_BEHIND = /\s*\(((?:[^()]|\([^()]*\))*)\)?\s*$/;

function isKnown(name: string, actors: ActorRegister): boolean {
  return actors.named(name).length > 0;
}

/** Joins parts again whose text with all that is between them is a known name; the longest such name counts. */
function knownNamesJoined(text: string, parts: readonly Span[], actors: ActorRegister): readonly Span[] {
  const joined: Span[] = [];
  for (let index = 0; index < parts.length; index++) {
    const first = parts[index];
    if (!first) {
      break;
    }
    let best = first;
    for (let last = Math.min(parts.length - 1, index + MOST_PARTS_OF_A_NAME); last > index; last--) {
      const end = parts[last]?.end ?? first.end;
      if (isKnown(text.slice(first.start, end), actors)) {
        best = { start: first.start, end };
        index = last;
        break;
      }
    }
    joined.push(best);
  }
  return joined;
}

const MOST_PARTS_OF_A_NAME = 5;

/** Parts of a text between separators, outside round brackets, without outer white space and empty ones. */
function splitAt(
  text: string,
  separator: RegExp,
  parts: (separator: string, start: number, end: number) => boolean = () => true,
): readonly Span[] {
  const found: Span[] = [];
  const depths = bracketDepths(text);
  let start = 0;
  const push = (end: number): void => {
    const part = trimPart(text, { start, end });
    const closing = /[.;,]+$/.exec(text.slice(part.start, part.end))?.[0].length ?? 0;
    if (part.end - closing > part.start) {
      found.push({ start: part.start, end: part.end - closing });
    }
  };
  for (const match of text.matchAll(separator)) {
    const end = match.index + match[0].length;
    if ((depths[match.index] ?? 0) === 0 && parts(match[0], match.index, end)) {
      push(match.index);
      start = end;
    }
  }
  push(text.length);
  return found;
}

/** How many round brackets are open at each place; a bracket that is never closed opens nothing. */
function bracketDepths(text: string): Uint8Array {
  const depths = new Uint8Array(text.length);
  for (const match of text.matchAll(/\([^()]*\)/g)) {
    depths.fill(1, match.index, match.index + match[0].length);
  }
  return depths;
}

function foldTitle(title: string): string {
  return singleSpaced(title).replace(/[.:]$/, '').replace(/[’‘]/g, "'").replace(/[‐-―]/g, '-').toLowerCase();
}

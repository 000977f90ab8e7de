import type { Citation } from '../model/citation';
import type { ReadingContext } from '../model/context';
import type { IsoDay } from '../model/date';
import type { ActionMention, ActorMention, DateMention, Mentions, Passage } from '../model/report';
import { overlaps, type Span, shiftSpan } from '../model/span';
import { classBefore, LETTER } from './characters';
import { citationsBySigns } from './citations';
import { findDates, type ReferenceUse } from './dates';
import { matchesApart } from './match-at';
import { createPlanJudge } from './other-plans';
import { type PreparedContext, prepareContext } from './prepared-context';
import { findQuotations } from './quotations';
import { Sign, signsIn } from './text-signs';

/**
 * Everything that passages mention, in their order; spans are those of the passages. Numbers of actions of other plans
 * are left out, and so are actors and dates inside citations and web addresses. Pass a {@link PreparedContext}: of any
 * other context the names of all actors are indexed anew. Linear in the length of the text.
 *
 * @param reference the day that "this month" counts from
 * @param use is told where another reference day could give other dates
 */
export function findMentions(
  passages: readonly Passage[],
  context: ReadingContext,
  reference: IsoDay,
  use?: ReferenceUse,
): Mentions {
  const prepared = prepareContext(context);
  const found: FoundMentions = { actions: [], actors: [], dates: [], citations: [] };
  for (const passage of passages) {
    addMentions(found, passage, prepared, reference, use);
  }
  return found;
}

/** All of these, in their order. */
export function joinMentions(all: readonly Mentions[]): Mentions {
  const joined: FoundMentions = { actions: [], actors: [], dates: [], citations: [] };
  for (const { actions, actors, dates, citations } of all) {
    addAll(joined.actions, actions);
    addAll(joined.actors, actors);
    addAll(joined.dates, dates);
    addAll(joined.citations, citations);
  }
  return joined;
}

function addAll<T>(list: T[], more: readonly T[]): void {
  for (const one of more) {
    list.push(one);
  }
}

/** The mentions `by` UTF-16 units further on. */
export function shiftMentions({ actions, actors, dates, citations }: Mentions, by: number): Mentions {
  return {
    actions: shiftAll(actions, by),
    actors: shiftAll(actors, by),
    dates: shiftAll(dates, by),
    citations: shiftAll(citations, by),
  };
}

function shiftAll<T extends { readonly span: Span }>(mentions: readonly T[], by: number): readonly T[] {
  return by === 0 || mentions.length === 0
    ? mentions
    : mentions.map((mention) => ({ ...mention, span: shiftSpan(mention.span, by) }));
}

/** {@link Mentions} in the making. */
interface FoundMentions {
  readonly actions: ActionMention[];
  readonly actors: ActorMention[];
  readonly dates: DateMention[];
  readonly citations: Citation[];
}

function addMentions(
  found: FoundMentions,
  passage: Passage,
  context: PreparedContext,
  reference: IsoDay,
  use: ReferenceUse | undefined,
): void {
  const { text } = passage;
  const at = passage.span.start;
  const signs = signsIn(text);
  const citations = citationsBySigns(text, signs, passage.kind === 'footnote' ? FOOTNOTE : undefined);
  const silent = silentSpans(text, signs, citations);
  addActions(found.actions, text, at, context);
  addActors(found.actors, passage, silent, (signs & Sign.quotation) !== 0, context);
  for (const { date, start, end } of findDates(text, reference, silent, use)) {
    found.dates.push({ date, text: text.slice(start, end), span: { start: start + at, end: end + at } });
  }
  for (const citation of citations) {
    found.citations.push({ ...citation, span: shiftSpan(citation.span, at) });
  }
}

const FOOTNOTE = { footnote: true };

function addActions(found: ActionMention[], text: string, at: number, context: PreparedContext): void {
  const numbers = context.actionNumbers.scan(text);
  if (numbers.length === 0) {
    return;
  }
  const isOfOtherPlan = createPlanJudge(text, context.ownPlans, 'sentence');
  for (const number of numbers) {
    if (!isOfOtherPlan(number)) {
      const { roadmap, action, known, whole } = number;
      found.push({ roadmap, action, known, text: text.slice(whole.start, whole.end), span: shiftSpan(whole, at) });
    }
  }
}

function addActors(
  found: ActorMention[],
  passage: Passage,
  silent: readonly Span[],
  hasMarks: boolean,
  context: PreparedContext,
): void {
  const { text, span, quoted } = passage;
  const names = context.actorMatcher(text, silent);
  const quotations = quoted || !hasMarks || names.length === 0 ? NOWHERE : findQuotations(text);
  let quotation = 0;
  for (const { actor, span: place } of names) {
    while (quotation < quotations.length && (quotations[quotation]?.end ?? 0) <= place.start) {
      quotation++;
    }
    const around = quotation < quotations.length ? quotations[quotation] : undefined;
    found.push({
      actor,
      text: text.slice(place.start, place.end),
      span: shiftSpan(place, span.start),
      quoted: quoted === true || (around !== undefined && overlaps(around, place)),
    });
  }
}

const NOWHERE: readonly Span[] = Object.freeze([]);

/** The stretches in which nobody is named and no date given, in order, without overlap. */
function silentSpans(text: string, signs: number, citations: readonly Citation[]): readonly Span[] {
  const codes = codesIn(text, signs);
  if (citations.length === 0 && codes.length === 0) {
    return NOWHERE;
  }
  return withoutOverlap([...citations.map((citation) => nameOfAct(citation, text)), ...codes]);
}

/** The institutions that an act carries in its name: "Council Decision 2007/533/JHA", "… of the European Parliament". */
function nameOfAct({ kind, span }: Citation, text: string): Span {
  if (kind !== 'act') {
    return span;
  }
  const [before] = matchesApart(ACT_BEFORE, text.slice(Math.max(0, span.start - LONGEST_NAME), span.start), isInWord);
  const behind = ACT_BEHIND.exec(text.slice(span.end, span.end + LONGEST_NAME))?.[0].length ?? 0;
  return { start: span.start - (before?.[0].length ?? 0), end: span.end + behind };
}

function isInWord(text: string, at: number): boolean {
  return classBefore(text, at) === LETTER;
}

const LONGEST_NAME = 80;
const ACT_BEFORE = /(?:Council|Commission|European\s{1,3}Parliament\s{1,3}and\s{1,3}Council)\s{1,3}$/g;
const ACT_BEHIND =
  /^\s{1,3}of\s{1,3}the\s{1,3}(?:European\s{1,3}Parliament\s{1,3}and\s{1,3}of\s{1,3}the\s{1,3}Council|Council|European\s{1,3}Commission|Commission)(?=\s{1,3}of\s|\s*[(,.])/u;

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/giu;

/** Web and mail addresses, and subject codes: names in them name nobody. */
function codesIn(text: string, signs: number): readonly Span[] {
  const addresses = signs & (Sign.webAddress | Sign.mailAddress) ? spansOf(ADDRESS, text) : NOWHERE;
  const codes = signs & Sign.subjectCode ? spansOf(SUBJECT_CODE, text) : NOWHERE;
  return codes.length === 0 ? addresses : [...addresses, ...codes];
}

function spansOf(pattern: RegExp, text: string): Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** A Council document's subject codes, each in a line of its own: "COSI 97" names no committee. */
const SUBJECT_CODE = /^[^\S\n]*\p{Lu}{2,15}[^\S\n]\d{1,4}[^\S\n]*$/gmu;

/** The spans in order, those that overlap made one. */
function withoutOverlap(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start < last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else {
      merged.push(span);
    }
  }
  return merged;
}

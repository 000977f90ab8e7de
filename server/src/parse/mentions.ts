import type { Citation } from '../model/citation';
import type { ReadingContext } from '../model/context';
import type { IsoDay } from '../model/date';
import type { ActionMention, ActorMention, DateMention, Mentions, Passage } from '../model/report';
import { overlaps, type Span, shiftSpan } from '../model/span';
import { findCitations } from './citations';
import { findDates } from './dates';
import { createPlanJudge } from './other-plans';
import { type PreparedContext, prepareContext } from './prepared-context';
import { findQuotations } from './quotations';

/**
 * Everything that passages mention, in their order; spans are those of the passages. Numbers of actions of other plans
 * are left out, and so are actors and dates inside citations and web addresses. Pass a {@link PreparedContext}: of any
 * other context the names of all actors are indexed anew. Linear in the length of the text.
 *
 * @param reference the day that "this month" counts from
 */
export function findMentions(passages: readonly Passage[], context: ReadingContext, reference: IsoDay): Mentions {
  const prepared = prepareContext(context);
  return joinMentions(passages.map((passage) => mentionsIn(passage, prepared, reference)));
}

/** All of these, in their order. */
export function joinMentions(all: readonly Mentions[]): Mentions {
  return {
    actions: all.flatMap((mentions) => mentions.actions),
    actors: all.flatMap((mentions) => mentions.actors),
    dates: all.flatMap((mentions) => mentions.dates),
    citations: all.flatMap((mentions) => mentions.citations),
  };
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

function mentionsIn(passage: Passage, context: PreparedContext, reference: IsoDay): Mentions {
  const { text } = passage;
  const at = passage.span.start;
  const citations = findCitations(text, { footnote: passage.kind === 'footnote' });
  const silent = withoutOverlap([...citations.map((citation) => nameOfAct(citation, text)), ...codesIn(text)]);
  return {
    actions: actionsIn(text, at, context),
    actors: actorsIn(passage, silent, context),
    dates: datesIn(text, at, silent, reference),
    citations: citations.map((citation) => ({ ...citation, span: shiftSpan(citation.span, at) })),
  };
}

function actionsIn(text: string, at: number, context: PreparedContext): readonly ActionMention[] {
  const isOfOtherPlan = createPlanJudge(text, context.ownPlans, 'sentence');
  return context.actionNumbers
    .scan(text)
    .filter((number) => !isOfOtherPlan(number))
    .map(({ roadmap, action, known, whole }) => ({
      roadmap,
      action,
      known,
      text: text.slice(whole.start, whole.end),
      span: shiftSpan(whole, at),
    }));
}

function actorsIn(passage: Passage, silent: readonly Span[], context: PreparedContext): readonly ActorMention[] {
  const { text, span, quoted } = passage;
  const quotations = quoted ? [] : findQuotations(text);
  let quotation = 0;
  return context.actorMatcher(text, silent).map(({ actor, span: place }) => {
    while ((quotations[quotation]?.end ?? Number.POSITIVE_INFINITY) <= place.start) {
      quotation++;
    }
    const around = quotations[quotation];
    return {
      actor,
      text: text.slice(place.start, place.end),
      span: shiftSpan(place, span.start),
      quoted: quoted === true || (around !== undefined && overlaps(around, place)),
    };
  });
}

function datesIn(text: string, at: number, silent: readonly Span[], reference: IsoDay): readonly DateMention[] {
  return findDates(text, reference, silent).map(({ date, start, end }) => ({
    date,
    text: text.slice(start, end),
    span: { start: start + at, end: end + at },
  }));
}

/** The institutions that an act carries in its name: "Council Decision 2007/533/JHA", "… of the European Parliament". */
function nameOfAct({ kind, span }: Citation, text: string): Span {
  if (kind !== 'act') {
    return span;
  }
  const before = ACT_BEFORE.exec(text.slice(Math.max(0, span.start - LONGEST_NAME), span.start))?.[0].length ?? 0;
  const behind = ACT_BEHIND.exec(text.slice(span.end, span.end + LONGEST_NAME))?.[0].length ?? 0;
  return { start: span.start - before, end: span.end + behind };
}

const LONGEST_NAME = 80;
const ACT_BEFORE = /(?<!\p{L})(?:Council|Commission|European\s{1,3}Parliament\s{1,3}and\s{1,3}Council)\s{1,3}$/u;
const ACT_BEHIND =
  /^\s{1,3}of\s{1,3}the\s{1,3}(?:European\s{1,3}Parliament\s{1,3}and\s{1,3}of\s{1,3}the\s{1,3}Council|Council|European\s{1,3}Commission|Commission)(?=\s{1,3}of\s|\s*[(,.])/u;

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/giu;

/** Web and mail addresses, and subject codes: names in them name nobody. */
function codesIn(text: string): Span[] {
  return [...text.matchAll(ADDRESS), ...text.matchAll(SUBJECT_CODE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
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

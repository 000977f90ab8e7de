import type { Roadmap } from '../model/roadmap';
import type { Span } from '../model/span';
import type { ActionNumber } from './action-numbers';
import { isLetterOrDigitAt, widthAt } from './characters';
import { findCitations } from './citations';
import { matchesApart } from './match-at';
import { sentencesOf } from './sentences';

/** How the roadmaps that a report is on are called in running text; made once for a context. */
export interface OwnPlans {
  readonly plans: readonly {
    /** The words of title and period, folded. */
    readonly words: ReadonlySet<string>;
    /** The first letters of the title's words, in which an abbreviation of it is found: "CMU". */
    readonly initials: string;
  }[];
  /** The normal forms of their references. */
  readonly references: ReadonlySet<string>;
}

/** What {@link createPlanJudge} needs to know of roadmaps. */
export function indexOwnPlans(roadmaps: readonly Roadmap[]): OwnPlans {
  return {
    plans: roadmaps.map((roadmap) => {
      const days = [roadmap.period?.earliest, roadmap.period?.latest, roadmap.date];
      const years = days.map((day) => day?.slice(0, 4) ?? '').join(' ');
      const words = contentWords(roadmap.title);
      return {
        words: new Set([...words, ...contentWords(years)]),
        initials: words.map((word) => word[0]).join(''),
      };
    }),
    references: new Set(
      roadmaps.flatMap((roadmap) => roadmap.references.flatMap((text) => findCitations(text).map(({ id }) => id))),
    ),
  };
}

/**
 * Tells which numbers in a text belong to actions of another plan (DESIGN, section 3, "Mentions"). What is tied to a
 * number decides: in "action 11 of the Multi-Annual Action Plan" it does, in "Action 6 of the EU roadmap" it does not.
 * Where nothing is tied to it, the proper name of another plan in the same sentence does, unless the report's own
 * roadmap is named there too; in a heading only one before the number does ("EU Drugs Action Plan: Action 6").
 * A plan is another one when its name has a word that the titles of the report's roadmaps do not have; "the plan" alone
 * is the report's own. Linear in the length of the text, however many numbers are asked for.
 */
export function createPlanJudge(
  text: string,
  own: OwnPlans,
  place: 'heading' | 'sentence',
): (number: ActionNumber) => boolean {
  let sentences: readonly JudgedSentence[] | undefined;
  return ({ list }) => {
    const tied = tiedDocument(text.slice(list.end, list.end + LONGEST_TIE), own);
    if (tied) {
      return tied === 'other';
    }
    sentences ??= judgeSentences(text, own);
    const sentence = sentences[lastStartingBefore(sentences, list.end)];
    return place === 'heading'
      ? isLost(sentence?.names.filter((name) => name.start < list.start) ?? [])
      : (sentence?.isLost ?? false);
  };
}

type Owner = 'own' | 'other';

interface JudgedSentence extends Span {
  readonly names: readonly JudgedName[];
  /** Whether a number in it that nothing is tied to is another plan's. */
  readonly isLost: boolean;
}

interface JudgedName {
  readonly start: number;
  readonly owner: Owner;
}

const LONGEST_TIE = 300;

/** What ties a document to a number before it: "of the", "under"; a space or bracket alone ties no more than a plan. */
const TIE =
  /^(?:[\s,]{0,3}(?<word>(?:of|in|from|under|within|set out in|listed in)\s{1,3})(?:(?:the|its|this|that|our|their)\s{1,3})?|\s{0,3}\(?(?:the\s{1,3})?)/iu;

/**
 * What kinds of documents have numbered actions. Programmes that spend money have none, so "programme" alone is none.
 */
const PLAN = /(?:plan|road-?\s?map|(?:action|work|working|operational)\s{1,3}program(?:me)?)s?/giu;

/** Documents that have them now and then; they count only where they are tied to the number. */
const STRATEGY = /(?:strateg(?:y|ies)|agendas?|programmes?|declarations?|initiatives?)/giu;

/** Whose the document is that the text starts with, behind a tie; undefined where it starts with none. */
function tiedDocument(behind: string, own: OwnPlans): Owner | undefined {
  const tie = TIE.exec(behind);
  const rest = behind.slice(tie?.[0].length ?? 0);
  if (tie?.groups?.word === undefined) {
    return namesIn(rest, PLAN)
      .find((name) => name.start === 0)
      ?.owner(own);
  }
  const [citation] = findCitations(rest);
  if (citation?.span.start === 0) {
    return own.references.has(citation.id) ? 'own' : 'other';
  }
  const isTied = (name: PlanName) => name.start === 0;
  return (namesIn(rest, PLAN).find(isTied) ?? namesIn(rest, STRATEGY).find(isTied))?.owner(own);
}

function judgeSentences(text: string, own: OwnPlans): JudgedSentence[] {
  return sentencesOf(text).map((sentence) => {
    const names = namesIn(text.slice(sentence.start, sentence.end), PLAN)
      .filter((name) => name.proper)
      .map((name) => ({ start: sentence.start + name.start, owner: name.owner(own) }));
    return { ...sentence, names, isLost: isLost(names) };
  });
}

function isLost(names: readonly JudgedName[]): boolean {
  return names.some((name) => name.owner === 'other') && !names.some((name) => name.owner === 'own');
}

/** Index of the last of the sentences that starts before `offset`. */
function lastStartingBefore(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) < offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

interface PlanName extends Span {
  /** Whether it is written as a name ("Action Plan") rather than as a word ("an implementation plan"). */
  readonly proper: boolean;
  owner(own: OwnPlans): Owner;
}

const WORD_BEFORE = /(?:^|[\s(])([\p{L}\p{Nd}][\p{L}\p{Nd}'’./-]*)\s{1,3}$/u;
/** Words that a name does not go back over. */
const LIMIT =
  /^(?:the|a|an|this|that|these|those|of|in|on|for|to|under|with|and|or|its|their|our|by|from|as|at|is|are|was|were|be|has|have|had|will|which|see|also|within|both|each|every|any|all|no|said|into|via|through|per)$/iu;
const LONGEST_NAME = 7;
const LONGEST_WORD = 60;

function namesIn(text: string, kind: RegExp): PlanName[] {
  const isWhole = (match: RegExpExecArray) => !isLetterOrDigitAt(text, match.index + match[0].length);
  return matchesApart(kind, text)
    .filter(isWhole)
    .map((match) => nameAround(match, text));
}

function nameAround(match: RegExpExecArray, text: string): PlanName {
  let start = match.index;
  const modifiers: string[] = [];
  while (modifiers.length < LONGEST_NAME) {
    const before = WORD_BEFORE.exec(text.slice(Math.max(0, start - LONGEST_WORD), start));
    const word = before?.[1];
    if (!before || word === undefined || LIMIT.test(word)) {
      break;
    }
    modifiers.unshift(word);
    start -= before[0].length - (/^[\s(]/.test(before[0]) ? 1 : 0);
  }
  const end = match.index + match[0].length;
  const subject = () => SUBJECT.exec(text.slice(end, end + 2 * LONGEST_WORD));
  return {
    start,
    end,
    // The words for plans are in plain letters.
    proper: /^[A-Z]/.test(match[0]),
    owner: (own) => ownerOf([...modifiers, subject()?.slice(1).join('') ?? ''], match[0], own),
  };
}

/**
 * "Action Plan on Drugs", "action plan against fraud", "Strategy to tackle Organised Crime", "Action Plan 2021-2025": the
 * word behind that says which.
 */
const SUBJECT =
  /^\s{1,3}(?:(?:on|against|to\s{1,3}\p{Ll}+)\s{1,3}(?:the\s{1,3})?([\p{L}-]+)|(?:for\s{1,3}(?:the\s{1,3})?)?(\p{Lu}[\p{L}-]*|\d{4}(?:[-–/]\d{2,4})?)(?=[\s.,;:)]|$))/u;

/** Words that tell no plan from another. */
const GENERIC: ReadonlySet<string> = new Set(
  (
    'eu european union commission council presidency action whole overall current present new latest revised updated ' +
    'adopted agreed common aforementioned mentioned above'
  ).split(' '),
);

/** What a title calls its document: a roadmap is no action plan, even where both are about drugs. */
const KINDS: readonly string[] = ['plan', 'roadmap', 'programme', 'program', 'strategy', 'agenda'];

function ownerOf(words: readonly string[], kind: string, own: OwnPlans): Owner {
  const telling = contentWords(words.join(' ')).filter((word) => !GENERIC.has(word));
  const capitals = new Set(words.filter((word) => /^\p{Lu}{2,}$/u.test(word)).map((word) => word.toLowerCase()));
  const [head = ''] = contentWords(kind.replace(/[-\s]+/g, '')).slice(-1);
  const fits = own.plans.some(
    (plan) =>
      (plan.words.has(head) || !KINDS.some((one) => plan.words.has(one))) &&
      telling.every((word) => plan.words.has(word) || (capitals.has(word) && plan.initials.includes(word))),
  );
  return telling.length === 0 || fits ? 'own' : 'other';
}

/** Words in lower case, without a genitive and a plural's "s". */
function contentWords(text: string): string[] {
  const folded = text.toLowerCase();
  const words: string[] = [];
  for (let at = 0; at < folded.length; ) {
    let end = at;
    while (isLetterOrDigitAt(folded, end)) {
      end += widthAt(folded, end);
    }
    const word = folded.slice(at, end);
    const isGenitive = word === 's' && /['’]/.test(folded.charAt(at - 1));
    if (word !== '' && !isGenitive) {
      words.push(word.replace(/(?<=[^\p{Nd}]{3})s$/u, ''));
    }
    at = Math.max(end, at + 1);
  }
  return words;
}

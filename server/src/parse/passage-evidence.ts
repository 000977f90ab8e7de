import type { Passage } from '../model/report';
import { type PromiseIndex, type PromisePosting, type PromiseTerm, SOMETHING } from './promise-index';
import { sentencesOf } from './sentences';
import type { KnownMeaning, TermReader } from './subject-terms';
import { sum } from './sum';

/** How fully a passage says what a roadmap promises for an action. */
export interface PassageMatch {
  /** Index of the action. */
  readonly action: number;
  /** How much of a title's meaning one sentence has, from 0 to 1. */
  readonly covered: number;
}

/** Finds the actions that a passage is plainly about. */
export interface PassageMatcher {
  /**
   * One sentence of the passage has nearly everything that the title of the action, or of one of its deliverables, says,
   * and that is not little. The best match of each action.
   *
   * @param meanings what its words say
   */
  match(passage: Passage, meanings: readonly KnownMeaning[]): readonly PassageMatch[];
}

/** A matcher for the promises of a roadmap; made once for them. */
export function createPassageMatcher(index: PromiseIndex, reader: TermReader): PassageMatcher {
  const strong = new StrongTermCounter(index);
  return {
    match: (passage, meanings) =>
      strong.promisesWith(meanings, 0, meanings.length).some((promise) => isCovered(meanings, promise, index))
        ? matchSentences(passage, index, strong, reader)
        : [],
  };
}

/** How much of a title a sentence has to cover. */
const COVERED = 0.8;
/** How much what is covered has to tell: more than one rare word, with half a word for what is missing. */
const TOLD = 1.65;
/** How many terms have to say something. */
const TERMS = 3;

/** Tells the promises that words could match, by the terms of which they say something: hardly any sentence has one. */
class StrongTermCounter {
  /** By term, by promise, and by promise found: the number of the count that met it last. */
  private readonly termSeen: Int32Array;
  private readonly promiseSeen: Int32Array;
  private readonly promiseFound: Int32Array;
  /** By promise: how many of its terms that count met, and how much of it can be told at most. */
  private readonly counts: Int32Array;
  private readonly most: Float64Array;
  private run = 0;

  constructor(private readonly index: PromiseIndex) {
    const { length } = index.promises;
    this.termSeen = new Int32Array(index.terms);
    this.promiseSeen = new Int32Array(length);
    this.promiseFound = new Int32Array(length);
    this.counts = new Int32Array(length);
    this.most = new Float64Array(length);
  }

  /** The promises that the words from one to another (exclusive) could match, in no order. */
  promisesWith(meanings: readonly KnownMeaning[], from: number, to: number): readonly number[] {
    this.run++;
    let found: number[] | undefined;
    for (let index = from; index < to; index++) {
      const meaning = meanings[index];
      if (!meaning) {
        break;
      }
      const strong = this.index.strongTerms(meaning);
      for (let position = 0; position < strong.length; position++) {
        const term = strong[position];
        if (term && this.termSeen[term.number] !== this.run && this.isFoundWith(term)) {
          found ??= [];
          found.push(term.promise);
        }
      }
    }
    return found ?? NONE;
  }

  /** Counts a term. Tells whether with it, and not before, its promise can be matched; with a little room for rounding. */
  private isFoundWith({ promise, number, gain }: PromiseTerm): boolean {
    const one = this.index.promises[promise];
    if (!one) {
      return false;
    }
    const isFirst = this.promiseSeen[promise] !== this.run;
    const count = (isFirst ? 0 : (this.counts[promise] ?? 0)) + 1;
    const most = (isFirst ? one.weakTotal : (this.most[promise] ?? 0)) + gain;
    this.termSeen[number] = this.run;
    this.promiseSeen[promise] = this.run;
    this.counts[promise] = count;
    this.most[promise] = most;
    const isFound = count >= TERMS && most / one.total >= COVERED - ROUNDING && this.promiseFound[promise] !== this.run;
    if (isFound) {
      this.promiseFound[promise] = this.run;
    }
    return isFound;
  }
}

const ROUNDING = 1e-9;

const NONE: readonly number[] = [];

/** Whether the words of a passage together have what one of its sentences has to have; with a little room for rounding. */
function isCovered(meanings: readonly KnownMeaning[], promise: number, index: PromiseIndex): boolean {
  const total = index.promises[promise]?.total ?? Number.POSITIVE_INFINITY;
  return sum(toldOf(meanings, promise, index).told) / total >= COVERED - ROUNDING;
}

function matchSentences(
  passage: Passage,
  index: PromiseIndex,
  strong: StrongTermCounter,
  reader: TermReader,
): readonly PassageMatch[] {
  const best = new Map<number, number>();
  const placed = reader.place(passage.text);
  const meanings = placed.map(({ meaning }) => meaning);
  let first = 0;
  for (const { end } of sentencesOf(passage.text)) {
    const start = first;
    while ((placed[first]?.start ?? Number.POSITIVE_INFINITY) < end) {
      first++;
    }
    const promises = strong.promisesWith(meanings, start, first);
    for (const { action, covered } of matchPromises(meanings.slice(start, first), promises, index)) {
      best.set(action, Math.max(best.get(action) ?? 0, covered));
    }
  }
  return [...best].map(([action, covered]) => ({ action, covered }));
}

/** Those of the promises that a sentence matches, in the order in which its words lead to them. */
function matchPromises(
  sentence: readonly KnownMeaning[],
  promises: readonly number[],
  index: PromiseIndex,
): readonly PassageMatch[] {
  return promises
    .flatMap((number) => {
      const promise = index.promises[number];
      const { told, place } = toldOf(sentence, number, index);
      const total = sum(told);
      const covered = total / (promise?.total ?? 0);
      const isMatch =
        covered >= COVERED && covered * total >= TOLD && told.filter((one) => one >= SOMETHING).length >= TERMS;
      return promise && isMatch ? [{ number, action: promise.action, covered, place }] : [];
    })
    .sort((a, b) => a.place - b.place || a.number - b.number);
}

/** How much words say of each term of a promise that they fit, and the place of the first key that fits one. */
function toldOf(
  meanings: readonly KnownMeaning[],
  promise: number,
  index: PromiseIndex,
): { readonly told: readonly number[]; readonly place: number } {
  const one = index.promises[promise];
  const fits: number[] = [];
  const terms: number[] = [];
  let place = 0;
  let keysBefore = 0;
  for (const meaning of meanings) {
    const keys = index.promiseKeys(meaning);
    for (let position = 0; position < keys.length; position++) {
      const key = keys[position];
      for (const { term, strength } of (key && one?.byKey.get(key.key)) ?? NO_POSTINGS) {
        const fit = (key?.strength ?? 0) * strength;
        const before = fits[term];
        if (before === undefined) {
          place = terms.length === 0 ? keysBefore + (key?.place ?? 0) : place;
          terms.push(term);
        }
        fits[term] = Math.max(before ?? 0, fit);
      }
    }
    keysBefore += meaning.keys.length;
  }
  return { told: terms.map((term) => (fits[term] ?? 0) * (one?.tells[term] ?? 0)), place };
}

const NO_POSTINGS: readonly PromisePosting[] = [];

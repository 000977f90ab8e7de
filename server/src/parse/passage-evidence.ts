import type { ActionEvidence } from './action-evidence';
import { type ActionPromise, SOMETHING } from './promise-index';
import type { PassageTerms } from './section-evidence';
import { sentencesOf } from './sentences';
import type { PlacedMeaning } from './subject-terms';
import { sum } from './sum';

/** How fully a passage says what a roadmap promises for an action. */
export interface PassageMatch {
  /** Index of the action. */
  readonly action: number;
  /** How much of a title's meaning one sentence has, from 0 to 1. */
  readonly covered: number;
}

/**
 * The actions that a passage is plainly about: one sentence of it has nearly everything that the title of the action, or
 * of one of its deliverables, says, and that is not little. The best match of each action.
 */
export function matchPassage({ passage, terms }: PassageTerms, evidence: ActionEvidence): readonly PassageMatch[] {
  if (!canMatch(terms, 0, terms.length, evidence)) {
    return [];
  }
  const best = new Map<number, number>();
  let first = 0;
  for (const { end } of sentencesOf(passage.text)) {
    const start = first;
    while ((terms[first]?.start ?? Number.POSITIVE_INFINITY) < end) {
      first++;
    }
    if (canMatch(terms, start, first, evidence)) {
      for (const [promise, covered] of matchSentence(terms.slice(start, first), evidence)) {
        best.set(promise.action, Math.max(best.get(promise.action) ?? 0, covered));
      }
    }
  }
  return [...best].map(([action, covered]) => ({ action, covered }));
}

/** How much of a title a sentence has to cover. */
const COVERED = 0.8;
/** How much what is covered has to tell: more than one rare word, with half a word for what is missing. */
const TOLD = 1.65;
/** How many terms have to say something. */
const TERMS = 3;

/** Whether words from one to another (exclusive) say something of enough terms of one promise: hardly any do. */
function canMatch(words: readonly PlacedMeaning[], from: number, to: number, { promises }: ActionEvidence): boolean {
  let terms: Set<number> | undefined;
  let counts: Map<number, number> | undefined;
  for (let index = from; index < to; index++) {
    const word = words[index];
    for (const { promise, number } of word ? promises.strongTerms(word.meaning) : []) {
      terms ??= new Set();
      counts ??= new Map();
      if (!terms.has(number)) {
        terms.add(number);
        const count = (counts.get(promise) ?? 0) + 1;
        if (count >= TERMS) {
          return true;
        }
        counts.set(promise, count);
      }
    }
  }
  return false;
}

function matchSentence(sentence: readonly PlacedMeaning[], evidence: ActionEvidence): [ActionPromise, number][] {
  const { promises, byKey } = evidence.promises;
  const fits = new Map<number, Map<number, number>>();
  for (const { meaning } of sentence) {
    for (const { key, strength } of meaning.keys) {
      for (const posting of byKey.get(key) ?? []) {
        const terms = fits.get(posting.promise) ?? new Map<number, number>();
        fits.set(posting.promise, terms);
        terms.set(posting.term, Math.max(terms.get(posting.term) ?? 0, strength * posting.strength));
      }
    }
  }
  return [...fits].flatMap(([index, terms]): [ActionPromise, number][] => {
    const promise = promises[index];
    if (!promise || terms.size < TERMS) {
      return [];
    }
    const told = [...terms].map(([term, fit]) => fit * (promise.tells[term] ?? 0));
    const total = sum(told);
    const covered = total / promise.total;
    const isMatch =
      covered >= COVERED && covered * total >= TOLD && told.filter((one) => one >= SOMETHING).length >= TERMS;
    return isMatch ? [[promise, covered]] : [];
  });
}

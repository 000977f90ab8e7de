import type { ActionEvidence, ActionPromise } from './action-evidence';
import type { PassageTerms } from './section-evidence';
import { sentencesOf } from './sentences';
import type { Term } from './subject-terms';

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
  const best = new Map<number, number>();
  let first = 0;
  for (const { end } of sentencesOf(passage.text)) {
    const start = first;
    while ((terms[first]?.start ?? Number.POSITIVE_INFINITY) < end) {
      first++;
    }
    for (const [promise, covered] of matchSentence(terms.slice(start, first), evidence)) {
      best.set(promise.action, Math.max(best.get(promise.action) ?? 0, covered));
    }
  }
  return [...best].map(([action, covered]) => ({ action, covered }));
}

/** How much of a title a sentence has to cover. */
const COVERED = 0.8;
/** How much what is covered has to tell: more than one rare word, with half a word for what is missing. */
const TOLD = 1.65;
/** How many terms have to say something, and how much that is. */
const TERMS = 3;
const SOMETHING = 0.4;

function matchSentence(sentence: readonly Term[], evidence: ActionEvidence): [ActionPromise, number][] {
  const { promises, byKey } = evidence.promises;
  const fits = new Map<number, Map<number, number>>();
  for (const term of sentence) {
    for (const { key, strength } of term.keys) {
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
    const total = told.reduce((all, one) => all + one, 0);
    const covered = total / promise.total;
    const isMatch =
      covered >= COVERED && covered * total >= TOLD && told.filter((one) => one >= SOMETHING).length >= TERMS;
    return isMatch ? [[promise, covered]] : [];
  });
}

import type { Roadmap } from '../model/roadmap';
import { distinct, type KnownMeaning, rememberedById, type Term, type TermReader } from './subject-terms';
import { sum } from './sum';

/** Titles of actions and deliverables, ready for finding those whose terms a sentence has. */
export interface PromiseIndex {
  readonly promises: readonly ActionPromise[];
  /** How many terms all promises have. */
  readonly terms: number;
  /** The terms of promises that a meaning fits so well that it says something of them. */
  strongTerms(meaning: KnownMeaning): readonly PromiseTerm[];
}

export interface ActionPromise {
  /** Index of the action. */
  readonly action: number;
  /** How much each term tells. */
  readonly tells: readonly number[];
  readonly total: number;
  /** Its terms by each of their keys, and how well the key fits. */
  readonly byKey: ReadonlyMap<string, readonly PromisePosting[]>;
}

export interface PromisePosting {
  readonly term: number;
  readonly strength: number;
}

/** A term of a promise. */
export interface PromiseTerm {
  readonly promise: number;
  /** Counts all terms of all promises of the index. */
  readonly number: number;
}

/** How much a term of a promise has to be said to be something. */
export const SOMETHING = 0.4;

/**
 * Indexes the titles of a roadmap's actions and of their deliverables.
 *
 * @param tells how much a term tells
 */
export function indexPromises(roadmap: Roadmap, reader: TermReader, tells: (term: Term) => number): PromiseIndex {
  const promises: ActionPromise[] = [];
  const promisesByKey = new Map<string, number[]>();
  const firstTerms: number[] = [];
  let count = 0;
  for (const [index, action] of roadmap.actions.entries()) {
    for (const title of [action.title, ...action.deliverables.map((deliverable) => deliverable.title)]) {
      const terms = distinct(reader.read(title));
      const told = terms.map(tells);
      const byKey = postingsOf(terms);
      for (const key of byKey.keys()) {
        const present = promisesByKey.get(key);
        if (present) {
          present.push(promises.length);
        } else {
          promisesByKey.set(key, [promises.length]);
        }
      }
      promises.push({ action: index, tells: told, total: sum(told), byKey });
      firstTerms.push(count);
      count += terms.length;
    }
  }
  const strongTerms = ({ keys }: KnownMeaning): readonly PromiseTerm[] => {
    const strong = new Map<number, PromiseTerm>();
    for (const { key, strength } of keys) {
      for (const promise of promisesByKey.get(key) ?? []) {
        for (const posting of promises[promise]?.byKey.get(key) ?? []) {
          const number = (firstTerms[promise] ?? 0) + posting.term;
          if (strength * posting.strength * (promises[promise]?.tells[posting.term] ?? 0) >= SOMETHING) {
            strong.set(number, { promise, number });
          }
        }
      }
    }
    return [...strong.values()];
  };
  return { promises, terms: count, strongTerms: rememberedById(strongTerms) };
}

function postingsOf(terms: readonly Term[]): ReadonlyMap<string, readonly PromisePosting[]> {
  const byKey = new Map<string, PromisePosting[]>();
  for (const [term, { keys }] of terms.entries()) {
    for (const { key, strength } of keys) {
      const present = byKey.get(key);
      if (present) {
        present.push({ term, strength });
      } else {
        byKey.set(key, [{ term, strength }]);
      }
    }
  }
  return byKey;
}

import type { Roadmap } from '../model/roadmap';
import { distinct, type KnownMeaning, rememberedById, type Term, type TermKey, type TermReader } from './subject-terms';
import { sum } from './sum';

/** Titles of actions and deliverables, ready for finding those whose terms a sentence has. */
export interface PromiseIndex {
  readonly promises: readonly ActionPromise[];
  /** How many terms all promises have. */
  readonly terms: number;
  /** Those keys of a meaning that a promise has. */
  promiseKeys(meaning: KnownMeaning): readonly PromiseKey[];
  /** The terms of promises that a meaning fits so well that it says something of them. */
  strongTerms(meaning: KnownMeaning): readonly PromiseTerm[];
}

export interface ActionPromise {
  /** Index of the action. */
  readonly action: number;
  /** How much each term tells. */
  readonly tells: readonly number[];
  readonly total: number;
  /** How much of it can be told at most by words that say {@link SOMETHING} of none of its terms. */
  readonly weakTotal: number;
  /** The number of its first term among all terms of the index. */
  readonly firstTerm: number;
  /** Its terms by the number of each of their keys, and how well the key fits. */
  readonly byKey: ReadonlyMap<number, readonly PromisePosting[]>;
}

export interface PromisePosting {
  readonly term: number;
  readonly strength: number;
}

/** A key of a meaning. */
export interface PromiseKey {
  /** The number of the key in the index. */
  readonly key: number;
  readonly strength: number;
  /** Its place among all keys of the meaning. */
  readonly place: number;
}

/** A term of a promise. */
export interface PromiseTerm {
  readonly promise: number;
  /** Counts all terms of all promises of the index. */
  readonly number: number;
  /** How much more a word that says something of it can tell than one that does not. */
  readonly gain: number;
}

/** How much a term of a promise has to be said to be something. */
export const SOMETHING = 0.4;

/**
 * Indexes the titles of a roadmap's actions and of their deliverables.
 *
 * @param tells how much a term tells
 */
export function indexPromises(roadmap: Roadmap, reader: TermReader, tells: (term: Term) => number): PromiseIndex {
  const keys = new KeyNumbers();
  const promises: ActionPromise[] = [];
  const promisesByKey: number[][] = [];
  let count = 0;
  for (const [index, action] of roadmap.actions.entries()) {
    for (const title of [action.title, ...action.deliverables.map((deliverable) => deliverable.title)]) {
      const terms = distinct(reader.read(title));
      const told = terms.map(tells);
      const byKey = postingsOf(terms, keys);
      for (const key of byKey.keys()) {
        promisesByKey[key] ??= [];
        promisesByKey[key]?.push(promises.length);
      }
      const weakTotal = sum(told.map((one) => Math.min(one, SOMETHING)));
      promises.push({ action: index, tells: told, total: sum(told), weakTotal, firstTerm: count, byKey });
      count += terms.length;
    }
  }
  const promiseKeys = rememberedById((meaning) => keys.known(meaning.keys));
  const strongTerms = (meaning: KnownMeaning): readonly PromiseTerm[] => {
    const strong: PromiseTerm[] = [];
    for (const { key, strength } of promiseKeys(meaning)) {
      for (const promise of promisesByKey[key] ?? []) {
        const one = promises[promise];
        for (const posting of one?.byKey.get(key) ?? []) {
          const tells = one?.tells[posting.term] ?? 0;
          if (one && strength * posting.strength * tells >= SOMETHING) {
            strong.push({ promise, number: one.firstTerm + posting.term, gain: tells - SOMETHING });
          }
        }
      }
    }
    return strong;
  };
  return { promises, terms: count, promiseKeys, strongTerms: rememberedById(strongTerms) };
}

function postingsOf(terms: readonly Term[], numbers: KeyNumbers): ReadonlyMap<number, readonly PromisePosting[]> {
  const byKey = new Map<number, PromisePosting[]>();
  for (const [term, { keys }] of terms.entries()) {
    for (const { key, strength } of keys) {
      const number = numbers.add(key);
      const present = byKey.get(number);
      if (present) {
        present.push({ term, strength });
      } else {
        byKey.set(number, [{ term, strength }]);
      }
    }
  }
  return byKey;
}

/** The keys of all promises, numbered from 0. */
class KeyNumbers {
  private readonly numbers = new Map<string, number>();

  add(key: string): number {
    const number = this.numbers.get(key) ?? this.numbers.size;
    this.numbers.set(key, number);
    return number;
  }

  known(keys: readonly TermKey[]): readonly PromiseKey[] {
    return keys.flatMap(({ key, strength }, place) => {
      const number = this.numbers.get(key);
      return number === undefined ? [] : [{ key: number, strength, place }];
    });
  }
}

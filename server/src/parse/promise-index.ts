import type { Roadmap } from '../model/roadmap';
import { distinct, type KnownMeaning, rememberedById, type Term, type TermReader } from './subject-terms';
import { sum } from './sum';

/** Titles of actions and deliverables, ready for finding those whose terms a sentence has. */
export interface PromiseIndex {
  readonly promises: readonly ActionPromise[];
  /** By key of a term: promise, term of that promise, and how well the key fits. */
  readonly byKey: ReadonlyMap<string, readonly PromisePosting[]>;
  /** The terms of promises that a meaning fits so well that it says something of them. */
  strongTerms(meaning: KnownMeaning): readonly PromiseTerm[];
}

export interface ActionPromise {
  /** Index of the action. */
  readonly action: number;
  /** How much each term tells. */
  readonly tells: readonly number[];
  readonly total: number;
}

export interface PromisePosting {
  readonly promise: number;
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
  const firstTerms: number[] = [];
  const byKey = new Map<string, PromisePosting[]>();
  let count = 0;
  for (const [index, action] of roadmap.actions.entries()) {
    for (const title of [action.title, ...action.deliverables.map((deliverable) => deliverable.title)]) {
      const terms = distinct(reader.read(title));
      const told = terms.map(tells);
      for (const [position, term] of terms.entries()) {
        for (const { key, strength } of term.keys) {
          const postings = byKey.get(key) ?? [];
          byKey.set(key, postings);
          postings.push({ promise: promises.length, term: position, strength });
        }
      }
      promises.push({ action: index, tells: told, total: sum(told) });
      firstTerms.push(count);
      count += terms.length;
    }
  }
  const strongTerms = ({ keys }: KnownMeaning): readonly PromiseTerm[] => {
    const strong: PromiseTerm[] = [];
    for (const { key, strength } of keys) {
      for (const posting of byKey.get(key) ?? []) {
        const told = strength * posting.strength * (promises[posting.promise]?.tells[posting.term] ?? 0);
        const number = (firstTerms[posting.promise] ?? 0) + posting.term;
        if (told >= SOMETHING && !strong.some((one) => one.number === number)) {
          strong.push({ promise: posting.promise, number });
        }
      }
    }
    return strong;
  };
  return { promises, byKey, strongTerms: rememberedById(strongTerms) };
}

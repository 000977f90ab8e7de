import type { Roadmap } from '../model/roadmap';
import { distinct, type KnownMeaning, rememberedById, type Term, type TermReader } from './subject-terms';
import { sum } from './sum';

/** Titles of actions and deliverables, ready for finding those whose terms a sentence has. */
export interface PromiseIndex {
  readonly promises: readonly ActionPromise[];
  /** How many terms all promises have. */
  readonly terms: number;
  /** How well a meaning fits the terms of promises, by the promise's number; for those that it fits at all. */
  fits(meaning: KnownMeaning): ReadonlyMap<number, PromiseFit>;
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

/** How a meaning fits a promise. */
export interface PromiseFit {
  /** Index of the first key of the meaning that the promise has. */
  readonly firstKey: number;
  /** How well it fits each term that it fits. */
  readonly byTerm: ReadonlyMap<number, number>;
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
  const postings: Postings = new Map();
  let count = 0;
  for (const [index, action] of roadmap.actions.entries()) {
    for (const title of [action.title, ...action.deliverables.map((deliverable) => deliverable.title)]) {
      const terms = distinct(reader.read(title));
      const told = terms.map(tells);
      addPostings(promises.length, terms, postings);
      promises.push({ action: index, tells: told, total: sum(told) });
      firstTerms.push(count);
      count += terms.length;
    }
  }
  const fits = rememberedById((meaning) => fitsOf(meaning, postings));
  const strongTerms = (meaning: KnownMeaning): readonly PromiseTerm[] =>
    [...fits(meaning)].flatMap(([promise, { byTerm }]) =>
      [...byTerm]
        .filter(([term, fit]) => fit * (promises[promise]?.tells[term] ?? 0) >= SOMETHING)
        .map(([term]) => ({ promise, number: (firstTerms[promise] ?? 0) + term })),
    );
  return { promises, terms: count, fits, strongTerms: rememberedById(strongTerms) };
}

/** By key: the terms of promises that have it, and how well it fits them. */
type Postings = Map<string, { readonly promise: number; readonly term: number; readonly strength: number }[]>;

function addPostings(promise: number, terms: readonly Term[], postings: Postings): void {
  for (const [term, { keys }] of terms.entries()) {
    for (const { key, strength } of keys) {
      const posting = { promise, term, strength };
      const present = postings.get(key);
      if (present) {
        present.push(posting);
      } else {
        postings.set(key, [posting]);
      }
    }
  }
}

function fitsOf({ keys }: KnownMeaning, postings: Postings): ReadonlyMap<number, PromiseFit> {
  const fits = new Map<number, { readonly firstKey: number; readonly byTerm: Map<number, number> }>();
  for (const [index, { key, strength }] of keys.entries()) {
    for (const posting of postings.get(key) ?? []) {
      const fit = fits.get(posting.promise) ?? { firstKey: index, byTerm: new Map() };
      fits.set(posting.promise, fit);
      fit.byTerm.set(posting.term, Math.max(fit.byTerm.get(posting.term) ?? 0, strength * posting.strength));
    }
  }
  return fits.size > 0 ? fits : NO_FITS;
}

const NO_FITS: ReadonlyMap<number, PromiseFit> = new Map();

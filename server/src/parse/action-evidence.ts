import type { Action, Roadmap } from '../model/roadmap';
import type { Term, TermReader } from './subject-terms';

/**
 * What a roadmap says about its actions, indexed for the question which of them a text is about. Built once for a
 * roadmap; arrays are parallel to `roadmap.actions`.
 */
export interface ActionEvidence {
  readonly roadmap: Roadmap;
  /** The terms of each action's title, each once, and how much they tell together. */
  readonly titles: readonly TitleTerms[];
  /** How well a term fits each action's title, from 0 to 1. */
  fitTitles(term: Term): readonly number[];
  /** How well a term fits what else is said of each action: deliverables, their notes, and the area. */
  fitDetails(term: Term): readonly number[];
  /** How much a term tells that fits actions this well: 1 for a term of one action, less the more have it. */
  rarity(fits: readonly number[]): number;
  /** How much an actor tells about each action: its rarity where it answers for it, else 0. */
  fitActor(actor: string): readonly number[];
  /** The sentences of the roadmap that a passage can match: titles of actions and deliverables, by key of their terms. */
  readonly promises: PromiseIndex;
}

export interface TitleTerms {
  readonly terms: readonly { readonly term: Term; readonly tells: number }[];
  readonly total: number;
}

/** Titles of actions and deliverables, ready for finding those whose terms a sentence has. */
export interface PromiseIndex {
  readonly promises: readonly ActionPromise[];
  /** By key of a term: promise, term of that promise, and how well the key fits. */
  readonly byKey: ReadonlyMap<string, readonly PromisePosting[]>;
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

/** How much deliverables' titles, their notes and the area's title count beside the action's title. */
const DELIVERABLE_WEIGHT = 0.6;
const NOTE_WEIGHT = 0.35;
const AREA_WEIGHT = 0.3;

/** What a roadmap says about each of its actions, as weighed stems: titles most, then deliverables, notes, the area. */
export function indexActionEvidence(roadmap: Roadmap, reader: TermReader): ActionEvidence {
  const count = roadmap.actions.length;
  const titles = new Postings(count);
  const details = new Postings(count);
  const all = new Postings(count);
  const titleTerms = roadmap.actions.map((action, index) => {
    const terms = distinct(reader.terms(action.title));
    titles.add(index, terms, 1);
    all.add(index, terms, 1);
    for (const [text, weight] of detailsOf(action, roadmap)) {
      const found = reader.terms(text);
      details.add(index, found, weight);
      all.add(index, found, weight === DELIVERABLE_WEIGHT ? 1 : 0);
    }
    return terms;
  });
  const rarity = (fits: readonly number[]) => rarityOf(fits, count);
  return {
    roadmap,
    titles: titleTerms.map((terms) =>
      withTotal(terms.map((term) => ({ term, tells: term.weight * rarity(titles.fit(term)) }))),
    ),
    fitTitles: (term) => titles.fit(term),
    fitDetails: (term) => details.fit(term),
    rarity,
    fitActor: (actor) => {
      const fits = roadmap.actions.map((action) => (answersFor(action, actor) ? 1 : 0));
      const tells = rarity(fits);
      return fits.map((fit) => fit * tells);
    },
    promises: indexPromises(roadmap, reader, (term) => term.weight * rarity(all.fit(term))),
  };
}

/** Each term once, in order. */
export function distinct(terms: readonly Term[]): readonly Term[] {
  const seen = new Set<string>();
  return terms.filter(({ stem }) => !seen.has(stem) && seen.add(stem));
}

function detailsOf(action: Action, roadmap: Roadmap): readonly (readonly [text: string, weight: number])[] {
  const area = roadmap.areas.find(({ id }) => id === action.area);
  return [
    ...action.deliverables.flatMap(({ title, note }) => [
      [title, DELIVERABLE_WEIGHT] as const,
      [note ?? '', NOTE_WEIGHT] as const,
    ]),
    [area?.title ?? '', AREA_WEIGHT],
  ];
}

function answersFor(action: Action, actor: string): boolean {
  return action.actors.includes(actor) || action.deliverables.some(({ actors }) => actors.includes(actor));
}

/**
 * From 1 for what fits one action to little for what fits all. Something that fits none tells as much as something rare:
 * it tells that a text is about something else.
 */
function rarityOf(fits: readonly number[], count: number): number {
  const having = Math.max(0.5, sum(fits));
  return Math.log(1 + count / having) / Math.log(1 + 2 * count);
}

function indexPromises(roadmap: Roadmap, reader: TermReader, tells: (term: Term) => number): PromiseIndex {
  const promises: ActionPromise[] = [];
  const byKey = new Map<string, PromisePosting[]>();
  for (const [index, action] of roadmap.actions.entries()) {
    for (const title of [action.title, ...action.deliverables.map((deliverable) => deliverable.title)]) {
      const terms = distinct(reader.terms(title));
      const told = terms.map(tells);
      for (const [position, term] of terms.entries()) {
        for (const { key, strength } of term.keys) {
          const postings = byKey.get(key) ?? [];
          byKey.set(key, postings);
          postings.push({ promise: promises.length, term: position, strength });
        }
      }
      promises.push({ action: index, tells: told, total: sum(told) });
    }
  }
  return { promises, byKey };
}

function withTotal(terms: readonly { readonly term: Term; readonly tells: number }[]): TitleTerms {
  return { terms, total: sum(terms.map(({ tells }) => tells)) };
}

/** Which actions have a key, and how well it fits them. */
class Postings {
  private readonly byKey = new Map<string, number[]>();

  constructor(private readonly count: number) {}

  add(index: number, terms: readonly Term[], weight: number): void {
    if (weight === 0) {
      return;
    }
    for (const { keys } of terms) {
      for (const { key, strength } of keys) {
        const fits = this.byKey.get(key) ?? this.nothing();
        this.byKey.set(key, fits);
        fits[index] = Math.max(fits[index] ?? 0, strength * weight);
      }
    }
  }

  fit(term: Term): readonly number[] {
    const best = this.nothing();
    for (const { key, strength } of term.keys) {
      for (const [index, fit] of this.byKey.get(key)?.entries() ?? []) {
        best[index] = Math.max(best[index] ?? 0, fit * strength);
      }
    }
    return best;
  }

  private nothing(): number[] {
    return new Array<number>(this.count).fill(0);
  }
}

/** The sum of numbers; 0 of none. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

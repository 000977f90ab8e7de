import type { Action, Roadmap } from '../model/roadmap';
import { KeyStrengths } from './key-strengths';
import { createPassageMatcher, type PassageMatcher } from './passage-evidence';
import { indexPromises } from './promise-index';
import { asPartOfName } from './roadmap-name';
import {
  distinct,
  type KnownMeaning,
  rememberedById,
  type Term,
  type TermKey,
  type TermMeaning,
  type TermReader,
} from './subject-terms';
import { sum } from './sum';
import { standsForSeveral, titleTerms } from './title-terms';

/**
 * What a roadmap says about its actions, indexed for the question which of them a text is about. Built once for a roadmap
 * and the reader of the texts.
 */
export interface ActionEvidence {
  readonly roadmap: Roadmap;
  /** The roadmap's own title, in order: its stems, and their numbers. */
  readonly name: { readonly stems: readonly string[]; readonly families: readonly number[] };
  /** The titles of the actions, in order. */
  readonly titles: readonly ActionSubject[];
  /** The least {@link ActionSubject.total} of them; infinite where there is none. */
  readonly leastTotal: number;
  /** The titles and the titles of deliverables by each key of their terms. */
  subjectsWith(key: number): readonly ActionSubject[];
  /** The number of a key that a title or the title of a deliverable has. */
  numberOfKey(key: string): number | undefined;
  /** Those keys of a meaning that have a number. */
  subjectKeys(meaning: KnownMeaning): readonly SubjectKey[];
  /** What the keys of a section's heading and text are collected in; each is filled again for each section. */
  readonly keys: { readonly inHeading: KeyStrengths; readonly inText: KeyStrengths; readonly anywhere: KeyStrengths };
  /**
   * How well a term fits what is said of each action, from 0 to 1: in its title best, then in titles of deliverables, in
   * their notes and in the area's title. Parallel to `roadmap.actions`.
   */
  fitActions(term: TermMeaning): readonly number[];
  /** How much a meaning tells of each action: how well it fits, and how few others it fits. Parallel to the actions. */
  tells(meaning: KnownMeaning): readonly number[];
  /** The same for a word of the roadmap's name. */
  tellsAsName(meaning: KnownMeaning): readonly number[];
  /** Whether an action has a term with a key. */
  knows(key: string): boolean;
  /** Finds passages that say what titles of actions and deliverables say. */
  readonly passages: PassageMatcher;
}

/** A title of an action or a deliverable. */
export interface ActionSubject {
  /** Index of the action. */
  readonly action: number;
  readonly isDeliverable: boolean;
  /** Each term once. */
  readonly terms: readonly SubjectTerm[];
  /** How much the terms tell together. */
  readonly total: number;
}

export interface SubjectTerm {
  readonly term: Term;
  /** The term's keys; their strength is how much the term tells by each: the fewer actions have the key, the more. */
  readonly keys: readonly SubjectKey[];
}

/** A key of a subject, or of a word that may have it too. */
export interface SubjectKey {
  /** The number of the key. */
  readonly key: number;
  readonly strength: number;
  /** Whether it stands for several words of a title at once. */
  readonly isForSeveral: boolean;
}

/** How much deliverables' titles, their notes and the area's title count beside the action's title. */
const DELIVERABLE_WEIGHT = 0.6;
const NOTE_WEIGHT = 0.35;
const AREA_WEIGHT = 0.3;

/** Reads what a roadmap says about each of its actions. */
export function indexActionEvidence(roadmap: Roadmap, reader: TermReader): ActionEvidence {
  const count = roadmap.actions.length;
  /** What titles of actions have; what these and titles of deliverables have; what anything has, weighed. */
  const titles = new Postings(count);
  const all = new Postings(count);
  const weighed = new Postings(count);
  const read = roadmap.actions.map((action, index) => {
    const title = distinct(titleTerms(action.title, reader));
    const deliverables = action.deliverables.map((deliverable) => distinct(reader.read(deliverable.title)));
    titles.add(index, title, 1);
    for (const [terms, weight] of [
      [title, 1] as const,
      ...deliverables.map((one) => [one, DELIVERABLE_WEIGHT] as const),
    ]) {
      all.add(index, terms, 1);
      weighed.add(index, terms, weight);
    }
    for (const [text, weight] of furtherTexts(action, roadmap)) {
      weighed.add(index, reader.read(text), weight);
    }
    return { title, deliverables };
  });
  const tellActions = (term: TermMeaning): readonly number[] => {
    const fits = weighed.fit(term);
    const tells = rarityOf(fits, count) * term.weight;
    return fits.map((fit) => fit * tells);
  };
  const keys = new SubjectKeys();
  const titleSubjects = read.map(({ title }, action) => subjectOf(action, false, title, titles, keys));
  const deliverables = read.flatMap((one, action) =>
    one.deliverables.map((terms) => subjectOf(action, true, terms, all, keys)),
  );
  const byKey = subjectsByKey([...titleSubjects, ...deliverables], keys.count);
  const name = reader.meanings(roadmap.title);
  const newStrengths = () => new KeyStrengths(keys.count);
  return {
    roadmap,
    name: { stems: name.map(({ stem }) => stem), families: name.map(({ family }) => family) },
    titles: titleSubjects,
    leastTotal: Math.min(...titleSubjects.map(({ total }) => total)),
    subjectsWith: (key) => byKey[key] ?? [],
    numberOfKey: (key) => keys.numberOf(key),
    subjectKeys: rememberedById((meaning) => keys.known(meaning.keys)),
    keys: { inHeading: newStrengths(), inText: newStrengths(), anywhere: newStrengths() },
    fitActions: (term) => weighed.fit(term),
    tells: rememberedById(tellActions),
    tellsAsName: rememberedById((meaning) => tellActions(asPartOfName(meaning))),
    knows: (key) => weighed.has(key),
    passages: createPassageMatcher(
      indexPromises(roadmap, reader, (term) => term.weight * rarityOf(all.fit(term), count)),
      reader,
    ),
  };
}

function furtherTexts(action: Action, roadmap: Roadmap): readonly (readonly [text: string, weight: number])[] {
  const area = roadmap.areas.find(({ id }) => id === action.area);
  return [
    ...action.deliverables.flatMap(({ note }) => (note === undefined ? [] : [[note, NOTE_WEIGHT] as const])),
    [area?.title ?? '', AREA_WEIGHT],
  ];
}

/** A title of few words that are not everywhere says as much by these few. */
const LEAST_TOTAL = 1.5;
const MOST_SCALE = 2;

function subjectOf(
  action: number,
  isDeliverable: boolean,
  terms: readonly Term[],
  postings: Postings,
  numbers: SubjectKeys,
): ActionSubject {
  const told = terms.map((term) => ({ term, keys: postings.tell(term) }));
  const total = sum(told.map(({ keys }) => Math.max(0, ...keys.map(({ strength }) => strength))));
  const scale = total === 0 ? 1 : Math.min(MOST_SCALE, Math.max(1, LEAST_TOTAL / total));
  return {
    action,
    isDeliverable,
    terms: told.map(({ term, keys }) => ({
      term,
      keys: keys.map(({ key, strength }) => numbers.add(key, strength * scale)),
    })),
    total: Math.max(0.1, total * scale),
  };
}

function subjectsByKey(subjects: readonly ActionSubject[], count: number): readonly (readonly ActionSubject[])[] {
  const index = Array.from({ length: count }, (): ActionSubject[] => []);
  for (const subject of subjects) {
    for (const key of new Set(subject.terms.flatMap(({ keys }) => keys.map((one) => one.key)))) {
      index[key]?.push(subject);
    }
  }
  return index;
}

/** The keys of all subjects, numbered from 0. */
class SubjectKeys {
  private readonly numbers = new Map<string, number>();

  get count(): number {
    return this.numbers.size;
  }

  numberOf(key: string): number | undefined {
    return this.numbers.get(key);
  }

  add(key: string, strength: number): SubjectKey {
    const number = this.numbers.get(key) ?? this.numbers.size;
    this.numbers.set(key, number);
    return { key: number, strength, isForSeveral: standsForSeveral(key) };
  }

  /** Those of some keys that have a number. */
  known(keys: readonly TermKey[]): readonly SubjectKey[] {
    return keys.flatMap(({ key, strength }) => (this.numbers.has(key) ? [this.add(key, strength)] : []));
  }
}

/** From 1 for what fits one action to little for what fits all. */
function rarityOf(fits: readonly number[], count: number): number {
  return Math.log(1 + count / Math.max(1, sum(fits))) / Math.log(1 + count);
}

/** Which actions have a key, and how well it fits them. */
class Postings {
  /** For each key the actions that have it, in order. */
  private readonly byKey = new Map<string, { readonly action: number; fit: number }[]>();

  constructor(private readonly count: number) {}

  /** Adds what is said of an action; not for one before those that are there. */
  add(action: number, terms: readonly Term[], weight: number): void {
    for (const { keys } of terms) {
      for (const { key, strength } of keys) {
        const fit = strength * weight;
        const fits = this.byKey.get(key);
        const last = fits?.[fits.length - 1];
        if (!fits) {
          this.byKey.set(key, [{ action, fit }]);
        } else if (last?.action === action) {
          last.fit = Math.max(last.fit, fit);
        } else {
          fits.push({ action, fit });
        }
      }
    }
  }

  has(key: string): boolean {
    return this.byKey.has(key);
  }

  /** How well a term fits each action. */
  fit(term: TermMeaning): readonly number[] {
    const best = new Array<number>(this.count).fill(0);
    for (const { key, strength } of term.keys) {
      for (const { action, fit } of this.byKey.get(key) ?? []) {
        best[action] = Math.max(best[action] ?? 0, fit * strength);
      }
    }
    return best;
  }

  /** The keys of a term, and how much it tells by each. */
  tell(term: Term): readonly TermKey[] {
    return term.keys.map(({ key, strength }) => {
      const fits = (this.byKey.get(key) ?? []).map(({ fit }) => fit);
      return { key, strength: strength * term.weight * rarityOf(fits, this.count) };
    });
  }
}

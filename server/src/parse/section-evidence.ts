import type { Passage, Section } from '../model/report';
import { type ActionEvidence, distinct, sum } from './action-evidence';
import type { Term, TermReader } from './subject-terms';

/** What a section says, read once for all that is asked of it. */
export interface SectionTerms {
  /** The terms of the heading, each once. */
  readonly heading: readonly Term[];
  /** Paragraphs and list items; other passages say little of what the section is about. */
  readonly passages: readonly PassageTerms[];
  /** Ids of the actors named, each once. */
  readonly actors: readonly string[];
}

export interface PassageTerms {
  readonly passage: Passage;
  readonly terms: readonly Term[];
}

/** Reads what {@link scoreSection} needs of a section. */
export function readSectionTerms(section: Section, reader: TermReader): SectionTerms {
  return {
    heading: distinct(reader.terms(section.heading?.text ?? '')),
    passages: section.passages
      .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
      .map((passage) => ({ passage, terms: reader.terms(passage.text) })),
    actors: [...new Set(section.mentions.actors.map(({ actor }) => actor))],
  };
}

/** How much speaks for each action of a roadmap being what a section is about; parallel to its actions. */
export type Scores = readonly number[];

/**
 * What speaks for each action. Terms of the heading count in full; those of the text as far as the text goes on about
 * them; what the roadmap says beyond titles, and actors, only count as far as they single an action out. One term in
 * common is no evidence yet, unless it is most of what the title says: two headings about different things share a word
 * easily.
 */
export function scoreSection(section: SectionTerms, evidence: ActionEvidence): Scores {
  const text = section.passages.flatMap((passage) => passage.terms);
  const terms = weighTerms(section.heading, text);
  const details = singledOut(terms.map((one) => detailsOf(one, evidence)));
  const actors = singledOut(section.actors.map((actor) => evidence.fitActor(actor)));
  const inHeading = strengthsByKey(terms.filter((one) => one.inHeading));
  const anywhere = strengthsByKey(terms);
  return evidence.titles.map((title, index) => {
    const met = title.terms.map(({ term, tells }) => ({
      heading: tells * fitOf(term, inHeading),
      anywhere: tells * fitOf(term, anywhere),
    }));
    const ofHeading = sum(met.map((one) => one.heading));
    const ofText = sum(met.map((one) => one.anywhere)) - ofHeading;
    const ofAll = ofHeading + Math.min(ofText, ofHeading + TEXT_ALONE / lengthOf(text));
    const covered = title.total === 0 ? 0 : ofAll / title.total;
    const score =
      ofAll +
      Math.min(1, ofHeading) / 2 +
      covered +
      (details[index] ?? 0) +
      (actors[index] ?? 0) / 2 -
      (ofHeading < A_PIECE ? NO_HEADING : 0);
    const pieces = [...met.map((one) => one.anywhere), details[index] ?? 0].filter((piece) => piece >= A_PIECE);
    return Math.max(0, pieces.length < 2 ? score * covered : score);
  });
}

/** How much a term has to say for an action to be a piece of evidence. */
const A_PIECE = 0.15;
/** What is taken off where the heading says nothing for the action. */
const NO_HEADING = 0.3;
/** What a term of the text counts at most. */
const TEXT_COUNTS = 0.8;
/** In a text of so many terms, what is said once counts half. */
const LONG_TEXT = 60;

/** What a short text counts at most where the heading says nothing; what a longer one has to say, its heading has to say too. */
const TEXT_ALONE = 2;

/** 1 for a text of no length, 2 for one of {@link LONG_TEXT}, and so on. */
function lengthOf(text: readonly Term[]): number {
  return 1 + text.length / LONG_TEXT;
}

interface WeighedTerm {
  readonly term: Term;
  readonly counts: number;
  readonly inHeading: boolean;
}

/** The terms of heading and text, each once; in a long text a term has to come again to count in full. */
function weighTerms(heading: readonly Term[], text: readonly Term[]): readonly WeighedTerm[] {
  const times = new Map<string, number>();
  for (const { stem } of text) {
    times.set(stem, (times.get(stem) ?? 0) + 1);
  }
  const inHeading = new Set(heading.map(({ stem }) => stem));
  const enough = lengthOf(text);
  return [
    ...heading.map((term) => ({ term, counts: 1, inHeading: true })),
    ...distinct(text)
      .filter(({ stem }) => !inHeading.has(stem))
      .map((term) => ({
        term,
        counts: TEXT_COUNTS * Math.min(1, (times.get(term.stem) ?? 0) / enough),
        inHeading: false,
      })),
  ];
}

/** What a term says for each action by deliverables, notes and area; nothing where the title has it already. */
function detailsOf({ term, counts }: WeighedTerm, evidence: ActionEvidence): readonly number[] {
  const inTitle = evidence.fitTitles(term);
  const fits = evidence.fitDetails(term);
  const tells = evidence.rarity(fits) * term.weight * counts;
  return fits.map((fit, index) => ((inTitle[index] ?? 0) > 0 ? 0 : fit * tells));
}

/** Evidence added up for each action, as far as it is this action's and no other's: at most 1. */
function singledOut(pieces: readonly (readonly number[])[]): readonly number[] {
  const totals = (pieces[0] ?? []).map((_, index) => sum(pieces.map((piece) => piece[index] ?? 0)));
  const all = sum(totals);
  return totals.map((total) => (all === 0 ? 0 : (total / all) * Math.min(1, total)));
}

function strengthsByKey(terms: readonly WeighedTerm[]): ReadonlyMap<string, number> {
  const strengths = new Map<string, number>();
  for (const { term, counts } of terms) {
    for (const { key, strength } of term.keys) {
      strengths.set(key, Math.max(strengths.get(key) ?? 0, strength * counts));
    }
  }
  return strengths;
}

/** How well the best of the keys fits a term. */
export function fitOf(term: Term, strengths: ReadonlyMap<string, number>): number {
  return Math.max(0, ...term.keys.map(({ key, strength }) => strength * (strengths.get(key) ?? 0)));
}

import type { Section } from '../model/report';
import { type ActionEvidence, distinct, sum } from './action-evidence';
import type { Term, TermReader } from './subject-terms';

/** How much speaks for each action of a roadmap being what a section is about; parallel to its actions. */
export type Scores = readonly number[];

/**
 * What speaks for each action. Terms of the heading count in full; those of the text as far as the text goes on about
 * them; what the roadmap says beyond titles, and actors, only count as far as they single an action out. One term in
 * common is no evidence yet, unless it is most of what the title says: two headings about different things share a word
 * easily.
 */
export function scoreSection(section: Section, evidence: ActionEvidence, reader: TermReader): Scores {
  const heading = distinct(reader.terms(section.heading?.text ?? ''));
  const text = section.passages.flatMap((passage) => (isText(passage.kind) ? reader.terms(passage.text) : []));
  const terms = weighTerms(heading, text);
  const fitted = terms.map(({ term, counts, inHeading }) => {
    const fits = evidence.fitTitles(term);
    const tells = term.weight * evidence.rarity(fits) * counts;
    return { inHeading, pieces: fits.map((fit) => fit * tells) };
  });
  const details = singledOut(
    terms.map(({ term, counts }) => scaled(evidence.fitDetails(term), evidence, term.weight * counts)),
  );
  const actors = singledOut(distinctActors(section).map((actor) => evidence.fitActor(actor)));
  const strengths = strengthsByKey(terms);
  return evidence.titles.map((title, index) => {
    const ofHeading = sum(fitted.map((one) => (one.inHeading ? (one.pieces[index] ?? 0) : 0)));
    const ofText = sum(fitted.map((one) => (one.inHeading ? 0 : (one.pieces[index] ?? 0))));
    const covered =
      title.total === 0 ? 0 : sum(title.terms.map(({ term, tells }) => tells * fitOf(term, strengths))) / title.total;
    const pieces = fitted.filter((one) => (one.pieces[index] ?? 0) >= A_PIECE).length;
    const score =
      ofHeading +
      Math.min(1, ofHeading) / 2 +
      ofText +
      covered +
      (details[index] ?? 0) +
      (actors[index] ?? 0) / 2 -
      (ofHeading < A_PIECE ? NO_HEADING : 0);
    return Math.max(0, pieces < 2 ? score * covered : score);
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
  const enough = 1 + text.length / LONG_TEXT;
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

function scaled(fits: readonly number[], evidence: ActionEvidence, weight: number): readonly number[] {
  const tells = evidence.rarity(fits) * weight;
  return fits.map((fit) => fit * tells);
}

/** Evidence added up for each action, as far as it is this action's and no other's: at most 1. */
function singledOut(pieces: readonly (readonly number[])[]): readonly number[] {
  const totals = (pieces[0] ?? []).map((_, index) => sum(pieces.map((piece) => piece[index] ?? 0)));
  const all = sum(totals);
  return totals.map((total) => (all === 0 ? 0 : (total / all) * Math.min(1, total)));
}

function distinctActors(section: Section): readonly string[] {
  return [...new Set(section.mentions.actors.map(({ actor }) => actor))];
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

function isText(kind: Section['passages'][number]['kind']): boolean {
  return kind === 'paragraph' || kind === 'item';
}

import type { ActionEvidence } from './action-evidence';
import { saysSomething, type Term } from './subject-terms';
import { sum } from './sum';

/** What a heading says, held against the actions of a roadmap; arrays are parallel to these. */
export interface HeadingEvidence {
  readonly terms: readonly Term[];
  /** How much of the heading each action explains, from 0 to 1. */
  readonly explained: readonly number[];
  /** How many words of it say something of each action. */
  readonly saying: readonly number[];
  /** Whether a word of it is about meetings and offices, and no action has it. */
  readonly hasHousekeeping: boolean;
  /** Whether it could stand in any report: "Introduction", "Legal framework". */
  readonly isOfReportPart: boolean;
}

/** How well a telling word of the heading has to fit to say something of an action. */
const SAYING = 0.5;

/** Holds the terms of a heading against the actions of a roadmap. */
export function readHeading(terms: readonly Term[], evidence: ActionEvidence): HeadingEvidence {
  const fitting = terms.map((term) => ({ term, fits: evidence.fitActions(term) }));
  const weight = sum(terms.map((term) => term.weight));
  const { actions } = evidence.roadmap;
  return {
    terms,
    explained: actions.map((_, action) =>
      weight === 0 ? 0 : sum(fitting.map(({ term, fits }) => term.weight * (fits[action] ?? 0))) / weight,
    ),
    saying: actions.map(
      (_, action) => fitting.filter(({ term, fits }) => weightOf(term) * (fits[action] ?? 0) >= SAYING).length,
    ),
    hasHousekeeping: fitting.some(({ term, fits }) => term.isHousekeeping && fits.every((fit) => fit === 0)),
    isOfReportPart: !terms.some((term) => saysSomething(term) && !term.isOfReportPart),
  };
}

/** In a set phrase every word says something: "climate change". */
function weightOf({ phrase, weight }: Term): number {
  return phrase === undefined ? weight : 1;
}

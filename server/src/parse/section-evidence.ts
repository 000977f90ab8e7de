import type { Passage, Section } from '../model/report';
import { type ActionEvidence, type ActionSubject, distinct, type SubjectTerm, sum } from './action-evidence';
import { type HeadingEvidence, readHeading } from './heading-evidence';
import type { Term, TermReader } from './subject-terms';
import { headingTerms, standsForSeveral } from './title-terms';

/** What a section says, read once for all that is asked of it. */
export interface SectionTerms {
  /** The terms of the heading, each once. */
  readonly heading: readonly Term[];
  /** Paragraphs and list items; other passages say little of what the section is about. */
  readonly passages: readonly PassageTerms[];
}

export interface PassageTerms {
  readonly passage: Passage;
  readonly terms: readonly Term[];
}

/** Reads what {@link scoreSection} needs of a section. */
export function readSectionTerms(section: Section, read: TermReader): SectionTerms {
  return {
    heading: distinct(headingTerms(section.heading?.text ?? '', read)),
    passages: section.passages
      .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
      .map((passage) => ({ passage, terms: read(passage.text) })),
  };
}

/**
 * How much speaks for each action of a roadmap being what a section is about; parallel to its actions. Above 0 there is
 * more for it than against it, as log-odds go; {@link NOTHING} where there is nothing.
 */
export type Scores = readonly number[];

/** The score of an action that a section has nothing to do with. */
export const NOTHING = -10;

/**
 * What speaks for each action: how much of its title, or of the title of one of its deliverables, the heading and the
 * text say, how much of the heading that explains, and whether it is more than one word. Words of the heading count in
 * full, those of the text as far as the text goes on about them. A heading that could stand in any report is about none.
 */
export function scoreSection(section: SectionTerms, evidence: ActionEvidence): Scores {
  const heading = readHeading(withoutName(section.heading, evidence.name), evidence);
  const passages = section.passages.flatMap(({ terms }) => terms);
  const text = readText(withoutName(passages, evidence.name), heading, evidence);
  const keys = {
    heading: strongestByKey(heading.terms.map((term) => ({ term, counts: 1 }))),
    text: strongestByKey(text.terms),
    anywhere: strongestByKey([...heading.terms.map((term) => ({ term, counts: 1 })), ...text.further]),
  };
  const scores = new Array<number>(evidence.roadmap.actions.length).fill(NOTHING);
  const deliverables = heading.terms.flatMap((term) => deliverablesWith(term, evidence));
  for (const subject of [...evidence.titles, ...new Set(deliverables)]) {
    const terms = subject.terms.map((one) => withKeysOf(one, keys.anywhere));
    const inHeading = met(terms, keys.heading);
    const ofHeading = sum(inHeading.map(({ told }) => told));
    const everywhere = met(terms, keys.anywhere);
    const gained = sum(everywhere.map(({ told }, index) => Math.max(0, told - (inHeading[index]?.told ?? 0))));
    const ofText = Math.min(gained, ofHeading + TEXT_ALONE / text.length);
    const whole = Math.min(LONG_TITLE, subject.total);
    const isLittle = ofHeading + ofText < A_PIECE || (subject.isDeliverable && ofHeading < A_PIECE);
    if (isLittle || (heading.isOfReportPart && ofHeading / whole < NEARLY_ALL)) {
      continue;
    }
    const again = sum(met(terms, keys.text).map(({ told }) => told));
    const score = weigh({
      heading: Math.min(MOST_OF_HEADING, ofHeading),
      text: ofText,
      covered: (ofHeading + ofText) / whole,
      explained: heading.explained[subject.action] ?? 0,
      explainedByOneWord:
        (heading.explained[subject.action] ?? 0) * Math.min(1, Math.max(...inHeading.map(({ told }) => told))),
      again: Math.min(1, again),
      silent: passages.length > 0 && again < A_PIECE && text.said(subject.action) < A_PIECE ? 1 : 0,
      oneWord: wordsFor(subject, inHeading, everywhere, heading) < 2 ? 1 : 0,
      housekeeping: heading.hasHousekeeping ? 1 : 0,
      deliverable: subject.isDeliverable ? 1 : 0,
    });
    scores[subject.action] = Math.max(scores[subject.action] ?? NOTHING, score);
  }
  return scores;
}

/**
 * What each piece of evidence adds to the odds, as logarithms: from a logistic regression on lists of headings, rounded,
 * and moved so that 0 is where guesses begin to be right more often than wrong. Housekeeping and deliverables, of which
 * the lists have few, are set by hand.
 */
const WEIGHTS = {
  /** For one telling word in the heading; words that more actions have count less. */
  heading: 1.8,
  /** For one more that only the text has. */
  text: 1,
  /** For the whole of the title said. */
  covered: 1.1,
  /** For the whole heading explained; and for that where one of its words tells all. */
  explained: 0.5,
  explainedByOneWord: 1.2,
  /** For the text saying it too; for a text that says nothing of it. */
  again: 0.5,
  silent: -0.8,
  /** Where it is one word only. */
  oneWord: -1,
  /** For a heading with a word about meetings and offices. */
  housekeeping: -1.8,
  /** For the title of a deliverable in place of the action's. */
  deliverable: -0.4,
};
const START = -2.85;

function weigh(pieces: typeof WEIGHTS): number {
  return (
    START +
    pieces.heading * WEIGHTS.heading +
    pieces.text * WEIGHTS.text +
    pieces.covered * WEIGHTS.covered +
    pieces.explained * WEIGHTS.explained +
    pieces.explainedByOneWord * WEIGHTS.explainedByOneWord +
    pieces.again * WEIGHTS.again +
    pieces.silent * WEIGHTS.silent +
    pieces.oneWord * WEIGHTS.oneWord +
    pieces.housekeeping * WEIGHTS.housekeeping +
    pieces.deliverable * WEIGHTS.deliverable
  );
}

/** How much a term has to say for an action to be a piece of evidence. */
const A_PIECE = 0.15;
/** How much a name has to tell to be as good as two words: no more than one or two actions have it. */
const A_NAME = 0.6;
/** More words than these in the heading add nothing. */
const MOST_OF_HEADING = 2.5;
/** A title need not be said to more than so many words. */
const LONG_TITLE = 3;
/** How much of a title a heading that could stand in any report has to say. */
const NEARLY_ALL = 0.75;
/** What a short text counts at most where the heading says nothing; what a longer one says, its heading has to say too. */
const TEXT_ALONE = 2;
/** What a word counts for a second word of a title. */
const SECOND_USE = 0.3;

/** How many words of heading and text speak for a subject; a name in the heading is as good as two. */
function wordsFor(
  subject: ActionSubject,
  inHeading: readonly Met[],
  everywhere: readonly Met[],
  heading: HeadingEvidence,
): number {
  const saying = new Set(everywhere.filter(({ told }) => told >= A_PIECE).map(({ source }) => source)).size;
  const names = inHeading.filter(({ told }, index) => told >= A_NAME && subject.terms[index]?.term.isName).length;
  return Math.max(saying, heading.saying[subject.action] ?? 0) + (subject.isDeliverable ? 0 : names);
}

function deliverablesWith({ keys }: Term, evidence: ActionEvidence): readonly ActionSubject[] {
  return keys.flatMap(({ key }) => evidence.deliverablesByKey.get(key) ?? []);
}

/** So many words of a roadmap's title in a row are its name, and say so little. */
const NAME_LENGTH = 3;
const NAME_COUNTS = 0.3;

/** Terms, lighter where they are the roadmap's name: "the roadmap to fight drug trafficking and organised crime". */
function withoutName(terms: readonly Term[], name: readonly string[]): readonly Term[] {
  const result = [...terms];
  for (let start = 0; start < terms.length; start++) {
    const at = name.indexOf(terms[start]?.stem ?? '');
    let length = 0;
    while (at >= 0 && at + length < name.length && terms[start + length]?.stem === name[at + length]) {
      length++;
    }
    if (length >= Math.min(NAME_LENGTH, name.length)) {
      for (const [index, term] of terms.slice(start, start + length).entries()) {
        const keys = term.keys.map(({ key, strength }) => ({ key, strength: strength * NAME_COUNTS }));
        result[start + index] = { ...term, weight: term.weight * NAME_COUNTS, keys };
      }
      start += length - 1;
    }
  }
  return result;
}

interface CountedTerm {
  readonly term: Term;
  /** From 0 to 1: how much it counts in this text. */
  readonly counts: number;
}

interface TextEvidence {
  /** Each once. */
  readonly terms: readonly CountedTerm[];
  /** Those that the heading does not have. */
  readonly further: readonly CountedTerm[];
  /** 1 for a text of no length, 2 for one of {@link LONG_TEXT}, and so on. */
  readonly length: number;
  /** How much the one term that says most for an action says, by titles, deliverables, notes and area. */
  said(action: number): number;
}

/** What a term of the text counts at most. */
const TEXT_COUNTS = 0.8;
/** In a text of so many terms, what is said once counts half. */
const LONG_TEXT = 60;

function readText(text: readonly Term[], heading: HeadingEvidence, evidence: ActionEvidence): TextEvidence {
  const times = new Map<string, number>();
  for (const { stem } of text) {
    times.set(stem, (times.get(stem) ?? 0) + 1);
  }
  const length = 1 + text.length / LONG_TEXT;
  const terms = distinct(text).map((term) => ({
    term,
    counts: TEXT_COUNTS * Math.min(1, (times.get(term.stem) ?? 0) / length),
  }));
  const inHeading = new Set(heading.terms.map(({ stem }) => stem));
  let said: readonly number[] | undefined;
  return {
    terms,
    further: terms.filter(({ term }) => !inHeading.has(term.stem)),
    length,
    said: (action) => {
      said ??= mostSaid(terms, evidence);
      return said[action] ?? 0;
    },
  };
}

function mostSaid(terms: readonly CountedTerm[], evidence: ActionEvidence): readonly number[] {
  const most = new Array<number>(evidence.roadmap.actions.length).fill(0);
  for (const { term } of terms) {
    const fits = evidence.fitActions(term);
    const tells = evidence.rarity(fits) * term.weight;
    for (const [action, fit] of fits.entries()) {
      most[action] = Math.max(most[action] ?? 0, fit * tells);
    }
  }
  return most;
}

interface StrongestTerm {
  readonly strength: number;
  /** The stem of the term. */
  readonly source: string;
}

type StrongestByKey = ReadonlyMap<string, StrongestTerm>;

function strongestByKey(terms: readonly CountedTerm[]): StrongestByKey {
  const strongest = new Map<string, StrongestTerm>();
  for (const { term, counts } of terms) {
    for (const { key, strength } of term.keys) {
      if (strength * counts > (strongest.get(key)?.strength ?? 0)) {
        strongest.set(key, { strength: strength * counts, source: term.stem });
      }
    }
  }
  return strongest;
}

function withKeysOf({ term, keys }: SubjectTerm, strongest: StrongestByKey): SubjectTerm {
  return { term, keys: keys.filter(({ key }) => strongest.has(key)) };
}

/** How much of a term of a title is said, and by the term of which stem. */
interface Met {
  readonly told: number;
  readonly source: string;
}

/** How much of each term of a title is said; a word that fits two of them counts in full for one only. */
function met(terms: readonly SubjectTerm[], strongest: StrongestByKey): readonly Met[] {
  const found = terms.map(({ term, keys }, index) => {
    let best = { told: 0, source: '', key: '' };
    for (const { key, strength } of keys) {
      const one = strongest.get(key);
      if (one && strength * one.strength > best.told) {
        best = { told: strength * one.strength, source: one.source, key };
      }
    }
    return { index, phrase: term.phrase, ...best };
  });
  const usedFor = new Map<string, number | undefined>();
  const result: Met[] = terms.map(() => ({ told: 0, source: '' }));
  for (const { index, phrase, told, source, key } of found.sort((a, b) => b.told - a.told)) {
    const isOnePhrase = phrase !== undefined && usedFor.get(source) === phrase;
    const isSecondUse = usedFor.has(source) && !standsForSeveral(key) && !isOnePhrase;
    result[index] = { told: told * (isSecondUse ? SECOND_USE : 1), source };
    if (!usedFor.has(source)) {
      usedFor.set(source, phrase);
    }
  }
  return result;
}

import type { Passage, Section } from '../model/report';
import type { ActionEvidence, ActionSubject, SubjectKey, SubjectTerm } from './action-evidence';
import { type HeadingEvidence, readHeading } from './heading-evidence';
import type { KeyStrengths } from './key-strengths';
import { asPartOfName, partsOfName } from './roadmap-name';
import { distinct, type KnownMeaning, type Term, type TermReader } from './subject-terms';
import { sum } from './sum';
import { readHeadingKeys, readText, type TextEvidence, textLength } from './text-evidence';
import { headingTerms } from './title-terms';

/** What a section says, read once for all that is asked of it. */
export interface SectionTerms {
  /** The terms of the heading, each once. */
  readonly heading: readonly Term[];
  /** Paragraphs and list items; other passages say little of what the section is about. */
  readonly passages: readonly PassageTerms[];
}

export interface PassageTerms {
  readonly passage: Passage;
  /** What its words say. */
  readonly meanings: readonly KnownMeaning[];
}

/** Reads what the roadmaps with some evidence are held against. */
export function readSectionTerms(
  section: Section,
  reader: TermReader,
  evidence: readonly ActionEvidence[],
): SectionTerms {
  const isKnown = (key: string): boolean => evidence.some((one) => one.knows(key));
  return {
    heading: distinct(headingTerms(section.heading?.text ?? '', reader, isKnown)),
    passages: section.passages
      .filter(({ kind }) => kind === 'paragraph' || kind === 'item')
      .map((passage) => ({ passage, meanings: reader.meanings(passage.text) })),
  };
}

/**
 * How much speaks for each action of a roadmap being what a section is about; parallel to its actions. Above 0 there is
 * more for it than against it, as log-odds go; {@link NOTHING} where there is nothing, or so little that it makes no
 * difference to {@link MARGIN}.
 */
export type Scores = readonly number[];

/** The score of an action that a section has nothing to do with. */
export const NOTHING = -10;

/** How much less has to speak for the second best where the best one, above 0, is to be a guess. */
export const MARGIN = 0.4;

/**
 * What speaks for each action: how much of its title, or of the title of one of its deliverables, the heading and the
 * text say, how much of the heading that explains, and whether it is more than one word. Words of the heading count in
 * full, those of the text as far as the text goes on about them. A heading that could stand in any report is about none.
 *
 * The text is read only where it could lift an action above the margin, which it can for few sections.
 */
export function scoreSection(section: SectionTerms, evidence: ActionEvidence): Scores {
  const heading = readHeading(withoutName(section.heading, evidence.name.stems), evidence);
  const headingKeys = evidence.keys.inHeading;
  readHeadingKeys(heading.terms, headingKeys, evidence);
  const scores = new Array<number>(evidence.roadmap.actions.length).fill(NOTHING);
  const named = subjectsWith(headingKeys, evidence);
  const length = textLength(section.passages);
  let text: TextEvidence | undefined;
  for (const subject of canTextAloneCount(length, evidence) ? new Set([...evidence.titles, ...named]) : named) {
    const inHeading = named.has(subject) ? met(subject.terms, headingKeys) : [];
    const one: SubjectInHeading = { subject, inHeading, ofHeading: told(inHeading) };
    if (cannotCount(one, heading, length)) {
      continue;
    }
    text ??= readText(section.passages, heading.terms, evidence);
    const score = scoreSubject(one, heading, text);
    scores[subject.action] = Math.max(scores[subject.action] ?? NOTHING, score);
  }
  return scores;
}

/** Whether a text of some length can be enough for an action that the heading says nothing of. */
function canTextAloneCount(length: number, { leastTotal }: ActionEvidence): boolean {
  const ofText = TEXT_ALONE / length;
  const most =
    START +
    ofText * WEIGHTS.text +
    Math.min(1, ofText / Math.min(LONG_TITLE, leastTotal)) * WEIGHTS.covered +
    WEIGHTS.explained +
    WEIGHTS.again;
  return most >= HARDLY;
}

interface SubjectInHeading {
  readonly subject: ActionSubject;
  readonly inHeading: readonly Met[];
  /** How much of the subject the heading says. */
  readonly ofHeading: number;
}

/** Whether a subject is out, whatever the text says: even if the text said all of it, too little would speak for it. */
function cannotCount({ subject, inHeading, ofHeading }: SubjectInHeading, heading: HeadingEvidence, length: number) {
  const whole = Math.min(LONG_TITLE, subject.total);
  if ((subject.isDeliverable && ofHeading < A_PIECE) || (heading.isOfReportPart && ofHeading / whole < NEARLY_ALL)) {
    return true;
  }
  const ofText = Math.min(Math.max(0, subject.total - ofHeading), ofHeading + TEXT_ALONE / length);
  const most =
    START +
    Math.min(MOST_OF_HEADING, ofHeading) * WEIGHTS.heading +
    ofText * WEIGHTS.text +
    ((ofHeading + ofText) / whole) * WEIGHTS.covered +
    (heading.explained[subject.action] ?? 0) * WEIGHTS.explained +
    explainedByOneWord(subject.action, inHeading, heading) * WEIGHTS.explainedByOneWord +
    WEIGHTS.again +
    (heading.hasHousekeeping ? WEIGHTS.housekeeping : 0) +
    (subject.isDeliverable ? WEIGHTS.deliverable : 0);
  return most < HARDLY;
}

/** A score that is neither a guess nor within {@link MARGIN} of one, with a little room for rounding. */
const HARDLY = -MARGIN - 0.01;

function scoreSubject(
  { subject, inHeading, ofHeading }: SubjectInHeading,
  heading: HeadingEvidence,
  text: TextEvidence,
): number {
  const everywhere = met(subject.terms, text.keysAnywhere);
  const gained = sum(everywhere.map((one, index) => Math.max(0, one.told - (inHeading[index]?.told ?? 0))));
  const ofText = Math.min(gained, ofHeading + TEXT_ALONE / text.length);
  if (ofHeading + ofText < A_PIECE) {
    return NOTHING;
  }
  const again = told(met(subject.terms, text.keys));
  return weigh({
    heading: Math.min(MOST_OF_HEADING, ofHeading),
    text: ofText,
    covered: (ofHeading + ofText) / Math.min(LONG_TITLE, subject.total),
    explained: heading.explained[subject.action] ?? 0,
    explainedByOneWord: explainedByOneWord(subject.action, inHeading, heading),
    again: Math.min(1, again),
    silent: text.length > 1 && again < A_PIECE && text.said(subject.action) < A_PIECE ? 1 : 0,
    oneWord: wordsFor(subject, inHeading, everywhere, heading) < 2 ? 1 : 0,
    housekeeping: heading.hasHousekeeping ? 1 : 0,
    deliverable: subject.isDeliverable ? 1 : 0,
  });
}

/** How much of the heading an action explains, where one word of it tells all. */
function explainedByOneWord(action: number, inHeading: readonly Met[], heading: HeadingEvidence): number {
  let most = 0;
  for (const one of inHeading) {
    most = Math.max(most, one.told);
  }
  return (heading.explained[action] ?? 0) * Math.min(1, most);
}

function told(words: readonly Met[]): number {
  return sum(words.map((one) => one.told));
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

/** The subjects that have one of the keys. */
function subjectsWith(keys: KeyStrengths, evidence: ActionEvidence): ReadonlySet<ActionSubject> {
  const found = new Set<ActionSubject>();
  for (const key of keys.all()) {
    for (const subject of evidence.subjectsWith(key)) {
      found.add(subject);
    }
  }
  return found;
}

/** Terms, lighter where they are the roadmap's name. */
function withoutName(terms: readonly Term[], name: readonly string[]): readonly Term[] {
  const isName = partsOfName(
    terms.map(({ stem }) => stem),
    name,
  );
  return isName ? terms.map((term, index) => (isName[index] ? { ...term, ...asPartOfName(term) } : term)) : terms;
}

/** How much of a term of a title is said, and by the term of which stem. */
interface Met {
  told: number;
  readonly source: string;
}

/** How much of each term of a title is said; a word that fits two of them counts in full for one only. */
function met(terms: readonly SubjectTerm[], strongest: KeyStrengths): readonly Met[] {
  const uses: Use[] = [];
  const result = terms.map(({ term, keys }): Met => {
    let told = 0;
    let best: SubjectKey | undefined;
    for (const one of keys) {
      const said = one.strength * strongest.strengthOf(one.key);
      if (said > told) {
        told = said;
        best = one;
      }
    }
    const result = { told, source: best ? strongest.sourceOf(best.key) : '' };
    if (best) {
      uses.push({ met: result, phrase: term.phrase, isForSeveral: best.isForSeveral });
    }
    return result;
  });
  uses.sort((a, b) => b.met.told - a.met.told);
  for (const [index, { met: one, phrase, isForSeveral }] of uses.entries()) {
    const firstUse = uses.findIndex(({ met: other }) => other.source === one.source);
    const isOnePhrase = phrase !== undefined && uses[firstUse]?.phrase === phrase;
    if (firstUse < index && !isForSeveral && !isOnePhrase) {
      one.told *= SECOND_USE;
    }
  }
  return result;
}

/** A term of a title that is said by a word. */
interface Use {
  readonly met: Met;
  readonly phrase: number | undefined;
  readonly isForSeveral: boolean;
}

import { stemOf } from './english-stems';
import { FILLER_WEIGHT, readWord, WORD, type WordMeaning } from './english-words';
import { isHousekeeping, isOfReportPart } from './housekeeping-words';
import { ACTIVITY_GROUPS, SUBJECT_GROUPS } from './policy-thesaurus';

/** A word of a text, ready to be compared with those of another text. */
export interface Term {
  /** Words with the same stem say the same. */
  readonly stem: string;
  /** What it can be found by: its stem, the groups of the thesaurus that it or its phrase is in; and how well that fits. */
  readonly keys: readonly TermKey[];
  /** From 0 to 1: how much it says about a subject. */
  readonly weight: number;
  /** Whether it is about meetings, offices and reports as such. */
  readonly isHousekeeping: boolean;
  /** Whether a heading of nothing but such words is that of a part of a report. */
  readonly isOfReportPart: boolean;
  /** Whether it is written like the name of something, and is no word of the thesaurus; in titles and headings only. */
  readonly isName: boolean;
  /** Where the set phrase that it is part of starts; undefined for a word that stands alone. */
  readonly phrase: number | undefined;
  readonly start: number;
  readonly end: number;
}

export interface TermKey {
  readonly key: string;
  /** From 0 to 1, exclusive of 0. Two terms fit each other as well as their best common key, both strengths multiplied. */
  readonly strength: number;
}

/**
 * The terms of a text in order, without those that say nothing. Linear in the length of the text. A reader is made once,
 * because the thesaurus has to be indexed; it remembers words that it has read, up to a limit.
 */
export type TermReader = (text: string) => readonly Term[];

/** A reader of English texts. */
export function createTermReader(): TermReader {
  const phrases = indexPhrases();
  const memory = new Map<string, KnownWord>();
  return (text) =>
    readTerms(
      [...text.matchAll(WORD)].map((match) => ({
        known: recall(match[0], memory, phrases),
        start: match.index,
        end: match.index + match[0].length,
      })),
    );
}

/** Whether a term says something of a subject, and not only that something was done. */
export function saysSomething({ weight }: Term): boolean {
  return weight > FILLER_WEIGHT;
}

/** Whether a word or its phrase is in the thesaurus. */
export function isInThesaurus({ keys }: Term): boolean {
  return keys.some(({ key }) => key.startsWith(GROUP));
}

/** Before the letters of an abbreviation, as the key that words with these initials have too. */
export const ABBREVIATION = '@';
/** How well an abbreviation fits words with its initials. */
export const INITIALS_STRENGTH = 0.9;

const GROUP = '#';
/** How well words of one group fit each other: the square root, because both sides count. */
const GROUP_STRENGTH = Math.sqrt(0.75);
/** How well a word fits itself where one of the two stands in a set phrase, and how much of its own groups is left there. */
const PART_STRENGTH = 0.8;
const PART_GROUPS = 0.5;

/** How much words say that tell what is done, not about what. */
const ACTIVITY_WEIGHT = 0.5;

interface Phrase {
  /** Stems. */
  readonly words: readonly string[];
  readonly groups: number[];
}

/** The phrases and words of the thesaurus by their first stem; those that count in one form only by that form, with "=". */
type Phrases = ReadonlyMap<string, readonly Phrase[]>;

function indexPhrases(): Phrases {
  const index = new Map<string, Phrase[]>();
  for (const [group, line] of [...ACTIVITY_GROUPS, ...SUBJECT_GROUPS].entries()) {
    for (const entry of line.split(', ')) {
      const words = entry.startsWith('=') ? [entry] : entry.split(' ').map((word) => stemOf(word));
      const first = words[0] ?? '';
      const known = index.get(first) ?? [];
      index.set(first, known);
      const same = known.find((phrase) => phrase.words.join(' ') === words.join(' '));
      if (!same) {
        known.push({ words, groups: [group] });
      } else if (!same.groups.includes(group)) {
        same.groups.push(group);
      }
    }
  }
  for (const phrases of index.values()) {
    phrases.sort((a, b) => b.words.length - a.words.length);
  }
  return index;
}

/** A word with all that a text does not have to be asked for. */
interface KnownWord extends WordMeaning {
  /** Phrases that start with it, longest first. */
  readonly phrases: readonly Phrase[];
  readonly keys: readonly TermKey[];
  readonly isHousekeeping: boolean;
  readonly isOfReportPart: boolean;
}

interface PlacedWord {
  readonly known: KnownWord;
  readonly start: number;
  readonly end: number;
}

/** More words than this are not remembered: then the memory starts again. */
const MOST_REMEMBERED = 20_000;

function recall(written: string, memory: Map<string, KnownWord>, phrases: Phrases): KnownWord {
  const present = memory.get(written);
  if (present) {
    return present;
  }
  if (memory.size >= MOST_REMEMBERED) {
    memory.clear();
  }
  const known = readKnownWord(written, phrases);
  memory.set(written, known);
  return known;
}

function readKnownWord(written: string, phrases: Phrases): KnownWord {
  const lower = written.toLowerCase();
  const { stem, weight } = readWord(lower);
  const exact = phrases.get(`=${lower}`)?.[0];
  const starting = exact ? [] : (phrases.get(stem) ?? []);
  const groups = (exact ?? starting.find(({ words }) => words.length === 1))?.groups ?? [];
  const letters = /^([A-Z]{3,6})s?$/.exec(written)?.[1]?.toLowerCase();
  return {
    stem,
    weight: isAgent(lower) ? weight : weightIn(groups, weight),
    phrases: starting.filter(({ words }) => words.length > 1),
    keys: [
      { key: exact ? `=${lower}` : stem, strength: 1 },
      ...groupKeys(groups),
      ...(letters ? [{ key: `${ABBREVIATION}${letters}`, strength: INITIALS_STRENGTH }] : []),
    ],
    isHousekeeping: isHousekeeping(lower),
    isOfReportPart: isOfReportPart(lower),
  };
}

function groupKeys(groups: readonly number[]): readonly TermKey[] {
  return groups.map((group) => ({ key: `${GROUP}${group}`, strength: GROUP_STRENGTH }));
}

function weightIn(groups: readonly number[], weight: number): number {
  const isActivity = groups.length > 0 && groups.every((group) => group < ACTIVITY_GROUPS.length);
  return isActivity ? Math.min(weight, ACTIVITY_WEIGHT) : weight;
}

/** Somebody who does something: an "installer" is a subject, "installing" and "faster" are none. */
function isAgent(word: string): boolean {
  return /(?:er|or)s?$/.test(word) && !ACTIVITY_WORDS.has(word);
}

const ACTIVITY_WORDS: ReadonlySet<string> = new Set(ACTIVITY_GROUPS.flatMap((line) => line.split(/,? /)));

function readTerms(words: readonly PlacedWord[]): readonly Term[] {
  const terms: Term[] = [];
  for (let index = 0; index < words.length; ) {
    const word = words[index];
    const phrase = word?.known.phrases.find((one) =>
      one.words.every((stem, offset) => words[index + offset]?.known.stem === stem),
    );
    if (phrase) {
      terms.push(...termsOfPhrase(phrase, words.slice(index, index + phrase.words.length)));
    } else if (word && word.known.weight > 0) {
      const { stem, keys, weight, isHousekeeping, isOfReportPart } = word.known;
      const { start, end } = word;
      terms.push({ stem, keys, weight, isHousekeeping, isOfReportPart, isName: false, phrase: undefined, start, end });
    }
    index += phrase?.words.length ?? 1;
  }
  return terms;
}

/**
 * The words of a phrase, each of which stands for the phrase too, and less for what it means alone: "money" in "money
 * laundering" is hardly finance. At least one of them has the weight of a word that says something.
 */
function termsOfPhrase(phrase: Phrase, words: readonly PlacedWord[]): Term[] {
  const saying = words.filter(({ known }) => known.weight > 0);
  const heaviest = Math.max(0, ...saying.map(({ known }) => known.weight));
  const name = phrase.words.join(' ');
  return saying.map(({ known, start, end }) => ({
    stem: known.stem,
    keys: [
      { key: `${known.stem} in ${name}`, strength: 1 },
      { key: known.stem, strength: PART_STRENGTH },
      ...groupKeys(phrase.groups),
      ...known.keys
        .filter(({ key }) => key.startsWith(GROUP))
        .map(({ key, strength }) => ({ key, strength: strength * PART_GROUPS })),
    ],
    weight: weightIn(phrase.groups, known.weight === heaviest ? 1 : known.weight),
    isHousekeeping: false,
    isOfReportPart: known.isOfReportPart,
    isName: false,
    phrase: words[0]?.start,
    start,
    end,
  }));
}

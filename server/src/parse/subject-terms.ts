import { stemOf } from './english-stems';
import { FILLER_WEIGHT, readWord, widthOfLetter } from './english-words';
import { isHousekeeping, isOfReportPart } from './housekeeping-words';
import { ACTIVITY_GROUPS, SUBJECT_GROUPS } from './policy-thesaurus';

/** What a word says of a subject. */
export interface TermMeaning {
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
}

/** A word of a heading or title, ready to be compared with those of a text. */
export interface Term extends TermMeaning {
  /** Whether it is written like the name of something, and is no word of the thesaurus; in titles and headings only. */
  readonly isName: boolean;
  /** Where the set phrase that it is part of starts; undefined for a word that stands alone. */
  readonly phrase: number | undefined;
  readonly start: number;
  readonly end: number;
}

/** What a word or a word of a phrase says, as its reader remembers it: the same object wherever it is written so. */
export interface KnownMeaning extends TermMeaning {
  /** Counts from 0 in the order in which the reader met them: what is computed from a meaning can be kept in an array. */
  readonly id: number;
}

/** A word in its place. */
export interface PlacedMeaning {
  readonly meaning: KnownMeaning;
  /** As for a {@link Term}. */
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
 * Reads texts, in time that is linear in their length. It is made once, because the thesaurus has to be indexed, and
 * remembers the words that it has read.
 */
export interface TermReader {
  /** The words of a text in order, without those that say nothing. */
  place(text: string): readonly PlacedMeaning[];
  /** The same as terms of their own. */
  read(text: string): readonly Term[];
  /** Whether it remembers so many words that it is time for another reader. */
  isFull(): boolean;
}

/** A reader of English texts. */
export function createTermReader(): TermReader {
  return new EnglishReader();
}

/** Whether a term says something of a subject, and not only that something was done. */
export function saysSomething({ weight }: TermMeaning): boolean {
  return weight > FILLER_WEIGHT;
}

/** Whether a word or its phrase is in the thesaurus. */
export function isInThesaurus({ keys }: TermMeaning): boolean {
  return keys.some(({ key }) => key.startsWith(GROUP));
}

/** Terms or meanings, each stem once, in order. */
export function distinct<T extends { readonly stem: string }>(terms: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return terms.filter(({ stem }) => !seen.has(stem) && seen.add(stem));
}

/** What a function computes of a meaning, kept by the meaning's number. */
export function rememberedById<T extends object>(compute: (meaning: KnownMeaning) => T): (meaning: KnownMeaning) => T {
  const known: (T | undefined)[] = [];
  return (meaning) => {
    const { id } = meaning;
    while (known.length <= id) {
      known.push(undefined);
    }
    const present = known[id];
    if (present) {
      return present;
    }
    const computed = compute(meaning);
    known[id] = computed;
    return computed;
  };
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
  const byWords = new Map<string, Phrase>();
  for (const [group, line] of [...ACTIVITY_GROUPS, ...SUBJECT_GROUPS].entries()) {
    for (const entry of line.split(', ')) {
      const words = entry.startsWith('=') ? [entry] : entry.split(' ').map((word) => stemOf(word));
      const name = words.join(' ');
      const same = byWords.get(name);
      if (!same) {
        const phrase = { words, groups: [group] };
        byWords.set(name, phrase);
        addPhrase(phrase, index);
      } else if (!same.groups.includes(group)) {
        same.groups.push(group);
      }
    }
  }
  return index;
}

/** Longest first; of equally long ones the first stays first. */
function addPhrase(phrase: Phrase, index: Map<string, Phrase[]>): void {
  const first = phrase.words[0] ?? '';
  const known = index.get(first);
  if (!known) {
    index.set(first, [phrase]);
    return;
  }
  const shorter = known.findIndex(({ words }) => words.length < phrase.words.length);
  known.splice(shorter < 0 ? known.length : shorter, 0, phrase);
}

/** A word with all that a text does not have to be asked for. */
interface KnownWord extends KnownMeaning {
  /** Phrases of several words that start with it, longest first. */
  readonly phrases: readonly Phrase[];
}

interface PlacedWord extends PlacedMeaning {
  readonly meaning: KnownWord;
}

/** A reader that remembers more words than this is full. */
const MOST_REMEMBERED = 20_000;

class EnglishReader implements TermReader {
  private readonly phrases = indexPhrases();
  private readonly words = new Map<string, KnownWord>();
  /** What each word of a phrase says, by the phrase as it is written; undefined for one that says nothing. */
  private readonly inPhrases = new Map<string, readonly (KnownMeaning | undefined)[]>();
  private size = 0;

  isFull(): boolean {
    return this.size + this.inPhrases.size > MOST_REMEMBERED;
  }

  read(text: string): readonly Term[] {
    return this.place(text).map(({ meaning, phrase, start, end }) => {
      const { stem, keys, weight, isHousekeeping, isOfReportPart } = meaning;
      return { stem, keys, weight, isHousekeeping, isOfReportPart, isName: false, phrase, start, end };
    });
  }

  place(text: string): readonly PlacedMeaning[] {
    const words = this.wordsOf(text);
    const placed: PlacedMeaning[] = [];
    for (let index = 0; index < words.length; index++) {
      const word = words[index];
      if (!word) {
        break;
      }
      const phrase = word.meaning.phrases.length > 0 ? phraseAt(words, index) : undefined;
      if (phrase) {
        this.placePhrase(phrase, words.slice(index, index + phrase.words.length), text, placed);
        index += phrase.words.length - 1;
      } else if (word.meaning.weight > 0) {
        placed.push(word);
      }
    }
    return placed;
  }

  private placePhrase(phrase: Phrase, words: readonly PlacedWord[], text: string, placed: PlacedMeaning[]): void {
    const start = words[0]?.start ?? 0;
    const written = text.slice(start, words[words.length - 1]?.end);
    let meanings = this.inPhrases.get(written);
    if (!meanings) {
      meanings = this.meaningsInPhrase(
        phrase,
        words.map(({ meaning }) => meaning),
      );
      this.inPhrases.set(written, meanings);
    }
    for (const [index, word] of words.entries()) {
      const meaning = meanings[index];
      if (meaning) {
        placed.push({ meaning, phrase: start, start: word.start, end: word.end });
      }
    }
  }

  /**
   * The words of a phrase, each of which stands for the phrase too, and less for what it means alone: "money" in "money
   * laundering" is hardly finance. At least one of them has the weight of a word that says something.
   */
  private meaningsInPhrase(phrase: Phrase, words: readonly KnownWord[]): readonly (KnownMeaning | undefined)[] {
    const heaviest = Math.max(0, ...words.map(({ weight }) => weight));
    const name = phrase.words.join(' ');
    return words.map((word) =>
      word.weight > 0
        ? {
            id: this.size++,
            stem: word.stem,
            keys: [
              { key: `${word.stem} in ${name}`, strength: 1 },
              { key: word.stem, strength: PART_STRENGTH },
              ...groupKeys(phrase.groups),
              ...word.keys
                .filter(({ key }) => key.startsWith(GROUP))
                .map(({ key, strength }) => ({ key, strength: strength * PART_GROUPS })),
            ],
            weight: weightIn(phrase.groups, word.weight === heaviest ? 1 : word.weight),
            isHousekeeping: false,
            isOfReportPart: word.isOfReportPart,
          }
        : undefined,
    );
  }

  private wordsOf(text: string): readonly PlacedWord[] {
    const words: PlacedWord[] = [];
    for (let at = 0; at < text.length; ) {
      const start = at;
      let width = widthOfLetter(text, at);
      if (width === 0) {
        at++;
        continue;
      }
      while (width > 0) {
        at += width;
        width = widthOfLetter(text, at);
      }
      words.push({ meaning: this.known(text.slice(start, at)), phrase: undefined, start, end: at });
    }
    return words;
  }

  private known(written: string): KnownWord {
    const present = this.words.get(written);
    if (present) {
      return present;
    }
    const known = readKnownWord(written, this.size++, this.phrases);
    this.words.set(written, known);
    return known;
  }
}

function phraseAt(words: readonly PlacedWord[], index: number): Phrase | undefined {
  return words[index]?.meaning.phrases.find((phrase) =>
    phrase.words.every((stem, offset) => words[index + offset]?.meaning.stem === stem),
  );
}

function readKnownWord(written: string, id: number, phrases: Phrases): KnownWord {
  const lower = written.toLowerCase();
  const { stem, weight } = readWord(lower);
  const exact = phrases.get(`=${lower}`)?.[0];
  const starting = exact ? NO_PHRASES : (phrases.get(stem) ?? NO_PHRASES);
  const groups = (exact ?? starting.find(({ words }) => words.length === 1))?.groups ?? [];
  const letters = /^([A-Z]{3,6})s?$/.exec(written)?.[1]?.toLowerCase();
  return {
    id,
    stem,
    weight: isAgent(lower) ? weight : weightIn(groups, weight),
    phrases: starting === NO_PHRASES ? NO_PHRASES : starting.filter(({ words }) => words.length > 1),
    keys: [
      { key: exact ? `=${lower}` : stem, strength: 1 },
      ...groupKeys(groups),
      ...(letters ? [{ key: `${ABBREVIATION}${letters}`, strength: INITIALS_STRENGTH }] : []),
    ],
    isHousekeeping: isHousekeeping(lower),
    isOfReportPart: isOfReportPart(lower),
  };
}

const NO_PHRASES: readonly Phrase[] = [];

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

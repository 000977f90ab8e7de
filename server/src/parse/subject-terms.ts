import { FILLER_WEIGHT, readWord } from './english-words';
import { isHousekeeping, isOfReportPart } from './housekeeping-words';
import { ACTIVITY_GROUPS } from './policy-thesaurus';
import { type Phrase, ThesaurusPhrases } from './thesaurus-phrases';
import { PlacedWords, WordTable } from './word-table';

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
  /** The number of its stem: the same for all meanings of one reader with this stem, and for no others. */
  readonly family: number;
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
  /** What the words of a text say, in order, without those that say nothing. */
  meanings(text: string): readonly KnownMeaning[];
  /** The same, each in its place. */
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

/** A word with all that a text does not have to be asked for. */
interface KnownWord extends KnownMeaning {
  /** Phrases of several words that start with it, longest first. */
  readonly phrases: readonly KnownPhrase[];
}

interface KnownPhrase {
  readonly phrase: Phrase;
  /** As {@link KnownMeaning.family} has it, for each word. */
  readonly families: readonly number[];
}

/** A reader that remembers more words than this is full. */
const MOST_REMEMBERED = 20_000;

class EnglishReader implements TermReader {
  private readonly phrases = new ThesaurusPhrases();
  private readonly families = new Map<string, number>();
  private readonly words = new WordTable((written, id) =>
    readKnownWord(written, id, this.phrases, (stem) => this.familyOf(stem)),
  );
  /** What each word of a phrase says, by the phrase as it is written; undefined for one that says nothing. */
  private readonly inPhrases = new Map<string, readonly (KnownMeaning | undefined)[]>();
  /** The words of the text that is being read: lists that are filled again for each text. */
  private readonly placed = new PlacedWords<KnownWord>();

  isFull(): boolean {
    return this.words.size + this.inPhrases.size > MOST_REMEMBERED;
  }

  read(text: string): readonly Term[] {
    return this.place(text).map(({ meaning, phrase, start, end }) => {
      const { stem, keys, weight, isHousekeeping, isOfReportPart } = meaning;
      return { stem, keys, weight, isHousekeeping, isOfReportPart, isName: false, phrase, start, end };
    });
  }

  place(text: string): readonly PlacedMeaning[] {
    this.words.readInto(text, this.placed);
    const { words, starts, ends, count } = this.placed;
    const placed: PlacedMeaning[] = [];
    const place = (meaning: KnownMeaning, index: number, phrase: number | undefined): void => {
      placed.push({ meaning, phrase, start: starts[index] ?? 0, end: ends[index] ?? 0 });
    };
    for (let index = 0; index < count; index++) {
      const word = words[index];
      const phrase = phraseAt(words, index, count);
      if (phrase) {
        for (const [offset, meaning] of this.meaningsInPhrase(phrase, index, text).entries()) {
          if (meaning) {
            place(meaning, index + offset, starts[index]);
          }
        }
        index += phrase.words.length - 1;
      } else if (word && word.weight > 0) {
        place(word, index, undefined);
      }
    }
    return placed;
  }

  meanings(text: string): readonly KnownMeaning[] {
    this.words.readInto(text, this.placed);
    const { words, count } = this.placed;
    const meanings: KnownMeaning[] = [];
    for (let index = 0; index < count; index++) {
      const word = words[index];
      const phrase = phraseAt(words, index, count);
      if (phrase) {
        for (const meaning of this.meaningsInPhrase(phrase, index, text)) {
          if (meaning) {
            meanings.push(meaning);
          }
        }
        index += phrase.words.length - 1;
      } else if (word && word.weight > 0) {
        meanings.push(word);
      }
    }
    return meanings;
  }

  private familyOf(stem: string): number {
    const family = this.families.get(stem) ?? this.families.size;
    this.families.set(stem, family);
    return family;
  }

  private meaningsInPhrase(phrase: Phrase, index: number, text: string): readonly (KnownMeaning | undefined)[] {
    const { words, starts, ends } = this.placed;
    const behind = index + phrase.words.length;
    const written = text.slice(starts[index], ends[behind - 1]);
    const present = this.inPhrases.get(written);
    if (present) {
      return present;
    }
    const meanings = this.readPhrase(phrase, words.slice(index, behind));
    this.inPhrases.set(written, meanings);
    return meanings;
  }

  /**
   * The words of a phrase, each of which stands for the phrase too, and less for what it means alone: "money" in "money
   * laundering" is hardly finance. At least one of them has the weight of a word that says something.
   */
  private readPhrase(phrase: Phrase, words: readonly KnownWord[]): readonly (KnownMeaning | undefined)[] {
    const heaviest = Math.max(0, ...words.map(({ weight }) => weight));
    const name = phrase.words.join(' ');
    return words.map((word) =>
      word.weight > 0
        ? {
            id: this.words.nextId(),
            family: word.family,
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
}

function phraseAt(words: readonly KnownWord[], index: number, count: number): Phrase | undefined {
  const phrases = words[index]?.phrases;
  if (!phrases || phrases.length === 0) {
    return undefined;
  }
  for (const { phrase, families } of phrases) {
    let length = 1;
    while (length < families.length && index + length < count && words[index + length]?.family === families[length]) {
      length++;
    }
    if (length === families.length) {
      return phrase;
    }
  }
  return undefined;
}

function readKnownWord(
  written: string,
  id: number,
  phrases: ThesaurusPhrases,
  familyOf: (stem: string) => number,
): KnownWord {
  const lower = written.toLowerCase();
  const { stem, weight } = readWord(lower);
  const exact = phrases.inForm(lower);
  const starting = exact ? [] : phrases.startingWith(stem);
  const groups = (exact ?? starting.find(({ words }) => words.length === 1))?.groups ?? [];
  const letters = /^([A-Z]{3,6})s?$/.exec(written)?.[1]?.toLowerCase();
  return {
    id,
    family: familyOf(stem),
    stem,
    weight: isAgent(lower) ? weight : weightIn(groups, weight),
    phrases: starting
      .filter(({ words }) => words.length > 1)
      .map((phrase) => ({ phrase, families: phrase.words.map(familyOf) })),
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

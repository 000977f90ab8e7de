import { stemOf } from './english-stems';
import { isFiller, readWord, WORD, type WordMeaning } from './english-words';
import { ACTIVITY_GROUPS, SUBJECT_GROUPS } from './policy-thesaurus';

/** A word or set phrase of a text, ready to be compared with those of another text. */
export interface Term {
  /** The stem, or the stems of a phrase; terms with the same stem say the same. */
  readonly stem: string;
  /** What it can be found by: its stem, its groups in the thesaurus, the words of a phrase; and how well that fits. */
  readonly keys: readonly TermKey[];
  /** From 0 to 1: how much it says about a subject. */
  readonly weight: number;
  readonly start: number;
  readonly end: number;
}

export interface TermKey {
  readonly key: string;
  /** From 0 to 1, exclusive of 0. Two terms fit each other as well as their best common key, both strengths multiplied. */
  readonly strength: number;
}

/** Reads the terms of texts; made once, because the thesaurus has to be indexed. */
export interface TermReader {
  /** The terms of a text in order, without those that say nothing. Linear in the length of the text. */
  terms(text: string): readonly Term[];
}

/** A reader of English texts. It remembers words that it has read, up to a limit. */
export function createTermReader(): TermReader {
  const phrases = indexPhrases();
  const memory = new Map<string, KnownWord>();
  return {
    terms: (text) => {
      const words = [...text.matchAll(WORD)].map(
        (match): PlacedWord => ({
          known: recall(match[0], memory, phrases),
          start: match.index,
          end: match.index + match[0].length,
        }),
      );
      const terms: Term[] = [];
      for (let index = 0; index < words.length; ) {
        index += readTerm(words, index, terms);
      }
      return terms;
    },
  };
}

/** How well words of one group fit each other, and a phrase a word of it: the square root, because both sides count. */
const GROUP_STRENGTH = Math.sqrt(0.75);
const PART_STRENGTH = Math.sqrt(0.4);

/** How much words say that tell what is done, not about what. */
const ACTIVITY_WEIGHT = 0.35;

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
      const words = entry.startsWith('=') ? [entry] : entry.split(' ').map((word) => stemOf(word.toLowerCase()));
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
  /** Phrases that start with it, longest first, each as a term. */
  readonly phrases: readonly { readonly words: readonly string[]; readonly meaning: TermMeaning }[];
  /** What it says alone; undefined where it says nothing. */
  readonly alone: TermMeaning | undefined;
}

type TermMeaning = Pick<Term, 'stem' | 'keys' | 'weight'>;

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
  const word = readWord(written.toLowerCase());
  const exact = phrases.get(`=${written.toLowerCase()}`)?.[0];
  const starting = exact ? [] : (phrases.get(word.stem) ?? []);
  const single = exact ?? starting.find((phrase) => phrase.words.length === 1);
  const known = {
    ...word,
    phrases: starting
      .filter((phrase) => phrase.words.length > 1)
      .map(({ words, groups }) => ({ words, meaning: meaningOf(words, groups, 1) })),
    alone: word.weight === 0 ? undefined : meaningOf(single?.words ?? [word.stem], single?.groups ?? [], word.weight),
  };
  memory.set(written, known);
  return known;
}

function meaningOf(words: readonly string[], groups: readonly number[], weight: number): TermMeaning {
  const stem = words.join(' ');
  const isActivity = groups.length > 0 && groups.every((group) => group < ACTIVITY_GROUPS.length);
  const parts = words.length > 1 ? words.filter((part) => part.length > 3 && !isFiller(part)) : [];
  return {
    stem,
    keys: [
      { key: stem, strength: 1 },
      ...groups.map((group) => ({ key: `#${group}`, strength: GROUP_STRENGTH })),
      ...parts.map((part) => ({ key: part, strength: PART_STRENGTH })),
    ],
    weight: isActivity ? Math.min(weight, ACTIVITY_WEIGHT) : weight,
  };
}

/** Adds the term that starts at a word: the longest phrase, else the word alone. Returns how many words it takes. */
function readTerm(words: readonly PlacedWord[], index: number, terms: Term[]): number {
  const word = words[index];
  if (!word) {
    return 1;
  }
  const phrase = word.known.phrases.find((one) =>
    one.words.every((stem, offset) => words[index + offset]?.known.stem === stem),
  );
  const meaning = phrase?.meaning ?? word.known.alone;
  const length = phrase?.words.length ?? 1;
  if (meaning) {
    terms.push({ ...meaning, start: word.start, end: words[index + length - 1]?.end ?? word.end });
  }
  return length;
}

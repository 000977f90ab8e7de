import { stemOf, type Word, wordsOf } from './english-words';
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

/** A reader of English texts. */
export function createTermReader(): TermReader {
  const phrases = indexPhrases();
  return {
    terms: (text) => {
      const words = wordsOf(text);
      const terms: Term[] = [];
      for (let index = 0; index < words.length; ) {
        const [term, length] = termAt(words, index, phrases);
        if (term) {
          terms.push(term);
        }
        index += length;
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

/** The longest phrase that starts at a word, else the word alone; and how many words it takes. */
function termAt(words: readonly Word[], index: number, phrases: Phrases): readonly [Term | undefined, number] {
  const word = words[index];
  if (!word) {
    return [undefined, 1];
  }
  const exact = phrases.get(`=${word.written}`)?.[0];
  const phrase =
    exact ??
    phrases.get(word.stem)?.find((one) => one.words.every((stem, offset) => words[index + offset]?.stem === stem));
  const length = phrase?.words.length ?? 1;
  const own = length > 1 ? 1 : word.weight;
  if (own === 0) {
    return [undefined, 1];
  }
  const stem = exact ? `=${word.written}` : (phrase?.words.join(' ') ?? word.stem);
  const isActivity = phrase?.groups.every((group) => group < ACTIVITY_GROUPS.length) ?? false;
  const parts = length > 1 ? words.slice(index, index + length).filter((part) => part.weight === 1) : [];
  const term = {
    stem,
    keys: [
      { key: stem, strength: 1 },
      ...(phrase?.groups.map((group) => ({ key: `#${group}`, strength: GROUP_STRENGTH })) ?? []),
      ...parts.map((part) => ({ key: part.stem, strength: PART_STRENGTH })),
    ],
    weight: isActivity ? Math.min(own, ACTIVITY_WEIGHT) : own,
    start: word.start,
    end: words[index + length - 1]?.end ?? word.end,
  };
  return [term, length];
}

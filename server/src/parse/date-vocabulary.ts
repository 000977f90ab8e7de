/** What a word can be in a date. */
export type TokenKind =
  | 'number'
  | 'ordinal'
  | 'count'
  | 'month'
  | 'season'
  | 'group'
  | 'part'
  | 'unit'
  | 'frequency'
  | 'word';

/** A word of dates and what it stands for. */
export interface Meaning {
  /** In small letters. */
  readonly word: string;
  readonly kind: TokenKind;
  /** Month 1 to 12, season 1 to 4, the number of an ordinal or a count, the months of a frequency; else 0. */
  readonly value: number;
  /** The canonical word: `year` for "years", `end` for "close", `Q` and `H` for Q2 and H1. */
  readonly name: string;
  /** Whether it is of the words that every date has one of: "June" and "2024" are, "by" and "early" are not. */
  readonly isAnchor: boolean;
}

/** What a prefix makes of the date behind it. */
export type PrefixEffect = 'latest' | 'before' | 'earliest' | 'since' | 'after' | 'whole' | 'between' | 'in';

/**
 * The words in front of a date that decide its bounds. "In" does so only before a bare year; "on", "at", "for",
 * "during" and "the" never do. "Starting early 2025" is no open stretch: it says when the start is due.
 */
export const PREFIXES: readonly (readonly [words: string, effect: PrefixEffect])[] = [
  ['by', 'latest'],
  ['by no later than', 'latest'],
  ['by the latest', 'latest'],
  ['by latest', 'latest'],
  ['latest by', 'latest'],
  ['latest', 'latest'],
  ['at the latest by', 'latest'],
  ['at the latest in', 'latest'],
  ['at the latest on', 'latest'],
  ['no later than', 'latest'],
  ['not later than', 'latest'],
  ['not after', 'latest'],
  ['until', 'latest'],
  ['till', 'latest'],
  ['up to', 'latest'],
  ['up until', 'latest'],
  ['up to and including', 'latest'],
  ['until and including', 'latest'],
  ['through', 'latest'],
  ['before', 'before'],
  ['prior to', 'before'],
  ['ahead of', 'before'],
  ['as of', 'earliest'],
  ['as from', 'earliest'],
  ['from', 'earliest'],
  ['starting from', 'earliest'],
  ['starting as of', 'earliest'],
  ['with effect from', 'earliest'],
  ['with effect as of', 'earliest'],
  ['effective from', 'earliest'],
  ['effective as of', 'earliest'],
  ['no earlier than', 'earliest'],
  ['not earlier than', 'earliest'],
  ['not before', 'earliest'],
  ['since', 'since'],
  ['ever since', 'since'],
  ['after', 'after'],
  ['beyond', 'after'],
  ['throughout', 'whole'],
  ['over the period', 'whole'],
  ['over the course of', 'whole'],
  ['in the course of', 'whole'],
  ['between', 'between'],
  ['in', 'in'],
];

/** The meaning of a word in small letters; undefined for words that no date has. */
export function meaningOf(word: string): Meaning | undefined {
  return VOCABULARY.get(word);
}

/**
 * What the word between two offsets can be, as far as its first two characters and its length tell: nothing (0), a word
 * of dates (1), or one of those that every date has one of (2). Cheaper than looking it up.
 */
export function shapeOf(text: string, start: number, end: number): 0 | 1 | 2 {
  const length = end - start;
  const letter = (text.charCodeAt(start) | SMALL) - LETTER_A;
  if (letter < 0 || letter >= LETTERS || length >= BITS) {
    return 0;
  }
  const index = letter * BITS + (length > 1 ? text.charCodeAt(start + 1) & LOW_BITS : 0);
  const bit = 1 << length;
  if (((LENGTHS[index] ?? 0) & bit) === 0) {
    return 0;
  }
  return ((ANCHOR_LENGTHS[index] ?? 0) & bit) === 0 ? 1 : 2;
}

/** Whether a date can begin with this word of the kind `word`. */
export function canBegin(word: string): boolean {
  return BEGINNINGS.has(word);
}

const [SMALL, LETTER_A, LETTERS, BITS, LOW_BITS] = [0x20, 0x61, 26, 32, 31];

const MONTH_NAMES = [
  ['january', 'jan'],
  ['february', 'feb', 'febr'],
  ['march', 'mar'],
  ['april', 'apr'],
  ['may'],
  ['june', 'jun'],
  ['july', 'jul'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
] as const;

const SEASON_NAMES = [['spring'], ['summer'], ['autumn', 'fall'], ['winter']] as const;

const ORDINALS = ['first', 'second', 'third', 'fourth'] as const;

const COUNTS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const;

const PARTS: readonly (readonly [name: string, words: string])[] = [
  ['early', 'early'],
  ['mid', 'mid middle'],
  ['late', 'late'],
  ['beginning', 'beginning start'],
  ['end', 'end close'],
];

const UNITS: readonly (readonly [name: string, words: string])[] = [
  ['year', 'year years'],
  ['half', 'half halves semester semesters'],
  ['quarter', 'quarter quarters'],
  ['month', 'month months'],
  ['week', 'week weeks'],
  ['day', 'day days'],
];

/** Adverbs, in months; those in `FIELD_FREQUENCIES` are adjectives as often, so that prose has to be left alone. */
const FREQUENCIES: readonly (readonly [word: string, months: number])[] = [
  ['annually', 12],
  ['biennially', 24],
  ['triennially', 36],
];

const FIELD_FREQUENCIES: readonly (readonly [word: string, months: number])[] = [
  ['annual', 12],
  ['yearly', 12],
  ['biennial', 24],
  ['triennial', 36],
  ['biannual', 6],
  ['biannually', 6],
  ['semestrial', 6],
  ['quarterly', 3],
  ['monthly', 1],
];

const RELATIVE_WORDS =
  'this next last current coming past previous later earlier today tomorrow yesterday every each once twice';

const OTHER_WORDS = 'other a the of on to and or onwards onward per then thereafter period both';

/** Every date has a word of these kinds. */
const ANCHOR_KINDS: ReadonlySet<TokenKind> = new Set(['number', 'month', 'season', 'group', 'unit', 'frequency']);

const VOCABULARY: ReadonlyMap<string, Meaning> = new Map(
  [
    ...[RELATIVE_WORDS, OTHER_WORDS, ...PREFIXES.map(([words]) => words)]
      .flatMap((words) => words.split(' '))
      .map((word) => meaning(word, 'word', 0)),
    ...MONTH_NAMES.flatMap((names, index) => names.map((name) => meaning(name, 'month', index + 1))),
    ...SEASON_NAMES.flatMap((names, index) => names.map((name) => meaning(name, 'season', index + 1))),
    ...ORDINALS.map((word, index) => meaning(word, 'ordinal', index + 1)),
    ...COUNTS.map((word, index) => meaning(word, 'count', index + 2)),
    ...PARTS.flatMap(([name, words]) => words.split(' ').map((word) => meaning(word, 'part', 0, name))),
    ...UNITS.flatMap(([name, words]) => words.split(' ').map((word) => meaning(word, 'unit', 0, name))),
    ...FREQUENCIES.map(([word, months]) => meaning(word, 'frequency', months, 'prose')),
    ...FIELD_FREQUENCIES.map(([word, months]) => meaning(word, 'frequency', months, 'field')),
    ...[1, 2, 3, 4].map((quarter) => meaning(`q${quarter}`, 'group', quarter, 'Q')),
    ...[1, 2].map((half) => meaning(`h${half}`, 'group', half, 'H')),
  ].map((entry) => [entry.word, entry]),
);

/** For each first letter and the low bits of the second one the lengths of words, one bit each. */
const LENGTHS = lengthsByLetters(() => true);
const ANCHOR_LENGTHS = lengthsByLetters(({ isAnchor }) => isAnchor);

function lengthsByLetters(isWanted: (meaning: Meaning) => boolean): Readonly<Int32Array> {
  const lengths = new Int32Array(LETTERS * BITS);
  for (const meaning of VOCABULARY.values()) {
    const { word } = meaning;
    const index = (word.charCodeAt(0) - LETTER_A) * BITS + (word.charCodeAt(1) & LOW_BITS);
    lengths[index] = (lengths[index] ?? 0) | (isWanted(meaning) ? 1 << word.length : 0);
  }
  return lengths;
}

const BEGINNINGS: ReadonlySet<string> = new Set([
  ...RELATIVE_WORDS.split(' '),
  ...PREFIXES.map(([words]) => words.split(' ')[0] ?? ''),
]);

function meaning(word: string, kind: TokenKind, value: number, name = word): Meaning {
  const isAnchor = ANCHOR_KINDS.has(kind) || name === 'today' || name === 'tomorrow' || name === 'yesterday';
  return { word, kind, value, name, isAnchor };
}

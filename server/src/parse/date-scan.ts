import type { IsoDay } from '../model/date';
import type { Span } from '../model/span';
import { isLetterOrPlainDigitBefore, isPlainDigitAt } from './characters';
import type { DatePart, Stretch } from './date-bounds';
import type { DateToken, Gap } from './date-tokens';

/** Whether what was read of texts depends on the reference day; whoever wants to know passes one with `false`. */
export interface ReferenceUse {
  isUsed: boolean;
}

/** A text that dates are looked for in. */
export interface DateScan {
  readonly text: string;
  readonly tokens: readonly DateToken[];
  /** The day that "next year" counts from. */
  readonly reference: IsoDay;
  /** Set where another reference day could give other dates. */
  readonly use: ReferenceUse;
  /** Whether the whole text is one date (a field), so that words can be taken for dates that prose uses otherwise. */
  readonly field: boolean;
}

/**
 * One date of a list or span, as far as its own words say it: in "30 and 31 May 2024" the first one is a day without
 * month and year, which it takes from its neighbour.
 */
export interface DatePoint extends Span {
  /** `ordinal` is "first" in "first and second quarter", `part` is "early" in "early to mid-2024". */
  readonly kind:
    | 'day'
    | 'week'
    | 'month'
    | 'months'
    | 'season'
    | 'quarter'
    | 'half'
    | 'year'
    | 'fixed'
    | 'ordinal'
    | 'part';
  /** Index of the token behind it. */
  readonly next: number;
  readonly year?: number | undefined;
  /** 1 to 12. The first one, of kind `months`. */
  readonly month?: number | undefined;
  readonly lastMonth?: number | undefined;
  readonly day?: number | undefined;
  /** The number of a season, quarter, half or ordinal; of a week in its month, 5 for the last one. */
  readonly index?: number | undefined;
  readonly part?: PartWord | undefined;
  /** The days, of kind `fixed`. */
  readonly stretch?: Stretch | undefined;
  /** Nothing but a year in digits. */
  readonly plain?: boolean | undefined;
  /** "June 3": what follows in a list are days of June. */
  readonly monthFirst?: boolean | undefined;
  /** "of the year": the year that the sentence or the report is about. */
  readonly contextual?: boolean | undefined;
  /** Counted from the reference day. */
  readonly relative?: boolean | undefined;
  /** Has to have a year, because its words mean other things as well: "sec", "may", "mar". */
  readonly needsYear?: boolean | undefined;
}

/** The words for parts. The beginning is read like "early", but "before" it excludes all of it. */
export type PartWord = DatePart | 'beginning';

/** A year behind a point, and where it ends. */
export interface YearBehind {
  readonly year?: number;
  readonly contextual?: boolean;
  readonly relative?: boolean;
  readonly next: number;
  readonly end: number;
}

/** Whether the token at an index is this word behind nothing but white space. */
export function isWord(scan: DateScan, at: number, ...words: readonly string[]): boolean {
  const token = scan.tokens[at];
  return token !== undefined && token.gap === 'space' && words.includes(token.word);
}

/** Whether the token is a year in digits: 1900 to 2099, and no part of a larger number. */
export function isYear(scan: DateScan, token: DateToken | undefined): token is DateToken {
  if (token?.kind !== 'number' || token.word.length !== 4 || token.value < 1900 || token.value > 2099) {
    return false;
  }
  return !isPartOfNumber(scan.text, token.end);
}

/** Whether a number follows directly on a longer number, a word or a sign: 6504/24, EMPACT-2024, € 5 without space. */
export function isGlued(scan: DateScan, token: DateToken): boolean {
  const { text } = scan;
  const sign = text.charAt(token.start - 1);
  if (sign === '' || sign === ' ') {
    return false;
  }
  if (JOINING_SIGNS.includes(sign)) {
    return text.charAt(token.start - 2) === ')' || isLetterOrPlainDigitBefore(text.charAt(token.start - 2), 1);
  }
  return LEADING_SIGNS.includes(sign) || (',:'.includes(sign) && isPlainDigitAt(text, token.start - 2));
}

/** The year of the reference day. */
export function referenceYear(scan: DateScan): number {
  return Number(scan.reference.slice(0, 4));
}

/** The number of a day token ("3", "3rd", in "third of June" too), or undefined where it is none. */
export function dayNumberOf(token: DateToken | undefined): number | undefined {
  const isDay = (token?.kind === 'number' && token.word.length <= 2) || token?.kind === 'ordinal';
  return isDay && token.value >= 1 ? token.value : undefined;
}

/**
 * The year behind a month, day, season, quarter or half: "2024", ", 2024", "of 2024", "this year", "of the year".
 * `gaps` are what may stand in front of digits.
 */
export function yearBehind(scan: DateScan, at: number, gaps: readonly Gap[] = SPACE_OR_COMMA): YearBehind | undefined {
  const token = scan.tokens[at];
  if (isYear(scan, token) && gaps.includes(token.gap)) {
    return { year: token.value, next: at + 1, end: token.end };
  }
  if (isWord(scan, at, 'of')) {
    return yearInWords(scan, at + 1);
  }
  return isWord(scan, at, 'this', 'next', 'last', 'current') ? yearInWords(scan, at) : undefined;
}

const SPACE_OR_COMMA: readonly Gap[] = ['space', 'comma'];

/** Signs that join a number to a word or number before them, and signs that make it something else by themselves. */
const [JOINING_SIGNS, LEADING_SIGNS] = ['-–/._', '#@$€£+='];

function isPartOfNumber(text: string, end: number): boolean {
  const sign = text.charAt(end);
  const next = text.charAt(end + 1);
  const isPossible = sign === ' ' ? next === '0' || next === '%' : ',/:%'.includes(sign) || sign.trim() === '';
  return isPossible && BEHIND_A_NUMBER.test(text.slice(end, end + LONGEST_NUMBER_END));
}

/** Thousands, percentages, file numbers: "2024 000", "2024 %", "2024/1260". */
const BEHIND_A_NUMBER =
  /^(?:[ \u00a0\u202f\u2009]000\b|[\u00a0\u202f\u2009]\d{3}\b|\s?%|,\d{3}\b|\/\d{3,}(?!\d)(?<!\/(?:19|20)\d\d)|:\d)/;

const LONGEST_NUMBER_END = 12;

/** "2024", "the year 2024", "this year", "the current year", "the year". */
function yearInWords(scan: DateScan, at: number): YearBehind | undefined {
  const the = isWord(scan, at, 'the') ? at + 1 : at;
  const named = isWord(scan, the, 'year') ? the + 1 : the;
  const digits = scan.tokens[named];
  if (isYear(scan, digits) && digits.gap === 'space') {
    return { year: digits.value, next: named + 1, end: digits.end };
  }
  if (named > the && the > at) {
    return { contextual: true, next: named, end: endOf(scan, named - 1) };
  }
  const shift = YEAR_SHIFTS.get(scan.tokens[the]?.word ?? '');
  if (shift === undefined || !isWord(scan, the + 1, 'year')) {
    return undefined;
  }
  return { year: referenceYear(scan) + shift, relative: true, next: the + 2, end: endOf(scan, the + 1) };
}

/** What "this year", "next year" add to the reference year. */
export const YEAR_SHIFTS: ReadonlyMap<string, number> = new Map([
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['last', -1],
]);

function endOf(scan: DateScan, at: number): number {
  return scan.tokens[at]?.end ?? 0;
}

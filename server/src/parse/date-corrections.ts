import type { IsoDay } from '../model/date';
import { isDateProblem, readDate } from './dates';
import { nearestNames } from './nearest-name';

/** What the words of a date were probably meant to be. */
export interface DateCorrection {
  readonly text: string;
  /** Whether only a word is misspelt, and nothing else comes near: no day is guessed. */
  readonly isSure: boolean;
}

/**
 * Dates that words which are none were probably meant to be: a month with a slip in it, a year with a digit too many,
 * signs that do not belong between numbers, the last day of a month that ends earlier. At most three, the likeliest
 * first.
 *
 * @param reference the day that "next year" counts from; a year is near it
 */
export function dateCorrections(text: string, reference: IsoDay): readonly DateCorrection[] {
  const spelt = spellings(text).map((one) => ({ text: one, isSure: true }));
  const others = [...withOtherSigns(text), ...withoutDigit(text, reference), ...withLastDay(text)].map((one) => ({
    text: one,
    isSure: false,
  }));
  const isDate = ({ text: one }: DateCorrection) =>
    one !== text &&
    [one, one.replace(/\s*\([^()]*\)\.?$/, '')].some((words) => !isDateProblem(readDate(words, reference)));
  const readable = [...spelt, ...others].filter(isDate);
  const different = readable.filter((one, index) => readable.findIndex((other) => other.text === one.text) === index);
  return different.slice(0, MOST).map((one) => ({ ...one, isSure: one.isSure && different.length === 1 }));
}

const MOST = 3;

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November'],
  'December',
];
const OTHER_WORDS = [
  ...['spring', 'summer', 'autumn', 'winter', 'quarter', 'semester', 'half', 'first', 'second', 'third', 'fourth'],
  ...['beginning', 'early', 'late', 'mid', 'end', 'year', 'month'],
];

/** One word written as the nearest that dates are made of. */
function spellings(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\p{L}\d])\p{L}{3,}(?![\p{L}\d])/gu)].flatMap(({ index, 0: word }) =>
    [...nearestNames(word, MONTHS), ...nearestNames(word, OTHER_WORDS)]
      .filter((name) => name.toLowerCase() !== word.toLowerCase())
      .map((name) => text.slice(0, index) + name + text.slice(index + word.length)),
  );
}

/** "2024/06/30" is a span in EDTF, "30/06/2024" nothing: both are days. */
function withOtherSigns(text: string): readonly string[] {
  return [
    text.replace(/(?<!\d)(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)/, (_, year, month, day) =>
      [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-'),
    ),
    text.replace(/(?<!\d)(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/, '$1.$2.$3'),
    text.replace(/(?<!\d)(\d{4})-(1[3-9]|2\d|3[01])-(0[1-9]|1[0-2])(?!\d)/, '$1-$3-$2'),
  ];
}

function withoutDigit(text: string, reference: IsoDay): readonly string[] {
  const match = /(?<!\d)\d{5}(?!\d)/.exec(text);
  const years = match ? [...match[0]].map((_, at) => match[0].slice(0, at) + match[0].slice(at + 1)) : [];
  const isNear = (year: string) => Math.abs(Number(year) - Number(reference.slice(0, 4))) <= MOST_YEARS;
  return years.filter(isNear).map((year) => text.replace(match?.[0] ?? '', year));
}

const MOST_YEARS = 5;

/** The last day of the month, where the one that is written comes behind it. */
function withLastDay(text: string): readonly string[] {
  return ['30', '29', '28'].map((day) => text.replace(/(?<![\d/.])(?:29|3[0-9])(?!\d|\/)/, day));
}

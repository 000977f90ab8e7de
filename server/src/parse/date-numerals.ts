import { daysInMonth, formatDay, isoDay } from '../model/date';
import { isLetterOrPlainDigitAt, isPlainDigitAt } from './characters';
import { type DateScan, isGlued } from './date-scan';

/** A date in numbers alone. */
export interface Numeral {
  readonly year: number;
  readonly month: number;
  /** Absent where it is a month. */
  readonly day?: number | undefined;
  /** Offset behind its last digit. */
  readonly end: number;
}

/**
 * The date in numbers that begins at the token: `2024-06-03`, `2024-06`, `3.6.2024`, `03/06/2024` and `03-06-2024`
 * (day first, as in Europe). In a field also `2024/06/03`, `2024-6-3`, `3.6.24`, `06/2024`. `inside` a list or span
 * the character in front of it may be anything, elsewhere it must not belong to a longer number or word.
 */
export function numeralAt(scan: DateScan, at: number, inside: boolean): Numeral | undefined {
  const token = scan.tokens[at];
  if (token?.kind !== 'number' || !isSeparated(scan.text, token.end) || (!inside && isGlued(scan, token))) {
    return undefined;
  }
  const written = scan.text.slice(token.start, token.start + LONGEST_NUMERAL);
  for (const { pattern, read } of scan.field ? FIELD_FORMS : PROSE_FORMS) {
    const match = pattern.exec(written);
    const end = token.start + (match?.[0].length ?? 0);
    if (match && !goesOn(scan.text, end)) {
      const { year, month, day } = read(match);
      return { year, month, day, end };
    }
  }
  return undefined;
}

/** "31. 12. 2024" and what stands behind it. */
const LONGEST_NUMERAL = 24;

/** Whether a sign that can stand between the numbers of a date follows, and then a digit. */
function isSeparated(text: string, at: number): boolean {
  const sign = text.charAt(at);
  if (sign !== '-' && sign !== '/' && sign !== '.') {
    return false;
  }
  const isSpaced = sign === '.' && text.charAt(at + 1).trim() === '';
  return isPlainDigitAt(text, isSpaced ? at + 2 : at + 1);
}

interface NumeralForm {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray) => { year: number; month: number; day?: number };
}

/** Whether more of the number, or of a word or file name follows. */
function goesOn(text: string, at: number): boolean {
  switch (text.charAt(at)) {
    case '%':
      return true;
    case '-':
      return NUMBER_BEHIND_DASH.test(text.slice(at, at + LONGEST_NUMERAL));
    case ':':
      return isPlainDigitAt(text, at + 1);
    case '.':
      return isLetterOrPlainDigitAt(text, at + 1);
    default:
      return isLetterOrPlainDigitAt(text, at);
  }
}

const NUMBER_BEHIND_DASH = /^-\d{1,2}(?!\d|[./]\d)/;

const dayFirst = (match: RegExpExecArray) => ({
  year: number(match, 4),
  month: number(match, 3),
  day: number(match, 1),
});

const yearFirst = (match: RegExpExecArray) => ({
  year: number(match, 1),
  month: number(match, 3),
  day: number(match, 4),
});

const PROSE_FORMS: readonly NumeralForm[] = [
  { pattern: form(String.raw`((?:19|20)\d\d)(-)(\d{2})-(\d{2})`), read: yearFirst },
  {
    pattern: form(String.raw`((?:19|20)\d\d)-(0[1-9]|1[0-2])`),
    read: (match) => ({ year: number(match, 1), month: number(match, 2) }),
  },
  // 3.6.2024 and 3. 6. 2024; 03/06/2024; 03-06-2024.
  { pattern: form(String.raw`(\d{1,2})(\.\s?|\/|-)(\d{1,2})\2((?:19|20)\d\d)`), read: dayFirst },
];

const FIELD_FORMS: readonly NumeralForm[] = [
  ...PROSE_FORMS,
  { pattern: form(String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})`), read: yearFirst },
  {
    pattern: form(String.raw`(\d{1,2})([./])(\d{1,2})\2(\d\d)`),
    read: (match) => ({ ...dayFirst(match), year: 2000 + number(match, 4) }),
  },
  {
    pattern: form(String.raw`(0?[1-9]|1[0-2])[./-]((?:19|20)\d\d)`),
    read: (match) => ({ year: number(match, 2), month: number(match, 1) }),
  },
];

function form(source: string): RegExp {
  return new RegExp(`^(?:${source})`);
}

function number(match: RegExpExecArray, group: number): number {
  return Number(match[group]);
}

/** What is wrong with a date that the calendar does not have, and what to write; undefined where the day exists. */
export function noSuchDate(year: number, month: number, day: number): string | undefined {
  if (month < 1 || month > 12) {
    const isSwapped = day >= 1 && day <= 12 && month >= 1 && month <= daysInMonth(year, day);
    return isSwapped
      ? `There is no month ${month}: the day comes first, then the month. Write ${formatDay(isoDay(year, day, month))} if that is meant.`
      : `There is no month ${month}. Write the day, the month and the year, such as 3 June ${year}.`;
  }
  const days = daysInMonth(year, month);
  if (day >= 1 && day <= days) {
    return undefined;
  }
  const last = formatDay(isoDay(year, month, days));
  const nameOfMonth = last.slice(last.indexOf(' ') + 1);
  return `There is no ${day} ${nameOfMonth}: the month has ${days} days. Write ${last}, or the day that is meant.`;
}

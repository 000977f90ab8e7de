import { numeralAt } from './date-numerals';
import { relativePointAt, unitAround } from './date-relative';
import {
  type DatePoint,
  type DateScan,
  dayNumberOf,
  isGlued,
  isWord,
  isYear,
  type PartWord,
  type YearBehind,
  yearBehind,
} from './date-scan';
import type { DateToken, Gap } from './date-tokens';

/**
 * The date that begins at the token, as far as its own words say it: a day, month, year, season, quarter or half with
 * or without year, a part of one ("early 2024"), or one counted from the reference day. Undefined where there is none.
 * `inside` a list or span it may follow directly on the dash or slash that joins it to the one before.
 */
export function pointAt(scan: DateScan, at: number, inside = false): DatePoint | undefined {
  return scan.tokens[at]?.kind === 'part' ? partPointAt(scan, at) : wholePointAt(scan, at, inside);
}

/** Whether the token joins two dates into a list or span, as far as its own word or the mark before it tells. */
export function isJoint(scan: DateScan, at: number): boolean {
  const token = scan.tokens[at];
  return (
    token !== undefined &&
    (JOINING_GAPS.includes(token.gap) ||
      (token.gap === 'space' && JOINING_WORDS.includes(token.word)) ||
      // "mid- to late 2024"
      (token.gap === 'dash' && token.word === 'to'))
  );
}

const JOINING_GAPS: readonly Gap[] = ['dash', 'slash', 'comma', 'ampersand'];

const JOINING_WORDS: readonly string[] = ['and', 'or', 'to'];

/** Written days up to here are days that do not exist; beyond, prose has a plain number. */
const LARGEST_SLIP = 39;

type Parts = Partial<Omit<DatePoint, 'start' | 'end' | 'next'>> & Pick<DatePoint, 'kind'>;

function wholePointAt(scan: DateScan, at: number, inside: boolean): DatePoint | undefined {
  const token = scan.tokens[at];
  switch (token?.kind) {
    case 'number':
      return numberPointAt(scan, at, token, inside);
    case 'ordinal':
      return ordinalPointAt(scan, at, token) ?? dayPointAt(scan, at) ?? bareOrdinalAt(scan, at, token);
    case 'month':
      return monthPointAt(scan, at, token);
    case 'season':
      return seasonPointAt(scan, at, token);
    case 'group':
      return groupPointAt(scan, at, token);
    case 'unit':
      return unitPointAt(scan, at, token);
    case 'word':
      return ordinalPointAt(scan, at, token) ?? relativePointAt(scan, at);
    default:
      return undefined;
  }
}

function numberPointAt(scan: DateScan, at: number, token: DateToken, inside: boolean): DatePoint | undefined {
  const numeral = numeralAt(scan, at, inside);
  if (numeral) {
    let next = at + 1;
    while ((scan.tokens[next]?.start ?? numeral.end) < numeral.end) {
      next++;
    }
    const { year, month, day } = numeral;
    return { kind: day === undefined ? 'month' : 'day', year, month, day, start: token.start, end: numeral.end, next };
  }
  if (!inside && isGlued(scan, token)) {
    return undefined;
  }
  if (token.word.length <= 2) {
    return dayPointAt(scan, at);
  }
  if (!isYear(scan, token)) {
    return undefined;
  }
  const group = scan.tokens[at + 1];
  return group?.kind === 'group' && GROUP_GAPS.includes(group.gap)
    ? point(scan, at, at + 2, { ...grouped(group), year: token.value })
    : point(scan, at, at + 1, { kind: 'year', year: token.value, plain: true });
}

const GROUP_GAPS: readonly Gap[] = ['space', 'dash', 'slash', 'comma'];

/** "3 June 2024", "3rd of June", "3-Jun-2024", "3. June 2024"; a day without month for a list. */
function dayPointAt(scan: DateScan, at: number): DatePoint | undefined {
  const day = dayNumberOf(scan.tokens[at]);
  if (day === undefined) {
    return undefined;
  }
  const isSpelt = /^\D/.test(scan.tokens[at]?.word ?? '');
  const of = isWord(scan, at + 1, 'of') ? at + 2 : at + 1;
  const month = scan.tokens[of];
  const isBehind =
    month?.kind === 'month' && (month.gap === 'space' || (of === at + 1 && isMarked(scan, of, month.gap)));
  const year = isBehind ? yearOfDay(scan, of + 1, month.gap) : undefined;
  const needsYear = isBehind && (!month.capital || month.gap !== 'space') && !scan.field;
  if (!isBehind || (needsYear && !year) || (isSpelt && of === at + 1)) {
    return day <= 31 && !isSpelt ? point(scan, at, at + 1, { kind: 'day', day }) : undefined;
  }
  if (day > LARGEST_SLIP && !scan.field) {
    return undefined;
  }
  return point(scan, at, of + 1, { kind: 'day', day, month: month.value }, year);
}

/** A day and a month joined by a mark: "3-Jun-2024", "3/Jun/2024", "3. June 2024". */
function isMarked(scan: DateScan, at: number, gap: Gap): boolean {
  return gap === 'dot' || gap === 'tight' || ((gap === 'dash' || gap === 'slash') && isTight(scan, at));
}

/** Whether nothing but one mark stands between the token and the one before it. */
export function isTight(scan: DateScan, at: number): boolean {
  return (scan.tokens[at]?.start ?? 0) - (scan.tokens[at - 1]?.end ?? 0) === 1;
}

function yearOfDay(scan: DateScan, at: number, monthGap: Gap): YearBehind | undefined {
  return yearBehind(scan, at, monthGap === 'space' ? YEAR_GAPS : [...YEAR_GAPS, monthGap]);
}

/** The dot is that of an abbreviation: "Jun. 2024". */
const YEAR_GAPS: readonly Gap[] = ['space', 'comma', 'dot'];

/** "June 2024", "Jun. 2024", "June of this year", "June 3, 2024", "June 3rd". */
function monthPointAt(scan: DateScan, at: number, token: DateToken): DatePoint | undefined {
  const behind = scan.tokens[at + 1];
  const day = dayNumberOf(behind);
  if (behind !== undefined && day !== undefined && behind.gap === 'space' && !isFollowedByMonth(scan, at + 1)) {
    const year = yearBehind(scan, at + 2);
    const isClosed =
      behind.kind === 'ordinal' || isWord(scan, at - 1, 'on') || /[.,;:)]/.test(scan.text.charAt(behind.end));
    const isDay = year !== undefined || scan.field || (token.capital && isClosed);
    if (isDay || hasYearBehindDays(scan, at + 2)) {
      return point(scan, at, at + 2, { kind: 'day', day, month: token.value, monthFirst: true }, year);
    }
  }
  const isAbbreviated = token.word.length < LONGEST_ABBREVIATION && !SHORT_MONTHS.includes(token.word);
  const year = yearBehind(scan, at + 1, isAbbreviated ? YEAR_GAPS : undefined);
  const needsYear = (!token.capital || isAbbreviated) && !scan.field;
  return point(scan, at, at + 1, { kind: 'month', month: token.value, needsYear }, year);
}

/** "Febr" and "sept" are the longest, "march" and "april" the shortest names that could be taken for one. */
const LONGEST_ABBREVIATION = 5;

const SHORT_MONTHS: readonly string[] = ['may', 'june', 'july'];

function isFollowedByMonth(scan: DateScan, at: number): boolean {
  return scan.tokens[at + 1]?.kind === 'month' && scan.tokens[at + 1]?.gap === 'space';
}

/** Whether more days and then a year follow: "-18, 2024" behind "April 17". */
function hasYearBehindDays(scan: DateScan, at: number): boolean {
  for (let next = at; next < at + 6; next++) {
    const token = scan.tokens[next];
    if (next > at && isYear(scan, token)) {
      return token.gap === 'comma' || token.gap === 'space';
    }
    if (dayNumberOf(token) === undefined && !isWord(scan, next, 'and', 'to')) {
      return false;
    }
  }
  return false;
}

/** "Spring 2024", "autumn of 2024", "winter 2024/2025", "winter 2024-25". */
function seasonPointAt(scan: DateScan, at: number, token: DateToken): DatePoint | undefined {
  const found = point(scan, at, at + 1, { kind: 'season', index: token.value }, yearBehind(scan, at + 1));
  const end = scan.tokens[found.next];
  const isWinter = token.value === 4 && found.year !== undefined && end?.kind === 'number';
  if (!isWinter || (end.gap !== 'slash' && end.gap !== 'dash')) {
    return found;
  }
  const next = found.year + 1;
  return end.word === String(next) || end.word === String(next).slice(2)
    ? { ...found, next: found.next + 1, end: end.end }
    : found;
}

/** "Q2 2024", "H1/2025", "Q2 of 2024". */
function groupPointAt(scan: DateScan, at: number, token: DateToken): DatePoint | undefined {
  return point(scan, at, at + 1, grouped(token), yearBehind(scan, at + 1, GROUP_GAPS));
}

function grouped(token: DateToken): Parts {
  return { kind: token.name === 'Q' ? 'quarter' : 'half', index: token.value };
}

/** "Second quarter of 2024", "first half of June", "last week of May 2024", "first six months of 2024". */
function ordinalPointAt(scan: DateScan, at: number, token: DateToken): DatePoint | undefined {
  const isLast = token.word === 'last';
  const noun = scan.tokens[at + 1];
  if ((token.kind !== 'ordinal' && !isLast) || (noun?.gap !== 'space' && noun?.gap !== 'dash')) {
    return undefined;
  }
  const counted = (noun.kind === 'count' || noun.kind === 'number') && isWord(scan, at + 2, 'months', 'quarters');
  if (counted) {
    return monthsPointAt(scan, at, noun.value * (scan.tokens[at + 2]?.name === 'quarter' ? 3 : 1));
  }
  const known = noun.kind === 'unit' ? LAST_NUMBERS.get(noun.name) : undefined;
  const index = isLast ? known : token.value;
  if (known === undefined || index === undefined || index > known || index < 1) {
    return undefined;
  }
  const kind = noun.name === 'quarter' ? 'quarter' : noun.name === 'half' ? 'half' : 'week';
  const year = yearBehind(scan, at + 2);
  if (kind !== 'week' && (year || !isLast)) {
    const month = kind === 'half' && !year ? monthBehind(scan, at + 2) : undefined;
    return month ? { ...month, start: token.start, kind, index } : point(scan, at, at + 2, { kind, index }, year);
  }
  const month = kind === 'week' ? monthBehind(scan, at + 2) : undefined;
  return month && { ...month, start: token.start, kind, index };
}

/** How many halves and quarters a year has; five stands for a month's last week. */
const LAST_NUMBERS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['quarter', 4],
  ['week', 5],
]);

function monthBehind(scan: DateScan, at: number): DatePoint | undefined {
  const month = isWord(scan, at, 'of') ? scan.tokens[at + 1] : undefined;
  const found = month?.kind === 'month' ? monthPointAt(scan, at + 1, month) : undefined;
  return found?.kind === 'month' ? found : undefined;
}

function monthsPointAt(scan: DateScan, at: number, months: number): DatePoint | undefined {
  const year = yearBehind(scan, at + 3);
  if (!year || months < 1 || months > 12) {
    return undefined;
  }
  const isLast = scan.tokens[at]?.word === 'last';
  if (!isLast && scan.tokens[at]?.value !== 1) {
    return undefined;
  }
  const [month, lastMonth] = isLast ? [13 - months, 12] : [1, months];
  return point(scan, at, at + 3, { kind: 'months', month, lastMonth }, year);
}

/** "First" in "first and second quarter of 2024". */
function bareOrdinalAt(scan: DateScan, at: number, token: DateToken): DatePoint | undefined {
  return isJoint(scan, at + 1) ? point(scan, at, at + 1, { kind: 'ordinal', index: token.value }) : undefined;
}

/** "The year 2024", of which the year is the date; "quarter 2 of 2024"; "year-end 2024". */
function unitPointAt(scan: DateScan, at: number, token: DateToken): DatePoint | undefined {
  const behind = scan.tokens[at + 1];
  if (token.name === 'year') {
    if (token.word === 'year' && behind?.word === 'end' && (behind.gap === 'dash' || behind.gap === 'space')) {
      const year = yearBehind(scan, at + 2) ?? { contextual: true, next: at + 2, end: behind.end };
      return point(scan, at, at + 2, { kind: 'year', part: 'end', needsYear: true }, year);
    }
    const year = isYear(scan, behind) && behind.gap === 'space' ? pointAt(scan, at + 1) : undefined;
    if (year) {
      return { ...year, plain: false };
    }
    // "In the course of the year"
    const isCurrent = token.word === 'year' && isWord(scan, at, 'year') && isWord(scan, at - 1, 'the');
    return isCurrent && isWord(scan, at - 2, 'of')
      ? point(scan, at, at + 1, { kind: 'year', contextual: true, needsYear: true })
      : undefined;
  }
  const known = token.word.endsWith('s') ? undefined : LAST_NUMBERS.get(token.name);
  const isNumbered = known !== undefined && known < 5 && behind?.kind === 'number' && behind.gap === 'space';
  if (!isNumbered || behind.value < 1 || behind.value > known || behind.word.length > 1) {
    return undefined;
  }
  const kind = token.name === 'quarter' ? 'quarter' : 'half';
  return point(scan, at, at + 2, { kind, index: behind.value, needsYear: true }, yearBehind(scan, at + 2));
}

/** "Early 2024", "mid-June 2024", "end of the second quarter of 2024", "end of the year", "early" in a list. */
function partPointAt(scan: DateScan, at: number): DatePoint | undefined {
  const token = scan.tokens[at];
  const part = token && PARTS.get(token.name);
  if (!token || part === undefined) {
    return undefined;
  }
  const isAdjective = part === 'early' || part === 'mid' || part === 'late';
  const hasOf = isWord(scan, at + 1, 'of') || (isAdjective && isWord(scan, at + 1, 'in'));
  const needsOf = (part === 'beginning' || token.word === 'close') && !scan.field;
  const the = at + (hasOf ? 2 : 1);
  const core = isWord(scan, the, 'the') ? the + 1 : the;
  const coreGap = scan.tokens[core]?.gap;
  if ((needsOf && !hasOf) || (coreGap !== 'space' && !(coreGap === 'dash' && core === at + 1))) {
    return undefined;
  }
  const whole =
    (core > the || coreGap === 'dash' ? unitOfNow(scan, core) : undefined) ?? wholePointAt(scan, core, true);
  if (whole && whole.part === undefined && DIVISIBLE.includes(whole.kind)) {
    // "Mid-year" can stand in front of a noun, "the end of the year" cannot.
    const isCompound = whole.contextual === true && core === at + 1;
    const needsYear = isCompound || whole.needsYear;
    return { ...whole, start: token.start, part, plain: false, needsYear };
  }
  return isJoint(scan, at + 1) ? point(scan, at, at + 1, { kind: 'part', part }) : undefined;
}

const PARTS: ReadonlyMap<string, PartWord> = new Map(
  (['early', 'mid', 'late', 'beginning', 'end'] as const).map((part) => [part, part]),
);

const DIVISIBLE: readonly DatePoint['kind'][] = ['month', 'season', 'quarter', 'half', 'year', 'fixed'];

/** "The year", "the month", "the quarter" behind "end of": the one that the report is in. */
function unitOfNow(scan: DateScan, at: number): DatePoint | undefined {
  const unit = scan.tokens[at];
  if (unit?.kind !== 'unit' || unit.word.endsWith('s') || unit.word === 'half' || isYear(scan, scan.tokens[at + 1])) {
    return undefined;
  }
  if (unit.name === 'year') {
    return point(scan, at, at + 1, { kind: 'year', contextual: true });
  }
  const stretch = unitAround(scan, unit.name, 0);
  return stretch && point(scan, at, at + 1, { kind: 'fixed', stretch, relative: true });
}

/** A point from the token at `at` to the one before `next`, or to the end of its year. */
function point(scan: DateScan, at: number, next: number, parts: Parts, year?: YearBehind): DatePoint {
  // All properties in one literal: copying objects of many kinds into each other takes most of the time of reading dates.
  return {
    kind: parts.kind,
    start: scan.tokens[at]?.start ?? 0,
    end: year?.end ?? scan.tokens[next - 1]?.end ?? 0,
    next: year?.next ?? next,
    year: year?.year ?? parts.year,
    month: parts.month,
    lastMonth: parts.lastMonth,
    day: parts.day,
    index: parts.index,
    part: parts.part,
    stretch: parts.stretch,
    plain: parts.plain,
    monthFirst: parts.monthFirst,
    contextual: year?.contextual ?? parts.contextual,
    relative: year?.relative ?? parts.relative,
    needsYear: parts.needsYear,
  };
}

import { addDays, formatDay, type IsoDay, isoDay, type PolicyDate } from '../model/date';
import {
  edtfOf,
  halfMonthStretch,
  halfStretch,
  monthsStretch,
  partOf,
  quarterStretch,
  type Stretch,
  seasonStretch,
  stretch,
} from './date-bounds';
import { noSuchDate } from './date-numerals';
import { type DatePoint, type DateScan, referenceYear } from './date-scan';
import type { PrefixEffect } from './date-vocabulary';

/** How two dates of a phrase are joined: "and" makes a list, a dash or "to" a span. */
export type Joint = 'list' | 'range';

/** Dates and what joins them and what their prefix makes of them. */
export interface PhraseParts {
  readonly points: readonly DatePoint[];
  /** One fewer than points. */
  readonly joints: readonly Joint[];
  readonly effect: PrefixEffect | 'plain';
}

/** A phrase that has the form of a date and is none. */
export interface Impossible {
  /** `day`: there is no such day. `order`: it ends before it begins. `incomplete`: a part of it stands for nothing. */
  readonly impossible: 'day' | 'order' | 'incomplete';
  readonly message: string;
}

/**
 * What a phrase comes to. Months and years that a point leaves out come from its neighbours; a year that none of them
 * has is `sentenceYear`, else the one that fits the reference day.
 */
export function readPhrase(
  scan: DateScan,
  phrase: PhraseParts,
  sentenceYear: number | undefined,
): PolicyDate | Impossible {
  const isDated = hasYear(phrase);
  const assumed = sentenceYear ?? (isDated ? referenceYear(scan) : assumedYear(scan, phrase));
  const points = completed(phrase.points, assumed);
  if (!points) {
    return { impossible: 'incomplete', message: 'A part of the date is missing.' };
  }
  const isRelative = phrase.points.some((point) => point.relative);
  if (isRelative) {
    scan.use.isUsed = true;
  }
  const stretches: Stretch[] = [];
  for (const point of points) {
    const reading = stretchOf(point);
    if (typeof reading === 'string') {
      // Another year can have a 29 February.
      scan.use.isUsed ||= !isDated;
      return { impossible: 'day', message: reading };
    }
    stretches.push(reading);
  }
  for (let index = 0; index < phrase.joints.length; index++) {
    const [left, right] = [points[index], points[index + 1]];
    if (left && right && phrase.joints[index] === 'range' && isBefore(stretches[index + 1], stretches[index])) {
      return { impossible: 'order', message: wrongOrder(nameOf(scan, left), nameOf(scan, right)) };
    }
  }
  const why: string[] = [];
  if (isRelative) {
    why.push(`Counted from ${formatDay(scan.reference)}.`);
  }
  if (!isDated) {
    const origin = sentenceYear === undefined ? 'which fits the date of the report' : 'as in its sentence';
    why.push(`No year is written: read as ${points[0]?.year}, ${origin}.`);
  }
  return bounded(phrase, points, stretches, why);
}

/** Whether a year is written for at least one of the dates, or counted from the reference day. */
export function hasYear({ points }: PhraseParts): boolean {
  return points.some((point) => point.year !== undefined || point.stretch !== undefined);
}

function bounded(
  phrase: PhraseParts,
  points: readonly DatePoint[],
  stretches: readonly Stretch[],
  why: string[],
): PolicyDate {
  switch (phrase.effect) {
    case 'latest': {
      const by = latestOf(stretches, 'by');
      return dated(null, by, [...why, ...whyBy(points, stretches, by)]);
    }
    case 'before': {
      const before = addDays(earliestOf(stretches, 'before'), -1);
      return dated(null, before, [...why, `Read as ${formatDay(before)} at the latest.`]);
    }
    case 'after': {
      const after = addDays(latestOf(stretches, 'by'), 1);
      return dated(after, null, [...why, `Read as ${formatDay(after)} at the earliest.`]);
    }
    case 'earliest':
    case 'since': {
      const from = earliestOf(stretches, 'from');
      if (!phrase.joints.includes('range')) {
        const isDay = points.length === 1 && points[0]?.kind === 'day';
        return dated(from, null, isDay ? why : [...why, `Read as ${formatDay(from)} at the earliest.`]);
      }
      return dated(from, latestOf(stretches, 'by'), why);
    }
    case 'between':
      return dated(earliestOf(stretches, 'from'), latestOf(stretches, 'by'), why);
    default: {
      for (const { why: reason } of stretches) {
        if (reason !== undefined && !why.includes(reason)) {
          why.push(reason);
        }
      }
      const only = stretches.length === 1 ? stretches[0] : undefined;
      return dated(earliestOf(stretches, 'earliest'), latestOf(stretches, 'latest'), why, only?.edtf);
    }
  }
}

/** "By 2025" is the deadline that people read in two ways. */
function whyBy(points: readonly DatePoint[], stretches: readonly Stretch[], by: IsoDay): readonly string[] {
  const last = points.at(-1);
  if (last?.kind === 'day' || last?.part === 'end') {
    return [];
  }
  if (last?.kind === 'year' && last.part === undefined) {
    const year = Number(by.slice(0, 4));
    return [`Read as by the end of ${year}; some read ${isoDay(year - 1, 12, 31)}.`];
  }
  return stretches.length === 0 ? [] : [`Read as ${formatDay(by)} at the latest.`];
}

function dated(earliest: IsoDay | null, latest: IsoDay | null, why: readonly string[], edtf?: string): PolicyDate {
  const date = { edtf: edtf ?? edtfOf(earliest, latest), earliest, latest, recurring: null };
  return why.length === 0 ? date : { ...date, why: why.join(' ') };
}

/**
 * The year of a date that names none. A deadline is the next one, "since" the last one; anything else is in the year
 * of the report.
 */
function assumedYear(scan: DateScan, { points, effect }: PhraseParts): number {
  const year = referenceYear(scan);
  const point = points.at(-1);
  const days = point && stretchOf({ ...point, month: point.month ?? 12, year });
  if (days === undefined || typeof days === 'string') {
    return year;
  }
  if (effect === 'latest' || effect === 'before') {
    return days.by < scan.reference ? year + 1 : year;
  }
  return effect === 'since' && days.from > scan.reference ? year - 1 : year;
}

/** The points with months and years from their neighbours; undefined where something is still missing. */
function completed(points: readonly DatePoint[], assumed: number): readonly DatePoint[] | undefined {
  const [only] = points;
  if (only && points.length === 1) {
    return isComplete(only) ? [only.year === undefined ? withYear(only, assumed) : only] : undefined;
  }
  const filled = [...points];
  for (let index = filled.length - 2; index >= 0; index--) {
    const [point, right] = [filled[index], filled[index + 1]];
    if (point && right) {
      filled[index] = fromRight(point, right);
    }
  }
  for (let index = 0; index < filled.length; index++) {
    const [left, point] = [filled[index - 1], filled[index]];
    if (point) {
      filled[index] = left ? fromLeft(point, left) : withYear(point, point.year ?? assumed);
    }
  }
  return filled.every(isComplete) ? filled : undefined;
}

function isComplete({ kind, month }: DatePoint): boolean {
  return kind !== 'ordinal' && kind !== 'part' && (kind !== 'day' || month !== undefined);
}

function withYear(point: DatePoint, year: number): DatePoint {
  return { ...point, year };
}

/** "17" in "17 and 18 April 2024", "March" in "March to May 2024", "first" in "first and second quarter". */
function fromRight(point: DatePoint, right: DatePoint): DatePoint {
  const month = right.month === undefined ? {} : { month: right.month };
  let filled = point;
  if (point.kind === 'ordinal' && (right.kind === 'quarter' || right.kind === 'half' || right.kind === 'week')) {
    filled = { ...point, ...month, kind: right.kind };
  } else if (point.kind === 'part' && right.part !== undefined) {
    filled = { ...right, part: point.part ?? right.part, start: point.start, end: point.end };
  } else if (point.kind === 'day' && point.month === undefined && right.kind === 'day' && !right.monthFirst) {
    filled = { ...point, ...month };
  }
  if (filled.year !== undefined || right.year === undefined) {
    return filled;
  }
  return { ...filled, year: right.year - (isLaterInYear(filled, right) ? 1 : 0) };
}

/** "18" in "April 17-18, 2024", "February" in "November 2024 to February". */
function fromLeft(point: DatePoint, left: DatePoint): DatePoint {
  const takesMonth = point.kind === 'day' && point.month === undefined && left.kind === 'day' && left.monthFirst;
  const filled = takesMonth && left.month !== undefined ? { ...point, month: left.month, monthFirst: true } : point;
  if (filled.year !== undefined || left.year === undefined) {
    return filled;
  }
  return { ...filled, year: left.year + (isLaterInYear(left, filled) ? 1 : 0) };
}

/** "November" before "February 2025" is of the year before. */
function isLaterInYear(left: DatePoint, right: DatePoint): boolean {
  return firstMonth(right) > 0 && firstMonth(left) > firstMonth(right);
}

/** Where in the year a point begins; 0 where that does not matter. */
function firstMonth({ kind, month, index = 0 }: DatePoint): number {
  switch (kind) {
    case 'season':
      return index * 3;
    case 'quarter':
      return index * 3 - 2;
    case 'half':
      return month ?? index * 6 - 5;
    default:
      return month ?? 0;
  }
}

/** The days of a complete point, or what is wrong with it. */
function stretchOf(point: DatePoint): Stretch | string {
  const whole = wholeStretch(point);
  if (typeof whole === 'string' || point.part === undefined) {
    return whole;
  }
  const part = partOf(whole, point.part === 'beginning' ? 'early' : point.part);
  return part ?? whole;
}

function wholeStretch(point: DatePoint): Stretch | string {
  const { kind, year = 0, month = 1, lastMonth = month, day = 1, index = 1, stretch: days } = point;
  switch (kind) {
    case 'day':
      return noSuchDate(year, month, day) ?? stretch(isoDay(year, month, day), isoDay(year, month, day));
    case 'week':
      return weekOfMonth(monthsStretch(year, month, month), index);
    case 'month':
    case 'months':
      return monthsStretch(year, month, lastMonth);
    case 'season':
      return seasonStretch(year, index);
    case 'quarter':
      return quarterStretch(year, index);
    case 'half':
      return point.month === undefined ? halfStretch(year, index) : halfMonthStretch(year, month, index);
    default:
      return days ?? monthsStretch(year, 1, 12);
  }
}

/** Weeks are counted from the first of the month; the fifth is the last seven days. */
function weekOfMonth(month: Stretch, index: number): Stretch {
  const first = index === 5 ? addDays(month.latest, -6) : addDays(month.earliest, (index - 1) * 7);
  return stretch(first, addDays(first, 6));
}

function isBefore(right: Stretch | undefined, left: Stretch | undefined): boolean {
  return right !== undefined && left !== undefined && right.latest < left.earliest;
}

function wrongOrder(first: string, second: string): string {
  return `${first} comes after ${second}. Write the earlier date first: ${second} to ${first}.`;
}

/** A point in a message: as written, with the year that it took from its neighbour. */
function nameOf(scan: DateScan, point: DatePoint): string {
  const written = scan.text.slice(point.start, point.end).replace(/[*_]/g, '').replace(/\s+/g, ' ');
  return point.year === undefined || written.includes(String(point.year)) ? written : `${written} (${point.year})`;
}

/** The smallest of one of the days of the stretches, of which there is at least one. */
function earliestOf(stretches: readonly Stretch[], which: 'earliest' | 'from' | 'before'): IsoDay {
  let day = stretches[0]?.[which] ?? '';
  for (const each of stretches) {
    day = each[which] < day ? each[which] : day;
  }
  return day;
}

function latestOf(stretches: readonly Stretch[], which: 'latest' | 'by'): IsoDay {
  let day = '';
  for (const each of stretches) {
    day = each[which] > day ? each[which] : day;
  }
  return day;
}

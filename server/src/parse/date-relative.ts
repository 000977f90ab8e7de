import { addDays, addDuration, daysBetween, type IsoDay, isoDay } from '../model/date';
import { halfStretch, monthsStretch, quarterStretch, type Stretch, seasonStretch, stretch } from './date-bounds';
import { type DatePoint, type DateScan, isWord, referenceYear, YEAR_SHIFTS } from './date-scan';

/**
 * The date that is counted from the reference day and begins at the token: "this year", "next month", "later this
 * month", "next autumn", "this June", "the next five years", "today". "The coming months" and "recent years" are too
 * vague to be dates.
 */
export function relativePointAt(scan: DateScan, at: number): DatePoint | undefined {
  const token = scan.tokens[at];
  switch (token?.word) {
    case 'later':
    case 'earlier':
      return restOf(scan, at);
    case 'today':
    case 'tomorrow':
    case 'yesterday':
      return dayAround(scan, at);
    case 'this':
    case 'current':
    case 'next':
    case 'coming':
    case 'last':
    case 'past':
    case 'previous':
      return countedUnits(scan, at) ?? singleUnit(scan, at) ?? nearestNamed(scan, at);
    default:
      return undefined;
  }
}

/** How often something comes again, as an ISO 8601 duration, and the index of the token behind the words. */
export interface Recurrence {
  readonly duration: string;
  readonly next: number;
}

/**
 * "Every two years", "each year", "every second month", "annually", "twice a year". Words that are adjectives as often
 * ("quarterly", "yearly") count in a field only, "per year" and "daily" never.
 */
export function recurrenceAt(scan: DateScan, at: number): Recurrence | undefined {
  const token = scan.tokens[at];
  if (token?.kind === 'frequency') {
    const isReadable = scan.field || token.name === 'prose';
    return isReadable ? { duration: inMonths(token.value), next: at + 1 } : undefined;
  }
  if (token?.word === 'once' || token?.word === 'twice') {
    const unit = isWord(scan, at + 1, 'a', 'every', 'each', 'per') ? scan.tokens[at + 2] : undefined;
    if (unit?.word !== 'year' || unit.gap !== 'space' || (isWord(scan, at + 1, 'per') && !scan.field)) {
      return undefined;
    }
    return { duration: token.word === 'once' ? 'P1Y' : 'P6M', next: at + 3 };
  }
  if (token?.word !== 'every' && token?.word !== 'each') {
    return undefined;
  }
  const number = scan.tokens[at + 1];
  const counts = token.word === 'every' && number?.gap === 'space' && isInterval(number.kind, number.word);
  const many = counts ? (number.word === 'other' ? 2 : number.value) : 1;
  const unit = scan.tokens[at + (counts ? 2 : 1)];
  if (unit?.kind !== 'unit' || (unit.gap !== 'space' && unit.gap !== 'dash') || unit.name === 'day' || many < 1) {
    return undefined;
  }
  const next = at + (counts ? 3 : 2);
  return { duration: unit.name === 'week' ? `P${many}W` : inMonths(many * monthsIn(unit.name)), next };
}

function isInterval(kind: string, word: string): boolean {
  return kind === 'count' || kind === 'ordinal' || (kind === 'number' && word.length <= 2) || word === 'other';
}

function inMonths(months: number): string {
  return months % 12 === 0 ? `P${months / 12}Y` : `P${months}M`;
}

function monthsIn(unit: string): number {
  return unit === 'year' ? 12 : unit === 'half' ? 6 : unit === 'quarter' ? 3 : 1;
}

/** "Later this month": from the reference day to the month's end. */
function restOf(scan: DateScan, at: number): DatePoint | undefined {
  const whole = isWord(scan, at + 1, 'this') ? singleUnit(scan, at + 1) : undefined;
  const days = whole && unitAround(scan, scan.tokens[at + 2]?.name ?? '', 0);
  if (!days) {
    return undefined;
  }
  const isLater = scan.tokens[at]?.word === 'later';
  const rest = isLater ? stretch(scan.reference, days.latest) : stretch(days.earliest, scan.reference);
  return fixed(scan, at, whole.next, rest);
}

function dayAround(scan: DateScan, at: number): DatePoint {
  const word = scan.tokens[at]?.word;
  const day = addDays(scan.reference, word === 'tomorrow' ? 1 : word === 'yesterday' ? -1 : 0);
  return { ...fixed(scan, at, at + 1, stretch(day, day)), needsYear: true };
}

/** "Next five years", "past 12 months": from the reference day on, or up to it. */
function countedUnits(scan: DateScan, at: number): DatePoint | undefined {
  const count = scan.tokens[at + 1];
  const unit = scan.tokens[at + 2];
  const counts = count?.kind === 'count' || (count?.kind === 'number' && count.word.length <= 2);
  if (!counts || count.gap !== 'space' || unit?.kind !== 'unit' || unit.gap !== 'space' || !unit.word.endsWith('s')) {
    return undefined;
  }
  const word = scan.tokens[at]?.word;
  const isBehind = word === 'last' || word === 'past' || word === 'previous';
  if (!isBehind && word !== 'next' && word !== 'coming') {
    return undefined;
  }
  const sign = isBehind ? -1 : 1;
  const end =
    unit.name === 'week' || unit.name === 'day'
      ? addDays(scan.reference, sign * count.value * (unit.name === 'week' ? 7 : 1))
      : shiftMonths(scan.reference, sign * count.value * monthsIn(unit.name));
  return fixed(scan, at, at + 3, isBehind ? stretch(end, scan.reference) : stretch(scan.reference, end));
}

/** "Next month", "this quarter", "last week". "The coming year" and "the past year" can be any twelve months. */
function singleUnit(scan: DateScan, at: number): DatePoint | undefined {
  const unit = scan.tokens[at + 1];
  const shift = YEAR_SHIFTS.get(scan.tokens[at]?.word ?? '');
  if (shift === undefined || unit?.kind !== 'unit' || unit.gap !== 'space' || unit.word.endsWith('s')) {
    return undefined;
  }
  if (unit.word === 'half' || unit.name === 'day') {
    return undefined;
  }
  if (unit.name === 'year') {
    const year = referenceYear(scan) + shift;
    return { ...placed(scan, at, at + 2), kind: 'year', year, relative: true };
  }
  const days = unitAround(scan, unit.name, shift);
  return days && fixed(scan, at, at + 2, days);
}

/** The year, half year, quarter, month or week that is `shift` units behind the one of the reference day. */
export function unitAround(scan: DateScan, unit: string, shift: number): Stretch | undefined {
  const [year, month] = [referenceYear(scan), Number(scan.reference.slice(5, 7))];
  const nth = (perYear: number, index: number): [year: number, number: number] => {
    const total = year * perYear + index + shift;
    return [Math.floor(total / perYear), (total % perYear) + 1];
  };
  switch (unit) {
    case 'year':
      return monthsStretch(year + shift, 1, 12);
    case 'half':
      return halfStretch(...nth(2, Math.floor((month - 1) / 6)));
    case 'quarter':
      return quarterStretch(...nth(4, Math.floor((month - 1) / 3)));
    case 'month': {
      const [itsYear, number] = nth(12, month - 1);
      return monthsStretch(itsYear, number, number);
    }
    case 'week': {
      const monday = addDays(scan.reference, 7 * shift - weekday(scan.reference));
      return stretch(monday, addDays(monday, 6));
    }
    default:
      return undefined;
  }
}

/** "Next June", "this autumn", "last spring": the nearest one ahead, of the year, or behind. */
function nearestNamed(scan: DateScan, at: number): DatePoint | undefined {
  const named = scan.tokens[at + 1];
  const word = scan.tokens[at]?.word;
  if (named?.gap !== 'space' || (named.kind !== 'season' && named.kind !== 'month') || word === 'past') {
    return undefined;
  }
  if (named.kind === 'month' && !named.capital && !scan.field) {
    return undefined;
  }
  const inYear = (year: number) =>
    named.kind === 'season' ? seasonStretch(year, named.value) : monthsStretch(year, named.value, named.value);
  const around = [-1, 0, 1].map((shift) => referenceYear(scan) + shift);
  const year =
    word === 'this' || word === 'current'
      ? // In January "this winter" is the one that began in December.
        (around.find((each) => inYear(each).latest >= scan.reference && each < referenceYear(scan)) ??
        referenceYear(scan))
      : word === 'last' || word === 'previous'
        ? around.filter((each) => inYear(each).latest < scan.reference).at(-1)
        : around.find((each) => inYear(each).earliest > scan.reference);
  if (year === undefined) {
    return undefined;
  }
  const place = placed(scan, at, at + 2);
  return named.kind === 'season'
    ? { ...place, kind: 'season', index: named.value, year, relative: true }
    : { ...place, kind: 'month', month: named.value, year, relative: true };
}

function fixed(scan: DateScan, at: number, next: number, days: Stretch): DatePoint {
  return { ...placed(scan, at, next), kind: 'fixed', stretch: days, relative: true };
}

function placed(scan: DateScan, at: number, next: number): { start: number; end: number; next: number } {
  return { start: scan.tokens[at]?.start ?? 0, end: scan.tokens[next - 1]?.end ?? 0, next };
}

/** Days since Monday. */
function weekday(day: IsoDay): number {
  // 1 January 2024 was a Monday.
  return ((daysBetween(isoDay(2024, 1, 1), day) % 7) + 7) % 7;
}

function shiftMonths(day: IsoDay, months: number): IsoDay {
  // A duration cannot be negative: count from as many whole years earlier.
  const years = months < 0 ? Math.ceil(-months / 12) : 0;
  const year = Number(day.slice(0, 4)) - years;
  const origin = isoDay(year, Number(day.slice(5, 7)), 1);
  const shifted = addDuration(origin, `P${months + 12 * years}M`) ?? day;
  const [itsYear, itsMonth] = [Number(shifted.slice(0, 4)), Number(shifted.slice(5, 7))];
  const last = monthsStretch(itsYear, itsMonth, itsMonth).latest;
  return `${last.slice(0, 8)}${day.slice(8) < last.slice(8) ? day.slice(8) : last.slice(8)}`;
}

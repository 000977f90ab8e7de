import { addDays, daysInMonth, formatDay, type IsoDay, isoDay } from '../model/date';

/** A stretch of days that one date covers, and what "by" and "from" make of it. All days are inclusive. */
export interface Stretch {
  readonly earliest: IsoDay;
  readonly latest: IsoDay;
  /** The last day of "by" or "until" this date: 30 June for the middle of a year, although mid-2024 goes on into July. */
  readonly by: IsoDay;
  /** The first day of "from" or "as of" this date. */
  readonly from: IsoDay;
  /** The first day that "before" this date excludes. */
  readonly before: IsoDay;
  /** The expression, where it is another than {@link edtfOf} the two days. */
  readonly edtf?: string | undefined;
  /** How the words were read, where the words alone do not say it. */
  readonly why?: string | undefined;
}

/** Which part of a year, month or season: early and late are stretches, beginning and end are points as well. */
export type DatePart = 'early' | 'mid' | 'late' | 'end';

/** From the first to the last day, both inclusive. */
export function stretch(earliest: IsoDay, latest: IsoDay, edtf?: string, why?: string): Stretch {
  return { earliest, latest, by: latest, from: earliest, before: earliest, edtf, why };
}

/** Whole months of a year, from `first` to `last` (1 to 12), both included. */
export function monthsStretch(year: number, first: number, last: number, edtf?: string): Stretch {
  return stretch(isoDay(year, first, 1), isoDay(year, last, daysInMonth(year, last)), edtf);
}

/** A quarter, 1 to 4: groupings 33 to 36 of ISO 8601-2. */
export function quarterStretch(year: number, quarter: number): Stretch {
  return monthsStretch(year, quarter * 3 - 2, quarter * 3, `${digits(year)}-${32 + quarter}`);
}

/** A quadrimester, 1 to 3: groupings 37 to 39 of ISO 8601-2. */
export function quadrimesterStretch(year: number, quadrimester: number): Stretch {
  return monthsStretch(year, quadrimester * 4 - 3, quadrimester * 4, `${digits(year)}-${36 + quadrimester}`);
}

/** A half year (semester), 1 or 2: groupings 40 and 41 of ISO 8601-2. */
export function halfStretch(year: number, half: number): Stretch {
  return monthsStretch(year, half * 6 - 5, half * 6, `${digits(year)}-${39 + half}`);
}

/**
 * A season, 1 (spring) to 4 (winter): 21 to 24 of ISO 8601-2, with the bounds of DESIGN section 6 (meteorological,
 * northern). Winter begins in the year it is named after and ends in the next one.
 */
export function seasonStretch(year: number, season: number): Stretch {
  const edtf = `${digits(year)}-${20 + season}`;
  if (season < 4) {
    return { ...monthsStretch(year, season * 3, season * 3 + 2, edtf), why: SEASONS[season - 1] ?? '' };
  }
  const latest = year === LAST_YEAR ? isoDay(year, 12, 31) : isoDay(year + 1, 2, daysInMonth(year + 1, 2));
  return stretch(isoDay(year, 12, 1), latest, edtf, SEASONS[3]);
}

/** The first (1) or second (2) half of a month: to the 15th, and from the 16th. */
export function halfMonthStretch(year: number, month: number, half: number): Stretch {
  return half === 1
    ? stretch(isoDay(year, month, 1), isoDay(year, month, 15))
    : stretch(isoDay(year, month, 16), isoDay(year, month, daysInMonth(year, month)));
}

/**
 * The early, middle or late part of a stretch that consists of whole months: a quarter of a year and its two middle
 * months, a third of a season, ten days of a month. Undefined for a stretch that has no such parts (a day, a week).
 */
export function partOf(whole: Stretch, part: DatePart): Stretch | undefined {
  const months = wholeMonths(whole);
  if (months === undefined || months > 12) {
    return undefined;
  }
  const [year, month] = [Number(whole.earliest.slice(0, 4)), Number(whole.earliest.slice(5, 7))];
  const bounds = months === 1 ? partOfMonth(year, month, part) : partOfMonths(year, month, months, part);
  const why = `Read as ${formatDay(bounds.earliest)} to ${formatDay(bounds.latest)}.`;
  const named = { ...bounds, why };
  return part === 'end' ? { ...named, from: bounds.latest, before: addDays(bounds.latest, 1) } : named;
}

/** An EDTF expression with these bounds: a year, month or day where they are one, else an interval; null is open. */
export function edtfOf(earliest: IsoDay | null, latest: IsoDay | null): string {
  if (earliest === null || latest === null) {
    return `${earliest ?? '..'}/${latest ?? '..'}`;
  }
  if (earliest === latest) {
    return earliest;
  }
  const length = isWholeYears(earliest, latest) ? 4 : isWholeMonths(earliest, latest) ? 7 : 10;
  const [first, last] = [earliest.slice(0, length), latest.slice(0, length)];
  return first === last ? first : `${first}/${last}`;
}

const LAST_YEAR = 9999;

const SEASONS = [
  'Spring is read as 1 March to 31 May.',
  'Summer is read as 1 June to 31 August.',
  'Autumn is read as 1 September to 30 November.',
  'Winter is read as 1 December to the end of February.',
] as const;

function partOfMonth(year: number, month: number, part: DatePart): Stretch {
  const day = (number: number) => isoDay(year, month, number);
  switch (part) {
    case 'early':
      return stretch(day(1), day(10));
    case 'mid':
      return { ...stretch(day(11), day(20)), by: day(15), from: day(16), before: day(16) };
    default:
      return stretch(day(21), day(daysInMonth(year, month)));
  }
}

/** `months` whole months from `month` on, which can run into the next year: 12, 6 or 3 of them, or any other number. */
function partOfMonths(year: number, month: number, months: number, part: DatePart): Stretch {
  const run = (first: number, last: number): Stretch => {
    const [start, end] = [monthAfter(year, month, first), monthAfter(year, month, last)];
    return stretch(isoDay(...start, 1), isoDay(...end, daysInMonth(...end)));
  };
  const third = months === 12 ? 3 : Math.max(1, Math.floor(months / 3));
  if (part === 'early') {
    return run(0, third - 1);
  }
  if (part !== 'mid') {
    return run(months - third, months - 1);
  }
  if (months % 2 === 0) {
    const middle = run(months / 2 - 1, months / 2);
    const from = run(months / 2, months / 2).earliest;
    return { ...middle, by: run(0, months / 2 - 1).latest, from, before: from };
  }
  const middle = monthAfter(year, month, (months - 1) / 2);
  const from = isoDay(...middle, 16);
  return { ...run((months - 1) / 2, (months - 1) / 2), by: isoDay(...middle, 15), from, before: from };
}

function monthAfter(year: number, month: number, months: number): [year: number, month: number] {
  const total = year * 12 + month - 1 + months;
  return [Math.floor(total / 12), (total % 12) + 1];
}

/** How many whole months a stretch is, or undefined where it does not consist of whole months. */
function wholeMonths({ earliest, latest }: Stretch): number | undefined {
  if (!isWholeMonths(earliest, latest)) {
    return undefined;
  }
  const index = (day: IsoDay) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return index(latest) - index(earliest) + 1;
}

function isWholeYears(earliest: IsoDay, latest: IsoDay): boolean {
  return earliest.endsWith('-01-01') && latest.endsWith('-12-31');
}

function isWholeMonths(earliest: IsoDay, latest: IsoDay): boolean {
  const lastDay = daysInMonth(Number(latest.slice(0, 4)), Number(latest.slice(5, 7)));
  return earliest.endsWith('-01') && Number(latest.slice(8)) === lastDay;
}

function digits(year: number): string {
  return String(year).padStart(4, '0');
}

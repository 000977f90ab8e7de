/** A calendar day as `YYYY-MM-DD` (ISO 8601). Two of them compare as strings. */
export type IsoDay = string;

/**
 * A date as policy documents write it: a day, a stretch of days, or one that is open at an end (DESIGN, section 6).
 * Both bounds are inclusive days; null is an open end.
 */
export interface PolicyDate {
  /** The normal form in EDTF (ISO 8601-2), `../2024-06-30` for "by mid-2024". */
  readonly edtf: string;
  readonly earliest: IsoDay | null;
  readonly latest: IsoDay | null;
  /** How often it comes again, as an ISO 8601 duration (`P2Y`), or null. */
  readonly recurring: string | null;
  /** Why the bounds are what they are, in one sentence for a hover; absent where the words say it themselves. */
  readonly why?: string;
}

/** Whether the text is a day that exists: `2024-06-31` is none. */
export function isIsoDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) {
    return false;
  }
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days in a month (1 to 12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  }
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The day with these numbers (month 1 to 12). The caller answers for its existence. */
export function isoDay(year: number, month: number, day: number): IsoDay {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day `days` later (earlier where negative). */
export function addDays(day: IsoDay, days: number): IsoDay {
  return fromDayNumber(dayNumber(day) + days);
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * The day an ISO 8601 duration (`P2Y`, `P6M`, `P1Y6M`, `P2W`, `P10D`) later. A day that the target month does not
 * have becomes its last one. Undefined where the text is no such duration.
 */
export function addDuration(day: IsoDay, duration: string): IsoDay | undefined {
  const match = /^P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/.exec(duration);
  if (!match) {
    return undefined;
  }
  const months = Number(match[1] ?? 0) * 12 + Number(match[2] ?? 0);
  const days = Number(match[3] ?? 0) * 7 + Number(match[4] ?? 0);
  const total = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1];
  return addDays(isoDay(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month))), days);
}

/** A day for people: "30 June 2024". */
export function formatDay(day: IsoDay): string {
  return `${Number(day.slice(8, 10))} ${MONTHS[Number(day.slice(5, 7)) - 1] ?? '?'} ${Number(day.slice(0, 4))}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const MILLISECONDS_A_DAY = 86_400_000;

function dayNumber(day: IsoDay): number {
  return Math.round(
    Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MILLISECONDS_A_DAY,
  );
}

function fromDayNumber(number: number): IsoDay {
  return new Date(number * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

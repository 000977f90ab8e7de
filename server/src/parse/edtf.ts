import { daysInMonth, type IsoDay, isoDay, type PolicyDate } from '../model/date';
import {
  edtfOf,
  halfStretch,
  monthsStretch,
  quadrimesterStretch,
  quarterStretch,
  type Stretch,
  seasonStretch,
  stretch,
} from './date-bounds';
import type { DateProblem } from './date-problem';

/**
 * Reads an EDTF expression (ISO 8601-2): levels 0 and 1, the groupings 33 to 41 of level 2 (quarters, quadrimesters,
 * half years), and sets by their bounds. White space around it is ignored, letters may be small.
 *
 * Seasons have the bounds of DESIGN section 6. An open (`..`) or unknown (empty) end of an interval is a null bound. Of
 * a date with a time the day as written counts. Unspecified digits stretch the bounds (`202X` is 2020 to 2029).
 * `XXXX`, in a draft, is text that waits for somebody: unparsable. So are years beyond four digits.
 */
export function readEdtf(text: string): PolicyDate | DateProblem {
  const body = text.trim().toUpperCase();
  const reading = readSet(body) ?? readInterval(body) ?? readPoint(body);
  if (reading.kind === 'problem') {
    const start = text.length - text.trimStart().length;
    return { problem: reading.problem, message: reading.message, start, end: start + body.length };
  }
  const { earliest, latest, why } = reading;
  const date = { edtf: reading.edtf, earliest, latest, recurring: null };
  return why === undefined ? date : { ...date, why };
}

/** What an expression or a piece of one came to. */
type Reading =
  | { kind: 'date'; edtf: string; earliest: IsoDay | null; latest: IsoDay | null; why?: string }
  | { kind: 'problem'; problem: DateProblem['problem']; message: string };

const HOW_TO_WRITE =
  'Write a day (2024-06-30), a month (2024-06), a quarter (2024-34 is the second of 2024), a year (2024) or an interval (../2024-06-30 for a deadline).';

const OPEN = { kind: 'date', edtf: '..', earliest: null, latest: null } as const;

/** `[2024,2026]`, `{..2024-03,2025}`, `[2024-01..2024-03]`: the bounds of all members together. */
function readSet(body: string): Reading | undefined {
  const inside = /^(?:\[([^[\]{}]+)\]|\{([^[\]{}]+)\})$/.exec(body);
  if (!inside) {
    return undefined;
  }
  let bounds: { earliest: IsoDay | null; latest: IsoDay | null } | undefined;
  for (const member of (inside[1] ?? inside[2] ?? '').split(',')) {
    const reading = readMember(member.trim());
    if (reading.kind === 'problem') {
      return reading;
    }
    bounds =
      bounds === undefined
        ? reading
        : {
            earliest: smallest(bounds.earliest, reading.earliest),
            latest: greatest(bounds.latest, reading.latest),
          };
  }
  return bounds && { kind: 'date', edtf: body, earliest: bounds.earliest, latest: bounds.latest };
}

/** A member of a set: a date, or `a..b` with either end open. */
function readMember(member: string): Reading {
  const dots = member.indexOf('..');
  if (dots < 0) {
    return readPoint(member);
  }
  const [first, last] = [member.slice(0, dots), member.slice(dots + 2)];
  return first === '' && last === '' ? unreadable(member) : between(member, readEnd(first), readEnd(last));
}

/** `2024-01/2024-06`, `../2024-06-30`, `2024/`: undefined where there is no slash. */
function readInterval(body: string): Reading | undefined {
  const slash = body.indexOf('/');
  if (slash < 0) {
    return undefined;
  }
  const [first, last] = [body.slice(0, slash), body.slice(slash + 1)];
  // Unspecified digits in an interval are level 2.
  if (body === '/' || body.includes('X')) {
    return unreadable(body);
  }
  return between(body, readEnd(first), readEnd(last));
}

function readEnd(end: string): Reading {
  return end === '' || end === '..' ? OPEN : readPoint(end);
}

function between(body: string, first: Reading, last: Reading): Reading {
  if (first.kind === 'problem') {
    return first;
  }
  if (last.kind === 'problem') {
    return last;
  }
  const { earliest } = first;
  const { latest } = last;
  if (earliest !== null && latest !== null && latest < earliest) {
    return impossible(`${first.edtf} comes after ${last.edtf}. Write the earlier date first.`);
  }
  return { kind: 'date', edtf: body, earliest, latest };
}

/** One date without slash or brackets, with or without a qualifier at its end. */
function readPoint(body: string): Reading {
  const plain = body.replace(/[?~%]$/, '');
  const reading = readDigits(plain) ?? readUnspecified(plain) ?? unreadable(body);
  return reading.kind === 'problem' ? reading : { ...reading, edtf: body };
}

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(T.*)?)?)?$/;
const TIME = /^T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?$/;

function readDigits(body: string): Reading | undefined {
  const match = DATE.exec(body);
  if (!match || (match[4] !== undefined && !TIME.test(match[4]))) {
    return undefined;
  }
  const year = Number(match[1]);
  if (match[2] === undefined) {
    return dated(monthsStretch(year, 1, 12));
  }
  const month = Number(match[2]);
  if (match[3] === undefined) {
    return readMonth(body, year, month);
  }
  const day = Number(match[3]);
  if (month < 1 || month > 12) {
    return noSuchMonth(match[2]);
  }
  if (day < 1 || day > daysInMonth(year, month)) {
    const last = isoDay(year, month, daysInMonth(year, month));
    return impossible(
      `There is no day ${match[3]} in ${last.slice(0, 7)}: it ends with ${last}. Write a day that exists.`,
    );
  }
  return dated(stretch(isoDay(year, month, day), isoDay(year, month, day)));
}

/** The second number of `2024-06`: a month, a season, a quarter, a quadrimester or a half year. */
function readMonth(body: string, year: number, number: number): Reading {
  if (number >= 1 && number <= 12) {
    return dated(monthsStretch(year, number, number));
  }
  if (number >= 21 && number <= 24) {
    return dated(seasonStretch(year, number - 20));
  }
  if (number >= 33 && number <= 36) {
    return dated(quarterStretch(year, number - 32));
  }
  if (number >= 37 && number <= 39) {
    return dated(quadrimesterStretch(year, number - 36));
  }
  if (number === 40 || number === 41) {
    return dated(halfStretch(year, number - 39));
  }
  // 25 to 32 are the seasons of one hemisphere, which exist but are not read here.
  return number >= 25 && number <= 32 ? unreadable(body) : noSuchMonth(body.slice(5, 7));
}

/** `202X`, `20XX`, `2024-XX`, `2024-XX-XX`, `2024-06-XX`: the unspecified digits of level 1. */
function readUnspecified(body: string): Reading | undefined {
  const years = /^(\d{2})(\dX|XX)$/.exec(body);
  if (years) {
    const [first, last] = [body.replaceAll('X', '0'), body.replaceAll('X', '9')];
    return dated(stretch(`${first}-01-01`, `${last}-12-31`));
  }
  const parts = /^(\d{4})-(XX|\d{2})(-XX)?$/.exec(body);
  if (!parts || (parts[2] !== 'XX' && parts[3] === undefined)) {
    return undefined;
  }
  const year = Number(parts[1]);
  if (parts[2] === 'XX') {
    return dated(monthsStretch(year, 1, 12));
  }
  const month = Number(parts[2]);
  return month >= 1 && month <= 12 ? dated(monthsStretch(year, month, month)) : noSuchMonth(parts[2] ?? '');
}

function dated({ earliest, latest, why }: Stretch): Reading {
  const reading = { kind: 'date', edtf: edtfOf(earliest, latest), earliest, latest } as const;
  return why === undefined ? reading : { ...reading, why };
}

function noSuchMonth(month: string): Reading {
  return impossible(`There is no month ${month}. Write a month from 01 to 12.`);
}

function impossible(message: string): Reading {
  return { kind: 'problem', problem: 'impossible', message };
}

function unreadable(body: string): Reading {
  const what = body === '' ? 'No date is given.' : `“${body}” is no date in EDTF (ISO 8601-2).`;
  return { kind: 'problem', problem: 'unparsable', message: `${what} ${HOW_TO_WRITE}` };
}

function smallest(a: IsoDay | null, b: IsoDay | null): IsoDay | null {
  return a === null || b === null ? null : a < b ? a : b;
}

function greatest(a: IsoDay | null, b: IsoDay | null): IsoDay | null {
  return a === null || b === null ? null : a > b ? a : b;
}

import type { IsoDay, PolicyDate } from '../model/date';
import type { Span } from '../model/span';
import { isLetterOrPlainDigitAt } from './characters';
import { edtfOf } from './date-bounds';
import { kindInProse } from './date-exclusions';
import { type DatePhrase, phraseAt } from './date-phrases';
import { type DateProblem, isDateProblem } from './date-problem';
import { hasYear, type Impossible, readPhrase } from './date-readings';
import { recurrenceAt } from './date-relative';
import type { DateScan, ReferenceUse } from './date-scan';
import { tokenise } from './date-tokens';
import { canBegin } from './date-vocabulary';
import { readEdtf } from './edtf';
import { matchAt } from './match-at';
import { sentencesOf } from './sentences';

export { type DateProblem, isDateProblem } from './date-problem';
export type { ReferenceUse } from './date-scan';

/** A date in running text: what it is, and where its words stand (offsets into the text, `end` exclusive). */
export interface FoundDate extends Span {
  readonly date: PolicyDate;
}

/**
 * Reads a text that is one date and nothing else: EDTF ({@link readEdtf}) or the words that a policy officer writes
 * (DESIGN, section 6), in any case of letters, with emphasis marks, a full stop, brackets or a remark such as "(tbc)".
 *
 * @param reference the day that "next year" counts from, and that decides the year of a date without one
 * @returns the date, or a problem whose span is an offset into `text`: `impossible` where a day does not exist or a
 *   span ends before it begins, `unparsable` where the text is no date or more than one
 * @param use is told where another reference day could give another date
 */
export function readDate(
  text: string,
  reference: IsoDay,
  use: ReferenceUse = { isUsed: false },
): PolicyDate | DateProblem {
  const edtf = readEdtf(text);
  if (!isDateProblem(edtf)) {
    return withTwoYears(edtf);
  }
  const start = text.length - text.trimStart().length;
  const span = { start, end: Math.max(start, text.trimEnd().length) };
  const words = span.end - span.start > LONGEST_FIELD ? undefined : readWords(text, reference, use);
  if (words && !('impossible' in words)) {
    return words;
  }
  if (words || edtf.problem === 'impossible') {
    const message = edtf.problem === 'impossible' ? edtf.message : words?.message;
    return { problem: 'impossible', message: message ?? edtf.message, ...span };
  }
  return { problem: 'unparsable', message: unreadable(text.slice(span.start, span.end)), ...span };
}

/**
 * The dates in running prose, in order. Words that decide the bounds belong to a date ("by the end of 2024", "as from
 * 2024"); "in" only before a bare year; "on", "at", "for", "during" and "the" never. A list or span is one date.
 * No dates: years in citations, in names of acts, plans and reports, in web addresses, and plain numbers. A day that
 * does not exist is left out. Takes time in proportion to the length of the text.
 *
 * @param reference the day that "next year" counts from
 * @param exclude spans in which nothing is a date (citations), in any order
 * @param use is told where another reference day could give other dates
 */
export function findDates(
  text: string,
  reference: IsoDay,
  exclude: readonly Span[] = [],
  use: ReferenceUse = { isUsed: false },
): readonly FoundDate[] {
  const tokens = tokenise(text, exclude);
  if (tokens.length === 0) {
    return NO_DATES;
  }
  const scan: DateScan = { text, tokens, reference, use, field: false };
  const found: Found[] = [];
  for (let at = 0; at < scan.tokens.length; ) {
    const one = foundAt(scan, at);
    if (one?.isDate) {
      found.push(one);
    }
    at = one?.next ?? at + 1;
  }
  return found.length === 0 ? NO_DATES : dated(scan, found);
}

const NO_DATES: readonly FoundDate[] = Object.freeze([]);

/** "2023-24" is a season in EDTF and two years to most readers: the hover says how to write those. */
function withTwoYears(date: PolicyDate): PolicyDate {
  const [, year, short] = /^(\d{4})-(\d{2})$/.exec(date.edtf) ?? [];
  const next = String(Number(year) + 1);
  const isSeason = date.why !== undefined && short === next.slice(2);
  return isSeason ? { ...date, why: `${date.why} For the years ${year} and ${next} write ${year}/${next}.` } : date;
}

/** What begins at a token: a date, or words with the form of one that have to be passed over whole. */
interface Found extends Span {
  readonly isDate: boolean;
  readonly next: number;
  /** Absent where it is a recurrence. */
  readonly phrase?: DatePhrase;
  readonly duration?: string;
}

/** No date is longer. */
const LONGEST_FIELD = 200;

function foundAt(scan: DateScan, at: number): Found | undefined {
  const token = scan.tokens[at];
  if (!token || (token.kind === 'word' && !canBegin(token.word))) {
    return undefined;
  }
  const recurrence = recurrenceAt(scan, at);
  if (recurrence) {
    const end = scan.tokens[recurrence.next - 1]?.end ?? token.end;
    return { start: token.start, end, isDate: true, ...recurrence };
  }
  const phrase = phraseAt(scan, at);
  if (!phrase) {
    return undefined;
  }
  const kind = 'impossible' in phrase.reading ? 'name' : kindInProse(scan, phrase);
  // Where the whole is something else, a date can begin within it: "Actions 3 and 4 June 2024".
  const next = kind === 'other' ? at + 1 : phrase.next;
  return { start: phrase.start, end: phrase.end, isDate: kind === 'date', next, phrase };
}

function dated(scan: DateScan, found: readonly Found[]): readonly FoundDate[] {
  const years = found.some(({ phrase }) => phrase && !hasYear(phrase)) ? yearsOfSentences(scan, found) : undefined;
  const dates: FoundDate[] = [];
  for (const [index, { phrase, duration, start, end }] of found.entries()) {
    const date = phrase ? readingOf(scan, phrase, years?.[index]) : recurring(duration ?? '');
    if (!('impossible' in date)) {
      dates.push({ date, start, end });
    }
  }
  return dates;
}

function readingOf(scan: DateScan, phrase: DatePhrase, year: number | undefined): PolicyDate | Impossible {
  scan.use.isUsed ||= year === undefined && !hasYear(phrase);
  return year === undefined || hasYear(phrase) ? phrase.reading : readPhrase(scan, phrase, year);
}

/** For each date without a year the one that its sentence names: nearest before it, else nearest behind it. */
function yearsOfSentences(scan: DateScan, found: readonly Found[]): readonly (number | undefined)[] {
  const sentences = sentencesOf(scan.text);
  const sentenceOf: number[] = [];
  let sentence = 0;
  for (const { start } of found) {
    while ((sentences[sentence]?.end ?? Number.POSITIVE_INFINITY) <= start) {
      sentence++;
    }
    sentenceOf.push(sentence);
  }
  const named = found.map(({ phrase }) => phrase && yearOf(phrase));
  const years = [...named];
  const spread = (from: number, step: number): void => {
    let year: number | undefined;
    for (let index = from; index >= 0 && index < found.length; index += step) {
      const isSame = sentenceOf[index] === sentenceOf[index - step];
      year = named[index] ?? (isSame ? year : undefined);
      years[index] ??= year;
    }
  };
  spread(0, 1);
  spread(found.length - 1, -1);
  return years;
}

/** The one year that a date is in. */
function yearOf({ points }: DatePhrase): number | undefined {
  const years = new Set(points.flatMap(({ year }) => (year === undefined ? [] : [year])));
  return years.size === 1 ? [...years][0] : undefined;
}

function recurring(duration: string): PolicyDate {
  return { edtf: edtfOf(null, null), earliest: null, latest: null, recurring: duration };
}

/** The date in words that a whole field is, or a date that does not exist. */
function readWords(
  text: string,
  reference: IsoDay,
  use: ReferenceUse,
): PolicyDate | { impossible: string; message: string } | undefined {
  const scan: DateScan = { text, tokens: tokenise(text), reference, use, field: true };
  const leadEnd = behindWords(LEAD_WORDS, LEAD_SIGNS, text, 0);
  const first = scan.tokens.findIndex(({ start }, at) => start <= leadEnd && beginsDate(scan, at));
  if (first < 0) {
    return undefined;
  }
  const before = recurrenceAt(scan, first);
  const phrase = phraseAt(scan, before ? behindJoint(scan, before.next) : first);
  const after = !before && phrase ? recurrenceAt(scan, behindJoint(scan, phrase.next)) : undefined;
  const next = after?.next ?? phrase?.next ?? before?.next ?? 0;
  const end = Math.max(after || !phrase ? 0 : phrase.end, scan.tokens[next - 1]?.end ?? 0);
  if (behindWords(TRAIL_WORDS, TRAIL_SIGNS, text, end) < text.length) {
    return undefined;
  }
  const date = phrase ? readingOf(scan, phrase, undefined) : recurring('');
  const duration = before?.duration ?? after?.duration;
  return 'impossible' in date || duration === undefined ? date : { ...date, recurring: duration };
}

function beginsDate(scan: DateScan, at: number): boolean {
  return recurrenceAt(scan, at) !== undefined || phraseAt(scan, at) !== undefined;
}

/** Behind "then", "and", "thereafter" and the like, between a first date and how often it comes again. */
function behindJoint(scan: DateScan, at: number): number {
  let next = at;
  while (
    ['and', 'then', 'thereafter', 'of', 'starting'].includes(scan.tokens[next]?.word ?? '') &&
    !beginsDate(scan, next)
  ) {
    next++;
  }
  return next;
}

/** Words in front of a date that say nothing about its bounds; of two that begin alike the longer one first. */
const LEAD_WORDS =
  /approximately|provisionally|indicatively|tentatively|scheduled|wednesday|expected|foreseen|probably|starting|sometime|thursday|saturday|planned|tuesday|during|within|across|around|approx|likely|monday|friday|sunday|about|circa|over|both|for|the|due|mon|tue|wed|thu|fri|in|on|at|ca/iuy;

const LEAD_SIGNS = /[\s*_"'“”‘’([<>:,.~-]*/y;

/** What may stand behind a date: a full stop, brackets, a remark that it is not settled yet. */
const TRAIL_WORDS =
  /tbc|t\.b\.c|to be confirmed|to be determined|tbd|provisionally|provisional|estimated|estimate|expected|indicative|tentative|planned|foreseen|inclusive|included|thereafter|deadline/iuy;

const TRAIL_SIGNS = /[\s*_"'“”‘’()[\]<>:,.;!~?-]*/y;

/** Where signs and whole words of these kinds end that stand at an offset one behind the other. */
function behindWords(words: RegExp, signs: RegExp, text: string, from: number): number {
  let at = from;
  for (;;) {
    const start = at + (matchAt(signs, text, at)?.[0].length ?? 0);
    const word = matchAt(words, text, start)?.[0] ?? '';
    if (word === '' || isLetterOrPlainDigitAt(text, start + word.length)) {
      return start;
    }
    at = start + word.length;
  }
}

function unreadable(words: string): string {
  const what = words === '' ? 'No date is given.' : `“${shortened(words)}” cannot be read as a date.`;
  return `${what} Write for example 30 June 2024, June 2024, Q2 2024, by mid-2024, or EDTF such as ../2024-06-30.`;
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}

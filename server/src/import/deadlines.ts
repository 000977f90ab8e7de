import type { IsoDay, PolicyDate } from '../model/date';
import { isoDay } from '../model/date';
import { overlaps, type Span } from '../model/span';
import { findDates, isDateProblem, readDate } from '../parse/dates';
import type { WrittenDeadline } from '../write/roadmap-text';
import { dateInEnglish, foreignDatesIn } from './foreign-dates';
import type { Passage } from './passages';

/** What dates of a document are read with. */
export interface DateStyle {
  /** The document's own day, or today where it has none. */
  readonly reference: IsoDay;
  /** Whether the document says its day: else "next year" is a guess. */
  readonly isDated: boolean;
  /** Whether months come before days. */
  readonly isAmerican: boolean;
}

/** A deadline in a sentence. */
export interface SentenceDeadline extends Span {
  readonly deadline: WrittenDeadline;
  /** Undefined where it is an event or an interval. */
  readonly date: PolicyDate | undefined;
  readonly check: string | undefined;
}

/** Whether a document writes months before days: "September 30, 2020", "12/31/2020". */
export function isAmericanStyle(passages: readonly Passage[]): boolean {
  let [american, european] = [0, 0];
  const look = (text: string) => {
    american += (text.match(MONTH_FIRST) ?? []).length;
    european += (text.match(DAY_FIRST) ?? []).length;
    for (const [, first, second] of text.matchAll(NUMERIC)) {
      american += Number(second) > 12 ? 1 : 0;
      european += Number(first) > 12 ? 1 : 0;
    }
  };
  for (const { text, table } of passages) {
    look(text);
    for (const row of table?.rows ?? []) {
      look(row.cells.flatMap((runs) => runs.map((run) => run.text)).join(' '));
    }
  }
  return american > european;
}

const MONTHS =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
const MONTH_FIRST = new RegExp(String.raw`\b(?:${MONTHS})\.? \d{1,2}(?:st|nd|rd|th)?, ?\d{4}`, 'giu');
const DAY_FIRST = new RegExp(String.raw`\b\d{1,2}(?:st|nd|rd|th)? (?:${MONTHS})\.? \d{4}`, 'giu');
const NUMERIC = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?![\d/])/g;

/** The deadlines of a sentence, in order: dates, intervals, and events ("by the end of the legislature"). */
export function deadlinesIn(sentence: string, style: DateStyle): readonly SentenceDeadline[] {
  const text = withIsoDays(sentence, style);
  const use = { isUsed: false };
  const dates = findDates(text.text, style.reference, [], use).map(({ date, start, end }): SentenceDeadline => {
    const span = withPreposition(sentence, { start: text.offset(start), end: text.offset(end) });
    const stated = sentence.slice(span.start, span.end);
    if (date.recurring !== null) {
      return { ...span, deadline: { stated }, date: undefined, check: undefined };
    }
    const isAsGiven = hasYear(stated);
    const check = isAsGiven ? undefined : assumed(date, style);
    return { ...span, deadline: { due: dueOf(date), stated }, date, check };
  });
  const foreign = foreignDeadlines(sentence, dates, style);
  const known = [...dates.filter((date) => !foreign.some((one) => overlaps(one, date))), ...foreign];
  const events: SentenceDeadline[] = [];
  for (const match of [...sentence.matchAll(EVENTS), ...sentence.matchAll(FOREIGN_EVENTS)]) {
    const stated = match[0].trim();
    const span = { start: match.index, end: match.index + stated.length };
    if (!known.some((date) => overlaps(date, span))) {
      events.push({ ...span, deadline: { stated }, date: undefined, check: undefined });
    }
  }
  return [...known, ...events].sort((a, b) => a.start - b.start);
}

/** Dates that other languages say, where English says none or less: "bis Ende 2026", "uiterlijk 1 april 2026". */
function foreignDeadlines(
  sentence: string,
  dates: readonly SentenceDeadline[],
  style: DateStyle,
): readonly SentenceDeadline[] {
  return foreignDatesIn(sentence).flatMap(({ start, end, english, isQualified }): readonly SentenceDeadline[] => {
    const date = readDate(english, style.reference);
    const others = dates.filter((one) => overlaps(one, { start, end }));
    const saysMore = others.every((one) => isQualified && start < one.start && one.end <= end);
    if (isDateProblem(date) || date.recurring !== null || !saysMore) {
      return [];
    }
    return [{ start, end, deadline: { due: dueOf(date), stated: sentence.slice(start, end) }, date, check: undefined }];
  });
}

/** Words that say when, without a day. */
const EVENTS =
  /\b(?:(?:at least |no later than |not later than |within )?(?:(?:a|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|\d{1,3})[ -](?:working |calendar |business )?(?:days?|weeks?|months?|years?)) (?:after|of|from|following) [^,.;:()]{3,70}|within (?:the next |a period of )?(?:(?:a|one|two|three|four|five|six|twelve|eighteen|\d{1,3}) )(?:working |calendar |business )?(?:days?|weeks?|months?|years?)\b|by the end of the (?:legislature|mandate|legislative term|parliamentary term|presidency|programme|program|project|negotiations|commission's term|current term)|(?:at least )?(?:once|twice|three times) (?:a|per|every|each) year|on a (?:regular|continuous|permanent|rolling|yearly|annual|monthly|quarterly) basis|(?:periodically|as soon as possible|without delay|at a later stage|in due course)\b|(?<=\b(?:be|meet|report|updated?|reviewed?|monitor) )(?:regularly|periodically|annually|quarterly)\b|regularly (?=updat|review|report|meet|inform|monitor)|(?:once|as soon as) [^,.;:()]{3,70} (?:is|are|has been|have been) (?:adopted|established|completed|agreed|approved|concluded|in place|operational|available|set up|in force))/giu;

/** The same in other languages: "innerhalb von sechs Monaten", "dans un délai de six mois". */
const FOREIGN_EVENTS =
  /(?<!\p{L})(?:innerhalb (?:von |der nächsten |des ersten |eines )?(?:\p{L}{3,12} |\d{1,3} )?(?:Tagen?|Wochen?|Monat(?:en|s)?|Jahr(?:en|es)?)|binnen (?:\p{L}{2,12}|\d{1,3}) (?:Tagen|Wochen|Monaten|Jahren|dagen|weken|maanden|jaar)|dans (?:un délai de|les) (?:\p{L}{2,12}|\d{1,3}) (?:jours|semaines|mois|ans)|en (?:un|el) plazo (?:máximo )?de (?:\p{L}{2,12}|\d{1,3}) (?:días|semanas|meses|años)|entro (?:\p{L}{3,12}|\d{1,3}) (?:giorni|settimane|mesi|anni)|no prazo de (?:\p{L}{3,12}|\d{1,3}) (?:dias|semanas|meses|anos)|inom (?:\p{L}{2,12}|\d{1,3}) (?:dagar|veckor|månader|år)|inden for (?:\p{L}{2,12}|\d{1,3}) (?:dage|uger|måneder|år)|w (?:ciągu|terminie) (?:\p{L}{2,12}|\d{1,3}) (?:dni|tygodni|miesięcy|lat))(?!\p{L})/giu;

/** A date as `due` writes it. */
function dueOf(date: PolicyDate): string {
  // A stretch within one year is clearer with its days.
  const isStretch = date.earliest !== null && date.latest !== null && /^\d{4}-\d{2}\/\d{4}-\d{2}$/.test(date.edtf);
  const isHalf = date.earliest !== null && date.latest !== null && /^\d{4}-4[01]$/.test(date.edtf);
  return isStretch || isHalf ? `${date.earliest}/${date.latest}` : date.edtf;
}

function hasYear(words: string): boolean {
  return /\b(?:19|20|21)\d{2}\b|\d\/\d{2}\b|\.\d{2}\b/.test(words);
}

function assumed(date: PolicyDate, { reference, isDated }: DateStyle): string {
  const year = (date.latest ?? date.earliest ?? '').slice(0, 4);
  return `The source gives no year. It is read as ${year}, counted from ${isDated ? 'the date of the document' : 'today'} (${reference}).`;
}

function withPreposition(text: string, span: Span): Span {
  const match = /\b(?:in|on|at|for|during|over|throughout|around|starting|from)(?: the)? $/iu.exec(
    text.slice(0, span.start),
  );
  return match ? { start: match.index, end: span.end } : span;
}

/** The text with "12/31/2020" as 2020-12-31, and a way back to the offsets of the text as it was. */
function withIsoDays(text: string, { isAmerican }: DateStyle): { readonly text: string; offset(at: number): number } {
  const changes: { readonly at: number; readonly before: number; readonly after: number }[] = [];
  let shift = 0;
  const changed = text.replace(NUMERIC, (whole, first: string, second: string, year: string, at: number) => {
    const day = dayOf(
      Number(first),
      Number(second),
      year.length === 2 ? 2000 + Number(year) : Number(year),
      isAmerican,
    );
    if (day === undefined) {
      return whole;
    }
    changes.push({ at: at + shift, before: whole.length, after: day.length });
    shift += day.length - whole.length;
    return day;
  });
  return {
    text: changed,
    offset: (at) => {
      let moved = 0;
      for (const change of changes) {
        if (change.at + change.after <= at) {
          moved += change.before - change.after;
        } else if (change.at < at) {
          return change.at + moved + Math.min(at - change.at, change.before);
        }
      }
      return at + moved;
    },
  };
}

function dayOf(first: number, second: number, year: number, isAmerican: boolean): IsoDay | undefined {
  const isMonthFirst = second > 12 || (isAmerican && first <= 12);
  const [month, day] = isMonthFirst ? [first, second] : [second, first];
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? isoDay(year, month, day) : undefined;
}

/** What a cell or line says about a deadline. */
export interface FieldDeadline {
  readonly deadline: WrittenDeadline;
  readonly check: string | undefined;
}

/**
 * Reads a whole field: a date, words that say when, or several dates (the last one counts, with a remark). Undefined
 * where nothing stands there.
 */
export function readDeadlineField(text: string, style: DateStyle): FieldDeadline | undefined {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words === '' || /^(?:[-–—/.]+|n\/?a|tbd|tbc|none|not applicable)\.?$/iu.test(words)) {
    return undefined;
  }
  const stated = words.length > LONGEST_STATED ? `${words.slice(0, LONGEST_STATED)}…` : words;
  const iso = dateInEnglish(withIsoDays(words, style).text);
  const date = readDate(iso, style.reference);
  if (INTERVAL.test(words)) {
    return { deadline: { stated }, check: undefined };
  }
  if (!isDateProblem(date) && (date.earliest !== null || date.latest !== null)) {
    const every = date.recurring === null ? {} : { every: date.recurring };
    return {
      deadline: { due: dueOf(date), stated, ...every },
      check: hasYear(words) ? undefined : assumed(date, style),
    };
  }
  if (isDateProblem(date) && date.problem === 'impossible') {
    return { deadline: { stated }, check: date.message };
  }
  const found = isDateProblem(date) ? deadlinesIn(words, style).filter((one) => one.date !== undefined) : [];
  const last = found.at(-1);
  if (!last) {
    return { deadline: { stated }, check: undefined };
  }
  const isAll = found.length === 1;
  const check = isAll ? last.check : 'The source gives several dates; the last one is taken.';
  return { deadline: { ...last.deadline, stated }, check };
}

const LONGEST_STATED = 100;

/** "90 days after 1 June 2024": the day in it is another one's. */
const INTERVAL = /\b(?:days?|weeks?|months?|years?)\s+(?:after|from|of|following|before|prior)\b/iu;

import { daysInMonth, formatDay, type IsoDay, type PolicyDate } from '../model/date';
import type { EntryFields, Field, ReportedFields, SectionReading } from '../model/report';
import type { Span } from '../model/span';
import { boundsText } from './describe-date';
import type { InlayHint } from './inlay-hints';

/** What the dates of a section mean, where their words do not say it; `words` are its text. */
export function dateHints({ fields, rows, mentions }: SectionReading, words: string): readonly InlayHint[] {
  const written = [fields, ...rows.map((row) => row.fields)].flatMap(dateFields);
  return [
    ...written.flatMap(({ value, text, span }) => (value ? dateHint(value, text, span, words) : [])),
    ...mentions.dates.flatMap(({ date, text, span }) => dateHint(date, text, span, words)),
  ];
}

/** What one date means; nothing where its words say it, as a day does. `source` is the text that the span is in. */
export function dateHint(date: PolicyDate, words: string, { end }: Span, source: string): readonly InlayHint[] {
  const meaning = meaningOf(date, words);
  if (meaning === undefined || end === 0 || says(words, meaning.said)) {
    return [];
  }
  const offset = /["']/.test(source.charAt(end)) ? end + 1 : end;
  const tooltip = date.why ?? boundsText(date);
  return [{ kind: 'date', offset, label: meaning.label, tooltip }];
}

function dateFields(fields: EntryFields): readonly Field<PolicyDate>[] {
  const of = ({ due, revised, completed }: ReportedFields) => [due, revised, completed].flatMap((field) => field ?? []);
  return [
    ...of(fields),
    ...(fields.deliverables?.value ?? []).flatMap(of),
    ...(fields.next?.value ?? []).flatMap(({ due }) => due ?? []),
  ];
}

/** The label of a date, and what words have to say for it to be superfluous; undefined for one without bounds. */
function meaningOf(
  { earliest, latest }: PolicyDate,
  words: string,
): { readonly label: string; readonly said: string } | undefined {
  if (earliest === null && latest === null) {
    return undefined;
  }
  if (latest === null) {
    return { label: `≥ ${shortDay(earliest ?? '')}`, said: withoutFirstDay(earliest ?? '') };
  }
  if (earliest === null) {
    return { label: `≤ ${shortDay(latest)}`, said: /\bend\b/i.test(words) ? withoutLastDay(latest) : shortDay(latest) };
  }
  const label = stretchText(earliest, latest);
  return { label, said: label };
}

/** "2024", "2024–2025", "Jun 2024", "30 Jun 2024", "1 Jun – 31 Jul 2024". */
function stretchText(earliest: IsoDay, latest: IsoDay): string {
  const [from, to] = [shortDay(earliest), shortDay(latest)];
  const sameYear = earliest.slice(0, 4) === latest.slice(0, 4);
  if (earliest === latest) {
    return to;
  }
  if (earliest.endsWith('-01-01') && latest.endsWith('-12-31')) {
    return sameYear ? latest.slice(0, 4) : `${earliest.slice(0, 4)}–${latest.slice(0, 4)}`;
  }
  if (earliest.endsWith('-01') && isLastOfMonth(latest)) {
    const [first, last] = [from.slice('1 '.length), to.replace(/^\d+ /, '')];
    return first === last ? last : `${sameYear ? first.replace(/ \d+$/, '') : first} – ${last}`;
  }
  return `${sameYear ? from.replace(/ \d+$/, '') : from} – ${to}`;
}

/** "30 Jun 2024". */
function shortDay(day: IsoDay): string {
  return formatDay(day).replace(/ (\p{L}{3})\p{L}*/u, ' $1');
}

function isLastOfMonth(day: IsoDay): boolean {
  return Number(day.slice(8, 10)) === daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}

/** "2018" for 1 January 2018, "Jul 2024" for 1 July 2024: who reads "since 2018" knows on which day that begins. */
function withoutFirstDay(day: IsoDay): string {
  return day.endsWith('-01-01')
    ? day.slice(0, 4)
    : day.endsWith('-01')
      ? shortDay(day).slice('1 '.length)
      : shortDay(day);
}

/** "2024" for 31 December 2024, "Jun 2024" for 30 June 2024: who reads "by the end of 2024" knows when that is. */
function withoutLastDay(day: IsoDay): string {
  return day.endsWith('-12-31')
    ? day.slice(0, 4)
    : isLastOfMonth(day)
      ? shortDay(day).replace(/^\d+ /, '')
      : shortDay(day);
}

/** Whether words have every number and month that a meaning has. */
function says(words: string, meaning: string): boolean {
  const numbers = new Set((words.match(/\d+/g) ?? []).map(Number));
  const lower = words.toLowerCase();
  const isDigital = /\d{4}-\d|\d[./]\d/.test(words);
  return (meaning.match(/\d+|\p{L}+/gu) ?? []).every((token) => {
    const month = MONTHS.indexOf(token.toLowerCase()) + 1;
    return month > 0
      ? lower.includes(token.toLowerCase()) || (isDigital && numbers.has(month))
      : numbers.has(Number(token));
  });
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

import { daysInMonth, type PolicyDate } from '../model/date';
import type { TextEdit } from '../model/finding';
import type { Field, Report, Section } from '../model/report';
import { sectionAt } from '../model/section-at';
import type { AnalysedReport } from '../model/snapshot';
import { type Span, shiftSpan, touches } from '../model/span';
import { isDateProblem, readDate } from '../parse/dates';
import { referenceDay } from '../parse/markdown-report';

/** How dates are to be written: as EDTF, or in words as this draft has them. */
export type DateForm = 'edtf' | 'words';

/** Whether an offset touches a date field that can be written in another form. */
export function hasDateAt(analysed: AnalysedReport, offset: number): boolean {
  const section = sectionAt(analysed.report, offset);
  return section !== undefined && fieldsOf(section, analysed.report).some(({ span }) => touches(span, offset));
}

/**
 * Edits that write the dates of fields in one form, where that says exactly the same: earliest day, latest day and
 * repetition.
 *
 * @param offset the date that it touches; absent: all dates of the draft
 */
export function normaliseDates(
  { report }: AnalysedReport,
  form: DateForm,
  today: string,
  offset?: number,
): readonly TextEdit[] {
  const reference = referenceDay(report.header, today);
  let style: DateStyle | undefined;
  const sections = offset === undefined ? report.sections : [sectionAt(report, offset)].flatMap((one) => one ?? []);
  return sections.flatMap((section) =>
    fieldsOf(section, report).flatMap(({ span, date, text }): TextEdit[] => {
      if (offset !== undefined && !touches(span, offset)) {
        return [];
      }
      // A date with a slash, or without a letter, is no words.
      const isWritten = form === 'words' ? !/^[\d./~?%X-]+$/i.test(text) && !text.includes('/') : text === date.edtf;
      if (isWritten) {
        return [];
      }
      if (form === 'words') {
        style ??= styleOf(report);
      }
      const candidates = style ? wordsFor(date, style) : [date.edtf];
      const wanted = candidates.find((words) => isSame(words, date, reference));
      return wanted === undefined || wanted === text ? [] : [{ span, newText: wanted }];
    }),
  );
}

interface DateField {
  /** In the file. */
  readonly span: Span;
  readonly text: string;
  readonly date: PolicyDate;
}

/** The dates of a section's fields whose words stand in the draft as they are. */
function fieldsOf({ start, fields }: Section, report: Report): readonly DateField[] {
  const { due, revised, completed } = fields;
  const items = (fields.deliverables?.value ?? []).flatMap((item) => [item.due, item.revised, item.completed]);
  const steps = (fields.next?.value ?? []).flatMap((step) =>
    step.due && step.due.key !== step.due.span ? [step.due] : [],
  );
  return [due, revised, completed, ...items, ...steps].flatMap((field: Field<PolicyDate> | undefined): DateField[] => {
    if (!field?.value) {
      return [];
    }
    const span = shiftSpan(field.span, start);
    const written = report.text.slice(span.start, span.end);
    return written === field.text ? [{ span, text: field.text, date: field.value }] : [];
  });
}

function isSame(words: string, date: PolicyDate, reference: string): boolean {
  const read = readDate(words, reference);
  return (
    !isDateProblem(read) &&
    read.earliest === date.earliest &&
    read.latest === date.latest &&
    read.recurring === date.recurring
  );
}

/** What a drafter's dates have in common. */
interface DateStyle {
  readonly isMonthFirst: boolean;
  /** What stands before the end of a year: "the end of", "end of", "end". */
  readonly end: string;
}

/** The style that most dates of a draft are written in, in fields and running text. */
function styleOf({ sections }: Report): DateStyle {
  const texts = sections.flatMap(({ mentions, fields }) => [
    ...mentions.dates.map(({ text }) => text),
    ...[fields.due, fields.revised, fields.completed].flatMap((field) => field?.text ?? []),
  ]);
  const count = (pattern: RegExp) => texts.filter((text) => pattern.test(text)).length;
  const ends = ['the end of', 'end of', 'end'].map((words) => ({
    words,
    count: texts.filter((text) => new RegExp(`(?:^|by )${words}[ -]\\d`, 'i').test(text)).length,
  }));
  const [usual] = ends.sort((a, b) => b.count - a.count);
  return {
    isMonthFirst: count(/^(?:by )?[A-Z][a-z]+ \d{1,2},? \d{4}/) > count(/^(?:by )?\d{1,2} [A-Z][a-z]+ \d{4}/),
    end: usual && usual.count > 0 ? usual.words : 'the end of',
  };
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** Words that may mean the date, the best first; whoever takes one reads it first. */
function wordsFor({ earliest, latest }: PolicyDate, style: DateStyle): readonly string[] {
  const last = latest === null ? [] : pointsAt(latest, style);
  if (earliest === null) {
    return last.map((words) => `by ${words}`);
  }
  const [year = '', month = ''] = earliest.split('-');
  if (latest === null) {
    return [`from ${dayWords(earliest, style)}`, `since ${dayWords(earliest, style)}`];
  }
  const name = MONTHS[Number(month) - 1] ?? '';
  const parts = ['first', 'second', 'third', 'fourth'];
  return [
    ...(earliest === latest ? [dayWords(earliest, style)] : []),
    `${name} ${year}`,
    year,
    `mid-${year}`,
    ...parts.slice(0, 2).flatMap((part) => [`the ${part} half of ${year}`, `${part} half of ${year}`]),
    ...parts.flatMap((part) => [`the ${part} quarter of ${year}`, `${part} quarter of ${year}`]),
    ...['spring', 'summer', 'autumn', 'winter'].map((season) => `${season} ${year}`),
    ...['early', 'late'].map((word) => `${word} ${year}`),
    `${style.end} ${year}`,
    `between ${dayWords(earliest, style)} and ${dayWords(latest, style)}`,
    `from ${dayWords(earliest, style)} to ${dayWords(latest, style)}`,
  ];
}

/** Names of a last day: of a year, half a year, a month, or the day itself. */
function pointsAt(day: string, style: DateStyle): readonly string[] {
  const [year = '', month = '', number = ''] = day.split('-');
  const isMonthEnd = Number(number) === daysInMonth(Number(year), Number(month));
  return [
    ...(month === '12' && isMonthEnd ? [`${style.end} ${year}`] : []),
    ...(month === '06' && isMonthEnd ? [`mid-${year}`] : []),
    ...(isMonthEnd ? [`${MONTHS[Number(month) - 1] ?? ''} ${year}`] : []),
    dayWords(day, style),
  ];
}

function dayWords(day: string, { isMonthFirst }: DateStyle): string {
  const [year = '', month = '', number = ''] = day.split('-');
  const name = MONTHS[Number(month) - 1] ?? '';
  return isMonthFirst ? `${name} ${Number(number)}, ${year}` : `${Number(number)} ${name} ${year}`;
}

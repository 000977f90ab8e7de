import type { PolicyDate } from '../model/date';
import type { Fix } from '../model/finding';
import type { Field } from '../model/report';
import { isDateProblem, readDate } from '../parse/dates';
import { referenceDay } from './check-context';
import { changeTo } from './did-you-mean';
import type { FixContext } from './rule';

/**
 * A fix that writes the next year in a date, whose year is probably last year's number. None where the words have no year
 * or several, where the source writes them otherwise, or where the later date would be no better.
 *
 * @param field its span is relative to what the fix's is
 * @param isBetter whether the date removes the finding
 */
export function yearLaterFixes(
  { text: words, span }: Pick<Field<PolicyDate>, 'text' | 'span'>,
  { report, asOf, start }: FixContext,
  isBetter: (date: PolicyDate) => boolean,
): readonly Fix[] {
  const years = words.match(/(?<!\d)\d{4}(?!\d)/g) ?? [];
  const later = words.replace(/(?<!\d)\d{4}(?!\d)/, (year) => String(Number(year) + 1));
  const isVerbatim = report.text.slice(start + span.start, start + span.end) === words;
  const date =
    years.length === 1 && isVerbatim ? readDate(later, referenceDay({ header: report.header, asOf })) : undefined;
  return date && !isDateProblem(date) && isBetter(date) ? [changeTo(later, span, false)] : [];
}

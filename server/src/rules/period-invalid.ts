import { formatDay } from '../model/date';
import type { Fix } from '../model/finding';
import type { Field, ReportHeader } from '../model/report';
import { isDateProblem, readDate } from '../parse/dates';
import { problemOf } from './date-fields';
import { dateFixes } from './date-fixes';
import { changeTo } from './did-you-mean';
import { markdownExample, yamlExample } from './example-reports';
import type { FixContext, Rule } from './rule';

export const periodInvalid: Rule = {
  meta: {
    code: 'period-invalid',
    group: 'report',
    severity: 'error',
    summary: 'A reporting period that cannot be read, has no start, or begins after the report’s date',
    why:
      'The period says which months a report answers for, and the next report goes on where it ends. A report dated ' +
      'before its period begins reports on what has not happened yet: one of the two dates is wrong. A report that is ' +
      'dated within its period is in order; most are.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['Eurojust prepares the network.'], ['period: 2024-06-30/2024-01-01']),
        good: markdownExample('5', ['Eurojust prepares the network.'], ['period: 2024-01-01/2024-06-30']),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['text: Eurojust prepares the network.'], ['period: second half of 2024']),
        good: yamlExample('5', ['text: Eurojust prepares the network.'], ['period: first half of 2024']),
      },
    ],
    fixable: true,
  },
  *checkHeader(context) {
    const { period } = context.header;
    const message = period && (problemOf(period, context)?.message ?? contradiction(context.header));
    if (period && message !== undefined) {
      yield { span: period.span, message, fixes: (now) => fixes(period, now) };
    }
  },
};

/** Both ends the other way round, or what the words were probably meant to be. */
function fixes({ text, span, value }: Field<unknown>, context: FixContext): readonly Fix[] {
  const ends = /^\s*([^/\s]+)\s*\/\s*([^/\s]+)\s*$/.exec(text);
  const turned = ends ? `${ends[2]}/${ends[1]}` : undefined;
  const isRight = turned !== undefined && value === undefined && !isDateProblem(readDate(turned, context.asOf.day));
  return isRight ? [changeTo(turned, span, false)] : value === undefined ? dateFixes(text, span, context) : [];
}

function contradiction({ period, date }: ReportHeader): string | undefined {
  if (period?.value === undefined) {
    return undefined;
  }
  const start = period.value.earliest;
  if (start === null) {
    return (
      `“${period.text}” does not say when the period begins. Write both ends, such as 2024-01-01/2024-06-30 or “first ` +
      'half of 2024”.'
    );
  }
  const dated = date?.value?.latest ?? date?.value?.earliest;
  return dated && dated < start
    ? `The period begins on ${formatDay(start)}, after the date of the report, ${formatDay(dated)}. Correct one of the two.`
    : undefined;
}

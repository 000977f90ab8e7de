import { formatDay } from '../model/date';
import type { ReportHeader } from '../model/report';
import { problemOf } from './date-fields';
import { markdownExample, yamlExample } from './example-reports';
import type { Rule } from './rule';

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
    fixable: false,
  },
  *checkHeader(context) {
    const { period } = context.header;
    const message = period && (problemOf(period, context)?.message ?? contradiction(context.header));
    if (period && message !== undefined) {
      yield { span: period.span, message };
    }
  },
};

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

import { formatDay } from '../model/date';
import { isReadable } from '../model/section';
import { headerEdits } from '../write/header-lines';
import { markdownExample, yamlExample } from './example-reports';
import { misspeltKeys } from './header-keys';
import type { Rule } from './rule';

export const asOfMissing: Rule = {
  meta: {
    code: 'as-of-missing',
    group: 'report',
    severity: 'info',
    summary: 'Neither a date nor an as-of date: overdue is measured against today',
    why:
      'A report is true of a day. Without one, deadlines are compared with the day on which somebody looks: a report ' +
      'that was clean on Monday shows a passed deadline on Tuesday, and two people see different findings.\n\n' +
      'Give the report a `date`. Where the report is dated later than what it tells, say `as-of` as well. The command ' +
      'line and the settings can give an as-of date, too.',
    examples: [
      { language: 'markdown', bad: undated(inMarkdown()), good: inMarkdown() },
      { language: 'yaml', bad: undated(inYaml()), good: inYaml() },
    ],
    fixable: true,
  },
  *checkHeader(context) {
    const { header, roadmaps, asOf, anchor } = context;
    const misspelt = misspeltKeys(context);
    // A date that cannot be read is a finding already.
    const isTried = header.date?.text || header.asOf?.text || misspelt.has('date') || misspelt.has('as-of');
    if (asOf.from !== 'today' || roadmaps.length === 0 || isTried) {
      return;
    }
    yield {
      span: anchor,
      message:
        `This report has no date, so what is overdue is measured against today, ${formatDay(asOf.day)}, and will be ` +
        'different tomorrow. Add “date”, or “as-of” with the day that the report speaks of.',
      fixes: ({ report }) =>
        isReadable(report)
          ? [
              { title: `Add “as-of: ${asOf.day}”`, safe: false, edits: headerEdits(report, [['as-of', asOf.day]]) },
              { title: `Add “date: ${asOf.day}”`, safe: false, edits: headerEdits(report, [['date', asOf.day]]) },
            ]
          : [],
    };
  },
};

function inMarkdown(): string {
  return markdownExample('5', ['- **Status:** in progress', '', 'Eurojust prepares the network.']);
}

function inYaml(): string {
  return yamlExample('5', ['status: in-progress', 'text: Eurojust prepares the network.']);
}

function undated(report: string): string {
  return report.replace('date: 2024-06-03\n', '');
}

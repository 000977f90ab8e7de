import { formatDay } from '../model/date';
import { isEmptyValue } from '../model/empty-value';
import type { ReportedFields } from '../model/report';
import { pastDatesAbout, saysNoProgress } from './entry-prose';
import { markdownExample, yamlExample } from './example-reports';
import { PLACEHOLDER } from './field-below';
import { giveFields } from './new-fields';
import { deliveredWithout, placeOf } from './reported-parts';
import type { Rule } from './rule';

const WORK = 'The network of prosecutors has met for the first time (ST 9999/24).';

export const deliveredWithoutDate: Rule = {
  meta: {
    code: 'delivered-without-date',
    group: 'status',
    severity: 'warning',
    summary: 'Something is reported as delivered and no date says when',
    why:
      'When something was delivered tells whether it was in time, and from when the next interval of a recurring ' +
      'deadline counts.\n\nA date in the text on or before the as-of date is enough. The date of the entry covers its ' +
      'deliverables, and the other way round.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['- **Status:** delivered', '', WORK]),
        good: markdownExample('5', ['- **Status:** delivered', '- **Completed:** 14 May 2024', '', WORK]),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['status: delivered', `text: ${WORK}`]),
        good: yamlExample('5', ['status: delivered', 'completed: 2024-05-14', `text: ${WORK}`]),
      },
    ],
    fixable: true,
  },
  *checkEntry(entry, { asOf }) {
    for (const part of deliveredWithout(entry, hasDate)) {
      if (pastDatesAbout(part, entry, asOf.day).length > 0 || saysNoProgress(entry)) {
        continue;
      }
      yield {
        span: placeOf(part, entry),
        message:
          `${part.item ? `“${part.item.text}”` : 'The action'} is reported as delivered, but not when. Give the date ` +
          `under “Completed” or in the text, on or before ${formatDay(asOf.day)}.`,
        fixes: (now) => {
          const edits = giveFields(part, entry, [{ name: 'completed', value: PLACEHOLDER }], now);
          return edits ? [{ title: 'Add the date, to be completed', safe: false, edits }] : [];
        },
      };
    }
  },
};

function hasDate({ completed }: ReportedFields): boolean {
  return completed !== undefined && !isEmptyValue(completed.text);
}

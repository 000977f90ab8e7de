import { formatDay } from '../model/date';
import { markdownExample, yamlExample } from './example-reports';
import { partsOf } from './reported-parts';
import type { Rule } from './rule';

const EVIDENCE = 'ST 9999/24';

/**
 * It has no fix. An earlier date would assert when something was done; that it is only planned would take back a delivery
 * that the text may tell of. Both are for the author to say.
 */
export const completedInFuture: Rule = {
  meta: {
    code: 'completed-in-future',
    group: 'status',
    severity: 'error',
    summary: 'The completion date is after the as-of date',
    why:
      'What is completed was completed before the day that the report speaks of. A later date is a slip in the year or ' +
      'month, or something that is only planned: that belongs in the next steps.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', example('14 May 2025')),
        good: markdownExample('5', example('14 May 2024')),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['status: delivered', 'completed: 2025-05-14', `evidence: [${EVIDENCE}]`]),
        good: yamlExample('5', ['status: delivered', 'completed: 2024-05-14', `evidence: [${EVIDENCE}]`]),
      },
    ],
    fixable: false,
  },
  *checkEntry(entry, { asOf }) {
    for (const { fields } of partsOf(entry)) {
      const { completed } = fields;
      const first = completed?.value?.earliest;
      if (completed && first && first > asOf.day) {
        yield {
          span: completed.span,
          message:
            `“${completed.text}” is after the as-of date (${formatDay(asOf.day)}), so it cannot be completed yet. ` +
            'Correct the date, or say in the next steps that it is planned.',
        };
      }
    }
  },
};

function example(day: string): readonly string[] {
  return [
    '- **Status:** delivered',
    `- **Completed:** ${day}`,
    `- **Evidence:** ${EVIDENCE}`,
    '',
    'The network works.',
  ];
}

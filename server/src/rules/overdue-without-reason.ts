import { formatDay } from '../model/date';
import type { EntryReading } from '../model/entry';
import type { Fix } from '../model/finding';
import { listDeadlines, relatedDeadlines } from './entry-deadlines';
import { givesReason } from './entry-prose';
import { markdownExample, yamlExample } from './example-reports';
import { PLACEHOLDER } from './field-below';
import { giveFields } from './new-fields';
import { placeOf } from './reported-parts';
import type { EntryDeadline, FixContext, Rule } from './rule';

const WORK = 'Europol is still collecting data.';
const REASON = 'several Member States sent their data late';

export const overdueWithoutReason: Rule = {
  meta: {
    code: 'overdue-without-reason',
    group: 'deadline',
    severity: 'warning',
    summary: 'The entry says that it is late and gives no reason',
    why:
      'That something is late is half of the message; the other half is why, because that is what a meeting can act ' +
      'on. A reason in a field or in the text (“because”, “owing to”, “pending”) is enough.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('4', ['- **Status:** delayed', '- **Revised deadline:** end of 2024', '', WORK]),
        good: markdownExample('4', [
          '- **Status:** delayed',
          '- **Revised deadline:** end of 2024',
          `- **Reason:** ${REASON}`,
          '',
          WORK,
        ]),
      },
      {
        language: 'yaml',
        bad: yamlExample('4', ['status: delayed', 'revised: end of 2024', `text: ${WORK}`]),
        good: yamlExample('4', ['status: delayed', 'revised: end of 2024', `reason: ${REASON}`, `text: ${WORK}`]),
      },
    ],
    fixable: true,
  },
  *checkDeadlines(entry, states, { asOf }) {
    const late = states.filter((state) => isLate(state) && state.admitted && state.reason === undefined);
    if (late.length > 0 && entry.fields.status?.value?.as !== 'delivered' && !givesReason(entry)) {
      yield {
        span: placeOf({ fields: entry.fields, item: undefined }, entry),
        message:
          `The entry says that it is late, but gives no reason. The roadmap’s deadline has passed by ` +
          `${formatDay(asOf.day)}: ${listDeadlines(late)}. Add a “Reason”.`,
        related: relatedDeadlines(late),
        fixes: (context) => fixes(entry, context),
      };
    }
  },
};

/** A revised deadline that is still ahead does not undo that the roadmap's has passed. */
function isLate(state: EntryDeadline): boolean {
  return state.overdue || state.missed;
}

function fixes(entry: EntryReading, context: FixContext): readonly Fix[] {
  const part = { fields: entry.fields, item: undefined };
  const edits =
    giveFields(part, entry, [{ name: 'reason', value: PLACEHOLDER }], context) ?? remarkBehindStatus(entry, context);
  return edits ? [{ title: 'Add the reason, to be completed', safe: false, edits }] : [];
}

/** In a table without a column for reasons. */
function remarkBehindStatus(
  { row, fields: { status } }: EntryReading,
  { report, start }: FixContext,
): Fix['edits'] | undefined {
  const words = status && report.text.slice(start + status.span.start, start + status.span.end);
  return row && status && words && !/[()]/.test(words)
    ? [{ span: status.span, newText: `${words} (reason: ${PLACEHOLDER})` }]
    : undefined;
}

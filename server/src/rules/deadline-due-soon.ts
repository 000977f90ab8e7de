import { formatDay } from '../model/date';
import type { EntryReading } from '../model/entry';
import type { Fix } from '../model/finding';
import { PLAIN_BLANKS } from '../write/entry-text';
import { yamlScalar } from '../write/yaml-scalar';
import { isPromised, listDeadlines, relatedDeadlines } from './entry-deadlines';
import { markdownExample, yamlExample } from './example-reports';
import { addItems, type NewItem } from './new-items';
import { placeOf } from './reported-parts';
import type { EntryDeadline, FixContext, Rule } from './rule';

const WORK = 'Europol is drafting the blueprint.';
const NEXT = 'Europol will present the blueprint on 20 June 2024.';

export const deadlineDueSoon: Rule = {
  meta: {
    code: 'deadline-due-soon',
    group: 'deadline',
    severity: 'info',
    summary: 'A deadline of the roadmap is near',
    why:
      'By the time the report is read, the deadline may have passed. Say how it will be kept (a next step with a date ' +
      'no later than the deadline) or that it will not be.\n\n' +
      'How near is near is a setting; 60 days if nothing is set.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('6', ['- **Status:** in progress', '', WORK]),
        good: markdownExample('6', ['- **Status:** in progress', '', WORK, '', '**Next steps**', '', `- ${NEXT}`]),
      },
      {
        language: 'yaml',
        bad: yamlExample('6', ['status: in-progress', `text: ${WORK}`]),
        good: yamlExample('6', [
          'status: in-progress',
          `text: ${WORK}`,
          'next:',
          '  - text: Present the blueprint',
          '    actors: [europol]',
          '    due: 2024-06-20',
        ]),
      },
    ],
    fixable: true,
  },
  *checkDeadlines(entry, states, { asOf }) {
    const near = states.filter((state) => state.dueSoon && !state.admitted && !isPromised(entry, state));
    if (near.length > 0 && entry.fields.status?.value?.as !== 'delivered') {
      const count = near.length === 1 ? 'A deadline is' : `${near.length} deadlines are`;
      yield {
        span: placeOf({ fields: entry.fields, item: undefined }, entry),
        message:
          `${count} near on ${formatDay(asOf.day)}: ${listDeadlines(near)}. Say in the next steps by when ` +
          'it will be done, or that it will be late.',
        related: relatedDeadlines(near),
        fixes: (now) => fixes(entry, near, now),
      };
    }
  },
};

/** Next steps by these days. Who will do what, and whether it will be in time, only the author knows. */
function fixes(entry: EntryReading, near: readonly EntryDeadline[], context: FixContext): readonly Fix[] {
  const { report, asOf } = context;
  const today = report.header.date?.value?.earliest ?? report.header.asOf?.value?.earliest ?? asOf.day;
  const blank = PLAIN_BLANKS.blank('who will do what');
  const items = near.flatMap(({ action, item, due }): readonly NewItem[] => {
    // What is due before the day of the report is no next step.
    if (!due.latest || due.latest < today) {
      return [];
    }
    const what = action === item ? blank : `${blank} for “${item.title.trim().replace(/\s+/g, ' ')}”`;
    return [
      { markdown: `${what} by ${formatDay(due.latest)}.`, yaml: [`text: ${yamlScalar(what)}`, `due: ${due.latest}`] },
    ];
  });
  const edit = items.length === near.length ? addItems(entry, 'next', items, context) : undefined;
  const what = items.length === 1 ? 'a next step' : `${items.length} next steps`;
  return edit ? [{ title: `Add ${what} by the deadline, to be completed`, safe: false, edits: [edit] }] : [];
}

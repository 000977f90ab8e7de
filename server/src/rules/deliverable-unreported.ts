import { formatDay, type IsoDay } from '../model/date';
import { type EntryReading, isReporting } from '../model/entry';
import type { Fix } from '../model/finding';
import { PLAIN_BLANKS } from '../write/entry-text';
import { yamlScalar } from '../write/yaml-scalar';
import { EntryWords } from './deliverable-words';
import { isPromised, listDeadlines, relatedDeadlines } from './entry-deadlines';
import { saysNoProgress } from './entry-prose';
import { markdownExample, yamlExample } from './example-reports';
import { addItems, type NewItem } from './new-items';
import type { EntryDeadline, FixContext, Rule } from './rule';

export const deliverableUnreported: Rule = {
  meta: {
    code: 'deliverable-unreported',
    group: 'action',
    severity: 'info',
    summary: 'A deliverable whose time has come and that the entry does not mention',
    why:
      'The deliverables of an action are what its readers wait for. An entry that passes over one that was promised for ' +
      'about now leaves them to guess.\n\nA deliverable is mentioned by an item under “Deliverables”, by a delivered ' +
      'action, by “no progress to report”, or where the text uses words that only this deliverable’s title has. A ' +
      'deadline that has passed, or that is near without a next step, has a finding of its own.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('6', [
          ...inMarkdown(),
          '- Blueprint for partnerships against money laundering: in progress',
        ]),
        good: markdownExample('6', [
          ...inMarkdown(),
          '- Blueprint for partnerships against money laundering: in progress',
          '- Horizon Europe call on security research, with tools for financial investigations: in progress',
        ]),
      },
      {
        language: 'yaml',
        bad: yamlExample('6', [...inYaml(), '  - deliverable: "6.1"', '    status: in-progress']),
        good: yamlExample('6', [
          ...inYaml(),
          '  - deliverable: "6.1"',
          '    status: in-progress',
          '  - deliverable: "6.9"',
          '    status: in-progress',
        ]),
      },
    ],
    fixable: true,
  },
  *checkDeadlines(entry, states, { asOf, lookup }) {
    const isClear = isReporting(entry) && !hasUnknownItem(entry) && !saysNoProgress(entry);
    const words = new EntryWords(entry, lookup);
    const passedOver = isClear ? states.filter((state) => isPassedOver(state, entry, words, asOf.day)) : [];
    if (passedOver.length > 0) {
      const isOne = passedOver.length === 1;
      const what = isOne ? 'a deliverable' : `${passedOver.length} deliverables`;
      yield {
        span: entry.anchor,
        message:
          `By ${formatDay(asOf.day)} the entry does not mention ${what} whose time has come: ` +
          `${listDeadlines(passedOver)}. List ${isOne ? 'it' : 'them'} under “Deliverables” with a status, or write a ` +
          `sentence on ${isOne ? 'it' : 'each'}.`,
        related: relatedDeadlines(passedOver),
        fixes: (now) => fixes(entry, passedOver, now),
      };
    }
  },
};

/** How they stand only the author knows. */
function fixes(entry: EntryReading, passedOver: readonly EntryDeadline[], context: FixContext): readonly Fix[] {
  const items = passedOver.map(({ roadmap, item }): NewItem => {
    const status = PLAIN_BLANKS.blank('status');
    const title = item.title.trim().replace(/\s+/g, ' ');
    return {
      markdown: `${roadmap.numbering === 'own' ? '' : `${item.id} `}${title}: ${status}`,
      yaml: [`deliverable: ${yamlScalar(item.id)} # ${title}`, `status: ${yamlScalar(status)}`],
    };
  });
  const edit = addItems(entry, 'deliverables', items, context);
  const what = items.length === 1 ? 'the deliverable' : `the ${items.length} deliverables`;
  return edit ? [{ title: `List ${what}, with a status to be completed`, safe: false, edits: [edit] }] : [];
}

/** An item that means nothing known may mean what seems to be passed over, and is reported already. */
function hasUnknownItem({ fields }: EntryReading): boolean {
  return (fields.deliverables?.value ?? []).some((item) => item.deliverable === undefined);
}

/** Whether a deliverable is due by now or soon, no rule on deadlines tells, and the entry is silent about it. */
function isPassedOver(state: EntryDeadline, entry: EntryReading, words: EntryWords, asOf: IsoDay): boolean {
  const { action, closed, admitted, due, dueSoon, item, items } = state;
  const hasBegun = due.latest === null && due.earliest !== null && due.earliest <= asOf;
  return (
    action !== undefined &&
    !('deliverables' in item) &&
    closed === undefined &&
    !admitted &&
    items.length === 0 &&
    (hasBegun || (dueSoon && isPromised(entry, state))) &&
    !words.speakOf(item, action)
  );
}

function inMarkdown(): readonly string[] {
  return [
    '- **Status:** in progress',
    '',
    '**Next steps**',
    '',
    '- Europol will present the blueprint on 20 June 2024.',
    '',
    '**Deliverables**',
    '',
  ];
}

function inYaml(): readonly string[] {
  return [
    'status: in-progress',
    'next:',
    '  - text: Europol will present the blueprint on 20 June 2024.',
    'deliverables:',
  ];
}

import { coverageOf } from '../model/coverage';
import { isEmptyValue } from '../model/empty-value';
import type { Entry } from '../model/entry';
import { hasPlaceholder } from '../model/placeholder';
import { actionLabel } from '../model/roadmap';
import { shiftSpan } from '../model/span';
import { type EntryInserter, entryInserter, type MissingAction } from '../write/missing-entries';
import { markdownEntries, yamlEntries } from './example-reports';
import { insertEntryFix } from './insert-entry-fix';
import { relatedAction } from './roadmap-links';
import type { Rule, RuleContext, RuleFinding } from './rule';

export const actionUnreported: Rule = {
  meta: {
    code: 'action-unreported',
    group: 'action',
    severity: 'info',
    summary: 'An action that the report names without reporting on it',
    why:
      'Whoever looks for the action finds its name, but not what has become of it. An entry needs a status or a ' +
      'sentence of its own; “no progress to report” is one.\n\nActions outside the scope of the report are left alone, ' +
      'and so are entries that still wait for somebody: the placeholder is reported already.',
    examples: [
      {
        language: 'markdown',
        bad: `${markdownEntries('Action 8')}
The operations under Action 14 use the alerts.
`,
        good: `${markdownEntries('Action 14', 'Action 8')}
The operations under Action 14 use the alerts.
`,
      },
      {
        language: 'yaml',
        bad: `${yamlEntries('8')}  - section: Way forward
    text: The operations under Action 14 use the alerts.
`,
        good: `${yamlEntries('8', '14')}  - section: Way forward
    text: The operations under Action 14 use the alerts.
`,
      },
    ],
    fixable: true,
  },
  *checkReport(context) {
    const insert = entryInserter(context, context.actors);
    for (const { roadmap, required, named, reported } of coverageOf(context, context.actors, context.entries)) {
      for (const action of required.filter(({ id }) => named.has(id) && !reported.has(id))) {
        const isMeant: Refers = (one) => one.action === action.id && one.roadmap === roadmap.id;
        const entries = context.entries.filter((entry) => entry.actions.some(isMeant));
        if (entries.length === 0) {
          yield* onMention({ roadmap, action }, isMeant, insert, context);
        } else if (!entries.some(isWaiting)) {
          yield* onEntry({ roadmap, action }, isMeant, entries[0]);
        }
      }
    }
  },
};

type Refers = (name: { readonly roadmap: string | undefined; readonly action: string }) => boolean;

function* onEntry(
  { roadmap, action }: MissingAction,
  isMeant: Refers,
  entry: Entry | undefined,
): Iterable<RuleFinding> {
  if (entry) {
    yield {
      section: entry.section,
      span: entry.actions.find(isMeant)?.span ?? entry.anchor,
      message:
        `${actionLabel(roadmap, action.id)} has an entry, but neither a status nor a text, so nothing is reported on ` +
        'it. Set the status, or write a sentence (“no progress to report” is one).',
      related: [relatedAction(roadmap, action)],
    };
  }
}

/** On the first mention, unless a section is probably about the action: then that is the finding. */
function* onMention(
  { roadmap, action }: MissingAction,
  isMeant: Refers,
  insert: EntryInserter,
  context: RuleContext,
): Iterable<RuleFinding> {
  const section = context.report.sections.find(({ mentions }) => mentions.actions.some(isMeant));
  const mention = section?.mentions.actions.find(isMeant);
  if (section && mention && !context.suggestions().some((one) => one.role === 'main' && isMeant(one))) {
    yield {
      span: shiftSpan(mention.span, section.start),
      message:
        `${actionLabel(roadmap, action.id)} is only mentioned: no entry reports on it. Report on it in an entry of its ` +
        'own, or leave it out in the header: scope, except, with a reason.',
      related: [relatedAction(roadmap, action)],
      fixes: insertEntryFix([{ roadmap, action }], insert, context),
    };
  }
}

/** Whether an entry still waits for somebody, or has a status that cannot be read, which is a finding of its own. */
function isWaiting({ fields, section, span }: Entry): boolean {
  const { status } = fields;
  const isUnread = status !== undefined && status.value === undefined && !isEmptyValue(status.text);
  return isUnread || hasPlaceholder(section, span);
}

import { formatDay, type IsoDay } from '../model/date';
import type { EntryReading } from '../model/entry';
import type { Fix } from '../model/finding';
import { listDeadlines, relatedDeadlines } from './entry-deadlines';
import { seemsDone } from './entry-prose';
import { markdownExample, yamlExample } from './example-reports';
import { PLACEHOLDER } from './field-below';
import { giveFields, type NewField } from './new-fields';
import { placeOf } from './reported-parts';
import type { EntryDeadline, FixContext, Rule, RuleFinding } from './rule';

const WORK = 'Europol is still collecting data from Member States.';
const REASON = 'several Member States sent their data late';

export const deadlineOverdue: Rule = {
  meta: {
    code: 'deadline-overdue',
    group: 'deadline',
    severity: 'warning',
    summary: 'A deadline of the roadmap has passed and the entry does not say so',
    why:
      'Whoever reads the report knows the deadlines and looks for the late ones first. An entry that stays silent about ' +
      'one reads as an oversight, or worse. Report what was due as delivered, or say that it is late and why.\n\n' +
      'A deadline counts as passed when its last day is before the as-of date. Open-ended ones never are. Where the ' +
      'text seems to report the delivery, there is only a hint to say it in a field as well.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('4', ['- **Status:** in progress', '', WORK]),
        good: markdownExample('4', ['- **Status:** delayed', `- **Reason:** ${REASON}`, '', WORK]),
      },
      {
        language: 'yaml',
        bad: yamlExample('4', ['status: in-progress', `text: ${WORK}`]),
        good: yamlExample('4', ['status: delayed', `reason: ${REASON}`, `text: ${WORK}`]),
      },
    ],
    fixable: true,
  },
  *checkDeadlines(entry, states, { asOf }) {
    // An action called delivered whose deliverable is not is a contradiction, and reported as one.
    const late = entry.fields.status?.value?.as === 'delivered' ? [] : states.filter(isUnspoken);
    const untold = late.filter((state) => state.items.length > 0 || !seemsDone(entry, state.item.title));
    if (untold.length > 0) {
      yield finding(entry, untold, asOf.day);
    } else if (late.length > 0) {
      yield hint(entry, late);
    }
  },
};

function isUnspoken(state: EntryDeadline): boolean {
  return state.overdue && !state.admitted;
}

function finding(entry: EntryReading, late: readonly EntryDeadline[], day: IsoDay): RuleFinding {
  const status = entry.fields.status?.text;
  return {
    span: placeOf({ fields: entry.fields, item: undefined }, entry),
    message:
      `${countOf(late)} passed by ${formatDay(day)}: ${listDeadlines(late)}. The entry ` +
      `${status ? `says “${status}”` : 'gives no status'} and does not admit it. Report it as delivered, or set the ` +
      'status to “delayed” and give the reason and, if there is one, a revised deadline.',
    related: relatedDeadlines(late),
    fixes: (context) => fixes(entry, context),
  };
}

function hint(entry: EntryReading, late: readonly EntryDeadline[]): RuleFinding {
  return {
    span: placeOf({ fields: entry.fields, item: undefined }, entry),
    severity: 'hint',
    message:
      `${countOf(late)} passed: ${listDeadlines(late)}. The text seems to report the delivery, but no field does. ` +
      `Set the status, or list ${late.length === 1 ? 'it' : 'them'} under “Deliverables” as delivered, so that nobody ` +
      `counts ${late.length === 1 ? 'it' : 'them'} as late.`,
    related: relatedDeadlines(late),
  };
}

function countOf(late: readonly EntryDeadline[]): string {
  return late.length === 1 ? 'A deadline has' : `${late.length} deadlines have`;
}

/** Nothing here says that something was done: only the author knows that. */
function fixes(entry: EntryReading, context: FixContext): readonly Fix[] {
  const { completed, revised, deliverables } = entry.fields;
  const items = deliverables?.value ?? [];
  const isOpen = items.some(({ status }) => status?.value?.as === 'in-progress' || status?.value?.as === 'delayed');
  // What has a completion date is not late, and what has a new deadline not dropped.
  const statuses = [...(completed ? [] : ['delayed']), ...(completed || revised || isOpen ? [] : ['dropped'])];
  return statuses.flatMap((status) => {
    const edits = withStatus(entry, status, context);
    return edits ? [{ title: `Report it as ${status}, with a reason`, safe: false, edits }] : [];
  });
}

function withStatus(entry: EntryReading, status: string, context: FixContext): Fix['edits'] | undefined {
  const part = { fields: entry.fields, item: undefined };
  const give = (...fields: readonly NewField[]) => giveFields(part, entry, fields, context);
  const both = give({ name: 'status', value: status }, { name: 'reason', value: PLACEHOLDER });
  // In a table without a column for reasons.
  return both ?? (entry.row && give({ name: 'status', value: `${status} (reason: ${PLACEHOLDER})` }));
}

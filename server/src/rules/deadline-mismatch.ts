import type { PolicyDate } from '../model/date';
import { type EntryReading, keyOf } from '../model/entry';
import type { Fix } from '../model/finding';
import type { Field } from '../model/report';
import type { Deadline } from '../model/roadmap';
import type { CheckEnvironment } from './check-context';
import { markdownExample, yamlExample } from './example-reports';
import { PLACEHOLDER } from './field-below';
import { giveFields } from './new-fields';
import { itemsOfPart, partsOf, type ReportedPart } from './reported-parts';
import { describeDays, relatedDeadline } from './roadmap-links';
import type { FixContext, Rule } from './rule';
import { hasWordsOf, isSameDeadline } from './stated-deadlines';

const WORK = 'Europol is drafting the blueprint.';
/** The more deadlines an action has, the less a fix knows which of them is meant. */
const MOST_FIXES = 3;

export const deadlineMismatch: Rule = {
  meta: {
    code: 'deadline-mismatch',
    group: 'deadline',
    severity: 'warning',
    summary: 'The deadline that the entry states is not the one of the roadmap',
    why:
      '“Deadline” repeats what the roadmap says, so that the reader need not look it up; a different date there hides ' +
      'a delay or is a slip. A new date belongs under “Revised deadline”, where it counts.\n\n' +
      'Other words for the same last day are the same deadline. Where an action has several deadlines, each of them fits.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('6', ['- **Status:** in progress', '- **Deadline:** by mid-2025', '', WORK]),
        good: markdownExample('6', ['- **Status:** in progress', '- **Deadline:** 30 June 2024', '', WORK]),
      },
      {
        language: 'yaml',
        bad: yamlExample('6', ['status: in-progress', 'due: by mid-2025', `text: ${WORK}`]),
        good: yamlExample('6', ['status: in-progress', 'due: 2024-06-30', `text: ${WORK}`]),
      },
    ],
    fixable: true,
  },
  *checkEntry(entry, context) {
    for (const part of partsOf(entry)) {
      const { due } = part.fields;
      if (!due?.value) {
        continue;
      }
      const items = itemsOfPart(part, entry, context);
      const dated = items.filter((item) => item.due.deadline.due);
      const deadlines = items.map((item) => item.due.deadline);
      if (dated.length > 0 && !fitsAny(due, deadlines) && !isRevised(due.value, entry, context)) {
        const listed = new Set(dated.map((item) => statedAs(item.due.deadline)));
        yield {
          span: due.span,
          message:
            `“${due.text}” is not the deadline of the roadmap, which says ${[...listed].join('; ')}. Correct it, or ` +
            'give a new date as “Revised deadline” with a reason.',
          related: dated.map((item) => relatedDeadline(item.roadmap, item.due)),
          fixes: (now) => [
            ...(dated.length <= MOST_FIXES ? dated.map((item) => fix(due, item.due.deadline)) : []),
            ...asRevised(part, entry, deadlines, now),
          ],
        };
      }
    }
  },
};

function fitsAny({ value, text }: Field<PolicyDate>, deadlines: readonly Deadline[]): boolean {
  return deadlines.some(
    (deadline) => (value && deadline.due && isSameDeadline(value, deadline.due)) || hasWordsOf(text, deadline),
  );
}

/** Whether this entry or an earlier report gives the date as a revised deadline: repeating it is no mismatch. */
function isRevised(stated: PolicyDate, entry: EntryReading, { earlier }: CheckEnvironment): boolean {
  const before = entry.actions.flatMap((action) => earlier.entriesOn(keyOf(action)));
  const revised = [entry, ...before].flatMap(({ fields }) =>
    [fields, ...(fields.deliverables?.value ?? [])].flatMap((part) => part.revised?.value ?? []),
  );
  return revised.some((date) => isSameDeadline(stated, date));
}

function statedAs({ due, stated }: Deadline): string {
  const days = due ? describeDays(due) : '';
  return stated === undefined ? days : `“${stated}” (${days})`;
}

/** A later date is made a new one, with a reason to fill in. A row of a table has no label of its own. */
function asRevised(
  part: ReportedPart,
  entry: EntryReading,
  deadlines: readonly Deadline[],
  context: FixContext,
): readonly Fix[] {
  const { due, revised, status, completed } = part.fields;
  const latest = due?.value?.latest;
  const isLater = (deadline: Deadline) => !!latest && (deadline.due?.latest ?? '') < latest;
  const isOpen = status?.value?.as !== 'dropped' && status?.value?.as !== 'delivered' && !completed;
  if (!due || revised || entry.row || !isOpen || !deadlines.every(isLater)) {
    return [];
  }
  const newText = context.report.format === 'yaml' ? 'revised' : 'Revised deadline';
  const written = context.report.text.slice(context.start + due.key.start, context.start + due.key.end);
  const reason = giveFields(part, entry, [{ name: 'reason', value: PLACEHOLDER }], context);
  const isLabel = /^(?:due|deadline)$/i.test(written);
  const edits = [{ span: due.key, newText }, ...(reason ?? [])];
  return reason && isLabel ? [{ title: 'Make it the revised deadline, with a reason', safe: false, edits }] : [];
}

function fix(due: Field<PolicyDate>, deadline: Deadline): Fix {
  const newText = deadline.stated ?? deadline.due?.edtf ?? '';
  return { title: `Write “${newText}”, as the roadmap does`, safe: false, edits: [{ span: due.span, newText }] };
}

import { formatDay, type IsoDay, type PolicyDate } from '../model/date';
import type { Action, Deliverable } from '../model/roadmap';
import { markdownExample, yamlExample } from './example-reports';
import { overBeforeReport } from './past-next-step';
import { itemsOfPart, partsOf } from './reported-parts';
import { relatedDeadline } from './roadmap-links';
import type { Rule } from './rule';
import { yearLaterFixes } from './year-later';

const WORK = 'Europol is still collecting data from Member States.';
const REASON = 'several Member States sent their data late';

/**
 * Its only fix is for the usual slip, last year's number. To let two dates change places would be none: one of them is the
 * roadmap's, or another report's.
 */
export const dateOrder: Rule = {
  meta: {
    code: 'date-order',
    group: 'deadline',
    severity: 'warning',
    summary: 'Two dates stand in the wrong order',
    why:
      'A revised deadline before the one that it replaces, a next step that is over when the report appears, or a ' +
      'report dated before the previous one: one of the two dates is a slip, often last year’s number.\n\n' +
      'Of a next step in running text, whose date is read from the sentence, it is only a hint.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('4', markdownLines('31 January 2024')),
        good: markdownExample('4', markdownLines('31 January 2025')),
      },
      {
        language: 'yaml',
        bad: yamlExample('4', ['status: delayed', 'revised: 2024-01-31', `reason: ${REASON}`, `text: ${WORK}`]),
        good: yamlExample('4', ['status: delayed', 'revised: 2025-01-31', `reason: ${REASON}`, `text: ${WORK}`]),
      },
    ],
    fixable: true,
  },
  *checkEntry(entry, context) {
    for (const part of partsOf(entry)) {
      const { revised } = part.fields;
      if (!revised?.value) {
        continue;
      }
      const deadlines = itemsOfPart(part, entry, context).filter(({ due }) => due.deadline.due);
      const before = deadlines.every(({ due }) => isBefore(revised.value, due));
      if (deadlines.length > 0 && before) {
        yield {
          span: revised.span,
          message:
            `The revised deadline “${revised.text}” is before the one that it replaces ` +
            `(${firstDay(deadlines)}). Check both; a revised deadline is a later one.`,
          related: deadlines.map(({ roadmap, due }) => relatedDeadline(roadmap, due)),
          fixes: (now) => yearLaterFixes(revised, now, (date) => !deadlines.every(({ due }) => isBefore(date, due))),
        };
      }
    }
    for (const step of entry.fields.next?.value ?? []) {
      yield* overBeforeReport(step, context);
    }
  },
  *checkHeader({ header: { date }, previous }) {
    const day = date?.value?.latest;
    const before = previous?.header.date;
    const dayBefore = before?.value?.earliest;
    if (previous && before && date && day && dayBefore && day < dayBefore) {
      yield {
        span: date.span,
        message:
          `The report is dated ${formatDay(day)}, before the previous report (${formatDay(dayBefore)}). ` +
          'Correct the date, or name another report as “previous”.',
        related: [{ uri: previous.uri, span: before.span, message: `Date of the previous report: ${before.text}` }],
        fixes: (now) => yearLaterFixes(date, now, ({ latest }) => latest !== null && latest >= dayBefore),
      };
    }
  },
};

function isBefore(revised: PolicyDate | undefined, item: Action | Deliverable): boolean {
  const original = lastDay(item);
  return !!revised?.latest && !!original && revised.latest < original;
}

/** The day by which something is due; of an open-ended deadline its first. */
function lastDay({ deadline }: Action | Deliverable): IsoDay | undefined {
  return deadline.due?.latest ?? deadline.due?.earliest ?? undefined;
}

/** The earliest of the days by which things are due, for people. */
function firstDay(deadlines: readonly { readonly due: Action | Deliverable }[]): string {
  const [first] = deadlines.flatMap(({ due }) => lastDay(due) ?? []).sort();
  return first === undefined ? '' : formatDay(first);
}

function markdownLines(revised: string): readonly string[] {
  return ['- **Status:** delayed', `- **Revised deadline:** ${revised}`, `- **Reason:** ${REASON}`, '', WORK];
}

import type { PolicyDate } from '../model/date';
import type { EntryReading } from '../model/entry';
import type { Fix } from '../model/finding';
import type { Field } from '../model/report';
import type { StatusReading } from '../model/status';
import type { CheckEnvironment } from './check-context';
import { saysNoProgress } from './entry-prose';
import { markdownExample, yamlExample } from './example-reports';
import { giveFields } from './new-fields';
import { hasEvidence, itemsOfPart, partsOf, type ReportedPart } from './reported-parts';
import type { FixContext, Rule } from './rule';

const WORK = 'The network of prosecutors met for the first time.';

export const statusContradiction: Rule = {
  meta: {
    code: 'status-contradiction',
    group: 'status',
    severity: 'warning',
    summary: 'The status says one thing and the rest of the entry another',
    why:
      'Something that is in progress has no completion date, something that has not started has no evidence, and an ' +
      'action is not delivered while one of its deliverables is under way. The reader cannot tell which of the two is ' +
      'true.\n\nOnly what is certain is reported: a contradiction between fields, or a text that says nothing but that ' +
      'there is no progress.',
    examples: [
      {
        language: 'markdown',
        bad: markdownExample('5', ['- **Status:** in progress', '- **Completed:** 14 May 2024', '', WORK]),
        good: markdownExample('5', ['- **Status:** in progress', '', WORK]),
      },
      {
        language: 'yaml',
        bad: yamlExample('5', ['status: not-started', 'completed: 2024-05-14', 'evidence: [ST 9999/24]']),
        good: yamlExample('5', ['status: delivered', 'completed: 2024-05-14', 'evidence: [ST 9999/24]']),
      },
    ],
    fixable: true,
  },
  *checkEntry(entry, context) {
    for (const part of partsOf(entry)) {
      const { status } = part.fields;
      const against = status?.value && saysAgainst(part, entry, context);
      if (status && against) {
        yield {
          span: status.span,
          message: `The status is “${status.text}”, but ${against}. Correct one of the two.`,
          fixes: (now) => fixes(part, entry, context, now),
        };
      }
    }
    yield* itemsAgainst(entry);
  },
};

/** What is said against the part's status, as the end of a sentence; undefined where nothing is. */
function saysAgainst(part: ReportedPart, entry: EntryReading, context: CheckEnvironment): string | undefined {
  const { status, completed, evidence, revised } = part.fields;
  const as = status?.value?.as;
  if (as === 'delivered') {
    const noProgress = part.item ? undefined : saysNoProgress(entry);
    return noProgress && `the text says “${noProgress.text.trim()}”`;
  }
  if (as === 'dropped' && revised?.value) {
    return `a revised deadline is given (${revised.text})`;
  }
  if (completed && isPast(completed, context) && as !== 'recurring' && !isRecurring(part, entry, context)) {
    return `a completion date is given (${completed.text})`;
  }
  return as === 'not-started' && hasEvidence(part.fields) ? `evidence is given (${evidence?.text})` : undefined;
}

/** What is done again and again has a date of its last time. Nothing here says that it is done. */
function fixes(part: ReportedPart, entry: EntryReading, context: CheckEnvironment, now: FixContext): readonly Fix[] {
  const { status, completed } = part.fields;
  const isOngoing = status?.value?.as === 'in-progress' || status?.value?.as === 'not-started';
  const isDated = completed && isPast(completed, context);
  const edits = isOngoing && isDated && giveFields(part, entry, [{ name: 'status', value: 'recurring' }], now);
  return edits ? [{ title: 'Mark it as recurring', safe: false, edits }] : [];
}

/** A completion in the future is an error of its own. */
function isPast({ value }: Field<PolicyDate>, { asOf }: CheckEnvironment): boolean {
  const first = value?.earliest ?? value?.latest;
  return !!first && first <= asOf.day;
}

/** Deliverables whose status does not go with that of the whole. */
function* itemsAgainst(entry: EntryReading): Iterable<{ span: Field<StatusReading>['span']; message: string }> {
  const whole = entry.fields.status;
  const against = whole?.value && INCOMPATIBLE[whole.value.as];
  for (const { status, text } of entry.fields.deliverables?.value ?? []) {
    if (whole && status?.value && against?.includes(status.value.as)) {
      yield {
        span: status.span,
        message:
          `The action is “${whole.text}”, but its deliverable “${text}” is “${status.text}”. Correct one of the two; ` +
          'an action that is done in part is “in progress”.',
      };
    }
  }
}

const INCOMPATIBLE: Readonly<Partial<Record<StatusReading['as'], readonly StatusReading['as'][]>>> = {
  delivered: ['not-started', 'in-progress', 'delayed', 'dropped'],
  dropped: ['in-progress', 'delayed'],
  'not-started': ['in-progress', 'delivered'],
};

/** The completion of a recurring deliverable is that of its last time. */
function isRecurring(part: ReportedPart, entry: EntryReading, environment: CheckEnvironment): boolean {
  return itemsOfPart(part, entry, environment).some(({ due }) => due.deadline.every);
}

import { DeadlineBook, EarlierReports } from './deadline-book';
import { DeadlinePlan } from './deadline-plan';
import type { DeadlineState } from './deadline-state';
import { entriesOf, keyOf } from './entry';
import type { AnalysedReport } from './snapshot';
import type { StatedEntry } from './stated';

export type { DeadlineState } from './deadline-state';

/** How many actions have a deadline in such a state; an action can be in both counts. */
export interface DeadlineCounts {
  readonly overdue: number;
  readonly dueSoon: number;
}

/**
 * Every dated deadline of the report's roadmaps: those of actions, of deliverables and of commitments, in the
 * roadmaps' order. `dueSoonDays` is how many days ahead a deadline is due soon; `entries` are those of the report,
 * where the caller has them already.
 */
export function deadlinesOf(
  { report, roadmaps, asOf, chain }: AnalysedReport,
  dueSoonDays: number,
  entries: readonly StatedEntry[] = entriesOf(report),
): readonly DeadlineState[] {
  const plan = new DeadlinePlan(roadmaps);
  return new DeadlineBook({ plan, entries, earlier: new EarlierReports(chain), asOf: asOf.day, dueSoonDays }).all;
}

/** How many actions are overdue and due soon; commitments are no actions and do not count. */
export function countDeadlines(states: readonly DeadlineState[]): DeadlineCounts {
  const count = (wanted: (state: DeadlineState) => boolean) =>
    new Set(
      states.flatMap((state) =>
        state.action && wanted(state) ? [keyOf({ roadmap: state.roadmap.id, action: state.action.id })] : [],
      ),
    ).size;
  return { overdue: count((state) => state.overdue), dueSoon: count((state) => state.dueSoon) };
}

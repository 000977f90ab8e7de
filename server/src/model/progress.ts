import type { PolicyDate } from './date';
import { DeadlineBook, EarlierReports } from './deadline-book';
import { DeadlinePlan } from './deadline-plan';
import type { DeadlineState } from './deadline-state';
import { keyOf } from './entry';
import type { Deliverable, Roadmap } from './roadmap';
import type { AnalysedReport } from './snapshot';
import type { StatedEntry } from './stated';

/**
 * How everything that a report's roadmaps promise stands at its as-of date, what has no deadline too: by the key of the
 * action that it belongs to ({@link keyOf}), in the roadmaps' order. Days are counted of what has a deadline only.
 *
 * @param roadmaps those of the report as {@link withOpenDeadlines} gives them
 * @param entries those of the report
 */
export function progressByAction(
  { asOf, chain }: AnalysedReport,
  roadmaps: readonly Roadmap[],
  dueSoonDays: number,
  entries: readonly StatedEntry[],
): ReadonlyMap<string, readonly DeadlineState[]> {
  const plan = new DeadlinePlan(roadmaps);
  const book = new DeadlineBook({ plan, entries, earlier: new EarlierReports(chain), asOf: asOf.day, dueSoonDays });
  const byAction = new Map<string, DeadlineState[]>();
  for (const state of book.all) {
    if (state.action) {
      const key = keyOf({ roadmap: state.roadmap.id, action: state.action.id });
      const states = byAction.get(key);
      if (states) {
        states.push(state);
      } else {
        byAction.set(key, [state]);
      }
    }
  }
  return byAction;
}

/** A roadmap in which deliverables without a deadline have one that is never over, so that they have a state too. */
export function withOpenDeadlines(roadmap: Roadmap): Roadmap {
  const open = (item: Deliverable): Deliverable =>
    item.deadline.due ? item : { ...item, deadline: { ...item.deadline, due: NEVER_OVER } };
  const actions = roadmap.actions.map((action) => ({ ...action, deliverables: action.deliverables.map(open) }));
  return { ...roadmap, actions };
}

const NEVER_OVER: PolicyDate = { edtf: '../..', earliest: null, latest: null, recurring: null };

import { type DeadlineState, deadlinesOf } from '../model/overdue';
import type { Action, Deliverable } from '../model/roadmap';
import type { AnalysedReport, Snapshot } from '../model/snapshot';

/** What descriptions are made against: a report and its workspace. */
export interface DescriptionContext {
  readonly snapshot: Snapshot;
  readonly analysed: AnalysedReport;
  /** How the deadline of an action or deliverable stands at the as-of date; undefined for one without. */
  stateOf(item: Action | Deliverable): DeadlineState | undefined;
}

/** A context in which the deadlines are computed once, when the first is asked for. */
export function createDescriptionContext(snapshot: Snapshot, analysed: AnalysedReport): DescriptionContext {
  let states: ReadonlyMap<Action | Deliverable, DeadlineState> | undefined;
  return {
    snapshot,
    analysed,
    stateOf: (item) => {
      states ??= new Map(
        deadlinesOf(analysed, snapshot.settings.dueSoonDays).map((state) => [state.item, state] as const),
      );
      return states.get(item);
    },
  };
}

import { type DeadlineState, deadlinesAbout } from '../model/overdue';
import type { Action, Deliverable, Roadmap } from '../model/roadmap';
import type { AnalysedReport, Snapshot } from '../model/snapshot';

/** What descriptions are made against: a report and its workspace. */
export interface DescriptionContext {
  readonly snapshot: Snapshot;
  readonly analysed: AnalysedReport;
  /** How the deadline of an action or deliverable of a roadmap stands at the as-of date; undefined for one without. */
  stateOf(roadmap: Roadmap, item: Action | Deliverable): DeadlineState | undefined;
}

/** A context in which the deadlines of an action are computed once, when the first of them is asked for. */
export function createDescriptionContext(snapshot: Snapshot, analysed: AnalysedReport): DescriptionContext {
  const known = new Map<Action | Deliverable, readonly DeadlineState[]>();
  return {
    snapshot,
    analysed,
    stateOf: (roadmap, item) => {
      const isOf = (action: Action) => action === item || action.deliverables.some((one) => one === item);
      const subject = roadmap.actions.find(isOf) ?? item;
      const states = known.get(subject) ?? deadlinesAbout(analysed, roadmap, subject, snapshot.settings.dueSoonDays);
      known.set(subject, states);
      return states.find((state) => state.item === item);
    },
  };
}

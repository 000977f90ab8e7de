import type { IsoDay } from '../model/date';
import { isDefinition } from '../model/file-role';
import { type DeadlineState, deadlinesAbout } from '../model/overdue';
import type { Action, Deliverable, Roadmap } from '../model/roadmap';
import type { AnalysedReport, Snapshot } from '../model/snapshot';

/** What descriptions are made against: a workspace, and a report or a file that reports are read against. */
export interface DescriptionContext {
  readonly snapshot: Snapshot;
  /** The day that dates are compared with: a report's as-of date, else that of the settings or today. */
  readonly asOf: IsoDay;
  /** Those of the report; those that a roadmap, actors or project file is about. */
  readonly roadmaps: readonly Roadmap[];
  /** Undefined in a file that is no report. */
  readonly analysed: AnalysedReport | undefined;
  /** How the deadline of an action or deliverable of a roadmap stands in the report at the as-of date; undefined for one without. */
  stateOf(roadmap: Roadmap, item: Action | Deliverable): DeadlineState | undefined;
}

/** A context in a report. */
export interface ReportDescriptionContext extends DescriptionContext {
  readonly analysed: AnalysedReport;
}

/** The context of a file: a report, or one that reports are read against; undefined for any other. */
export function contextOf(snapshot: Snapshot, uri: string): DescriptionContext | undefined {
  const analysed = snapshot.report(uri);
  if (analysed) {
    return createDescriptionContext(snapshot, analysed);
  }
  return isDefinition(snapshot.roleOf(uri)) ? createDefinitionContext(snapshot, uri) : undefined;
}

/** A context in a report, in which the deadlines of an action are computed once, when the first of them is asked for. */
export function createDescriptionContext(snapshot: Snapshot, analysed: AnalysedReport): ReportDescriptionContext {
  const known = new Map<Action | Deliverable, readonly DeadlineState[]>();
  return {
    snapshot,
    analysed,
    asOf: analysed.asOf.day,
    roadmaps: analysed.roadmaps,
    stateOf: (roadmap, item) => {
      const isOf = (action: Action) => action === item || action.deliverables.some((one) => one === item);
      const subject = roadmap.actions.find(isOf) ?? item;
      const states = known.get(subject) ?? deadlinesAbout(analysed, roadmap, subject, snapshot.settings.dueSoonDays);
      known.set(subject, states);
      return states.find((state) => state.item === item);
    },
  };
}

/** A context in a roadmap, actors or project file: that of its roadmap, else of all that are known. */
export function createDefinitionContext(snapshot: Snapshot, uri: string): DescriptionContext {
  const own = snapshot.roadmapIn(uri);
  return {
    snapshot,
    analysed: undefined,
    asOf: snapshot.settings.asOf ?? snapshot.today,
    roadmaps: own ? [own] : [...snapshot.roadmaps.values()],
    stateOf: () => undefined,
  };
}

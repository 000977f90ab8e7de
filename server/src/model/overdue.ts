import { DeadlineBook, EarlierReports } from './deadline-book';
import { DeadlinePlan } from './deadline-plan';
import type { DeadlineState } from './deadline-state';
import { entriesAbout, entriesOf, keyOf } from './entry';
import type { ActionReference, EntryFields } from './report';
import type { Action, Deliverable, Roadmap } from './roadmap';
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

/**
 * Of the states that {@link deadlinesOf} gives those of one action and its deliverables, or of one commitment of a
 * roadmap of the report. Looks only at entries that speak of them.
 */
export function deadlinesAbout(
  { report, asOf, chain }: AnalysedReport,
  roadmap: Roadmap,
  subject: Action | Deliverable,
  dueSoonDays: number,
): readonly DeadlineState[] {
  const action = 'deliverables' in subject ? subject : undefined;
  const ids = new Set((action?.deliverables ?? [subject]).map(({ id }) => id));
  const isMeant = (actions: readonly ActionReference[], { deliverables }: EntryFields) =>
    actions.some((one) => one.action === action?.id && one.roadmap === roadmap.id) ||
    (deliverables?.value ?? []).some((one) => one.roadmap === roadmap.id && ids.has(one.deliverable ?? ''));
  const plan = new DeadlinePlan([
    { ...roadmap, actions: action ? [action] : [], commitments: action ? [] : [subject] },
  ]);
  const entries = entriesAbout(report, isMeant);
  const book = new DeadlineBook({ plan, entries, earlier: new EarlierReports(chain), asOf: asOf.day, dueSoonDays });
  return book.all.map((state) => ({ ...state, roadmap }));
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

import { countCovered, coverageOf, type ReportFigures } from '../model/coverage';
import { coversActions } from '../model/draft-kind';
import { entriesOf } from '../model/entry';
import { countDeadlines, deadlinesOf } from '../model/overdue';
import type { AnalysedReport, AsOf, Snapshot } from '../model/snapshot';

/** The state of a report in numbers, for a status bar and for the summary of the command line. */
export interface Overview {
  readonly roadmaps: readonly { readonly id: string; readonly title: string }[];
  readonly asOf: AsOf;
  /** Name of the kind of draft, where drafts of that kind have no entries for actions; then there is nothing to count. */
  readonly draft?: string;
  /** How many of the actions that it has to cover the report reports on. */
  readonly covered: number;
  /** How many actions it has to cover: those of its roadmaps after `scope`. */
  readonly required: number;
  /** How many of these are named nowhere. */
  readonly missing: number;
  /** How many actions have a deadline that has passed, and one that is near. An action can be in both counts. */
  readonly overdue: number;
  readonly dueSoon: number;
}

/**
 * The state of the report in a file; undefined for a file that is no report. `figures` are those of the report, where the
 * caller has them already (a check has).
 */
export function overview(snapshot: Snapshot, uri: string, figures?: ReportFigures): Overview | undefined {
  const analysed = snapshot.report(uri);
  if (!analysed) {
    return undefined;
  }
  const { kind } = analysed;
  const { coverages, deadlines } = figures ?? figuresOf(analysed, snapshot);
  const inScope = new Set(coverages.flatMap(({ required }) => required));
  return {
    roadmaps: analysed.roadmaps.map(({ id, title }) => ({ id, title })),
    asOf: analysed.asOf,
    ...(kind && !coversActions(kind) ? { draft: kind.name } : {}),
    ...countCovered(coverages),
    missing: coverages.reduce((sum, { missing }) => sum + missing.length, 0),
    ...countDeadlines(deadlines.all.filter(({ action }) => action !== undefined && inScope.has(action))),
  };
}

function figuresOf(analysed: AnalysedReport, { actors, settings }: Snapshot): ReportFigures {
  const entries = entriesOf(analysed.report);
  return {
    coverages: coverageOf(analysed, actors, entries),
    deadlines: { all: deadlinesOf(analysed, settings.dueSoonDays, entries) },
  };
}

import { formatDay } from '../model/date';
import type { DeadlineState } from '../model/deadline-state';
import { type Entry, entriesOf, keyOf } from '../model/entry';
import { Progress, type ProgressByAction } from '../model/progress';
import type { Report } from '../model/report';
import type { Action, Deliverable, Roadmap } from '../model/roadmap';
import type { AnalysedReport, Snapshot } from '../model/snapshot';
import { type Span, shiftSpan } from '../model/span';
import { subjectKey } from '../model/subject';
import { statusText } from './outline-section';
import { type FarPlace, joined, KnownReports, type Place, type QuotedPlace, type ReportIndex } from './report-index';

/** One thing that is said above a line. */
export interface Lens {
  /** The words above which it stands: a heading, an id; offsets into the file. */
  readonly span: Span;
  readonly title: string;
  /** What it opens: places, at least one, or whatever names an action, by its key, which can be a lot. */
  readonly opens: readonly (Place | FarPlace)[] | { readonly mentionsOf: string };
}

/**
 * What is said above entries of reports and actions of roadmaps: deliverables done, days late or left, what the report
 * before said, who else mentions the action, the latest status.
 */
export class Lenses {
  private readonly known: { of(snapshot: Snapshot): ReportIndex } = new KnownReports();
  private readonly progress = new Progress();

  /**
   * The lenses of a file in the order of its text.
   *
   * @param elsewhere what reports say that the snapshot does not know
   */
  of(snapshot: Snapshot, uri: string, elsewhere?: ReportIndex): readonly Lens[] {
    const known = this.known.of(snapshot);
    const index = elsewhere ? joined(known, elsewhere) : known;
    const analysed = snapshot.report(uri);
    if (analysed) {
      return this.ofReport(snapshot, analysed, index);
    }
    const roadmap = snapshot.roadmapIn(uri);
    return roadmap ? ofRoadmap(roadmap, index) : [];
  }

  private ofReport({ settings }: Snapshot, analysed: AnalysedReport, index: ReportIndex): readonly Lens[] {
    const { report, previous } = analysed;
    const entries = entriesOf(report);
    const progress = this.progress.of(analysed, settings.dueSoonDays, entries);
    const before = previous && { report: previous, byAction: entriesByAction(previous) };
    const known = new Map<string, LensesOfActions>();
    const lensesOf = (keys: readonly string[]): LensesOfActions => {
      const joined = keys.join('\t');
      const lenses = known.get(joined) ?? lensesOfActions(keys, progress, before, index, report.uri);
      known.set(joined, lenses);
      return lenses;
    };
    return entries.flatMap((entry) => {
      const keys = [...new Set(entry.actions.filter((action) => action.known).map(keyOf))];
      const span = shiftSpan(entry.anchor, entry.section.start);
      const { inRow, inSection } = lensesOf(keys);
      // Between the rows of a table there is room for little.
      return (entry.row === undefined ? inSection : inRow).map((lens) => ({ span, ...lens }));
    });
  }
}

type LensWords = Omit<Lens, 'span'>;

/** What is said above every entry on the same actions. */
interface LensesOfActions {
  readonly inSection: readonly LensWords[];
  readonly inRow: readonly LensWords[];
}

function lensesOfActions(
  keys: readonly string[],
  progress: ProgressByAction,
  before: PreviousReport | undefined,
  index: ReportIndex,
  uri: string,
): LensesOfActions {
  const states = keys.flatMap((key) => progress.get(key) ?? []);
  const inRow = [deadlineLens(states), keys.length > 0 && before ? previousLens(keys, before) : undefined];
  const mentions = keys.map((key) => mentionsLens(key, index, uri, keys.length > 1));
  const present = (lenses: readonly (LensWords | undefined)[]) => lenses.filter((lens) => lens !== undefined);
  return { inSection: present([deliverablesLens(states), ...inRow, ...mentions]), inRow: present(inRow) };
}

function deliverablesLens(states: readonly DeadlineState[]): LensWords | undefined {
  const deliverables = states.filter(({ item, action }) => item !== action);
  if (deliverables.length === 0) {
    return undefined;
  }
  const count = (closed: DeadlineState['closed']) => deliverables.filter((state) => state.closed === closed).length;
  const dropped = count('dropped');
  const all = deliverables.length === 1 ? '1 deliverable' : `${deliverables.length} deliverables`;
  return {
    title: `${count('delivered')} of ${all} delivered${dropped > 0 ? `, ${dropped} dropped` : ''}`,
    opens: deliverables.map(({ roadmap, item }) => ({ uri: roadmap.uri, span: item.idSpan })),
  };
}

/** The oldest deadline that has passed, else the next one; of what is open. */
function deadlineLens(states: readonly DeadlineState[]): LensWords | undefined {
  const dated = states.flatMap((state) =>
    state.closed === undefined && state.daysLeft !== null ? [{ ...state, daysLeft: state.daysLeft }] : [],
  );
  const sorted = dated.sort((a, b) => a.daysLeft - b.daysLeft);
  const late = sorted.filter(({ daysLeft }) => daysLeft < 0);
  const [first] = sorted;
  if (!first) {
    return undefined;
  }
  const opens = (late.length > 0 ? late : [first]).map(({ roadmap, item }) => ({
    uri: roadmap.uri,
    span: item.deadline.span ?? item.idSpan,
  }));
  const revised = first.revised ? ' (revised deadline)' : '';
  return { title: `${distanceText(first, late.length)}${revised}`, opens };
}

function distanceText({ daysLeft, due }: DeadlineState & { readonly daysLeft: number }, late: number): string {
  if (daysLeft > LONGEST_COUNTED && due.latest !== null) {
    return `due by ${formatDay(due.latest)}`;
  }
  const days = Math.abs(daysLeft) === 1 ? '1 day' : `${Math.abs(daysLeft)} days`;
  if (daysLeft >= 0) {
    return daysLeft === 0 ? 'due today' : `due in ${days}`;
  }
  return late === 1 ? `${days} late` : `${late} deadlines missed, up to ${days} late`;
}

/** In days: nobody counts further ahead. */
const LONGEST_COUNTED = 365;

/** The report before one, and its entries by the key of their action. */
interface PreviousReport {
  readonly report: Report;
  readonly byAction: ReadonlyMap<string, readonly Entry[]>;
}

function entriesByAction(report: Report): PreviousReport['byAction'] {
  const byAction = new Map<string, Entry[]>();
  for (const entry of entriesOf(report)) {
    for (const key of new Set(entry.actions.map(keyOf))) {
      byAction.set(key, [...(byAction.get(key) ?? []), entry]);
    }
  }
  return byAction;
}

function previousLens(keys: readonly string[], { report: { uri }, byAction }: PreviousReport): LensWords {
  const entries = [...new Set(keys.flatMap((key) => byAction.get(key) ?? []))];
  if (entries.length === 0) {
    return { title: 'no entry in the previous report', opens: [{ uri, span: { start: 0, end: 0 } }] };
  }
  const statuses = new Set(entries.map(({ fields }) => statusText(fields)).filter((status) => status !== undefined));
  return {
    title: `previous report: ${statuses.size > 0 ? [...statuses].join(', ') : 'no status'}`,
    opens: entries.map(({ anchor, section }) => ({ uri, span: shiftSpan(anchor, section.start) })),
  };
}

/** How many other reports name an action; nothing where none does. */
function mentionsLens(key: string, index: ReportIndex, uri: string, isOneOfSeveral: boolean): LensWords | undefined {
  const others = index.countNaming(key, uri);
  const it = isOneOfSeveral ? ` ${key.slice(key.indexOf('\n') + 1)}` : '';
  const reports = others === 1 ? '1 other report mentions' : `${others} other reports mention`;
  return others === 0 ? undefined : { title: `${reports}${it === '' ? ' it' : it}`, opens: { mentionsOf: key } };
}

function ofRoadmap(roadmap: Roadmap, index: ReportIndex): readonly Lens[] {
  const { id: roadmapId, actions } = roadmap;
  const quotesOf = (kind: 'action' | 'deliverable', { id, idSpan: span }: Action | Deliverable): readonly Lens[] =>
    quotesLens(index.quotesOf(subjectKey({ kind, roadmap: roadmapId, id }))).map((lens) => ({ span, ...lens }));
  return actions.flatMap((action): Lens[] => {
    const { id, idSpan: span, deliverables } = action;
    const key = keyOf({ roadmap: roadmapId, action: id });
    const latest = index.latestStatusOf(key);
    const reports = index.countNaming(key);
    return [
      ...(latest ? [{ span, title: latestText(latest), opens: [latest.at] }] : []),
      ...(reports > 0
        ? [
            {
              span,
              title: reports === 1 ? '1 report mentions it' : `${reports} reports mention it`,
              opens: { mentionsOf: key },
            },
          ]
        : []),
      ...quotesOf('action', action),
      ...deliverables.flatMap((deliverable) => quotesOf('deliverable', deliverable)),
    ];
  });
}

/** Which reports call something otherwise than the roadmap, whose title may have changed since. */
function quotesLens(quotes: readonly QuotedPlace[]): readonly LensWords[] {
  const [title, ...others] = new Set(quotes.map((quote) => quote.title));
  const reports = new Set(quotes.map(({ at }) => at.uri)).size;
  const they = reports === 1 ? '1 report quotes' : `${reports} reports quote`;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  return title === undefined
    ? []
    : [{ title: `${they} another title: “${title}”${more}`, opens: quotes.map(({ at }) => at) }];
}

/** "in progress (Progress report, 3 June 2024)". */
function latestText({ status, title, day }: { status: string; title: string | undefined; day: string }): string {
  return `${status} (${title === undefined ? '' : `${title}, `}${formatDay(day)})`;
}

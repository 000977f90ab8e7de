import type { ActorRegister } from '../model/actor';
import type { IsoDay } from '../model/date';
import { type DraftKind, kindWithId, STANDARD_KIND } from '../model/draft-kind';
import type { Report, ReportHeader } from '../model/report';
import type { Roadmap } from '../model/roadmap';
import type { Settings } from '../model/settings';
import type { AnalysedReport, AsOf } from '../model/snapshot';
import type { Suggestion } from '../model/suggestion';
import { draftNotes } from '../parse/draft-notes';
import { parseHeader } from '../parse/header';
import { nearestNames } from '../parse/nearest-name';
import { isDocument } from '../parse/recognise';
import { draftProblem } from './document-drafts';
import type { ReportFile, ReportStore } from './report-store';
import { canonicalUri, resolveReference } from './uri';

/** What a report is analysed against. */
export interface AnalysisEnvironment {
  readonly roadmaps: ReadonlyMap<string, Roadmap>;
  readonly actors: ActorRegister;
  readonly settings: Settings;
  readonly kinds: readonly DraftKind[];
  readonly today: IsoDay;
  /** What the command line says; it wins over the report's own header. */
  readonly command: { readonly roadmap?: string | undefined; readonly asOf?: IsoDay | undefined };
  /** The report in a file, by canonical URI; undefined where there is none, `no-report` where the file is none. */
  readonly reportFile: (canonical: string) => ReportFile | 'no-report' | undefined;
  readonly store: ReportStore;
}

/** Reads a report and everything that belongs to it. */
export function analyseReport(file: ReportFile, environment: AnalysisEnvironment): AnalysedReport {
  // What is kept must not hold on to the environment, which holds a whole snapshot.
  const { store } = environment;
  const { report, roadmaps } = readOnRoadmaps(file, environment);
  const { chain, problem } = chainOf(report, environment);
  let suggestions: readonly Suggestion[] | undefined;
  return {
    report,
    roadmaps,
    asOf: asOfDay(report.header, environment),
    kind: kindMeant(report.header.kind?.value ?? STANDARD_KIND, environment.kinds),
    previous: chain[0],
    chain,
    previousProblem: problem,
    suggestions: () => {
      suggestions ??= store.suggest(report, roadmaps);
      return suggestions;
    },
  };
}

/** A report, read against the roadmaps that its header names: probably those that it named when it was read last. */
function readOnRoadmaps(
  file: ReportFile,
  environment: AnalysisEnvironment,
): { readonly report: Report; readonly roadmaps: readonly Roadmap[] } {
  const { store } = environment;
  const before = store.lastReport(file.key)?.header;
  const plain = before ? undefined : PLAIN_ROADMAP.exec(file.text.slice(0, LONGEST_START))?.[1];
  const expected =
    before || plain === undefined
      ? roadmapsOf(before ?? parseHeader(file.text, file.format), environment)
      : roadmapsNamed([plain], environment);
  const report = store.read(file, expected);
  const roadmaps = report.header === before ? expected : roadmapsOf(report.header, environment);
  const isAsExpected =
    roadmaps.length === expected.length && roadmaps.every((roadmap, index) => roadmap === expected[index]);
  return { report: isAsExpected ? report : store.read(file, roadmaps), roadmaps };
}

/** A header that names one roadmap in its usual place. What it says is looked at again when the report has been read. */
const PLAIN_ROADMAP = /^(?:---\r?\n)?roadmap: ([\w-]+)\r?\n/;

/** In UTF-16 units. */
const LONGEST_START = 100;

function roadmapsOf(header: ReportHeader, environment: AnalysisEnvironment): readonly Roadmap[] {
  const { settings } = environment;
  const named = header.roadmaps.flatMap((field) => field.value ?? []);
  const fallback = settings.roadmap === undefined ? [] : [settings.roadmap];
  return roadmapsNamed(header.roadmaps.length > 0 ? named : fallback, environment);
}

/** The roadmaps with these ids, unless the command line names another. */
function roadmapsNamed(ids: readonly string[], { command, roadmaps }: AnalysisEnvironment): readonly Roadmap[] {
  const counting = command.roadmap === undefined ? ids : [command.roadmap];
  return [...new Set(counting)].flatMap((id) => roadmaps.get(id) ?? []);
}

/** The as-of date, from the first place that says it (DESIGN, section 2). Of a stretch of days the last one counts. */
function asOfDay(header: ReportHeader, environment: AnalysisEnvironment): AsOf {
  const { command, settings, today } = environment;
  const asOf = header.asOf?.value;
  const date = header.date?.value;
  const places: readonly [AsOf['from'], IsoDay | null | undefined][] = [
    ['command', command.asOf],
    ['as-of', asOf?.latest ?? asOf?.earliest],
    ['date', date?.latest ?? date?.earliest],
    ['setting', settings.asOf],
  ];
  for (const [from, day] of places) {
    if (day) {
      return { day, from };
    }
  }
  return { day: today, from: 'today' };
}

function chainOf(
  report: Report,
  environment: AnalysisEnvironment,
): { chain: readonly Report[]; problem: AnalysedReport['previousProblem'] } {
  const seen = new Set([canonicalUri(report.uri)]);
  const chain: Report[] = [];
  let current = report;
  for (;;) {
    const reference = current.header.previous?.value;
    if (reference === undefined) {
      return { chain, problem: undefined };
    }
    const target = resolveReference(current.uri, reference);
    const file = target === undefined ? undefined : environment.reportFile(target);
    if (target === undefined || file === undefined || file === 'no-report') {
      // A break further back in the chain is a finding of the report that has it.
      const problem = chain.length > 0 ? undefined : file === 'no-report' ? 'no-report' : 'not-found';
      return { chain, problem };
    }
    if (isDocument(target)) {
      return withDocument(chain, file, roadmapsOf(current.header, environment), environment);
    }
    if (seen.has(target)) {
      return { chain, problem: 'cycle' };
    }
    seen.add(target);
    current = readOnRoadmaps(file, environment).report;
    chain.push(current);
  }
}

/** The chain with a document at its end, which leads to nothing further: its draft, as far as it has one by now. */
function withDocument(
  chain: readonly Report[],
  file: ReportFile,
  roadmaps: readonly Roadmap[],
  { store }: AnalysisEnvironment,
): { chain: readonly Report[]; problem: AnalysedReport['previousProblem'] } {
  const reason = draftProblem(file.text);
  if (reason === undefined) {
    const notes = chain.length > 0 ? undefined : draftNotes(file.text);
    // A document says nowhere which roadmaps it is on: on those of the report that goes on from it.
    return {
      chain: [...chain, store.readDraft(file, roadmaps)],
      problem: notes === undefined ? undefined : `partly-imported: ${notes}`,
    };
  }
  return { chain, problem: chain.length > 0 || reason === '' ? undefined : `not-imported: ${reason}` };
}

/** The kind with an id; where there is none, the only one whose id is nearly the same: the draft is no other for a slip. */
function kindMeant(id: string, kinds: readonly DraftKind[]): DraftKind | undefined {
  const known = kindWithId(id, kinds);
  const near = known
    ? []
    : nearestNames(
        id,
        kinds.map((kind) => kind.id),
      );
  return near.length === 1 ? kindWithId(near[0] ?? '', kinds) : known;
}

import type { ActorRegister } from '../model/actor';
import type { Coverage, Guess } from '../model/coverage';
import type { IsoDay, PolicyDate } from '../model/date';
import { EarlierReports } from '../model/deadline-book';
import type { DraftKind } from '../model/draft-kind';
import type { ParseProblem, Report, ReportFormat, ReportHeader } from '../model/report';
import type { Roadmap } from '../model/roadmap';
import { sameData, sameObjects } from '../model/same-data';
import type { AnalysedReport, AsOf } from '../model/snapshot';
import type { Span } from '../model/span';
import type { StatedField } from '../model/stated';
import type { LostCharacters } from './lost-characters';
import { reportAnchor } from './report-anchor';
import type { CheckSettings, RuleContext } from './rule';
import { RuleLookup } from './rule-lookup';
import type { EntryFacts, SectionFacts } from './section-facts';

/** What every check of a report is made against, whatever the report says. */
export interface CheckEnvironment {
  readonly format: ReportFormat;
  /** The roadmaps that the report is on. */
  readonly roadmaps: readonly Roadmap[];
  /** What is looked up in these roadmaps and among the actors. */
  readonly lookup: RuleLookup;
  readonly knownRoadmaps: ReadonlyMap<string, Roadmap>;
  readonly knownKinds: readonly DraftKind[];
  /** What is drafted, or meant by a slip; undefined where the header names a kind that there is not. */
  readonly kind: DraftKind | undefined;
  readonly actors: ActorRegister;
  readonly settings: CheckSettings;
  readonly asOf: AsOf;
  readonly earlier: EarlierReports;
  readonly header: StatedHeader;
}

/** What sections are read by of the header. */
export interface StatedHeader {
  readonly roadmaps: readonly StatedField<string>[];
  readonly author?: StatedField<string>;
  readonly date?: StatedField<PolicyDate>;
  readonly asOf?: StatedField<PolicyDate>;
}

/** What a rule reads when it checks a section or an entry. */
export interface SectionContext extends CheckEnvironment {
  /** The section's own text: offset 0 is its start. */
  readonly text: string;
}

/** What a rule reads when it checks a header. */
export interface HeaderContext extends CheckEnvironment {
  readonly uri: string;
  readonly header: ReportHeader;
  /** What could not be read outside the sections; offsets into the file. */
  readonly problems: readonly ParseProblem[];
  /** Where a finding about the report as a whole stands; offsets into the file. */
  readonly anchor: Span;
  readonly lost: LostCharacters;
  readonly previous: Report | undefined;
  readonly previousProblem: AnalysedReport['previousProblem'];
}

/** What a rule reads when it checks a report as a whole: what is said, not where. */
export interface ReportContext extends HeaderContext {
  readonly sections: readonly SectionFacts[];
  readonly entries: readonly PlacedEntry[];
  readonly coverages: readonly Coverage<SectionGuess>[];
  readonly suggestions: readonly SectionGuess[];
}

/** An entry, and the index of its section. */
export interface PlacedEntry {
  readonly section: number;
  readonly entry: EntryFacts;
}

/** A guess that a section is about an action; `confidence` in whole percents, from 0 to 1. */
export interface SectionGuess extends Guess {
  /** Index. */
  readonly section: number;
}

/** What the sections of a report are checked against; the one of an earlier check where that is the same. */
export function environmentOf(context: RuleContext, before: CheckEnvironment | undefined): CheckEnvironment {
  const { report, roadmaps, knownRoadmaps, knownKinds, kind, actors, asOf, chain } = context;
  const { rules, roadmap, dueSoonDays } = context.settings;
  const settings = { rules, roadmap, dueSoonDays };
  const header = statedHeader(report.header);
  const sameLookup = before && before.actors === actors && sameObjects(before.roadmaps, roadmaps);
  if (
    sameLookup &&
    before.format === report.format &&
    sameKnown(before.knownRoadmaps, knownRoadmaps) &&
    before.kind === kind &&
    sameObjects(before.knownKinds, knownKinds) &&
    sameData(before.settings, settings) &&
    sameData(before.asOf, asOf) &&
    sameObjects(before.earlier.chain, chain) &&
    sameData(before.header, header)
  ) {
    return before;
  }
  return {
    format: report.format,
    roadmaps,
    lookup: sameLookup ? before.lookup : (context.lookups?.of(roadmaps) ?? new RuleLookup(roadmaps, actors)),
    knownRoadmaps,
    knownKinds,
    kind,
    actors,
    settings,
    asOf,
    earlier: before && sameObjects(before.earlier.chain, chain) ? before.earlier : new EarlierReports(chain),
    header,
  };
}

/**
 * What the header of a report is checked against; the one of an earlier check in the same environment, `before`, where
 * nothing in it is another.
 */
export function headerContextOf(
  { report, previous, previousProblem }: RuleContext,
  environment: CheckEnvironment,
  lost: LostCharacters,
  before: HeaderContext | undefined,
): HeaderContext {
  const { uri, header, problems } = report;
  const anchor = reportAnchor(report);
  const isSame =
    before?.uri === uri &&
    before.header === header &&
    before.previous === previous &&
    before.previousProblem === previousProblem &&
    sameData(before.problems, problems) &&
    sameData(before.anchor, anchor) &&
    sameData(before.lost, lost);
  return isSame ? before : { ...environment, uri, header, problems, anchor, lost, previous, previousProblem };
}

/** The day that words like "next spring" count from: the report's date, else the as-of date. */
export function referenceDay({ header: { date }, asOf }: Pick<CheckEnvironment, 'header' | 'asOf'>): IsoDay {
  return date?.value?.latest ?? date?.value?.earliest ?? asOf.day;
}

function statedHeader({ roadmaps, author, date, asOf }: ReportHeader): StatedHeader {
  return {
    roadmaps: roadmaps.map(stated),
    ...(author ? { author: stated(author) } : {}),
    ...(date ? { date: stated(date) } : {}),
    ...(asOf ? { asOf: stated(asOf) } : {}),
  };
}

function stated<T>({ value, text }: StatedField<T>): StatedField<T> {
  return { value, text };
}

function sameKnown(a: ReadonlyMap<string, Roadmap>, b: ReadonlyMap<string, Roadmap>): boolean {
  return a === b || sameObjects([...a.values()], [...b.values()]);
}

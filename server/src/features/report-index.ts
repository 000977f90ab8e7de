import type { IsoDay } from '../model/date';
import { entriesOf, keyOf } from '../model/entry';
import type { Range } from '../model/lines';
import type { Report, Section, SectionReading } from '../model/report';
import type { AnalysedReport, Snapshot } from '../model/snapshot';
import { type Span, shiftSpan } from '../model/span';
import { statusText } from './outline-section';
import { quotedTitles } from './quoted-titles';

/** A place in a file; offsets into it. */
export interface Place {
  readonly uri: string;
  readonly span: Span;
}

/** A place in a file whose text is not at hand. */
export interface FarPlace {
  readonly uri: string;
  readonly range: Range;
}

/** What a report says about an action. */
export interface SaidStatus {
  readonly at: Place | FarPlace;
  /** The words of the status. */
  readonly status: string;
  /** The title of the report, where it has one. */
  readonly title: string | undefined;
  /** The report's date, or its as-of date. */
  readonly day: IsoDay;
}

/** What reports say of actions, from wherever it is known; by the key of an action (`keyOf`). */
export interface ReportIndex {
  /** How many reports report on an action or mention it, not counting the one with the URI `but`. */
  countNaming(action: string, but?: string): number;
  /** The newest status of an action; see {@link isNewer}. */
  latestStatusOf(action: string): SaidStatus | undefined;
  /** Where reports call an action or deliverable by another title than the roadmap, by its key (`subjectKey`). */
  quotesOf(subject: string): readonly QuotedPlace[];
}

/** A place that calls an action or deliverable by another title than the roadmap does. */
export interface QuotedPlace {
  /** Key of the action or deliverable (`subjectKey`). */
  readonly subject: string;
  readonly at: Place | FarPlace;
  readonly title: string;
}

/** Whether a report is of a later day than another one; of the same day, whether its file comes later by its name. */
export function isNewer(
  one: { readonly day: IsoDay; readonly uri: string },
  other: { readonly day: IsoDay; readonly uri: string },
): boolean {
  return one.day > other.day || (one.day === other.day && one.uri > other.uri);
}

/** What two indexes of different reports say together. */
export function joined(one: ReportIndex, other: ReportIndex): ReportIndex {
  return {
    countNaming: (action, but) => one.countNaming(action, but) + other.countNaming(action, but),
    latestStatusOf: (action) => newest([one, other].flatMap((index) => index.latestStatusOf(action) ?? [])),
    quotesOf: (subject) => [...one.quotesOf(subject), ...other.quotesOf(subject)],
  };
}

/** Looks into the reports that a snapshot knows. What was found in a report and its sections is kept while they are the same. */
export class KnownReports {
  private readonly bySection = new WeakMap<SectionReading, ReadonlySet<string>>();
  private readonly byReport = new WeakMap<Report, ReportFacts>();

  /** The index of a snapshot. */
  of(snapshot: Snapshot): ReportIndex {
    const reports = snapshot.reportUris.flatMap((uri) => readableReport(snapshot, uri) ?? []);
    const facts = reports.map((analysed) => this.factsOf(analysed));
    let quotes: readonly QuotedPlace[] | undefined;
    return {
      countNaming: (key, but) => facts.filter(({ named, uri }) => uri !== but && named.has(key)).length,
      latestStatusOf: (key) => newest(facts.flatMap((one) => one.statuses().get(key) ?? [])),
      quotesOf: (key) => {
        quotes ??= quotesIn(snapshot);
        return quotes.filter(({ subject }) => subject === key);
      },
    };
  }

  private factsOf(analysed: AnalysedReport): ReportFacts {
    const { report, asOf } = analysed;
    let facts = this.byReport.get(report);
    if (facts?.asOf !== asOf.day) {
      const named = new Set<string>();
      for (const section of report.sections) {
        for (const key of this.namedIn(section)) {
          named.add(key);
        }
      }
      let statuses: ReadonlyMap<string, SaidStatus> | undefined;
      facts = {
        uri: report.uri,
        asOf: asOf.day,
        named,
        statuses: () => {
          statuses ??= statusesIn(analysed);
          return statuses;
        },
      };
      this.byReport.set(report, facts);
    }
    return facts;
  }

  private namedIn({ reading }: Section): ReadonlySet<string> {
    let named = this.bySection.get(reading);
    if (!named) {
      named = namedActions(reading);
      this.bySection.set(reading, named);
    }
    return named;
  }
}

/** Keys of the actions of known roadmaps that a section reports on or mentions. */
export function namedActions({ actions, mentions, rows }: SectionReading): ReadonlySet<string> {
  const all = [...actions, ...mentions.actions, ...rows.flatMap((row) => row.actions)];
  return new Set(all.filter(({ known, roadmap }) => known && roadmap !== undefined).map(keyOf));
}

/** Where the reports that a snapshot knows call an action or deliverable by another title than the roadmap. */
export function quotesIn(snapshot: Snapshot): readonly QuotedPlace[] {
  return snapshot.reportUris.flatMap((uri) => {
    const analysed = readableReport(snapshot, uri);
    const quotes = analysed ? quotedTitles(analysed, snapshot.findings(uri)) : [];
    return quotes.map(({ subject, title, finding: { span } }) => ({ subject, at: { uri, span }, title }));
  });
}

/** The first status that a report gives each action, by its key. */
export function statusesIn({ report, asOf }: AnalysedReport): ReadonlyMap<string, SaidStatus & { readonly at: Place }> {
  const { uri, header } = report;
  const day = header.date?.value?.latest ?? header.date?.value?.earliest ?? asOf.day;
  const found = new Map<string, SaidStatus & { readonly at: Place }>();
  for (const { actions, fields, section, anchor } of entriesOf(report)) {
    const status = fields.status?.value && statusText(fields);
    for (const key of actions.map(keyOf)) {
      if (status !== undefined && !found.has(key)) {
        const at = { uri, span: shiftSpan(anchor, section.start) };
        found.set(key, { at, status, title: header.title?.text, day });
      }
    }
  }
  return found;
}

/** What is known of one report. */
interface ReportFacts {
  readonly uri: string;
  /** The as-of date, which is not the report's alone. */
  readonly asOf: IsoDay;
  /** Keys of the actions that it names. */
  readonly named: ReadonlySet<string>;
  /** The first status of each action. */
  readonly statuses: () => ReadonlyMap<string, SaidStatus>;
}

/** A report that cannot be read has an `internal-error` that says so, and nothing to count. */
function readableReport(snapshot: Snapshot, uri: string): AnalysedReport | undefined {
  try {
    return snapshot.report(uri);
  } catch {
    return undefined;
  }
}

function newest(all: readonly SaidStatus[]): SaidStatus | undefined {
  const dated = (said: SaidStatus) => ({ day: said.day, uri: said.at.uri });
  let found: SaidStatus | undefined;
  for (const said of all) {
    found = found && !isNewer(dated(said), dated(found)) ? found : said;
  }
  return found;
}

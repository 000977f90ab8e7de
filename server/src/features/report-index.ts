import type { IsoDay } from '../model/date';
import { entriesOf, keyOf } from '../model/entry';
import type { Report, Section, SectionReading } from '../model/report';
import type { AnalysedReport, Snapshot } from '../model/snapshot';
import { type Span, shiftSpan } from '../model/span';
import { statusText } from './outline-section';

/** A place in a file; offsets into it. */
export interface Place {
  readonly uri: string;
  readonly span: Span;
}

/** What a report says about an action. */
export interface SaidStatus extends Place {
  /** The words of the status. */
  readonly status: string;
  /** The title of the report, where it has one. */
  readonly title: string | undefined;
  /** The report's date, or its as-of date. */
  readonly day: IsoDay;
}

/** What reports say of actions, from wherever it is known; by the key of an action (`keyOf`). */
export interface ReportIndex {
  /** URIs of the reports that report on an action or mention it. */
  reportsNaming(action: string): readonly string[];
  /** Every place that reports on an action or mentions it, report by report. */
  placesOf(action: string): readonly Place[];
  /** The newest status of an action. */
  latestStatusOf(action: string): SaidStatus | undefined;
}

/** Looks into the reports that a snapshot knows. What was found in a report and its sections is kept while they are the same. */
export class KnownReports {
  private readonly bySection = new WeakMap<SectionReading, readonly NamedAction[]>();
  private readonly byReport = new WeakMap<Report, ReportFacts>();

  /** The index of a snapshot. */
  of(snapshot: Snapshot): ReportIndex {
    const reports = snapshot.reportUris.flatMap((uri) => readableReport(snapshot, uri) ?? []);
    const facts = reports.map((analysed) => this.factsOf(analysed));
    return {
      reportsNaming: (key) => facts.flatMap(({ named, uri }) => (named.has(key) ? [uri] : [])),
      placesOf: (key) =>
        reports.flatMap((analysed, index) => (facts[index]?.named.has(key) ? this.placesIn(analysed, key) : [])),
      latestStatusOf: (key) => newest(facts.flatMap((one) => one.statuses().get(key) ?? [])),
    };
  }

  private factsOf(analysed: AnalysedReport): ReportFacts {
    const { report, asOf } = analysed;
    let facts = this.byReport.get(report);
    if (facts?.asOf !== asOf.day) {
      const named = new Set<string>();
      for (const section of report.sections) {
        for (const { key } of this.namedIn(section)) {
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

  private placesIn({ report: { uri, sections } }: AnalysedReport, action: string): readonly Place[] {
    return sections.flatMap((section) =>
      this.namedIn(section).flatMap(({ key, span }) =>
        key === action ? [{ uri, span: shiftSpan(span, section.start) }] : [],
      ),
    );
  }

  private namedIn({ reading }: Section): readonly NamedAction[] {
    let named = this.bySection.get(reading);
    if (!named) {
      const { actions, mentions, rows } = reading;
      const all = [...actions, ...mentions.actions, ...rows.flatMap((row) => row.actions)];
      named = all
        .filter(({ known, roadmap }) => known && roadmap !== undefined)
        .map((one) => ({ key: keyOf(one), span: one.span }));
      this.bySection.set(reading, named);
    }
    return named;
  }
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

interface NamedAction {
  readonly key: string;
  /** Counts from the section's start. */
  readonly span: Span;
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
  let found: SaidStatus | undefined;
  for (const said of all) {
    found = found && found.day >= said.day ? found : said;
  }
  return found;
}

function statusesIn({ report, asOf }: AnalysedReport): ReadonlyMap<string, SaidStatus> {
  const { uri, header } = report;
  const day = header.date?.value?.latest ?? header.date?.value?.earliest ?? asOf.day;
  const found = new Map<string, SaidStatus>();
  for (const { actions, fields, section, anchor } of entriesOf(report)) {
    const status = fields.status?.value && statusText(fields);
    for (const key of actions.map(keyOf)) {
      if (status !== undefined && !found.has(key)) {
        const span = shiftSpan(anchor, section.start);
        found.set(key, { uri, span, status, title: header.title?.text, day });
      }
    }
  }
  return found;
}

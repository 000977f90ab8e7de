import type { IsoDay } from '../model/date';
import { entriesOf, keyOf } from '../model/entry';
import type { Section, SectionReading } from '../model/report';
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
  /** Every place that reports on an action or mentions it, report by report. */
  placesOf(action: string): readonly Place[];
  /** The newest status of an action. */
  latestStatusOf(action: string): SaidStatus | undefined;
}

/** Makes indexes of the reports that a snapshot knows; the last one is kept, and what each section adds to it. */
export class KnownReports {
  private readonly bySection = new WeakMap<SectionReading, readonly NamedAction[]>();
  private last: { readonly revision: number; readonly index: ReportIndex } | undefined;

  /** The index of a snapshot; the same object for the same snapshot. */
  of(snapshot: Snapshot): ReportIndex {
    if (this.last?.revision !== snapshot.revision) {
      this.last = { revision: snapshot.revision, index: this.make(snapshot) };
    }
    return this.last.index;
  }

  private make(snapshot: Snapshot): ReportIndex {
    const places = new Map<string, Place[]>();
    const statuses = new Map<string, SaidStatus>();
    for (const uri of snapshot.reportUris) {
      const analysed = readableReport(snapshot, uri);
      for (const section of analysed?.report.sections ?? []) {
        for (const { key, span } of this.namedIn(section)) {
          const known = places.get(key);
          const place = { uri, span: shiftSpan(span, section.start) };
          if (known) {
            known.push(place);
          } else {
            places.set(key, [place]);
          }
        }
      }
      for (const [key, said] of analysed ? statusesIn(analysed) : []) {
        const known = statuses.get(key);
        if (!known || known.day < said.day) {
          statuses.set(key, said);
        }
      }
    }
    return { placesOf: (key) => places.get(key) ?? [], latestStatusOf: (key) => statuses.get(key) };
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

function* statusesIn({ report, asOf }: AnalysedReport): Iterable<readonly [string, SaidStatus]> {
  const { uri, header } = report;
  const day = header.date?.value?.latest ?? header.date?.value?.earliest ?? asOf.day;
  const seen = new Set<string>();
  for (const { actions, fields, section, anchor } of entriesOf(report)) {
    const status = fields.status?.value && statusText(fields);
    for (const action of status === undefined ? [] : actions) {
      const key = keyOf(action);
      if (!seen.has(key)) {
        seen.add(key);
        const span = shiftSpan(anchor, section.start);
        yield [key, { uri, span, status: status ?? '', title: header.title?.text, day }];
      }
    }
  }
}

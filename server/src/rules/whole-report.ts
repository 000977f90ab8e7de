import { coverageFrom } from '../model/coverage';
import { actionsOfSections, isEntry } from '../model/entry';
import type { Finding, RelatedPlace } from '../model/finding';
import { type DeadlineState, deadlineStates, deadlinesByEntry } from '../model/overdue';
import type { SectionReading } from '../model/report';
import { sameObjects } from '../model/same-data';
import type { Span } from '../model/span';
import type { StatedEntry } from '../model/stated';
import { type ActiveRule, FindingCollector, type RuleFailure, settled } from './active-rules';
import type { HeaderContext, PlacedEntry, ReportContext, SectionGuess } from './check-context';
import type { EntryDeadline, PlaceInSection, RelatedInReport, ReportFinding } from './rule';
import type { SectionFacts } from './section-facts';

/** What follows from all sections of a report taken together, and from nothing of where they stand. */
export interface WholeReport {
  readonly checkedAgainst: HeaderContext;
  readonly context: ReportContext;
  /** The state of every deadline of the roadmaps. */
  readonly deadlines: readonly DeadlineState[];
  readonly inHeader: readonly Finding[];
  /** Findings by the index of their section. */
  readonly findingsIn: ReadonlyMap<number, readonly PlacedFinding[]>;
  readonly failures: readonly RuleFailure[];
  /** The entries of each section, in order. */
  readonly entriesIn: readonly (readonly PlacedEntry[])[];
  /** The deadlines that an entry answers for. */
  deadlinesOf(entry: PlacedEntry): readonly EntryDeadline[];
  /** The sections with a finding that is proved by a place in another section, one of these. */
  pointingTo(isWanted: (section: number) => boolean): ReadonlySet<number>;
}

/** A finding whose place is still to be looked up. */
export interface PlacedFinding {
  readonly finding: Omit<Finding, 'related'>;
  readonly place: PlaceInSection;
  readonly related: readonly (RelatedPlace | RelatedInReport)[];
}

/** Takes the facts of all sections together; `before`, where these and the header are the same. */
export function checkWhole(
  rules: readonly ActiveRule[],
  header: HeaderContext,
  sections: readonly SectionFacts[],
  suggestions: readonly SectionGuess[],
  before: WholeReport | undefined,
): WholeReport {
  if (
    before?.checkedAgainst === header &&
    before.context.suggestions === suggestions &&
    sameObjects(before.context.sections, sections)
  ) {
    return before;
  }
  return new FreshWhole(rules, header, sections, suggestions);
}

/** The span of something that a section says, relative to the section. */
export function spanOf(place: PlaceInSection, reading: SectionReading | undefined): Span {
  return placedSpan(place, reading) ?? { start: 0, end: 0 };
}

/** Whether a place is one in a section. */
export function isInSection(place: PlaceInSection | Span): place is PlaceInSection {
  return 'section' in place;
}

/** A related place, with its span relative to its section where it is one of the report's own. */
export function relatedPlace(
  place: RelatedPlace | RelatedInReport,
  uri: string,
  readingOf: (section: number) => SectionReading | undefined,
): RelatedPlace {
  if ('span' in place) {
    return place;
  }
  const { section } = place.place;
  return { uri, span: spanOf(place.place, readingOf(section)), message: place.message, section };
}

class FreshWhole implements WholeReport {
  readonly context: ReportContext;
  readonly deadlines: readonly DeadlineState[];
  readonly inHeader: Finding[] = [];
  readonly findingsIn = new Map<number, PlacedFinding[]>();
  readonly failures: readonly RuleFailure[];
  readonly entriesIn: readonly (readonly PlacedEntry[])[];
  private readonly byEntry: ReadonlyMap<StatedEntry, readonly EntryDeadline[]>;

  constructor(
    rules: readonly ActiveRule[],
    readonly checkedAgainst: HeaderContext,
    sections: readonly SectionFacts[],
    suggestions: readonly SectionGuess[],
  ) {
    const header = checkedAgainst;
    this.entriesIn = entriesIn(sections);
    const entries = this.entriesIn.flat();
    const facts = { ...header, sections, entries, suggestions: () => suggestions };
    this.context = { ...header, sections, entries, suggestions, coverages: coverageFrom(facts, header.actors) };
    this.deadlines = deadlineStates({ ...header, entries, dueSoonDays: header.settings.dueSoonDays });
    this.byEntry = deadlinesByEntry(this.deadlines);
    const collector = new FindingCollector();
    for (const active of rules) {
      const { rule } = active;
      if (rule.checkReport) {
        collector.run(active, () => this.addAll(active, rule.checkReport?.(this.context) ?? []));
      }
    }
    this.failures = collector.failures;
  }

  deadlinesOf(entry: PlacedEntry): readonly EntryDeadline[] {
    return this.byEntry.get(entry) ?? [];
  }

  pointingTo(isWanted: (section: number) => boolean): ReadonlySet<number> {
    const pointing = new Set<number>();
    for (const [section, findings] of this.findingsIn) {
      const isOne = (one: RelatedPlace | RelatedInReport) => 'place' in one && isWanted(one.place.section);
      if (findings.some(({ related }) => related.some(isOne))) {
        pointing.add(section);
      }
    }
    return pointing;
  }

  private add(finding: PlacedFinding): void {
    const { section } = finding.place;
    const present = this.findingsIn.get(section);
    if (present) {
      present.push(finding);
    } else {
      this.findingsIn.set(section, [finding]);
    }
  }

  private addAll(active: ActiveRule, found: Iterable<ReportFinding>): void {
    for (const { place, message, severity, related = [] } of [...found]) {
      if (isInSection(place)) {
        this.add({ finding: settled(active, NOWHERE, message, severity, []), place, related });
      } else {
        const own = related.flatMap((one) => ('span' in one ? [one] : []));
        this.inHeader.push(settled(active, place, message, severity, own));
      }
    }
  }
}

const NOWHERE: Span = { start: 0, end: 0 };

function entriesIn(sections: readonly SectionFacts[]): readonly (readonly PlacedEntry[])[] {
  const inSections = actionsOfSections(sections);
  return sections.map(({ entry, rows }, section) => {
    const own = entry ? [{ ...entry, section }] : [];
    if (rows.length === 0) {
      return own;
    }
    return [...own, ...rows.filter((row) => isEntry(row, inSections)).map((row) => ({ ...row.entry, section }))];
  });
}

function placedSpan(place: PlaceInSection, reading: SectionReading | undefined): Span | undefined {
  if (place.what === 'heading') {
    return reading?.heading?.span;
  }
  if (place.what === 'mention') {
    return reading?.mentions.actions[place.index]?.span;
  }
  const whole = place.row === undefined ? reading : reading?.rows[place.row];
  return whole?.actions[place.index]?.span;
}

import { coverageFrom, type ReportFigures } from '../model/coverage';
import { DeadlineBook } from '../model/deadline-book';
import { DeadlinePlan } from '../model/deadline-plan';
import { actionsOfSections, isEntry } from '../model/entry';
import type { Finding, RelatedPlace } from '../model/finding';
import type { SectionReading } from '../model/report';
import { sameObjects } from '../model/same-data';
import type { Span } from '../model/span';
import { type ActiveRule, failureOf, type RuleFailure, settled } from './active-rules';
import type { HeaderContext, PlacedEntry, ReportContext, SectionGuess } from './check-context';
import type { PlaceInSection, RelatedInReport, ReportFinding } from './rule';
import type { RuleLookup } from './rule-lookup';
import type { EntryFacts, SectionFacts } from './section-facts';

/** What follows from all sections of a report taken together, and from nothing of where they stand. */
export interface WholeReport {
  readonly checkedAgainst: HeaderContext;
  readonly context: ReportContext;
  /** The states of all deadlines of the roadmaps. */
  readonly deadlines: DeadlineBook;
  readonly figures: ReportFigures;
  readonly inHeader: readonly Finding[];
  /** Findings by the index of their section. */
  readonly findingsIn: ReadonlyMap<number, readonly PlacedFinding[]>;
  readonly failures: readonly RuleFailure[];
  /** The entries of each section, in order. */
  readonly entriesIn: readonly (readonly EntryFacts[])[];
  /** The sections with a finding that is proved by a place in another section, one of these. */
  pointingTo(isWanted: (section: number) => boolean): ReadonlySet<number>;
}

/** A finding whose place is still to be looked up. */
export interface PlacedFinding {
  readonly finding: Omit<Finding, 'related'>;
  readonly place: PlaceInSection;
  readonly related: readonly (RelatedPlace | RelatedInReport)[];
}

/** Takes the facts of all sections together: `before`, a check in the same environment, where nothing is another. */
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
  return new FreshWhole(rules, header, sections, suggestions, before);
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
  readonly deadlines: DeadlineBook;
  readonly figures: ReportFigures;
  readonly inHeader: Finding[] = [];
  readonly findingsIn = new Map<number, PlacedFinding[]>();
  readonly failures: RuleFailure[] = [];
  readonly entriesIn: readonly (readonly EntryFacts[])[];

  constructor(
    rules: readonly ActiveRule[],
    readonly checkedAgainst: HeaderContext,
    sections: readonly SectionFacts[],
    suggestions: readonly SectionGuess[],
    before: WholeReport | undefined,
  ) {
    const { lookup, earlier, asOf, actors, settings } = checkedAgainst;
    this.entriesIn = entriesIn(sections);
    const placed = placedEntries(this.entriesIn);
    const entries = placed.map(({ entry }) => entry);
    const facts = { ...checkedAgainst, sections, entries, suggestions: () => suggestions };
    const { dueSoonDays } = settings;
    const plan = lookup.derived(deadlinePlan);
    this.deadlines = new DeadlineBook({ plan, entries, earlier, asOf: asOf.day, dueSoonDays }, before?.deadlines);
    this.context = {
      ...checkedAgainst,
      sections,
      entries: placed,
      suggestions,
      coverages: coverageFrom(facts, actors),
    };
    this.figures = { coverages: this.context.coverages, deadlines: this.deadlines };
    for (const active of rules) {
      try {
        this.addAll(active, [...(active.rule.checkReport?.(this.context) ?? [])]);
      } catch (error) {
        this.failures.push(failureOf(active, error));
      }
    }
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

  private addAll(active: ActiveRule, found: readonly ReportFinding[]): void {
    for (const { place, message, severity, related = [] } of found) {
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

function deadlinePlan({ roadmaps }: RuleLookup): DeadlinePlan {
  return new DeadlinePlan(roadmaps);
}

function entriesIn(sections: readonly SectionFacts[]): readonly (readonly EntryFacts[])[] {
  let inSections: ReadonlySet<string> | undefined;
  return sections.map(({ entries, rows }) => {
    if (rows.length === 0) {
      return entries;
    }
    const keys = inSections ?? actionsOfSections(sections);
    inSections = keys;
    return [...entries, ...rows.filter((row) => isEntry(row, keys)).map((row) => row.entry)];
  });
}

function placedEntries(entriesIn: readonly (readonly EntryFacts[])[]): readonly PlacedEntry[] {
  const placed: PlacedEntry[] = [];
  for (const [section, entries] of entriesIn.entries()) {
    for (const entry of entries) {
      placed.push({ section, entry });
    }
  }
  return placed;
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

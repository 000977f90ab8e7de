import { percentOf } from '../model/coverage';
import { compareFindings, type Finding } from '../model/finding';
import type { SectionReading, Suppression } from '../model/report';
import { sameData, sameObjects } from '../model/same-data';
import type { SectionList } from '../model/section-list';
import type { TextChange } from '../model/text-change';
import { mayChangeGuesses } from '../parse/suggest-actions';
import {
  type ActiveRules,
  activeRules,
  FindingCollector,
  failureFindings,
  type RuleFailure,
  type RuleSettings,
} from './active-rules';
import {
  type CheckEnvironment,
  environmentOf,
  type HeaderContext,
  headerContextOf,
  type SectionContext,
  type SectionGuess,
} from './check-context';
import { type CheckedEntry, type CheckedSection, checkEntry, checkSection } from './checked-section';
import { type LostCharacters, lostCharacters } from './lost-characters';
import type { Rule, RuleContext } from './rule';
import { type Alignment, alignSections, realigned } from './section-alignment';
import type { SectionFacts } from './section-facts';
import { suppress } from './suppress';
import { checkWhole, relatedPlace, spanOf, type WholeReport } from './whole-report';

/** Everything that a check found and knows of a report; the next one uses it again. */
export interface CheckState {
  /** Another one for every check. */
  readonly id: symbol;
  /** The check that this one went on from, and which sections are those of it; absent where it began anew. */
  readonly since?: Pick<Alignment, 'changed' | 'grown'> & { readonly id: symbol };
  readonly rules: readonly Rule[];
  readonly active: ActiveRules;
  readonly environment: CheckEnvironment;
  readonly lost: LostCharacters;
  readonly header: HeaderContext;
  readonly inHeader: Pick<FindingCollector, 'findings' | 'failures'>;
  /** The sections that were checked. */
  readonly sectionList: SectionList;
  readonly sections: readonly SectionState[];
  /** What was found in each; the same array while nothing in it is another. */
  readonly found: readonly (readonly Finding[])[];
  /** What each section says and what is found in it without looking elsewhere. */
  readonly own: readonly CheckedSection[];
  /** What each section says for the report as a whole; the same array while no fact is another. */
  readonly facts: readonly SectionFacts[];
  readonly failures: readonly RuleFailure[];
  /** The same object while no fact of the report is another. */
  readonly whole: WholeReport;
  /** The suppressions that hid nothing. */
  readonly unused: readonly Suppression[];
  readonly ofReport: readonly Finding[];
  readonly bySection: readonly (readonly Finding[])[];
}

/** What was found in a section. */
interface SectionState {
  readonly reading: SectionReading;
  readonly own: CheckedSection;
  readonly entries: readonly CheckedEntry[];
  /** All of its findings, sorted, those that are suppressed too. */
  readonly found: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** Checks a report; see `checkReport`. */
export function checkState(
  rules: readonly Rule[],
  context: RuleContext,
  earlier: CheckState | undefined,
  change: TextChange | undefined,
): CheckState {
  const { report } = context;
  const environment = environmentOf(context, earlier?.environment);
  const kept = earlier?.rules === rules && earlier.environment === environment ? earlier : undefined;
  const active = kept?.active ?? activeRules(rules, settingsOf(environment));
  const lost = lostCharacters(report.text, earlier?.lost, change);
  const header = headerContextOf(context, environment, lost, kept?.header);
  const inHeader = kept?.header === header ? kept.inHeader : checkHeader(active, header);
  const aligned = alignSections(report.sectionList, kept?.sectionList);
  const check = new SectionChecks(context, environment, active, aligned, kept);
  const own = realigned(kept?.own ?? [], aligned, (index) => check.own(index));
  const facts = realigned(kept?.facts ?? [], aligned, (index) => check.factsIn(own, index));
  const guesses = guessesOf(context, kept, aligned);
  const whole = checkWhole(active.rules, header, facts, guesses, kept?.whole);
  const { sections, found, failures } = check.all(own, whole);
  const shown = suppress(
    {
      ofReport: [
        ...inHeader.findings,
        ...whole.inHeader,
        ...failureFindings([...inHeader.failures, ...failures, ...whole.failures]),
      ],
      bySection: found,
    },
    report,
    active,
    header,
    (index) => kept?.bySection[aligned.sameAt(index) ?? aligned.nearAt(index) ?? -1],
  );
  const ofReport = kept && sameData(kept.ofReport, shown.ofReport) ? kept.ofReport : shown.ofReport;
  const { bySection, unused } = shown;
  const { sectionList } = report;
  const results = { inHeader, sectionList, sections, found, own, facts, failures, whole, unused, ofReport, bySection };
  const since = kept && { id: kept.id, changed: aligned.changed, grown: aligned.grown };
  return { id: Symbol(), ...(since ? { since } : {}), rules, active, environment, lost, header, ...results };
}

/** What settings and the kind of draft say of rules: what a kind turns off stays off, for it would be wrong there. */
function settingsOf({ kind, settings }: CheckEnvironment): RuleSettings {
  if (!kind || Object.keys(kind.rules).length === 0) {
    return settings.rules;
  }
  const off = Object.entries(kind.rules).filter(([, severity]) => severity === 'off');
  return { ...kind.rules, ...settings.rules, ...Object.fromEntries(off) };
}

function checkHeader({ rules }: ActiveRules, header: HeaderContext): FindingCollector {
  const collector = new FindingCollector();
  for (const active of rules) {
    const { rule } = active;
    if (rule.checkHeader) {
      collector.add(active, () => rule.checkHeader?.(header) ?? []);
    }
  }
  return collector;
}

/** The guesses of a report, by section; those of the check before where they are the same. */
function guessesOf(
  { report, suggestions }: RuleContext,
  kept: CheckState | undefined,
  { changed, grown }: Alignment,
): readonly SectionGuess[] {
  const before = kept?.whole.context.suggestions;
  if (kept && before && grown === 0) {
    const then = kept.sections.slice(changed.start, changed.end);
    const now = report.sectionList.readings(changed.start, changed.end);
    if (then.every(({ reading }, index) => !mayChangeGuesses(reading, now[index] ?? reading))) {
      return before;
    }
  }
  let section = 0;
  const guesses = suggestions().map(({ section: { start }, roadmap, action, role, confidence }): SectionGuess => {
    section = (report.sections[section]?.start ?? 0) > start ? 0 : section;
    while ((report.sections[section]?.start ?? start) < start) {
      section++;
    }
    return { section, roadmap, action, role, confidence: percentOf(confidence) / 100 };
  });
  return before && sameData(before, guesses) ? before : guesses;
}

/** Checks the sections of a report, with what an earlier check knows of them. */
class SectionChecks {
  private readonly contexts = new Map<number, SectionContext>();

  constructor(
    private readonly context: RuleContext,
    private readonly environment: CheckEnvironment,
    private readonly active: ActiveRules,
    private readonly aligned: Alignment,
    private readonly kept: CheckState | undefined,
  ) {}

  /** What a section says and what is found of it without looking elsewhere. */
  own(index: number): CheckedSection {
    const same = this.sameBefore(index);
    if (same) {
      return same.own;
    }
    const near = this.nearBefore(index);
    return checkSection(this.readingOf(index), this.active.rules, this.contextOf(index), near?.own.facts);
  }

  factsIn(own: readonly CheckedSection[], index: number): SectionFacts {
    return at(own, index).facts;
  }

  /** All that is found in each section. */
  all(own: readonly CheckedSection[], whole: WholeReport): AllSections {
    const { kept } = this;
    if (whole === kept?.whole) {
      return this.allAgain(own, kept);
    }
    const sections = own.map((section, index) => {
      const before = this.sameBefore(index);
      return before && this.isUnaffected(index, whole) ? before : this.stateOf(index, section, whole, before);
    });
    return { sections, found: sections.map(({ found }) => found), failures: failuresIn(sections) };
  }

  /** The same where the facts of the report are the same, and so the number of its sections. */
  private allAgain(own: readonly CheckedSection[], kept: CheckState): AllSections {
    const { start, end } = this.aligned.changed;
    const sections = [...kept.sections];
    const isChanged = (index: number) => this.sameBefore(index) === undefined;
    const affected = new Set(kept.whole.pointingTo(isChanged));
    for (let index = start; index < end; index++) {
      if (this.aligned.sameAt(index) !== index) {
        affected.add(index);
      }
    }
    let { found } = kept;
    let mayHaveFailed = kept.failures.length > 0;
    for (const index of affected) {
      const state = this.stateOf(index, at(own, index), kept.whole, this.sameBefore(index));
      sections[index] = state;
      found = found[index] === state.found ? found : found.with(index, state.found);
      mayHaveFailed ||= state.failures.length > 0;
    }
    return { sections, found, failures: mayHaveFailed ? failuresIn(sections) : [] };
  }

  /** Whether a section says and answers for the same as before, and nothing of the report as a whole stood or stands there. */
  private isUnaffected(index: number, whole: WholeReport): boolean {
    const [at, then] = [this.aligned.sameAt(index), this.kept?.whole];
    if (at === undefined || !then || then.findingsIn.has(at) || whole.findingsIn.has(index)) {
      return false;
    }
    const entries = whole.entriesIn[index] ?? [];
    return (
      sameObjects(then.entriesIn[at] ?? [], entries) &&
      entries.every((entry) => whole.deadlines.answersAsIn(then.deadlines, entry))
    );
  }

  private stateOf(
    index: number,
    own: CheckedSection,
    whole: WholeReport,
    before: SectionState | undefined,
  ): SectionState {
    const { reading } = own;
    const entries = (whole.entriesIn[index] ?? []).map((entry) => {
      const known = before?.entries.find((one) => one.row === entry.row);
      const states = whole.deadlines.answeredBy(entry);
      return checkEntry(reading, entry.row, states, this.active.rules, () => this.contextOf(index), known);
    });
    const found = [
      ...own.findings,
      ...entries.flatMap((entry) => [...entry.findings, ...entry.deadlines.findings]),
      ...this.placed(index, whole),
    ].sort(compareFindings);
    const failures = [own, ...entries.flatMap((entry) => [entry, entry.deadlines])].flatMap((one) => one.failures);
    const near = before ?? this.nearBefore(index);
    const isSame = near !== undefined && sameData(near.found, found);
    if (isSame && near.own === own && sameObjects(near.entries, entries)) {
      return near;
    }
    return { reading, own, entries, found: isSame ? near.found : found, failures };
  }

  /** What is found of the report as a whole and stands in this section. */
  private placed(index: number, whole: WholeReport): readonly Finding[] {
    const readingOf = (section: number) => this.readingOf(section);
    return (whole.findingsIn.get(index) ?? []).map(({ finding, place, related }) => ({
      ...finding,
      span: spanOf(place, this.readingOf(index)),
      related: related.map((one) => relatedPlace(one, this.context.report.uri, readingOf)),
    }));
  }

  private readingOf(index: number): SectionReading {
    const reading = this.context.report.sectionList.reading(index);
    if (!reading) {
      throw new Error(`There is no section ${index}.`);
    }
    return reading;
  }

  private contextOf(index: number): SectionContext {
    const { sectionList, text } = this.context.report;
    let context = this.contexts.get(index);
    if (!context) {
      const section = sectionList.at(index);
      context = { ...this.environment, text: text.slice(section?.start, section?.end) };
      this.contexts.set(index, context);
    }
    return context;
  }

  private sameBefore(index: number): SectionState | undefined {
    const at = this.aligned.sameAt(index);
    return at === undefined ? undefined : this.kept?.sections[at];
  }

  private nearBefore(index: number): SectionState | undefined {
    const at = this.aligned.nearAt(index);
    return at === undefined ? undefined : this.kept?.sections[at];
  }
}

type AllSections = Pick<CheckState, 'sections' | 'found' | 'failures'>;

function failuresIn(sections: readonly SectionState[]): readonly RuleFailure[] {
  return sections.flatMap((section) => section.failures);
}

function at<T>(sections: readonly T[], index: number): T {
  const section = sections[index];
  if (section === undefined) {
    throw new Error(`There is no section ${index}.`);
  }
  return section;
}

import type { ReportFigures } from '../model/coverage';
import { compareFindings, type Finding, type Fix, type RelatedPlace } from '../model/finding';
import { shiftSpan } from '../model/span';
import type { TextChange } from '../model/text-change';
import { activeRules, FindingCollector, failureFindings, type RuleSettings } from './active-rules';
import { type CheckState, checkState } from './check-state';
import { fixesOfChecked, fixesOfFile } from './fixes';
import type { FileContext, Rule, RuleContext } from './rule';

export { internalError } from './active-rules';
export { fixesOfFile };

/** The findings of a report by where they stand; suppressed ones are left out. */
export interface CheckedReport {
  /** What the findings are about. */
  readonly context: RuleContext;
  /** Findings that belong to no section, sorted; spans count from the file. */
  readonly ofReport: readonly Finding[];
  /**
   * For each section, in order, its findings, sorted; spans are relative to the section's start, and those of related
   * places in this report to the start of the section that they name.
   */
  readonly bySection: readonly (readonly Finding[])[];
  /** What they were found by: the next check uses it again. Coverage and deadlines are in it, too. */
  readonly state: CheckState;
}

/**
 * Runs rules over a report. Severities are settled, and suppressed findings left out. A rule that throws becomes one
 * `internal-error` finding, and the other rules go on.
 *
 * What `earlier` found of the text before `change` is used again where nothing that it depends on is another (readings of
 * sections are compared as objects); the result is the same as without. Arrays of findings in which nothing is another
 * are the same objects.
 */
export function checkReport(
  rules: readonly Rule[],
  context: RuleContext,
  earlier?: CheckedReport,
  change?: TextChange,
): CheckedReport {
  const state = checkState(rules, context, earlier?.state, change);
  return { context, ofReport: state.ofReport, bySection: state.bySection, state };
}

/** All findings of a report in the order of the text; spans are offsets into the file. */
export function findingsOf({ context, ofReport, bySection }: CheckedReport): readonly Finding[] {
  const { sections } = context.report;
  const startOf = (index: number | undefined) => (index === undefined ? 0 : (sections[index]?.start ?? 0));
  const inFile = (finding: Finding, section: number): Finding => ({
    ...finding,
    span: shiftSpan(finding.span, startOf(section)),
    related: finding.related.map(({ uri, span, message, section: other }): RelatedPlace => {
      return { uri, span: shiftSpan(span, startOf(other)), message };
    }),
  });
  const inSections = bySection.flatMap((findings, index) => findings.map((finding) => inFile(finding, index)));
  return [...ofReport, ...inSections].sort(compareFindings);
}

/**
 * The fixes of each of these findings, which {@link findingsOf} gave for the same check; edits are offsets into the file.
 * The rules that found them are asked again, about these places only.
 *
 * @param reportPaths the other reports that are known, as paths from the folder of this one
 */
export function fixesOf(
  checked: CheckedReport,
  findings: readonly Finding[],
  reportPaths: () => readonly string[] = () => [],
): readonly (readonly Fix[])[] {
  return fixesOfChecked({ ...checked.context, reportPaths }, checked.state, findings);
}

/** Coverage and deadlines of the report, as the check knows them: the same object while no fact is another. */
export function figuresOf({ state }: CheckedReport): ReportFigures {
  return state.whole.figures;
}

/** Runs rules over a report: {@link findingsOf} {@link checkReport}. */
export function runReportRules(rules: readonly Rule[], context: RuleContext): readonly Finding[] {
  return findingsOf(checkReport(rules, context));
}

/** Runs rules over a roadmap, actors or project file, as {@link checkReport} does over a report. */
export function runFileRules(rules: readonly Rule[], context: FileContext, settings: RuleSettings): readonly Finding[] {
  const active = activeRules(rules, settings);
  const collector = new FindingCollector();
  for (const one of active.rules) {
    const { rule } = one;
    if (rule.checkFile) {
      collector.add(one, () => rule.checkFile?.(context, active.metas) ?? []);
    }
  }
  return [...collector.findings, ...failureFindings(collector.failures)].sort(compareFindings);
}

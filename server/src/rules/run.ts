import { compareFindings, type Finding, type Fix, type Severity, type SeveritySetting } from '../model/finding';
import type { Suppression } from '../model/report';
import { shiftSpan } from '../model/span';
import type { TextChange } from '../model/text-change';
import type { FileContext, Rule, RuleContext, RuleFinding } from './rule';

type RuleSettings = Readonly<Record<string, SeveritySetting>>;

/** The findings of a report by where they stand; suppressed ones are left out. */
export interface CheckedReport {
  /** What the findings are about. */
  readonly context: RuleContext;
  /** Findings that belong to no section, sorted; spans count from the file. */
  readonly ofReport: readonly Finding[];
  /** For each section, in order, its findings, sorted; spans are relative to the section's start. */
  readonly bySection: readonly (readonly Finding[])[];
}

/**
 * Runs rules over a report. What `earlier` found of the text before `change` is used again where nothing that it
 * depends on is another; the result is the same as without. Arrays of findings that are the same are the same object.
 */
export function checkReport(
  rules: readonly Rule[],
  context: RuleContext,
  _earlier?: CheckedReport,
  _change?: TextChange,
): CheckedReport {
  const ofReport: Finding[] = [];
  const bySection: Finding[][] = context.report.sections.map(() => []);
  for (const finding of runReportRules(rules, context)) {
    const { start } = finding.span;
    const index = context.report.sections.findIndex((section) => section.start <= start && start < section.end);
    const base = context.report.sections[index]?.start ?? 0;
    (bySection[index] ?? ofReport).push({ ...finding, span: shiftSpan(finding.span, -base) });
  }
  return { context, ofReport, bySection };
}

/** All findings of a report in the order of the text; spans are offsets into the file. */
export function findingsOf({ context, ofReport, bySection }: CheckedReport): readonly Finding[] {
  const inSections = bySection.flatMap((findings, index) => {
    const start = context.report.sections[index]?.start ?? 0;
    return findings.map((finding) => ({ ...finding, span: shiftSpan(finding.span, start) }));
  });
  return [...ofReport, ...inSections].sort(compareFindings);
}

/** The fixes of each of these findings, which {@link findingsOf} the report gave; edits are offsets into the file. */
export function fixesOf(_checked: CheckedReport, findings: readonly Finding[]): readonly (readonly Fix[])[] {
  return findings.map(({ fixes }) => fixes);
}

/**
 * Runs rules over a report. Findings come sorted, with offsets into the file and their severities settled; suppressed
 * ones are left out. A rule that throws becomes one `internal-error` finding, and the other rules go on.
 */
export function runReportRules(rules: readonly Rule[], context: RuleContext): readonly Finding[] {
  const settings = context.settings.rules;
  const found = rules.flatMap((rule) => runOne(rule, settings, () => findingsOfReport(rule, context)));
  const used = new Set<Suppression>();
  const kept = found.filter((finding) => {
    const hiding = context.report.suppressions.filter((suppression) => hides(suppression, finding));
    for (const suppression of hiding) {
      used.add(suppression);
    }
    return hiding.length === 0;
  });
  const unused = context.report.suppressions.filter((suppression) => !used.has(suppression));
  const metas = rules.map((rule) => rule.meta);
  const ofSuppressions = rules.flatMap((rule) =>
    runOne(rule, settings, () => rule.checkSuppressions?.(context, unused, metas) ?? []),
  );
  return [...kept, ...ofSuppressions].sort(compareFindings);
}

/** Runs rules over a roadmap, actors or project file, as {@link runReportRules} does over a report. */
export function runFileRules(rules: readonly Rule[], context: FileContext, settings: RuleSettings): readonly Finding[] {
  const metas = rules.map((rule) => rule.meta);
  return rules
    .flatMap((rule) => runOne(rule, settings, () => rule.checkFile?.(context, metas) ?? []))
    .sort(compareFindings);
}

function* findingsOfReport(rule: Rule, context: RuleContext): Iterable<RuleFinding> {
  if (rule.checkSection) {
    for (const section of context.report.sections) {
      for (const finding of rule.checkSection(section, context)) {
        yield { ...finding, section };
      }
    }
  }
  if (rule.checkEntry) {
    for (const entry of context.entries) {
      for (const finding of rule.checkEntry(entry, context)) {
        yield { ...finding, section: entry.section };
      }
    }
  }
  yield* rule.checkReport?.(context) ?? [];
}

function runOne(rule: Rule, settings: RuleSettings, check: () => Iterable<RuleFinding>): Finding[] {
  const setting = settings[rule.meta.code];
  const standard = rule.meta.severity;
  if (setting === 'off' || (setting === undefined && standard === 'off')) {
    return [];
  }
  try {
    return [...check()].map((finding) => toFinding(finding, rule.meta.code, setting ?? finding.severity ?? standard));
  } catch (error) {
    return [internalError(`The rule ${rule.meta.code}`, error)];
  }
}

/** The finding that stands for something that broke in the engine: never "no problems" (DESIGN, section 4). */
export function internalError(what: string, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal-error',
    severity: 'error',
    span: { start: 0, end: 0 },
    message: `${what} failed (${reason}), so its findings are missing here. Please report this with the file.`,
    related: [],
    fixes: [],
  };
}

function toFinding(finding: RuleFinding, code: string, severity: SeveritySetting): Finding {
  const base = finding.section?.start ?? 0;
  return {
    code,
    severity: severity as Severity,
    span: shiftSpan(finding.span, base),
    message: finding.message,
    related: finding.related ?? [],
    fixes: (finding.fixes ?? []).map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: shiftSpan(edit.span, base) })),
    })),
  };
}

function hides(suppression: Suppression, finding: Finding): boolean {
  return (
    finding.code !== 'syntax' &&
    finding.code !== 'internal-error' &&
    suppression.covers.start <= finding.span.start &&
    finding.span.start <= suppression.covers.end &&
    (suppression.codes.length === 0 || suppression.codes.some(({ code }) => code === finding.code))
  );
}

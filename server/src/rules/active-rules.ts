import type { Finding, RelatedPlace, Severity, SeveritySetting } from '../model/finding';
import type { Span } from '../model/span';
import type { Rule, RuleFinding, RuleMeta } from './rule';

export type RuleSettings = Readonly<Record<string, SeveritySetting>>;

/** A rule that is not off. */
export interface ActiveRule {
  readonly rule: Rule;
  /** What the settings say; else the finding's own counts, else the rule's. */
  readonly setting: Severity | undefined;
  readonly standard: Severity;
}

/** A rule that threw, and why. */
export interface RuleFailure {
  readonly code: string;
  readonly reason: string;
}

/** The rules that settings leave on. */
export interface ActiveRules {
  readonly rules: readonly ActiveRule[];
  /** Of all rules, those that are off too. */
  readonly metas: readonly RuleMeta[];
}

/** Leaves out the rules that are off, and settles what the severity of the others follows from. */
export function activeRules(rules: readonly Rule[], settings: RuleSettings): ActiveRules {
  const active = rules.flatMap((rule): ActiveRule[] => {
    const setting = settings[rule.meta.code];
    const standard = rule.meta.severity;
    if (setting === 'off' || (setting === undefined && standard === 'off')) {
      return [];
    }
    return [{ rule, setting, standard: standard === 'off' ? 'warning' : standard }];
  });
  return { rules: active, metas: rules.map(({ meta }) => meta) };
}

/** Collects findings, with their severities settled. A rule that throws becomes a failure; what it found is left out. */
export class FindingCollector {
  readonly findings: Finding[] = [];
  readonly failures: RuleFailure[] = [];

  /** Adds what a rule finds. */
  add(active: ActiveRule, check: () => Iterable<RuleFinding>): void {
    const before = this.findings.length;
    try {
      for (const { span, message, severity, related } of check()) {
        this.findings.push(settled(active, span, message, severity, related ?? []));
      }
    } catch (error) {
      this.findings.length = before;
      this.failures.push(failureOf(active, error));
    }
  }
}

/** What became of a rule that threw. */
export function failureOf({ rule }: ActiveRule, error: unknown): RuleFailure {
  return { code: rule.meta.code, reason: error instanceof Error ? error.message : String(error) };
}

/** A finding of a rule, with its severity. */
export function settled(
  { rule, setting, standard }: ActiveRule,
  span: Span,
  message: string,
  severity: Severity | undefined,
  related: readonly RelatedPlace[],
): Finding {
  return { code: rule.meta.code, severity: setting ?? severity ?? standard, span, message, related };
}

/** One finding for each rule that failed, the first time that it did. */
export function failureFindings(failures: readonly RuleFailure[]): readonly Finding[] {
  const first = new Map<string, RuleFailure>();
  for (const failure of failures) {
    if (!first.has(failure.code)) {
      first.set(failure.code, failure);
    }
  }
  return [...first.values()].map(({ code, reason }) => internalError(`The rule ${code}`, reason));
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
  };
}

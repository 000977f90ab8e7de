import type { Finding, Fix } from '../server/src/model/finding';
import { applyEdits } from '../server/src/model/text-edits';
import { findPlaceholders } from '../server/src/parse/placeholders';
import { snapshotOf, uriOf } from './analyse';
import type { RandomDraft } from './random-drafts';

/**
 * Corrections: what could not be read or was taken for something else is known then, and checked. A misspelt “deliverd”
 * becomes a “delivered” that has no evidence.
 */
const UNCOVERING: ReadonlySet<string> = new Set([
  ...['roadmap-unknown', 'report-field-missing', 'report-field-unknown', 'value-invalid', 'syntax', 'as-of-missing'],
  ...['action-unknown', 'action-ambiguous', 'deliverable-unknown', 'actor-unknown', 'actor-ambiguous'],
  ...['status-unknown', 'date-unparsable', 'date-impossible', 'suppression-unknown', 'period-invalid'],
  ...['section-unlinked', 'action-title-mismatch', 'actor-renamed', 'suppression-unused'],
]);

/** What no fix may bring about, not even a correction. */
const NEVER = ['syntax', 'internal-error', 'encoding-invalid'];

/** A fix that does not keep to what fixes promise (DESIGN, section 5). */
export interface UnsoundFix {
  readonly code: string;
  readonly title: string;
  readonly problem: string;
  /** The draft before and after, for whoever reads the failure. */
  readonly details: string;
}

/** With rules that are off. */
export const ALL_ON = { settings: { rules: { 'action-order': 'info' as const } } };

/** Those of the fixes of a draft that leave their finding, add another one, or hide a placeholder behind “safe”. */
export function unsoundFixes({ path, text }: RandomDraft): readonly UnsoundFix[] {
  const uri = uriOf(path);
  const snapshot = snapshotOf({ [path]: text }, ALL_ON);
  const before = snapshot.findings(uri);
  return snapshot.fixes(uri, before).flatMap((fixes, index) => {
    const finding = before[index];
    return fixes.flatMap((fix) => {
      const fixed = applyEdits(text, fix.edits);
      const now = snapshotOf({ [path]: fixed }, ALL_ON);
      const after = now.findings(uri);
      const problem = finding && problemOf(finding, before, after, fix, text);
      const details = `${finding?.message}\n--- before\n${text}\n--- after\n${fixed}`;
      return problem ? [{ code: finding.code, title: fix.title, problem, details }] : [];
    });
  });
}

function problemOf(
  finding: Finding,
  before: readonly Finding[],
  after: readonly Finding[],
  fix: Fix,
  text: string,
): string | undefined {
  // What cannot be read may go on in the next line, with the same words.
  const isSame = (one: Finding) => finding.code !== 'syntax' || one.span.start === finding.span.start;
  if (countOf(after.filter(isSame), finding) >= countOf(before.filter(isSame), finding)) {
    return 'the finding is still there';
  }
  // The rule is off unless somebody wants it: what is inserted keeps to the grouping of the draft first.
  const added = newCodes(before, after).filter((code) => code !== 'action-order' || finding.code === code);
  const isUncovered = (code: string) =>
    (UNCOVERING.has(finding.code) && (!NEVER.includes(code) || before.some((one) => one.code === code))) ||
    // A section with a text may be seen to be about an action.
    (finding.code === 'section-empty' && code === 'section-unlinked');
  const forbidden = added.filter((code) => !isUncovered(code));
  if (forbidden.length > 0) {
    return `it adds ${forbidden.join(' and ')}`;
  }
  const isFilled = fix.edits.every(
    ({ span, newText }) =>
      findPlaceholders(newText).length <= findPlaceholders(text.slice(span.start, span.end)).length,
  );
  return fix.safe && !isFilled ? 'it is safe and leaves a placeholder' : undefined;
}

/** How many findings say the same, wherever they stand. */
export function countOf(findings: readonly Finding[], { code, message, severity }: Finding): number {
  const isSame = (one: Finding) => one.code === code && one.message === message && one.severity === severity;
  return findings.filter(isSame).length;
}

/** Codes of which there are more than before; `placeholder-left` may be. */
export function newCodes(before: readonly Finding[], after: readonly Finding[]): readonly string[] {
  const times = (findings: readonly Finding[], code: string) => findings.filter((one) => one.code === code).length;
  const codes = [...new Set(after.map(({ code }) => code))].filter((code) => code !== 'placeholder-left');
  return codes.filter((code) => times(after, code) > times(before, code));
}

import type { Finding } from '../model/finding';
import { applyEdits } from '../model/text-edits';
import { type SuppressionComment, suppressionComments } from '../write/suppression-comments';
import type { WorkspaceSnapshot } from './workspace';

/** Whether a finding can be hidden by a comment. Forgotten actions are excepted from the scope instead. */
export function isSuppressible({ code }: Finding): boolean {
  return !UNSUPPRESSIBLE.has(code) && !code.startsWith('suppression-');
}

/**
 * The comment that hides a finding of a report and changes nothing else: each that comes into question is tried out.
 * Undefined where there is none, or the file is no report.
 *
 * @param finding one that {@link WorkspaceSnapshot.findings} gave for the file
 * @param reason why it is hidden; a placeholder is reported as such
 */
export function suppressFinding(
  snapshot: WorkspaceSnapshot,
  uri: string,
  finding: Finding,
  reason: string,
): SuppressionComment | undefined {
  const report = snapshot.report(uri)?.report;
  if (!report || !isSuppressible(finding)) {
    return undefined;
  }
  const before = countByFinding(snapshot.findings(uri));
  const isHidden = ({ edit }: SuppressionComment): boolean => {
    const { start } = edit.span;
    const change = { start, end: start, newEnd: start + edit.newText.length };
    const text = applyEdits(report.text, [edit]);
    const after = countByFinding(snapshot.apart().with([{ uri, text, change }]).findings(uri));
    const isGone = (after.get(keyOf(finding)) ?? 0) < (before.get(keyOf(finding)) ?? 0);
    const isNew = ([key, count]: [string, number]) =>
      count > (before.get(key) ?? 0) && !key.startsWith('placeholder-left\n');
    return isGone && ![...after].some(isNew);
  };
  return suppressionComments(report, finding.span.start, finding.code, reason).find(isHidden);
}

/** What a file that cannot be read or checked says is always shown. */
const UNSUPPRESSIBLE: ReadonlySet<string> = new Set(['syntax', 'internal-error', 'action-unreferenced']);

function countByFinding(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  }
  return counts;
}

function keyOf({ code, message }: Finding): string {
  return `${code}\n${message}`;
}

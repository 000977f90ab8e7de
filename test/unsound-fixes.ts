import type { Finding, Fix } from '../server/src/model/finding';
import type { TextChange } from '../server/src/model/text-change';
import { applyEdits } from '../server/src/model/text-edits';
import { findPlaceholders } from '../server/src/parse/placeholders';
import { snapshotOf, uriOf } from './analyse';
import type { RandomDraft } from './random-drafts';

/** What is said of a deadline, of whoever is in charge, and of an entry's status. */
const OF_DEADLINES = ['deadline-overdue', 'deadline-due-soon', 'deliverable-unreported', 'overdue-without-reason'];
const OF_ACTORS = ['actor-missing', 'actor-not-assigned', 'actor-renamed'];
const OF_DATES = ['date-order', 'deadline-mismatch', 'completed-in-future', 'status-contradiction'];
const OF_STATUS = ['delivered-without-date', 'delivered-without-evidence', 'status-contradiction'];
const OF_ACTIONS = [
  'action-unreported',
  'action-duplicate',
  'action-title-mismatch',
  'action-wrong-area',
  'action-order',
];
const OF_REPORT = ['action-unreferenced', 'section-missing', 'section-order', 'section-unlinked'];

/** Of a fix that names a roadmap, or a date that all others count from, nothing was checked before. */
const ALL = 'all';

/**
 * Corrections, and what they may uncover: what could not be read or was taken for something else is known then, and
 * checked, as a misspelt “deliverd” becomes a “delivered” that has no evidence. No fix can avoid that but by correcting
 * more than its finding speaks of.
 */
const UNCOVERING: Readonly<Record<string, readonly string[] | typeof ALL>> = {
  // Nothing of the report was compared with a roadmap.
  'roadmap-unknown': ALL,
  // “roadmap: …” and “date: …” are such fields, and keys that could not be read may be any.
  'report-field-missing': ALL,
  'report-field-unknown': ALL,
  syntax: ALL,
  // The as-of date is another one, or dates count from it for the first time.
  'as-of-missing': ['report-field-missing', 'period-invalid', ...OF_DATES, ...OF_DEADLINES],
  // An entry is about an action for the first time, or about another one.
  'action-unknown': [
    ...[...OF_ACTIONS, ...OF_ACTORS, ...OF_DATES, ...OF_DEADLINES, 'deliverable-unknown'],
    // In a scope that was none before.
    'action-unreferenced',
  ],
  'action-ambiguous': [...OF_ACTIONS, ...OF_ACTORS, ...OF_DATES, ...OF_DEADLINES, ...OF_REPORT, 'deliverable-unknown'],
  // What a comment hid may be gone with it: an action that nothing reported on, for one.
  'section-unlinked': [
    ...[...OF_ACTIONS, ...OF_ACTORS, ...OF_DATES, ...OF_DEADLINES, ...OF_STATUS, 'section-missing'],
    'suppression-unused',
  ],
  'action-title-mismatch': [...OF_ACTIONS, ...OF_ACTORS, ...OF_DATES, ...OF_DEADLINES, 'deliverable-unknown'],
  // A deliverable is listed for the first time: its status and dates are compared with the roadmap's.
  'deliverable-unknown': [...OF_DATES, ...OF_DEADLINES, ...OF_STATUS],
  // An actor is known for the first time: whether it is in charge, and whether those who are are all there.
  'actor-unknown': OF_ACTORS,
  'actor-ambiguous': OF_ACTORS,
  // A status or date says something for the first time.
  'status-unknown': [...OF_STATUS, ...OF_DEADLINES, 'action-unreported'],
  'date-unparsable': [...OF_DATES, ...OF_DEADLINES, 'period-invalid', 'value-invalid'],
  'date-impossible': [...OF_DATES, ...OF_DEADLINES, 'period-invalid', 'value-invalid'],
  'date-order': [...OF_DATES, ...OF_DEADLINES],
  // The scope, or the kind of draft, is another one.
  'value-invalid': ['action-unreferenced', 'action-unreported', 'section-missing', 'section-order', 'section-unlinked'],
  // A known code may hide nothing.
  'suppression-unknown': ['suppression-unused'],
  // A report without any entry is held to no kind; and a comment may have hidden that the section above has no text.
  'action-unreferenced': ['section-missing', 'section-order', 'suppression-unused'],
  // A section with a text may be seen to be about an action; and a comment may have hidden what was wrong with the heading.
  'section-empty': ['section-unlinked', 'suppression-unused'],
  // What one of the two said of an action is compared with what the other one did, and with the roadmap as a whole; and the
  // heading that the second one stood under may have nothing else below it.
  'action-duplicate': ['status-contradiction', ...OF_ACTORS, 'deliverable-unreported', 'section-empty'],
};

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
      // As after an edit: `check-incremental.test.ts` sees to it that this is what reading the text anew would give.
      const now = snapshot.apart().with([{ uri, text: fixed, change: changeOf(fix, fixed.length - text.length) }]);
      const after = now.findings(uri);
      const problem = finding && problemOf(finding, before, after, fix, text);
      const details = `${finding?.message}\n--- before\n${text}\n--- after\n${fixed}`;
      return problem ? [{ code: finding.code, title: fix.title, problem, details }] : [];
    });
  });
}

function changeOf({ edits }: Fix, growth: number): TextChange {
  const end = Math.max(...edits.map(({ span }) => span.end));
  return { start: Math.min(...edits.map(({ span }) => span.start)), end, newEnd: end + growth };
}

function problemOf(
  finding: Finding,
  before: readonly Finding[],
  after: readonly Finding[],
  fix: Fix,
  text: string,
): string | undefined {
  // The same may be found elsewhere, where the fix lets more of the text be read: it is still there in its place only.
  const moved = fix.edits
    .filter(({ span }) => span.end <= finding.span.start)
    .reduce((sum, { span, newText }) => sum + newText.length - (span.end - span.start), 0);
  const isThere = (one: Finding) => one.span.start === finding.span.start + moved && countOf([one], finding) > 0;
  if (countOf(after, finding) >= countOf(before, finding) && after.some(isThere)) {
    return 'the finding is still there';
  }
  // The rule is off unless somebody wants it: what is inserted keeps to the grouping of the draft first.
  const added = newCodes(before, after).filter((code) => code !== 'action-order' || finding.code === code);
  const uncovers = UNCOVERING[finding.code] ?? [];
  const isUncovered = (code: string) =>
    uncovers === ALL ? !NEVER.includes(code) || before.some((one) => one.code === code) : uncovers.includes(code);
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

import assert from 'node:assert/strict';
import type { Finding, Fix } from '../server/src/model/finding';
import { type AnalyseOptions, snapshotOf, uriOf } from './analyse';
import { parseFixture } from './fixture';

/** The text with a fix applied to it. */
export function applyFix(text: string, fix: Fix): string {
  const edits = [...fix.edits].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((result, { span, newText }) => {
    return result.slice(0, span.start) + newText + result.slice(span.end);
  }, text);
}

/** The findings of the first file of a fixture, with its text. */
export function findingsOf(
  source: string,
  options: AnalyseOptions = {},
): { text: string; findings: readonly FixableFinding[] } {
  const { files } = parseFixture(source);
  const [first] = files;
  assert.ok(first);
  const snapshot = snapshotOf(Object.fromEntries(files.map(({ path, text }) => [path, text])), options);
  const findings = snapshot.findings(uriOf(first.path));
  const fixes = snapshot.fixes(uriOf(first.path), findings);
  return { text: first.text, findings: findings.map((finding, index) => ({ ...finding, fixes: fixes[index] ?? [] })) };
}

/** A finding with its fixes. */
export interface FixableFinding extends Finding {
  readonly fixes: readonly Fix[];
}

/** The fixes of the first finding with this code in the first file of a fixture. */
export function fixesOf(source: string, code: string, options: AnalyseOptions = {}): readonly Fix[] {
  const finding = findingsOf(source, options).findings.find((one) => one.code === code);
  assert.ok(finding, `no ${code}`);
  return finding.fixes;
}

/**
 * Checks what the fix with this title makes of the first file: the line or lines that change it into `expected`
 * (lines that the text did not have before, in order), that its finding is gone or another one, and that no finding is
 * new but `placeholder-left`.
 */
export function expectFix(
  source: string,
  { code, title, safe }: { readonly code: string; readonly title: string; readonly safe: boolean },
  expected: string,
  options: AnalyseOptions = {},
): void {
  const { text, findings } = findingsOf(source, options);
  const found = findings.filter((finding) => finding.code === code);
  const fix = found.flatMap(({ fixes }) => fixes).find((one) => one.title === title);
  assert.ok(fix, `no fix “${title}” among: ${found.flatMap(({ fixes }) => fixes.map((one) => one.title)).join('; ')}`);
  assert.equal(fix.safe, safe, 'safe');
  const fixed = applyFix(text, fix);
  assert.equal(newLines(text, fixed), expected);
  const { files } = parseFixture(source);
  const path = files[0]?.path ?? '';
  const rest = Object.fromEntries(files.slice(1).map((file) => [file.path, file.text]));
  const after = snapshotOf({ [path]: fixed, ...rest }, options).findings(uriOf(path));
  assert.deepEqual(addedBy(findings, after), [], 'findings that the fix adds');
  const same = ({ code: other, message }: Finding) =>
    found.some((one) => one.code === other && one.message === message);
  assert.ok(after.filter(same).length < found.length, 'the finding is still there');
}

/** Codes of findings that were not there before, or not as often; `placeholder-left` may be new. */
export function addedBy(before: readonly Finding[], after: readonly Finding[]): readonly string[] {
  const count = (findings: readonly Finding[], code: string) => findings.filter((one) => one.code === code).length;
  const codes = [...new Set(after.map(({ code }) => code))].filter((code) => code !== 'placeholder-left');
  return codes.filter((code) => count(after, code) > count(before, code));
}

/** The lines of `after` that are not in `before` at that place: what stands between the common start and end. */
function newLines(before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) {
    start++;
  }
  let end = 0;
  while (
    end < old.length - start &&
    end < now.length - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  ) {
    end++;
  }
  return now.slice(start, now.length - end).join('\n');
}

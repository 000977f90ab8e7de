import assert from 'node:assert/strict';
import type { Finding } from '../server/src/model/finding';
import { LineIndex } from '../server/src/model/lines';
import type { PartialSettings } from '../server/src/model/settings';
import { BUILT_IN_ROOT, builtInFiles } from '../server/src/project/built-in';
import { createSnapshot, type WorkspaceSnapshot, type WorkspaceState } from '../server/src/project/workspace';
import { type ExpectedFinding, type FixtureFile, parseFixture, renderFindings } from './fixture';

/** What a test can set; "today" is 3 June 2024 where nothing is said. */
export interface AnalyseOptions {
  readonly today?: string;
  readonly settings?: PartialSettings;
  /** Findings of other codes are not looked at, neither those found nor those expected. */
  readonly only?: readonly string[];
}

/** The URI of a fixture's file. */
export function uriOf(path: string): string {
  return `file://${path}`;
}

/** A snapshot of a workspace with these files, beside the built-in data. */
export function snapshotOf(files: Readonly<Record<string, string>>, options: AnalyseOptions = {}): WorkspaceSnapshot {
  const { settings = {}, today } = options;
  const all = new Map(Object.entries(files).map(([path, text]) => [uriOf(path), text]));
  return createSnapshot({ ...EMPTY, files: all, editorSettings: settings, today: today ?? EMPTY.today }, BUILT_IN);
}

const EMPTY: WorkspaceState = {
  builtIn: builtInFiles(BUILT_IN_ROOT),
  folder: 'file:///',
  files: new Map(),
  editorSettings: {},
  commandSettings: {},
  command: {},
  today: '2024-06-03',
};

/** The built-in data, read once: every other snapshot uses what this one has read. */
const BUILT_IN = createSnapshot(EMPTY);

/** Checks that the findings of a fixture's files are exactly those that it expects, one to one. */
export function expectFindings(source: string, options: AnalyseOptions = {}): void {
  const { files } = parseFixture(source);
  const snapshot = snapshotOf(Object.fromEntries(files.map((file) => [file.path, file.text])), options);
  for (const file of files) {
    const wanted = (code: string) => options.only === undefined || options.only.includes(code);
    const found = snapshot.findings(uriOf(file.path)).filter((finding) => wanted(finding.code));
    compare(
      file,
      found,
      file.expected.filter((expected) => wanted(expected.code)),
    );
  }
}

function compare(file: FixtureFile, found: readonly Finding[], expected: readonly ExpectedFinding[]): void {
  const actual = asExpected(file.text, found);
  const rest = [...expected];
  const same = actual.map((finding) => {
    const index = rest.findIndex((candidate) => matches(finding, candidate));
    return index < 0 ? finding : { ...finding, message: rest.splice(index, 1)[0]?.message ?? '' };
  });
  assert.equal(
    renderFindings(file.text, same),
    renderFindings(file.text, sorted(expected)),
    `findings of ${file.path}`,
  );
}

/** Findings in the form of a fixture. */
export function asExpected(text: string, findings: readonly Finding[]): ExpectedFinding[] {
  const lines = new LineIndex(text);
  const all = findings.map((finding) => {
    const start = lines.positionAt(finding.span.start);
    const end = lines.positionAt(finding.span.end);
    return {
      line: start.line,
      character: start.character,
      endCharacter: end.line === start.line ? Math.max(end.character, start.character + 1) : undefined,
      severity: finding.severity,
      code: finding.code,
      message: finding.message,
    };
  });
  return sorted(all);
}

function matches(actual: ExpectedFinding, expected: ExpectedFinding): boolean {
  return (
    actual.line === expected.line &&
    actual.character === expected.character &&
    actual.endCharacter === expected.endCharacter &&
    actual.severity === expected.severity &&
    actual.code === expected.code &&
    actual.message.includes(expected.message)
  );
}

function sorted(findings: readonly ExpectedFinding[]): ExpectedFinding[] {
  const key = (finding: ExpectedFinding) => [finding.line, finding.character, finding.code].join(' ');
  return [...findings].sort(
    (a, b) => a.line - b.line || a.character - b.character || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0),
  );
}

/**
 * Tests as texts. A fixture is one or several files; a cursor and the findings that are expected stand in the text:
 *
 *     //- /reports/a.report.md
 *     ## Action 6
 *     ## Action 99$0
 *        ^^^^^^^^^ error action-unknown: has no action 99
 *
 * `//- PATH` opens a file; without one the whole text is `/draft.report.md`. `$0` is the cursor and is taken out.
 * A line of carets expects a finding on the line above it (lines of carets not counted), at the columns of the carets,
 * of that severity and code, with a message that contains the words behind the colon. `^^^…` says that the finding
 * goes on behind the line's end. `^` alone at an empty place expects a finding of no width or of one character.
 */
export interface Fixture {
  readonly files: readonly FixtureFile[];
  /** The place of `$0`, where there is one. */
  readonly cursor: { readonly path: string; readonly offset: number } | undefined;
}

export interface FixtureFile {
  readonly path: string;
  /** Without marks. */
  readonly text: string;
  readonly expected: readonly ExpectedFinding[];
}

/** A finding as a fixture writes it; lines and characters from 0. */
export interface ExpectedFinding {
  readonly line: number;
  readonly character: number;
  /** Exclusive; undefined where the finding goes on in further lines. */
  readonly endCharacter: number | undefined;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

const FILE = /^\/\/- (\S+)$/;
const MARK = /^(\s*)(\^+)(…?)\s+(error|warning|info|hint)\s+([a-z-]+)(?::\s*(.*))?$/;

/** Reads a fixture. */
export function parseFixture(source: string): Fixture {
  const lines = source.replace(/^\n/, '').split('\n');
  const parts: { path: string; lines: string[] }[] = [];
  for (const line of lines) {
    const header = FILE.exec(line);
    if (header?.[1] !== undefined) {
      parts.push({ path: header[1], lines: [] });
    } else if (parts.length === 0) {
      parts.push({ path: '/draft.report.md', lines: [line] });
    } else {
      parts.at(-1)?.lines.push(line);
    }
  }
  let cursor: Fixture['cursor'];
  const files = parts.map(({ path, lines: partLines }) => {
    const { text, expected } = withoutMarks(partLines);
    const at = text.indexOf('$0');
    if (at >= 0) {
      cursor = { path, offset: at };
    }
    return { path, text: text.replace('$0', ''), expected };
  });
  return { files, cursor };
}

/** Writes the findings of a file below its lines, in the form that {@link parseFixture} reads. */
export function renderFindings(text: string, findings: readonly ExpectedFinding[]): string {
  const lines = text.split('\n');
  return lines
    .flatMap((line, number) => [
      line,
      ...findings.filter((finding) => finding.line === number).map((finding) => renderMark(finding)),
    ])
    .join('\n');
}

function renderMark(finding: ExpectedFinding): string {
  const end = finding.endCharacter;
  const carets = end === undefined ? '^…' : '^'.repeat(Math.max(1, end - finding.character));
  return `${' '.repeat(finding.character)}${carets} ${finding.severity} ${finding.code}: ${finding.message}`;
}

function withoutMarks(lines: readonly string[]): { text: string; expected: ExpectedFinding[] } {
  const kept: string[] = [];
  const expected: ExpectedFinding[] = [];
  for (const line of lines) {
    const mark = MARK.exec(line);
    if (!mark) {
      kept.push(line);
      continue;
    }
    const [, indent = '', carets = '', open, severity = '', code = '', message = ''] = mark;
    expected.push({
      line: kept.length - 1,
      character: indent.length,
      endCharacter: open ? undefined : indent.length + carets.length,
      severity,
      code,
      message,
    });
  }
  return { text: kept.join('\n'), expected };
}

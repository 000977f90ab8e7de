import picocolors from 'picocolors';
import { type Overview, overview } from '../features/overview';
import type { Finding, Severity } from '../model/finding';
import type { LineIndex } from '../model/lines';
import { isDocument } from '../parse/recognise';
import { canonicalUri } from '../project/uri';
import type { WorkspaceSnapshot } from '../project/workspace';
import { figuresOf } from '../rules/run';
import type { CheckHost, ShownFile } from './batch-checker';
import { lineIndexes } from './check-json';

const SEVERITIES = ['error', 'warning', 'info', 'hint'] as const;

type Colours = ReturnType<typeof picocolors.createColors>;

/** How many characters of a line are shown around a finding. */
const LINE_WIDTH = 100;

/** How many related places of a finding are shown, unless only one more would be left out. */
const MOST_RELATED = 6;

/** How many findings there are of each severity. */
type Counts = Readonly<Record<Severity, number>>;

/** Shows a file for a terminal: each finding with its line, then what the report covers. */
export function textOf(
  snapshot: WorkspaceSnapshot,
  host: CheckHost,
  colour: boolean,
): (uri: string, findings: readonly Finding[], counts: Counts) => string {
  const colours = picocolors.createColors(colour);
  const linesOf = lineIndexes(snapshot);
  const related = (finding: Finding) => {
    const all = finding.related.length;
    const shown = finding.related.slice(0, all > MOST_RELATED + 1 ? MOST_RELATED : all).map((place) => {
      const { line } = linesOf(place.uri).positionAt(place.span.start);
      // A document has no lines.
      const at = isDocument(canonicalUri(place.uri)) ? '' : `:${line + 1}`;
      return `      ${place.message} (${host.pathOf(place.uri)}${at})\n`;
    });
    const rest = all > shown.length ? [`      … and ${all - shown.length} more\n`] : [];
    return [...shown, ...rest].map(colours.dim);
  };
  return (uri, findings, counts) => {
    const lines = linesOf(uri);
    const shown = findings.map((finding) => renderFinding(finding, lines, colours) + related(finding).join(''));
    const summary = summaryOf(uri, snapshot);
    return [
      `${colours.bold(colours.underline(host.pathOf(uri)))}\n`,
      ...shown,
      `  ${summary ? `${summary} · ` : ''}${countsOf(counts, colours)}\n`,
    ].join('');
  };
}

/** The answer of `check` for a terminal: all files, and the findings of all together. */
export function joinText(files: readonly ShownFile[], colour: boolean): string {
  const all = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { counts } of files) {
    for (const severity of SEVERITIES) {
      all[severity] += counts[severity];
    }
  }
  const total = `${files.length} files · ${countsOf(all, picocolors.createColors(colour))}\n`;
  return [...files.map(({ shown }) => shown), ...(files.length > 1 ? [total] : [])].join('\n');
}

function renderFinding(finding: Finding, lines: LineIndex, colours: Colours): string {
  const start = lines.positionAt(finding.span.start);
  const end = lines.positionAt(finding.span.end);
  const paint = painter(finding.severity, colours);
  const text = lines.lineText(start.line);
  const from = Math.max(0, Math.min(start.character - 20, text.length - LINE_WIDTH));
  const shown = text.slice(from, from + LINE_WIDTH);
  const stop = Math.min((end.line === start.line ? end.character : text.length) - from, shown.length);
  const number = String(start.line + 1).padStart(6);
  const underline = ' '.repeat(displayWidth(shown.slice(0, start.character - from)));
  const mark = '^'.repeat(Math.max(1, displayWidth(shown.slice(start.character - from, Math.max(0, stop)))));
  return [
    `  ${start.line + 1}:${start.character + 1}  ${paint(finding.severity)}  ${finding.message}  ${colours.dim(finding.code)}\n`,
    `${colours.dim(`${number} │ `)}${shown.replaceAll('\t', ' ')}\n`,
    `${colours.dim('       │ ')}${underline}${paint(mark)}\n`,
  ].join('');
}

/** The state of a report in numbers, as its check has counted them. A failure of the engine is a finding already. */
function overviewOf(uri: string, snapshot: WorkspaceSnapshot): Overview | undefined {
  try {
    const checked = snapshot.checked(uri);
    return checked && overview(snapshot, uri, figuresOf(checked));
  } catch {
    return undefined;
  }
}

/** Columns in a terminal, near enough: astral characters count two units and take two columns, combining marks none. */
function displayWidth(text: string): number {
  return text.replace(/\p{M}/gu, '').length;
}

/**
 * "as of 2024-06-03 · 9 of 17 actions covered · 2 overdue · 1 due soon"; empty for a file that is no report. A draft without
 * entries has nothing to count: its kind.
 */
function summaryOf(uri: string, snapshot: WorkspaceSnapshot): string {
  const state = overviewOf(uri, snapshot);
  if (!state) {
    return '';
  }
  if (state.draft !== undefined) {
    return state.draft.toLowerCase();
  }
  return [
    `as of ${state.asOf.day}`,
    `${state.covered} of ${state.required} actions covered`,
    `${state.overdue} overdue`,
    `${state.dueSoon} due soon`,
  ].join(' · ');
}

function countsOf(counts: Counts, colours: Colours): string {
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    painter(severity, colours)(plural(counts[severity], severity)),
  );
  return parts.length === 0 ? colours.green('no findings') : parts.join(', ');
}

function plural(count: number, severity: Severity): string {
  return severity === 'info' ? `${count} info` : `${count} ${severity}${count === 1 ? '' : 's'}`;
}

function painter(severity: Severity, colours: Colours): (text: string) => string {
  return { error: colours.red, warning: colours.yellow, info: colours.blue, hint: colours.dim }[severity];
}

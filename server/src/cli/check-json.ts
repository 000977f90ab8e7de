import type { Finding } from '../model/finding';
import { LineIndex, type Range } from '../model/lines';
import type { Snapshot } from '../model/snapshot';
import type { Span } from '../model/span';
import { placesText } from '../project/document-drafts';
import { rulePageUri } from '../project/rule-page';
import type { WorkspaceSnapshot } from '../project/workspace';
import type { CheckHost, ShownFile } from './batch-checker';

/** Shows the findings of a file as items of a JSON array (DESIGN, section 7); positions count from 0. */
export function jsonOf(
  snapshot: WorkspaceSnapshot,
  host: CheckHost,
): (uri: string, findings: readonly Finding[]) => string {
  const rangeIn = rangesOf(snapshot);
  return (uri, findings) => {
    const file = host.pathOf(uri);
    const fixes = snapshot.fixes(uri, findings);
    const items = findings.map((finding, index) => ({
      file,
      range: rangeIn(uri, finding.span),
      severity: finding.severity,
      code: finding.code,
      message: finding.message,
      url: rulePageUri(host.packageRoot, finding.code),
      related: finding.related.map((place) => ({
        file: host.pathOf(place.uri),
        range: rangeIn(place.uri, place.span),
        message: place.message,
      })),
      fixes: (fixes[index] ?? []).map(({ title, safe, edits }) => ({
        title,
        safe,
        edits: edits.map(({ span, newText }) => ({ file, range: rangeIn(uri, span), newText })),
      })),
    }));
    return items.length === 0 ? '' : JSON.stringify(items, null, 2).slice(OPENING.length, -CLOSING.length);
  };
}

/** The answer of `check --format json`. */
export function joinJson(files: readonly ShownFile[]): string {
  const items = files.flatMap(({ shown }) => (shown === '' ? [] : [shown]));
  return items.length === 0 ? '[]\n' : `${OPENING}${items.join(',\n')}${CLOSING}\n`;
}

/** What stands around the items of an array that is not empty. */
const [OPENING, CLOSING] = ['[\n', '\n]'];

/** Makes ranges of spans; one line index for each file. */
export function rangesOf(snapshot: Snapshot): (uri: string, span: Span) => Range {
  const linesOf = lineIndexes(snapshot);
  return (uri, span) => {
    const lines = linesOf(uri);
    return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
  };
}

/** The line index of each file, made when it is first asked for. */
export function lineIndexes(snapshot: Snapshot): (uri: string) => LineIndex {
  const indexes = new Map<string, LineIndex>();
  return (uri) => {
    const lines = indexes.get(uri) ?? new LineIndex(placesText(uri, snapshot.text(uri)) ?? '');
    indexes.set(uri, lines);
    return lines;
  };
}

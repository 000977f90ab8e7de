import { LineIndex, type Range } from '../model/lines';
import type { Span } from '../model/span';
import { rulePageUri } from '../project/rule-page';
import type { WorkspaceSnapshot } from '../project/workspace';
import type { CheckedFile } from './check';
import type { CommandHost } from './program';

/** The answer of `check --format json` (DESIGN, section 7): sorted by file, range, code; positions count from 0. */
export function renderJson(files: readonly CheckedFile[], snapshot: WorkspaceSnapshot, host: CommandHost): string {
  const rangeIn = rangesOf(snapshot);
  const items = files.flatMap(({ uri, findings }) => {
    const fixes = snapshot.fixes(uri, findings);
    return findings.map((finding, index) => ({
      file: host.pathOf(uri),
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
        edits: edits.map(({ span, newText }) => ({ file: host.pathOf(uri), range: rangeIn(uri, span), newText })),
      })),
    }));
  });
  return `${JSON.stringify(items, null, 2)}\n`;
}

/** Makes ranges of spans; one line index for each file. */
export function rangesOf(snapshot: WorkspaceSnapshot): (uri: string, span: Span) => Range {
  const indexes = new Map<string, LineIndex>();
  return (uri, span) => {
    const lines = indexes.get(uri) ?? new LineIndex(snapshot.text(uri) ?? '');
    indexes.set(uri, lines);
    return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
  };
}

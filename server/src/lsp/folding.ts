import * as lsp from 'vscode-languageserver';
import { type Fold, Foldings } from '../features/folding';
import type { Lines } from '../model/lines';
import type { ServerFeature } from './feature';

/** What can be folded away. Only whole lines are, so that it is the same for clients that know nothing else. */
export const folding: ServerFeature = {
  capabilities: () => ({ foldingRangeProvider: true }),
  register: ({ connection, session, answer, client }) => {
    const foldings = new Foldings();
    const limit = client.textDocument?.foldingRange?.rangeLimit ?? Number.POSITIVE_INFINITY;
    connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
      answer(token, () => {
        const here = session(uri);
        const [lines, now] = [here.lines(uri), here.snapshot()];
        return lines && now.roleOf(uri) !== undefined ? toRanges(foldings.of(now, uri), lines, limit) : null;
      }),
    );
  },
};

const KINDS: Readonly<Partial<Record<Fold['kind'], lsp.FoldingRangeKind>>> = {
  comment: lsp.FoldingRangeKind.Comment,
  header: lsp.FoldingRangeKind.Imports,
  region: lsp.FoldingRangeKind.Region,
};

/** One for each line that something starts in, the longest; where there are too many, the longest of all. */
function toRanges(folds: readonly Fold[], lines: Lines, limit: number): lsp.FoldingRange[] {
  const byLine = new Map<number, lsp.FoldingRange>();
  for (const { span, kind } of folds) {
    const startLine = lines.positionAt(span.start).line;
    const endLine = lines.positionAt(span.end).line;
    if (endLine > Math.max(startLine, byLine.get(startLine)?.endLine ?? 0)) {
      const itsKind = KINDS[kind];
      byLine.set(startLine, { startLine, endLine, ...(itsKind === undefined ? {} : { kind: itsKind }) });
    }
  }
  const ranges = [...byLine.values()];
  const length = ({ startLine, endLine }: lsp.FoldingRange) => endLine - startLine;
  const kept = ranges.length > limit ? ranges.sort((a, b) => length(b) - length(a)).slice(0, limit) : ranges;
  return kept.sort((a, b) => a.startLine - b.startLine);
}

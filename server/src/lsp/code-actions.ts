import * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type LinesOf, type RulePage, toDiagnostic, toRange } from './convert';
import type { Session } from './session';

/**
 * The fixes of the findings that a range touches, as quick fixes. The edits are data of the findings; they carry the
 * document's version, so that nothing is written into a text that has changed meanwhile.
 */
export function quickFixes(
  document: TextDocument,
  range: lsp.Range,
  session: Session,
  pageOf: RulePage,
): readonly lsp.CodeAction[] {
  const lines = session.lines(document.uri);
  if (!lines) {
    return [];
  }
  const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  const linesOf: LinesOf = (uri) => session.lines(uri);
  const touched = session
    .findings(document.uri)
    .filter((finding) => finding.span.start <= end && start <= finding.span.end);
  const fixes = session.snapshot().fixes(document.uri, touched);
  return touched.flatMap((finding, index) =>
    (fixes[index] ?? []).map((fix, _, all) => ({
      title: fix.title,
      kind: lsp.CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding, document.uri, linesOf, pageOf)],
      isPreferred: fix.safe && all.length === 1,
      edit: {
        documentChanges: [
          {
            textDocument: { uri: document.uri, version: document.version },
            edits: fix.edits.map(({ span, newText }) => ({ range: toRange(lines, span), newText })),
          },
        ],
      },
    })),
  );
}

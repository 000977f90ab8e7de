import * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { toDiagnostic } from './convert';
import { toWorkspaceEdit } from './edits';
import type { FeatureContext, ServerFeature } from './feature';
import { REFACTORING_KINDS, refactorings, resolveRefactoring } from './refactorings';

/** What can be done about the findings in a range. */
export const codeActions: ServerFeature = {
  capabilities: () => ({
    codeActionProvider: {
      codeActionKinds: [lsp.CodeActionKind.QuickFix, ...REFACTORING_KINDS],
      resolveProvider: true,
    },
  }),
  register: (context) => {
    const { connection, documents, answer } = context;
    connection.onCodeAction((parameters, token) =>
      answer(token, () => {
        const { textDocument, range, context: asked } = parameters;
        const document = documents.get(textDocument.uri);
        const wantsFixes = asked.only?.some((kind) => isQuickFix(kind)) !== false;
        return document
          ? [...(wantsFixes ? quickFixes(document, range, context) : []), ...refactorings(parameters, context)]
          : null;
      }),
    );
    connection.onCodeActionResolve((action, token) => answer(token, () => resolveRefactoring(action, context)));
  },
};

function isQuickFix(kind: string): boolean {
  return kind === '' || kind === lsp.CodeActionKind.QuickFix || kind.startsWith(`${lsp.CodeActionKind.QuickFix}.`);
}

/** The fixes of the findings that a range touches, as quick fixes. The edits are data of the findings. */
function quickFixes(
  { uri }: TextDocument,
  range: lsp.Range,
  { session, documents, pageOf }: FeatureContext,
): readonly lsp.CodeAction[] {
  const here = session(uri);
  const lines = here.lines(uri);
  if (!lines) {
    return [];
  }
  const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  const touched = here.findings(uri).filter((finding) => finding.span.start <= end && start <= finding.span.end);
  const fixes = here.snapshot().fixes(uri, touched);
  return touched.flatMap((finding, index) =>
    (fixes[index] ?? []).map((fix, _, all) => ({
      title: fix.title,
      kind: lsp.CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(finding, uri, (other) => here.lines(other), pageOf)],
      isPreferred: fix.safe && all.length === 1,
      edit: toWorkspaceEdit([{ uri, edits: fix.edits }], { documents, session }),
    })),
  );
}

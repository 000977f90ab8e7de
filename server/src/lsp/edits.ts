import type * as lsp from 'vscode-languageserver';
import type { TextEdit } from '../model/finding';
import { toRange } from './convert';
import type { FeatureContext } from './feature';

/** Edits of one file, with offsets into its text as the snapshot knows it. */
export interface FileEdits {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Edits as a client takes them. Those of open documents carry the version that they were made for, so that nothing is
 * written into a text that has changed meanwhile. Files that nobody knows are left out.
 */
export function toWorkspaceEdit(
  files: readonly FileEdits[],
  { documents, session }: Pick<FeatureContext, 'documents' | 'session'>,
): lsp.WorkspaceEdit {
  return {
    documentChanges: files.flatMap(({ uri, edits }) => {
      const lines = session(uri).lines(uri);
      return lines
        ? [
            {
              textDocument: { uri, version: documents.get(uri)?.version ?? null },
              edits: edits.map(({ span, newText }) => ({ range: toRange(lines, span), newText })),
            },
          ]
        : [];
    }),
  };
}

import type * as lsp from 'vscode-languageserver';
import type { TextEdit } from '../model/finding';
import type { Span } from '../model/span';
import { escapeSnippet } from '../write/snippet';
import { toRange } from './convert';
import type { FeatureContext } from './feature';

/** Edits of one file, with offsets into its text as the snapshot knows it. */
export interface FileEdits {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

type EditContext = Pick<FeatureContext, 'documents' | 'session'>;

/**
 * Edits as a client takes them. Those of open documents carry the version that they were made for, so that nothing is
 * written into a text that has changed meanwhile. Files that nobody knows are left out.
 */
export function toWorkspaceEdit(files: readonly FileEdits[], context: EditContext): lsp.WorkspaceEdit {
  return {
    documentChanges: files.flatMap(({ uri, edits }) => {
      const lines = context.session(uri).lines(uri);
      return lines
        ? [
            {
              textDocument: versioned(uri, context),
              edits: edits.map(({ span, newText }) => ({ range: toRange(lines, span), newText })),
            },
          ]
        : [];
    }),
  };
}

/**
 * One edit of a file, after which what stands at `selected` (a span of the new text) waits to be typed over, where the
 * client can do that; a plain edit elsewhere.
 */
export function toSnippetEdit(
  { uri, edit, selected }: { readonly uri: string; readonly edit: TextEdit; readonly selected: Span },
  context: EditContext & Pick<FeatureContext, 'client'>,
): lsp.WorkspaceEdit {
  const lines = context.session(uri).lines(uri);
  if (!lines || !context.client.workspace?.workspaceEdit?.snippetEditSupport) {
    return toWorkspaceEdit([{ uri, edits: [edit] }], context);
  }
  const { span, newText } = edit;
  const [before, words, behind] = [
    newText.slice(0, selected.start),
    newText.slice(selected.start, selected.end),
    newText.slice(selected.end),
  ].map(escapeSnippet);
  const snippet: lsp.StringValue = { kind: 'snippet', value: `${before}\${1:${words}}${behind}` };
  return {
    documentChanges: [{ textDocument: versioned(uri, context), edits: [{ range: toRange(lines, span), snippet }] }],
  };
}

/** An edit that makes a file that is not there yet. Undefined for clients that make none. */
export function toNewFile(uri: string, text: string, client: lsp.ClientCapabilities): lsp.WorkspaceEdit | undefined {
  const start = { line: 0, character: 0 };
  return client.workspace?.workspaceEdit?.resourceOperations?.includes('create')
    ? {
        documentChanges: [
          { kind: 'create', uri, options: { ignoreIfExists: true } },
          { textDocument: { uri, version: null }, edits: [{ range: { start, end: start }, newText: text }] },
        ],
      }
    : undefined;
}

function versioned(uri: string, { documents }: EditContext): lsp.OptionalVersionedTextDocumentIdentifier {
  return { uri, version: documents.get(uri)?.version ?? null };
}

import * as lsp from 'vscode-languageserver';
import { Catalogue } from '../features/catalogue';
import { complete } from '../features/completion';
import { describeCompletion } from '../features/completion-topic';
import { hover } from '../features/hover';
import type { Lines } from '../model/lines';
import type { WorkspaceSnapshot } from '../project/workspace';
import { type CompletionClient, type CompletionData, toCompletionList, toHover } from './convert';

/** What completion and hover are made with. */
export interface CompletionService {
  readonly connection: lsp.Connection;
  /** The lines of an open document, of the same text as that of the snapshot. */
  readonly linesOf: (uri: string) => Lines | undefined;
  /** The workspace as it is now. */
  readonly snapshot: () => WorkspaceSnapshot;
  /** Runs what answers a request as soon as it can be answered; a cancelled one is answered "cancelled". */
  readonly answer: <T>(token: lsp.CancellationToken, make: () => T) => Promise<T>;
  readonly capabilities: lsp.ClientCapabilities;
}

/** What the server says about completion when it shakes hands with a client. */
export function completionOptions(capabilities: lsp.ClientCapabilities): lsp.CompletionOptions {
  return {
    triggerCharacters: [' ', ':', ',', '(', '[', '#', '-', '"', '|'],
    ...(clientOf(capabilities).resolvesDocumentation ? { resolveProvider: true } : {}),
  };
}

/** Answers requests for completions, for the documentation of one of them, and for hovers. */
export function registerCompletion({ connection, linesOf, snapshot, answer, capabilities }: CompletionService): void {
  const catalogue = new Catalogue();
  const client = clientOf(capabilities);

  connection.onCompletion(({ textDocument: { uri }, position }, token) =>
    answer(token, () => {
      const lines = linesOf(uri);
      const now = snapshot();
      if (!lines || now.roleOf(uri) === undefined) {
        return null;
      }
      const offset = lines.offsetAt(position);
      const items = complete(now, uri, offset, catalogue);
      const cursor = { uri, offset, position: lines.positionAt(offset) };
      return toCompletionList(items, cursor, client, ({ topic }) => describeCompletion(now, uri, topic));
    }),
  );
  connection.onCompletionResolve((item, token) =>
    answer(token, () => {
      const { uri, topic } = (item.data ?? {}) as Partial<CompletionData>;
      const value = typeof uri === 'string' ? describeCompletion(snapshot(), uri, topic) : undefined;
      return value === undefined ? item : { ...item, documentation: { kind: lsp.MarkupKind.Markdown, value } };
    }),
  );
  connection.onHover(({ textDocument: { uri }, position }, token) =>
    answer(token, () => {
      const lines = linesOf(uri);
      const found = lines && hover(snapshot(), uri, lines.offsetAt(position));
      return found ? toHover(found, lines) : null;
    }),
  );
}

/** What a client understands of completions. */
function clientOf({ textDocument }: lsp.ClientCapabilities): CompletionClient {
  const { completionItem, completionList } = textDocument?.completion ?? {};
  return {
    resolvesDocumentation: completionItem?.resolveSupport?.properties.includes('documentation') ?? false,
    itemDefaults: new Set(completionList?.itemDefaults ?? []),
  };
}

import * as lsp from 'vscode-languageserver';
import { Catalogue } from '../features/catalogue';
import { complete, namesPrevious } from '../features/completion';
import { describeCompletion } from '../features/completion-topic';
import { type CompletionClient, type CompletionData, toCompletionList } from './convert';
import type { ServerFeature } from './feature';

/** What could stand at the cursor, and the documentation of one such thing. */
export const completion: ServerFeature = {
  capabilities: (client) => ({
    completionProvider: {
      triggerCharacters: [' ', ':', ',', '(', '[', '#', '-', '"', '|', '/'],
      ...(clientOf(client).resolvesDocumentation ? { resolveProvider: true } : {}),
    },
  }),
  register: ({ connection, session, answer, client: capabilities }) => {
    const catalogue = new Catalogue();
    const client = clientOf(capabilities);
    connection.onCompletion(({ textDocument: { uri }, position }, token) =>
      answer(token, async () => {
        const typed = session(uri).lines(uri)?.offsetAt(position) ?? 0;
        const isPath = namesPrevious(session(uri).snapshot().text(uri) ?? '', typed);
        const reportPaths = isPath ? await session(uri).reportPaths(uri) : [];
        const lines = session(uri).lines(uri);
        const now = session(uri).snapshot();
        if (!lines || now.roleOf(uri) === undefined) {
          return null;
        }
        const offset = lines.offsetAt(position);
        const items = complete(now, uri, offset, catalogue, reportPaths);
        const cursor = { uri, offset, position: lines.positionAt(offset) };
        return toCompletionList(items, cursor, client, ({ topic }) => describeCompletion(now, uri, topic));
      }),
    );
    connection.onCompletionResolve((item, token) =>
      answer(token, () => {
        const { uri, topic } = (item.data ?? {}) as Partial<CompletionData>;
        const value = typeof uri === 'string' ? describeCompletion(session(uri).snapshot(), uri, topic) : undefined;
        return value === undefined ? item : { ...item, documentation: { kind: lsp.MarkupKind.Markdown, value } };
      }),
    );
  },
};

/** What a client understands of completions. */
function clientOf({ textDocument }: lsp.ClientCapabilities): CompletionClient {
  const { completionItem, completionList } = textDocument?.completion ?? {};
  return {
    resolvesDocumentation: completionItem?.resolveSupport?.properties.includes('documentation') ?? false,
    itemDefaults: new Set(completionList?.itemDefaults ?? []),
  };
}

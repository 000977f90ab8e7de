import type * as lsp from 'vscode-languageserver';
import { WorkspaceSymbols } from '../features/workspace-symbols';
import { toRange } from './convert';
import { SYMBOL_KINDS } from './document-symbols';
import type { ServerFeature } from './feature';
import type { Session } from './session';

/** Actions, deliverables and actors of the workspace, and entries of its reports, by name. */
export const workspaceSymbols: ServerFeature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register: ({ connection, sessions, answer }) => {
    const ofFolders = new WeakMap<Session, WorkspaceSymbols>();
    connection.onWorkspaceSymbol(({ query }, token) =>
      answer(token, () => {
        const found = new Map<string, lsp.SymbolInformation>();
        for (const session of sessions()) {
          const symbols = ofFolders.get(session) ?? new WorkspaceSymbols();
          ofFolders.set(session, symbols);
          for (const symbol of symbolsIn(session, symbols, query)) {
            // What is built in is known in every folder.
            found.set(JSON.stringify([symbol.name, symbol.location]), symbol);
          }
        }
        return [...found.values()];
      }),
    );
  },
};

function symbolsIn(session: Session, symbols: WorkspaceSymbols, query: string): readonly lsp.SymbolInformation[] {
  return symbols.find(session.snapshot(), query).flatMap(({ name, kind, container, uri, span }) => {
    const lines = session.lines(uri);
    return lines
      ? [
          {
            name,
            kind: SYMBOL_KINDS[kind],
            location: { uri, range: toRange(lines, span) },
            ...(container === undefined ? {} : { containerName: container }),
          },
        ]
      : [];
  });
}

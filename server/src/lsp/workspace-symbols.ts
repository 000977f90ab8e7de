import { WorkspaceSymbols } from '../features/workspace-symbols';
import { toRange } from './convert';
import { SYMBOL_KINDS } from './document-symbols';
import type { ServerFeature } from './feature';

/** Actions, deliverables and actors of the workspace, and entries of its reports, by name. */
export const workspaceSymbols: ServerFeature = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register: ({ connection, session, snapshot, answer }) => {
    const symbols = new WorkspaceSymbols();
    connection.onWorkspaceSymbol(({ query }, token) =>
      answer(token, () =>
        symbols.find(snapshot(), query).flatMap(({ name, kind, container, uri, span }) => {
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
        }),
      ),
    );
  },
};

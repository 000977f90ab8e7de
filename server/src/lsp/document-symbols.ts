import * as lsp from 'vscode-languageserver';
import { type OutlineItem, type OutlineKind, Outlines } from '../features/outline';
import type { Lines } from '../model/lines';
import { toRange } from './convert';
import type { ServerFeature } from './feature';

/** The outline of a document: nested where the client takes that, else a list in which every symbol names its container. */
export const documentSymbols: ServerFeature = {
  capabilities: () => ({ documentSymbolProvider: { label: 'Rapporteur' } }),
  register: ({ connection, session, answer, client }) => {
    const outlines = new Outlines();
    const isNested = client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport ?? false;
    connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
      answer(token, (): lsp.DocumentSymbol[] | lsp.SymbolInformation[] | null => {
        const here = session(uri);
        const [lines, now] = [here.lines(uri), here.snapshot()];
        if (!lines || now.roleOf(uri) === undefined) {
          return null;
        }
        const outline = outlines.of(now, uri);
        return isNested ? outline.map((item) => toSymbol(item, lines)) : toInformation(outline, uri, lines, undefined);
      }),
    );
  },
};

/** What an outline's item is in the protocol's words. */
export const SYMBOL_KINDS: Readonly<Record<OutlineKind, lsp.SymbolKind>> = {
  header: lsp.SymbolKind.Module,
  key: lsp.SymbolKind.Property,
  group: lsp.SymbolKind.Namespace,
  section: lsp.SymbolKind.String,
  entry: lsp.SymbolKind.Event,
  deliverable: lsp.SymbolKind.Constant,
  'next-step': lsp.SymbolKind.Field,
  area: lsp.SymbolKind.Namespace,
  action: lsp.SymbolKind.Event,
  commitment: lsp.SymbolKind.Constant,
  actor: lsp.SymbolKind.Interface,
};

function toSymbol({ name, detail, kind, span, selection, children }: OutlineItem, lines: Lines): lsp.DocumentSymbol {
  return {
    name,
    ...(detail === undefined ? {} : { detail }),
    kind: SYMBOL_KINDS[kind],
    range: toRange(lines, span),
    selectionRange: toRange(lines, selection),
    ...(children.length === 0 ? {} : { children: children.map((child) => toSymbol(child, lines)) }),
  };
}

function toInformation(
  items: readonly OutlineItem[],
  uri: string,
  lines: Lines,
  containerName: string | undefined,
): lsp.SymbolInformation[] {
  return items.flatMap(({ name, kind, span, children }) => [
    {
      name,
      kind: SYMBOL_KINDS[kind],
      location: { uri, range: toRange(lines, span) },
      ...(containerName === undefined ? {} : { containerName }),
    },
    ...toInformation(children, uri, lines, name),
  ]);
}

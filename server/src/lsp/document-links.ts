import type * as lsp from 'vscode-languageserver';
import { DocumentLinks, type LinkTarget } from '../features/document-links';
import { resolveReference, uriOfCanonical } from '../project/uri';
import { toRange } from './convert';
import type { ServerFeature } from './feature';

/**
 * Citations, paths and addresses as links. They come with their targets at once: these follow from words that have been
 * read already, and an editor that is told later shows no tooltip.
 */
export const documentLinks: ServerFeature = {
  capabilities: () => ({ documentLinkProvider: {} }),
  register: ({ connection, session, answer, client }) => {
    const links = new DocumentLinks();
    const hasTooltips = client.textDocument?.documentLink?.tooltipSupport ?? false;
    connection.onDocumentLinks(({ textDocument: { uri } }, token) =>
      answer(token, () => {
        const here = session(uri);
        const [lines, now] = [here.lines(uri), here.snapshot()];
        if (!lines || now.roleOf(uri) === undefined) {
          return null;
        }
        return links.of(now, uri).flatMap(({ span, target, tooltip }): lsp.DocumentLink[] => {
          const address = addressOf(target, uri);
          return address === undefined
            ? []
            : [{ range: toRange(lines, span), target: address, ...(hasTooltips ? { tooltip } : {}) }];
        });
      }),
    );
  },
};

/** Undefined where the document is on no disk, so that nothing is relative to it. */
function addressOf(target: LinkTarget, base: string): string | undefined {
  if ('url' in target) {
    return target.url;
  }
  const [path = '', ...fragment] = target.reference.split('#');
  const canonical = path === '' ? undefined : resolveReference(base, path);
  return canonical === undefined ? undefined : [uriOfCanonical(canonical), ...fragment].join('#');
}

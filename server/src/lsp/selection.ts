import type * as lsp from 'vscode-languageserver';
import { selectionsAt } from '../features/selection';
import { toRange } from './convert';
import type { ServerFeature } from './feature';

/** What "expand selection" goes through: word, value, item, paragraph, entry, group, document. */
export const selection: ServerFeature = {
  capabilities: () => ({ selectionRangeProvider: true }),
  register: ({ connection, session, answer }) => {
    connection.onSelectionRanges(({ textDocument: { uri }, positions }, token) =>
      answer(token, () => {
        const here = session(uri);
        const [lines, now] = [here.lines(uri), here.snapshot()];
        if (!lines || now.roleOf(uri) === undefined) {
          return null;
        }
        return positions.map((position): lsp.SelectionRange => {
          const outermostFirst = [...selectionsAt(now, uri, lines.offsetAt(position))].reverse();
          let selected: lsp.SelectionRange | undefined;
          for (const span of outermostFirst) {
            selected = { range: toRange(lines, span), ...(selected ? { parent: selected } : {}) };
          }
          return selected ?? { range: { start: position, end: position } };
        });
      }),
    );
  },
};

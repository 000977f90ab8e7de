import type * as lsp from 'vscode-languageserver';
import { type InlayHint, InlayHints } from '../features/inlay-hints';
import { toRange } from './convert';
import type { ServerFeature } from './feature';
import { refreshWith } from './refresh';
import type { Session } from './session';

/** What dates mean, abbreviations of actors, titles behind numbers. */
export const inlayHints: ServerFeature = {
  capabilities: () => ({ inlayHintProvider: true }),
  register: (context) => {
    const { connection, session, answer, client } = context;
    const hints = new InlayHints();
    connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
      answer(token, () => {
        const here = session(uri);
        const [lines, now] = [here.lines(uri), here.snapshot()];
        if (!lines || now.roleOf(uri) === undefined) {
          return null;
        }
        const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
        return hints.of(now, uri, span).map((hint) => toInlayHint(hint, lines.positionAt(hint.offset), here));
      }),
    );
    if (client.workspace?.inlayHint?.refreshSupport) {
      refreshWith(context, () => connection.languages.inlayHint.refresh());
    }
  },
};

function toInlayHint({ label, tooltip, target }: InlayHint, position: lsp.Position, session: Session): lsp.InlayHint {
  const lines = target && session.lines(target.uri);
  const location = target && lines ? { uri: target.uri, range: toRange(lines, target.span) } : undefined;
  return {
    position,
    label: location ? [{ value: label, tooltip, location }] : label,
    ...(location ? {} : { tooltip }),
    paddingLeft: true,
  };
}

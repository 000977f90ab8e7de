import { hover as hoverAt } from '../features/hover';
import { toHover } from './convert';
import type { ServerFeature } from './feature';

/** What the words under the mouse mean. */
export const hover: ServerFeature = {
  capabilities: () => ({ hoverProvider: true }),
  register: ({ connection, session, answer }) => {
    connection.onHover(({ textDocument: { uri }, position }, token) =>
      answer(token, () => {
        const here = session(uri);
        const lines = here.lines(uri);
        const found = lines && hoverAt(here.snapshot(), uri, lines.offsetAt(position));
        return found ? toHover(found, lines) : null;
      }),
    );
  },
};

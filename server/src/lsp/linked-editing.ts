import { toRange } from './convert';
import type { ServerFeature } from './feature';

/** The label of a footnote is typed once: its text and all of its marks change together. */
export const linkedEditing: ServerFeature = {
  capabilities: () => ({ linkedEditingRangeProvider: true }),
  register: ({ connection, places, answer }) => {
    connection.languages.onLinkedEditingRange(({ textDocument: { uri }, position }, token) =>
      answer(token, () => {
        const { session, occurrences } = places.of(uri);
        const [lines, now] = [session.lines(uri), session.snapshot()];
        const [at] = lines ? occurrences.at(now, uri, lines.offsetAt(position)) : [];
        if (!lines || at?.subject.kind !== 'footnote') {
          return null;
        }
        const labels = occurrences.naming(now, uri, [at.subject]);
        return labels.length < 2
          ? null
          : { ranges: labels.map(({ name }) => toRange(lines, name)), wordPattern: '[^\\s\\[\\]^`\\\\]+' };
      }),
    );
  },
};

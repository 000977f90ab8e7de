import * as lsp from 'vscode-languageserver';
import { type Occurrence, type Subject, subjectKey } from '../model/subject';
import { toRange } from './convert';
import type { ServerFeature } from './feature';
import type { FolderPlaces } from './folder-places';
import { searching } from './search';

/** Every place that names what stands under the cursor: in all reports, roadmaps and actors, and in the document alone. */
export const references: ServerFeature = {
  capabilities: () => ({ referencesProvider: true, documentHighlightProvider: true }),
  register: (context) => {
    const { connection, places, answer } = context;
    connection.onReferences(({ textDocument: { uri }, position, context: { includeDeclaration } }, token) =>
      answer(token, async () => {
        const { session, occurrences, mentions } = places.of(uri);
        const lines = session.lines(uri);
        const at = lines ? occurrences.at(session.snapshot(), uri, lines.offsetAt(position)) : [];
        const subjects = distinct(at);
        const closed = await Promise.all(
          subjects
            .filter(({ kind }) => kind !== 'footnote')
            .map((subject) => searching(context, token, (control) => mentions.search(subject, control))),
        );
        const known = subjects.flatMap((subject) => inKnownFiles(subject, uri, includeDeclaration, places.of(uri)));
        // A report may have been opened, or read for another one, while the others were looked through.
        const others = closed
          .flat()
          .filter(({ uri: file }) => session.snapshot().text(file) === undefined)
          .flatMap(({ uri: file, places: found }) =>
            found
              .filter(({ isDefinition }) => includeDeclaration || !isDefinition)
              .map(({ range }): lsp.Location => ({ uri: file, range })),
          );
        return at.length === 0 ? null : [...known, ...others];
      }),
    );
    connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
      answer(token, () => {
        const { session, occurrences } = places.of(uri);
        const [lines, now] = [session.lines(uri), session.snapshot()];
        const at = lines ? occurrences.at(now, uri, lines.offsetAt(position)) : [];
        if (!lines || at.length === 0) {
          return null;
        }
        return occurrences.naming(now, uri, distinct(at)).map(
          ({ span, isDefinition }): lsp.DocumentHighlight => ({
            range: toRange(lines, span),
            kind: isDefinition ? lsp.DocumentHighlightKind.Write : lsp.DocumentHighlightKind.Read,
          }),
        );
      }),
    );
  },
};

/** The places in open documents, roadmaps and actors, as the snapshot has them. */
function inKnownFiles(
  subject: Subject,
  uri: string,
  includeDeclaration: boolean,
  { session, occurrences }: FolderPlaces,
): readonly lsp.Location[] {
  const now = session.snapshot();
  const isWanted = ({ isDefinition, form }: Occurrence) => !isDefinition || (includeDeclaration && form === 'id');
  return (subject.kind === 'footnote' ? [uri] : now.uris).flatMap((file) => {
    const found = occurrences.naming(now, file, [subject]).filter(isWanted);
    const lines = found.length === 0 ? undefined : session.lines(file);
    return lines ? found.map(({ span }): lsp.Location => ({ uri: file, range: toRange(lines, span) })) : [];
  });
}

function distinct(at: readonly Occurrence[]): readonly Subject[] {
  return [...new Map(at.map(({ subject }) => [subjectKey(subject), subject])).values()];
}

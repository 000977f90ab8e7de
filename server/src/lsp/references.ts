import * as lsp from 'vscode-languageserver';
import { type Occurrence, type Subject, subjectKey } from '../model/subject';
import { toRange } from './convert';
import type { FeatureContext, ServerFeature } from './feature';
import { searching } from './search';

/** Every place that names what stands under the cursor: in all reports, roadmaps and actors, and in the document alone. */
export const references: ServerFeature = {
  capabilities: () => ({ referencesProvider: true, documentHighlightProvider: true }),
  register: (context) => {
    const { connection, session, snapshot, occurrences, answer } = context;
    connection.onReferences(({ textDocument: { uri }, position, context: { includeDeclaration } }, token) =>
      answer(token, async () => {
        const lines = session.lines(uri);
        const at = lines ? occurrences.at(snapshot(), uri, lines.offsetAt(position)) : [];
        const subjects = distinct(at);
        const closed = await Promise.all(
          subjects
            .filter(({ kind }) => kind !== 'footnote')
            .map((subject) => searching(context, token, (control) => context.mentions.search(subject, control))),
        );
        const known = subjects.flatMap((subject) => inKnownFiles(subject, uri, includeDeclaration, context));
        const others = closed
          .flat()
          .flatMap(({ uri: file, places }) =>
            places
              .filter(({ isDefinition }) => includeDeclaration || !isDefinition)
              .map(({ range }): lsp.Location => ({ uri: file, range })),
          );
        return at.length === 0 ? null : [...known, ...others];
      }),
    );
    connection.onDocumentHighlight(({ textDocument: { uri }, position }, token) =>
      answer(token, () => {
        const lines = session.lines(uri);
        const at = lines ? occurrences.at(snapshot(), uri, lines.offsetAt(position)) : [];
        if (!lines || at.length === 0) {
          return null;
        }
        const keys = new Set(at.map(({ subject }) => subjectKey(subject)));
        return occurrences
          .of(snapshot(), uri)
          .filter(({ subject }) => keys.has(subjectKey(subject)))
          .map(
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
  { session, snapshot, occurrences }: FeatureContext,
): readonly lsp.Location[] {
  const now = snapshot();
  const key = subjectKey(subject);
  const isWanted = ({ subject: its, isDefinition, form }: Occurrence) =>
    subjectKey(its) === key && (!isDefinition || (includeDeclaration && form === 'id'));
  return (subject.kind === 'footnote' ? [uri] : now.uris).flatMap((file) => {
    const found = occurrences.of(now, file).filter(isWanted);
    const lines = found.length === 0 ? undefined : session.lines(file);
    return lines ? found.map(({ span }): lsp.Location => ({ uri: file, range: toRange(lines, span) })) : [];
  });
}

function distinct(at: readonly Occurrence[]): readonly Subject[] {
  return [...new Map(at.map(({ subject }) => [subjectKey(subject), subject])).values()];
}

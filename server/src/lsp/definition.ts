import type * as lsp from 'vscode-languageserver';
import { actionsAround, type DefinitionPlace, definingFile, definitionsAmong, marksOf } from '../features/definition';
import type { Lines } from '../model/lines';
import type { Span } from '../model/span';
import type { Occurrence, Subject } from '../model/subject';
import { canonicalUri, uriOfCanonical } from '../project/uri';
import { toRange } from './convert';
import type { FeatureContext, ServerFeature } from './feature';
import type { FolderPlaces } from './folder-places';
import { searching } from './search';
import type { Session } from './session';

/** Where what stands under the cursor is defined; and of what action it is a part ("type definition"). */
export const definition: ServerFeature = {
  capabilities: () => ({ definitionProvider: true, typeDefinitionProvider: true }),
  register: (context) => {
    const { connection, places, answer, client } = context;
    connection.onDefinition(({ textDocument: { uri }, position }, token) =>
      answer(token, async () => {
        const { session, occurrences } = places.of(uri);
        const lines = session.lines(uri);
        const at = lines ? occurrences.at(session.snapshot(), uri, lines.offsetAt(position)) : [];
        const targets = await Promise.all(at.map((occurrence) => targetsOf(occurrence, uri, context, token)));
        return toAnswer(targets.flat(), at[0]?.span, lines, client.textDocument?.definition);
      }),
    );
    connection.onTypeDefinition(({ textDocument: { uri }, position }, token) =>
      answer(token, () => {
        const { session, occurrences } = places.of(uri);
        const lines = session.lines(uri);
        if (!lines) {
          return null;
        }
        const [now, offset] = [session.snapshot(), lines.offsetAt(position)];
        const at = occurrences.at(now, uri, offset);
        const actions = actionsAround(now, uri, offset, at, () => occurrences.of(now, uri));
        const targets = actions.flatMap((action) => inDefinitions(action, places.of(uri)));
        return toAnswer(targets, at[0]?.span, lines, client.textDocument?.typeDefinition);
      }),
    );
  },
};

/** A place that a client can go to. */
interface Target {
  readonly uri: string;
  readonly whole: lsp.Range;
  readonly name: lsp.Range;
}

async function targetsOf(
  { subject, isDefinition }: Occurrence,
  uri: string,
  context: FeatureContext,
  token: lsp.CancellationToken,
): Promise<readonly Target[]> {
  const places = context.places.of(uri);
  const { session, occurrences, mentions } = places;
  switch (subject.kind) {
    case 'footnote': {
      const inFile = occurrences.naming(session.snapshot(), uri, [subject]);
      const found = isDefinition ? marksOf(uri, inFile, subject) : definitionsAmong(uri, inFile, subject);
      return toTargets(found, places);
    }
    case 'report':
      return topOf(subject.uri, session);
    case 'document': {
      const now = session.snapshot();
      const known = now.uris.flatMap((one) => definitionsAmong(one, occurrences.naming(now, one, [subject]), subject));
      if (known.length > 0) {
        return toTargets(known, places);
      }
      const closed = await searching(context, token, (control) => mentions.search(subject, control));
      return closed.flatMap(({ uri: file, places: found }) =>
        found.flatMap((place) => (place.isDefinition ? [{ uri: file, whole: place.range, name: place.range }] : [])),
      );
    }
    default:
      return inDefinitions(subject, places);
  }
}

/** Of what roadmaps and actors define. */
function inDefinitions(subject: Subject, places: FolderPlaces): readonly Target[] {
  const snapshot = places.session.snapshot();
  const uri = definingFile(snapshot, subject);
  return uri === undefined
    ? []
    : toTargets(definitionsAmong(uri, places.occurrences.naming(snapshot, uri, [subject]), subject), places);
}

/** The start of a report, by its canonical URI, where there is one. */
async function topOf(canonical: string, session: Session): Promise<readonly Target[]> {
  if (session.snapshot().text(canonical) === undefined) {
    await session.load([uriOfCanonical(canonical)]);
  }
  const snapshot = session.snapshot();
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const uri = snapshot.uris.find((one) => canonicalUri(one) === canonical) ?? uriOfCanonical(canonical);
  return snapshot.text(canonical) === undefined ? [] : [{ uri, whole: top, name: top }];
}

function toTargets(found: readonly DefinitionPlace[], { session }: FolderPlaces): readonly Target[] {
  return found.flatMap(({ uri, whole, name }) => {
    const lines = session.lines(uri);
    return lines ? [{ uri, whole: toRange(lines, whole), name: toRange(lines, name) }] : [];
  });
}

/** Places as links with the words that lead to them, for clients that take these. */
function toAnswer(
  targets: readonly Target[],
  origin: Span | undefined,
  lines: Lines | undefined,
  client: { readonly linkSupport?: boolean } | undefined,
): lsp.Location[] | lsp.LocationLink[] | null {
  if (targets.length === 0) {
    return null;
  }
  if (!client?.linkSupport) {
    return targets.map(({ uri, name }) => ({ uri, range: name }));
  }
  const originSelectionRange = origin && lines ? toRange(lines, origin) : undefined;
  return targets.map(({ uri, whole, name }) => ({
    targetUri: uri,
    targetRange: whole,
    targetSelectionRange: name,
    ...(originSelectionRange ? { originSelectionRange } : {}),
  }));
}

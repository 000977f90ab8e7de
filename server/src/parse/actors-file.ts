import { ACTOR_KINDS, type Actor, type ActorKind } from '../model/actor';
import type { FileProblem } from '../model/file-problem';
import type { Span } from '../model/span';
import { DataFileReader } from './data-file-reader';
import { nearestName } from './nearest-name';
import { readYaml } from './yaml-document';
import type { YamlMap, YamlScalar } from './yaml-node';

/** The keys of an actors file and of an actor (DESIGN, section 3), in the order in which they are written. */
export const ACTORS_KEYS = {
  file: ['actors'],
  actor: [
    ...['actor', 'name', 'short', 'names', 'field-names', 'kind', 'code'],
    ...['since', 'until', 'replaces', 'part-of', 'url'],
  ],
} as const;

/**
 * Reads an actors file (`actors.yaml`; DESIGN, section 3). Never throws.
 *
 * @param uri the file, for what points into it
 * @param text its text, decoded
 * @returns the actors that have an id and a name, in order; and what is wrong. Whether `replaces` and `part-of` name an
 *   actor is not known here: it may stand in another file.
 */
export function parseActorsFile(
  uri: string,
  text: string,
): { readonly actors: readonly Actor[]; readonly problems: readonly FileProblem[] } {
  const { root, problems: syntax } = readYaml(text);
  const problems: FileProblem[] = syntax.map((problem) => ({ code: 'syntax', ...problem }));
  if (root?.kind !== 'map') {
    const message =
      'This is no list of actors yet. An actors file has the field “actors”, with an item for each actor.';
    return {
      actors: [],
      problems: [...problems, { code: 'roadmap-invalid', span: root?.span ?? { start: 0, end: 0 }, message }],
    };
  }
  const reader = new DataFileReader(uri, text, problems);
  reader.checkKeys(root, ACTORS_KEYS.file, 'an actors file');
  reader.require(root, 'actors', 'An actors file', root.pairs[0]?.key.span ?? root.span);
  const found: (Actor & { readonly idSpan: Span })[] = [];
  for (const item of reader.values.maps(root, 'actors')) {
    found.push(...readActor(reader, item));
  }
  reader.checkDoubles('actor', found);
  problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return { actors: found.map(({ idSpan: _, ...actor }) => actor), problems };
}

function readActor(reader: DataFileReader, item: YamlMap): readonly (Actor & { readonly idSpan: Span })[] {
  reader.checkKeys(item, ACTORS_KEYS.actor, 'an actor');
  const id = reader.requireText(item, 'actor', 'An actor');
  const name = reader.requireText(item, 'name', 'An actor');
  const short = reader.values.text(item, 'short');
  const names = reader.values.texts(item, 'names');
  const fieldNames = reader.values.texts(item, 'field-names');
  const kind = readKind(reader, item);
  const [since, until] = [reader.day(item, 'since'), reader.day(item, 'until')];
  if (since !== undefined && until !== undefined && until < since) {
    const written = reader.values.text(item, 'until');
    reader.wrongDate(
      written,
      `The name was in use until ${until}, but only since ${since}. Swap or correct the two days.`,
    );
  }
  reader.checkSameNames([name, short, ...names, ...fieldNames].flatMap((one) => one ?? []));
  if (!id || !name) {
    return [];
  }
  return [
    {
      id: id.text,
      name: lineOf(name),
      ...(short ? { short: lineOf(short) } : {}),
      names: names.map(lineOf),
      ...(fieldNames.length === 0 ? {} : { fieldNames: fieldNames.map(lineOf) }),
      kind,
      ...text(reader, item, 'code'),
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      ...text(reader, item, 'replaces'),
      partOf: reader.values.texts(item, 'part-of').map((whole) => whole.text),
      ...text(reader, item, 'url'),
      uri: reader.uri,
      span: item.span,
      idSpan: id.span,
    },
  ];
}

function readKind(reader: DataFileReader, item: YamlMap): ActorKind {
  const written = reader.requireText(item, 'kind', 'An actor');
  const kind = ACTOR_KINDS.find((one) => one === written?.text);
  if (written && kind === undefined) {
    const message = `“${written.text}” is no kind of actor. The kinds are ${ACTOR_KINDS.join(', ')}.`;
    reader.invalid(written, message, nearestName(written.text, ACTOR_KINDS));
  }
  // Where the kind cannot be read it is one that makes the actor count: `other` would hide it.
  return kind ?? 'body';
}

function text<K extends 'code' | 'replaces' | 'url'>(
  reader: DataFileReader,
  item: YamlMap,
  key: K,
): { readonly [P in K]?: string } {
  const line = reader.line(item, key);
  return line === undefined ? {} : ({ [key]: line } as { readonly [P in K]: string });
}

function lineOf(scalar: YamlScalar): string {
  return scalar.text.replace(/\s+/g, ' ').trim();
}

import type { Actor } from '../model/actor';
import type { Span } from '../model/span';
import type { FileContext } from './rule';

/** A place in a roadmap or actors file that refers to an actor by its id. */
export interface ActorReferenceInFile {
  readonly id: string;
  readonly span: Span;
}

/** Every reference to an actor in a roadmap or actors file; none in a project file. Spans count from the file. */
export function actorReferencesOf(context: FileContext): readonly ActorReferenceInFile[] {
  return context.kind === 'actors' ? referencesOfActors(context) : referencesOfRoadmap(context);
}

function referencesOfRoadmap({ roadmap }: FileContext): readonly ActorReferenceInFile[] {
  const items = roadmap
    ? [...roadmap.actions.flatMap((action) => [action, ...action.deliverables]), ...roadmap.commitments]
    : [];
  return items.flatMap((item) =>
    item.actors.map((id, index) => ({ id, span: item.actorSpans?.[index] ?? item.idSpan })),
  );
}

function referencesOfActors({ uri, actors, text }: FileContext): readonly ActorReferenceInFile[] {
  return actors.all
    .filter((actor) => actor.uri === uri)
    .flatMap((actor) => [
      ...(actor.replaces === undefined ? [] : [placeIn(actor, 'replaces', actor.replaces, text)]),
      ...actor.partOf.map((id) => placeIn(actor, 'part-of', id, text)),
    ]);
}

/** Where an id stands behind a key of an actor; the whole item where it cannot be seen (an alias). */
function placeIn({ span }: Actor, key: string, id: string, text: string): ActorReferenceInFile {
  const item = text.slice(span.start, span.end);
  const from = item.indexOf(`${key}:`);
  const at =
    from < 0 ? -1 : item.slice(from).search(new RegExp(`(?<![\\w-])${id.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`));
  const start = span.start + from + at;
  return { id, span: at < 0 ? span : { start, end: start + id.length } };
}

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
      ...(actor.replaces === undefined ? [] : [placeInActor(actor, 'replaces', actor.replaces, text)]),
      ...actor.partOf.map((id) => placeInActor(actor, 'part-of', id, text)),
    ]);
}

/**
 * Where an id or a name stands behind a key of an actor; the whole item where it cannot be seen (an alias).
 *
 * @param keys the key, or a pattern of several
 * @param text the actor's file
 */
export function placeInActor({ span }: Actor, keys: string, id: string, text: string): ActorReferenceInFile {
  const item = text.slice(span.start, span.end);
  const words = id.replace(/[^\w\s-]/g, '\\$&').replace(/\s+/g, '\\s+');
  const found = new RegExp(`(?<![\\w-])${keys}:[^:]*?(?<![\\w-])(${words})(?![\\w-])`).exec(item);
  const end = span.start + (found ? found.index + found[0].length : item.length);
  return { id, span: { start: found ? end - (found[1] ?? '').length : span.start, end } };
}

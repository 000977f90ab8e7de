import { displayName } from '../model/actor';
import type { Field } from '../model/report';
import { namesArea, requiredActions } from '../model/scope';
import { nearestNames } from '../parse/nearest-name';
import type { HeaderContext } from './check-context';
import { changeTo, didYouMean } from './did-you-mean';
import type { RuleFinding } from './rule';

/**
 * Areas and actors in a report's scope that its roadmaps have not got. Unknown actions and names
 * of actors have rules of their own. Nothing is said while a roadmap of the report is itself unknown.
 */
export function* invalidScopeValues(context: HeaderContext): Iterable<RuleFinding> {
  const { header, roadmaps, knownRoadmaps } = context;
  const { scope } = header;
  const allKnown = header.roadmaps.every(({ value }) => value === undefined || knownRoadmaps.has(value));
  if (!scope || roadmaps.length === 0 || !allKnown) {
    return;
  }
  for (const field of scope.areas ?? []) {
    yield* invalidArea(field, context);
  }
  for (const field of scope.actors ?? []) {
    yield* invalidActor(field, context);
  }
}

function* invalidArea(field: Field<string>, { roadmaps }: HeaderContext): Iterable<RuleFinding> {
  const text = field.value;
  if (text === undefined || roadmaps.some((roadmap) => roadmap.areas.some(({ id }) => namesArea(text, roadmap, id)))) {
    return;
  }
  const areas = roadmaps.flatMap((roadmap) => roadmap.areas);
  const ids = areas.map(({ id }) => id);
  const nearest = nearestNames(text, [...ids, ...areas.map(({ title }) => title)]);
  const known = ids.length === 0 ? 'It has no areas.' : `The areas are ${ids.join(', ')}.`;
  yield {
    span: field.span,
    message: `The roadmap has no area “${text}”, so it brings no action into the scope.${didYouMean(nearest)} ${known}`,
    fixes: () => nearest.map((name) => changeTo(name, field.span, nearest.length === 1)),
  };
}

function* invalidActor(field: Field<string>, { roadmaps, actors }: HeaderContext): Iterable<RuleFinding> {
  const text = field.value;
  if (text === undefined) {
    return;
  }
  const [actor] = actors.named(text);
  const has = roadmaps.some((roadmap) => requiredActions(roadmap, { actors: [text], except: [] }, actors).length > 0);
  if (actor && !has) {
    yield {
      span: field.span,
      message:
        `The roadmap gives ${displayName(actor)} no action, so it brings none into the scope. Name another actor, or leave ` +
        'the actor out of the scope.',
    };
  }
}

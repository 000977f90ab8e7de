import type { PolicyDate } from '../model/date';
import type { ActionReference, ActorName, Field } from '../model/report';
import { actionLabel, actionOf, deliverablesOf } from '../model/roadmap';
import type { Span } from '../model/span';
import { describeActor } from './describe-actor';
import { describeDate } from './describe-date';
import { describeAction, describeDeliverable } from './describe-roadmap';
import type { DescriptionContext } from './description-context';

/** Words that have a meaning to tell. */
export interface DescribedPlace {
  readonly span: Span;
  /** Markdown. */
  readonly describe: () => string;
}

/**
 * An action that is referred to, on its number and its title; nowhere where it is unknown. Where nothing tells which of
 * several roadmaps is meant, each of these actions, and that it has to be said.
 */
export function actionPlaces(
  { roadmap, action: id, span, title, candidates }: ReferredPlace,
  context: DescriptionContext,
): readonly DescribedPlace[] {
  const owners = roadmap === undefined ? (candidates ?? []) : [roadmap];
  const meant = owners.flatMap((owner) => {
    const its = context.roadmaps.find((one) => one.id === owner);
    const action = its && actionOf(its, id);
    return its && action ? [{ roadmap: its, action }] : [];
  });
  const [first, second] = meant;
  if (!first) {
    return [];
  }
  const describe = () => {
    const each = meant.map((one) => describeAction(one.roadmap, one.action, context));
    const which = `Nothing here says which roadmap is meant. Name it, as in “${actionLabel(first.roadmap, id)} (${first.roadmap.id})”.`;
    return [...(second ? [which] : []), ...each].join('\n\n---\n\n');
  };
  return [span, ...(title ? [title.span] : [])].map((one) => ({ span: one, describe }));
}

type ReferredPlace = Pick<ActionReference, 'roadmap' | 'action' | 'span' | 'title'> &
  Partial<Pick<ActionReference, 'candidates'>>;

/** A deliverable or commitment of one of the report's roadmaps. */
export function deliverablePlaces(
  {
    roadmap: roadmapId,
    deliverable: id,
    span,
  }: { roadmap: string | undefined; deliverable: string | undefined; span: Span },
  context: DescriptionContext,
): readonly DescribedPlace[] {
  const roadmap = context.roadmaps.find((one) => one.id === roadmapId);
  const item = roadmap && deliverablesOf(roadmap).find((one) => one.id === id);
  return roadmap && item ? [{ span, describe: () => describeDeliverable(roadmap, item, context) }] : [];
}

/** The actor of a name, or all that it could be. */
export function actorPlaces(
  { actors: ids, span }: Pick<ActorName, 'actors' | 'span'>,
  context: DescriptionContext,
): readonly DescribedPlace[] {
  const actors = ids.flatMap((id) => context.snapshot.actors.byId(id) ?? []);
  const describe = () => actors.map((actor) => describeActor(actor, context)).join('\n\n---\n\n');
  return actors.length === 0 ? [] : [{ span, describe }];
}

/** The date of a field that has one. */
export function datePlaces(
  field: Field<PolicyDate> | undefined,
  context: DescriptionContext,
): readonly DescribedPlace[] {
  const date = field?.value;
  return field && date ? [{ span: field.span, describe: () => describeDate(date, field.text, context.asOf) }] : [];
}

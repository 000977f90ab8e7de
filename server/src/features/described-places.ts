import type { PolicyDate } from '../model/date';
import type { ActionReference, ActorName, Field } from '../model/report';
import { actionOf, deliverablesOf } from '../model/roadmap';
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

/** An action that is referred to, on its number and its title; nowhere where it is unknown or ambiguous. */
export function actionPlaces(
  { roadmap: id, action: actionId, span, title }: Pick<ActionReference, 'roadmap' | 'action' | 'span' | 'title'>,
  context: DescriptionContext,
): readonly DescribedPlace[] {
  const roadmap = context.roadmaps.find((one) => one.id === id);
  const action = roadmap && actionOf(roadmap, actionId);
  const spans = [span, ...(title ? [title.span] : [])];
  return roadmap && action
    ? spans.map((one) => ({ span: one, describe: () => describeAction(roadmap, action, context) }))
    : [];
}

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

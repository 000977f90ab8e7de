import type { Field, ReportScope } from '../model/report';
import { namesAction, namesArea } from '../model/scope';
import { describeArea, describeRoadmap } from './describe-roadmap';
import { actionPlaces, actorPlaces, type DescribedPlace, datePlaces } from './described-places';
import type { ReportDescriptionContext } from './description-context';
import { describeKind } from './kind-places';

/** The values of the header that have a meaning to tell: roadmap, kind, author, dates, scope. Spans count from the file. */
export function headerPlaces(context: ReportDescriptionContext): readonly DescribedPlace[] {
  const { snapshot, analysed } = context;
  const { roadmaps, kind, author, date, asOf, period, scope } = analysed.report.header;
  const drafted = analysed.kind;
  return [
    ...roadmaps.flatMap(({ value, span }) => {
      const roadmap = value === undefined ? undefined : snapshot.roadmaps.get(value);
      return roadmap ? [{ span, describe: () => describeRoadmap(roadmap, context) }] : [];
    }),
    ...(kind && drafted ? [{ span: kind.span, describe: () => describeKind(drafted) }] : []),
    ...(author ? namePlaces(author, context) : []),
    ...[date, asOf, period].flatMap((field) => datePlaces(field, context)),
    ...(scope ? scopePlaces(scope, context) : []),
  ];
}

function scopePlaces(scope: ReportScope, context: ReportDescriptionContext): readonly DescribedPlace[] {
  const { roadmaps } = context.analysed;
  const actions = [...(scope.actions ?? []), ...scope.except.map(({ action }) => action)];
  return [
    ...(scope.actors ?? []).flatMap((field) => namePlaces(field, context)),
    ...actions.flatMap(({ text, span }) =>
      roadmaps.flatMap((roadmap) => {
        const action = roadmap.actions.find(({ id }) => namesAction(text, roadmap, id));
        return action ? actionPlaces({ roadmap: roadmap.id, action: action.id, span }, context) : [];
      }),
    ),
    ...(scope.areas ?? []).flatMap(({ text, span }) =>
      roadmaps.flatMap((roadmap) => {
        const area = roadmap.areas.find(({ id }) => namesArea(text, roadmap, id));
        return area ? [{ span, describe: () => describeArea(roadmap, area) }] : [];
      }),
    ),
  ];
}

/** A value that is the name or id of an actor. */
function namePlaces({ text, span }: Field<string>, context: ReportDescriptionContext): readonly DescribedPlace[] {
  return actorPlaces({ actors: context.snapshot.actors.named(text).map(({ id }) => id), span }, context);
}

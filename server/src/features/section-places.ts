import type { ActionReference, ReportedFields, Section } from '../model/report';
import { statusesOf } from '../model/status';
import { describeCitation } from './describe-citation';
import { describeDate } from './describe-date';
import { describeStatus } from './describe-status';
import { actionPlaces, actorPlaces, type DescribedPlace, datePlaces, deliverablePlaces } from './described-places';
import type { DescriptionContext } from './description-context';

/** Everything in a section that has a meaning to tell; spans relative to the section. */
export function sectionPlaces(section: Section, context: DescriptionContext): readonly DescribedPlace[] {
  const { actions, fields, rows, mentions } = section;
  const references = [...actions, ...rows.flatMap((row) => row.actions)];
  return [
    ...references.flatMap((reference) => actionPlaces(withLabel(reference, section, context), context)),
    ...fieldPlaces(fields, context),
    ...rows.flatMap((row) => fieldPlaces(row.fields, context)),
    ...(fields.deliverables?.value ?? []).flatMap((item) => [
      ...deliverablePlaces(item, context),
      ...fieldPlaces(item, context),
    ]),
    ...(fields.next?.value ?? []).flatMap((step) => [
      ...step.actors.flatMap((name) => actorPlaces(name, context)),
      ...datePlaces(step.due, context),
    ]),
    ...(fields.followUp?.value ?? []).flatMap(({ status }) => statusPlaces(status, context)),
    ...mentions.actions.flatMap((mention) => actionPlaces(mention, context)),
    ...mentions.actors.flatMap(({ actor, span }) => actorPlaces({ actors: [actor], span }, context)),
    ...mentions.dates.map(({ date, text, span }) => ({
      span,
      describe: () => describeDate(date, text.replace(/\s+/g, ' '), context.analysed.asOf.day),
    })),
    ...mentions.citations.map((citation) => ({ span: citation.span, describe: () => describeCitation(citation) })),
  ];
}

/** A reference whose span has the label before its number: who points at "Action" means "Action 6". */
function withLabel(reference: ActionReference, { start }: Section, { analysed }: DescriptionContext): ActionReference {
  const { span } = reference;
  const before = analysed.report.text.slice(start, start + span.start);
  const label = analysed.roadmaps
    .flatMap(({ labels }) => labels.flatMap((one) => [`${one} `, `${one}s `]))
    .find((one) => before.endsWith(one));
  return { ...reference, span: { start: span.start - (label?.length ?? 0), end: span.end } };
}

function fieldPlaces(fields: ReportedFields, context: DescriptionContext): readonly DescribedPlace[] {
  return [
    ...statusPlaces(fields.status, context),
    ...(fields.actors?.value ?? []).flatMap((name) => actorPlaces(name, context)),
    ...[fields.due, fields.revised, fields.completed].flatMap((field) => datePlaces(field, context)),
  ];
}

function statusPlaces(field: ReportedFields['status'], { analysed }: DescriptionContext): readonly DescribedPlace[] {
  const definitions = statusesOf(analysed.roadmaps.flatMap((roadmap) => roadmap.statuses));
  const definition = definitions.find((one) => one.status === field?.value?.status);
  return field && definition ? [{ span: field.span, describe: () => describeStatus(definition) }] : [];
}

import type { ActionMention, ActionReference, ReportedFields, Section } from '../model/report';
import { actionOf, type Roadmap } from '../model/roadmap';
import { type Span, touches } from '../model/span';
import { statusesOf } from '../model/status';
import { describeCitation } from './describe-citation';
import { describeDate } from './describe-date';
import { describeRoadmap } from './describe-roadmap';
import { describeStatus } from './describe-status';
import { actionPlaces, actorPlaces, type DescribedPlace, datePlaces, deliverablePlaces } from './described-places';
import type { ReportDescriptionContext } from './description-context';
import { kindSectionPlaces } from './kind-places';
import { qualifierOccurrences } from './roadmap-qualifiers';

/**
 * What an offset touches in a section and has a meaning to tell. The offset and the spans are relative to the section.
 * A section can be long: what is not touched is passed over before anything is made of it.
 */
export function sectionPlaces(
  section: Section,
  at: number,
  context: ReportDescriptionContext,
): readonly DescribedPlace[] {
  const { actions, fields, mentions } = section;
  const isHere: IsHere = <T extends { readonly span: Span }>(place: T | undefined): place is T =>
    place !== undefined && touches(place.span, at);
  const rows = section.rows.filter(isHere);
  const references = rows.length === 0 ? actions : [...actions, ...rows.flatMap((row) => row.actions)];
  return [
    ...(isHere(section.heading) ? kindSectionPlaces(section, context) : []),
    ...referencePlaces(references, section, at, context),
    ...qualifierPlaces(section, isHere, context),
    ...fieldPlaces(fields, isHere, context),
    ...rows.flatMap((row) => fieldPlaces(row.fields, isHere, context)),
    ...(fields.deliverables?.value ?? []).flatMap((item) => [
      ...(isHere(item) ? deliverablePlaces(item, context) : []),
      ...fieldPlaces(item, isHere, context),
    ]),
    ...(fields.next?.value ?? []).flatMap(({ actors, due }) => [
      ...actors.filter(isHere).flatMap((name) => actorPlaces(name, context)),
      ...(isHere(due) ? datePlaces(due, context) : []),
    ]),
    ...(fields.followUp?.value ?? []).flatMap(({ status }) => statusPlaces(status, isHere, context)),
    ...mentions.actions.filter(isHere).flatMap((mention) => actionPlaces(withCandidates(mention, context), context)),
    ...mentions.actors.filter(isHere).flatMap(({ actor, span }) => actorPlaces({ actors: [actor], span }, context)),
    ...mentions.dates.filter(isHere).map(({ date, text, span }) => ({
      span,
      describe: () => describeDate(date, text.replace(/\s+/g, ' '), context.analysed.asOf.day),
    })),
    ...mentions.citations.filter(isHere).map((citation) => ({
      span: citation.span,
      describe: () => describeCitation(citation),
    })),
  ];
}

/** The roadmap that is named with an action, in a report on several. */
function qualifierPlaces(
  { reading, start, end }: Section,
  isHere: IsHere,
  context: ReportDescriptionContext,
): readonly DescribedPlace[] {
  const { report, roadmaps } = context.analysed;
  const named = roadmaps.length > 1 ? qualifierOccurrences(reading, report.text.slice(start, end)).filter(isHere) : [];
  return named.flatMap(({ subject, span }) => {
    const roadmap = roadmaps.find(({ id }) => subject.kind === 'roadmap' && id === subject.roadmap);
    return roadmap ? [{ span, describe: () => describeRoadmap(roadmap, context) }] : [];
  });
}

/** A mention with the roadmaps that have its action, where it does not say which one is meant. */
function withCandidates(mention: ActionMention, { roadmaps }: ReportDescriptionContext) {
  const { roadmap, action, known, text } = mention;
  const words = text.toLowerCase();
  const isLabelled = ({ labels }: Roadmap) => labels.some((label) => words.startsWith(label.toLowerCase()));
  const having = roadmap === undefined && known ? roadmaps.filter((one) => actionOf(one, action)) : [];
  const labelled = having.filter(isLabelled);
  return { ...mention, candidates: (labelled.length > 0 ? labelled : having).map(({ id }) => id) };
}

/** Whether the offset touches something; nothing is touched where there is nothing. */
type IsHere = <T extends { readonly span: Span }>(place: T | undefined) => place is T;

/** References, with the label before the number: who points at "Action" means "Action 6". */
function referencePlaces(
  references: readonly ActionReference[],
  { start }: Section,
  at: number,
  context: ReportDescriptionContext,
): readonly DescribedPlace[] {
  const { report, roadmaps } = context.analysed;
  const labels = roadmaps.flatMap((roadmap) => roadmap.labels.flatMap((one) => [`${one} `, `${one}s `]));
  const longest = Math.max(0, ...labels.map((label) => label.length));
  return references.flatMap((reference) => {
    const { span, title } = reference;
    if (at < span.start - longest || at > Math.max(span.end, title?.span.end ?? 0)) {
      return [];
    }
    const before = report.text.slice(Math.max(start, start + span.start - longest), start + span.start);
    const label = labels.find((one) => before.endsWith(one));
    return actionPlaces({ ...reference, span: { start: span.start - (label?.length ?? 0), end: span.end } }, context);
  });
}

function fieldPlaces(
  { status, actors, due, revised, completed }: ReportedFields,
  isHere: IsHere,
  context: ReportDescriptionContext,
): readonly DescribedPlace[] {
  return [
    ...statusPlaces(status, isHere, context),
    ...(actors?.value ?? []).filter(isHere).flatMap((name) => actorPlaces(name, context)),
    ...[due, revised, completed].filter(isHere).flatMap((field) => datePlaces(field, context)),
  ];
}

function statusPlaces(
  field: ReportedFields['status'],
  isHere: IsHere,
  { analysed }: ReportDescriptionContext,
): readonly DescribedPlace[] {
  if (!isHere(field)) {
    return [];
  }
  const definitions = statusesOf(analysed.roadmaps.flatMap((roadmap) => roadmap.statuses));
  const definition = definitions.find((one) => one.status === field.value?.status);
  return definition ? [{ span: field.span, describe: () => describeStatus(definition) }] : [];
}

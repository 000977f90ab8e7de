import { entriesOf } from '../model/entry';
import type { ActionReference, ActorName, Field, ReportedFields, Section } from '../model/report';
import { actionOf, deliverablesOf } from '../model/roadmap';
import type { AnalysedReport, Snapshot } from '../model/snapshot';
import { type Span, shiftSpan, touches } from '../model/span';
import { statusesOf } from '../model/status';
import { describeActor } from './describe-actor';
import { describeDate } from './describe-date';
import { describeKey } from './describe-key';
import { type DescriptionContext, describeAction, describeDeliverable } from './describe-roadmap';
import { describeStatus } from './describe-status';
import type { Hover } from './feature-types';
import { yamlKeyAt } from './yaml-slot';

/**
 * What the words at an offset of a report mean: an action, a deliverable, an actor, a date, a status, a citation, a key.
 * Of things within things the innermost is told. Undefined where there is nothing to tell.
 */
export function hover(snapshot: Snapshot, uri: string, offset: number): Hover | undefined {
  const analysed = snapshot.report(uri);
  if (!analysed) {
    return undefined;
  }
  const context = { snapshot, analysed };
  const section = analysed.report.sections.find((one) => one.start <= offset && offset < one.end);
  const places = [
    ...(section
      ? placesIn(section, context).map((place) => ({ ...place, span: shiftSpan(place.span, section.start) }))
      : []),
    ...headerPlaces(analysed, context),
    ...keyPlace(analysed, offset),
  ];
  const under = places
    .filter(({ span }) => touches(span, offset) && span.end > span.start)
    .sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start));
  const [place] = under;
  return place && { span: place.span, markdown: place.describe() };
}

interface Place {
  readonly span: Span;
  readonly describe: () => string;
}

function placesIn(section: Section, context: DescriptionContext): readonly Place[] {
  const rows = section.rows.flatMap((row) => [
    ...row.actions.flatMap((action) => actionPlace(action, context)),
    ...fieldPlaces(row.fields, context),
  ]);
  const { fields, mentions } = section;
  return [
    ...section.actions.flatMap((action) => actionPlace(action, context)),
    ...fieldPlaces(fields, context),
    ...rows,
    ...(fields.deliverables?.value ?? []).flatMap((item) => [
      ...deliverablePlace(item.roadmap, item.deliverable, item.span, context),
      ...fieldPlaces(item, context),
    ]),
    ...(fields.next?.value ?? []).flatMap((step) => [
      ...step.actors.flatMap((name) => actorPlaces(name, context)),
      ...datePlace(step.due, context),
    ]),
    ...(fields.followUp?.value ?? []).flatMap((item) => statusPlace(item.status, context)),
    ...mentions.actions.flatMap((mention) => actionPlace(mention, context)),
    ...mentions.actors.flatMap(({ actor, span }) => actorPlaces({ actors: [actor], span, text: '' }, context)),
    ...mentions.dates.map(({ date, text, span }) => ({
      span,
      describe: () => describeDate(date, text.replace(/\s+/g, ' '), context.analysed.asOf.day),
    })),
    ...mentions.citations.map(({ id, url, span }) => ({
      span,
      describe: () => (url === null ? `**${id}**` : `**${id}**\n\n[${url}](${url})`),
    })),
  ];
}

function fieldPlaces(fields: ReportedFields, context: DescriptionContext): readonly Place[] {
  return [
    ...statusPlace(fields.status, context),
    ...(fields.actors?.value ?? []).flatMap((name) => actorPlaces(name, context)),
    ...datePlace(fields.due, context),
    ...datePlace(fields.revised, context),
    ...datePlace(fields.completed, context),
  ];
}

function actionPlace(
  reference: Pick<ActionReference, 'roadmap' | 'action' | 'span'>,
  context: DescriptionContext,
): readonly Place[] {
  const roadmap = context.analysed.roadmaps.find((one) => one.id === reference.roadmap);
  const action = roadmap && actionOf(roadmap, reference.action);
  const title = 'title' in reference ? (reference as ActionReference).title : undefined;
  return roadmap && action
    ? [reference.span, ...(title ? [title.span] : [])].map((span) => ({
        span,
        describe: () => describeAction(roadmap, action, context),
      }))
    : [];
}

function deliverablePlace(
  roadmapId: string | undefined,
  id: string | undefined,
  span: Span,
  context: DescriptionContext,
): readonly Place[] {
  const roadmap = context.analysed.roadmaps.find((one) => one.id === roadmapId);
  const item = roadmap && deliverablesOf(roadmap).find((one) => one.id === id);
  return roadmap && item ? [{ span, describe: () => describeDeliverable(roadmap, item, context) }] : [];
}

function actorPlaces(name: ActorName, context: DescriptionContext): readonly Place[] {
  const actors = name.actors.flatMap((id) => context.snapshot.actors.byId(id) ?? []);
  return actors.length === 0
    ? []
    : [{ span: name.span, describe: () => actors.map((actor) => describeActor(actor, context)).join('\n\n---\n\n') }];
}

function datePlace(field: ReportedFields['due'], context: DescriptionContext): readonly Place[] {
  const date = field?.value;
  return field && date
    ? [{ span: field.span, describe: () => describeDate(date, field.text, context.analysed.asOf.day) }]
    : [];
}

function statusPlace(field: ReportedFields['status'], { analysed }: DescriptionContext): readonly Place[] {
  const definitions = statusesOf(analysed.roadmaps.flatMap((roadmap) => roadmap.statuses));
  const definition = definitions.find((one) => one.status === field?.value?.status);
  return field && definition ? [{ span: field.span, describe: () => describeStatus(definition) }] : [];
}

/** The header: what the roadmap is and how much of it is covered, the author, dates. */
function headerPlaces(analysed: AnalysedReport, context: DescriptionContext): readonly Place[] {
  const { header } = analysed.report;
  const { actors } = context.snapshot;
  const author = header.author;
  const authorActors = author?.value === undefined ? [] : actors.named(author.value).map((actor) => actor.id);
  return [
    ...header.roadmaps.flatMap((field) => roadmapPlace(field, analysed, context)),
    ...(author ? actorPlaces({ text: author.text, span: author.span, actors: authorActors }, context) : []),
    ...[header.date, header.asOf, header.period].flatMap((field) => datePlace(field, context)),
  ];
}

function roadmapPlace(
  field: Field<string>,
  analysed: AnalysedReport,
  { snapshot }: DescriptionContext,
): readonly Place[] {
  const roadmap = field.value === undefined ? undefined : snapshot.roadmaps.get(field.value);
  if (!roadmap) {
    return [];
  }
  const entries = entriesOf(analysed.report).length;
  const describe = () =>
    [
      `**${roadmap.title}**`,
      roadmap.references.join(' · '),
      `${roadmap.actions.length} actions in ${roadmap.areas.length} areas; ${entries} entries in this report.`,
      ...(roadmap.url === undefined ? [] : [`[${roadmap.url}](${roadmap.url})`]),
    ].join('\n\n');
  return [{ span: field.span, describe }];
}

/** A key of the header or of an entry, in YAML and in front matter. */
function keyPlace(analysed: AnalysedReport, offset: number): readonly Place[] {
  const { text, format, header } = analysed.report;
  const region = format === 'yaml' ? { start: 0, end: text.length } : header.span;
  const key = region && yamlKeyAt(text, offset, region);
  const description = key && describeKey(key.place, key.name);
  if (!key || !description) {
    return [];
  }
  const examples = description.examples.map((example) => `\`${example}\``).join(', ');
  const describe = () =>
    [`**${key.name}**: ${description.text}`, ...(examples === '' ? [] : [`For example ${examples}`])].join('\n\n');
  return [{ span: key.span, describe }];
}

import type { ActionReference, EntryFields, ReportedFields, SectionReading } from '../model/report';
import { type Span, touches } from '../model/span';

/** Headings, values of fields, mentions and passages around an offset; all count from the section's start. */
export function valueStretches(section: SectionReading, at: number): readonly Span[] {
  const { heading, actions, fields, mentions, passages } = section;
  const isHere = ({ span }: { readonly span: Span }) => touches(span, at);
  const rows = section.rows.filter(isHere);
  const places = [
    ...(heading ? [heading] : []),
    ...referencePlaces(actions),
    ...fieldPlaces(fields),
    ...rows.flatMap((row) => [...referencePlaces(row.actions), ...fieldPlaces(row.fields)]),
    ...mentions.actions,
    ...mentions.actors,
    ...mentions.dates,
    ...mentions.citations,
    ...passages,
  ];
  return places.filter(isHere).map(({ span }) => span);
}

interface Place {
  readonly span: Span;
}

function referencePlaces(references: readonly ActionReference[]): readonly Place[] {
  return references.flatMap((reference) => [reference, ...(reference.title ? [reference.title] : [])]);
}

function fieldPlaces(fields: EntryFields): readonly Place[] {
  const { deliverables, next, followUp } = fields;
  return [
    ...reportedPlaces(fields),
    ...[deliverables, next, followUp].flatMap((field) => (field ? [field] : [])),
    ...(deliverables?.value ?? []).flatMap((item) => [item, { span: item.whole }, ...reportedPlaces(item)]),
    ...(next?.value ?? []).flatMap((step) => [step, ...step.actors, ...(step.due ? [step.due] : [])]),
    ...(followUp?.value ?? []).flatMap((answer) => [answer, ...(answer.status ? [answer.status] : [])]),
  ];
}

function reportedPlaces({
  status,
  actors,
  due,
  revised,
  reason,
  completed,
  evidence,
}: ReportedFields): readonly Place[] {
  return [
    ...[status, actors, due, revised, reason, completed, evidence].flatMap((field) => (field ? [field] : [])),
    ...(actors?.value ?? []),
    ...(evidence?.value ?? []),
  ];
}

import { isEmptyValue } from '../model/empty-value';
import type { EntryReading } from '../model/entry';
import type { ReferredAction } from '../model/entry-actions';
import type { DeliverableItem, ReportedFields, SectionReading } from '../model/report';
import type { Action, Deliverable } from '../model/roadmap';
import type { Span } from '../model/span';
import type { CheckEnvironment } from './check-context';

/** Something that fields are about: an entry or row as a whole, or one deliverable in it. Spans are the section's. */
export interface ReportedPart {
  readonly fields: ReportedFields;
  /** The deliverable, where it is one. */
  readonly item: DeliverableItem | undefined;
}

/** What an entry, row or section reports on: itself, and each deliverable that it lists. */
export function partsOf({ fields }: Pick<EntryReading, 'fields'>): readonly ReportedPart[] {
  const parts: ReportedPart[] = [{ fields, item: undefined }];
  for (const item of fields.deliverables?.value ?? []) {
    parts.push({ fields: item, item });
  }
  return parts;
}

/** The parts of a section and of all its table rows, those that are summaries included. */
export function partsOfSection(section: SectionReading): readonly ReportedPart[] {
  return section.rows.length === 0 ? partsOf(section) : [section, ...section.rows].flatMap((whole) => partsOf(whole));
}

/** What can be due where a part speaks of a deadline: the deliverable itself, or the entry's actions and all of theirs. */
export function itemsOfPart(
  { item }: ReportedPart,
  entry: EntryReading,
  { lookup }: CheckEnvironment,
): readonly (Pick<ReferredAction, 'roadmap'> & { readonly due: Action | Deliverable })[] {
  const referred = lookup.referred(entry.actions);
  const roadmap = item && lookup.roadmap(item.roadmap);
  if (item && !roadmap) {
    return [];
  }
  return roadmap
    ? [
        ...referred.filter((one) => one.roadmap === roadmap).flatMap(({ action }) => action.deliverables),
        ...roadmap.commitments,
      ]
        .filter(({ id }) => id === item?.deliverable)
        .map((due) => ({ roadmap, due }))
    : referred.flatMap(({ roadmap, action }) => [action, ...action.deliverables].map((due) => ({ roadmap, due })));
}

/**
 * What an entry reports as delivered without something that it needs, once: the entry itself, where none of its
 * deliverables has it, else the deliverables that it does not cover.
 */
export function deliveredWithout(
  entry: EntryReading,
  has: (fields: ReportedFields) => boolean,
): readonly ReportedPart[] {
  const [whole, ...items] = partsOf(entry);
  const isBare = ({ fields }: ReportedPart) => fields.status?.value?.as === 'delivered' && !has(fields);
  if (!whole || has(whole.fields)) {
    return [];
  }
  return isBare(whole) && !items.some(({ fields }) => has(fields)) ? [whole] : items.filter(isBare);
}

/** Whether a field names evidence. */
export function hasEvidence({ evidence }: ReportedFields): boolean {
  return evidence !== undefined && !isEmptyValue(evidence.text);
}

/** Where a finding about a part stands: on its status, else on the deliverable's name or the entry's heading. */
export function placeOf(part: ReportedPart, entry: EntryReading): Span {
  const status = part.fields.status?.span;
  return status && status.end > status.start ? status : (part.item?.span ?? entry.anchor);
}

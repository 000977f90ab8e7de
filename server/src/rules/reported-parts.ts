import { isEmptyValue } from '../model/empty-value';
import type { Entry } from '../model/entry';
import { type ReferredAction, referredActions } from '../model/entry-actions';
import type { DeliverableItem, ReportedFields, Section } from '../model/report';
import type { Action, Deliverable, Roadmap } from '../model/roadmap';
import type { Span } from '../model/span';

/** Something that fields are about: an entry or row as a whole, or one deliverable in it. Spans are the section's. */
export interface ReportedPart {
  readonly fields: ReportedFields;
  /** The deliverable, where it is one. */
  readonly item: DeliverableItem | undefined;
}

/** What an entry, row or section reports on: itself, and each deliverable that it lists. */
export function partsOf(whole: Pick<Entry, 'fields'>): readonly ReportedPart[] {
  const items = whole.fields.deliverables?.value ?? [];
  return [{ fields: whole.fields, item: undefined }, ...items.map((item) => ({ fields: item, item }))];
}

/** The parts of a section and of all its table rows, those that are summaries included. */
export function partsOfSection(section: Section): readonly ReportedPart[] {
  return [section, ...section.rows].flatMap((whole) => partsOf(whole));
}

/** What can be due where a part speaks of a deadline: the deliverable itself, or the entry's actions and all of theirs. */
export function itemsOfPart(
  { item }: ReportedPart,
  entry: Entry,
  roadmaps: readonly Roadmap[],
): readonly (Pick<ReferredAction, 'roadmap'> & { readonly due: Action | Deliverable })[] {
  return item
    ? roadmaps
        .filter(({ id }) => id === item.roadmap)
        .flatMap((roadmap) =>
          [
            ...referredActions(entry.actions, [roadmap]).flatMap(({ action }) => action.deliverables),
            ...roadmap.commitments,
          ].map((due) => ({ roadmap, due })),
        )
        .filter(({ due }) => due.id === item.deliverable)
    : referredActions(entry.actions, roadmaps).flatMap(({ roadmap, action }) =>
        [action, ...action.deliverables].map((due) => ({ roadmap, due })),
      );
}

/**
 * What an entry reports as delivered without something that it needs, once: the entry itself, where none of its
 * deliverables has it, else the deliverables that it does not cover.
 */
export function deliveredWithout(entry: Entry, has: (fields: ReportedFields) => boolean): readonly ReportedPart[] {
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
export function placeOf(part: ReportedPart, entry: Entry): Span {
  const status = part.fields.status?.span;
  return status && status.end > status.start ? status : (part.item?.span ?? entry.anchor);
}

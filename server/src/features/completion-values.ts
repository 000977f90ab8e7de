import { DRAFT_KINDS, draftKind, STANDARD_KIND } from '../model/draft-kind';
import { statusesOf } from '../model/status';
import { type CompletionContext, isListed, valueItem } from './completion-context';
import { describeArea, describeRoadmap } from './describe-roadmap';
import { describeStatus } from './describe-status';
import type { CompletionItem } from './feature-types';
import type { ValueSlot } from './slot';

/** Statuses: ids in YAML, the usual words in Markdown; found by each of their names. */
export function completeStatuses(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const declared = context.analysed.roadmaps.flatMap((roadmap) => roadmap.statuses);
  return statusesOf(declared).map((definition, index) => {
    const { status, names, meaning } = definition;
    const label = slot.format === 'yaml' ? status : (names[0] ?? status);
    return valueItem(slot, context, {
      label,
      kind: 'status',
      ...(meaning === undefined ? {} : { detail: meaning }),
      documentation: () => describeStatus(definition),
      sortText: rank(index),
      names: [label, ...names, status],
    });
  });
}

/** Roadmaps that ship and those of the workspace; found by their titles too. */
export function completeRoadmaps(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  return [...context.snapshot.roadmaps.values()].flatMap((roadmap) => {
    const { id, title, references } = roadmap;
    return isListed(slot, [id])
      ? []
      : valueItem(slot, context, {
          label: id,
          description: title,
          kind: 'roadmap',
          detail: references.join(' · '),
          documentation: () => describeRoadmap(roadmap, context),
          sortText: id,
          names: [id, title, ...references],
        });
  });
}

/** Areas of the report's roadmaps; found by their titles too. */
export function completeAreas(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  return context.analysed.roadmaps.flatMap((roadmap) =>
    roadmap.areas.flatMap((area, index) => {
      const { id, title } = area;
      return isListed(slot, [id, title])
        ? []
        : valueItem(slot, context, {
            label: id,
            description: title,
            kind: 'value',
            detail: roadmap.title,
            documentation: () => describeArea(roadmap, area),
            sortText: rank(index),
            names: [id, title],
          });
    }),
  );
}

/** Kinds of draft. */
export function completeKinds(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  return DRAFT_KINDS.map(({ id, name }, index) =>
    valueItem(slot, context, { label: id, description: name, kind: 'value', sortText: rank(index) }),
  );
}

/** Titles of the sections that a draft of the report's kind has. */
export function completeSections(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const kind = draftKind(context.analysed.report.header.kind?.value ?? STANDARD_KIND);
  return (kind?.sections ?? []).map(({ title }, index) =>
    valueItem(slot, context, { label: title, kind: 'value', sortText: rank(index) }),
  );
}

function rank(index: number): string {
  return String(index).padStart(3, '0');
}

import { statusesOf } from '../model/status';
import { type CompletionContext, isListed, valueItems } from './completion-context';
import type { CompletionItem } from './feature-types';
import { searchNames } from './filter-text';
import type { ValueSlot } from './slot';

/** Statuses: ids in YAML, the usual words in Markdown; found by each of their names. */
export function completeStatuses(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const declared = context.analysed.roadmaps.flatMap((roadmap) => roadmap.statuses);
  const itemOf = valueItems(slot, context);
  return statusesOf(declared).map(({ status, names, meaning }, index) => {
    const label = slot.format === 'yaml' ? status : (names[0] ?? status);
    return itemOf({
      label,
      kind: 'status',
      detail: meaning,
      topic: ['status', status],
      sortText: rank(index),
      names: searchNames([label, ...names, status]),
    });
  });
}

/** Roadmaps that ship and those of the workspace; found by their titles too. */
export function completeRoadmaps(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const itemOf = valueItems(slot, context);
  return [...context.snapshot.roadmaps.values()].flatMap(({ id, title, references }) => {
    return isListed(slot, [id])
      ? []
      : itemOf({
          label: id,
          description: title,
          kind: 'roadmap',
          detail: references.join(' · '),
          topic: ['roadmap', id],
          sortText: id,
          names: searchNames([id, title, ...references]),
        });
  });
}

/** Areas of the report's roadmaps; found by their titles too. */
export function completeAreas(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const itemOf = valueItems(slot, context);
  return context.analysed.roadmaps.flatMap((roadmap) =>
    roadmap.areas.flatMap(({ id, title }, index) => {
      return isListed(slot, [id, title])
        ? []
        : itemOf({
            label: id,
            description: title,
            kind: 'value',
            detail: roadmap.title,
            topic: ['area', roadmap.id, id],
            sortText: rank(index),
            names: searchNames([id, title]),
          });
    }),
  );
}

/** Kinds of draft. */
export function completeKinds(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const itemOf = valueItems(slot, context);
  return context.snapshot.kinds.map(({ id, name, about }, index) =>
    itemOf({
      label: id,
      description: name,
      kind: 'value',
      detail: about,
      topic: ['kind', id],
      sortText: rank(index),
      names: searchNames([id, name]),
    }),
  );
}

/** Files that may be the report before; found by their names without the folder, too. */
export function completeReportPaths(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const itemOf = valueItems(slot, context);
  return context.reportPaths.map((path) => {
    const item = itemOf({
      label: path,
      kind: 'value',
      sortText: path,
      names: searchNames([path, path.replace(/^\.\//, ''), path.slice(path.lastIndexOf('/') + 1)]),
    });
    // As people write paths: with quotation marks only where YAML would take it for something else.
    return PLAIN_PATH.test(path) ? { ...item, edit: { ...item.edit, newText: slot.gap + path } } : item;
  });
}

const PLAIN_PATH = /^\.{1,2}\/[^:#]*[^:#\s]$/;

function rank(index: number): string {
  return String(index).padStart(3, '0');
}

import { statusesOf } from '../model/status';
import { yamlScalar } from '../write/yaml-scalar';
import type { CompletionContext, ValueSlot } from './completion';
import { describeStatus } from './describe-status';
import type { CompletionItem } from './feature-types';
import { filterTextFor } from './filter-text';

/** Statuses: ids in YAML, the usual words in Markdown. */
export function completeStatuses(slot: ValueSlot, { analysed }: CompletionContext): readonly CompletionItem[] {
  const typed = analysed.report.text.slice(slot.typed.start, slot.typed.end);
  return statusesOf(analysed.roadmaps.flatMap((roadmap) => roadmap.statuses)).map((definition, index) => {
    const written = slot.format === 'yaml' ? definition.status : (definition.names[0] ?? definition.status);
    return {
      label: written,
      kind: 'status',
      ...(definition.meaning === undefined ? {} : { detail: definition.meaning }),
      documentation: describeStatus(definition),
      sortText: String(index).padStart(2, '0'),
      filterText: filterTextFor(typed, written),
      edit: { span: slot.typed, newText: slot.format === 'yaml' ? yamlScalar(written) : written },
      snippet: false,
    };
  });
}

/** Roadmaps that ship and those of the workspace. */
export function completeRoadmaps(
  slot: ValueSlot,
  { snapshot, analysed }: CompletionContext,
): readonly CompletionItem[] {
  const typed = analysed.report.text.slice(slot.typed.start, slot.typed.end);
  return [...snapshot.roadmaps.values()].map((roadmap) => ({
    label: roadmap.id,
    description: roadmap.title,
    kind: 'roadmap',
    detail: roadmap.references.join(' · '),
    documentation: `**${roadmap.title}**\n\n${roadmap.actions.length} actions in ${roadmap.areas.length} areas`,
    sortText: roadmap.id,
    filterText: filterTextFor(typed, `${roadmap.id} ${roadmap.title}`),
    edit: { span: slot.typed, newText: yamlScalar(roadmap.id) },
    snippet: false,
  }));
}

/** Kinds of draft. */
export function completeKinds(slot: ValueSlot): readonly CompletionItem[] {
  return plainValues(slot, ['progress-report']);
}

/** Titles of sections about no action that a progress report usually has. */
export function completeSections(slot: ValueSlot): readonly CompletionItem[] {
  return plainValues(slot, ['Introduction', 'State of play', 'Way forward']);
}

function plainValues(slot: ValueSlot, values: readonly string[]): readonly CompletionItem[] {
  return values.map((label, index) => ({
    label,
    kind: 'value',
    sortText: String(index),
    edit: { span: slot.typed, newText: label },
    snippet: false,
  }));
}

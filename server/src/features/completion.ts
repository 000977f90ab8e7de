import type { Section } from '../model/report';
import type { Snapshot } from '../model/snapshot';
import { completeActions, completeMentions } from './completion-actions';
import { completeActors, completeSubjects } from './completion-actors';
import type { CompletionContext } from './completion-context';
import { completeDates } from './completion-dates';
import { completeDeliverables } from './completion-deliverables';
import { completeKeys } from './completion-keys';
import { completeLine } from './completion-lines';
import {
  completeAreas,
  completeKinds,
  completeRoadmaps,
  completeSections,
  completeStatuses,
} from './completion-values';
import { createDescriptionContext } from './description-context';
import type { CompletionItem } from './feature-types';
import { markdownSlot } from './markdown-slot';
import type { ValueSlot } from './slot';
import { yamlRegion } from './yaml-lines';
import { yamlSlot } from './yaml-slot';

/**
 * What could stand at an offset (UTF-16, into the file) of a report; nothing outside reports and the places that
 * Rapporteur knows, such as ordinary prose. An edit replaces what is typed at the cursor, on its line.
 */
export function complete(snapshot: Snapshot, uri: string, offset: number): readonly CompletionItem[] {
  const analysed = snapshot.report(uri);
  if (!analysed) {
    return [];
  }
  const { text, format, sections } = analysed.report;
  const section = sectionAt(sections, offset);
  const declared = analysed.roadmaps.flatMap((roadmap) => roadmap.labels);
  const labels = declared.length > 0 ? declared : ['Action'];
  const slot =
    format === 'yaml'
      ? yamlSlot(text, offset, yamlRegion(text, section), labels)
      : markdownSlot(text, offset, section?.start ?? 0, labels);
  if (!slot) {
    return [];
  }
  const context = { ...createDescriptionContext(snapshot, analysed), offset, section };
  switch (slot.kind) {
    case 'key':
      return completeKeys(slot, context);
    case 'line':
      return completeLine(slot, context);
    case 'value':
      return completeValue(slot, context);
  }
}

/** The section that an offset is in, or at the end of which the text ends. */
function sectionAt(sections: readonly Section[], offset: number): Section | undefined {
  const section = sections.findLast((one) => one.start <= offset);
  return section && offset <= section.end ? section : undefined;
}

function completeValue(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  switch (slot.value) {
    case 'roadmap':
      return completeRoadmaps(slot, context);
    case 'kind':
      return completeKinds(slot, context);
    case 'section':
      return completeSections(slot, context);
    case 'action':
    case 'heading':
      return completeActions(slot, context);
    case 'mention':
      return completeMentions(slot, context);
    case 'deliverable':
      return completeDeliverables(slot, context);
    case 'actor':
      return completeActors(slot, context);
    case 'subject':
      return completeSubjects(slot, context);
    case 'area':
      return completeAreas(slot, context);
    case 'status':
      return completeStatuses(slot, context);
    case 'due':
    case 'revised':
    case 'completed':
    case 'next-due':
    case 'day':
      return completeDates(slot, context);
  }
}

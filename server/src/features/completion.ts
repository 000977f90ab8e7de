import type { Section } from '../model/report';
import type { AnalysedReport, Snapshot } from '../model/snapshot';
import { completeActions, completeMentions } from './completion-actions';
import { completeActors, completeAreas } from './completion-actors';
import { completeDates } from './completion-dates';
import { completeDeliverables } from './completion-deliverables';
import { completeKeys, completeLine } from './completion-keys';
import { completeKinds, completeRoadmaps, completeSections, completeStatuses } from './completion-values';
import type { CompletionItem } from './feature-types';
import { markdownSlot } from './markdown-slot';
import type { Slot } from './slot';
import { yamlSlot } from './yaml-slot';

/** What a completion knows of its place. */
export interface CompletionContext {
  readonly snapshot: Snapshot;
  readonly analysed: AnalysedReport;
  /** The section that the cursor is in. */
  readonly section: Section | undefined;
}

/** A slot for a value, which most completions are for. */
export type ValueSlot = Extract<Slot, { kind: 'value' }>;

/** What could stand at an offset of a report; nothing outside reports and the places that Rapporteur knows. */
export function complete(snapshot: Snapshot, uri: string, offset: number): readonly CompletionItem[] {
  const analysed = snapshot.report(uri);
  if (!analysed) {
    return [];
  }
  const { text, format, sections } = analysed.report;
  const labels = analysed.roadmaps.flatMap((roadmap) => roadmap.labels);
  const slot =
    format === 'yaml'
      ? yamlSlot(text, offset, { start: 0, end: text.length })
      : markdownSlot(text, offset, labels.length > 0 ? labels : ['Action']);
  if (!slot) {
    return [];
  }
  const section = sections.findLast((one) => one.start <= offset && offset <= one.end);
  const context = { snapshot, analysed, section };
  switch (slot.kind) {
    case 'key':
      return completeKeys(slot, context);
    case 'line':
      return completeLine(slot, context);
    case 'value':
      return completeValue(slot, context);
  }
}

function completeValue(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  switch (slot.value) {
    case 'roadmap':
      return completeRoadmaps(slot, context);
    case 'kind':
      return completeKinds(slot);
    case 'section':
      return completeSections(slot);
    case 'action':
    case 'heading':
      return completeActions(slot, context);
    case 'mention':
      return completeMentions(slot, context);
    case 'deliverable':
      return completeDeliverables(slot, context);
    case 'actor':
      return completeActors(slot, context);
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

import type { Report } from '../model/report';
import { sectionAt } from '../model/section-at';
import type { Snapshot } from '../model/snapshot';
import { lineAround } from '../model/text-lines';
import { Catalogue } from './catalogue';
import { completeActions, completeMentions } from './completion-actions';
import { completeActors, completeSubjects } from './completion-actors';
import type { CompletionContext } from './completion-context';
import { completeDates } from './completion-dates';
import { completeDeliverables } from './completion-deliverables';
import { completeKeys } from './completion-keys';
import { completeLine } from './completion-lines';
import { completeSections, completeSnippets } from './completion-sections';
import {
  completeAreas,
  completeKinds,
  completeReportPaths,
  completeRoadmaps,
  completeStatuses,
} from './completion-values';
import { completeDefinition } from './definition-completion';
import type { CompletionItem } from './feature-types';
import { markdownSlot } from './markdown-slot';
import type { Slot, ValueSlot } from './slot';
import { yamlRegion } from './yaml-lines';
import { yamlSlot, yamlTextSlot } from './yaml-slot';

/**
 * What could stand at an offset (UTF-16, into the file) of a report, a roadmap, an actors or project file; nothing
 * in other files and places, such as ordinary prose. An edit replaces what is typed at the cursor, on its line; all items of one
 * answer replace the same.
 *
 * @param catalogue kept by whoever completes often; without one, what it holds is made anew
 * @param reportPaths paths of files, as seen from this one, that may be the report before it; see {@link namesPrevious}
 */
export function complete(
  snapshot: Snapshot,
  uri: string,
  offset: number,
  catalogue: Catalogue = new Catalogue(),
  reportPaths: readonly string[] = [],
): readonly CompletionItem[] {
  const analysed = snapshot.report(uri);
  if (!analysed) {
    return completeDefinition(snapshot, uri, offset, catalogue);
  }
  const { report } = analysed;
  const section = sectionAt(report, offset);
  const declared = analysed.roadmaps.flatMap((roadmap) => roadmap.labels);
  const labels = declared.length > 0 ? declared : ['Action'];
  const isYaml = report.format === 'yaml';
  const slot = isYaml
    ? slotInYaml(report, offset, labels)
    : markdownSlot(report.text, offset, section?.start ?? 0, labels);
  if (!slot) {
    return [];
  }
  const context = { snapshot, analysed, text: report.text, offset, section, catalogue, reportPaths };
  switch (slot.kind) {
    case 'key':
      return completeKeys(slot, context);
    case 'line':
      return isYaml ? completeSnippets(slot, context) : completeLine(slot, context);
    case 'value':
      return completeValue(slot, context);
  }
}

/** Whether the line of an offset names the previous report, so that paths can be completed there. */
export function namesPrevious(text: string, offset: number): boolean {
  const { start, end } = lineAround(text, offset);
  return /^(["']?)previous\1[ \t]*:/.test(text.slice(start, end));
}

function slotInYaml(report: Report, offset: number, labels: readonly string[]): Slot | undefined {
  const region = yamlRegion(report, offset);
  return yamlSlot(report.text, offset, region, labels) ?? yamlTextSlot(report.text, offset, region);
}

function completeValue(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  switch (slot.value) {
    case 'roadmap':
      return completeRoadmaps(slot, context);
    case 'kind':
      return completeKinds(slot, context);
    case 'report-path':
      return completeReportPaths(slot, context);
    case 'section':
      return completeSections(slot, context);
    case 'action':
      return completeActions(slot, context);
    case 'heading':
      return [...completeSections(slot, context), ...completeActions(slot, context)];
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
    default:
      return [];
  }
}

import { actionLabel, type Roadmap } from './roadmap';

/**
 * Whether a report on these roadmaps has to name the roadmap with an action of one of them ("Action 6 (eu-drugs-2023)"):
 * another one calls its actions by the same label, so that "Action 6" may be that of either. Where each has a label of
 * its own ("Priority 6"), the label tells.
 */
export function isQualified(roadmap: Roadmap, roadmaps: readonly Roadmap[]): boolean {
  return roadmaps.some((other) => other.id !== roadmap.id && other.labels.some((label) => hasLabel(roadmap, label)));
}

/**
 * How messages about a report on these roadmaps name an action: "Action 6", or "Action 6 (eu-drugs-2023)" where another
 * one of them calls its actions so as well.
 */
export function qualifiedLabel(roadmap: Roadmap, id: string, roadmaps: readonly Roadmap[]): string {
  return `${actionLabel(roadmap, id)}${isQualified(roadmap, roadmaps) ? ` (${roadmap.id})` : ''}`;
}

/** Whether a roadmap calls its actions so: in any case, in the singular. */
function hasLabel({ labels }: Roadmap, label: string): boolean {
  return labels.some((one) => one.trim().toLowerCase() === label.trim().toLowerCase());
}

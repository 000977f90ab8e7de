import type { ActionReference } from './report';
import { type Action, actionOf, type Roadmap } from './roadmap';

/** An action of a roadmap, and the place that refers to it. */
export interface ReferredAction {
  readonly roadmap: Roadmap;
  readonly action: Action;
  readonly reference: ActionReference;
}

/** The actions that references stand for; unknown and ambiguous ones are left out. */
export function referredActions(
  references: readonly ActionReference[],
  roadmaps: readonly Roadmap[],
): readonly ReferredAction[] {
  return references.flatMap((reference) => {
    const roadmap = roadmaps.find((candidate) => candidate.id === reference.roadmap);
    const action = roadmap && actionOf(roadmap, reference.action);
    return roadmap && action ? [{ roadmap, action, reference }] : [];
  });
}

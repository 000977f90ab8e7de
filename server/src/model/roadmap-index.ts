import type { ReferredAction } from './entry-actions';
import type { ActionReference } from './report';
import type { Action, Roadmap } from './roadmap';

/** Some roadmaps by what is looked up in them. Of two with one id the first counts; what is asked for is kept. */
export class RoadmapIndex {
  private readonly byId = new Map<string, IndexedRoadmap>();

  constructor(readonly roadmaps: readonly Roadmap[]) {
    for (const roadmap of roadmaps) {
      if (!this.byId.has(roadmap.id)) {
        this.byId.set(roadmap.id, { roadmap, actions: undefined });
      }
    }
  }

  /** The roadmap with this id, if it is one of these. */
  roadmap(id: string | undefined): Roadmap | undefined {
    return id === undefined ? undefined : this.byId.get(id)?.roadmap;
  }

  /** The action that is meant by these ids, with its roadmap. */
  action(roadmap: string | undefined, id: string): IndexedAction | undefined {
    const indexed = roadmap === undefined ? undefined : this.byId.get(roadmap);
    if (!indexed) {
      return undefined;
    }
    indexed.actions ??= indexActions(indexed.roadmap);
    return indexed.actions.get(id);
  }

  /** The actions that references stand for; unknown and ambiguous ones are left out. */
  referred<T extends Pick<ActionReference, 'roadmap' | 'action'>>(references: readonly T[]): readonly Referred<T>[] {
    const referred: Referred<T>[] = [];
    for (const reference of references) {
      const found = this.action(reference.roadmap, reference.action);
      if (found) {
        referred.push({ roadmap: found.roadmap, action: found.action, reference });
      }
    }
    return referred;
  }

  /** The same where it is clear what each reference stands for; empty where one is unknown or ambiguous. */
  settled(references: readonly ActionReference[]): readonly ReferredAction[] {
    const actions = this.referred(references);
    return actions.length === references.length ? actions : [];
  }
}

/** An action, and its place in its roadmap's order, from 0. */
export interface IndexedAction {
  readonly roadmap: Roadmap;
  readonly action: Action;
  readonly place: number;
}

/** An action of a roadmap, and what refers to it. */
export interface Referred<T> {
  readonly roadmap: Roadmap;
  readonly action: Action;
  readonly reference: T;
}

interface IndexedRoadmap {
  readonly roadmap: Roadmap;
  actions: ReadonlyMap<string, IndexedAction> | undefined;
}

function indexActions(roadmap: Roadmap): ReadonlyMap<string, IndexedAction> {
  const actions = new Map<string, IndexedAction>();
  for (const [place, action] of roadmap.actions.entries()) {
    if (!actions.has(action.id)) {
      actions.set(action.id, { roadmap, action, place });
    }
  }
  return actions;
}

import type { PolicyDate } from './date';
import { keyOf } from './entry';
import type { Action, Deliverable, Roadmap } from './roadmap';
import type { StatedEntry } from './stated';

/** The dated deadlines of an action and its deliverables, or of one commitment. */
export interface DeadlineGroup {
  readonly roadmap: Roadmap;
  /** Undefined for a commitment. */
  readonly action: Action | undefined;
  /** The action's key ({@link keyOf}). */
  readonly key: string | undefined;
  /** In the roadmap's order, the action itself first; at least one. */
  readonly items: readonly DatedItem[];
}

/** Something with a dated deadline. */
export interface DatedItem {
  readonly item: Action | Deliverable;
  /** {@link deliverableKey}; of an action too, where no deliverable is meant by it. */
  readonly key: string;
  readonly due: PolicyDate;
  readonly every: string | undefined;
}

/** The dated deadlines of some roadmaps, in their order; made once for them. */
export class DeadlinePlan {
  readonly groups: readonly DeadlineGroup[];
  private readonly byAction = new Map<string, number[]>();
  private readonly byItem = new Map<string, number[]>();
  private readonly known = new WeakMap<StatedEntry, readonly number[]>();

  constructor(roadmaps: readonly Roadmap[]) {
    this.groups = roadmaps.flatMap(groupsOf);
    for (const [index, { key, items }] of this.groups.entries()) {
      if (key !== undefined) {
        add(this.byAction, key, index);
      }
      for (const item of items) {
        add(this.byItem, item.key, index);
      }
    }
  }

  /** Indexes of the groups that an entry can say something about, in order. */
  groupsOf(entry: StatedEntry): readonly number[] {
    let groups = this.known.get(entry);
    if (!groups) {
      groups = this.findGroups(entry);
      this.known.set(entry, groups);
    }
    return groups;
  }

  private findGroups(entry: StatedEntry): readonly number[] {
    const found = new Set<number>();
    const add = (groups: readonly number[] | undefined) => {
      for (const group of groups ?? []) {
        found.add(group);
      }
    };
    for (const action of entry.actions) {
      add(this.byAction.get(keyOf(action)));
    }
    for (const { roadmap, deliverable } of entry.fields.deliverables?.value ?? []) {
      if (deliverable !== undefined && roadmap !== undefined) {
        add(this.byItem.get(deliverableKey(roadmap, deliverable)));
      }
    }
    return [...found].sort((a, b) => a - b);
  }
}

/** One key for a deliverable or commitment of a roadmap. */
export function deliverableKey(roadmap: string, deliverable: string): string {
  return `${roadmap}\n${deliverable}`;
}

function groupsOf(roadmap: Roadmap): readonly DeadlineGroup[] {
  const dated = (items: readonly (Action | Deliverable)[]): readonly DatedItem[] =>
    items.flatMap((item) => {
      const { due, every } = item.deadline;
      return due === undefined ? [] : [{ item, key: deliverableKey(roadmap.id, item.id), due, every }];
    });
  const ofActions = roadmap.actions.map((action): DeadlineGroup => {
    const key = keyOf({ roadmap: roadmap.id, action: action.id });
    return { roadmap, action, key, items: dated([action, ...action.deliverables]) };
  });
  const ofCommitments = roadmap.commitments.map((item): DeadlineGroup => {
    return { roadmap, action: undefined, key: undefined, items: dated([item]) };
  });
  return [...ofActions, ...ofCommitments].filter(({ items }) => items.length > 0);
}

function add(map: Map<string, number[]>, key: string, index: number): void {
  const present = map.get(key);
  if (!present) {
    map.set(key, [index]);
  } else if (present.at(-1) !== index) {
    present.push(index);
  }
}

import type { Actor, ActorRegister } from './actor';
import type { ActorName, EntryFields } from './report';
import type { Action } from './roadmap';

/** Ids of the actors that an action is given to: its own and those of its deliverables. */
export function assignedActors(action: Action): ReadonlySet<string> {
  return new Set([...action.actors, ...action.deliverables.flatMap(({ actors }) => actors)]);
}

/** Tells for whom actors stand. What is asked for of a register's actors is kept. */
export class ActorStanding {
  private readonly known = new Map<string, ReadonlySet<string>>();
  private readonly assigned = new Map<Action, ReadonlySet<string>>();

  constructor(private readonly register: ActorRegister) {}

  /**
   * Whether an actor stands for one of these: it is one of them, a predecessor or successor of one, or a part of one
   * (Belgium of the Member States, a working party of the Council).
   */
  standsFor(actor: Actor, ids: ReadonlySet<string>): boolean {
    if (ids.has(actor.id)) {
      return true;
    }
    for (const id of this.idsFor(actor)) {
      if (ids.has(id)) {
        return true;
      }
    }
    return false;
  }

  /** Whether an actor stands for the one with this id. */
  standsForOne(actor: Actor, id: string): boolean {
    return actor.id === id || this.idsFor(actor).has(id);
  }

  /** Ids of the actors that some actions are given to ({@link assignedActors}). */
  assignedTo(actions: readonly { readonly action: Action }[]): ReadonlySet<string> {
    const [first] = actions;
    if (first && actions.length === 1) {
      const assigned = this.assigned.get(first.action) ?? assignedActors(first.action);
      this.assigned.set(first.action, assigned);
      return assigned;
    }
    return new Set(actions.flatMap(({ action }) => [...assignedActors(action)]));
  }

  private idsFor(actor: Actor): ReadonlySet<string> {
    let ids = this.known.get(actor.id);
    if (!ids) {
      const lineage = this.register.lineageOf(actor);
      ids = new Set(lineage.flatMap((relative) => [relative.id, ...this.register.wholesOf(relative)]));
      this.known.set(actor.id, ids);
    }
    return ids;
  }
}

/** The names in all fields of an entry that hold actors: its own, those of its deliverables and of its next steps. */
export function actorNamesOf(fields: EntryFields): readonly ActorName[] {
  const credited = creditedNamesOf(fields);
  return fields.next ? [...credited, ...(fields.next.value ?? []).flatMap(({ actors }) => actors)] : credited;
}

/** The names of those whom an entry makes answerable for its action: its own actors and those of its deliverables. */
export function creditedNamesOf({ actors, deliverables }: EntryFields): readonly ActorName[] {
  const own = actors?.value ?? [];
  return deliverables ? [...own, ...(deliverables.value ?? []).flatMap((item) => item.actors?.value ?? [])] : own;
}

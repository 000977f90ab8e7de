import type { Actor, ActorRegister } from './actor';
import type { ActorName, EntryFields } from './report';
import { type Action, actorsOfDeliverable, type Roadmap } from './roadmap';

/** Ids of the actors that a roadmap gives an action: its own and those of its deliverables. */
export function assignedActors(roadmap: Roadmap, action: Action): ReadonlySet<string> {
  const ofDeliverables = action.deliverables.flatMap((deliverable) => actorsOfDeliverable(roadmap, deliverable));
  return new Set([...action.actors, ...ofDeliverables]);
}

/**
 * Whether an actor stands for one of these: it is one of them, a predecessor or successor of one, or a part of one
 * (Belgium of the Member States, a working party of the Council).
 */
export function standsFor(register: ActorRegister, actor: Actor, ids: ReadonlySet<string>): boolean {
  return register
    .lineageOf(actor)
    .some((relative) => ids.has(relative.id) || [...register.wholesOf(relative)].some((whole) => ids.has(whole)));
}

/** The names in all fields of an entry that hold actors: its own, those of its deliverables and of its next steps. */
export function actorNamesOf(fields: EntryFields): readonly ActorName[] {
  return [
    ...(fields.actors?.value ?? []),
    ...(fields.deliverables?.value ?? []).flatMap((item) => item.actors?.value ?? []),
    ...(fields.next?.value ?? []).flatMap((step) => step.actors),
  ];
}

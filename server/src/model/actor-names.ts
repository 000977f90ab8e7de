import { type Actor, type ActorRegister, displayName } from './actor';
import type { IsoDay } from './date';

/** Whether the name of an actor was in use on a day: a successor's not yet before, a predecessor's no longer after. */
export function isInUse(actor: Actor, day: IsoDay): boolean {
  return (actor.since === undefined || actor.since <= day) && (actor.until === undefined || day <= actor.until);
}

/** The predecessor or successor whose name was in use on a day; the actor itself where the register knows none. */
export function actorInUse(register: ActorRegister, actor: Actor, day: IsoDay): Actor {
  return [actor, ...register.lineageOf(actor)].find((relative) => isInUse(relative, day)) ?? actor;
}

/** How a text names an actor so that nobody else is meant: its abbreviation, else its full name, else its id. */
export function unmistakableName(register: ActorRegister, actor: Actor): string {
  const names = [displayName(actor), actor.name];
  return names.find((name) => register.named(name).every((other) => other.id === actor.id)) ?? actor.id;
}

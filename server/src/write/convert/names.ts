import type { ActorRegister } from '../../model/actor';
import { unmistakableName } from '../../model/actor-names';

/** The id of an actor whose name in a Markdown report these words are; undefined for other words. */
export function idOfActor(name: string, register: ActorRegister): string | undefined {
  const [actor, more] = register.named(name);
  return actor && !more && nameOfActor(actor.id, register) === name ? actor.id : undefined;
}

/** The name that a Markdown report has for the actor with this id; the words themselves where they are no id. */
export function nameOfActor(words: string, register: ActorRegister): string {
  const actor = register.byId(words);
  const name = actor && unmistakableName(register, actor);
  const isSafe = name !== undefined && !/[,;&/+()]|\s(?:and|with)\s/.test(name);
  return isSafe && register.named(name).length === 1 ? name : words;
}

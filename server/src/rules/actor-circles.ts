import type { Actor, ActorRegister } from '../model/actor';
import { placeInActor } from './actor-references';
import type { FileContext, FileFinding } from './rule';

/** The actors of a file that are a part of themselves, or replace themselves, if only through others. */
export function* actorCircles({ uri, text, actors }: FileContext): Iterable<FileFinding> {
  for (const actor of actors.all.filter((one) => one.uri === uri)) {
    for (const id of actor.partOf) {
      const whole = actors.byId(id);
      if (whole === actor || (whole && actors.wholesOf(whole).has(actor.id))) {
        yield circle(actor, 'part-of', id, text, 'is a part of itself');
      }
    }
    if (actor.replaces !== undefined && replacesItself(actor, actors)) {
      yield circle(actor, 'replaces', actor.replaces, text, 'replaces itself');
    }
  }
}

function replacesItself(actor: Actor, { byId }: ActorRegister): boolean {
  const seen = new Set<Actor>();
  let one: Actor | undefined = actor;
  while (one && !seen.has(one)) {
    seen.add(one);
    one = one.replaces === undefined ? undefined : byId(one.replaces);
  }
  return one === actor;
}

function circle(actor: Actor, key: string, id: string, text: string, what: string): FileFinding {
  const { span } = placeInActor(actor, key, id, text);
  return { span, message: `This way “${actor.name}” ${what}. Take this away, or what leads back from “${id}”.` };
}

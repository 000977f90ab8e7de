import { type Actor, type ActorRegister, namesOf } from '../model/actor';
import { unmistakableName } from '../model/actor-names';
import type { ReportFormat } from '../model/report';

/**
 * How to write an actor in a report: as an id where the names around are ids and the format is YAML, else by one of the
 * preferred names that the actor has, else by the name that cannot be mistaken. A name that YAML would not read as one
 * text gives way to the id.
 */
export function nameToWrite(
  actor: Actor,
  around: { readonly asId: boolean; readonly format: ReportFormat; readonly preferred?: readonly string[] },
  register: ActorRegister,
): string {
  if (around.format === 'yaml' && around.asId) {
    return actor.id;
  }
  const preferred = namesOf(actor).find((name) => around.preferred?.includes(name));
  const name = preferred ?? unmistakableName(register, actor);
  return around.format === 'yaml' && !PLAIN_IN_YAML.test(name) ? actor.id : name;
}

/** Whether a name is written as ids are: "member-states", "europol". */
export function looksLikeId(written: string): boolean {
  return /^[a-z\d]+(?:-[a-z\d]+)*$/.test(written);
}

/** What can stand in a list in brackets without quotes. */
const PLAIN_IN_YAML = /^[\p{L}][\p{L}\p{N} ()/.&'’-]*$/u;

import type { IsoDay } from './date';
import type { Span } from './span';

/** What an actor is; `other` is a look-alike that prose is full of and that is no actor of ours. */
export type ActorKind = 'institution' | 'body' | 'agency' | 'network' | 'group' | 'country' | 'other';

export const ACTOR_KINDS: readonly ActorKind[] = [
  'institution',
  'body',
  'agency',
  'network',
  'group',
  'country',
  'other',
];

/** An institution, agency, body or group, as `actors.yaml` describes it (DESIGN, section 3). */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly short?: string;
  /** Other ways to write it, without `name` and `short`. */
  readonly names: readonly string[];
  /** Ways to write it in a field only ("EU"): in prose they stand before every other noun, and name nobody. */
  readonly fieldNames?: readonly string[];
  readonly kind: ActorKind;
  /** Code in the corporate-body or country authority table of the EU's Publications Office. */
  readonly code?: string;
  /** First and last day on which the name was in use, both inclusive. */
  readonly since?: IsoDay;
  readonly until?: IsoDay;
  /** Id of the predecessor. */
  readonly replaces?: string;
  readonly partOf: readonly string[];
  readonly url?: string;
  /** The file that defines it, and the item in it. */
  readonly uri: string;
  readonly span: Span;
}

/** Every name of an actor in prose: full name, abbreviation, aliases; without doubles. */
export function namesOf(actor: Actor): readonly string[] {
  return [...new Set([actor.name, ...(actor.short === undefined ? [] : [actor.short]), ...actor.names])];
}

/** How a message or a completion calls an actor: its abbreviation where it has one. */
export function displayName(actor: Actor): string {
  return actor.short ?? actor.name;
}

/** What {@link displayName} says of the actor with an id; the id itself where there is none. */
export function displayNameOf(id: string, register: Pick<ActorRegister, 'byId'>): string {
  const actor = register.byId(id);
  return actor ? displayName(actor) : id;
}

/** All actors that a report can name: built-in ones, and those of the workspace, which override by id. */
export interface ActorRegister {
  readonly all: readonly Actor[];
  byId(id: string): Actor | undefined;
  /**
   * The actors that have this text as id, name, abbreviation, alias or name in fields. Compared as written first, then
   * without regard to case and a leading article; several where actors share a name.
   */
  named(text: string): readonly Actor[];
  /** The actor that took this one's place, where there is one. */
  successorOf(actor: Actor): Actor | undefined;
  /** The actor and all its predecessors and successors. */
  lineageOf(actor: Actor): readonly Actor[];
  /** Ids of everything that the actor is part of, directly or through others; cycles are harmless. */
  wholesOf(actor: Actor): ReadonlySet<string>;
}

/** Builds a register. Of two actors with one id the later one counts. */
export function createActorRegister(actors: readonly Actor[]): ActorRegister {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  const all = [...byId.values()];
  const exact = new Map<string, Actor[]>();
  const folded = new Map<string, Actor[]>();
  for (const actor of all) {
    for (const name of new Set([actor.id, ...namesOf(actor), ...(actor.fieldNames ?? [])])) {
      addTo(exact, name, actor);
      addTo(folded, foldName(name), actor);
    }
  }
  const successors = new Map(all.flatMap((actor) => (actor.replaces === undefined ? [] : [[actor.replaces, actor]])));
  const lineageOf = (actor: Actor): readonly Actor[] => {
    const found = new Set([actor]);
    for (const one of found) {
      const predecessor = one.replaces === undefined ? undefined : byId.get(one.replaces);
      for (const relative of [predecessor, successors.get(one.id)]) {
        if (relative) {
          found.add(relative);
        }
      }
    }
    return [...found];
  };
  return {
    all,
    byId: (id) => byId.get(id),
    named: (text) => {
      const written = text.trim().replace(/\s+/g, ' ');
      return exact.get(written) ?? folded.get(foldName(written)) ?? [];
    },
    successorOf: (actor) => successors.get(actor.id),
    lineageOf,
    wholesOf: (actor) => {
      const found = new Set(actor.partOf);
      for (const id of found) {
        for (const whole of byId.get(id)?.partOf ?? []) {
          found.add(whole);
        }
      }
      return found;
    },
  };
}

/** A name without regard to case, a leading article, and kinds of dash and space. */
export function foldName(name: string): string {
  if (ONLY_CASE.test(name)) {
    return name.toLowerCase();
  }
  return name
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[‐-―]/g, '-')
    .replace(/[’‘]/g, "'")
    .replace(/^the /i, '')
    .toLowerCase();
}

/** Words of ASCII with single spaces between them and no article: nothing but their case is folded. */
const ONLY_CASE = /^(?!the )[!-~]+(?: [!-~]+)*$/i;

function addTo(map: Map<string, Actor[]>, key: string, actor: Actor): void {
  const present = map.get(key);
  if (!present) {
    map.set(key, [actor]);
  } else if (!present.includes(actor)) {
    present.push(actor);
  }
}

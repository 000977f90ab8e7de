import { type Actor, type ActorRegister, foldName } from './actor';
import type { Field, ReportHeader } from './report';
import type { Action, Roadmap } from './roadmap';

/** What a report has to cover, in words: ids, names or titles. Absent and empty parts do not restrict; each other one does. */
export interface CoverageScope {
  readonly areas?: readonly string[];
  readonly actions?: readonly string[];
  readonly actors?: readonly string[];
  /** Actions left out on purpose. */
  readonly except: readonly string[];
}

/** The scope that a report's header gives; without one, everything. */
export function scopeOf({ header: { scope } }: { readonly header: Pick<ReportHeader, 'scope'> }): CoverageScope {
  return {
    areas: valuesOf(scope?.areas ?? []),
    actions: valuesOf(scope?.actions ?? []),
    actors: valuesOf(scope?.actors ?? []),
    except: valuesOf(scope?.except.map((exception) => exception.action) ?? []),
  };
}

/** The actions of a roadmap that are in scope, in the roadmap's order. Commitments outside the actions never are. */
export function requiredActions(roadmap: Roadmap, scope: CoverageScope, register: ActorRegister): readonly Action[] {
  const [areas, actions, actors, except] = [scope.areas, scope.actions, scope.actors, scope.except].map((part) =>
    part && part.length > 0 ? part : undefined,
  );
  if (!areas && !actions && !actors && !except) {
    return roadmap.actions;
  }
  const inAreas = areas && areasNamed(areas, roadmap);
  const [wanted, excepted] = [actions, except].map((texts) => texts && new Set(texts.map(foldName)));
  const tasks = actors?.flatMap((name) => register.named(name)).map((actor) => taskTester(actor, register));
  return roadmap.actions.filter((action) => {
    const names = wanted || excepted ? namesOfAction(roadmap, action.id) : [];
    return (
      (inAreas === undefined || inAreas.has(action.area)) &&
      (wanted === undefined || names.some((name) => wanted.has(name))) &&
      (tasks === undefined || tasks.some((isTask) => isTask(action))) &&
      !names.some((name) => excepted?.has(name))
    );
  });
}

/** Whether a value of `scope` means the action with this id: "6", "Action 6", either with "(eu-drugs-2023)", or "eu-drugs-2023:6". */
export function namesAction(text: string, roadmap: Roadmap, id: string): boolean {
  return namesOfAction(roadmap, id).includes(foldName(text));
}

/** Whether a value of `scope` means the area with this id: its id or its title. */
export function namesArea(text: string, roadmap: Roadmap, id: string | undefined): boolean {
  return id !== undefined && areasNamed([text], roadmap).has(id);
}

function namesOfAction(roadmap: Roadmap, id: string): readonly string[] {
  const plain = [id, ...roadmap.labels.map((label) => `${label} ${id}`)];
  return [...plain, ...plain.map((name) => `${name} (${roadmap.id})`), `${roadmap.id}:${id}`].map(foldName);
}

/** The ids of the areas that these texts name; of two areas with one id the first counts. */
function areasNamed(texts: readonly string[], roadmap: Roadmap): ReadonlySet<string | undefined> {
  const wanted = new Set(texts.map(foldName));
  const areas = new Map([...roadmap.areas].reverse().map((area) => [area.id, area]));
  const named = [...areas.values()].filter(({ id, title }) => [id, title].some((name) => wanted.has(foldName(name))));
  return new Set(named.map(({ id }) => id));
}

/**
 * Tells whether an action is a task of an actor: the actor, a predecessor or successor, or something that it is part of
 * is a main actor; or a deliverable names it or, of a country, the countries that it is one of. A promise of "the
 * European Union" is no task of each of its agencies.
 */
function taskTester(actor: Actor, register: ActorRegister): (action: Action) => boolean {
  const lineage = register.lineageOf(actor);
  const near = new Set(lineage.flatMap((one) => [one.id, ...(one.kind === 'country' ? one.partOf : [])]));
  const all = new Set([...near, ...lineage.flatMap((one) => [...register.wholesOf(one)])]);
  return (action) =>
    action.actors.some((id) => all.has(id)) ||
    action.deliverables.some((deliverable) => deliverable.actors.some((id) => near.has(id)));
}

function valuesOf(fields: readonly Field<string>[]): readonly string[] {
  return fields.flatMap((field) => field.value ?? []);
}

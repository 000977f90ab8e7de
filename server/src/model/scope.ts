import { type Actor, type ActorRegister, foldName } from './actor';
import type { Field, Report } from './report';
import { type Action, actionLabel, type Roadmap } from './roadmap';

/** What a report has to cover, in words: ids, names or titles. Absent and empty parts do not restrict; each other one does. */
export interface CoverageScope {
  readonly areas?: readonly string[];
  readonly actions?: readonly string[];
  readonly actors?: readonly string[];
  /** Actions left out on purpose. */
  readonly except: readonly string[];
}

/** The scope that a report's header gives; without one, everything. */
export function scopeOf(report: Report): CoverageScope {
  const { scope } = report.header;
  return {
    areas: valuesOf(scope?.areas ?? []),
    actions: valuesOf(scope?.actions ?? []),
    actors: valuesOf(scope?.actors ?? []),
    except: valuesOf(scope?.except.map((exception) => exception.action) ?? []),
  };
}

/** The actions of a roadmap that are in scope, in the roadmap's order. Commitments outside the actions never are. */
export function requiredActions(roadmap: Roadmap, scope: CoverageScope, register: ActorRegister): readonly Action[] {
  const { except } = scope;
  const [areas, actions, actors] = [scope.areas, scope.actions, scope.actors].map((part) =>
    part && part.length > 0 ? part : undefined,
  );
  const wanted = actors?.flatMap((name) => register.named(name));
  return roadmap.actions.filter(
    (action) =>
      (areas === undefined || areas.some((area) => namesArea(area, roadmap, action.area))) &&
      (actions === undefined || actions.some((text) => namesAction(text, roadmap, action.id))) &&
      (wanted === undefined || wanted.some((actor) => isTaskOf(actor, action, register))) &&
      !except.some((text) => namesAction(text, roadmap, action.id)),
  );
}

/** Whether a value of `scope` means the action with this id: "6", "Action 6" or "eu-drugs-2023:6". */
export function namesAction(text: string, roadmap: Roadmap, id: string): boolean {
  const wanted = foldName(text);
  return [id, actionLabel(roadmap, id), `${roadmap.id}:${id}`].some((name) => foldName(name) === wanted);
}

/** Whether a value of `scope` means the area with this id: its id or its title. */
export function namesArea(text: string, roadmap: Roadmap, id: string | undefined): boolean {
  const area = roadmap.areas.find((candidate) => candidate.id === id);
  return area !== undefined && [area.id, area.title].some((name) => foldName(name) === foldName(text));
}

/**
 * Whether an action is a task of an actor: the actor, a predecessor or successor, or something that it is part of is a
 * main actor; or a deliverable names it or, of a country, the countries that it is one of. A promise of "the European
 * Union" is no task of each of its agencies.
 */
function isTaskOf(actor: Actor, action: Action, register: ActorRegister): boolean {
  const lineage = register.lineageOf(actor);
  const near = new Set(lineage.flatMap((one) => [one.id, ...(one.kind === 'country' ? one.partOf : [])]));
  const all = new Set([...near, ...lineage.flatMap((one) => [...register.wholesOf(one)])]);
  return (
    action.actors.some((id) => all.has(id)) ||
    action.deliverables.some((deliverable) => deliverable.actors.some((id) => near.has(id)))
  );
}

function valuesOf(fields: readonly Field<string>[]): readonly string[] {
  return fields.flatMap((field) => field.value ?? []);
}

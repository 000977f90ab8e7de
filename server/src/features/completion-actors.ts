import { type Actor, displayName } from '../model/actor';
import { actorInUse, isInUse, unmistakableName } from '../model/actor-names';
import { assignedActors } from '../model/assignment';
import { actionOf } from '../model/roadmap';
import { yamlScalar } from '../write/yaml-scalar';
import type { CompletionContext, ValueSlot } from './completion';
import { describeActor } from './describe-actor';
import type { CompletionItem } from './feature-types';
import { filterTextFor } from './filter-text';

/**
 * Actors: those of the entry's action first, then those of its deliverables, then the roadmap's, then all others in use
 * at the as-of date. Markdown gets the name, YAML the id.
 */
export function completeActors(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const { snapshot, analysed } = context;
  const { actors } = snapshot;
  const typed = analysed.report.text.slice(slot.typed.start, slot.typed.end);
  const day = analysed.asOf.day;
  const inUse = (id: string) => {
    const actor = actors.byId(id);
    return actor ? [actorInUse(actors, actor, day)] : [];
  };
  const actions = actionsAt(context);
  const ranked: readonly (readonly Actor[])[] = [
    actions.flatMap(({ action }) => action.actors.flatMap(inUse)),
    actions.flatMap(({ roadmap, action }) => [...assignedActors(roadmap, action)].flatMap(inUse)),
    analysed.roadmaps.flatMap((roadmap) => roadmap.actions.flatMap((action) => action.actors.flatMap(inUse))),
    actors.all.filter((actor) => actor.kind !== 'other' && isInUse(actor, day)),
  ];
  const listed = new Set(slot.listed.flatMap((name) => actors.named(name.replace(/^["']|["']$/g, ''))));
  const rank = new Map<Actor, number>();
  for (const [index, group] of ranked.entries()) {
    for (const actor of group) {
      if (!rank.has(actor) && !listed.has(actor)) {
        rank.set(actor, index);
      }
    }
  }
  return [...rank].map(([actor, group], index) => {
    const shown = slot.format === 'yaml' ? actor.id : unmistakableName(actors, actor);
    return {
      label: shown,
      description: shown === actor.name ? '' : actor.name,
      kind: 'actor',
      detail: group === 0 ? 'main actor of this action' : group === 1 ? 'has a deliverable of this action' : actor.kind,
      documentation: describeActor(actor, context),
      sortText: `${group}${String(index).padStart(5, '0')}`,
      filterText: filterTextFor(typed, filterFor(typed, actor, shown)),
      edit: { span: slot.typed, newText: slot.format === 'yaml' ? yamlScalar(actor.id) : shown },
      snippet: false,
    };
  });
}

/** Areas of the report's roadmaps. */
export function completeAreas(slot: ValueSlot, { analysed }: CompletionContext): readonly CompletionItem[] {
  return analysed.roadmaps.flatMap((roadmap) =>
    roadmap.areas.map((area, index) => ({
      label: area.id,
      description: area.title,
      kind: 'value',
      detail: roadmap.title,
      sortText: String(index).padStart(4, '0'),
      edit: { span: slot.typed, newText: yamlScalar(area.id) },
      snippet: false,
    })),
  );
}

function actionsAt({ analysed, section }: CompletionContext) {
  return (section?.actions ?? []).flatMap((reference) => {
    const roadmap = analysed.roadmaps.find((one) => one.id === reference.roadmap);
    const action = roadmap && actionOf(roadmap, reference.action);
    return roadmap && action ? [{ roadmap, action }] : [];
  });
}

/** A person may type the abbreviation or the full name. */
function filterFor(typed: string, actor: Actor, shown: string): string {
  const words = typed.replace(/^["']/, '').toLowerCase();
  const names = [shown, displayName(actor), actor.name, ...actor.names];
  return names.find((name) => words !== '' && name.toLowerCase().startsWith(words)) ?? shown;
}

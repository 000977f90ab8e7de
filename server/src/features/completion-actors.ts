import type { Actor } from '../model/actor';
import { assignedActors } from '../model/assignment';
import { actionsHere, type CompletionContext, typedIn, valueItems } from './completion-context';
import type { CompletionItem } from './feature-types';
import type { ValueSlot } from './slot';

/**
 * Actors: those of the entry's action first, then those of its deliverables, then the roadmap's, then all others in use
 * at the as-of date; without those that the list has already. Markdown gets the name, YAML the id; both are found by
 * every name.
 */
export function completeActors(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const { snapshot, analysed, catalogue } = context;
  const { actors } = snapshot;
  const offered = catalogue.actorsOn(actors, analysed.asOf.day);
  const listed = new Set(slot.listed.flatMap((name) => actors.named(name.replace(/^(["'])(.*)\1$/, '$2'))));
  const itemOf = valueItems(slot, context);
  const items: CompletionItem[] = [];
  for (const [actor, rank] of rankedActors(context)) {
    if (!listed.has(actor)) {
      const { label, names } = offered.offer(actor, slot.format);
      items.push(
        itemOf({
          label,
          description: label === actor.name ? undefined : actor.name,
          kind: 'actor',
          detail: RANKS[rank] ?? actor.kind,
          topic: ['actor', actor.id],
          sortText: `${rank}${String(items.length).padStart(5, '0')}`,
          names,
        }),
      );
    }
  }
  return items;
}

/**
 * Actors at the start of a sentence, which a next step begins with: only those that go on with what is typed, and none
 * where other words than names stand before.
 */
export function completeSubjects(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const { actors } = context.snapshot;
  const typed = typedIn(slot, context).toLowerCase();
  if (slot.listed.some((words) => actors.named(words).length === 0)) {
    return [];
  }
  return completeActors(slot, context)
    .filter(({ filterText }) => filterText.toLowerCase().startsWith(typed))
    .map((item) => (item.dependsOnTyped ? item : { ...item, dependsOnTyped: true }));
}

const RANKS: readonly (string | undefined)[] = ['main actor of this action', 'has a deliverable of this action'];

/** All actors that could be named, each once and under the name in use, with how near they are: 0 to 3; nearest first. */
function rankedActors(context: CompletionContext): ReadonlyMap<Actor, number> {
  const { snapshot, analysed, catalogue } = context;
  const onDay = catalogue.actorsOn(snapshot.actors, analysed.asOf.day);
  const ranks = new Map<Actor, number>();
  const add = (ids: Iterable<string>, rank: number) => {
    for (const id of ids) {
      const actor = onDay.currentOf(id);
      if (actor && !ranks.has(actor)) {
        ranks.set(actor, rank);
      }
    }
  };
  const actions = actionsHere(context);
  for (const { action } of actions) {
    add(action.actors, 0);
  }
  for (const { action } of actions) {
    add(assignedActors(action), 1);
  }
  for (const roadmap of analysed.roadmaps) {
    for (const action of roadmap.actions) {
      add(action.actors, 2);
    }
  }
  for (const actor of onDay.inUse) {
    if (!ranks.has(actor)) {
      ranks.set(actor, 3);
    }
  }
  return ranks;
}

import { type Actor, displayName, namesOf } from '../model/actor';
import { actorInUse, isInUse, unmistakableName } from '../model/actor-names';
import { assignedActors } from '../model/assignment';
import { actionsHere, type CompletionContext, typedIn, valueItem } from './completion-context';
import { describeActor } from './describe-actor';
import type { CompletionItem } from './feature-types';
import type { ValueSlot } from './slot';

/**
 * Actors: those of the entry's action first, then those of its deliverables, then the roadmap's, then all others in use
 * at the as-of date; without those that the list has already. Markdown gets the name, YAML the id; both are found by
 * every name.
 */
export function completeActors(slot: ValueSlot, context: CompletionContext): readonly CompletionItem[] {
  const { actors } = context.snapshot;
  const listed = new Set(slot.listed.flatMap((name) => actors.named(name.replace(/^(["'])(.*)\1$/, '$2'))));
  return rankedActors(context)
    .filter(({ actor }) => !listed.has(actor))
    .map(({ actor, rank }, index) => {
      const label = slot.format === 'yaml' ? actor.id : unmistakableName(actors, actor);
      return valueItem(slot, context, {
        label,
        ...(label === actor.name ? {} : { description: actor.name }),
        kind: 'actor',
        detail: RANKS[rank] ?? actor.kind,
        documentation: () => describeActor(actor, context),
        sortText: `${rank}${String(index).padStart(5, '0')}`,
        names: [label, displayName(actor), ...namesOf(actor)],
      });
    });
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
  return completeActors(slot, context).filter(({ filterText }) => filterText?.toLowerCase().startsWith(typed));
}

const RANKS: readonly (string | undefined)[] = ['main actor of this action', 'has a deliverable of this action'];

/** All actors that could be named, each once and under the name in use, with how near they are: 0 to 3. */
function rankedActors(context: CompletionContext): readonly { readonly actor: Actor; readonly rank: number }[] {
  const { actors } = context.snapshot;
  const { roadmaps, asOf } = context.analysed;
  const inUse = (ids: Iterable<string>) =>
    [...ids].flatMap((id) => {
      const actor = actors.byId(id);
      return actor ? [actorInUse(actors, actor, asOf.day)] : [];
    });
  const actions = actionsHere(context);
  const groups = [
    inUse(actions.flatMap(({ action }) => action.actors)),
    inUse(actions.flatMap(({ action }) => [...assignedActors(action)])),
    inUse(roadmaps.flatMap((roadmap) => roadmap.actions.flatMap((action) => action.actors))),
    actors.all.filter((actor) => actor.kind !== 'other' && isInUse(actor, asOf.day)),
  ];
  const ranks = new Map<Actor, number>();
  for (const [rank, group] of groups.entries()) {
    for (const actor of group) {
      ranks.set(actor, Math.min(rank, ranks.get(actor) ?? rank));
    }
  }
  return [...ranks].map(([actor, rank]) => ({ actor, rank }));
}

import { type Actor, displayName, namesOf } from '../model/actor';
import { actorInUse, isInUse } from '../model/actor-names';
import { addDays, formatDay } from '../model/date';
import { actionLabel, type Roadmap } from '../model/roadmap';
import type { DescriptionContext } from './description-context';
import { escapeMarkdown } from './markdown-text';

/** Markdown about an actor: full name, kind, succession, what it is part of, and what it answers for. */
export function describeActor(actor: Actor, { snapshot, asOf: day, roadmaps }: DescriptionContext): string {
  const { actors } = snapshot;
  const successor = actors.successorOf(actor);
  const predecessor = actor.replaces === undefined ? undefined : actors.byId(actor.replaces);
  const current = actorInUse(actors, actor, day);
  const others = namesOf(actor).filter((name) => name !== actor.name && name !== actor.short);
  const wholes = actor.partOf.map((id) => actors.byId(id)?.name ?? id);
  const since = successor?.since ?? (actor.until === undefined ? undefined : addDays(actor.until, 1));
  return [
    `${nameOf(actor, '**')} · ${actor.kind}`,
    ...(predecessor ? [`Took over from the ${nameOf(predecessor)}${onDay(actor.since)}`] : []),
    ...(successor ? [`Replaced by the ${nameOf(successor)}${onDay(since)}`] : []),
    ...(isInUse(actor, day) || current === actor
      ? []
      : [`At the as-of date, ${formatDay(day)}, its name is ${escapeMarkdown(displayName(current))}: write that one`]),
    ...(wholes.length === 0 ? [] : [`Part of: ${wholes.map(escapeMarkdown).join(', ')}`]),
    ...(others.length === 0 ? [] : [`Also written: ${others.slice(0, MOST_NAMES).map(escapeMarkdown).join(', ')}`]),
    ...roadmaps.flatMap((roadmap) => tasksIn(roadmap, actor, snapshot.actors.lineageOf(actor))),
    `In YAML: \`${actor.id}\``,
  ].join('\n\n');
}

const MOST_NAMES = 8;

/** "European Union Drugs Agency (EUDA)"; the full name between the marks. */
function nameOf({ name, short }: Actor, mark = ''): string {
  return `${mark}${escapeMarkdown(name)}${mark}${short === undefined ? '' : ` (${escapeMarkdown(short)})`}`;
}

function onDay(day: string | undefined): string {
  return day === undefined ? '' : ` on ${formatDay(day)}`;
}

/** The actions of which the actor, or one that it took over from or was replaced by, is a main actor. */
function tasksIn(roadmap: Roadmap, actor: Actor, lineage: readonly Actor[]): readonly string[] {
  const names = new Set([actor, ...lineage].map(({ id }) => id));
  const ids = roadmap.actions.filter(({ actors }) => actors.some((id) => names.has(id))).map(({ id }) => id);
  const [first] = ids;
  if (first === undefined) {
    return [];
  }
  const title = escapeMarkdown(roadmap.title);
  return ids.length === 1
    ? [`Main actor of ${actionLabel(roadmap, first)} (${title})`]
    : [`Main actor of ${ids.length} actions: ${ids.join(', ')} (${title})`];
}

import { type Actor, displayName, namesOf } from '../model/actor';
import { isInUse } from '../model/actor-names';
import { formatDay } from '../model/date';
import { actionLabel } from '../model/roadmap';
import type { AnalysedReport, Snapshot } from '../model/snapshot';

/** Markdown about an actor: full name, kind, succession, what it is part of, and what it answers for. */
export function describeActor(
  actor: Actor,
  { snapshot, analysed }: { readonly snapshot: Snapshot; readonly analysed: AnalysedReport },
): string {
  const { actors } = snapshot;
  const name = (id: string) => {
    const other = actors.byId(id);
    return other ? other.name : id;
  };
  const successor = actors.successorOf(actor);
  const others = namesOf(actor).filter((one) => one !== actor.name && one !== actor.short);
  const lines = [
    `**${actor.name}**${actor.short === undefined ? '' : ` (${actor.short})`} · ${actor.kind}`,
    ...(actor.replaces === undefined
      ? []
      : [`Replaces ${name(actor.replaces)}${actor.since === undefined ? '' : ` since ${formatDay(actor.since)}`}.`]),
    ...(successor
      ? [`Replaced by ${successor.name}${successor.since === undefined ? '' : ` since ${formatDay(successor.since)}`}.`]
      : []),
    ...(!isInUse(actor, analysed.asOf.day) && successor
      ? [`At the as-of date, ${formatDay(analysed.asOf.day)}, the name is ${displayName(successor)}.`]
      : []),
    ...(actor.partOf.length === 0 ? [] : [`Part of: ${actor.partOf.map(name).join(', ')}.`]),
    ...(others.length === 0 ? [] : [`Also written: ${others.slice(0, MOST_NAMES).join(', ')}.`]),
    ...analysed.roadmaps.flatMap((roadmap) => {
      const ids = roadmap.actions.filter((action) => action.actors.includes(actor.id)).map((action) => action.id);
      return ids.length === 0 ? [] : [`Main actor of ${actionLabel(roadmap, ids.join(', '))} (${roadmap.id}).`];
    }),
    `Id: \`${actor.id}\``,
  ];
  return lines.join('\n\n');
}

const MOST_NAMES = 8;

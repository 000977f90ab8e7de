import type { TextEdit } from '../model/finding';
import type { Span } from '../model/span';

/** Edits that are made together or not at all: to move something is to write two places. In order, without overlap. */
export type EditGroup = readonly TextEdit[];

/** The stretch from the first edit of a group to its last one. */
export function hullOf(group: EditGroup): Span {
  return { start: group[0]?.span.start ?? 0, end: group[group.length - 1]?.span.end ?? 0 };
}

/** The groups in order, without those that reach into one before them. */
export function withoutOverlaps(groups: readonly EditGroup[]): readonly EditGroup[] {
  const inOrder = groups
    .filter((group) => group.length > 0)
    .map((group) => ({ group, ...hullOf(group) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return inOrder.flatMap((one) => {
    if (one.start < end) {
      return [];
    }
    ({ end } = one);
    return [one.group];
  });
}

/** A stretch of text that can change places with its neighbours, and where it belongs among them. */
export interface Movable extends Span {
  /** Smaller ones come first; undefined for what stays behind the one before it, wherever that goes. */
  readonly rank: number | undefined;
}

/** Puts stretches in the order of their ranks; what stands between them stays where it is. Empty if they are in order. */
export function reordered(text: string, units: readonly Movable[]): EditGroup {
  const order = inRankOrder(units);
  return units.flatMap((slot, index) => {
    const unit = order[index];
    return unit && unit !== slot
      ? [{ span: { start: slot.start, end: slot.end }, newText: text.slice(unit.start, unit.end) }]
      : [];
  });
}

/** The order that {@link reordered} makes. Those of equal rank stay as they are. */
export function inRankOrder<T extends Movable>(units: readonly T[]): readonly T[] {
  const groups: { readonly rank: number; readonly units: T[] }[] = [];
  for (const unit of units) {
    const last = groups[groups.length - 1];
    if (unit.rank === undefined && last) {
      last.units.push(unit);
    } else {
      groups.push({ rank: unit.rank ?? -1, units: [unit] });
    }
  }
  return groups.sort((a, b) => a.rank - b.rank).flatMap((group) => group.units);
}

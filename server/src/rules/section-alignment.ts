import { SectionList } from '../model/section-list';
import type { Span } from '../model/span';

/** Which sections of an earlier check are those of a later one. */
export interface Alignment {
  /** Those before `start`, and those from `end` on, counted from the last, are the same as before, in the same order. */
  readonly changed: Span;
  /** How many more there are now. */
  readonly grown: number;
  /** Index in the earlier check of the section with the same reading; undefined where it had none. */
  sameAt(index: number): number | undefined;
  /** Index in the earlier check of what probably was this section before an edit in it. */
  nearAt(index: number): number | undefined;
}

/**
 * Compares readings as objects: from both ends, where nearly all are the same, then what is left between. No earlier
 * section is that of two later ones. What the lists share is not looked at.
 */
export function alignSections(now: SectionList, before: SectionList | undefined): Alignment {
  const known = before ?? SectionList.of([]);
  const same = now.sameEnds(known);
  const grown = now.size - known.size;
  const [start, end] = [same.start, now.size - same.end];
  const between = new Map(known.readings(start, end - grown).map((reading, offset) => [reading, start + offset]));
  const moved = now.readings(start, end).map((reading) => {
    const index = between.get(reading);
    between.delete(reading);
    return index;
  });
  return {
    changed: { start, end },
    grown,
    sameAt: (index) => (index < start ? index : index >= end ? index - grown : moved[index - start]),
    nearAt: (index) => (grown === 0 ? index : index < start ? index : index >= end ? index - grown : undefined),
  };
}

/**
 * What there is of each section, where it is known of the sections before. Gives `before` itself where nothing is another.
 *
 * @param before of the sections before, in order
 * @param make gives it for a section that may be another, by its index
 */
export function realigned<T>(
  before: readonly T[],
  { changed: { start, end }, grown }: Alignment,
  make: (index: number) => T,
): readonly T[] {
  const made: T[] = [];
  let isSame = grown === 0;
  for (let index = start; index < end; index++) {
    const one = make(index);
    isSame &&= one === before[index];
    made.push(one);
  }
  return isSame ? before : [...before.slice(0, start), ...made, ...before.slice(end - grown)];
}

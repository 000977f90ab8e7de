/**
 * Things that stand one behind the other in a text, each with the length (in UTF-16 units) that it takes there. A list
 * that an edit made of another shares with it all that the edit did not touch, in stretches of some dozens, so that
 * neither the edit nor the offset of a thing costs more than these stretches' number.
 *
 * What it holds is private, because two lists are the same where their things are, however they are cut into stretches.
 */
export class MeasuredList<T> {
  /** How many things there are. */
  readonly size: number;
  /** What they take together. */
  readonly length: number;
  readonly #stretches: readonly Stretch<T>[];
  readonly #measure: Measure<T>;

  private constructor(stretches: readonly Stretch<T>[], measure: Measure<T>) {
    let [size, length] = [0, 0];
    for (const stretch of stretches) {
      size += stretch.items.length;
      length += stretch.length;
    }
    this.size = size;
    this.length = length;
    this.#stretches = stretches;
    this.#measure = measure;
  }

  static of<T>(items: readonly T[], measure: Measure<T>): MeasuredList<T> {
    return new MeasuredList(cutIntoStretches(items, measure), measure);
  }

  /** All things. */
  all(): readonly T[] {
    return itemsOf(this.#stretches);
  }

  /** The thing at an index; undefined where there is none. */
  at(index: number): T | undefined {
    let left = index;
    for (const { items } of this.#stretches) {
      if (left < items.length) {
        return items[left];
      }
      left -= items.length;
    }
    return undefined;
  }

  /** What the things before an index take together: the offset of the one at the index. */
  startOf(index: number): number {
    let left = index;
    let start = 0;
    for (const { items, length } of this.#stretches) {
      if (left < items.length) {
        for (let at = 0; at < left; at++) {
          start += this.#measure.lengthOf(items[at] as T);
        }
        return start;
      }
      left -= items.length;
      start += length;
    }
    return start;
  }

  /** How many things end at an offset or before it: the index of the one that the unit at the offset is in. */
  endedBy(offset: number): number {
    let left = offset;
    let ended = 0;
    for (const { items, length } of this.#stretches) {
      if (length > left) {
        for (const item of items) {
          left -= this.#measure.lengthOf(item);
          if (left < 0) {
            return ended;
          }
          ended++;
        }
      }
      left -= length;
      ended += items.length;
    }
    return ended;
  }

  /** How many things start at an offset or before it. */
  startedBy(offset: number): number {
    return offset < 0 ? 0 : Math.min(this.size, this.endedBy(offset) + 1);
  }

  /** The things from `start` to before `end`. */
  slice(start: number, end: number): readonly T[] {
    const found: T[] = [];
    let first = 0;
    for (const { items } of this.#stretches) {
      if (first >= end) {
        break;
      }
      const last = Math.min(items.length, end - first);
      for (let at = Math.max(0, start - first); at < last; at++) {
        found.push(items[at] as T);
      }
      first += items.length;
    }
    return found;
  }

  /** The list with other things in the place of those from `start` to before `end`. */
  replaced(start: number, end: number, items: readonly T[]): MeasuredList<T> {
    if (start === end && items.length === 0) {
      return this;
    }
    const stretches = this.#stretches;
    let from = 0;
    let before = 0;
    // The stretch that `start` is in, or the last one, which so grows where things are put behind all others.
    while (from < stretches.length - 1 && before + (stretches[from]?.items.length ?? 0) <= start) {
      before += stretches[from]?.items.length ?? 0;
      from++;
    }
    let to = from;
    let behind = before;
    while (to < stretches.length && (behind < end || to === from)) {
      behind += stretches[to]?.items.length ?? 0;
      to++;
    }
    const touched = [...itemsOf(stretches.slice(from, to))];
    touched.splice(start - before, end - start, ...items);
    const next = stretches[to];
    if (next && touched.length > 0 && touched.length < FEWEST) {
      touched.push(...next.items);
      to++;
    }
    const made = cutIntoStretches(touched, this.#measure);
    return new MeasuredList([...stretches.slice(0, from), ...made, ...stretches.slice(to)], this.#measure);
  }

  /** The list of these things, made of this one where they are the same objects at both ends. */
  becoming(items: readonly T[]): MeasuredList<T> {
    const { start, end } = sameEnds(this.all(), items, (one, other) => one === other);
    return this.replaced(start, this.size - end, items.slice(start, items.length - end));
  }

  /**
   * How many things at the start and at the end are the same in this list and another, none of them counted twice. Of
   * what both share things are not looked at one by one.
   */
  sameEnds(other: MeasuredList<T>, isSame: (one: T, other: T) => boolean): SameEnds {
    const [own, others] = [this.#stretches, other.#stretches];
    const shared = sameEnds(own, others, (one, two) => one === two);
    const middle = itemsOf(own.slice(shared.start, own.length - shared.end));
    const otherMiddle = itemsOf(others.slice(shared.start, others.length - shared.end));
    const between = sameEnds(middle, otherMiddle, isSame);
    return {
      start: sizeOf(own, 0, shared.start) + between.start,
      end: sizeOf(own, own.length - shared.end, own.length) + between.end,
    };
  }
}

/** Tells how long things are. */
export interface Measure<T> {
  /** In UTF-16 units; the same for a thing at all times. */
  lengthOf(item: T): number;
}

/** How many things at the start and at the end are the same. */
export interface SameEnds {
  readonly start: number;
  readonly end: number;
}

/** Things beside each other that lists share. */
interface Stretch<T> {
  readonly items: readonly T[];
  readonly length: number;
}

/** How many things a stretch has at most. */
const MOST = 64;

/** A stretch that is left with fewer is joined with the next one. */
const FEWEST = 16;

function cutIntoStretches<T>(items: readonly T[], measure: Measure<T>): readonly Stretch<T>[] {
  const count = Math.ceil(items.length / MOST);
  const stretches: Stretch<T>[] = [];
  let start = 0;
  for (let index = 1; index <= count; index++) {
    // All of the same size, so that the next edit does not cut one again.
    const end = Math.floor((index * items.length) / count);
    const own = items.slice(start, end);
    let length = 0;
    for (const item of own) {
      length += measure.lengthOf(item);
    }
    stretches.push({ items: own, length });
    start = end;
  }
  return stretches;
}

function sameEnds<T>(own: readonly T[], others: readonly T[], isSame: (one: T, other: T) => boolean): SameEnds {
  const shorter = Math.min(own.length, others.length);
  let start = 0;
  while (start < shorter && isSame(own[start] as T, others[start] as T)) {
    start++;
  }
  let end = 0;
  while (end < shorter - start && isSame(own[own.length - 1 - end] as T, others[others.length - 1 - end] as T)) {
    end++;
  }
  return { start, end };
}

function itemsOf<T>(stretches: readonly Stretch<T>[]): readonly T[] {
  const [first] = stretches;
  const none: readonly T[] = [];
  return first && stretches.length === 1 ? first.items : none.concat(...stretches.map(({ items }) => items));
}

/** How many things the stretches from `start` to before `end` have. */
function sizeOf(stretches: readonly Stretch<unknown>[], start: number, end: number): number {
  let size = 0;
  for (let index = start; index < end; index++) {
    size += stretches[index]?.items.length ?? 0;
  }
  return size;
}

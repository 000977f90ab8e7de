/**
 * A value of the model whose spans are all `by` UTF-16 units further on: a field with its items, a list of passages. What
 * has no span in it stays the same object.
 *
 * @param value plain data; a span is an object with `start` and `end` and nothing else
 */
export function movedBy<T>(value: T, by: number): T {
  return by === 0 ? value : (moved(value, by) as T);
}

/** Long lists are moved at every key that is typed above them, so nothing is copied before something in it is another. */
function moved(value: unknown, by: number): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return movedItems(value, by);
  }
  if (isSpan(value)) {
    return { start: value.start + by, end: value.end + by };
  }
  const original = value as Readonly<Record<string, unknown>>;
  let copy: Record<string, unknown> | undefined;
  for (const name in original) {
    const own = original[name];
    if (typeof own === 'object' && own !== null) {
      const other = moved(own, by);
      if (other !== own) {
        copy ??= { ...original };
        copy[name] = other;
      }
    }
  }
  return copy ?? value;
}

function movedItems(items: readonly unknown[], by: number): readonly unknown[] {
  let copy: unknown[] | undefined;
  for (let index = 0; index < items.length; index++) {
    const other = moved(items[index], by);
    if (other !== items[index]) {
      copy ??= items.slice();
      copy[index] = other;
    }
  }
  return copy ?? items;
}

function isSpan(value: object): value is { readonly start: number; readonly end: number } {
  if (!('start' in value && 'end' in value)) {
    return false;
  }
  let count = 0;
  for (const _ in value) {
    count++;
  }
  return count === 2;
}

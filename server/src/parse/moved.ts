/**
 * A value of the model whose spans are all `by` UTF-16 units further on: a field with its items, a list of passages. What
 * has no span in it stays the same object.
 *
 * @param value plain data; a span is an object with `start` and `end` and nothing else
 */
export function movedBy<T>(value: T, by: number): T {
  return by === 0 ? value : (moved(value, by) as T);
}

function moved(value: unknown, by: number): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((one) => moved(one, by));
  }
  const properties = Object.entries(value);
  if (properties.length === 2 && 'start' in value && 'end' in value) {
    return { start: Number(value.start) + by, end: Number(value.end) + by };
  }
  let changed = false;
  const copy: Record<string, unknown> = {};
  for (const [name, own] of properties) {
    copy[name] = moved(own, by);
    changed ||= copy[name] !== own;
  }
  return changed ? copy : value;
}

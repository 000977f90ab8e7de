/**
 * Whether two values are the same plain data: equal primitives, arrays of the same data in the same order, objects with
 * the same keys and data. Objects of a class are data too; functions, maps and sets are the same only where they are one.
 */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return false;
  }
  if (Array.isArray(a) || Array.isArray(b)) {
    return Array.isArray(a) && Array.isArray(b) && sameItems(a, b);
  }
  if (isCollection(a) || isCollection(b)) {
    return false;
  }
  const [left, right] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameData(left[key], right[key]))
  );
}

/** Whether two arrays hold the same objects, in the same order. */
export function sameObjects(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => one === b[index]));
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, index) => sameData(one, b[index]));
}

function isCollection(value: object): boolean {
  return value instanceof Map || value instanceof Set;
}

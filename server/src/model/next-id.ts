/**
 * The next free id after those of a list, numbered as its last one is: "18" behind "17", "A.4" behind "A.3", "6.10" behind
 * "6.9". Without ids that end in a number it is `first`.
 */
export function nextId(ids: readonly string[], first: string): string {
  const last = ids.findLast((id) => NUMBERED.test(id));
  return last === undefined ? first : idBehind(last, ids);
}

/** The id behind the last one of the same kind as `id`: "6.3" where 6.1 and 6.2 are taken, "ports-2" behind "ports". */
export function idBehind(id: string, taken: Iterable<string>): string {
  const [, stem = '', own] = NUMBERED.exec(id) ?? [undefined, `${id}-`];
  const numbers = [...taken].flatMap((other) => {
    const rest = other.startsWith(stem) ? other.slice(stem.length) : '';
    return /^\d{1,9}$/.test(rest) ? [Number(rest)] : [];
  });
  return `${stem}${Math.max(own === undefined ? 1 : 0, ...numbers) + 1}`;
}

const NUMBERED = /^(.*?)(\d{1,9})$/;

/**
 * The next free id after those of a list, numbered as its last one is: "18" behind "17", "A.4" behind "A.3", "6.10" behind
 * "6.9". Without numbered ids it is `first`.
 */
export function nextId(ids: readonly string[], first: string): string {
  const last = ids.map(numberedId).findLast((id) => id !== undefined);
  if (!last) {
    return first;
  }
  const taken = ids.flatMap((id) => {
    const { before, number } = numberedId(id) ?? {};
    return before === last.before && number !== undefined ? [number] : [];
  });
  return `${last.before}${Math.max(...taken) + 1}`;
}

/** An id as the words before its last number, and the number. */
function numberedId(id: string): { readonly before: string; readonly number: number } | undefined {
  const match = /^(.*?)(\d{1,9})\D*$/.exec(id);
  return match ? { before: match[1] ?? '', number: Number(match[2]) } : undefined;
}

/** Whether a kind of code action is another one or in it: `source` has `source.fixAll` in it, the empty kind has all. */
export function isKindOf(kind: string, whole: string): boolean {
  return whole === '' || kind === whole || kind.startsWith(`${whole}.`);
}

/** Gives ids that are unique, and says why where one is not the source's. */
export class IdBook {
  private readonly taken = new Set<string>();
  /** The last number behind an id: those below it are taken. */
  private readonly numbers = new Map<string, number>();

  /** @param reserved ids that must not be given */
  constructor(reserved: Iterable<string> = []) {
    for (const id of reserved) {
      this.taken.add(id);
    }
  }

  /**
   * The id itself where it is free, else with the first prefix in front of it that makes it free ("A.3"), else with a
   * number behind it.
   */
  take(id: string, prefixes: readonly string[] = []): string {
    const candidates = [id, ...prefixes.filter((prefix) => prefix !== '').map((prefix) => `${prefix}.${id}`)];
    let free = candidates.find((one) => !this.taken.has(one));
    const last = candidates.at(-1) ?? id;
    for (let number = this.numbers.get(last) ?? 2; free === undefined; number++) {
      free = this.taken.has(`${last}-${number}`) ? undefined : `${last}-${number}`;
      this.numbers.set(last, number);
    }
    this.taken.add(free);
    return free;
  }
}

/** Which ids stand more than once. */
export function doublesIn(ids: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(ids.filter((id) => seen.has(id) || !seen.add(id)));
}

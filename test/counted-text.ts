/**
 * A text that counts what is read of it, in UTF-16 units. It stands in for a string where a function must not read the
 * whole; what could not be counted (a regular expression over all of it) fails.
 */
export class CountedText {
  /** How much was read so far. */
  read = 0;

  constructor(private readonly source: string) {}

  /** The text itself. It has the type of a string, but is none: what asks for more than parts of it throws. */
  get text(): string {
    const { source } = this;
    const count = <T>(amount: number, result: T): T => {
      this.read += amount;
      return result;
    };
    const parts = {
      length: source.length,
      slice: (start?: number, end?: number) => {
        const part = source.slice(start, end);
        return count(part.length, part);
      },
      startsWith: (words: string, at?: number) => count(words.length, source.startsWith(words, at)),
      charCodeAt: (at: number) => count(1, source.charCodeAt(at)),
      indexOf: (words: string, from = 0) => {
        const found = source.indexOf(words, from);
        return count((found < 0 ? source.length : found) - from, found);
      },
    };
    return new Proxy(parts, {
      get: (target, key) => {
        if (typeof key === 'string' && /^-?\d+$/.test(key)) {
          return count(1, source[Number(key)]);
        }
        if (!(key in target)) {
          throw new Error(`reads the whole text, for ${String(key)}`);
        }
        return target[key as keyof typeof target];
      },
    }) as unknown as string;
  }
}

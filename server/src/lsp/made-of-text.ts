import { canonicalUri } from '../project/uri';

/** What is made of the texts of files, such as their lines: made once as long as a text stays the same. */
export class MadeOfText<T> {
  private readonly known = new Map<string, { readonly text: string; readonly made: T }>();

  constructor(private readonly make: (text: string) => T) {}

  /** What is made of a file whose text is this; undefined where it has none. */
  of(uri: string, text: string | undefined): T | undefined {
    if (text === undefined) {
      return undefined;
    }
    const key = canonicalUri(uri);
    const known = this.known.get(key);
    if (known?.text === text) {
      return known.made;
    }
    const made = this.make(text);
    this.known.delete(key);
    this.known.set(key, { text, made });
    if (this.known.size > MOST_KEPT) {
      const [oldest = ''] = this.known.keys();
      this.known.delete(oldest);
    }
    return made;
  }
}

/** More than the definitions, and the reports of a series, that findings lead to. */
const MOST_KEPT = 50;

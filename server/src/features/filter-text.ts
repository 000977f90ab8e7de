/** The names of a thing, in the form in which they are compared with what is typed. */
export interface SearchNames {
  /** Each once, the most usual first. */
  readonly names: readonly string[];
  /** The same without regard to case. */
  readonly folded: readonly string[];
  /** All of them as one text. */
  readonly joined: string;
}

/** Makes names ready to be searched; never empty. */
export function searchNames(names: readonly string[]): SearchNames {
  const unique = names.length === 1 ? names : [...new Set(names)];
  return { names: unique, folded: unique.map((name) => name.toLowerCase()), joined: unique.join(' ') };
}

/**
 * Says for each thing what typed text is compared with, so that it is found by each of its names: all of them, the one
 * that begins like what is typed first, for some editors look at the beginning only. An opening quotation mark stays
 * part of it.
 *
 * @param typed what stands between the start of the edit and the cursor
 */
export function filterTextsFor(typed: string): (names: SearchNames) => string {
  const quote = /^["']/.exec(typed)?.[0] ?? '';
  const words = typed.slice(quote.length).trimStart().toLowerCase();
  return ({ names, folded, joined }) => {
    const index = words === '' ? 0 : folded.findIndex((name) => name.startsWith(words));
    const first = names[index];
    if (index <= 0 || first === undefined) {
      return quote + joined;
    }
    return `${quote}${[first, ...names.filter((name) => name !== first)].join(' ')}`;
  };
}

/** A title from the first of its words on that begins with what is typed; empty where none does. */
export function fromTypedWord(title: string, typed: string): readonly string[] {
  const words = typed.replace(/^["']/, '').toLowerCase();
  const at = ` ${title.toLowerCase()}`.indexOf(` ${words}`);
  return at < 0 || words === '' ? [] : [title.slice(at)];
}

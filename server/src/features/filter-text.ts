/**
 * What typed text is compared with, so that a thing is found by each of its names: all of them, the one that begins
 * like what is typed first, for some editors look at the beginning only. An opening quotation mark stays part of it.
 *
 * @param typed what stands between the start of the edit and the cursor
 */
export function filterTextFor(typed: string, names: readonly string[]): string {
  const quote = /^["']/.exec(typed)?.[0] ?? '';
  const words = typed.slice(quote.length).trimStart().toLowerCase();
  const first = names.find((name) => name.toLowerCase().startsWith(words));
  const ordered = first === undefined ? names : [first, ...names];
  return `${quote}${[...new Set(ordered)].join(' ')}`;
}

/** A title from the first of its words on that begins with what is typed; empty where none does. */
export function fromTypedWord(title: string, typed: string): readonly string[] {
  const words = typed.replace(/^["']/, '').toLowerCase();
  const at = ` ${title.toLowerCase()}`.indexOf(` ${words}`);
  return at < 0 || words === '' ? [] : [title.slice(at)];
}

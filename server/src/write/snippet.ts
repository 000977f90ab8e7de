import { type Blanks, PLAIN_BLANKS } from './entry-text';

/**
 * Blanks of a snippet (LSP 3.17, snippet syntax): known words are escaped, blanks are numbered stops in the order in
 * which they are asked for. One for each snippet: the numbers go on.
 */
export function snippetBlanks(): Blanks {
  let stop = 0;
  return {
    text: escapeSnippet,
    blank: (what, choices) => {
      stop++;
      // Where nothing is chosen the blank stays one: the first choice would be taken for a fact.
      const unfilled = PLAIN_BLANKS.blank(what);
      const options = choices && [unfilled, ...choices].map((choice) => choice.replace(/[\\,|]/g, '\\$&'));
      return options ? `\${${stop}|${options.join(',')}|}` : `\${${stop}:${escapeSnippet(unfilled)}}`;
    },
  };
}

/** Words as a snippet says them literally. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

import type { Blanks } from './entry-text';

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
      const options = choices?.map((choice) => escapeSnippet(choice).replace(/[,|]/g, '\\$&'));
      return options ? `\${${stop}|${options.join(',')}|}` : `\${${stop}:${escapeSnippet(`[insert ${what}]`)}}`;
    },
  };
}

/** Words as a snippet says them literally. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

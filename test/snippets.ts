import assert from 'node:assert/strict';

/** A snippet as an editor puts it in. */
export interface ExpandedSnippet {
  readonly text: string;
  /** Where the cursor is then: at the end of the first stop, else at `$0`, else behind the text. */
  readonly cursor: number;
  /** The stops in the order of the text. */
  readonly stops: readonly { readonly number: number; readonly text: string; readonly choices: readonly string[] }[];
}

/**
 * Puts in a snippet (LSP 3.17, snippet syntax), with each placeholder as it is and the first of each choice. Fails on
 * what is no snippet: a brace or dollar sign that means nothing, or an unknown escape.
 */
export function expandSnippet(source: string): ExpandedSnippet {
  const stops: { number: number; text: string; choices: readonly string[]; end: number }[] = [];
  let text = '';
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at);
    const match =
      /^\\[\\$}]|^\$(\d+)|^\$\{(\d+):((?:\\[\\$}]|[^\\$}])*)\}|^\$\{(\d+)\|((?:\\[\\,|]|[^\\|])*)\|\}|^[^\\$}]+/.exec(
        rest,
      );
    assert.ok(match, `no snippet: ${rest.slice(0, 40)}`);
    const [whole, bare, placed, placeholder = '', chosen, choiceList = ''] = match;
    const number = bare ?? placed ?? chosen;
    const choices =
      chosen === undefined ? [] : choiceList.split(/(?<!\\),/).map((one) => one.replace(/\\([\\,|])/g, '$1'));
    const words = number === undefined ? whole : (choices[0] ?? placeholder);
    text += number === undefined || choices.length === 0 ? words.replace(/\\([\\$}])/g, '$1') : words;
    if (number !== undefined) {
      stops.push({ number: Number(number), text: words, choices, end: text.length });
    }
    at += whole.length;
  }
  const first = stops.find(({ number }) => number === 1) ?? stops.find(({ number }) => number === 0);
  return { text, cursor: first?.end ?? text.length, stops: stops.map(({ end: _, ...stop }) => stop) };
}

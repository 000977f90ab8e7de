import type { Span } from '../model/span';
import { fieldLabelled } from '../parse/fields';
import { lineAbove } from './slot';

/** Where an item of a Markdown list stands. */
export interface MarkdownItem {
  /** UTF-16 units of its indentation and marker. */
  readonly marker: number;
  /** The key of the field whose label owns the list, where one does: "Next steps" above it. */
  readonly owner: string | undefined;
  /** Whether it stands below an item of that list, and is none of its own. */
  readonly isNested: boolean;
}

/**
 * What is known of the list item that a line starts, from the lines above it as far as the list and its label go.
 * Undefined for a line that starts none.
 */
export function markdownItem(text: string, line: Span): MarkdownItem | undefined {
  const marker = markerOf(text.slice(line.start, line.end));
  if (!marker) {
    return undefined;
  }
  let { indent } = marker;
  let isNested = false;
  for (let above = lineAbove(text, line.start); above; above = lineAbove(text, above.start)) {
    if (isInside(text, above, indent)) {
      continue;
    }
    const words = text.slice(above.start, above.end);
    const item = markerOf(words);
    const isOutside = item ? item.indent < indent : /^\S/.test(words);
    if (!isOutside) {
      continue;
    }
    const owner = labelAlone(words);
    if (owner !== undefined || !item) {
      return { marker: marker.length, owner, isNested };
    }
    indent = item.indent;
    isNested = true;
  }
  return { marker: marker.length, owner: undefined, isNested };
}

/**
 * Whether the first signs of a line tell that it stands in a list that is indented so far, as most lines do: it is blank,
 * indented as far, or one more item.
 */
function isInside(text: string, { start, end }: Span, indent: number): boolean {
  let at = start;
  while (at < end && text[at] === ' ') {
    at++;
  }
  const isItem = /[-*+]/.test(text[at] ?? '') && text[at + 1] === ' ';
  return at === end || (at - start >= indent && (at > start || isItem));
}

/** The marker at the start of a line, with the spaces around it. */
export function markerOf(words: string): { readonly indent: number; readonly length: number } | undefined {
  const match = /^(\s*)(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(words);
  return match ? { indent: match[1]?.length ?? 0, length: match[0].length } : undefined;
}

/** The key of the field whose label a line is: a heading, a bold line, an item, with or without a colon. */
function labelAlone(words: string): string | undefined {
  const label = words.slice(markerOf(words)?.length ?? 0).replace(/[#*_]|:\W*$/g, ' ');
  return fieldLabelled(label)?.key;
}

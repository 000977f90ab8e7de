import type { Span } from '../model/span';

/** The YAML block at the start of a Markdown file. Offsets count from the file. */
export interface FrontMatter {
  /** Between the fences, without them; ends with a line end unless it is empty or the file ends in it. */
  readonly inside: Span;
  /** Where the Markdown starts: behind the closing fence. */
  readonly bodyStart: number;
  /** The opening fence. */
  readonly fence: Span;
  /** Whether there is a closing fence. Without one, the block ends where the lines stop to look like YAML. */
  readonly closed: boolean;
}

/**
 * The front matter of a Markdown text: between a first line `---` and the next line `---` or `...`. A first line `---`
 * that neither is closed nor has a key below it is a thematic break, and there is no front matter. Reads no further than
 * the closing fence.
 */
export function frontMatterOf(text: string): FrontMatter | undefined {
  const bom = byteOrderMark(text);
  if (!/^---[ \t]*(?:\r|\n|$)/.test(text.slice(bom, bom + LONGEST_FENCE))) {
    return undefined;
  }
  const start = lineAfter(text, bom);
  const fence = { start: bom, end: bom + 3 };
  let openEnd: number | undefined;
  let blank = false;
  for (let at = start; at < text.length; ) {
    const next = lineAfter(text, at);
    const line = text.slice(at, next).trimEnd();
    if (line === '---' || line === '...') {
      return { inside: { start, end: at }, bodyStart: next, fence, closed: true };
    }
    if (openEnd === undefined && !LOOKS_LIKE_YAML.test(line)) {
      openEnd = at;
    }
    if ((blank && SUBHEADING.test(line)) || at - (openEnd ?? at) > FARTHEST_FENCE) {
      break;
    }
    blank = line === '';
    at = next;
  }
  const end = openEnd ?? text.length;
  return KEY.test(text.slice(start, lineAfter(text, start)))
    ? { inside: { start, end }, bodyStart: end, fence, closed: false }
    : undefined;
}

/** Where a Markdown text starts behind front matter and byte order mark. */
export function bodyStartOf(text: string): number {
  return frontMatterOf(text)?.bodyStart ?? byteOrderMark(text);
}

/** Length of the byte order mark at the start of a text. */
export function byteOrderMark(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

const LONGEST_FENCE = 80;

/** How far behind the first line that is no YAML a closing fence is looked for, in UTF-16 units. */
const FARTHEST_FENCE = 20_000;

const KEY = /^["']?[A-Za-z][\w -]*["']?\s*:(?:\s|$)/;

/** A key, an item, a comment, or a line that goes on with one above: what is not in the first column. */
const LOOKS_LIKE_YAML = /^(?:["']?[A-Za-z][\w -]*["']?\s*:(?:\s|$)|-(?:\s|$)|#(?![# ])|[ \t]+\S)/;

/** A line that is a heading of the body: YAML would take it for a comment, but nobody writes comments like that. */
const SUBHEADING = /^#{2,6} /;

/** The offset behind the line end of the line that `at` is in. */
function lineAfter(text: string, at: number): number {
  for (let i = at; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) {
      return i + 1;
    }
  }
  return text.length;
}

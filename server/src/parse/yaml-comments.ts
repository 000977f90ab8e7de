import type { Span } from '../model/span';

/** A comment behind `#`. */
export interface CommentLine {
  /** From the `#` to the end of the line, without closing white space. */
  readonly span: Span;
  /** Where the comment is alone in its line and the next key has a block of lines (`|`, `>`): the end of that block. */
  readonly blockEnd?: number;
}

/**
 * The comments of a YAML text, found line by line, so that a slip elsewhere hides none. A `#` in a block of lines is
 * text; one in a quoted text is taken for a comment all the same where a space is before it.
 *
 * @param stretch the part of the text that is YAML
 */
export function hashComments(text: string, stretch: Span): readonly CommentLine[] {
  const comments: CommentLine[] = [];
  /** Those whose next key is still to come. */
  let waiting: Span[] = [];
  let block: { readonly column: number; end: number; readonly comments: readonly Span[] } | undefined;
  const close = (): void => {
    for (const span of block?.comments ?? []) {
      comments.push({ span, blockEnd: block?.end ?? span.end });
    }
    block = undefined;
  };
  for (const line of linesOf(text, stretch)) {
    const words = text.slice(line.start, line.end);
    const column = words.length - words.trimStart().length;
    if (words.trim() === '') {
      continue;
    }
    if (block && column > block.column) {
      block.end = line.start + words.trimEnd().length;
      continue;
    }
    close();
    const hash = /(?:^|\s)#/.exec(words);
    const start = hash ? hash.index + hash[0].length - 1 : words.length;
    const comment = { start: line.start + start, end: line.start + words.trimEnd().length };
    if (hash && words.slice(0, start).trim() === '') {
      waiting.push(comment);
      continue;
    }
    if (hash) {
      comments.push({ span: comment });
    }
    const key = BLOCK_HEADER.exec(words.slice(0, start));
    if (key) {
      block = { column: (key[1] ?? '').length, end: line.end, comments: waiting };
    } else {
      comments.push(...waiting.map((span) => ({ span })));
    }
    waiting = [];
  }
  close();
  comments.push(...waiting.map((span) => ({ span })));
  return comments.sort((a, b) => a.span.start - b.span.start);
}

/** A key or dash with `|` or `>` behind it; the first group is what stands before the column of the key. */
const BLOCK_HEADER = /^(\s*(?:-\s+)*)(?:-|[^\s#].*:)\s+(?:[&!]\S+\s+)*[|>][-+\d]{0,2}\s*$/;

function* linesOf(text: string, { start, end }: Span): Iterable<Span> {
  const pattern = /\r\n?|\n/g;
  pattern.lastIndex = start;
  let at = start;
  while (at < end) {
    const match = pattern.exec(text);
    const lineEnd = match && match.index < end ? match.index : end;
    yield { start: at, end: lineEnd };
    at = match && match.index < end ? match.index + match[0].length : end;
  }
}

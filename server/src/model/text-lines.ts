import type { Span } from './span';

/** The line around an offset, without its line end. Looks no further than that. */
export function lineAround(text: string, offset: number): Span {
  let [start, end] = [offset, offset];
  while (start > 0 && !isLineEnd(text, start - 1)) {
    start--;
  }
  while (end < text.length && !isLineEnd(text, end)) {
    end++;
  }
  return { start, end };
}

/**
 * Where the line of an offset starts, in a text whose lines end with LF or CR LF. An offset on a line end belongs to the
 * line before it.
 */
export function startOfLine(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Whether a character is one of those that end a line: LF, or CR. */
export function isLineEnd(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === 10 || code === 13;
}

/** Whether an offset of a Markdown text is in a comment or block of code that nobody closed before it. */
export function isInOpenBlock(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  const fences = before.match(/^ {0,3}(?:`{3,}(?!.*`)|~{3,})/gm) ?? [];
  return before.lastIndexOf('<!--') > before.lastIndexOf('-->') || fences.length % 2 === 1;
}

/** What ends the lines that are added to a text: CR LF where it has any. */
export function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

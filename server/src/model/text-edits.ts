import type { TextEdit } from './finding';
import type { Span } from './span';

/**
 * The text after some edits, all of which count from the text before.
 *
 * @param edits in any order, without overlap; of several at one place the first given comes first
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of inOrder) {
    parts.push(text.slice(at, span.start), newText);
    at = Math.max(at, span.end);
  }
  return parts.join('') + text.slice(at);
}

/** Puts something in at an offset. */
export function insertion(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

/** Whether two spans share a character or a place, so that it matters which edit is made first. */
export function collide(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

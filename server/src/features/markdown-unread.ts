import type { Span } from '../model/span';
import { lineAround } from '../model/text-lines';

/**
 * Whether what follows a text, which starts outside both, is in code (a fenced block, or a span on its last line) or in
 * a comment. Looks at lines that could be fences and at nothing else.
 */
export function isUnread(before: string): boolean {
  let isInComment = false;
  let from = 0;
  for (const { start, end } of fencedBlocks(before)) {
    isInComment = endsInComment(before.slice(from, start), isInComment);
    if (end === undefined) {
      return true;
    }
    from = end;
  }
  const last = before.slice(lineAround(before, before.length).start);
  return last.split('`').length % 2 === 0 || endsInComment(before.slice(from), isInComment);
}

/** Whether a comment is open at the end of a text, that is, whether more opens than closes; `before` where it has neither. */
function endsInComment(text: string, before: boolean): boolean {
  // Searching forwards is by far the faster way to find that there is none.
  const opening = text.includes('<!--') ? text.lastIndexOf('<!--') : -1;
  const closing = text.includes('-->') ? text.lastIndexOf('-->') : -1;
  return opening === closing ? before : opening > closing;
}

/** The blocks of code between fences, with their fences; `end` is undefined where one is not closed. */
function* fencedBlocks(text: string): Iterable<{ readonly start: number; readonly end: number | undefined }> {
  let open: { readonly start: number; readonly fence: string } | undefined;
  for (const line of linesWithFences(text)) {
    const mark = /^[\s>]*(`{3,}|~{3,})([^`]*)$/.exec(text.slice(line.start, line.end));
    const [, fence, rest] = mark ?? [];
    if (fence === undefined) {
      continue;
    }
    if (open === undefined) {
      open = { start: line.start, fence };
    } else if (fence.startsWith(open.fence) && rest?.trim() === '') {
      yield { start: open.start, end: line.end };
      open = undefined;
    }
  }
  if (open) {
    yield { start: open.start, end: undefined };
  }
}

/** The lines that have three marks of a fence in a row somewhere. */
function* linesWithFences(text: string): Iterable<Span> {
  const next = { '```': text.indexOf('```'), '~~~': text.indexOf('~~~') };
  for (;;) {
    const [first, second] = [next['```'], next['~~~']];
    const at = first < 0 ? second : second < 0 ? first : Math.min(first, second);
    if (at < 0) {
      return;
    }
    const line = lineAround(text, at);
    yield line;
    for (const mark of ['```', '~~~'] as const) {
      if (next[mark] >= 0 && next[mark] < line.end) {
        next[mark] = text.indexOf(mark, line.end);
      }
    }
  }
}

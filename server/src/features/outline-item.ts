import { type Span, shiftSpan } from '../model/span';

/** What an outline shows; the protocol layer turns it into an icon. */
export type OutlineKind =
  | 'header'
  | 'key'
  | 'group'
  | 'section'
  | 'entry'
  | 'deliverable'
  | 'next-step'
  | 'area'
  | 'action'
  | 'commitment'
  | 'actor';

/** One line of an outline. */
export interface OutlineItem {
  /** One line, never empty. */
  readonly name: string;
  /** Shown behind the name, dimmed: the status of an entry. */
  readonly detail?: string | undefined;
  readonly kind: OutlineKind;
  /** All that it is about; encloses `selection` and the spans of `children`. */
  readonly span: Span;
  /** What is shown when somebody goes there. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** The item `by` UTF-16 units further on. */
export function shiftItem(item: OutlineItem, by: number): OutlineItem {
  return {
    ...item,
    span: shiftSpan(item.span, by),
    selection: shiftSpan(item.selection, by),
    children: item.children.map((child) => shiftItem(child, by)),
  };
}

/** Where the words from `start` to `end` end, without the space behind them; `start` where there are none. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && text.charCodeAt(at - 1) <= SPACE) {
    at--;
  }
  return at;
}

const SPACE = 32;

/** Words in one line of bearable length; `otherwise` where there are none. */
export function oneLine(words: string, otherwise: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line === '' ? otherwise : line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME - 1).trimEnd()}…` : line;
}

/** In UTF-16 units. */
const LONGEST_NAME = 120;

/**
 * Items below those that they stand in, in the order of the text. An item that ends behind one that it starts in ends
 * with it.
 */
export function nestItems(items: readonly OutlineItem[]): readonly OutlineItem[] {
  const sorted = [...items].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  let next = 0;
  const below = (end: number): OutlineItem[] => {
    const found: OutlineItem[] = [];
    for (let item = sorted[next]; item && item.span.start < end; item = sorted[next]) {
      next++;
      const span = { start: item.span.start, end: Math.min(item.span.end, end) };
      const children = below(span.end);
      found.push({ ...item, span, selection: clip(item.selection, span), children: [...item.children, ...children] });
    }
    return found;
  };
  return below(Number.POSITIVE_INFINITY);
}

function clip({ start, end }: Span, to: Span): Span {
  const from = Math.max(to.start, Math.min(start, to.end));
  return { start: from, end: Math.max(from, Math.min(end, to.end)) };
}

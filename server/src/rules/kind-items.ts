import { type KindSection, kindSectionOf } from '../model/draft-kind';
import { hasPlaceholder } from '../model/placeholder';
import type { SectionReading } from '../model/report';
import type { Span } from '../model/span';
import { lineAround } from '../model/text-lines';
import type { SectionContext } from './check-context';

/** An item of a list, on its highest level. Spans are relative to the section. */
export interface ListItem {
  /** "2." or "-", without the space behind it. */
  readonly marker: Span;
  /** The number before its words; undefined for a bullet. */
  readonly number: number | undefined;
  /** Which of the section's lists it stands in, from 0: a paragraph ends a list. */
  readonly list: number;
  /** Its words, with those of the items below it; code, comments and addresses are spaces. */
  readonly text: string;
  /** From its words to the end of what belongs to it. */
  readonly span: Span;
  /** Whether all of it is one paragraph. */
  readonly isPlain: boolean;
  /** Whether some of it still waits for somebody. */
  readonly isWaiting: boolean;
}

/** Whether a section is one that its draft's kind has for such a content. */
export function isSectionFor(
  holds: KindSection['holds'],
  { heading, actions }: SectionReading,
  { kind }: SectionContext,
): boolean {
  if (!heading || actions.length > 0 || !kind?.sections.some((section) => section.holds === holds)) {
    return false;
  }
  return kind.sections[kindSectionOf(kind, heading.text)]?.holds === holds;
}

/** The items of a section's lists. */
export function listItems(section: SectionReading, text: string): readonly ListItem[] {
  const marked = section.passages.map((passage) => ({
    passage,
    mark: passage.kind === 'item' && !passage.quoted ? markBefore(passage.span.start, text) : undefined,
  }));
  const outermost = Math.min(...marked.map(({ mark }) => mark?.column ?? Number.POSITIVE_INFINITY));
  const items: Mutable<ListItem>[] = [];
  let list = 0;
  for (const { passage, mark } of marked) {
    const last = items.at(-1);
    if (mark?.column === outermost) {
      const { marker, number } = mark;
      list += last && (last.number === undefined) !== (number === undefined) ? 1 : 0;
      const isWaiting = hasPlaceholder(section, passage.span);
      items.push({ marker, number, list, text: passage.text, span: passage.span, isPlain: true, isWaiting });
    } else if (last && passage.kind === 'item') {
      last.text += `\n${passage.text}`;
      last.span = { start: last.span.start, end: passage.span.end };
      last.isPlain = false;
      last.isWaiting ||= hasPlaceholder(section, passage.span);
    } else if (last?.list === list) {
      list++;
    }
  }
  return items;
}

/** The words of an item as far as they are printed: a comment behind them is not. */
export function printedSpan({ span, text, isPlain }: ListItem): Span {
  return isPlain ? { start: span.start, end: span.start + text.trimEnd().length } : span;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What makes a list item of the words at an offset; undefined where they begin none. */
function markBefore(
  start: number,
  text: string,
): { readonly marker: Span; readonly number: number | undefined; readonly column: number } | undefined {
  const line = lineAround(text, start).start;
  const match = /^([ \t]*)([-*+]|(\d{1,9})[.)])[ \t]+(?:\*\*|__|[*_])*$/.exec(text.slice(line, start));
  if (!match) {
    return undefined;
  }
  const column = match[1]?.length ?? 0;
  const from = line + column;
  const number = match[3] === undefined ? undefined : Number(match[3]);
  return { marker: { start: from, end: from + (match[2]?.length ?? 0) }, number, column };
}

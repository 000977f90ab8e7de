import type { Span } from '../model/span';

/** The maps of a YAML report (and of front matter) whose keys are known. */
export type KeyPlace = 'header' | 'scope' | 'except' | 'entry' | 'deliverable' | 'next' | 'follow-up';

/** What a value stands for; `heading` is a Markdown heading, `mention` a number behind "Action" in prose. */
export type ValueKind =
  | 'roadmap'
  | 'kind'
  | 'section'
  | 'action'
  | 'heading'
  | 'mention'
  | 'deliverable'
  | 'actor'
  | 'area'
  | 'status'
  | 'due'
  | 'revised'
  | 'completed'
  | 'next-due'
  | 'day';

/** What could be written at a cursor, told from the lines around it: the draft is half-typed there. */
export type Slot =
  /** A key of a map in YAML. `present` are its other keys; `indent` the column of its keys. */
  | {
      readonly kind: 'key';
      readonly place: KeyPlace;
      /** The key as far as it is typed, with what is behind the cursor; a colon is not part of it. */
      readonly typed: Span;
      readonly hasColon: boolean;
      readonly present: readonly string[];
      readonly indent: number;
      /** Whether the key stands at the start of a new item, behind its dash. */
      readonly startsItem: boolean;
    }
  /** A value. `listed` are the other values of its list. */
  | {
      readonly kind: 'value';
      readonly value: ValueKind;
      readonly format: 'markdown' | 'yaml';
      readonly typed: Span;
      readonly listed: readonly string[];
    }
  /** The start of a line or list item in an entry of a Markdown report: a label, or a whole entry. */
  | { readonly kind: 'line'; readonly typed: Span; readonly inItem: boolean; readonly labels: readonly string[] };

/** The line around an offset, without its line end. Offsets count from the text. */
export function lineAround(text: string, offset: number): Span {
  const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const end = text.slice(offset).search(/[\r\n]/);
  return { start, end: end < 0 ? text.length : offset + end };
}

/**
 * The item of a list around the cursor: what stands between the separators next to it, without outer spaces; and the
 * other items. `within` is the whole list.
 */
export function itemAround(
  text: string,
  within: Span,
  offset: number,
  separator: RegExp,
): { readonly typed: Span; readonly listed: readonly string[] } {
  const parts: Span[] = [];
  let start = within.start;
  for (const match of text.slice(within.start, within.end).matchAll(separator)) {
    parts.push({ start, end: within.start + match.index });
    start = within.start + match.index + match[0].length;
  }
  parts.push({ start, end: within.end });
  const around = parts.findLast((part) => part.start <= offset) ?? within;
  const others = parts.filter((part) => part !== around).map((part) => text.slice(part.start, part.end).trim());
  return { typed: trimmed(text, around, offset), listed: others.filter((other) => other !== '') };
}

/** A span without the white space at its ends, but with the cursor in it. */
export function trimmed(text: string, span: Span, offset: number): Span {
  let { start, end } = span;
  while (start < Math.min(end, offset) && /\s/.test(text[start] ?? '')) {
    start++;
  }
  while (end > Math.max(start, offset) && /\s/.test(text[end - 1] ?? '')) {
    end--;
  }
  return { start, end };
}

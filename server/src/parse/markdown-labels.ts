import type { Span } from '../model/span';
import { FIELD_NAMES, type FieldName, fieldLabelled, trimPart } from './fields';
import type { Block, ListBlock, ListItem, ParagraphBlock } from './markdown-blocks';
import type { InlineText } from './markdown-masking';

/**
 * A field as Markdown writes it: "**Status:** in progress", "- **Actors**: Europol", "Status: delivered" at the start of
 * a line, or "Next steps" as a bold line or heading with a list behind it.
 */
export interface LabelledValue {
  readonly field: FieldName;
  /** The label, without colon and emphasis. */
  readonly key: Span;
  /** What stands behind the label in its paragraph, or the paragraph behind a label that stands alone. */
  readonly value: ValueText;
  /** The items of the list that the label owns; then `value` is empty. */
  readonly items: readonly ListItem[];
}

/** A stretch of words. */
export interface ValueText {
  readonly span: Span;
  /** In the span's length; {@link InlineText.text} and {@link InlineText.linked} say what is masked. */
  readonly text: string;
  readonly linked: string;
}

/** All labelled values in blocks, and the words that they are made of, which are no prose. */
export interface LabelReading {
  readonly values: readonly LabelledValue[];
  readonly claimed: ReadonlyMap<InlineText, readonly Span[]>;
}

/** Finds the fields in the blocks of an entry, in order. Quotations, footnotes and tables have none. */
export function readLabels(blocks: readonly Block[]): LabelReading {
  const reader = new LabelReader();
  reader.readBlocks(blocks);
  return reader;
}

/** Fields that can own a list. */
const LISTED: ReadonlySet<string> = new Set(['actors', 'evidence', 'deliverables', 'next', 'follow-up']);

/** Fields that a heading or a bold line without colon can open. */
const OPENED: ReadonlySet<string> = new Set(['evidence', 'deliverables', 'next', 'follow-up']);

/** Fields whose value goes on over the next lines of the paragraph. */
const SEVERAL_LINES: ReadonlySet<string> = new Set(['reason', 'deliverables', 'next', 'follow-up']);

const LABELS = FIELD_NAMES.flatMap((field) => field.labels)
  .sort((a, b) => b.length - a.length)
  .map((label) => label.replace(/[ -]/g, '[ \\t‐-―-]+'))
  .join('|');

const LABEL_AT_START = new RegExp(`^[ \\t]*(${LABELS})[ \\t]*:`, 'i');

/** A label at the start of a line, and where its colon ends. Offsets into the paragraph's text. */
interface Label {
  readonly field: FieldName;
  readonly key: Span;
  readonly lineStart: number;
  readonly lineEnd: number;
  readonly valueStart: number;
}

class LabelReader implements LabelReading {
  readonly values: LabelledValue[] = [];
  readonly claimed = new Map<InlineText, Span[]>();

  readBlocks(blocks: readonly Block[]): void {
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index];
      if (block?.kind === 'paragraph') {
        index += this.readParagraph(block, blocks.slice(index + 1, index + 3));
      } else if (block?.kind === 'heading') {
        index += this.readHeading(block.words, blocks, index + 1);
      } else if (block?.kind === 'list') {
        for (const item of block.items) {
          this.readBlocks(item.blocks);
        }
      }
    }
  }

  /** Gives how many of the blocks behind it belong to its last label. */
  private readParagraph({ words }: ParagraphBlock, behind: readonly Block[]): number {
    const labels = labelsIn(words);
    const opener = labels.length === 0 ? bareLabel(words, behind[0]) : undefined;
    if (opener) {
      this.claim(words, words.span);
      return this.readBehind(opener.field, opener.key, behind);
    }
    let taken = 0;
    for (const [index, label] of labels.entries()) {
      const value = valueBehind(label, labels[index + 1], words);
      const key = shifted(label.key, words);
      const list = index === labels.length - 1 && LISTED.has(label.field.key) ? behind[0] : undefined;
      const owns = list?.kind === 'list' && /^$|:$/.test(value.linked.trimEnd());
      this.claim(words, { start: words.span.start + label.lineStart, end: value.span.end });
      if (owns) {
        this.addList(label.field, key, list);
        taken = 1;
      } else {
        this.values.push({ field: label.field, key, value, items: [] });
      }
    }
    return taken;
  }

  /** A heading such as "Next steps" owns the lists and paragraphs down to the next heading. Gives how many. */
  private readHeading(words: InlineText, blocks: readonly Block[], from: number): number {
    const opener = bareLabel(words, undefined);
    if (!opener) {
      return 0;
    }
    let end = from;
    for (; end < blocks.length; end++) {
      const block = blocks[end];
      if (block?.kind === 'heading' || (block?.kind === 'paragraph' && labelsIn(block.words).length > 0)) {
        break;
      }
      if (block?.kind === 'list') {
        this.addList(opener.field, opener.key, block);
      } else if (block?.kind === 'paragraph' && isLeadIn(block, blocks[end + 1])) {
        this.claim(block.words, block.words.span);
      } else if (block?.kind === 'paragraph' && takesParagraph(opener.field)) {
        this.addParagraph(opener.field, opener.key, block);
      }
    }
    return end - from;
  }

  /** The list behind a label that stands alone, perhaps with a line that leads in to it; else the next paragraph. */
  private readBehind(field: FieldName, key: Span, behind: readonly Block[]): number {
    const [first, second] = behind;
    if (first?.kind === 'list') {
      this.addList(field, key, first);
      return 1;
    }
    if (first?.kind === 'paragraph' && second?.kind === 'list' && isLeadIn(first, second)) {
      this.claim(first.words, first.words.span);
      this.addList(field, key, second);
      return 2;
    }
    if (first?.kind === 'paragraph' && takesParagraph(field) && labelsIn(first.words).length === 0) {
      this.addParagraph(field, key, first);
      return 1;
    }
    const { end } = key;
    this.values.push({ field, key, value: { span: { start: end, end }, text: '', linked: '' }, items: [] });
    return 0;
  }

  /** The items of the list, but for those that are fields themselves. */
  private addList(field: FieldName, key: Span, list: ListBlock): void {
    const isField = ({ blocks: [first] }: ListItem): boolean =>
      first?.kind === 'paragraph' && labelsIn(first.words)[0]?.lineStart === 0;
    const items = list.items.filter((item) => !isField(item));
    const { start } = list.span;
    this.values.push({ field, key, value: { span: { start, end: start }, text: '', linked: '' }, items });
    for (const item of list.items) {
      if (isField(item)) {
        this.readBlocks(item.blocks);
      } else {
        this.claimAll(item.blocks);
      }
    }
  }

  private addParagraph(field: FieldName, key: Span, { words }: ParagraphBlock): void {
    this.claim(words, words.span);
    this.values.push({ field, key, value: words, items: [] });
  }

  private claimAll(blocks: readonly Block[]): void {
    for (const block of blocks) {
      if (block.kind === 'paragraph') {
        this.claim(block.words, block.words.span);
      } else if (block.kind === 'list') {
        for (const item of block.items) {
          this.claimAll(item.blocks);
        }
      } else if (block.kind === 'quote') {
        this.claimAll(block.blocks);
      }
    }
  }

  private claim(words: InlineText, span: Span): void {
    const spans = this.claimed.get(words);
    if (spans) {
      spans.push(span);
    } else {
      this.claimed.set(words, [span]);
    }
  }
}

/** The labels at the starts of lines. In a line that is not the first one a label in small letters is a word of prose. */
export function labelsIn(words: InlineText): readonly Label[] {
  const labels: Label[] = [];
  let lineStart = 0;
  while (lineStart < words.text.length) {
    const found = words.text.indexOf('\n', lineStart);
    const lineEnd = found < 0 ? words.text.length : found;
    const match = canStartLabel(words.text, lineStart)
      ? LABEL_AT_START.exec(words.text.slice(lineStart, Math.min(lineEnd, lineStart + LONGEST_LABEL)))
      : null;
    const label = match?.[1];
    const field = label === undefined ? undefined : fieldLabelled(label);
    if (match && label && field && (lineStart === 0 || /^\p{Lu}/u.test(label))) {
      const start = lineStart + match[0].indexOf(label);
      const key = { start, end: start + label.length };
      labels.push({ field, key, lineStart, lineEnd, valueStart: lineStart + match[0].length });
    }
    lineStart = lineEnd + 1;
  }
  return labels;
}

const LONGEST_LABEL = 80;

/** Whether the first letter of a line is one that a label starts with: most lines need no closer look. */
function canStartLabel(text: string, lineStart: number): boolean {
  let at = lineStart;
  while (text.charCodeAt(at) === SPACE || text.charCodeAt(at) === TAB) {
    at++;
  }
  return FIRST_LETTERS.has(text.charCodeAt(at));
}

const SPACE = 32;
const TAB = 9;
const FIRST_LETTERS: ReadonlySet<number> = new Set(
  FIELD_NAMES.flatMap(({ labels }) =>
    labels.flatMap((label) => [label.toLowerCase().charCodeAt(0), label.toUpperCase().charCodeAt(0)]),
  ),
);

function valueBehind(label: Label, next: Label | undefined, words: InlineText): ValueText {
  const limit = next ? next.lineStart : words.text.length;
  let end = label.lineEnd;
  if (SEVERAL_LINES.has(label.field.key)) {
    end = limit;
  }
  while (end < limit && goesOn(words.linked, label, end)) {
    const found = words.text.indexOf('\n', end + 1);
    end = found < 0 || found > limit ? limit : found;
  }
  const part = trimPart(words.linked, { start: label.valueStart, end });
  if (part.start === part.end) {
    // Where it would be written: at the end of the line, behind one space where there is one.
    const place = words.span.start + label.lineEnd;
    const start = label.lineEnd === words.text.length ? Math.min(place + 1, words.outerEnd) : place;
    return { span: { start, end: start }, text: '', linked: '' };
  }
  return {
    span: { start: words.span.start + part.start, end: words.span.start + part.end },
    text: words.text.slice(part.start, part.end),
    linked: words.linked.slice(part.start, part.end),
  };
}

/** The value may start in the next line, and a list of names or documents goes on behind a comma. */
function goesOn(text: string, { valueStart, field }: Label, end: number): boolean {
  let last = end - 1;
  while (last >= valueStart && /\s/.test(text[last] ?? '')) {
    last--;
  }
  return (
    last < valueStart || (LISTED.has(field.key) && /[,;:]$|\band$/.test(text.slice(Math.max(0, last - 4), last + 1)))
  );
}

/** A label alone in its paragraph: "**Next steps**", or plain where a list is behind it. */
function bareLabel(words: InlineText, behind: Block | undefined): { field: FieldName; key: Span } | undefined {
  const trimmed = words.text.trim();
  const text = trimmed.endsWith(':') ? trimmed.slice(0, -1).trimEnd() : trimmed;
  const field = text.length < LONGEST_LABEL ? fieldLabelled(text) : undefined;
  // Words start where the paragraph does, so a blank at the start was a mark of emphasis.
  const isBold = words.text.startsWith(' ');
  if (!field || !OPENED.has(field.key) || (behind && !isBold && behind.kind !== 'list')) {
    return undefined;
  }
  const start = words.span.start + words.text.length - words.text.trimStart().length;
  return { field, key: { start, end: start + text.length } };
}

/** Whether a paragraph behind the label can be the value; deliverables are items of a list only. */
function takesParagraph(field: FieldName): boolean {
  return field.key !== 'deliverables';
}

function isLeadIn({ words }: ParagraphBlock, behind: Block | undefined): boolean {
  return behind?.kind === 'list' && words.text.trimEnd().endsWith(':');
}

function shifted(span: Span, words: InlineText): Span {
  return { start: span.start + words.span.start, end: span.end + words.span.start };
}

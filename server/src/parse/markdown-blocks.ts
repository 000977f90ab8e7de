import type { Tree, TreeCursor } from '@lezer/common';
import { type Span, shiftSpan } from '../model/span';
import { type InlineText, readHtmlText, readInlineText, shiftWords } from './markdown-masking';

/** The blocks of a Markdown text, as far as reports are concerned. Spans are relative to where the reader was told. */
export type Block = HeadingBlock | ParagraphBlock | ListBlock | QuoteBlock | FootnoteBlock | TableBlock | OtherBlock;

export interface HeadingBlock {
  readonly kind: 'heading';
  /** 1 to 6. */
  readonly level: number;
  readonly span: Span;
  readonly words: InlineText;
}

/** Running text; a stretch of HTML is one too. */
export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly span: Span;
  readonly words: InlineText;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly span: Span;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  readonly span: Span;
  readonly blocks: readonly Block[];
}

export interface QuoteBlock {
  readonly kind: 'quote';
  readonly span: Span;
  readonly blocks: readonly Block[];
}

/** `[^1]: …`. The first paragraph starts at the mark. */
export interface FootnoteBlock {
  readonly kind: 'footnote';
  readonly span: Span;
  readonly blocks: readonly Block[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly span: Span;
  readonly header: TableLine;
  readonly rows: readonly TableLine[];
}

/** A line of a table. An empty cell is undefined. */
export interface TableLine {
  readonly span: Span;
  readonly cells: readonly (InlineText | undefined)[];
}

/** What says nothing: code, a rule, a comment, the target of a link. */
export interface OtherBlock {
  readonly kind: 'code' | 'comment' | 'other';
  readonly span: Span;
  readonly comments: readonly Span[];
}

/**
 * The blocks of a text. Spans are offsets into it.
 *
 * @param source The text of the tree, with LF as its only line end.
 */
export function readBlocks(tree: Tree, source: string): readonly Block[] {
  const reader = new BlockReader(source, 0);
  const cursor = tree.cursor();
  const blocks: Block[] = [];
  if (cursor.firstChild()) {
    do {
      reader.read(cursor, blocks, 0);
    } while (cursor.nextSibling());
  }
  return blocks;
}

/**
 * The block that the cursor stands on; undefined where it is none that could say anything. Spans are relative to `base`.
 *
 * @param source The text of the tree, with LF as its only line end.
 */
export function readBlock(cursor: TreeCursor, source: string, base: number): Block | undefined {
  const blocks: Block[] = [];
  new BlockReader(source, base).read(cursor, blocks, 0);
  return blocks[0];
}

/** The block `by` UTF-16 units further on. */
export function shiftBlock(block: Block, by: number): Block {
  if (by === 0) {
    return block;
  }
  const span = shiftSpan(block.span, by);
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, span, words: shiftWords(block.words, by) };
    case 'list':
      return { ...block, span, items: block.items.map((item) => shiftItem(item, by)) };
    case 'quote':
    case 'footnote':
      return { ...block, span, blocks: block.blocks.map((inner) => shiftBlock(inner, by)) };
    case 'table':
      return { ...block, span, header: shiftLine(block.header, by), rows: block.rows.map((row) => shiftLine(row, by)) };
    default:
      return { ...block, span, comments: block.comments.map((comment) => shiftSpan(comment, by)) };
  }
}

function shiftItem({ span, blocks }: ListItem, by: number): ListItem {
  return { span: shiftSpan(span, by), blocks: blocks.map((block) => shiftBlock(block, by)) };
}

function shiftLine({ span, cells }: TableLine, by: number): TableLine {
  return { span: shiftSpan(span, by), cells: cells.map((cell) => cell && shiftWords(cell, by)) };
}

/** How deep lists and quotations may nest. What is deeper says nothing. */
const DEEPEST = 60;

class BlockReader {
  constructor(
    private readonly source: string,
    private readonly base: number,
  ) {}

  read(cursor: TreeCursor, into: Block[], depth: number): void {
    const { name } = cursor;
    const span = this.spanOf(cursor);
    const level = headingLevel(name);
    if (level > 0) {
      into.push({ kind: 'heading', level, span, words: this.headingWords(cursor) });
    } else if (name === 'Paragraph' || name === 'Task') {
      into.push({ kind: 'paragraph', span, words: this.words(cursor, cursor.from, cursor.to) });
    } else if (depth > DEEPEST) {
      into.push({ kind: 'other', span, comments: [] });
    } else if (name === 'BulletList' || name === 'OrderedList') {
      into.push({ kind: 'list', span, items: this.items(cursor, depth) });
    } else if (name === 'Blockquote') {
      into.push({ kind: 'quote', span, blocks: this.inside(cursor, depth) });
    } else if (name === 'Footnote') {
      into.push({ kind: 'footnote', span, blocks: this.footnote(cursor, depth) });
    } else if (name === 'Table') {
      into.push(this.table(cursor, span));
    } else if (name === 'HTMLBlock' || name === 'CommentBlock') {
      into.push(this.html(cursor, span));
    } else if (!MARKS.has(name)) {
      into.push({ kind: name.endsWith('Code') || name === 'CodeBlock' ? 'code' : 'other', span, comments: [] });
    }
  }

  private inside(cursor: TreeCursor, depth: number): Block[] {
    const blocks: Block[] = [];
    if (cursor.firstChild()) {
      do {
        this.read(cursor, blocks, depth + 1);
      } while (cursor.nextSibling());
      cursor.parent();
    }
    return blocks;
  }

  private items(cursor: TreeCursor, depth: number): ListItem[] {
    const items: ListItem[] = [];
    if (cursor.firstChild()) {
      do {
        if (cursor.name === 'ListItem') {
          items.push({ span: this.spanOf(cursor), blocks: this.inside(cursor, depth) });
        }
      } while (cursor.nextSibling());
      cursor.parent();
    }
    return items;
  }

  private footnote(cursor: TreeCursor, depth: number): Block[] {
    const start = cursor.from - this.base;
    const [first, ...others] = this.inside(cursor, depth);
    if (first?.kind !== 'paragraph') {
      return first ? [first, ...others] : [];
    }
    const mark = this.source.slice(cursor.from, first.words.span.start + this.base);
    const span = { start, end: first.words.span.end };
    const { text, linked, marks } = first.words;
    const moved = marks.map((one) => ({ start: one.start + mark.length, end: one.end + mark.length }));
    const words = { ...first.words, span, text: mark + text, linked: mark + linked, marks: moved };
    return [{ ...first, span, words }, ...others];
  }

  private table(cursor: TreeCursor, span: Span): TableBlock {
    const lines: TableLine[] = [];
    if (cursor.firstChild()) {
      do {
        if (cursor.name === 'TableHeader' || cursor.name === 'TableRow') {
          lines.push({ span: this.spanOf(cursor), cells: this.cells(cursor) });
        }
      } while (cursor.nextSibling());
      cursor.parent();
    }
    const [header = { span, cells: [] }, ...rows] = lines;
    return { kind: 'table', span, header, rows };
  }

  /** The grammar has no node for an empty cell: columns are counted by the bars. */
  private cells(cursor: TreeCursor): (InlineText | undefined)[] {
    const cells: (InlineText | undefined)[] = [];
    const lineStart = cursor.from;
    let column = 0;
    if (!cursor.firstChild()) {
      return cells;
    }
    if (cursor.name === 'TableDelimiter' && this.source.slice(lineStart, cursor.from).trim() === '') {
      column--;
    }
    do {
      if (cursor.name === 'TableDelimiter') {
        column++;
      } else if (cursor.name === 'TableCell') {
        while (cells.length < column) {
          cells.push(undefined);
        }
        cells.push(this.words(cursor, cursor.from, cursor.to));
      }
    } while (cursor.nextSibling());
    cursor.parent();
    return cells;
  }

  private html(cursor: TreeCursor, span: Span): Block {
    const { from, to, name } = cursor;
    const words = readHtmlText(this.source, from, to, this.base);
    const isSilent = words.text.trim() === '' && words.slots.length === 0;
    if (isSilent || SILENT_HTML.test(this.source.slice(from, to))) {
      return { kind: name === 'CommentBlock' ? 'comment' : 'other', span, comments: words.comments };
    }
    return { kind: 'paragraph', span, words };
  }

  private headingWords(cursor: TreeCursor): InlineText {
    let from = cursor.from;
    let { to } = cursor;
    if (cursor.firstChild()) {
      do {
        if (cursor.name === 'HeaderMark') {
          if (cursor.from === from) {
            from = cursor.to;
          } else {
            to = cursor.from;
          }
        }
      } while (cursor.nextSibling());
      cursor.parent();
    }
    return this.words(cursor, from, to);
  }

  private words(cursor: TreeCursor, from: number, to: number): InlineText {
    return readInlineText(cursor, this.source, from, to, this.base);
  }

  private spanOf(cursor: TreeCursor): Span {
    return { start: cursor.from - this.base, end: cursor.to - this.base };
  }
}

const MARKS: ReadonlySet<string> = new Set(['QuoteMark', 'ListMark', 'FootnoteMark', 'TaskMarker', 'HeaderMark']);

/** Elements whose inside is no text for readers. */
const SILENT_HTML = /^<(?:script|style|pre|textarea|svg)\b/i;

function headingLevel(name: string): number {
  return /^(?:ATX|Setext)Heading[1-6]$/.test(name) ? Number(name.slice(-1)) : 0;
}

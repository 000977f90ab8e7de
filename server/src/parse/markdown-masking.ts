import type { TreeCursor } from '@lezer/common';
import { type Span, shiftSpan } from '../model/span';

/** The words of one paragraph, heading or table cell. */
export interface InlineText {
  /** Where it stands, without outer white space. */
  readonly span: Span;
  /** Where the white space behind it ends: at the end of its block. */
  readonly outerEnd: number;
  /**
   * The text of the span in the same length. Spaces stand for code, comments, tags, link targets, web addresses (those
   * that are an ELI stay), images, footnote references and the marks of emphasis; `<br>` is a line end, and so is every
   * line end of the source.
   */
  readonly text: string;
  /** The same, but web addresses and link targets are there. */
  readonly linked: string;
  /** Places of marks (of emphasis, links, escapes) in `text`: a reader sees no space there. In order. */
  readonly marks: readonly Span[];
  /** Comments in it. */
  readonly comments: readonly Span[];
  /** Tags that are not HTML: `<date>`, `<name of the body>`. People write such things where a word is to come. */
  readonly slots: readonly Span[];
}

/**
 * The words between two offsets of the tree that the cursor stands in. The cursor stands on the node that holds them and
 * is there again afterwards. Spans are relative to `base`.
 *
 * @param source The text of the tree, with LF as its only line end.
 */
export function readInlineText(cursor: TreeCursor, source: string, from: number, to: number, base: number): InlineText {
  const end = trimmedEnd(source, from, to);
  const start = Math.min(trimmedStart(source, from, to), end);
  const span = { start: start - base, end: end - base };
  const outerEnd = to - base;
  if (!cursor.firstChild()) {
    const text = source.slice(start, end);
    return { span, outerEnd, text, linked: text, marks: [], comments: [], slots: [] };
  }
  cursor.parent();
  const masks = new Masks();
  maskInside(cursor, source, masks, 0);
  const moved = (one: Span): Span => ({ start: one.start - base, end: one.end - base });
  const text = masks.apply(source, start, end, true);
  return {
    span,
    outerEnd,
    text,
    linked: masks.haveLinks ? masks.apply(source, start, end, false) : text,
    marks: masks.marksBetween(start, end),
    comments: masks.comments.map(moved),
    slots: masks.slots.map(moved),
  };
}

/** The words of a stretch of HTML: tags and comments are masked. Spans are relative to `base`. */
export function readHtmlText(source: string, from: number, to: number, base: number): InlineText {
  const raw = source.slice(from, to);
  const comments: Span[] = [];
  const slots: Span[] = [];
  const text = raw.replace(/<!--[\s\S]*?(?:-->|$)|<[^<>]*>/g, (tag: string, offset: number) => {
    const span = { start: from + offset - base, end: from + offset + tag.length - base };
    if (tag.startsWith('<!--')) {
      comments.push(span);
    } else if (/^<[a-z]/i.test(tag) && !HTML_TAG.test(tag) && !HTML_BLOCK_TAG.test(tag)) {
      slots.push(span);
    }
    return blank(tag);
  });
  return {
    span: { start: from - base, end: to - base },
    outerEnd: to - base,
    text,
    linked: text,
    marks: [],
    comments,
    slots,
  };
}

/** The words `by` UTF-16 units further on. */
export function shiftWords(words: InlineText, by: number): InlineText {
  return {
    ...words,
    span: shiftSpan(words.span, by),
    outerEnd: words.outerEnd + by,
    comments: words.comments.map((comment) => shiftSpan(comment, by)),
    slots: words.slots.map((slot) => shiftSpan(slot, by)),
  };
}

/** As many spaces as the text has UTF-16 units; line ends stay. */
export function blank(text: string): string {
  return text.includes('\n') ? text.replace(/[^\n]/g, ' ') : ' '.repeat(text.length);
}

/** How deep inline elements may nest. What is deeper is left as it stands. */
const DEEPEST = 60;

/** Elements of HTML that stand in lines of text; another name, or words behind the name, make a slot of a tag. */
const HTML_TAG = new RegExp(
  '^</?(?:a|abbr|acronym|b|bdi|bdo|big|blockquote|br|button|center|cite|code|col|colgroup|del|details|dfn|div|em|embed|' +
    'font|h[1-6]|hr|i|iframe|img|input|ins|kbd|li|mark|math|nobr|ol|p|picture|pre|q|rp|rt|ruby|s|samp|script|small|' +
    'span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|tr|tt|u|ul|var|video|wbr)' +
    '(?:\\s[^>]*=[^>]*)?\\s*/?>$',
  'i',
);

/** Elements that stand on lines of their own. */
const HTML_BLOCK_TAG = new RegExp(
  '^<(?:address|article|aside|audio|base|body|caption|dd|details|dialog|dir|dl|dt|fieldset|figcaption|figure|footer|' +
    'form|frame|frameset|head|header|html|label|legend|link|main|map|menu|meta|nav|noscript|object|optgroup|option|' +
    'param|section|select|source|summary|time|title|track)(?:\\s[^>]*=[^>]*)?\\s*/?>$',
  'i',
);

class Masks {
  readonly comments: Span[] = [];
  readonly slots: Span[] = [];
  /** Whether something is masked that {@link InlineText.linked} has. */
  haveLinks = false;
  private readonly pieces: { span: Span; by: string; link: boolean; mark: boolean }[] = [];

  add(start: number, end: number, by: string, link = false): void {
    this.push({ span: { start, end }, by, link, mark: false });
  }

  addMark(start: number, end: number, link = false): void {
    this.push({ span: { start, end }, by: ' '.repeat(end - start), link, mark: true });
  }

  private push(piece: { span: Span; by: string; link: boolean; mark: boolean }): void {
    this.haveLinks ||= piece.link;
    this.pieces.push(piece);
  }

  /** Marks inside a stretch, as offsets from its start. */
  marksBetween(from: number, to: number): readonly Span[] {
    return this.pieces.flatMap(({ span, mark }) =>
      mark && span.start >= from && span.end <= to ? [{ start: span.start - from, end: span.end - from }] : [],
    );
  }

  /** The source between two offsets with the masks on; those of links only where they are wanted. */
  apply(source: string, from: number, to: number, links: boolean): string {
    let text = '';
    let at = from;
    for (const { span, by, link } of this.pieces) {
      if (span.start < at || span.end > to || (link && !links)) {
        continue;
      }
      text += source.slice(at, span.start) + by;
      at = span.end;
    }
    return text + source.slice(at, to);
  }
}

function maskInside(cursor: TreeCursor, source: string, masks: Masks, depth: number): void {
  if (depth > DEEPEST || !cursor.firstChild()) {
    return;
  }
  do {
    maskNode(cursor, source, masks, depth);
  } while (cursor.nextSibling());
  cursor.parent();
}

function maskNode(cursor: TreeCursor, source: string, masks: Masks, depth: number): void {
  const { name, from, to } = cursor;
  switch (name) {
    case 'Comment':
      masks.comments.push({ start: from, end: to });
      masks.add(from, to, blank(source.slice(from, to)));
      break;
    case 'HTMLTag':
      maskTag(source.slice(from, to), from, to, masks);
      break;
    case 'Entity': {
      const raw = source.slice(from, to);
      masks.add(from, to, raw === '&amp;' ? '&    ' : blank(raw));
      break;
    }
    case 'Escape':
      masks.addMark(from, from + 1);
      break;
    case 'EmphasisMark':
    case 'StrikethroughMark':
      masks.addMark(from, to);
      break;
    case 'URL':
    case 'Autolink': {
      const raw = source.slice(from, to);
      if (!ELI.test(raw)) {
        masks.add(from, to, blank(raw), true);
      }
      break;
    }
    case 'Link':
      maskLink(cursor, source, masks, depth);
      break;
    case 'LinkTitle':
    case 'InlineCode':
    case 'Image':
    case 'ProcessingInstruction':
    case 'QuoteMark':
    case 'TaskMarker':
    case 'HardBreak':
    case 'LinkLabel':
      masks.add(from, to, blank(source.slice(from, to)));
      break;
    default:
      maskInside(cursor, source, masks, depth + 1);
  }
}

function maskTag(raw: string, from: number, to: number, masks: Masks): void {
  if (/^<br\b/i.test(raw)) {
    masks.add(from, to, `\n${blank(raw.slice(1))}`);
  } else if (HTML_TAG.test(raw)) {
    masks.add(from, to, blank(raw));
  } else {
    masks.slots.push({ start: from, end: to });
    masks.add(from, to, blank(raw));
  }
}

/** `[words](target)` and `[words][label]` lose all but the words; `[words]` stays, for it is hardly ever a link. */
function maskLink(cursor: TreeCursor, source: string, masks: Masks, depth: number): void {
  const { from, to } = cursor;
  if (source.startsWith('[^', from)) {
    masks.add(from, to, blank(source.slice(from, to)));
    return;
  }
  if (source.charCodeAt(to - 1) === CLOSING_BRACKET && !hasLabel(cursor)) {
    maskInside(cursor, source, masks, depth + 1);
    return;
  }
  if (!cursor.firstChild()) {
    return;
  }
  do {
    if (cursor.name === 'LinkMark') {
      masks.addMark(cursor.from, cursor.to);
    } else if (cursor.name === 'URL') {
      masks.addMark(cursor.from, cursor.to, true);
    } else {
      maskNode(cursor, source, masks, depth + 1);
    }
  } while (cursor.nextSibling());
  cursor.parent();
}

const CLOSING_BRACKET = 93;

/** A European Legislation Identifier: an address that is a citation. */
const ELI = /\/eli\//;

function hasLabel(cursor: TreeCursor): boolean {
  if (!cursor.lastChild()) {
    return false;
  }
  const found = cursor.name === 'LinkLabel';
  cursor.parent();
  return found;
}

function trimmedStart(source: string, from: number, to: number): number {
  let start = from;
  while (start < to && isSpace(source.charCodeAt(start))) {
    start++;
  }
  return start;
}

function trimmedEnd(source: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(source.charCodeAt(end - 1))) {
    end--;
  }
  return end;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9;
}

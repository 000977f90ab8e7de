import { Parser } from 'htmlparser2';
import { type Closing, HtmlContent } from './html-content';
import {
  type Attributes,
  BLOCKS,
  headingLevel,
  isHidden,
  isMarker,
  itemDepth,
  lookIn,
  SKIPPED,
  typedItemDepth,
} from './html-elements';
import { LineCounter } from './line-counter';
import { type Look, PLAIN } from './runs';
import type { SourceDocument, SourceProblem } from './source-document';
import { BOUNDS, UnreadableDocument } from './unreadable';

/**
 * Reads HTML as people, Word, EUR-Lex and converters write it. Places are lines. Broken HTML is read more or less as
 * browsers do; what is no text of the document (scripts, navigation, hidden elements) is left out.
 *
 * @throws UnreadableDocument where the document exceeds {@link BOUNDS}
 */
export function readHtml(html: string): SourceDocument {
  const reader = new HtmlReader();
  reader.write(html, 0);
  return reader.end();
}

/** Reads HTML that comes in pieces. */
export class HtmlReader {
  private readonly parser = new Parser({
    onopentag: (name, attributes) => this.openElement(name, attributes),
    ontext: (text) => this.text(text),
    onclosetag: (name) => this.closeElement(name),
  });
  private readonly lines = new LineCounter();
  private readonly elements: Element[] = [];
  private readonly content = new HtmlContent({
    line: (behind) => this.lines.lineAt(this.parser.startIndex + behind),
    look: () => this.elements.at(-1)?.look ?? PLAIN,
    isPreformatted: () => this.elements.at(-1)?.isPreformatted ?? false,
    block: () => this.elements.findLast(({ name }) => BLOCKS.has(name) || name === 'li')?.closing,
  });
  private readonly problems: SourceProblem[] = [];
  /** The element without text that we are in, and how many of its name are open. */
  private skipping: { readonly name: string; depth: number; readonly place: number } | undefined;

  /**
   * @param html what comes next
   * @param line where it begins
   */
  write(html: string, line: number): void {
    this.lines.add(html, line);
    this.parser.write(html);
  }

  /** What was read. */
  end(): SourceDocument {
    const unfinished = this.skipping;
    this.parser.end();
    while (this.elements.length > 0) {
      this.closeLast();
    }
    if (unfinished) {
      const { name, place } = unfinished;
      this.problems.push({ place, message: `The element <${name}> has no end, so that nothing behind it was read.` });
    }
    const { blocks, footnotes } = this.content;
    return { blocks, footnotes, problems: this.problems };
  }

  private text(text: string): void {
    if (!this.skipping) {
      this.content.text(text);
    }
  }

  private openElement(name: string, attributes: Attributes): void {
    if (this.skipping) {
      this.skipping.depth += this.skipping.name === name ? 1 : 0;
      return;
    }
    if (SKIPPED.has(name) || (isHidden(name, attributes) && !VOID.has(name))) {
      this.skipping = { name, depth: 1, place: this.content.place() };
      return;
    }
    if (name === 'br') {
      this.content.breakLine();
      return;
    }
    this.closeImplied(name);
    if (this.elements.length >= BOUNDS.nesting) {
      throw new UnreadableDocument(
        `The document has more than ${BOUNDS.nesting} elements in each other. Save it anew, or as plain text, and import that.`,
      );
    }
    const around = this.elements.at(-1);
    const element: Element = {
      name,
      look: lookIn(name, attributes, around?.look ?? PLAIN),
      isPreformatted: name === 'pre' || (around?.isPreformatted ?? false),
      closing: [],
    };
    this.elements.push(element);
    this.begin(name, attributes, element.closing);
  }

  /** Does what an element means. */
  private begin(name: string, attributes: Attributes, closing: Closing): void {
    const { content } = this;
    const level = headingLevel(name, attributes);
    if (level !== undefined || BLOCKS.has(name) || name === 'li' || LISTS.has(name)) {
      content.beginBlock(level, attributes, closing);
    }
    const isParagraph = level === undefined && (name === 'p' || name === 'div');
    const depth = isParagraph ? itemDepth(attributes) : undefined;
    const typedDepth = isParagraph && depth === undefined ? typedItemDepth(attributes) : undefined;
    if (LISTS.has(name)) {
      content.beginList(name === 'ol', attributes, closing);
    } else if (name === 'li') {
      content.beginItem(content.nextItem(attributes), closing);
    } else if (depth !== undefined) {
      content.beginItem({ depth, marker: undefined }, closing);
    } else if (typedDepth !== undefined) {
      content.beginItem({ depth: typedDepth, marker: undefined, isTyped: true }, closing);
    } else if (name === 'table') {
      content.beginTable(closing);
    } else if (name === 'thead' || name === 'tr') {
      content.beginRows(name, closing);
    } else if (CELLS.has(name)) {
      content.beginCell(name === 'th', attributes, closing);
    } else if (name === 'a') {
      content.beginLink(attributes, closing);
    } else if (name === 'sup') {
      content.beginSuperscript(closing);
    } else if (isMarker(attributes)) {
      content.beginMarker(closing);
    }
  }

  private closeElement(name: string): void {
    if (!this.skipping) {
      this.closeUpTo(new Set([name]), WITHOUT_BOUNDS.has(name) ? NOTHING : CELLS);
      return;
    }
    this.skipping.depth -= this.skipping.name === name ? 1 : 0;
    if (this.skipping.depth === 0) {
      this.skipping = undefined;
    }
  }

  /** Ends what cannot hold an element of this name, which the parser ends only where nothing else is open in it. */
  private closeImplied(name: string): void {
    if (CELLS.has(name)) {
      this.closeUpTo(CELLS, new Set(['table', 'tr']));
    } else if (name === 'tr') {
      this.closeUpTo(new Set(['tr']), new Set(['table']));
    } else if (name === 'li') {
      this.closeUpTo(new Set(['li']), new Set(['ul', 'ol', 'table', ...CELLS]));
    }
  }

  /** Ends the last element of these names and all in it; nothing where one of the bounds stands between. */
  private closeUpTo(names: ReadonlySet<string>, bounds: ReadonlySet<string>): void {
    const at = this.elements.findLastIndex(({ name }) => names.has(name) || bounds.has(name));
    if (names.has(this.elements[at]?.name ?? '')) {
      while (this.elements.length > at) {
        this.closeLast();
      }
    }
  }

  private closeLast(): void {
    const element = this.elements.at(-1);
    for (const close of element?.closing.toReversed() ?? []) {
      close();
    }
    this.elements.pop();
  }
}

interface Element {
  readonly name: string;
  readonly look: Look;
  readonly isPreformatted: boolean;
  readonly closing: Closing;
}

const LISTS: ReadonlySet<string> = new Set(['ul', 'ol']);
const CELLS: ReadonlySet<string> = new Set(['td', 'th']);
const NOTHING: ReadonlySet<string> = new Set();

/** Elements whose end ends a cell that is open in them. */
const WITHOUT_BOUNDS: ReadonlySet<string> = new Set(['td', 'th', 'tr', 'thead', 'tbody', 'tfoot', 'table', 'body']);
const VOID: ReadonlySet<string> = new Set(['br', 'img', 'hr', 'input', 'col', 'meta', 'link']);

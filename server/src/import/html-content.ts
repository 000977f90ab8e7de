import { blocksOfLayout, Flow, runsOfBlocks } from './flow';
import { type Attributes, numberKind, numberOf } from './html-elements';
import { footnoteId, footnoteLink, isFootnoteSign } from './html-footnotes';
import { expandTable, spansOf, TableDraft } from './html-table';
import { leadingMarker, type NumberKind, printNumber } from './list-marker';
import type { Look } from './runs';
import type { Run, SourceBlock } from './source-document';
import { BOUNDS, UnreadableDocument } from './unreadable';
import { readWordMark, type WordMark } from './word-mark';

/** What is done when an element ends, the last first. */
export type Closing = (() => void)[];

/** What the content is told of the elements around it. */
export interface Surroundings {
  /** The line of something that begins so many characters behind what is read. */
  line(behind: number): number;
  /** How text looks. */
  look(): Look;
  /** Whether blanks and line breaks count. */
  isPreformatted(): boolean;
  /** What is done at the end of the paragraph or other block that we are in; undefined outside of all. */
  block(): Closing | undefined;
}

/** Makes blocks and footnotes of the elements of HTML: each method is told that something begins, and notes its end. */
export class HtmlContent {
  private readonly flows: [Flow, ...Flow[]] = [new Flow()];
  private readonly tables: TableDraft[] = [];
  private readonly lists: List[] = [];
  private readonly notes = new Map<string, Run[]>();
  /** Labels of the footnotes whose marks were seen. */
  private readonly marked = new Set<string>();
  /** Text of a mark, before it is known that it is one. */
  private captured: string | undefined;
  private inFootnote = false;
  private afterBreak = false;
  private cells = 0;
  private count = 0;
  /** The paragraph that we are in, in a Word file. */
  private paragraph: number | undefined;

  constructor(private readonly around: Surroundings) {}

  /** The blocks of the document. */
  get blocks(): readonly SourceBlock[] {
    return this.flows[0].take();
  }

  /** The text of footnotes by their labels. */
  get footnotes(): ReadonlyMap<string, readonly Run[]> {
    return this.notes;
  }

  /** The place of something that begins so many characters behind what is read. */
  place(behind = 0): number {
    return this.paragraph ?? this.around.line(behind);
  }

  /** Text. */
  text(text: string): void {
    if (this.captured !== undefined) {
      this.captured += text;
      return;
    }
    const { flow } = this;
    const blanks = text.search(/[^ \t\n\r\f]/);
    if (blanks === -1 && !flow.isOpen) {
      return;
    }
    this.afterBreak &&= blanks === -1;
    this.count += flow.isOpen ? 0 : 1;
    if (this.count > BOUNDS.blocks) {
      throw new UnreadableDocument(
        `The document has more than ${BOUNDS.blocks} paragraphs, which is too many to be read. Import a part of it.`,
      );
    }
    const place = () => this.place(Math.max(0, blanks));
    if (this.around.isPreformatted()) {
      for (const [index, line] of text.split('\n').entries()) {
        if (index > 0) {
          flow.breakLine();
        }
        flow.addText(line, this.around.look(), place);
      }
    } else {
      flow.addText(text, this.around.look(), place);
    }
  }

  /** A part of a table. */
  beginRows(part: 'thead' | 'tr', closing: Closing): void {
    this.tables.at(-1)?.begin(part, this.paragraph === undefined ? this.place() : undefined);
    closing.push(() => this.tables.at(-1)?.end(part));
  }

  /** A superscript, which may be a footnote's mark without a link. */
  beginSuperscript(closing: Closing): void {
    this.capture(closing, (text, around) => this.endSuperscript(text, around));
  }

  /** The number or bullet of a paragraph; nothing where it is in none that has such. */
  beginMarker(closing: Closing): void {
    if (this.flow.item || this.flow.heading !== undefined) {
      this.capture(closing, (text) => this.endMarker(text));
    }
  }

  /** A block: a heading of this level, or a paragraph, list, item or part of the page. */
  beginBlock(level: number | undefined, { id }: Attributes, closing: Closing): void {
    const { flow } = this;
    const around = flow.heading;
    flow.endBlock();
    flow.heading = level ?? around;
    closing.push(() => {
      flow.endBlock();
      flow.heading = around;
    });
    this.beginFootnote(footnoteId(id), closing);
  }

  /** A list. */
  beginList(isOrdered: boolean, attributes: Attributes, closing: Closing): void {
    const { flow } = this;
    flow.lists++;
    this.lists.push({
      kind: isOrdered ? numberKind(attributes) : undefined,
      next: numberOf(attributes.start, -MOST_NUMBER, MOST_NUMBER, 1),
      sign: attributes[NUMBER_SIGN] ?? '.',
    });
    closing.push(() => {
      flow.lists--;
      this.lists.pop();
    });
  }

  /** The number of the next item of the list that we are in. */
  nextItem({ value }: Attributes): Item {
    const depth = Math.max(0, this.flow.lists - 1);
    const list = this.flow.lists > 0 ? this.lists.at(-1) : undefined;
    if (list?.kind === undefined) {
      return { depth, marker: undefined };
    }
    const number = numberOf(value, -MOST_NUMBER, MOST_NUMBER, list.next);
    list.next = number + 1;
    return { depth, marker: `${printNumber(number, list.kind)}${list.sign}` };
  }

  /** An item of a list; `item` says its number. */
  beginItem(item: Item, closing: Closing): void {
    const { flow } = this;
    const around = flow.item;
    flow.item = item;
    closing.push(() => {
      flow.item = around;
    });
  }

  /** A table. */
  beginTable(closing: Closing): void {
    if (this.tables.length >= BOUNDS.tables) {
      throw new UnreadableDocument(
        `The document has more than ${BOUNDS.tables} tables in each other. Take them apart, or save it as plain text and import that.`,
      );
    }
    const { flow } = this;
    flow.endBlock();
    const draft = new TableDraft(this.paragraph === undefined ? this.place() : undefined);
    this.tables.push(draft);
    closing.push(() => {
      this.tables.pop();
      const table = draft.take();
      const layout = blocksOfLayout(table, flow.item ? flow.item.depth + 1 : 0);
      const block = layout ? undefined : expandTable(table, this.cells);
      this.cells += block
        ? (block.header.length + block.rows.length) * ((block.rows[0] ?? block.header[0])?.cells.length ?? 0)
        : 0;
      flow.push(layout ?? (block ? [block] : []));
    });
  }

  /** A cell of a table. */
  beginCell(isHeader: boolean, attributes: Attributes, closing: Closing): void {
    const table = this.tables.at(-1);
    if (!table) {
      this.beginBlock(undefined, {}, closing);
      return;
    }
    const flow = new Flow();
    this.flows.push(flow);
    const place = this.place();
    const before = this.paragraph;
    closing.push(() => {
      this.flows.splice(this.flows.indexOf(flow));
      const blocks = flow.take();
      // In Word a row has the number of its first paragraph.
      const own = this.paragraph === before ? place : blocks[0]?.place;
      table.addCell(isHeader, { blocks, ...spansOf(attributes) }, own);
    });
  }

  /** A link, or the mark of a footnote. */
  beginLink({ href, id, name }: Attributes, closing: Closing): void {
    const mark = readWordMark(id);
    if (mark) {
      this.applyWordMark(mark);
      return;
    }
    const link = footnoteLink(href);
    const own = link?.kind === 'mark' ? undefined : (footnoteId(id) ?? footnoteId(name));
    this.beginFootnote(own, this.around.block() ?? closing);
    if (link?.kind === 'mark') {
      this.marked.add(link.label);
    }
    if (link || own !== undefined) {
      this.capture(closing, (text, around) => {
        if (!isFootnoteSign(text)) {
          this.text(text);
        } else if (link?.kind === 'mark') {
          this.addFootnote(link.label, around);
        }
      });
    }
  }

  private addFootnote(label: string, around: string | undefined): void {
    if (around !== undefined && around.trim() !== '' && !isFootnoteSign(around)) {
      // What stands before the mark in the same superscript.
      this.captured = undefined;
      this.text(around);
      this.captured = '';
    }
    this.flow.addFootnote(label, () => this.place());
  }

  private endSuperscript(text: string, around: string | undefined): void {
    const number = /^\s*\d{1,3}\s*$/.test(text) && around === undefined;
    const isPower = /^[23]$/.test(text) && this.flow.endsWith(/(?:^|[^\p{L}])[kcdm]?m$/u);
    if (number && this.flow.isOpen && !isPower) {
      this.flow.addFootnote(text.trim(), () => this.place());
    } else if (!/^[\s[\]()]*$/.test(text)) {
      this.text(text);
    }
  }

  private endMarker(text: string): void {
    const marker = text.replace(/\s+/g, ' ').trim();
    const { item } = this.flow;
    if (this.flow.heading !== undefined || !item || item.draft) {
      this.text(`${marker} `);
    } else {
      const read = leadingMarker(marker);
      const isBullet = (read && read.marker === undefined) || /^\D$/u.test(marker);
      item.marker = isBullet || marker === '' ? undefined : marker;
    }
  }

  /** Keeps text apart until an element ends, which says what becomes of it and of what was kept apart around it. */
  private capture(closing: Closing, end: (text: string, around: string | undefined) => void): void {
    const around = this.captured;
    this.captured = '';
    closing.push(() => {
      const text = this.captured ?? '';
      this.captured = around;
      end(text, around);
    });
  }

  /** Has what comes go to a footnote until a block ends; where no mark leads there it was none. */
  private beginFootnote(label: string | undefined, closing: Closing): void {
    if (label === undefined || this.inFootnote || !this.marked.has(label)) {
      return;
    }
    const flow = new Flow();
    this.flows.push(flow);
    this.inFootnote = true;
    closing.push(() => {
      this.flows.splice(this.flows.indexOf(flow));
      this.inFootnote = false;
      const note = this.notes.get(label) ?? [];
      this.notes.set(label, note);
      const runs = runsOfBlocks(flow.take());
      if (note.length > 0 && runs.length > 0) {
        note.push({ text: '\n' });
      }
      for (const run of runs) {
        note.push(run);
      }
    });
  }

  private applyWordMark({ paragraph, numbering, heading }: WordMark): void {
    this.paragraph = paragraph;
    const { flow } = this;
    if (heading !== undefined && flow.heading === undefined) {
      flow.heading = heading;
      this.around.block()?.push(() => {
        flow.heading = undefined;
      });
    }
    if (numbering && flow.heading !== undefined) {
      this.text(numbering.marker === undefined ? '' : `${numbering.marker} `);
    } else if (numbering && flow.item) {
      flow.item.depth = numbering.depth;
      flow.item.marker = numbering.marker;
    } else if (numbering) {
      this.beginItem({ ...numbering }, this.around.block() ?? []);
    }
  }

  /** A hard line break. */
  breakLine(): void {
    if (this.captured !== undefined) {
      this.captured += ' ';
    } else if (this.afterBreak && this.flow.heading === undefined) {
      this.flow.endBlock();
    } else {
      this.flow.breakLine();
      this.afterBreak = true;
    }
  }

  private get flow(): Flow {
    return this.flows.at(-1) ?? this.flows[0];
  }
}

/** The attribute with the sign behind the numbers of a list, for formats that have several. */
export const NUMBER_SIGN = 'data-number-sign';

/** A number of an item in a list. */
export type Item = NonNullable<Flow['item']>;

interface List {
  /** Undefined for bullets. */
  readonly kind: NumberKind | undefined;
  readonly sign: string;
  next: number;
}

const MOST_NUMBER = 999_999;

import { leadingMarker } from './list-marker';
import { joinRuns, type Look, RunBuilder } from './runs';
import { type Run, type SourceBlock, type TableBlock, textOf } from './source-document';
import type { SpanningRow } from './table-grid';

/** An item that text belongs to. */
export interface ItemContext {
  depth: number;
  marker: string | undefined;
  /** Whether its marker is but the beginning of its text; without one there it is no item. */
  readonly isTyped?: true;
  /** What it has become, once it has text. */
  draft?: TextDraft;
}

/** A heading, paragraph or item that is being written. */
interface TextDraft {
  readonly kind: 'draft';
  readonly place: number;
  readonly heading: number | undefined;
  readonly item: ItemContext | undefined;
  readonly builder: RunBuilder;
}

/**
 * The blocks of the document, of a table's cell or of a footnote while they are being read: text goes to the block that is
 * open, or opens one.
 */
export class Flow {
  /** Level of the heading that text belongs to; undefined outside of headings. */
  heading: number | undefined;
  /** The item that text belongs to. */
  item: ItemContext | undefined;
  /** How many lists are open. */
  lists = 0;
  private readonly blocks: (TextDraft | SourceBlock)[] = [];
  private open: TextDraft | undefined;

  /** Whether a block is open, so that what comes belongs to it. */
  get isOpen(): boolean {
    return this.open !== undefined;
  }

  /** How many blocks there are. */
  get size(): number {
    return this.blocks.length;
  }

  /** Adds text in which blanks and line breaks are but spaces. */
  addText(text: string, look: Look, place: () => number): void {
    if (this.open || /[^ \t\n\r\f]/.test(text)) {
      this.opened(place).add(text, look);
    }
  }

  /** Adds the mark of a footnote. */
  addFootnote(label: string, place: () => number): void {
    this.opened(place).addFootnote(label);
  }

  /** Adds a hard line break; nothing where no block is open. */
  breakLine(): void {
    this.open?.builder.breakLine();
  }

  /** Whether the text of the open block ends with a match of this. */
  endsWith(pattern: RegExp): boolean {
    return this.open !== undefined && pattern.test(this.open.builder.tail);
  }

  /** Ends the open block; text that comes opens another one. */
  endBlock(): void {
    this.open = undefined;
  }

  /** Adds whole blocks. */
  push(blocks: readonly SourceBlock[]): void {
    this.endBlock();
    for (const block of blocks) {
      this.blocks.push(block);
    }
  }

  /** All blocks with text in them. */
  take(): readonly SourceBlock[] {
    return this.blocks.flatMap((block) => (block.kind === 'draft' ? finished(block) : [block]));
  }

  private opened(place: () => number): RunBuilder {
    if (this.open) {
      return this.open.builder;
    }
    const { heading } = this;
    const item = heading === undefined ? this.item : undefined;
    if (item?.draft && this.blocks.at(-1) === item.draft) {
      // Another paragraph of the same item.
      item.draft.builder.breakLine();
      this.open = item.draft;
    } else {
      const first = item && item.draft === undefined ? item : undefined;
      const draft: TextDraft = { kind: 'draft', place: place(), heading, item: first, builder: new RunBuilder() };
      if (first) {
        first.draft = draft;
      }
      this.blocks.push(draft);
      this.open = draft;
    }
    return this.open.builder;
  }
}

/** All text of blocks, as a cell or footnote has it: a line for each. */
export function runsOfBlocks(blocks: readonly SourceBlock[]): readonly Run[] {
  return joinRuns(
    blocks.flatMap((block) => {
      switch (block.kind) {
        case 'table':
          return [...block.header, ...block.rows].map(({ cells }) => joinRuns(cells));
        case 'item':
          return [block.marker === undefined ? block.runs : [{ text: `${block.marker} ` }, ...block.runs]];
        default:
          return [block.runs];
      }
    }),
  );
}

/** A table's cells with the blocks that are in them, before it is known what the table is for. */
export interface ReadTable {
  readonly place: number;
  readonly header: readonly ReadRow[];
  readonly rows: readonly ReadRow[];
}

export interface ReadRow {
  readonly place: number;
  readonly cells: readonly ReadCell[];
}

export interface ReadCell {
  readonly blocks: readonly SourceBlock[];
  readonly columns: number;
  readonly rows: number;
}

/**
 * The blocks of a table that is none: one that numbers paragraphs in its first column becomes items, as in documents of the
 * Official Journal; one that only places things on the page becomes what its cells hold. Undefined for a real table.
 *
 * @param depth of items, where it holds some
 */
export function blocksOfLayout({ header, rows }: ReadTable, depth: number): readonly SourceBlock[] | undefined {
  const all = [...header, ...rows];
  const markers = header.length === 0 ? rows.map(markerOf) : [];
  if (rows.length > 0 && markers.length > 0 && markers.every((marker) => marker !== undefined)) {
    return rows.flatMap((row, index) => itemsOf(row, markers[index]?.marker, depth));
  }
  const isLayout =
    all.every(({ cells }) => cells.length <= 1) ||
    all.some(({ cells }) => cells.some(({ blocks }) => holdsStructure(blocks)));
  return isLayout ? all.flatMap(({ cells }) => cells.flatMap(({ blocks }) => blocks)) : undefined;
}

/** Rows as cells of runs. */
export function spanningRows(rows: readonly ReadRow[]): readonly SpanningRow[] {
  return rows.map(({ place, cells }) => ({
    place,
    cells: cells.map(({ blocks, columns, rows: below }) => ({ runs: runsOfBlocks(blocks), columns, rows: below })),
  }));
}

function finished({ place, heading, item, builder }: TextDraft): readonly SourceBlock[] {
  const runs = builder.take();
  if (runs.length === 0) {
    return [];
  }
  if (heading !== undefined) {
    return [{ kind: 'heading', place, level: heading, runs }];
  }
  if (!item) {
    return [{ kind: 'paragraph', place, runs }];
  }
  if (!item.isTyped) {
    return [{ kind: 'item', place, depth: item.depth, marker: item.marker, runs }];
  }
  const text = runs.map((run) => run.text).join('');
  const typed = leadingMarker(text);
  return typed && typed.length < text.length
    ? [{ kind: 'item', place, depth: item.depth, marker: typed.marker, runs: runsFrom(runs, typed.length) }]
    : [{ kind: 'paragraph', place, runs }];
}

/** Runs without as many characters at their beginning. */
function runsFrom(runs: readonly Run[], length: number): readonly Run[] {
  let left = length;
  return runs.flatMap((run) => {
    const text = run.text.slice(left);
    left = Math.max(0, left - run.text.length);
    return text === '' && run.text !== '' ? [] : [{ ...run, text }];
  });
}

/** The marker that is all that a row's first of two cells has. */
function markerOf({ cells }: ReadRow): { readonly marker: string | undefined } | undefined {
  const [first, second, ...others] = cells;
  const [only, more] = first?.blocks ?? [];
  if (!only || more || others.length > 0 || !second || only.kind !== 'paragraph' || second.blocks.length === 0) {
    return undefined;
  }
  const text = textOf(only.runs);
  const marker = leadingMarker(text);
  return marker && marker.length === text.length ? marker : undefined;
}

/** An item with the first paragraph of a row's second cell; items within it are one deeper. */
function itemsOf({ cells }: ReadRow, marker: string | undefined, depth: number): readonly SourceBlock[] {
  const [first, ...others] = cells[1]?.blocks ?? [];
  const deeper = (block: SourceBlock): SourceBlock =>
    block.kind === 'item' ? { ...block, depth: block.depth + 1 } : block;
  return first?.kind === 'paragraph'
    ? [{ kind: 'item', place: first.place, depth, marker, runs: first.runs }, ...others.map(deeper)]
    : [...(first ? [deeper(first)] : []), ...others.map(deeper)];
}

/** Whether a cell holds more than a cell of a table does: another table, or a heading with something below it. */
function holdsStructure(blocks: readonly SourceBlock[]): boolean {
  return blocks.some(
    ({ kind }: SourceBlock | TableBlock) => kind === 'table' || (kind === 'heading' && blocks.length > 1),
  );
}

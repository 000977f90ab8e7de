import type { Tree, TreeCursor } from '@lezer/common';
import type { IsoDay } from '../model/date';
import { type Measure, MeasuredList } from '../model/measured-list';
import type { ActionReference, Heading, Mentions, SuppressionDirective } from '../model/report';
import type { TextChange } from '../model/text-change';
import { type Block, readBlock } from './markdown-blocks';
import { parseMarkdownTree, unifyLineEnds } from './markdown-grammar';
import { findMentions } from './mentions';
import { ownCopy } from './own-copy';
import type { PreparedContext } from './prepared-context';
import { type Prose, proseOf } from './prose';
import { readDirectives } from './suppressions';

/**
 * One block at the top of a Markdown text with the blank lines behind it: from the start of its first line to that of the
 * next block. What it says depends on its own text alone, so a piece is kept for as long as its text stays what it is,
 * and with it all that was ever read of it. Spans of what it gives are relative to its start.
 */
export class Piece {
  private readProse: Prose | undefined;
  private readComments: readonly SuppressionDirective[] | undefined;
  private titled: { readonly context: PreparedContext; readonly title: PieceTitle } | undefined;
  private mentioned:
    | { readonly context: PreparedContext; readonly reference: IsoDay; readonly mentions: Mentions }
    | undefined;

  constructor(
    /** Its text, with LF as its only line end; see {@link unifyLineEnds}. */
    readonly text: string,
    /** What the grammar calls it. */
    readonly name: string,
    /** 1 to 6 for headings, else 0. */
    readonly level: number,
    /** The block; none for what says nothing to a reader. */
    readonly blocks: readonly Block[],
  ) {}

  /** The block's prose, as if no words of it were fields. */
  get prose(): Prose {
    this.readProse ??= proseOf(this.blocks);
    return this.readProse;
  }

  /** Comments in the block that turn findings off or on. */
  get directives(): readonly SuppressionDirective[] {
    this.readComments ??= readDirectives(this.prose.comments, this.text);
    return this.readComments;
  }

  /** What `read` makes of the block as a title; asked for once for each context. */
  title(context: PreparedContext, read: () => PieceTitle): PieceTitle {
    if (this.titled?.context !== context) {
      this.titled = { context, title: read() };
    }
    return this.titled.title;
  }

  /** What the block mentions. */
  mentions(context: PreparedContext, reference: IsoDay): Mentions {
    if (this.mentioned?.context !== context || this.mentioned.reference !== reference) {
      this.mentioned = { context, reference, mentions: findMentions(this.prose.passages, context, reference) };
    }
    return this.mentioned.mentions;
  }
}

/** A block as the title of a stretch, and the actions that it names. */
export interface PieceTitle {
  readonly heading: Heading;
  readonly actions: readonly ActionReference[];
}

/** A Markdown text cut into its blocks. */
export interface Pieces {
  /** Length of the blank lines before the first block. */
  readonly leading: number;
  readonly pieces: MeasuredList<Piece>;
  /** Those that the last large change took away: closing a comment brings back what opening it had hidden. */
  readonly retired: ReadonlyMap<string, Piece>;
  /** What is other than in the pieces that these were made from; absent where they were made from a text. */
  readonly replaced?: ReplacedPieces;
}

/** From index `from` on, the pieces `old` became the pieces `made`. */
export interface ReplacedPieces {
  readonly from: number;
  readonly old: readonly Piece[];
  readonly made: readonly Piece[];
}

/**
 * Cuts a text into its blocks.
 *
 * @param text without front matter
 * @param known pieces that may be used again where their text is the same
 */
export function cutIntoPieces(text: string, known: ReadonlyMap<string, Piece> = NONE): Pieces {
  const { leading, pieces } = cut(unifyLineEnds(text), known, NONE);
  return { leading, pieces: MeasuredList.of(pieces, PIECE_LENGTH), retired: NONE };
}

/**
 * The blocks of a text after a change; all that the change did not concern are the same objects as before.
 *
 * A block depends on nothing but the lines from its start on: while no other block is open, the grammar keeps nothing in
 * mind but whether a paragraph can go on, and where a paragraph could go on no block starts. So reading begins two blocks
 * before the change (the one before it may go on into what was typed, and its own start is settled by the line behind
 * it) and ends as soon as a block starts where one started before, behind the change.
 *
 * @param before the blocks of the text before the change
 * @param text the text after it, without front matter
 * @param change offsets into these texts
 */
export function changePieces(before: Pieces, text: string, change: TextChange): Pieces {
  const { pieces, leading } = before;
  const delta = change.newEnd - change.end;
  const first = Math.max(0, pieces.endedBy(change.start - leading) - BLOCKS_BEFORE);
  const start = first === 0 ? 0 : leading + pieces.startOf(first);
  // The first block that starts behind the change, with an unchanged character before it.
  const behind = pieces.startedBy(change.end - leading);
  for (let more = BLOCKS_BEHIND; ; more *= 2) {
    const last = Math.min(pieces.size, behind + more);
    const isWhole = last === pieces.size;
    const end = isWhole ? text.length : leading + pieces.startOf(last) + delta;
    const window = ownCopy(unifyLineEnds(text.slice(start, end)));
    const near = pieces.slice(first, last);
    const found = cut(window, new Map(near.map((piece) => [piece.text, piece])), before.retired);
    const same = isWhole
      ? undefined
      : firstSame(found, near.slice(behind - first), leading + pieces.startOf(behind) + delta - start);
    if (isWhole || same) {
      const old = same ? near.slice(0, behind - first + same.old) : near;
      const made = same ? found.pieces.slice(0, same.made) : found.pieces;
      const replaced = withoutSameEnds({ from: first, old, made });
      return {
        leading: first === 0 ? found.leading : leading,
        pieces: pieces.replaced(replaced.from, replaced.from + replaced.old.length, replaced.made),
        retired: old.length > MANY ? new Map(old.map((piece) => [piece.text, piece])) : before.retired,
        replaced,
      };
    }
  }
}

const NONE: ReadonlyMap<string, Piece> = new Map();

const PIECE_LENGTH: Measure<Piece> = { lengthOf: ({ text }) => text.length };

/** Without the pieces at both ends that turned out to be the same. */
function withoutSameEnds({ from, old, made }: ReplacedPieces): ReplacedPieces {
  let start = 0;
  while (start < old.length && start < made.length && old[start] === made[start]) {
    start++;
  }
  let [oldEnd, madeEnd] = [old.length, made.length];
  while (oldEnd > start && madeEnd > start && old[oldEnd - 1] === made[madeEnd - 1]) {
    oldEnd--;
    madeEnd--;
  }
  return { from: from + start, old: old.slice(start, oldEnd), made: made.slice(start, madeEnd) };
}

const BLOCKS_BEFORE = 2;

/** How many blocks behind the change are read at first; the last one read is never settled. */
const BLOCKS_BEHIND = 2;

/** A change that takes away more blocks than this keeps them in mind. */
const MANY = 50;

/**
 * The first block that starts in the new text where an old one did, behind the change. The last new block is not
 * settled: a text that is cut off behind it may read otherwise than the whole.
 *
 * @param behind the old blocks behind the change; the first one starts at `start` in the new text
 */
function firstSame(
  found: { readonly leading: number; readonly pieces: readonly Piece[] },
  behind: readonly Piece[],
  start: number,
): { readonly old: number; readonly made: number } | undefined {
  let old = 0;
  let oldStart = start;
  let madeStart = found.leading;
  for (let made = 0; made < found.pieces.length - 1; made++) {
    while (oldStart < madeStart && old < behind.length) {
      oldStart += behind[old]?.text.length ?? 0;
      old++;
    }
    if (oldStart === madeStart && old < behind.length) {
      return { old, made };
    }
    madeStart += found.pieces[made]?.text.length ?? 0;
  }
  return undefined;
}

/** The blocks of a text; those with the text of one in `near`, or else in `retired`, are that one. */
function cut(
  text: string,
  near: ReadonlyMap<string, Piece>,
  retired: ReadonlyMap<string, Piece>,
): { readonly leading: number; readonly pieces: readonly Piece[] } {
  const tree: Tree = parseMarkdownTree(text);
  const pieces: Piece[] = [];
  const cursor = tree.cursor();
  if (!cursor.firstChild()) {
    return { leading: text.length, pieces };
  }
  const leading = startOfPiece(text, cursor.from, 0);
  let start = leading;
  for (;;) {
    const node = cursor.node.cursor();
    const hasNext = cursor.nextSibling();
    const end = hasNext ? startOfPiece(text, cursor.from, node.to) : text.length;
    pieces.push(pieceOf(node, text, start, end, near, retired));
    if (!hasNext) {
      return { leading, pieces };
    }
    start = end;
  }
}

function pieceOf(
  cursor: TreeCursor,
  source: string,
  start: number,
  end: number,
  near: ReadonlyMap<string, Piece>,
  retired: ReadonlyMap<string, Piece>,
): Piece {
  const text = source.slice(start, end);
  const same = near.get(text) ?? retired.get(text);
  // The same words can be another block elsewhere: indented text behind a list, say.
  if (same && same.name === cursor.name) {
    return same;
  }
  const block = readBlock(cursor, source, start);
  return new Piece(text, cursor.name, block?.kind === 'heading' ? block.level : 0, block ? [block] : []);
}

/** The start of the line of a block; never inside the block before it. */
function startOfPiece(text: string, from: number, endBefore: number): number {
  return Math.max(text.lastIndexOf('\n', from - 1) + 1, endBefore);
}

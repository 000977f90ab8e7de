import type { Span } from '../model/span';
import type { TextChange } from '../model/text-change';
import { type MentionFinder, type PassageWithMentions, shiftPassages } from './kept-mentions';
import { changePieces, cutIntoPieces, type Piece, type Pieces } from './markdown-pieces';
import { movedBy } from './moved';
import { ownCopy } from './own-copy';
import { sourceSpanOf, type YamlScalar } from './yaml-node';
import { proseInSource } from './yaml-prose';

/** A long text of an entry, block by block, so that an edit in it costs no more than the blocks around the edit. */
export interface LongText {
  readonly text: string;
  readonly pieces: Pieces;
  /** What each piece says. */
  readonly read: readonly ReadPiece[];
}

/** What a block of a text says. */
export interface ReadPiece {
  /** The lines of the source that it stands in, up to the first word of the next one. */
  readonly source: string;
  /** Where these start; spans count from the same place. */
  readonly start: number;
  readonly said: readonly PassageWithMentions[];
  readonly placeholders: readonly Span[];
  readonly hasProse: boolean;
}

/** Whether it pays to keep what the blocks of a text say. Others lines than those of a block are no lines of the source. */
export function isLongText({ style, text, pieces }: YamlScalar): boolean {
  return style === 'block' && pieces.length > 0 && text.length > LONG;
}

/** In UTF-16 units. Shorter texts are read as a whole in as much time as the blocks around an edit in them. */
const LONG = 1500;

/**
 * Reads a text as `readYamlProse` does, and of one that was read before no more than the blocks around what is another.
 *
 * @param scalar see {@link isLongText}
 * @param source the text that the scalar's spans are offsets into
 * @param finder tells what passages mention; it is not asked about those of blocks that are the same
 */
export function readLongText(
  scalar: YamlScalar,
  source: string,
  finder: MentionFinder,
  earlier: LongText | undefined,
): LongText {
  const { text } = scalar;
  const pieces = earlier ? changePieces(earlier.pieces, text, changeBetween(earlier.text, text)) : cutIntoPieces(text);
  const { from, old, made } = pieces.replaced ?? { from: 0, old: [], made: pieces.pieces.all() };
  const replaced = earlier?.read.slice(from, from + old.length) ?? [];
  const near = earlier ? finder.among(replaced.flatMap(({ said }) => said)) : finder;
  const read: ReadPiece[] = [];
  let at = pieces.leading;
  let words = placeInSource(scalar, at);
  for (const [index, piece] of pieces.pieces.all().entries()) {
    const next = at + piece.text.length;
    const nextWords = next < text.length ? placeInSource(scalar, next) : scalar.span.end;
    // With the indentation of its first line, the source tells what is the text of each.
    const start = source.lastIndexOf('\n', words - 1) + 1;
    const lines = source.slice(start, nextWords);
    const before = index < from ? index : index < from + made.length ? undefined : index - made.length + old.length;
    const known = before === undefined ? undefined : earlier?.read[before];
    read.push(
      known?.source === lines ? moved(known, start) : readPiece(piece, { at, scalar, source }, lines, start, near),
    );
    at = next;
    words = nextWords;
  }
  return { text, pieces, read };
}

interface Place {
  /** Offset in the text of the scalar. */
  readonly at: number;
  readonly scalar: YamlScalar;
  readonly source: string;
}

function readPiece(
  piece: Piece,
  { at, scalar, source }: Place,
  lines: string,
  start: number,
  finder: MentionFinder,
): ReadPiece {
  const { passages, placeholders, hasProse } = proseInSource(piece.prose, at, scalar, source);
  return { source: ownCopy(lines), start, said: finder.lookInto(passages), placeholders, hasProse };
}

function moved(piece: ReadPiece, start: number): ReadPiece {
  const by = start - piece.start;
  const { said, placeholders } = piece;
  return by === 0 ? piece : { ...piece, start, said: shiftPassages(said, by), placeholders: movedBy(placeholders, by) };
}

function placeInSource(scalar: YamlScalar, at: number): number {
  return sourceSpanOf(scalar, at, at).start;
}

/** The stretch in which two texts differ. */
function changeBetween(before: string, now: string): TextChange {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  // Engines compare stretches many times faster than characters one by one.
  while (before.slice(start, start + STRETCH) === now.slice(start, start + STRETCH) && start < shorter) {
    start += STRETCH;
  }
  start = Math.min(start, shorter);
  while (start < shorter && before.charCodeAt(start) === now.charCodeAt(start)) {
    start++;
  }
  const isSame = (count: number): boolean =>
    before.slice(before.length - count, before.length - count + STRETCH) ===
    now.slice(now.length - count, now.length - count + STRETCH);
  let same = 0;
  const most = shorter - start;
  while (same + STRETCH <= most && isSame(same + STRETCH)) {
    same += STRETCH;
  }
  while (same < most && before.charCodeAt(before.length - 1 - same) === now.charCodeAt(now.length - 1 - same)) {
    same++;
  }
  return { start, end: before.length - same, newEnd: now.length - same };
}

/** In UTF-16 units. */
const STRETCH = 256;

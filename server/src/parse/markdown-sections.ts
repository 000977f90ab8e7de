import type { ActionReference } from '../model/report';
import type { Span } from '../model/span';
import { readActionReferences, withoutDoubles } from './action-reference';
import type { InlineText } from './markdown-masking';
import type { Piece, PieceTitle } from './markdown-pieces';
import { findPastedTitles, type PastedBlock } from './pasted-titles';
import type { PreparedContext } from './prepared-context';
import { isPastedFootnote, titleWords } from './prose';

/** A stretch of a Markdown text that becomes a section: the pieces from `from` to `to`, exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** What opens it; undefined for what stands before the first title. Its block is that of the first piece. */
  readonly opening: PieceTitle | undefined;
}

/**
 * Cuts a Markdown text at the headings that count (DESIGN, section 3): all but those inside an entry, which goes on to
 * the next heading of the same or a higher level. A heading whose subheadings name actions is a group and no entry. Until
 * the first heading, titles as text pasted from Word has them count too. The actions of an opening are empty where it
 * names none, or is a group.
 *
 * @returns stretches in order, without gaps; none for a text without pieces
 */
export function splitIntoStretches(pieces: readonly Piece[], context: PreparedContext): readonly Stretch[] {
  if (pieces.length === 0) {
    return [];
  }
  const opening = titlesThatCount(titlesOf(pieces, context));
  const head: readonly Stretch[] =
    opening[0]?.index === 0 ? [] : [{ from: 0, to: opening[0]?.index ?? pieces.length, opening: undefined }];
  const titled = opening.map(
    (title, at): Stretch => ({
      from: title.index,
      to: opening[at + 1]?.index ?? pieces.length,
      opening: title.opening,
    }),
  );
  return [...head, ...titled];
}

interface Title {
  /** Of its piece. */
  readonly index: number;
  /** 1 to 6; pasted titles are below all headings, so that each heading ends what they open. */
  readonly rank: number;
  readonly opening: PieceTitle;
}

const RANK_OF_PASTED = 7;

function titlesOf(pieces: readonly Piece[], context: PreparedContext): readonly Title[] {
  const titles: Title[] = [];
  let pasted: ReadonlySet<number> | undefined;
  for (const [index, piece] of pieces.entries()) {
    const isHeading = piece.level > 0;
    pasted ??=
      isHeading || index === pieces.length - 1 ? pastedTitles(pieces, isHeading ? index : pieces.length) : pasted;
    if (isHeading) {
      titles.push({ index, rank: piece.level, opening: titleOf(piece, context) });
    }
  }
  for (const index of pasted ?? []) {
    const piece = pieces[index];
    if (piece) {
      titles.push({ index, rank: RANK_OF_PASTED, opening: titleOf(piece, context) });
    }
  }
  return pasted && pasted.size > 0 ? titles.sort((a, b) => a.index - b.index) : titles;
}

function titleOf(piece: Piece, context: PreparedContext): PieceTitle {
  return piece.title(context, () => {
    const [block] = piece.blocks;
    const words = block?.kind === 'heading' || block?.kind === 'paragraph' ? block.words : undefined;
    const kind = piece.level > 0 ? 'heading' : 'pasted';
    const title = words ? titleWords(words) : { text: '', span: { start: 0, end: 0 } };
    return {
      heading: { kind, level: piece.level || 1, ...title },
      actions: words ? actionsOf(words, piece.text, context) : [],
    };
  });
}

/** The indexes of pieces before the first heading that are titles as text pasted from Word has them. */
function pastedTitles(pieces: readonly Piece[], firstHeading: number): ReadonlySet<number> {
  const blocks = pieces.slice(0, firstHeading).map(({ name, blocks: [block] }): PastedBlock => {
    if (name !== 'Paragraph' || block?.kind !== 'paragraph') {
      return { kind: name === 'Footnote' ? 'footnote' : name.endsWith('List') ? 'list' : 'other', text: '' };
    }
    const { text } = block.words;
    return { kind: isPastedFootnote(text) ? 'footnote' : 'paragraph', text };
  });
  return new Set(findPastedTitles(blocks).flatMap((isTitle, index) => (isTitle ? [index] : [])));
}

/** The actions that a title names, in words or in comments. */
function actionsOf(words: InlineText, source: string, context: PreparedContext): readonly ActionReference[] {
  const named = readActionReferences(words.text, words.span.start, context);
  const commented = words.comments.flatMap((comment) => actionsInComment(comment, source, context));
  return withoutDoubles([...named, ...commented]);
}

/** A comment names actions where it says nothing else: "Action 5", "Actions 4 and 7", an official title. */
function actionsInComment(comment: Span, source: string, context: PreparedContext): ActionReference[] {
  const text = source.slice(comment.start + OPENING_MARK, comment.end - CLOSING_MARK);
  const start = comment.start + OPENING_MARK;
  const found = readActionReferences(text, start, context);
  const [first] = found;
  const last = found[found.length - 1];
  if (!first || !last) {
    return [];
  }
  const before = text.slice(0, first.span.start - start);
  const behind = text.slice((last.title?.span.end ?? last.span.end) - start);
  return /^\s*\S{0,40}\s*$/.test(before) && /^[\s.)]*$/.test(behind)
    ? found.map((reference) => ({ ...reference, by: 'comment' as const }))
    : [];
}

const OPENING_MARK = '<!--'.length;
const CLOSING_MARK = '-->'.length;

/** Titles inside an entry open nothing; a title with others below it that name actions names none itself. */
function titlesThatCount(titles: readonly Title[]): readonly Title[] {
  const groups = groupsAmong(titles);
  const counting: Title[] = [];
  let entryRank: number | undefined;
  for (const title of titles) {
    if (entryRank !== undefined && title.rank > entryRank && title.rank !== RANK_OF_PASTED) {
      continue;
    }
    const isGroup = groups.has(title);
    counting.push(isGroup ? { ...title, opening: { ...title.opening, actions: [] } } : title);
    entryRank = title.opening.actions.length > 0 && !isGroup ? title.rank : undefined;
  }
  return counting;
}

function groupsAmong(titles: readonly Title[]): ReadonlySet<Title> {
  const groups = new Set<Title>();
  const open: Title[] = [];
  for (const title of titles) {
    while (open.length > 0 && (open[open.length - 1]?.rank ?? 0) >= title.rank) {
      open.pop();
    }
    if (title.opening.actions.length > 0) {
      // Those further out are groups already where an inner one is.
      for (let index = open.length - 1; index >= 0; index--) {
        const outer = open[index];
        if (outer && groups.has(outer)) {
          break;
        }
        if (outer) {
          groups.add(outer);
        }
      }
    }
    open.push(title);
  }
  return groups;
}

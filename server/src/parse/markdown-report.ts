import type { IsoDay } from '../model/date';
import { MeasuredList } from '../model/measured-list';
import type { Mentions, Passage, Report, ReportHeader, SectionReading, SuppressionDirective } from '../model/report';
import { reportWith, SECTION_DISTANCE, SectionList } from '../model/section-list';
import { overlaps, type Span, shiftSpan } from '../model/span';
import type { TextChange } from '../model/text-change';
import { bodyStartOf, frontMatterOf } from './front-matter';
import { type HeaderReading, readFrontMatter } from './header';
import { type Block, shiftBlock } from './markdown-blocks';
import { readMarkdownFields } from './markdown-fields';
import {
  changePieces,
  cutIntoPieces,
  type Piece,
  type Pieces,
  type PieceTitle,
  type ReplacedPieces,
} from './markdown-pieces';
import { splitIntoStretches } from './markdown-sections';
import { readTableRows } from './markdown-tables';
import { joinMentions, shiftMentions } from './mentions';
import type { PreparedContext } from './prepared-context';
import { type ClaimedText, proseOf } from './prose';
import { directivesIn, readDirectives, shiftDirective, suppressionsOf } from './suppressions';
import { hashComments } from './yaml-comments';

/** A Markdown report as it was read, with all that the next reading may use again. */
export interface MarkdownReading {
  readonly format: 'markdown';
  readonly report: Report;
  readonly context: PreparedContext;
  readonly reference: IsoDay;
  readonly front: FrontReading;
  readonly body: Pieces;
  /** What each section was made of, in their order. */
  readonly stretches: MeasuredList<ReadStretch>;
  /** False where no section has any. */
  readonly mayHaveDirectives: boolean;
}

/** What stands before the body. */
interface FrontReading extends HeaderReading {
  /** Offset of the body into the file. */
  readonly bodyStart: number;
  readonly directives: readonly SuppressionDirective[];
}

/** A section with the pieces that it was made of. */
interface ReadStretch {
  readonly opening: PieceTitle | undefined;
  readonly pieces: readonly Piece[];
  readonly reading: SectionReading;
}

/**
 * Reads a Markdown report (DESIGN, section 3). Never throws; any text is a report, if perhaps an empty one. What a section
 * says depends on its own text, its title and the context alone.
 *
 * @param text the whole file, decoded
 * @param earlier a reading of the text that `change` was made to; what the change did not concern is used again
 */
export function readMarkdownReport(
  uri: string,
  text: string,
  context: PreparedContext,
  earlier?: MarkdownReading,
  change?: TextChange,
): MarkdownReading {
  const bodyStart = bodyStartOf(text);
  const isSameFront = earlier && change && change.start >= bodyStart && earlier.front.bodyStart === bodyStart;
  const front = isSameFront ? earlier.front : readFront(text, bodyStart);
  const body = earlier && change ? bodyAfter(earlier, text, bodyStart, change) : cutIntoPieces(text.slice(bodyStart));
  const reference = referenceDay(front.header, context.today);
  const comparable = earlier?.context === context && earlier.reference === reference ? earlier : undefined;
  const read = (opening: PieceTitle | undefined, pieces: readonly Piece[]): ReadStretch => ({
    opening,
    pieces,
    reading: readStretch(opening, pieces, context, reference),
  });
  const stretches =
    (comparable && body.replaced && stretchesAfter(comparable.stretches, body, body.replaced, read)) ??
    allStretches(body.pieces.all(), context, comparable?.stretches, read);
  const sections = new SectionList(stretches, bodyStart + body.leading);
  const mayHaveDirectives = haveDirectives(sections, comparable);
  const { header, problems } = front;
  const directives = mayHaveDirectives ? directivesIn(sections.all) : [];
  const suppressions = suppressionsOf([...front.directives, ...directives], text);
  const report = reportWith({ uri, format: 'markdown', text, header, problems, suppressions }, sections);
  return { format: 'markdown', report, context, reference, front, body, stretches, mayHaveDirectives };
}

/** The day that "this month" counts from: the report's date, else its as-of date, else today. */
export function referenceDay(header: ReportHeader, today: IsoDay): IsoDay {
  const date = header.date?.value ?? header.asOf?.value;
  return date?.latest ?? date?.earliest ?? today;
}

/** The pieces of the body after a change that may concern the front matter, the body, or both. */
function bodyAfter(
  { front: { bodyStart }, body }: MarkdownReading,
  text: string,
  newStart: number,
  change: TextChange,
): Pieces {
  const delta = change.newEnd - change.end;
  if (change.start >= bodyStart && newStart === bodyStart) {
    const inBody = { start: change.start - bodyStart, end: change.end - bodyStart, newEnd: change.newEnd - bodyStart };
    return changePieces(body, text.slice(bodyStart), inBody);
  }
  if (change.end <= bodyStart && newStart === bodyStart + delta) {
    return { ...body, replaced: { from: 0, old: [], made: [] } };
  }
  return cutIntoPieces(text.slice(newStart), new Map(body.pieces.all().map((piece) => [piece.text, piece])));
}

type ReadPieces = (opening: PieceTitle | undefined, pieces: readonly Piece[]) => ReadStretch;

/**
 * The stretches after a change that took no title away and brought none, behind a heading: all but one are the same.
 * Undefined where the change may be of another kind.
 */
function stretchesAfter(
  stretches: MeasuredList<ReadStretch>,
  { pieces: allPieces }: Pieces,
  { from, old, made }: ReplacedPieces,
  read: ReadPieces,
): MeasuredList<ReadStretch> | undefined {
  if (old.length === 0 && made.length === 0) {
    return stretches;
  }
  // That of the piece before, since a title is the first piece of its own; the pieces before are the same as they were.
  const offset = allPieces.startOf(from);
  const index = stretches.endedBy(offset - 1);
  const stretch = stretches.at(index);
  const isTitle = (piece: Piece) => piece.level > 0;
  // Before the first heading a line of words can be a title, or cease to be one.
  if (stretch?.opening?.heading.kind !== 'heading' || from === 0 || old.some(isTitle) || made.some(isTitle)) {
    return undefined;
  }
  const at = piecesBefore(stretch, offset - stretches.startOf(index));
  if (
    stretch.pieces[at - 1] !== allPieces.at(from - 1) ||
    old.some((piece, more) => stretch.pieces[at + more] !== piece)
  ) {
    return undefined;
  }
  const pieces = [...stretch.pieces.slice(0, at), ...made, ...stretch.pieces.slice(at + old.length)];
  return stretches.replaced(index, index + 1, [read(stretch.opening, pieces)]);
}

/** How many pieces of a stretch end at an offset into it, or before. */
function piecesBefore({ pieces }: ReadStretch, offset: number): number {
  let count = 0;
  let end = pieces[0]?.text.length ?? 0;
  while (count < pieces.length && end <= offset) {
    count++;
    end += pieces[count]?.text.length ?? 0;
  }
  return count;
}

/** The stretches of pieces; those that are as they were are the same objects. */
function allStretches(
  pieces: readonly Piece[],
  context: PreparedContext,
  before: MeasuredList<ReadStretch> | undefined,
  read: ReadPieces,
): MeasuredList<ReadStretch> {
  const known = new Map(before?.all().map((stretch) => [stretch.pieces[0], stretch]));
  const stretches = splitIntoStretches(pieces, context).map(({ from, to, opening }) => {
    const own = pieces.slice(from, to);
    const same = known.get(own[0]);
    return same && isSameStretch(same, opening, own) ? same : read(opening, own);
  });
  return before ? before.becoming(stretches) : MeasuredList.of(stretches, SECTION_DISTANCE);
}

function isSameStretch(stretch: ReadStretch, opening: PieceTitle | undefined, pieces: readonly Piece[]): boolean {
  return (
    stretch.opening?.heading === opening?.heading &&
    // A heading that became a group, or is none any more, names other actions.
    stretch.opening?.actions.length === opening?.actions.length &&
    stretch.pieces.length === pieces.length &&
    stretch.pieces.every((piece, index) => piece === pieces[index])
  );
}

/** Whether a section may have comments that turn findings off; those that did not change are not looked at. */
function haveDirectives(sections: SectionList, earlier: MarkdownReading | undefined): boolean {
  const { start, end } = earlier ? sections.sameEnds(earlier.report.sectionList) : { start: 0, end: 0 };
  const changed = sections.readings(start, sections.size - end);
  return earlier?.mayHaveDirectives === true || changed.some(({ directives }) => directives.length > 0);
}

function readFront(text: string, bodyStart: number): FrontReading {
  const inside = frontMatterOf(text)?.inside;
  return {
    ...readFrontMatter(text),
    bodyStart,
    directives: inside ? readDirectives(hashComments(text, inside), text) : [],
  };
}

function readStretch(
  opening: PieceTitle | undefined,
  pieces: readonly Piece[],
  context: PreparedContext,
  reference: IsoDay,
): SectionReading {
  const { inside, ...said } = collect(pieces, opening !== undefined, context, reference);
  const actions = opening?.actions ?? [];
  const { fields, claimed } = readMarkdownFields(inside, { actions, context, reference });
  const rows = readTableRows(inside, { context, reference });
  const named = [...actions, ...rows.flatMap((row) => row.actions)].map((action) => action.span);
  return {
    ...said,
    heading: opening?.heading,
    actions,
    fields,
    hasProse: hasProse(opening ? pieces.slice(1) : pieces, inside, claimed),
    mentions: withoutActionsAt(named, said.mentions),
    rows,
    problems: [],
  };
}

/** What pieces say together, with spans relative to the start of the first, which may be a title. */
function collect(pieces: readonly Piece[], isTitled: boolean, context: PreparedContext, reference: IsoDay) {
  const inside: Block[] = [];
  const passages: Passage[] = [];
  const placeholders: Span[] = [];
  const directives: SuppressionDirective[] = [];
  const mentions: Mentions[] = [];
  let length = 0;
  for (const piece of pieces) {
    if (length > 0 || !isTitled) {
      for (const block of piece.blocks) {
        inside.push(shiftBlock(block, length));
      }
      for (const passage of piece.prose.passages) {
        passages.push({ ...passage, span: shiftSpan(passage.span, length) });
      }
    }
    for (const placeholder of piece.prose.placeholders) {
      placeholders.push(shiftSpan(placeholder, length));
    }
    for (const directive of piece.directives) {
      directives.push(shiftDirective(directive, length));
    }
    mentions.push(shiftMentions(piece.mentions(context, reference), length));
    length += piece.text.length;
  }
  return { inside, passages, placeholders, directives, mentions: joinMentions(mentions), length };
}

/** Whether there is prose in pieces besides the words that are fields; `blocks` are those of the pieces. */
function hasProse(pieces: readonly Piece[], blocks: readonly Block[], claimed: ClaimedText): boolean {
  return claimed.size === 0 ? pieces.some((piece) => piece.prose.hasProse) : proseOf(blocks, claimed).hasProse;
}

/** An action that a title or a row reports on is not mentioned there as well. */
function withoutActionsAt(places: readonly Span[], mentions: Mentions): Mentions {
  if (places.length === 0) {
    return mentions;
  }
  const isNamed = (span: Span): boolean => places.some((place) => overlaps(place, span));
  return { ...mentions, actions: mentions.actions.filter((mention) => !isNamed(mention.span)) };
}

import type { IsoDay } from '../model/date';
import type {
  Mentions,
  Passage,
  Report,
  ReportHeader,
  Section,
  SectionReading,
  SuppressionDirective,
} from '../model/report';
import { placeSection } from '../model/section';
import { overlaps, type Span, shiftSpan } from '../model/span';
import type { TextChange } from '../model/text-change';
import { bodyStartOf, frontMatterOf } from './front-matter';
import { type HeaderReading, readFrontMatter } from './header';
import { type Block, shiftBlock } from './markdown-blocks';
import { readMarkdownFields } from './markdown-fields';
import { changePieces, cutIntoPieces, type Piece, type Pieces } from './markdown-pieces';
import { type Stretch, splitIntoStretches } from './markdown-sections';
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
  readonly header: HeaderReading;
  readonly bodyStart: number;
  readonly body: Pieces;
  /** What each section was made of, in their order. */
  readonly stretches: readonly PiecedSection[];
}

/** A section and the pieces that it was made of. */
interface PiecedSection {
  readonly stretch: Stretch;
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
  const hasSameHeader = earlier && change && change.start >= bodyStart && earlier.bodyStart === bodyStart;
  const header = hasSameHeader ? earlier.header : readFrontMatter(text);
  const body = earlier && change ? bodyAfter(earlier, text, bodyStart, change) : cutIntoPieces(text.slice(bodyStart));
  const reference = referenceDay(header.header, context.today);
  const isSameContext = earlier?.context === context && earlier.reference === reference;
  const known = isSameContext ? new Map(earlier.stretches.map((one) => [one.pieces[0], one])) : NOTHING_KNOWN;
  const stretches = splitIntoStretches(body.pieces, context).map((stretch): PiecedSection => {
    const pieces = body.pieces.slice(stretch.from, stretch.to);
    const same = known.get(pieces[0]);
    return same && isSameStretch(same, stretch, pieces)
      ? same
      : { stretch, pieces, reading: readStretch(stretch, pieces, context, reference) };
  });
  let start = bodyStart + body.leading;
  const sections = stretches.map(({ reading }): Section => {
    const section = placeSection(reading, start);
    start += reading.length;
    return section;
  });
  const frontMatter = frontMatterOf(text);
  const inFrontMatter = frontMatter ? readDirectives(hashComments(text, frontMatter.inside), text) : [];
  const suppressions = suppressionsOf([...inFrontMatter, ...directivesIn(sections)], text);
  const { problems } = header;
  return {
    format: 'markdown',
    report: { uri, format: 'markdown', text, header: header.header, sections, problems, suppressions },
    context,
    reference,
    header,
    bodyStart,
    body,
    stretches,
  };
}

const NOTHING_KNOWN: ReadonlyMap<Piece | undefined, PiecedSection> = new Map();

/** The day that "this month" counts from: the report's date, else its as-of date, else today. */
export function referenceDay(header: ReportHeader, today: IsoDay): IsoDay {
  const date = header.date?.value ?? header.asOf?.value;
  return date?.latest ?? date?.earliest ?? today;
}

/** The pieces of the body after a change that may concern the front matter, the body, or both. */
function bodyAfter({ bodyStart, body }: MarkdownReading, text: string, newStart: number, change: TextChange): Pieces {
  const delta = change.newEnd - change.end;
  if (change.start >= bodyStart && newStart === bodyStart) {
    const inBody = { start: change.start - bodyStart, end: change.end - bodyStart, newEnd: change.newEnd - bodyStart };
    return changePieces(body, text.slice(bodyStart), inBody);
  }
  if (change.end <= bodyStart && newStart === bodyStart + delta) {
    return body;
  }
  return cutIntoPieces(text.slice(newStart), new Map(body.pieces.map((piece) => [piece.text, piece])));
}

function isSameStretch({ stretch, pieces }: PiecedSection, other: Stretch, others: readonly Piece[]): boolean {
  return (
    stretch.opening?.heading === other.opening?.heading &&
    // A heading that became a group, or is none any more, names other actions.
    stretch.opening?.actions.length === other.opening?.actions.length &&
    pieces.length === others.length &&
    pieces.every((piece, index) => piece === others[index])
  );
}

function readStretch(
  { opening }: Stretch,
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

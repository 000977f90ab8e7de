import type { Tree } from '@lezer/common';
import type { ReadingContext } from '../model/context';
import type { IsoDay } from '../model/date';
import type { Heading, Mentions, Passage, Report, ReportHeader, SectionReading } from '../model/report';
import { placeSection } from '../model/section';
import { overlaps, type Span } from '../model/span';
import type { TextChange } from '../model/text-change';
import { bodyStartOf, frontMatterOf } from './front-matter';
import { readFrontMatter } from './header';
import { readBlocks } from './markdown-blocks';
import { readMarkdownFields } from './markdown-fields';
import { parseMarkdownTree, unifyLineEnds } from './markdown-grammar';
import { type Stretch, splitIntoStretches } from './markdown-sections';
import { readTableRows } from './markdown-tables';
import { findMentions } from './mentions';
import type { PreparedContext } from './prepared-context';
import { type Prose, proseOf } from './prose';
import { directivesIn, readDirectives, suppressionsOf } from './suppressions';
import { hashComments } from './yaml-comments';

/** A Markdown report as it was read. */
export interface MarkdownReading {
  readonly format: 'markdown';
  readonly report: Report;
}

/**
 * Reads a Markdown report (DESIGN, section 3). Never throws; any text is a report, if perhaps an empty one. What a section
 * says depends on its own text, its title and the context alone.
 *
 * @param text the whole file, decoded
 */
export function readMarkdownReport(
  uri: string,
  text: string,
  context: PreparedContext,
  _earlier?: MarkdownReading,
  _change?: TextChange,
): MarkdownReading {
  const { header, problems } = readFrontMatter(text);
  const frontMatter = frontMatterOf(text);
  const bodyStart = bodyStartOf(text);
  const body = unifyLineEnds(text.slice(bodyStart));
  const tree = parseMarkdownTree(body);
  const reference = referenceDay(header, context.today);
  const sections = splitIntoStretches(tree, body, context).map((stretch) =>
    placeSection(readStretch(stretch, tree, body, context, reference), bodyStart + stretch.from),
  );
  const inFrontMatter = frontMatter ? readDirectives(hashComments(text, frontMatter.inside), text) : [];
  const suppressions = suppressionsOf([...inFrontMatter, ...directivesIn(sections)], text);
  return { format: 'markdown', report: { uri, format: 'markdown', text, header, sections, problems, suppressions } };
}

/** The day that "this month" counts from: the report's date, else its as-of date, else today. */
export function referenceDay(header: ReportHeader, today: IsoDay): IsoDay {
  const date = header.date?.value ?? header.asOf?.value;
  return date?.latest ?? date?.earliest ?? today;
}

function readStretch(
  { from, to, opening }: Stretch,
  tree: Tree,
  body: string,
  context: ReadingContext,
  reference: IsoDay,
): SectionReading {
  const blocks = readBlocks(tree, body, from, to);
  const inside = opening ? blocks.slice(1) : blocks;
  const actions = opening?.actions ?? [];
  const { fields, claimed } = readMarkdownFields(inside, { actions, context, reference });
  const rows = readTableRows(inside, { context, reference });
  const title = proseOf(opening ? blocks.slice(0, 1) : []);
  const prose = proseOf(inside, claimed);
  const named = [...actions, ...rows.flatMap((row) => row.actions)].map((action) => action.span);
  return {
    length: to - from,
    heading: opening?.heading,
    actions,
    fields,
    hasProse: prose.hasProse,
    passages: prose.passages,
    mentions: withoutActionsAt(named, mentionsOf(opening?.heading, title, prose.passages, context, reference)),
    rows,
    placeholders: [...title.placeholders, ...prose.placeholders],
    problems: [],
    directives: readDirectives([...title.comments, ...prose.comments], body.slice(from, to)),
  };
}

/** What the title and the passages mention. */
function mentionsOf(
  heading: Heading | undefined,
  title: Prose,
  passages: readonly Passage[],
  context: ReadingContext,
  reference: IsoDay,
): Mentions {
  return findMentions([...(heading ? title.passages : []), ...passages], context, reference);
}

/** An action that a title or a row reports on is not mentioned there as well. */
function withoutActionsAt(places: readonly Span[], mentions: Mentions): Mentions {
  if (places.length === 0) {
    return mentions;
  }
  const isNamed = (span: Span): boolean => places.some((place) => overlaps(place, span));
  return { ...mentions, actions: mentions.actions.filter((mention) => !isNamed(mention.span)) };
}

import type { Tree } from '@lezer/common';
import type { ReadingContext } from '../model/context';
import type { IsoDay } from '../model/date';
import type { Heading, Mentions, Passage, Report, ReportHeader, Section } from '../model/report';
import { overlaps, type Span, shiftSpan } from '../model/span';
import { bodyStartOf } from './front-matter';
import { readFrontMatter } from './header';
import { readBlocks } from './markdown-blocks';
import { readMarkdownFields } from './markdown-fields';
import { parseMarkdownTree, unifyLineEnds } from './markdown-grammar';
import { type Stretch, splitIntoStretches } from './markdown-sections';
import { readTableRows } from './markdown-tables';
import { findMentions } from './mentions';
import { prepareContext } from './prepared-context';
import { type Prose, proseOf } from './prose';
import { findSuppressions } from './suppressions';

/**
 * Reads a Markdown report (DESIGN, section 3). Never throws; any text is a report, if perhaps an empty one. What a section
 * says depends on its own text, its title and the context alone.
 *
 * @param text the whole file, decoded
 */
export function parseMarkdownReport(uri: string, text: string, context: ReadingContext): Report {
  const { header, problems } = readFrontMatter(text);
  const bodyStart = bodyStartOf(text);
  const body = unifyLineEnds(text.slice(bodyStart));
  const tree = parseMarkdownTree(body);
  const prepared = prepareContext(context);
  const reference = referenceDay(header, context.today);
  const readings = splitIntoStretches(tree, body, prepared).map((stretch) =>
    readStretch(stretch, tree, body, bodyStart, prepared, reference),
  );
  const comments = readings.flatMap(({ section, comments: own }) => own.map((span) => shiftSpan(span, section.start)));
  return {
    uri,
    format: 'markdown',
    text,
    header,
    sections: readings.map(({ section }) => section),
    problems,
    suppressions: findSuppressions(text, 'markdown', comments),
  };
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
  bodyStart: number,
  context: ReadingContext,
  reference: IsoDay,
): { readonly section: Section; readonly comments: readonly Span[] } {
  const blocks = readBlocks(tree, body, from, to);
  const inside = opening ? blocks.slice(1) : blocks;
  const actions = opening?.actions ?? [];
  const { fields, claimed } = readMarkdownFields(inside, { actions, context, reference });
  const rows = readTableRows(inside, { context, reference });
  const title = proseOf(opening ? blocks.slice(0, 1) : []);
  const prose = proseOf(inside, claimed);
  const named = [...actions, ...rows.flatMap((row) => row.actions)].map((action) => action.span);
  const section: Section = {
    start: bodyStart + from,
    end: bodyStart + to,
    ...(opening ? { heading: opening.heading } : {}),
    actions,
    fields,
    hasProse: prose.hasProse,
    passages: prose.passages,
    mentions: withoutActionsAt(named, mentionsOf(opening?.heading, title, prose.passages, context, reference)),
    rows,
    placeholders: [...title.placeholders, ...prose.placeholders],
  };
  return { section, comments: [...title.comments, ...prose.comments] };
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

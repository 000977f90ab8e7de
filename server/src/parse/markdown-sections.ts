import type { Tree } from '@lezer/common';
import type { ReadingContext } from '../model/context';
import { keyOf } from '../model/entry';
import type { ActionReference, Heading } from '../model/report';
import type { Span } from '../model/span';
import { readActionReferences } from './action-reference';
import { type HeadingBlock, type Outline, outlineOf, type ParagraphBlock, readBlocks } from './markdown-blocks';
import { findPastedTitles, type PastedBlock } from './pasted-titles';
import { isPastedFootnote, titleWords } from './prose';

/** A stretch of a Markdown text that becomes a section. Offsets count from the tree's text, `to` is exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  /** What opens it; undefined for what stands before the first title. Its block is the first one of the stretch. */
  readonly opening: Opening | undefined;
}

/** The title of a stretch. Spans are relative to the stretch's `from`. */
export interface Opening {
  readonly heading: Heading;
  /** The actions that the stretch reports on; empty where it names none, or is a group of stretches that do. */
  readonly actions: readonly ActionReference[];
}

/**
 * Cuts a Markdown text at the headings that count (DESIGN, section 3): all but those inside an entry, which goes on to
 * the next heading of the same or a higher level. A heading whose subheadings name actions is a group and no entry. Until
 * the first heading, titles as text pasted from Word has them count too.
 *
 * @param source the text of the tree, with LF as its only line end
 * @returns stretches in order, without gaps, from the first line that is not blank to the end; none for a blank text
 */
export function splitIntoStretches(tree: Tree, source: string, context: ReadingContext): readonly Stretch[] {
  const outline = outlineOf(tree);
  const titles = titlesOf(outline, tree, source, context);
  const opening = titlesThatCount(titles);
  // White space as Markdown has it: a no-break space is a character of a paragraph.
  const firstWord = source.search(/[^ \t\n]/);
  if (firstWord < 0) {
    return [];
  }
  const start = source.lastIndexOf('\n', firstWord) + 1;
  const starts = opening.map((title) => title.from);
  const head = opening[0] && source.slice(start, opening[0].from).trim() === '' ? [] : [undefined];
  return [...head, ...opening].map((title, index, all): Stretch => {
    const next = starts[index + 1 - head.length] ?? source.length;
    return {
      from: title ? title.from : start,
      to: index === all.length - 1 ? source.length : next,
      opening: title?.opening,
    };
  });
}

interface Title {
  readonly from: number;
  /** 1 to 6; pasted titles are below all headings, so that each heading ends what they open. */
  readonly rank: number;
  readonly opening: Opening;
}

const RANK_OF_PASTED = 7;

function titlesOf(outline: readonly Outline[], tree: Tree, source: string, context: ReadingContext): readonly Title[] {
  const firstHeading = outline.findIndex((block) => block.level > 0);
  const pasted = pastedTitles(firstHeading < 0 ? outline : outline.slice(0, firstHeading), tree, source);
  return outline.flatMap((block, index): Title[] => {
    if (block.level === 0 && !pasted.has(index)) {
      return [];
    }
    // A heading may be indented; its stretch starts with its line all the same.
    const from = source.lastIndexOf('\n', block.from - 1) + 1;
    const [first] = readBlocks(tree, source, from, block.to);
    if (first?.kind !== 'heading' && first?.kind !== 'paragraph') {
      return [];
    }
    const level = block.level || 1;
    const kind = block.level > 0 ? 'heading' : 'pasted';
    const actions = actionsOf(first, source, from, context);
    const heading: Heading = { kind, level, ...titleWords(first.words) };
    return [{ from, rank: block.level || RANK_OF_PASTED, opening: { heading, actions } }];
  });
}

function pastedTitles(outline: readonly Outline[], tree: Tree, source: string): ReadonlySet<number> {
  const blocks = outline.map((block): PastedBlock => {
    const first = block.name === 'paragraph' ? readBlocks(tree, source, block.from, block.to)[0] : undefined;
    if (first?.kind !== 'paragraph') {
      return { kind: block.name === 'Footnote' ? 'footnote' : 'other', text: '' };
    }
    const { text } = first.words;
    return { kind: isPastedFootnote(text) ? 'footnote' : 'paragraph', text };
  });
  return new Set(findPastedTitles(blocks).flatMap((isTitle, index) => (isTitle ? [index] : [])));
}

/** The actions that a title names, in words or in comments. Spans are relative to `from`. */
function actionsOf(
  { words }: HeadingBlock | ParagraphBlock,
  source: string,
  from: number,
  context: ReadingContext,
): readonly ActionReference[] {
  const named = readActionReferences(words.text, words.span.start, context);
  const commented = words.comments.flatMap((comment) => actionsInComment(comment, source, from, context));
  const all = [...named, ...commented];
  const keys = all.map(keyOf);
  return all.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

/** A comment names actions where it says nothing else: "Action 5", "Actions 4 and 7", an official title. */
function actionsInComment(comment: Span, source: string, from: number, context: ReadingContext): ActionReference[] {
  const text = source.slice(from + comment.start + OPENING_MARK, from + comment.end - CLOSING_MARK);
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

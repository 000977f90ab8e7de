import type { Span } from '../model/span';
import { type Block, type ListBlock, readBlocks } from '../parse/markdown-blocks';
import { parseMarkdownTree, unifyLineEnds } from '../parse/markdown-grammar';
import { trimEnd } from './outline-item';

/** What can be folded: all lines of the span but the first go away. */
export interface Fold {
  readonly span: Span;
  /** `header`: front matter and the keys of a report; `region`: an entry, section or group. */
  readonly kind: 'comment' | 'header' | 'region' | 'list' | 'text';
}

/** What can be folded in the text of a Markdown section, besides the section itself; offsets into the text. */
export function foldMarkdown(text: string): readonly Fold[] {
  const source = unifyLineEnds(text);
  const blocks = readBlocks(parseMarkdownTree(source), source);
  const folds: Fold[] = [];
  foldBlocks(blocks, source, folds);
  return [...subsections(blocks, source), ...folds];
}

/** The headings inside a section with what stands below them. */
function subsections(blocks: readonly Block[], source: string): readonly Fold[] {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' && block.span.start > 0 ? [block] : []));
  return headings.map(({ span: { start }, level }, index) => {
    const next = headings.find((other, at) => at > index && other.level <= level);
    const end = trimEnd(source, start, next?.span.start ?? source.length);
    return { span: { start, end }, kind: 'region' };
  });
}

function foldBlocks(blocks: readonly Block[], source: string, folds: Fold[]): void {
  for (const [index, block] of blocks.entries()) {
    const { span } = block;
    switch (block.kind) {
      case 'heading':
        break;
      case 'paragraph':
        folds.push(...block.words.comments.map((comment): Fold => ({ span: comment, kind: 'comment' })));
        break;
      case 'list':
        foldList(block, blocks[index - 1], source, folds);
        break;
      case 'quote':
      case 'footnote':
        folds.push({ span, kind: 'text' });
        foldBlocks(block.blocks, source, folds);
        break;
      case 'comment':
        folds.push({ span, kind: 'comment' });
        break;
      default:
        folds.push({ span, kind: block.kind === 'table' ? 'list' : 'text' });
    }
  }
}

/** Items of several lines; the whole list below the line that says what it is a list of, or where it is long. */
function foldList({ span, items }: ListBlock, before: Block | undefined, source: string, folds: Fold[]): void {
  if (before?.kind === 'paragraph' && LEAD.test(source.slice(before.span.start, before.span.end))) {
    folds.push({ span: { start: before.span.start, end: span.end }, kind: 'list' });
  } else if (items.length >= LONG_LIST) {
    folds.push({ span, kind: 'list' });
  }
  for (const item of items) {
    folds.push({ span: item.span, kind: 'list' });
    foldBlocks(item.blocks, source, folds);
  }
}

/** "**Next steps**", "What comes next:", in one line. */
const LEAD = /^(?:[^\n]*:|(?:\*\*|__)[^\n]*(?:\*\*|__))\s*$/;

/** A list of fewer items is read as a whole. */
const LONG_LIST = 6;

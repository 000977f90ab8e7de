import { type Span, touches } from '../model/span';
import { type Block, readBlocks } from '../parse/markdown-blocks';
import { parseMarkdownTree, unifyLineEnds } from '../parse/markdown-grammar';
import { trimEnd } from './outline-item';

/** The blocks around an offset in the text of a Markdown section, and what stands below a heading in it. */
export function markdownStretches(text: string, at: number): readonly Span[] {
  const source = unifyLineEnds(text);
  const blocks = readBlocks(parseMarkdownTree(source), source);
  const found: Span[] = [];
  addAround(blocks, at, found);
  return [...found, ...subsections(blocks, source)];
}

function addAround(blocks: readonly Block[], at: number, found: Span[]): void {
  for (const block of blocks) {
    if (!touches(block.span, at)) {
      continue;
    }
    found.push(block.span);
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        found.push(block.words.span);
        break;
      case 'list':
        for (const item of block.items.filter(({ span }) => touches(span, at))) {
          found.push(item.span);
          addAround(item.blocks, at, found);
        }
        break;
      case 'table':
        for (const { span, cells } of [block.header, ...block.rows]) {
          found.push(span, ...cells.flatMap((cell) => (cell ? [cell.span] : [])));
        }
        break;
      case 'quote':
      case 'footnote':
        addAround(block.blocks, at, found);
        break;
      default:
        found.push(...block.comments);
    }
  }
}

function subsections(blocks: readonly Block[], source: string): readonly Span[] {
  const headings = blocks.flatMap((block) => (block.kind === 'heading' && block.span.start > 0 ? [block] : []));
  return headings.map(({ span: { start }, level }, index) => {
    const next = headings.find((other, after) => after > index && other.level <= level);
    return { start, end: trimEnd(source, start, next?.span.start ?? source.length) };
  });
}

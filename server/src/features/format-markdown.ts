import type { SyntaxNode, Tree } from '@lezer/common';
import type { Span } from '../model/span';
import { FIELD_NAMES, fieldLabelled } from '../parse/fields';
import { type Block, type ListBlock, readBlocks } from '../parse/markdown-blocks';
import { parseMarkdownTree } from '../parse/markdown-grammar';
import { labelsIn } from '../parse/markdown-labels';
import type { InlineText } from '../parse/markdown-masking';
import { type EditGroup, type Movable, reordered } from './edit-group';
import { alignTable, type TableLines } from './format-table';

/** Puts the fields below a heading in their order: items of a list, lines of a paragraph, paragraphs, titled lists. */
export function markdownFieldOrder(source: string): readonly EditGroup[] {
  const blocks = readBlocks(parseMarkdownTree(source), source);
  return orderInBlocks(source, blocks);
}

/** Writes the cells of tables below each other. */
export function markdownTables(source: string): readonly EditGroup[] {
  return tablesIn(parseMarkdownTree(source)).map((table) => alignTable(source, tableLines(table, source)));
}

/** The table around an offset, as {@link markdownTables} writes it; undefined where there is none. */
export function markdownTableAt(source: string, offset: number): TableLines | undefined {
  const table = tablesIn(parseMarkdownTree(source)).find(({ from, to }) => from <= offset && offset <= to);
  return table && tableLines(table, source);
}

/** Spaces at line ends, behind labels, and blank lines between blocks. What is code, a comment or HTML stays as it is. */
export function markdownSpacing(source: string): readonly EditGroup[] {
  const tree = parseMarkdownTree(source);
  const kept = keptIn(tree);
  return [...gaps(tree, source), ...lineEnds(source, kept), ...labelSpaces(source, kept)];
}

function orderInBlocks(source: string, blocks: readonly Block[]): readonly EditGroup[] {
  const groups: EditGroup[] = [];
  for (const block of blocks) {
    if (block.kind === 'list') {
      groups.push(reordered(source, itemUnits(source, block)));
      groups.push(...block.items.flatMap((item) => orderInBlocks(source, item.blocks)));
    } else if (block.kind === 'paragraph') {
      groups.push(reordered(source, lineUnits(source, block.words)));
    }
  }
  for (const run of [...runsOf(blocks, paragraphUnit), ...runsOf(blocks, titledUnit)]) {
    groups.push(reordered(source, run));
  }
  return groups;
}

/** The items of a list of fields; none where it is no such list, or its items cannot change places. */
function itemUnits(source: string, { items }: ListBlock): readonly Movable[] {
  const units = items.map(({ span, blocks: [first] }): Movable => {
    const label = first?.kind === 'paragraph' ? labelsIn(first.words)[0] : undefined;
    const end = span.start + source.slice(span.start, span.end).trimEnd().length;
    return { start: span.start, end, rank: label?.lineStart === 0 ? rankOf(label.field.key) : undefined };
  });
  const canMove = items.every(({ blocks }, index) => {
    const last = blocks[blocks.length - 1];
    const unit = units[index];
    // A comment at the end of an item may well be meant for the next one, and a number would no longer count up.
    return last?.kind !== 'comment' && unit !== undefined && /^[-*+]\s/.test(source.slice(unit.start, unit.start + 2));
  });
  return canMove ? units : [];
}

/** The lines of a paragraph each of which is a field. */
function lineUnits(source: string, words: InlineText): readonly Movable[] {
  const labels = labelsIn(words);
  const lines = words.text.split('\n').length;
  if (lines < 2 || labels.length !== lines) {
    return [];
  }
  return labels.map(({ field, lineStart, lineEnd }) => {
    const line = source.slice(words.span.start + lineStart, words.span.start + lineEnd);
    const start = words.span.start + lineStart + line.length - line.trimStart().length;
    // What breaks the line stays at its end.
    const end = words.span.start + lineStart + line.replace(/\s*\\?\s*$/, '').length;
    return { start, end: Math.max(start, end), rank: rankOf(field.key) };
  });
}

/** Stretches of neighbours that can change places. */
function runsOf(
  blocks: readonly Block[],
  unitAt: (blocks: readonly Block[], index: number) => { readonly unit: Movable; readonly blocks: number } | undefined,
): readonly (readonly Movable[])[] {
  const runs: Movable[][] = [];
  let run: Movable[] = [];
  for (let index = 0; index < blocks.length; ) {
    const found = unitAt(blocks, index);
    if (found) {
      run.push(found.unit);
    } else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
    index += found?.blocks ?? 1;
  }
  return run.length > 0 ? [...runs, run] : runs;
}

/** A paragraph that is one field, in one line. */
function paragraphUnit(blocks: readonly Block[], index: number): { unit: Movable; blocks: number } | undefined {
  const block = blocks[index];
  const next = blocks[index + 1];
  if (block?.kind !== 'paragraph' || block.words.text.includes('\n') || next?.kind === 'list') {
    return undefined;
  }
  const [label] = labelsIn(block.words);
  const hasValue = label && block.words.text.slice(label.valueStart).trim() !== '';
  return label && hasValue ? { unit: { ...block.span, rank: rankOf(label.field.key) }, blocks: 1 } : undefined;
}

/** A line such as "**Next steps**" with the list below it. */
function titledUnit(blocks: readonly Block[], index: number): { unit: Movable; blocks: number } | undefined {
  const [title, list] = [blocks[index], blocks[index + 1]];
  if (title?.kind !== 'paragraph' || list?.kind !== 'list' || title.words.text.length > LONGEST_TITLE) {
    return undefined;
  }
  const field = fieldLabelled(title.words.text.trim().replace(/\s*:$/, ''));
  const unit = { start: title.span.start, end: list.span.end, rank: field && rankOf(field.key) };
  return field ? { unit, blocks: 2 } : undefined;
}

const LONGEST_TITLE = 80;

function rankOf(key: string): number | undefined {
  const rank = FIELD_NAMES.findIndex((field) => field.key === key);
  return rank < 0 ? undefined : rank;
}

function tablesIn(tree: Tree): readonly SyntaxNode[] {
  const tables: SyntaxNode[] = [];
  tree.iterate({
    enter: (node) => {
      if (node.name === 'Table') {
        tables.push(node.node);
      }
      return !LEAVES.has(node.name);
    },
  });
  return tables;
}

const LEAVES: ReadonlySet<string> = new Set(['Paragraph', 'Table', 'FencedCode', 'CodeBlock', 'HTMLBlock']);

function tableLines(table: SyntaxNode, source: string): TableLines {
  const lines: Span[] = [];
  let dashes = -1;
  for (let child = table.firstChild; child; child = child.nextSibling) {
    const { from, name } = child;
    const newLine = source.indexOf('\n', from);
    const line = source.slice(from, newLine < 0 ? source.length : newLine);
    if (name === 'TableDelimiter' && dashes < 0) {
      dashes = lines.length;
    }
    lines.push({ start: from, end: from + line.trimEnd().length });
  }
  return { lines, dashes };
}

/** What nobody but its author touches: code, comments, HTML. */
function keptIn(tree: Tree): readonly Span[] {
  const kept: Span[] = [];
  tree.iterate({
    enter: ({ name, from, to }) => {
      if (KEPT.has(name)) {
        kept.push({ start: from, end: to });
      }
    },
  });
  return kept;
}

const KEPT: ReadonlySet<string> = new Set([
  ...['FencedCode', 'CodeBlock', 'HTMLBlock', 'CommentBlock', 'ProcessingInstructionBlock', 'LinkReference'],
  ...['InlineCode', 'Comment', 'HTMLTag', 'ProcessingInstruction', 'HardBreak', 'Link', 'Image'],
]);

/** Blank lines between blocks: one where there are several, and one where other readers of Markdown need it. */
function gaps(tree: Tree, source: string): readonly EditGroup[] {
  const groups: EditGroup[] = [];
  for (let block = tree.topNode.firstChild; block; block = block.nextSibling) {
    const next = block.nextSibling;
    const gap = next ? /^[ \t]*\n((?:[ \t]*\n)*)([ \t]*)$/.exec(source.slice(block.to, next.from)) : null;
    if (next && gap && (gap[1] !== '' ? gap[1] !== '\n' : needsBlankLine(block.name, next.name))) {
      groups.push([{ span: { start: block.to, end: next.from }, newText: `\n\n${gap[2] ?? ''}` }]);
    }
  }
  return groups;
}

function needsBlankLine(above: string, below: string): boolean {
  const both = [above, below];
  return both.every((name) => PARTED.test(name)) && both.some((name) => name !== 'Paragraph');
}

/** Comments are none of these: one stands right above the line that it is about. */
const PARTED = /^(?:Paragraph|Table|BulletList|OrderedList|ATXHeading\d|SetextHeading\d)$/;

function lineEnds(source: string, kept: readonly Span[]): readonly EditGroup[] {
  const isKept = withinAny(kept);
  return [...source.matchAll(/(?<![ \t])[ \t]+(?=\n|$)/g)].flatMap(({ index, 0: spaces }) => {
    const span = { start: index, end: index + spaces.length };
    return isKept(span) ? [] : [[{ span, newText: '' }]];
  });
}

const LABELS = FIELD_NAMES.flatMap(({ labels }) => labels)
  .sort((a, b) => b.length - a.length)
  .map((label) => label.replace(/[ -]/g, '[ \\t‐-―-]+'))
  .join('|');

const LABEL = new RegExp(
  `^([ \\t]*(?:>[ \\t]?)*(?:[-*+][ \\t]+)?(?:(\\*\\*|__)(?:${LABELS})(?::\\2|\\2:)|(?:${LABELS}):))([ \\t]*)(?=\\S)`,
  'gimu',
);

/** One space behind a label's colon. */
function labelSpaces(source: string, kept: readonly Span[]): readonly EditGroup[] {
  const isKept = withinAny(kept.filter(({ start, end }) => source.slice(start, end).includes('\n')));
  return [...source.matchAll(LABEL)].flatMap(({ index, 1: label = '', 3: spaces = '' }) => {
    const start = index + label.length;
    const span = { start, end: start + spaces.length };
    return spaces === ' ' || isKept({ start: index, end: span.end }) ? [] : [[{ span, newText: ' ' }]];
  });
}

/** Whether a stretch touches one of these; asked in the order of the text. */
function withinAny(spans: readonly Span[]): (span: Span) => boolean {
  const inOrder = [...spans].sort((a, b) => a.start - b.start);
  let next = 0;
  let reach = -1;
  return ({ start, end }) => {
    for (let span = inOrder[next]; span && span.start < end; span = inOrder[++next]) {
      reach = Math.max(reach, span.end);
    }
    return start < reach;
  };
}

import type { Span } from '../model/span';
import { hashComments } from '../parse/yaml-comments';
import type { YamlNode } from '../parse/yaml-node';
import type { Fold } from './folding-markdown';

/**
 * What can be folded in a YAML text: values that go on below their key, items of lists, and comments of several lines.
 *
 * @param root what the text says; its spans count from the text's start
 */
export function foldYaml(root: YamlNode | undefined, text: string): readonly Fold[] {
  const folds: Fold[] = [];
  if (root) {
    foldNode(root, folds, 0);
  }
  return [...folds, ...commentBlocks(text)];
}

function foldNode(node: YamlNode, folds: Fold[], depth: number): void {
  if (node.kind === 'scalar' || depth > DEEPEST) {
    return;
  }
  if (node.kind === 'list') {
    for (const item of node.items) {
      folds.push({ span: item.span, kind: 'list' });
      foldNode(item, folds, depth + 1);
    }
    return;
  }
  for (const { key, value } of node.pairs) {
    if (value && value.span.end > key.span.end) {
      folds.push({ span: { start: key.span.start, end: value.span.end }, kind: kindOf(value) });
      foldNode(value, folds, depth + 1);
    }
  }
}

const DEEPEST = 60;

function kindOf(value: YamlNode): Fold['kind'] {
  return value.kind === 'scalar' ? 'text' : 'list';
}

/** Comments in lines of their own that stand below each other. */
function commentBlocks(text: string): readonly Fold[] {
  if (!text.includes('#')) {
    return [];
  }
  const blocks: Span[] = [];
  for (const { span } of hashComments(text, { start: 0, end: text.length })) {
    const last = blocks[blocks.length - 1];
    if (last && /^\s*$/.test(text.slice(last.end, span.start)) && !/\n\s*\n/.test(text.slice(last.end, span.start))) {
      blocks[blocks.length - 1] = { start: last.start, end: span.end };
    } else if (isAloneInLine(text, span.start)) {
      blocks.push(span);
    }
  }
  return blocks.map((span) => ({ span, kind: 'comment' }));
}

function isAloneInLine(text: string, at: number): boolean {
  return /(?:^|[\r\n])[ \t]*$/.test(text.slice(Math.max(0, at - LONGEST_INDENT), at));
}

/** In columns. */
const LONGEST_INDENT = 100;

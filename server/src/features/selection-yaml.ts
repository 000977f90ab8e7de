import { type Span, touches } from '../model/span';
import type { YamlNode, YamlScalar } from '../parse/yaml-node';

/**
 * Values, pairs, items and lists around an offset in a YAML text.
 *
 * @param root what the text says; spans count from the text's start
 */
export function yamlStretches(root: YamlNode | undefined, text: string, at: number): readonly Span[] {
  const found: Span[] = [];
  if (root) {
    addAround(root, text, at, found, 0);
  }
  return found;
}

const DEEPEST = 60;

function addAround(node: YamlNode, text: string, at: number, found: Span[], depth: number): void {
  const span = outerSpan(node, text);
  if (!touches(span, at) || depth > DEEPEST) {
    return;
  }
  found.push(node.span, span);
  if (node.kind === 'list') {
    for (const item of node.items) {
      const outer = outerSpan(item, text);
      const dashed = { start: node.flow ? outer.start : dashBefore(text, outer.start), end: outer.end };
      if (touches(dashed, at)) {
        found.push(dashed);
        addAround(item, text, at, found, depth + 1);
      }
    }
  } else if (node.kind === 'map') {
    for (const { key, value, valueSpan } of node.pairs) {
      const end = value ? outerSpan(value, text).end : valueSpan.end;
      const pair = { start: outerSpan(key, text).start, end: Math.max(end, key.span.end) };
      if (touches(pair, at)) {
        found.push(key.span, pair);
        if (value) {
          addAround(value, text, at, found, depth + 1);
        }
      }
    }
  }
}

/** A node with the quotation marks around it. */
function outerSpan(node: YamlNode, text: string): Span {
  return isQuoted(node, text) ? { start: node.span.start - 1, end: node.span.end + 1 } : node.span;
}

function isQuoted(node: YamlNode, text: string): node is YamlScalar {
  const mark = text.charAt(node.span.start - 1);
  return (
    node.kind === 'scalar' &&
    node.style === 'quoted' &&
    (mark === '"' || mark === "'") &&
    text.charAt(node.span.end) === mark
  );
}

/** The dash before an item, with nothing but spaces between; the item's own start where there is none. */
function dashBefore(text: string, start: number): number {
  let at = start;
  while (at > 0 && text.charAt(at - 1) === ' ') {
    at--;
  }
  return text.charAt(at - 1) === '-' ? at - 1 : start;
}

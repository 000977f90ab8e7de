import type { YamlNode } from '../../server/src/parse/yaml-node';

/** What a node says as plain values: texts, arrays, and objects in which a key without colon has the value undefined. */
export type PlainValue = string | undefined | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** A node without its places. */
export function plainValueOf(node: YamlNode | undefined): PlainValue {
  if (node === undefined || node.kind === 'scalar') {
    return node?.text;
  }
  return node.kind === 'list'
    ? node.items.map(plainValueOf)
    : Object.fromEntries(node.pairs.map((pair) => [pair.key.text, plainValueOf(pair.value)]));
}

/** Every node of a tree, keys included. */
export function allNodesOf(node: YamlNode): readonly YamlNode[] {
  if (node.kind === 'scalar') {
    return [node];
  }
  const children =
    node.kind === 'list' ? node.items : node.pairs.flatMap((pair) => [pair.key, ...(pair.value ? [pair.value] : [])]);
  return [node, ...children.flatMap(allNodesOf)];
}

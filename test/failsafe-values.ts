import { isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments } from 'yaml';

/**
 * All that YAML documents say, every scalar as text as it is written, for comparison: maps are put in the order of their
 * keys. Undefined where the text is no YAML.
 */
export function failsafeValues(text: string): unknown {
  const documents = parseAllDocuments(text.replace(/\r\n?/g, '\n'), { uniqueKeys: false, logLevel: 'silent' });
  if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) {
    return undefined;
  }
  return documents.map(({ contents }) => contentOf(contents));
}

function contentOf(node: Node | null | undefined | unknown): unknown {
  if (isMap(node)) {
    const pairs = node.items.map(({ key, value }) => [contentOf(key), contentOf(value)]);
    return { map: pairs.map((pair) => JSON.stringify(pair)).sort(), tag: node.tag, anchor: node.anchor };
  }
  if (isSeq(node)) {
    return { list: node.items.map(contentOf), tag: node.tag, anchor: node.anchor };
  }
  if (isAlias(node)) {
    return { alias: node.source };
  }
  // Ids get quotation marks where they would be read as other numbers: what is written counts.
  return isScalar(node) ? { text: node.source ?? String(node.value), anchor: node.anchor } : null;
}

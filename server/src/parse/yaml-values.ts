import type { Span } from '../model/span';
import { lineAround } from '../model/text-lines';
import { nearestName } from './nearest-name';
import { pairOf, type YamlMap, type YamlNode, type YamlPair, type YamlScalar } from './yaml-node';
import { quoted } from './yaml-repair';
import { plainScalar } from './yaml-scalar';

/** A value of the wrong type, or a key that does not exist; `span` in the terms of the nodes. */
export interface ValueProblem {
  readonly span: Span;
  readonly message: string;
  readonly replacement?: string;
}

/**
 * Takes values out of YAML nodes by the type that is due. A value of another type is reported and still read as far as
 * it can be: a title in brackets is a title.
 */
export class YamlValues {
  /**
   * @param source the text that the spans of the nodes are offsets into
   * @param report is told of every value of the wrong type
   */
  constructor(
    private readonly source: string,
    private readonly report: (problem: ValueProblem) => void,
  ) {}

  /** The text of a key; undefined where the key is missing or has no value. */
  text(map: YamlMap, key: string): YamlScalar | undefined {
    const pair = pairOf(map, key);
    return pair?.value && this.textOf(pair.value, key);
  }

  /** The texts of a key that takes a list; a text alone is a list of one. */
  texts(map: YamlMap, key: string): readonly YamlScalar[] {
    const value = pairOf(map, key)?.value;
    return value === undefined
      ? []
      : value.kind === 'list'
        ? this.textsOf(value.items, key)
        : [this.textOf(value, key)];
  }

  /** The groups of fields of a key that takes a list of them; one alone is a list of one. Other items are reported. */
  maps(map: YamlMap, key: string): readonly YamlMap[] {
    const value = pairOf(map, key)?.value;
    const items = value === undefined ? [] : value.kind === 'list' ? value.items : [value];
    return items.flatMap((item) => {
      if (item.kind === 'map') {
        return [item];
      }
      this.report({
        span: item.span,
        message: `“${key}” takes a list of items with fields: a dash, then a field on each line.`,
      });
      return [];
    });
  }

  /** The fields of a key that takes one group of them. */
  map(map: YamlMap, key: string): YamlMap | undefined {
    const value = pairOf(map, key)?.value;
    if (value && value.kind !== 'map') {
      this.report({
        span: value.span,
        message: `“${key}” takes fields: a name, a colon and a value on each line, indented.`,
      });
      return undefined;
    }
    return value;
  }

  /** The text of a node under this key, whatever it is. */
  textOf(node: YamlNode, key: string): YamlScalar {
    if (node.kind === 'scalar') {
      return node;
    }
    const written = plainScalar(this.source, node.span.start, node.span.end, 0);
    // Behind a text that breaks off in its line more of it follows, which quotation marks here would leave out.
    const oneLine =
      !/[\r\n]/.test(this.source.slice(node.span.start, node.span.end)) &&
      /^[ \t]*(?:[,\]}#\r\n]|$)/.test(this.source.slice(node.span.end, lineAround(this.source, node.span.end).end));
    const why =
      node.kind === 'map'
        ? 'the colon, or the braces, made fields of it'
        : node.flow
          ? 'the square brackets made a list of it'
          : 'this is a list';
    const remedy = oneLine ? 'Put the whole text in quotation marks.' : 'Write one text behind the colon.';
    this.report({
      span: node.span,
      message: `“${key}” takes a text, but ${why}. ${remedy}`,
      ...(oneLine ? { replacement: quoted(written.text) } : {}),
    });
    return written;
  }

  private textsOf(items: readonly YamlNode[], key: string): readonly YamlScalar[] {
    return items.map((item) => this.textOf(item, key));
  }
}

/**
 * The keys that do not exist in this place.
 *
 * @param known the keys that do
 * @param place what the keys belong to, for the message: "an action"
 */
export function unknownKeys(map: YamlMap, known: readonly string[], place: string): readonly ValueProblem[] {
  return map.pairs
    .filter((pair) => pair.complete && !known.includes(pair.key.text))
    .map((pair) => {
      const { replacement, ...problem } = unknownKey(pair, known, place);
      // A key that is there already cannot be there a second time.
      return replacement === undefined || pairOf(map, replacement) ? problem : { ...problem, replacement };
    });
}

function unknownKey(pair: YamlPair, known: readonly string[], place: string): ValueProblem {
  const { text, span } = pair.key;
  const replacement = nearestName(text, known);
  const message = `There is no field “${text}” in ${place}, so nobody reads it.`;
  return replacement === undefined
    ? { span, message: `${message} The fields are ${known.join(', ')}.` }
    : { span, message: `${message} Did you mean “${replacement}”?`, replacement };
}

import type { TextEdit } from '../model/finding';
import type { Span } from '../model/span';
import type { YamlNode, YamlScalar } from '../parse/yaml-node';
import { yamlScalar } from './yaml-scalar';

/**
 * Writes other words in the place of some in a text that is YAML in part. Within a scalar they get what keeps it a scalar:
 * escapes in one with quotation marks, quotation marks around one without, where it needs them.
 *
 * @param span where the words stand in the text
 * @param scalars those of the text that the words may be in
 */
export function wordsInYaml(text: string, span: Span, words: string, scalars: readonly YamlScalar[]): TextEdit {
  const scalar = scalars.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  if (scalar?.style === 'plain') {
    const [before, behind] = [text.slice(scalar.span.start, span.start), text.slice(span.end, scalar.span.end)];
    const whole = before + words + behind;
    return before + behind !== '' && !NOT_PLAIN.test(words)
      ? { span, newText: words }
      : { span: scalar.span, newText: NUMBER.test(whole) ? whole : yamlScalar(whole) };
  }
  const mark = scalar?.style === 'quoted' ? text[scalar.span.start - 1] : undefined;
  return {
    span,
    newText: mark === "'" ? words.replaceAll("'", "''") : mark === '"' ? words.replace(/["\\]/g, '\\$&') : words,
  };
}

/** Every scalar in a piece of YAML that is a value. */
export function scalarsOf(node: YamlNode | undefined): readonly YamlScalar[] {
  switch (node?.kind) {
    case 'scalar':
      return [node];
    case 'list':
      return node.items.flatMap(scalarsOf);
    case 'map':
      return node.pairs.flatMap(({ value }) => scalarsOf(value));
    default:
      return [];
  }
}

/** Words that would mean something else in a scalar without quotation marks. */
const NOT_PLAIN = /^[^\p{L}\p{N}]|:(?:\s|$)|\s#|[,[\]{}]/u;

/** A number that an id may be written as. */
const NUMBER = /^[1-9]\d{0,8}$/;

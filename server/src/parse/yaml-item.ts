import type { ParseProblem, SectionReading, SuppressionDirective } from '../model/report';
import { type Span, shiftSpan } from '../model/span';
import { htmlCommentsIn, mayHaveDirectives, readDirectives, shiftDirective } from './suppressions';
import { hashComments } from './yaml-comments';
import { readYaml } from './yaml-document';
import type { YamlItemPart } from './yaml-entries';
import { type EntryMemory, readYamlEntry } from './yaml-entry';
import type { EntryContext } from './yaml-fields';
import { readLowLines } from './yaml-low-lines';
import { DISPLACED_ITEM } from './yaml-messages';
import type { YamlAnchors } from './yaml-node';

/** How an item was cut ({@link YamlItemPart}), wherever it stands; `low` counts from its dash. */
export interface YamlItemCut extends Pick<YamlItemPart, 'indent' | 'displaced' | 'low'> {}

/** An item as it was read. */
export interface YamlItem {
  readonly cut: YamlItemCut;
  readonly reading: SectionReading;
  readonly memory: EntryMemory;
}

/** The cut of an item, wherever the item stands. */
export function cutOf({ start, indent, displaced, low }: YamlItemPart): YamlItemCut {
  return { indent, displaced, low: low.map((span) => shiftSpan(span, -start)) };
}

/**
 * Reads an item of `entries`. Depends on nothing but what it is handed, and on the values that have a name; comments
 * that turn findings off are left out ({@link directivesOf}).
 *
 * @param source the item's text, from its dash on; LF or CR LF as line ends
 * @param earlier the item before an edit, read against the same context
 */
export function readItem(
  source: string,
  cut: YamlItemCut,
  context: EntryContext,
  anchors: YamlAnchors,
  earlier?: YamlItem,
): YamlItem {
  const { low } = cut;
  // The dash keeps its column, or the fields below it would not stand under the one behind it.
  const { root, isPlain, problems: syntax } = readYaml(withoutStretches(source, low), 0, anchors, cut.indent);
  const node = root?.kind === 'list' ? root.items[0] : root;
  const outside = readLowLines(source, low, anchors);
  const whole = node?.kind === 'map' ? { ...node, pairs: [...node.pairs, ...outside.pairs] } : node;
  // The first key stands in the line of the dash, and the others below it.
  const column = isPlain && low.length === 0 && node ? cut.indent + node.span.start : undefined;
  const entry = readYamlEntry(whole, source, outside.stray, context, column, earlier?.memory);
  const dash = { start: 0, end: /^.*/.exec(source)?.[0].trimEnd().length ?? 1 };
  const reading = {
    ...entry.section,
    length: source.length,
    directives: [],
    problems: [
      ...(cut.displaced ? [{ code: 'syntax' as const, span: dash, message: DISPLACED_ITEM }] : []),
      ...[...syntax, ...outside.problems].map((problem): ParseProblem => ({ code: 'syntax', ...problem })),
      ...entry.problems,
    ],
  };
  return { cut, reading, memory: entry.memory };
}

/**
 * The comments in a stretch of a YAML text that turn findings off or on; spans count from its start.
 *
 * @param indent how many columns stand before the stretch in its first line
 * @param ahead how far to look for the key below its last comment, whose block of lines the comment covers
 */
export function directivesOf(
  text: string,
  { start, end }: Span,
  indent: number,
  ahead: number,
): readonly SuppressionDirective[] {
  const source = text.slice(start, end);
  if (!mayHaveDirectives(source)) {
    return [];
  }
  const comments = [
    ...hashComments(text, { start: start - indent, end: ahead }).filter(({ span }) => span.start < end),
    ...htmlCommentsIn(source).map((span) => shiftSpan(span, start)),
  ];
  return readDirectives(comments, text).map((directive) => shiftDirective(directive, -start));
}

/** The reading with these directives; the same object where it has them already. */
export function withDirectives(reading: SectionReading, directives: readonly SuppressionDirective[]): SectionReading {
  const { directives: known } = reading;
  // They are those of the same text, so they can differ in nothing but what stands behind it.
  const same =
    known.length === directives.length && known.every(({ blockEnd }, i) => blockEnd === directives[i]?.blockEnd);
  return same ? reading : { ...reading, directives };
}

/** The text with spaces for the stretches, which are in order. */
function withoutStretches(text: string, stretches: readonly Span[]): string {
  let rest = '';
  for (const { start, end } of stretches) {
    rest += text.slice(rest.length, start) + ' '.repeat(end - start);
  }
  return rest + text.slice(rest.length);
}

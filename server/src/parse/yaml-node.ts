import { type Span, shiftSpan } from '../model/span';

/**
 * What a piece of YAML says, as far as this project needs it: every scalar is text (ids are text: `6.10` is not 6.1),
 * aliases are resolved, and everything knows where it stands. Nodes live while a file is read and never get into the model.
 */
export type YamlNode = YamlScalar | YamlMap | YamlList;

/** A text. */
export interface YamlScalar {
  readonly kind: 'scalar';
  /** Without quotes and escapes, lines folded as YAML folds them; lines of a block scalar (`|`, `>`) stay lines. */
  readonly text: string;
  /** The words, without quotes and block indicator. Empty, at the place for a value, where there are none. */
  readonly span: Span;
  readonly style: 'plain' | 'quoted' | 'block';
  /** Where stretches of `text` stand in the source, in order; none where the text stands elsewhere (an alias). */
  readonly pieces: readonly TextPiece[];
}

/** A stretch of a scalar's text that stands in the source as it is. */
export interface TextPiece {
  /** Offset in the scalar's text. */
  readonly at: number;
  /** Offset in the source. */
  readonly from: number;
  readonly length: number;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly span: Span;
  /** In order; of two pairs with one key only the first. */
  readonly pairs: readonly YamlPair[];
}

export interface YamlPair {
  readonly key: YamlScalar;
  /** Undefined where there is none: `status:`, or a key whose colon is missing. */
  readonly value: YamlNode | undefined;
  /** Where the value stands or would stand. */
  readonly valueSpan: Span;
  /** Whether the key has its colon; a key without one is reported already and may be no key at all. */
  readonly complete: boolean;
}

export interface YamlList {
  readonly kind: 'list';
  readonly span: Span;
  /** Written in brackets. */
  readonly flow: boolean;
  /** Items that say something; an empty one (a dash alone) is left out. */
  readonly items: readonly YamlNode[];
}

/** Values that have a name (`&name`), shared by the pieces of one file. Each piece adds what it names. */
export interface YamlAnchors {
  readonly values: Map<string, YamlNode>;
  /** How many more nodes aliases may bring in: a small text can otherwise ask for more than any memory holds. */
  allowance: number;
}

/** For a file of which nothing was read yet. */
export function noAnchors(): YamlAnchors {
  return { values: new Map(), allowance: 10_000 };
}

/** The pair with this key. */
export function pairOf(map: YamlMap, key: string): YamlPair | undefined {
  return map.pairs.find((pair) => pair.complete && pair.key.text === key);
}

/** The source span of a stretch of a scalar's text (`end` exclusive); never outside the scalar's own span. */
export function sourceSpanOf(scalar: YamlScalar, start: number, end: number): Span {
  const [first] = scalar.pieces;
  if (!first) {
    return scalar.span;
  }
  const from = sourceOffset(scalar, start);
  return { start: from, end: end <= start ? from : sourceOffset(scalar, end - 1) + 1 };
}

/** Whether the text stands in the source character by character, so that spans in it need no more than a shift. */
export function isVerbatim(scalar: YamlScalar): boolean {
  const [piece, more] = scalar.pieces;
  return piece !== undefined && more === undefined && piece.length === scalar.text.length;
}

/** A copy of which every part stands at one place: what an alias brings to where it is used. */
export function placedAt(node: YamlNode, span: Span): YamlNode {
  if (node.kind === 'scalar') {
    return { ...node, span, pieces: [] };
  }
  if (node.kind === 'list') {
    return { ...node, span, items: node.items.map((item) => placedAt(item, span)) };
  }
  const pairs = node.pairs.map((pair) => ({
    ...pair,
    key: { ...pair.key, span, pieces: [] },
    value: pair.value && placedAt(pair.value, span),
    valueSpan: span,
  }));
  return { ...node, span, pairs };
}

/** A copy whose spans are `by` UTF-16 units further on. */
export function shiftedNode(node: YamlNode, by: number): YamlNode {
  const span = shiftSpan(node.span, by);
  if (node.kind === 'scalar') {
    return { ...node, span, pieces: node.pieces.map((piece) => ({ ...piece, from: piece.from + by })) };
  }
  if (node.kind === 'list') {
    return { ...node, span, items: node.items.map((item) => shiftedNode(item, by)) };
  }
  const pairs = node.pairs.map((pair) => ({
    ...pair,
    key: {
      ...pair.key,
      span: shiftSpan(pair.key.span, by),
      pieces: pair.key.pieces.map((piece) => ({ ...piece, from: piece.from + by })),
    },
    value: pair.value && shiftedNode(pair.value, by),
    valueSpan: shiftSpan(pair.valueSpan, by),
  }));
  return { ...node, span, pairs };
}

/** How many nodes a tree has, keys not counted. */
export function sizeOf(node: YamlNode): number {
  if (node.kind === 'scalar') {
    return 1;
  }
  const children = node.kind === 'list' ? node.items : node.pairs.flatMap((pair) => pair.value ?? []);
  return children.reduce((sum, child) => sum + sizeOf(child), 1);
}

/** The index of the last piece that starts at `offset` of the text or before it; 0 where there is none. */
export function pieceAt({ pieces }: YamlScalar, offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

function sourceOffset(scalar: YamlScalar, offset: number): number {
  const piece = scalar.pieces[pieceAt(scalar, offset)];
  if (!piece) {
    return scalar.span.start;
  }
  const inside = piece.from + Math.max(0, Math.min(offset - piece.at, piece.length));
  return Math.max(scalar.span.start, Math.min(inside, scalar.span.end));
}

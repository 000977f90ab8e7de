import type { Span } from '../model/span';
import { startOfLine } from '../model/text-lines';
import type { YamlMap, YamlNode, YamlPair } from '../parse/yaml-node';
import { yamlScalar } from '../write/yaml-scalar';
import { type EditGroup, inRankOrder, type Movable, reordered } from './edit-group';
import type { YamlShape } from './yaml-shapes';

/** A piece of YAML that is formatted. */
export interface YamlPiece {
  /** With LF as its only line end. */
  readonly source: string;
  /** What {@link readYaml} reads of the source, with offsets into it. */
  readonly root: YamlNode | undefined;
  readonly shape: YamlShape;
}

/** Puts the keys of maps in their order. Comments move with the key below them. */
export function yamlKeyOrder({ source, root, shape }: YamlPiece): readonly EditGroup[] {
  return mapsOf(root, shape).flatMap(({ map, shape: { keys } }) => {
    const units = unitsOf(source, map, keys);
    return units ? [withGaps(source, units)] : [];
  });
}

/** Indents the lists below keys as most of them are indented. */
export function yamlListIndentation({ source, root, shape }: YamlPiece): readonly EditGroup[] {
  const lists = mapsOf(root, shape)
    .flatMap(({ map }) => (isFlow(source, map) ? [] : map.pairs))
    .flatMap((pair) => listBelow(source, pair) ?? []);
  const counts = new Map<number, number>();
  for (const { indent } of lists) {
    counts.set(indent, (counts.get(indent) ?? 0) + 1);
  }
  const [usual] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return lists.flatMap(({ indent, column, start }) =>
    usual && usual[0] !== indent ? [moveLines(source, start, column, usual[0] - indent)] : [],
  );
}

/** One space behind colons, quotation marks around ids that YAML would make another number of, no spaces at line ends. */
export function yamlSpacing({ source, root, shape }: YamlPiece): readonly EditGroup[] {
  const maps = mapsOf(root, shape);
  return [
    ...maps.flatMap(({ map }) => (isFlow(source, map) ? [] : map.pairs.flatMap((pair) => colonSpacing(source, pair)))),
    ...maps.flatMap(({ map, shape: { ids } }) =>
      map.pairs.filter(({ key }) => ids.includes(key.text)).flatMap(({ value }) => idQuotes(source, value)),
    ),
    ...lineEndSpaces(source, longTextsIn(source, root)),
  ];
}

/** Puts pairs in order. Blank lines stay below what they stand below; at the end of the map there is no place for them. */
function withGaps(source: string, units: readonly Movable[]): EditGroup {
  const edits = [...reordered(source, units)];
  if (edits.length === 0) {
    return edits;
  }
  const gapBehind = (unit: Movable | undefined) => {
    const next = unit && units[units.indexOf(unit) + 1];
    return unit && next ? source.slice(unit.end, next.start).split('\n').length - 1 : 1;
  };
  for (const [index, unit] of inRankOrder(units).slice(0, -1).entries()) {
    const span = { start: units[index]?.end ?? 0, end: units[index + 1]?.start ?? 0 };
    const gap = source.slice(span.start, span.end);
    const newText = '\n'.repeat(gapBehind(unit)) + gap.slice(gap.lastIndexOf('\n') + 1);
    if (newText !== gap) {
      edits.push({ span, newText });
    }
  }
  return edits.sort((a, b) => a.span.start - b.span.start);
}

interface PlacedMap {
  readonly map: YamlMap;
  readonly shape: YamlShape;
}

/** Every map, the outer ones first. Maps that no shape knows have no order. */
function mapsOf(node: YamlNode | undefined, shape: YamlShape): readonly PlacedMap[] {
  if (node?.kind === 'list') {
    return node.items.flatMap((item) => mapsOf(item, shape));
  }
  if (node?.kind !== 'map') {
    return [];
  }
  const inside = node.pairs.flatMap(({ key, value }) => mapsOf(value, shape.below[key.text] ?? NO_SHAPE));
  return [{ map: node, shape }, ...inside];
}

const NO_SHAPE: YamlShape = { keys: [], ids: [], below: {} };

/** The pairs of a map with the comments above them; undefined where they cannot or need not change places. */
function unitsOf(source: string, map: YamlMap, keys: readonly string[]): readonly Movable[] | undefined {
  const [first] = map.pairs;
  if (!first || keys.length === 0 || isFlow(source, map) || map.pairs.some(({ complete }) => !complete)) {
    return undefined;
  }
  const column = columnOf(source, keyStart(source, first));
  const starts = map.pairs.map((pair) => unitStart(source, pair, column));
  const prefix = source.slice(startOfLine(source, starts[0] ?? 0), starts[0]);
  const units = map.pairs.map(({ key }, index): Movable => {
    const start = starts[index] ?? 0;
    const next = starts[index + 1];
    const rank = keys.indexOf(key.text);
    const end = next === undefined ? blockEnd(source, start, column) : wordsEnd(source, start, next);
    return { start, end, rank: rank < 0 ? undefined : rank };
  });
  const [head] = inRankOrder(units);
  // Behind the dash of an item there is no place for a comment of its own line.
  const isHeadless = prefix.includes('-') && head !== units[0] && source[head?.start ?? 0] === '#';
  const fits = units.every((unit, index) => {
    const before = source.slice(startOfLine(source, unit.start), unit.start);
    const isAlone = index === 0 ? /^[ -]*$/.test(before) : /^ *$/.test(before);
    const stays = hasLooseComment(source, unit, units[index + 1], column) || keepsBlankLines(source, unit);
    return isAlone && before.length === column && !stays;
  });
  return fits && !isHeadless ? units : undefined;
}

/** Where the comments right above a key start, in its column; the key where there are none. */
function unitStart(source: string, pair: YamlPair, column: number): number {
  const start = keyStart(source, pair);
  const line = startOfLine(source, start);
  const [first] = source.slice(line, start).trim() === '' ? commentsAbove(source, line, column) : [];
  return first === undefined ? start : first + column;
}

/** Starts of the lines of comments in a column that stand right above a line, in order. */
function commentsAbove(source: string, line: number, column: number): number[] {
  const lines: number[] = [];
  for (let above = line; above > 0; ) {
    above = startOfLine(source, above - 1);
    if (indentOf(source, above) !== column || source[above + column] !== '#') {
      break;
    }
    lines.unshift(above);
  }
  return lines;
}

/** Whether the blank lines behind a block of text are its own (YAML 1.2, "keep" chomping): elsewhere it would say more. */
function keepsBlankLines(source: string, { start, end }: Movable): boolean {
  return /:[^\S\r\n]+(?:[&!]\S+[^\S\r\n]+)*[|>]\d?\+/.test(source.slice(start, end));
}

/** Whether a comment behind a unit belongs to nothing that moves: it would stand below something else. */
function hasLooseComment(source: string, unit: Movable, next: Movable | undefined, column: number): boolean {
  const inside = source.slice(lineEnd(source, unit.start), next?.start ?? unit.end).split('\n');
  const isLoose = (line: string) => /^ *#/.test(line) && line.indexOf('#') <= column;
  const own = source[unit.start] === '#' ? inside.slice(commentLines(inside)) : inside;
  if (next) {
    return own.some(isLoose);
  }
  return own.some(isLoose) || isCommentBelow(source, unit.end, column);
}

/** Whether the next line that is not blank is a comment that is indented at least as far as a column. */
function isCommentBelow(source: string, offset: number, column: number): boolean {
  for (let line = lineEnd(source, offset) + 1; line < source.length; line = lineEnd(source, line) + 1) {
    const indent = indentOf(source, line);
    if (indent !== undefined) {
      return indent >= column && source[line + indent] === '#';
    }
  }
  return false;
}

/** How many of the lines behind the first comment of a unit are comments too: those above its key. */
function commentLines(lines: readonly string[]): number {
  const at = lines.findIndex((line, index) => index > 0 && !/^ *#/.test(line));
  return at < 0 ? lines.length : at;
}

/** Where what starts in a line ends: before the next line that is not indented further, but for items of its list. */
function blockEnd(source: string, start: number, column: number): number {
  let end = lineEnd(source, start);
  let isHead = true;
  for (let line = end + 1; line < source.length; line = lineEnd(source, line) + 1) {
    const indent = indentOf(source, line);
    const isComment = source[line + (indent ?? 0)] === '#';
    if (indent === undefined) {
      continue;
    }
    // The unit may start with comments, which stand in the column of their key.
    const isOwnHead = isHead && indent === column && source[start] === '#';
    const isItem = indent === column && /^-(?:\s|$)/.test(source.slice(line + indent, line + indent + 2));
    if (indent <= column && !isOwnHead && !isItem) {
      break;
    }
    isHead &&= isComment;
    end = lineEnd(source, line);
  }
  return wordsEnd(source, start, end);
}

/** The end of the last line with words between two offsets, with the spaces behind them, which may be meant. */
function wordsEnd(source: string, start: number, end: number): number {
  return Math.min(end, lineEnd(source, start + source.slice(start, end).trimEnd().length));
}

interface ListPlace {
  /** Start of the line of its first item, and the column of its dashes. */
  readonly start: number;
  readonly column: number;
  /** How much further it is indented than its key. */
  readonly indent: number;
}

function listBelow(source: string, pair: YamlPair): ListPlace | undefined {
  const { value } = pair;
  if (value?.kind !== 'list' || value.flow || source[value.span.start] !== '-') {
    return undefined;
  }
  const start = startOfLine(source, value.span.start);
  const column = value.span.start - start;
  const indent = column - columnOf(source, keyStart(source, pair));
  return source.slice(start, value.span.start).trim() === '' && indent >= 0 ? { start, column, indent } : undefined;
}

/** Moves a list to the left or right, with everything in it. */
function moveLines(source: string, first: number, column: number, by: number): EditGroup {
  const lines = commentsAbove(source, first, column);
  let comments: number[] = [];
  for (let line = first; line < source.length; line = lineEnd(source, line) + 1) {
    const indent = indentOf(source, line);
    if (indent === undefined) {
      continue;
    }
    const isItem = indent === column && /^-(?:\s|$)/.test(source.slice(line + indent, line + indent + 2));
    if (indent >= column && source[line + indent] === '#') {
      comments.push(line);
    } else if (indent > column || isItem) {
      lines.push(...comments, line);
      comments = [];
    } else {
      break;
    }
  }
  return lines.map((line) =>
    by > 0
      ? { span: { start: line, end: line }, newText: ' '.repeat(by) }
      : { span: { start: line, end: line - by }, newText: '' },
  );
}

function colonSpacing(source: string, pair: YamlPair): readonly EditGroup[] {
  const match = /^["']?([ \t]*:[ \t]*)(?=[^\s#])/.exec(
    source.slice(pair.key.span.end, pair.key.span.end + LONGEST_GAP),
  );
  const gap = match?.[1];
  if (!pair.complete || !pair.value || gap === undefined || gap === ': ') {
    return [];
  }
  const end = pair.key.span.end + (match?.[0].length ?? 0);
  return [[{ span: { start: end - gap.length, end }, newText: ': ' }]];
}

const LONGEST_GAP = 200;

/** `6.10` is a number to YAML, and the same as `6.1`. */
function idQuotes(source: string, value: YamlNode | undefined): readonly EditGroup[] {
  if (value?.kind === 'list') {
    return value.items.flatMap((item) => idQuotes(source, item));
  }
  if (value?.kind !== 'scalar' || value.style !== 'plain' || value.pieces.length !== 1) {
    return [];
  }
  const { text, span } = value;
  const isLost = /^[-+.\d]/.test(text) && text !== String(Number(text)) && /^[-+.\w]*$/.test(text);
  const isOther = isLost ? !/^\d{4}-\d{2}(?:-\d{2})?$/.test(text) && MAY_BE_NUMBER.test(text) : IS_WORD.test(text);
  return isOther && source.slice(span.start, span.end) === text ? [[{ span, newText: yamlScalar(text) }]] : [];
}

/** What YAML 1.1 or 1.2 reads as a number, sexagesimal ones apart, in which ids do not come. */
const MAY_BE_NUMBER = /^[-+]?(?:0x[\da-f_]+|0o?[0-7_]+|0b[01_]+|(?:\d[\d_]*)?\.?[\d_]*(?:e[-+]?\d+)?|\.(?:inf|nan))$/i;

const IS_WORD = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

/** Places of texts of several lines, in which spaces at the ends of lines can mean something, as in those around them. */
function longTextsIn(source: string, node: YamlNode | undefined): readonly Span[] {
  if (node?.kind === 'scalar') {
    const { start, end } = node.span;
    if (node.style !== 'block' && !source.slice(start, end).includes('\n')) {
      return [];
    }
    const isBlank = (at: number) => /\s/.test(source[at] ?? '');
    const around = { start, end };
    while (isBlank(around.start - 1)) {
      around.start--;
    }
    while (isBlank(around.end)) {
      around.end++;
    }
    return [around];
  }
  const inside = node?.kind === 'list' ? node.items : (node?.pairs ?? []).flatMap(({ value }) => value ?? []);
  return inside.flatMap((one) => longTextsIn(source, one));
}

function lineEndSpaces(source: string, texts: readonly Span[]): readonly EditGroup[] {
  const inOrder = [...texts].sort((a, b) => a.start - b.start);
  let next = 0;
  return [...source.matchAll(/(?<![ \t])[ \t]+(?=\n|$)/g)].flatMap(({ index, 0: spaces }) => {
    while ((inOrder[next]?.end ?? source.length) < index) {
      next++;
    }
    const isInText = (inOrder[next]?.start ?? source.length) < index && index < (inOrder[next]?.end ?? 0);
    return isInText ? [] : [[{ span: { start: index, end: index + spaces.length }, newText: '' }]];
  });
}

function isFlow(source: string, map: YamlMap): boolean {
  return source[map.span.start] === '{';
}

/** Where a key starts, its quotation mark included. */
function keyStart(source: string, { key: { span } }: YamlPair): number {
  return /["']/.test(source[span.start - 1] ?? '') ? span.start - 1 : span.start;
}

function columnOf(source: string, offset: number): number {
  return offset - startOfLine(source, offset);
}

function lineEnd(source: string, offset: number): number {
  const end = source.indexOf('\n', offset);
  return end < 0 ? source.length : end;
}

/** How far a line is indented; undefined for a blank one. */
function indentOf(source: string, line: number): number | undefined {
  let at = line;
  while (source[at] === ' ') {
    at++;
  }
  return at >= source.length || /\s/.test(source[at] ?? '') ? undefined : at - line;
}

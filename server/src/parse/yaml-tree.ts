import {
  type Alias,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Span } from '../model/span';
import {
  BRACES,
  COMMA_IN_FLOW,
  GROUP_NOT_CLOSED,
  LIST_NOT_CLOSED,
  LOOSE_LINE,
  NO_COLON,
  NO_SPACE_AFTER_COLON,
  NO_SPACE_AFTER_DASH,
  TOO_MANY_COPIES,
  UNREADABLE_KEY,
  whyQuotesAreNeeded,
} from './yaml-messages';
import { placedAt, sizeOf, type YamlAnchors, type YamlNode, type YamlPair, type YamlScalar } from './yaml-node';
import { quoted, type SyntaxProblem } from './yaml-repair';
import { plainScalar, readScalar } from './yaml-scalar';

/** Makes nodes of ours from those of the YAML library, and recovers what slips in keys would lose. */
export class YamlTreeReader {
  readonly problems: SyntaxProblem[] = [];

  /**
   * @param source what the user wrote; the library may have seen a repaired text of the same length
   * @param shift is added to every offset
   */
  constructor(
    private readonly source: string,
    private readonly shift: number,
    private readonly anchors: YamlAnchors,
  ) {}

  /** Undefined where the node says nothing: empty, `~` or `null`. */
  read(node: Node): YamlNode | undefined {
    const read = this.readContent(node);
    if (read && !isAlias(node) && node.anchor !== undefined && node.anchor !== '') {
      this.anchors.values.set(node.anchor, read);
    }
    return read;
  }

  private readContent(node: Node): YamlNode | undefined {
    if (isAlias(node)) {
      return this.readAlias(node);
    }
    if (isMap(node)) {
      this.checkClosed(node, '}', GROUP_NOT_CLOSED);
      return { kind: 'map', span: this.spanOf(node), pairs: this.readPairs(node) };
    }
    if (isSeq(node)) {
      this.checkClosed(node, ']', LIST_NOT_CLOSED);
      return this.readList(node);
    }
    const [start, end] = rangeOf(node);
    const scalar = readScalar(this.source, start, end, this.shift);
    if (scalar.style === 'plain' && /^-[^\s-].*\s- /.test(scalar.text)) {
      return this.readUnspacedItems(start, end);
    }
    return isEmpty(scalar) ? undefined : scalar;
  }

  private readAlias(alias: Alias): YamlNode {
    const [start, end] = rangeOf(alias);
    const words = plainScalar(this.source, start, end, this.shift);
    const target = this.anchors.values.get(alias.source);
    if (!target) {
      this.report(words.span, whyQuotesAreNeeded('*'), quoted(words.text));
      return words;
    }
    const size = sizeOf(target);
    if (size > this.anchors.allowance) {
      this.report(words.span, TOO_MANY_COPIES);
      return words;
    }
    this.anchors.allowance -= size;
    return placedAt(target, words.span);
  }

  private readList(node: YAMLSeq): YamlNode {
    const items: YamlNode[] = [];
    for (const item of node.items) {
      const read = isPair(item) ? this.readPairAsMap(item) : this.read(item as Node);
      const last = items[items.length - 1];
      if (read?.kind === 'map' && last?.kind === 'map' && !node.flow && this.lacksDash(read.span.start - this.shift)) {
        const span = { start: last.span.start, end: read.span.end };
        items[items.length - 1] = { ...last, span, pairs: [...last.pairs, ...read.pairs] };
      } else if (read) {
        items.push(read);
      }
    }
    return { kind: 'list', span: this.spanOf(node), flow: node.flow === true, items };
  }

  /** Whether what starts at `start` stands first on its line: fields not indented far enough for their item. */
  private lacksDash(start: number): boolean {
    return this.source.slice(this.source.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
  }

  /** A list whose first dash has no space behind it, which makes all of it one text. */
  private readUnspacedItems(start: number, end: number): YamlNode {
    const items = this.linesOf(start, end).map((line) => this.readItemLine(line));
    return { kind: 'list', span: this.span(start, end), flow: false, items };
  }

  /** A line that starts with a dash, without it. */
  private readItemLine(line: Span): YamlScalar {
    const dash = /^-\s*/.exec(this.source.slice(line.start, line.end))?.[0] ?? '';
    if (dash === '-') {
      const words = plainScalar(this.source, line.start, line.end, this.shift);
      this.report(words.span, NO_SPACE_AFTER_DASH, words.text.replace('-', '- '));
    }
    return readScalar(this.source, line.start + dash.length, line.end, this.shift);
  }

  private readPairAsMap(pair: Pair): YamlNode | undefined {
    const pairs = this.readPair(pair, []);
    const [first] = pairs;
    return first && { kind: 'map', span: { start: first.key.span.start, end: first.valueSpan.end }, pairs };
  }

  private readPairs(map: YAMLMap): readonly YamlPair[] {
    const pairs: YamlPair[] = [];
    const names = new Set<string>();
    for (const item of map.items) {
      if (map.flow && item.value === null) {
        if (!this.joinBrokenText(pairs, item)) {
          this.report(this.spanOf(map), BRACES, quoted(this.wordsOf(map)));
        }
        continue;
      }
      for (const pair of this.readPair(item, pairs)) {
        if (pair.complete && names.has(pair.key.text)) {
          this.report(
            pair.key.span,
            `“${pair.key.text}” stands here twice. Only the first one counts: take this one out.`,
          );
          continue;
        }
        pairs.push(pair);
        if (pair.complete) {
          names.add(pair.key.text);
        }
      }
    }
    return pairs;
  }

  /** `{text: late, but well, due: 2024}`: a key without value in braces is the rest of a text that has a comma. */
  private joinBrokenText(pairs: YamlPair[], broken: Pair): boolean {
    const before = pairs[pairs.length - 1];
    const key = broken.key as Node | null;
    if (!isScalar(key) || before?.value?.kind !== 'scalar' || before.value.pieces.length === 0) {
      return false;
    }
    const start = before.value.span.start - this.shift;
    const joined = plainScalar(this.source, start, rangeOf(key)[1], this.shift);
    this.report(joined.span, COMMA_IN_FLOW, quoted(joined.text));
    pairs[pairs.length - 1] = { ...before, value: joined, valueSpan: joined.span };
    return true;
  }

  /** The pair; several where keys without a colon swallowed the lines behind them; `before` are those above it. */
  private readPair(pair: Pair, before: YamlPair[]): readonly YamlPair[] {
    const key = pair.key as Node | null;
    if (!isScalar(key) || key.source === '') {
      const span = key ? this.spanOf(key) : this.span(0, 0);
      this.report(span, UNREADABLE_KEY);
      return [];
    }
    const [start, end] = rangeOf(key);
    const lines = key.type === 'PLAIN' ? this.linesOf(start, end) : [{ start, end }];
    const last = pair.value === null ? undefined : lines.pop();
    const loose = lines.flatMap((line) => this.readLooseLine(line, before));
    if (!last) {
      return loose;
    }
    const value = pair.value as Node;
    const read = this.read(value);
    const [from, to] = rangeOf(value);
    const valueSpan = read?.span ?? (from < to ? this.span(from, to) : this.placeForValue(from));
    const complete = { key: readScalar(this.source, last.start, last.end, this.shift), value: read, valueSpan };
    return [...loose, { ...complete, complete: true }];
  }

  /** A line that the parser took for a key, or a part of one, because it has no colon with a space behind it. */
  private readLooseLine(line: Span, before: YamlPair[]): readonly YamlPair[] {
    const scalar = plainScalar(this.source, line.start, line.end, this.shift);
    const unspaced = /^([A-Za-z][\w-]*):(?=[^\s/])/.exec(scalar.text);
    if (unspaced) {
      const colon = line.start + (unspaced[1] ?? '').length;
      this.report(scalar.span, NO_SPACE_AFTER_COLON, scalar.text.replace(':', ': '));
      const value = readScalar(this.source, colon + 1, line.end, this.shift);
      const key = plainScalar(this.source, line.start, colon, this.shift);
      return [{ key, value, valueSpan: value.span, complete: true }];
    }
    const above = before[before.length - 1];
    if (scalar.text.startsWith('-') && above?.value?.kind === 'list') {
      const items = [...above.value.items, this.readItemLine(line)];
      before[before.length - 1] = { ...above, value: { ...above.value, items } };
      return [];
    }
    if (scalar.text === '') {
      return [];
    }
    this.report(scalar.span, /\s/.test(scalar.text) ? LOOSE_LINE : `“${scalar.text}” ${NO_COLON}`);
    return [{ key: scalar, value: undefined, valueSpan: endOf(scalar.span), complete: false }];
  }

  private linesOf(start: number, end: number): Span[] {
    const lines: Span[] = [];
    let at = start;
    for (const line of this.source.slice(start, end).split('\n')) {
      const words = line.trim();
      const from = at + line.indexOf(words);
      lines.push({ start: from, end: from + words.length });
      at += line.length + 1;
    }
    return lines;
  }

  /** A list or group in brackets that lacks the closing one. */
  private checkClosed(node: YAMLMap | YAMLSeq, bracket: string, message: string): void {
    const [start, end] = rangeOf(node);
    if (node.flow && (end - start < 2 || this.source[end - 1] !== bracket)) {
      const line = this.linesOf(start, end)[0];
      this.report(line ? this.span(line.start, line.end) : this.span(start, end), message);
    }
  }

  /** Behind the colon, and behind one space where there is one. */
  private placeForValue(behindColon: number): Span {
    const at = this.source[behindColon] === ' ' ? behindColon + 1 : behindColon;
    return this.span(at, at);
  }

  private wordsOf(node: Node): string {
    const { start, end } = this.spanOf(node);
    return this.source.slice(start - this.shift, end - this.shift);
  }

  /** A collection without comments and blank lines behind it. */
  private spanOf(node: Node): Span {
    return this.span(rangeOf(node)[0], contentEnd(node, this.source));
  }

  private span(start: number, end: number): Span {
    return { start: start + this.shift, end: Math.max(start, end) + this.shift };
  }

  private report(span: Span, message: string, replacement?: string): void {
    this.problems.push(replacement === undefined ? { span, message } : { span, message, replacement });
  }
}

function contentEnd(node: Node, source: string): number {
  const [start, end] = rangeOf(node);
  const last = (isMap(node) || isSeq(node)) && !node.flow ? node.items[node.items.length - 1] : undefined;
  const lastNode = isPair(last) ? ((last.value ?? last.key) as Node | null) : (last as Node | undefined);
  if (lastNode) {
    return contentEnd(lastNode, source);
  }
  return start + source.slice(start, end).trimEnd().length;
}

function endOf(span: Span): Span {
  return { start: span.end, end: span.end };
}

function rangeOf(node: Node): readonly [start: number, end: number] {
  return [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
}

/** Nothing, or one of YAML's words for it (YAML 1.2.2, section 10.2.1.1). */
function isEmpty(scalar: YamlScalar): boolean {
  return scalar.style === 'plain' && /^(?:|~|null|Null|NULL)$/.test(scalar.text);
}

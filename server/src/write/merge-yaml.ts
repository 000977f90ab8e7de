import type { TextEdit } from '../model/finding';
import type { Report, Section } from '../model/report';
import { lineAround, lineEndOf } from '../model/text-lines';
import { readYaml } from '../parse/yaml-document';
import type { YamlNode, YamlPair } from '../parse/yaml-node';

/**
 * An edit that adds the keys of one item of `entries` to another one: lists and texts are put together, keys that both
 * have in the same words stay once. Undefined where a key has two values or an item is not written line by line. Offsets
 * (UTF-16) into the file.
 */
export function mergeYamlItems(report: Report, one: Section, other: Section): readonly TextEdit[] | undefined {
  const [own, added] = [readItem(report, one), readItem(report, other)];
  if (!own || !added) {
    return undefined;
  }
  const newLine = lineEndOf(report.text);
  const chunks = new Map(own.keys.map((key) => [key.name, key.lines]));
  for (const key of added.keys) {
    const before = own.keys.find(({ name }) => name === key.name);
    const lines = key.lines.map((line) => shifted(line, own.column - added.column));
    const merged = before ? mergedKey(before, { ...key, lines }, own.column) : lines;
    if (!merged) {
      return undefined;
    }
    chunks.set(key.name, merged);
  }
  const newText = [...chunks.values()].flat().join(newLine).slice(own.column);
  return [{ span: { start: own.start, end: own.end }, newText }];
}

/** A key of an item with its lines, each with its indentation; what stands behind the dash as if the dash were a space. */
interface ItemKey {
  readonly name: string;
  readonly lines: readonly string[];
  readonly value: YamlNode | undefined;
}

interface Item {
  /** Of the first key, an offset into the file. */
  readonly start: number;
  readonly end: number;
  readonly column: number;
  readonly keys: readonly ItemKey[];
}

function readItem({ text }: Report, { start, end }: Section): Item | undefined {
  const source = text.slice(start, end);
  const { root } = readYaml(source, 0, undefined, start - lineAround(text, start).start);
  const map = root?.kind === 'list' ? root.items[0] : root;
  const [first] = map?.kind === 'map' ? map.pairs : [];
  if (map?.kind !== 'map' || !first || !/^- +$/.test(source.slice(0, first.key.span.start))) {
    return undefined;
  }
  const column = start + first.key.span.start - lineAround(text, start).start;
  // Comments further out than the keys belong to the item that follows.
  const behind = new RegExp(`(?:\\r?\\n(?: {0,${column - 1}}#[^\\n]*|[ \\t]*))+$`).exec(source)?.index;
  const words = source.slice(0, behind).trimEnd().length;
  const indent = ' '.repeat(column);
  const keys = map.pairs.map((pair: YamlPair, index): ItemKey | undefined => {
    const from = pair.key.span.start;
    const next = map.pairs[index + 1]?.key.span.start;
    const to = next === undefined ? words : lineAround(source, next).start;
    const isFlush = index === 0 || source.slice(lineAround(source, from).start, from) === indent;
    const lines = source.slice(from, to).trimEnd().split(/\r?\n/);
    return pair.complete && isFlush
      ? { name: pair.key.text, lines: lines.map((line, at) => (at === 0 ? indent + line : line)), value: pair.value }
      : undefined;
  });
  const isWhole = keys.every((key) => key !== undefined);
  return isWhole ? { start: start + first.key.span.start, end: start + words, column, keys } : undefined;
}

function shifted(line: string, by: number): string {
  return by >= 0 ? (line.trim() === '' ? line : ' '.repeat(by) + line) : line.replace(new RegExp(`^ {0,${-by}}`), '');
}

function mergedKey(one: ItemKey, other: ItemKey, column: number): readonly string[] | undefined {
  const [a, b] = [one.value, other.value];
  if (one.name === 'action' && one.lines.length === 1 && other.lines.length === 1) {
    const [mine, theirs] = [one, other].map(({ lines }) => / #\s*(.*)$/.exec(lines[0] ?? '')?.[1]);
    return theirs === undefined || theirs === mine ? one.lines : mine === undefined ? other.lines : undefined;
  }
  if (one.lines.join('\n').trimEnd() === other.lines.join('\n').trimEnd()) {
    return one.lines;
  }
  if (one.name === 'text' && a?.kind === 'scalar' && b?.kind === 'scalar') {
    const isPlain = [one, other].every(({ lines, value }) =>
      value?.kind === 'scalar' && value.style === 'block'
        ? !/#/.test(lines[0] ?? '')
        : !lines.some((line) => / #/.test(line)),
    );
    const words = a.text.trimEnd() === b.text.trimEnd() ? [a.text] : [a.text, '', b.text];
    const lines = words.flatMap((text) => text.replace(/\s+$/, '').split('\n'));
    const indent = ' '.repeat(column);
    // A first line that is indented would be taken for the indentation of all.
    return isPlain && !/^\s/.test(lines[0] ?? '')
      ? [`${indent}text: |`, ...lines.map((line) => (line === '' ? '' : `${indent}  ${line}`))]
      : undefined;
  }
  if (a?.kind === 'scalar' && b?.kind === 'scalar') {
    const hasRemark = other.lines.some((line) => / #/.test(line));
    return a.text === b.text && !hasRemark ? one.lines : undefined;
  }
  if (a?.kind === 'list' && b?.kind === 'list' && !a.flow && !b.flow) {
    const dashes = [one, other].map(({ lines }) => lines[1]?.search(/\S/) ?? -1);
    const [dash = -1, otherDash = -1] = dashes;
    const isBlock = [one, other].every(({ lines }) => /:\s*$/.test(lines[0] ?? '') && /^ *- /.test(lines[1] ?? ''));
    return isBlock ? [...one.lines, ...other.lines.slice(1).map((line) => shifted(line, dash - otherDash))] : undefined;
  }
  if (a?.kind === 'list' && b?.kind === 'list' && one.lines.length === 1 && other.lines.length === 1) {
    const inside = [one, other].map(({ lines }) => /^ *[\w-]+: *\[(.*)\]$/.exec(lines[0] ?? '')?.[1]);
    const [mine, theirs] = inside;
    return mine && theirs && a.flow && b.flow ? [(one.lines[0] ?? '').replace(/\]$/, `, ${theirs}]`)] : undefined;
  }
  return undefined;
}

import type { EntryReading } from '../model/entry';
import type { TextEdit } from '../model/finding';
import { isReadable } from '../model/section';
import { insertion } from '../model/text-edits';
import { lineAround, lineEndOf } from '../model/text-lines';
import { readYaml } from '../parse/yaml-document';
import { pairOf, type YamlMap } from '../parse/yaml-node';
import { blockAt } from '../write/section-end';
import type { FixContext } from './rule';

/** An item that a fix adds to a list of an entry: its line in Markdown, its keys in YAML. */
export interface NewItem {
  readonly markdown: string;
  readonly yaml: readonly string[];
}

/**
 * An edit that adds items to the deliverables or next steps of an entry: behind the last one, in the form of the others;
 * where there are none, under a label or key of their own, deliverables before next steps. Undefined where there is no
 * place for them line by line, as in a table. Spans are relative to the section.
 */
export function addItems(
  entry: EntryReading,
  list: 'deliverables' | 'next',
  items: readonly NewItem[],
  context: FixContext,
): TextEdit | undefined {
  if (entry.row || items.length === 0 || !isReadable(context.report)) {
    return undefined;
  }
  return context.report.format === 'yaml'
    ? inYaml(entry, list, items, context)
    : inMarkdown(entry, list, items, context);
}

const LABELS = { deliverables: 'Deliverables', next: 'Next steps' } as const;

function inMarkdown(
  { fields, section }: EntryReading,
  list: 'deliverables' | 'next',
  items: readonly NewItem[],
  { report, start }: FixContext,
): TextEdit | undefined {
  const { text } = report;
  const end = start + section.length;
  const known = fields[list];
  if (known) {
    const last = known.value?.at(-1);
    const line = last && lineAround(text, start + last.span.start);
    const mark = line && /^ *[-*+] +(?=[*_[]*$)/.exec(text.slice(line.start, start + last.span.start))?.[0];
    return line && mark !== undefined
      ? insertion(
          endOfItem(text, line.start, mark.length, end) - start,
          items.map(({ markdown }) => lineEndOf(text) + mark + markdown).join(''),
        )
      : undefined;
  }
  const block = [`**${LABELS[list]}**`, '', ...items.map(({ markdown }) => `- ${markdown}`)];
  const next = list === 'deliverables' ? fields.next : undefined;
  const line = next && lineAround(text, start + next.key.start);
  if (line && /^(?:[*_]+|#+ )?[^*_:]+[*_:]*$/.test(text.slice(line.start, line.end))) {
    return insertion(line.start - start, blockAt(text, line.start, block));
  }
  const at = start + text.slice(start, end).trimEnd().length;
  const isRoom = section.heading !== undefined && start + section.heading.span.end <= at;
  const newLine = lineEndOf(text);
  return isRoom ? insertion(at - start, newLine + newLine + block.join(newLine)) : undefined;
}

/** The end of the last line that belongs to a list item: deeper lines, and those that go on with its words. */
function endOfItem(text: string, lineStart: number, depth: number, limit: number): number {
  let end = lineAround(text, lineStart).end;
  let isBlank = false;
  for (let at = nextLine(text, end); at < limit; ) {
    const line = lineAround(text, at);
    const words = text.slice(line.start, line.end);
    const indent = words.search(/\S/);
    if (indent >= 0 && indent < depth && (isBlank || /^ *(?:[-*+] |\d+[.)] |#|>|\||<|`{3})/.test(words))) {
      break;
    }
    isBlank = indent < 0;
    end = isBlank ? end : line.end;
    at = nextLine(text, line.end);
  }
  return end;
}

function nextLine(text: string, end: number): number {
  return end >= text.length ? text.length + 1 : end + (text.startsWith('\r\n', end) ? 2 : 1);
}

function inYaml(
  { section }: EntryReading,
  list: 'deliverables' | 'next',
  items: readonly NewItem[],
  { report, start }: FixContext,
): TextEdit | undefined {
  const { text } = report;
  const column = start - lineAround(text, start).start;
  const source = text.slice(start, start + section.length);
  const { root } = readYaml(source, 0, undefined, column);
  const map = root?.kind === 'list' ? root.items[0] : root;
  if (map?.kind !== 'map' || !isInLines(map, source)) {
    return undefined;
  }
  const newLine = lineEndOf(text);
  const linesAt = (indent: number) =>
    items.flatMap(({ yaml }) => yaml.map((line, index) => ' '.repeat(indent) + (index === 0 ? '- ' : '  ') + line));
  const pair = pairOf(map, list);
  const keyColumn = columnOf(map.pairs[1]?.key.span.start ?? map.pairs[0]?.key.span.start ?? 0, source, column);
  if (pair) {
    const [first, last] =
      pair.value?.kind === 'list' && !pair.value.flow ? [pair.value.items[0], pair.value.items.at(-1)] : [];
    if (!first || !last) {
      return undefined;
    }
    const line = lineAround(source, first.span.start);
    const dash = /^( *)- +$/.exec(source.slice(line.start, first.span.start))?.[1];
    const next = map.pairs.find(({ key }) => key.span.start > last.span.start);
    const at = endOfWords(source, next ? lineAround(source, next.key.span.start).start : source.length);
    return dash === undefined ? undefined : insertion(at, newLine + linesAt(dash.length).join(newLine));
  }
  const lines = [`${' '.repeat(keyColumn)}${list}:`, ...linesAt(keyColumn + 2)];
  const before = list === 'deliverables' ? pairOf(map, 'next') : undefined;
  const line = before && lineAround(source, before.key.span.start);
  if (line && line.start > 0) {
    return insertion(line.start, lines.map((one) => one + newLine).join(''));
  }
  return insertion(endOfWords(source, source.length), newLine + lines.join(newLine));
}

/** Whether every key but the first begins a line. */
function isInLines({ pairs }: YamlMap, source: string): boolean {
  return pairs.every(({ key, complete }, index) => {
    const before = source.slice(lineAround(source, key.span.start).start, key.span.start);
    return complete && (index === 0 ? /^ *(?:- +)?$/ : /^ *$/).test(before);
  });
}

function columnOf(offset: number, source: string, firstColumn: number): number {
  const { start } = lineAround(source, offset);
  return offset - start + (start === 0 ? firstColumn : 0);
}

/** The end of the last line before an offset that is neither blank nor a comment. */
function endOfWords(source: string, before: number): number {
  return source.slice(0, before).replace(/(?:\s*\n *#[^\n]*)*\s*$/, '').length;
}

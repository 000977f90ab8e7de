import type { Report } from '../model/report';
import { lastSectionFrom } from '../model/section-at';
import type { Span } from '../model/span';
import { lineAround } from '../model/text-lines';
import { lineAbove, lineBelow } from './slot';

/** A line of YAML as far as its form tells. Columns count from 0; its span is one of offsets into the text. */
export interface YamlLine extends Span {
  /** Column of its first dash; undefined for a line that opens no item. */
  readonly dash: number | undefined;
  /** Column where its content starts, behind spaces and dashes. */
  readonly column: number;
  /** What stands there, to the end of the line. */
  readonly content: string;
  /** Its key, where it has one: the name, and the offset behind the colon. */
  readonly key: { readonly name: string; readonly end: number } | undefined;
}

/** The part of a text that is YAML. */
export interface YamlRegion extends Span {
  /** The items of `entries`, where they are known: whoever looks for something outside them passes over them. */
  readonly entries?: YamlEntries | undefined;
}

/** Where the items of `entries` stand. */
interface YamlEntries {
  /** Start of the line of the first item. */
  readonly start: number;
  /** Start of the line of the last item that begins above the cursor or in its line; undefined above all items. */
  readonly here: number | undefined;
  /** Offset at the end of the last item. */
  readonly end: number;
  /** Column in which their lines begin. */
  readonly indent: number;
}

/** A YAML report, as it is seen from an offset. */
export function yamlRegion({ text, sections }: Pick<Report, 'text' | 'sections'>, offset: number): YamlRegion {
  const [first, last] = [sections[0], sections[sections.length - 1]];
  // Between brackets an item need not stand on lines of its own.
  if (!first || !last || text[first.start] !== '-') {
    return { start: 0, end: text.length };
  }
  const line = lineAround(text, first.start);
  const above = sections[lastSectionFrom(sections, lineAround(text, offset).end)];
  const here = above && lineAround(text, above.start).start;
  const entries = { start: line.start, here, end: last.end, indent: indentOf(text, line) ?? 0 };
  return { start: 0, end: text.length, entries };
}

/** What a line stands below: keys, outermost first, or the bar of a block of text (`|`, `>`). */
export type YamlPlace =
  | {
      readonly path: readonly string[];
      /** Whether it is in an item of a list, or opens one; not so, it stands right below the last key. */
      readonly inItem: boolean;
    }
  | 'text';

/** Reads the line around an offset, no further than the region goes. */
export function yamlLineAround(text: string, offset: number, region: Span): YamlLine {
  return readLine(text, lineAround(text, offset), region);
}

/**
 * What a line stands below, told from indentation. Walks up to the top level of the region; of lines that are indented
 * too far to matter, only the indentation is looked at.
 */
export function yamlPlaceOf(text: string, line: YamlLine, region: YamlRegion): YamlPlace {
  const path: string[] = [];
  let limit = line.dash ?? line.column;
  let isItem = line.dash !== undefined;
  let inItem = isItem;
  if (isItem && line.start === region.entries?.here) {
    return { path: ['entries'], inItem };
  }
  const isEntry = (above: Span, indent: number | undefined) =>
    above.start === region.entries?.here && isItem && limit === indent;
  for (const above of linesAbove(text, line, region)) {
    const indent = indentOf(text, above);
    if (limit === 0 && !isItem) {
      break;
    }
    if (isEntry(above, indent)) {
      return { path: ['entries', ...path], inItem };
    }
    // The key that owns a list may stand in the column of its dashes.
    if (indent === undefined || indent > limit || (indent === limit && (!isItem || isSibling(text, above, limit)))) {
      continue;
    }
    const { dash, column, content, key } = readLine(text, above, region);
    const rest = key ? text.slice(key.end, above.end) : content;
    const isFlush = isItem && column === limit && dash !== limit && withoutComment(rest) === '';
    const isOwner = key !== undefined && (column < limit || isFlush);
    const isAround = isOwner || (dash !== undefined && dash < limit);
    if (isAround && TEXT_BELOW.test(rest)) {
      return 'text';
    }
    inItem ||= path.length === 0 && isAround && !isOwner;
    if (isOwner) {
      path.unshift(key.name);
    }
    if (isAround) {
      limit = dash ?? column;
      isItem = dash !== undefined;
    }
    if (isEntry(above, indent)) {
      return { path: ['entries', ...path], inItem };
    }
  }
  return { path, inItem };
}

/** The other keys of the map that a key in a line belongs to. Looks no further than the map goes. */
export function keysBeside(text: string, line: YamlLine, region: YamlRegion): readonly string[] {
  const found: string[] = [];
  const { column } = line;
  const walk = (lines: Iterable<Span>, isUp: boolean) => {
    for (const other of lines) {
      const indent = indentOf(text, other);
      if (indent === undefined || indent > column) {
        continue;
      }
      const read = readLine(text, other, region);
      if (read.dash === column) {
        continue;
      }
      if (read.column !== column || (read.dash !== undefined && !isUp)) {
        return;
      }
      found.push(...(read.key ? [read.key.name] : []));
      if (read.dash !== undefined) {
        return;
      }
    }
  };
  if (line.dash === undefined) {
    walk(linesAbove(text, line, region), true);
  }
  walk(linesBelow(text, line, region), false);
  return found;
}

/**
 * The column of the keys of the item above a line that stands in the column of the item's dash, as the cursor does
 * after Enter; undefined where there is none.
 */
export function columnOfItemAbove(text: string, line: YamlLine, region: YamlRegion): number | undefined {
  for (const above of linesAbove(text, line, region)) {
    const indent = indentOf(text, above);
    if (indent !== undefined && indent <= line.column) {
      const { dash, column } = readLine(text, above, region);
      return dash === line.column ? column : undefined;
    }
  }
  return undefined;
}

/** The words of the other items of the list that an item in a line belongs to. Looks no further than the list goes. */
export function itemsBeside(text: string, line: YamlLine, region: YamlRegion): readonly string[] {
  const found: string[] = [];
  const dash = line.dash ?? 0;
  for (const lines of [linesAbove(text, line, region), linesBelow(text, line, region)]) {
    for (const other of lines) {
      const indent = indentOf(text, other);
      if (indent === undefined || indent > dash) {
        continue;
      }
      const read = readLine(text, other, region);
      if (read.dash !== dash) {
        break;
      }
      found.push(withoutComment(read.content));
    }
  }
  return found.filter((words) => words !== '');
}

/** A value without the comment behind it and outer spaces. */
export function withoutComment(words: string): string {
  const comment = words.search(/(?:^|\s)#/);
  return (comment < 0 ? words : words.slice(0, comment)).trim();
}

/** `|`, `>`, `|-`, `>2 # comment`: the lines below are text. */
const TEXT_BELOW = /^\s*[|>][-+\d]*\s*(?:\s#.*)?$/;

function readLine(text: string, { start, end }: Span, region: Span): YamlLine {
  const words = text.slice(start, Math.min(end, region.end));
  const head = /^\s*(?:-(?:\s+|$))*/.exec(words)?.[0] ?? '';
  const content = words.slice(head.length);
  const pair = /^(["']?)([A-Za-z][\w-]*)\1\s*:(?=\s|$)/.exec(content);
  const dash = head.indexOf('-');
  return {
    start,
    end: start + words.length,
    dash: dash < 0 ? undefined : dash,
    column: head.length,
    content,
    key: pair?.[2] === undefined ? undefined : { name: pair[2], end: start + head.length + pair[0].length },
  };
}

/** Whether a line opens one more item of a list whose dashes stand in a column. */
function isSibling(text: string, { start, end }: Span, column: number): boolean {
  const at = start + column;
  return text[at] === '-' && (at + 1 === end || text[at + 1] === ' ');
}

/** Columns before the first sign of a line; undefined for a blank line and a comment. */
function indentOf(text: string, { start, end }: Span): number | undefined {
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) {
    at++;
  }
  return at === end || text[at] === '#' ? undefined : at - start;
}

/** The lines above one, nearest first; behind the item of `entries` that it is in or below come the lines above the first. */
function* linesAbove(text: string, line: Span, region: YamlRegion): Iterable<Span> {
  const { entries } = region;
  const above = ({ start }: Span) => lineAbove(text, entries && start === entries.here ? entries.start : start);
  for (let at = above(line); at && at.start >= region.start; at = above(at)) {
    yield at;
  }
}

/** The lines below one, nearest first; without the items of `entries` where it stands above them or further out. */
function* linesBelow(text: string, line: YamlLine, region: YamlRegion): Iterable<Span> {
  const { entries } = region;
  const isPassed = entries !== undefined && line.column <= entries.indent;
  const below = ({ start, end }: Span) => {
    const next = lineBelow(text, end);
    const isEntry = isPassed && next && start < entries.end && next.start >= entries.start && next.start < entries.end;
    return isEntry ? lineBelow(text, lineAround(text, entries.end - 1).end) : next;
  };
  for (let at = below(line); at && at.start <= region.end; at = below(at)) {
    yield at;
  }
}

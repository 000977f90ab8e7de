import type { Section } from '../model/report';
import type { Span } from '../model/span';
import { lineAbove, lineAround, lineBelow } from './slot';

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
  /** Start of the line of an item of `entries` at or above the cursor, where one is known: no need to look further up. */
  readonly entryLine?: number | undefined;
}

/** A YAML report; `section` is the one at the cursor. */
export function yamlRegion(text: string, section: Section | undefined): YamlRegion {
  return { start: 0, end: text.length, entryLine: section && lineAround(text, section.start).start };
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
  if (isItem && line.start === region.entryLine) {
    return { path: ['entries'], inItem };
  }
  for (const above of linesAbove(text, line, region)) {
    if (limit === 0 && !isItem) {
      break;
    }
    const indent = indentOf(text, above);
    // The key that owns a list may stand in the column of its dashes.
    if (indent === undefined || indent > limit || (indent === limit && !isItem)) {
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
    if (above.start === region.entryLine && isItem && limit === indent) {
      return { path: ['entries', ...path], inItem };
    }
  }
  return { path, inItem };
}

/** The other keys of the map that a key in a line belongs to. Looks no further than the map goes. */
export function keysBeside(text: string, line: YamlLine, region: Span): readonly string[] {
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
export function columnOfItemAbove(text: string, line: YamlLine, region: Span): number | undefined {
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
export function itemsBeside(text: string, line: YamlLine, region: Span): readonly string[] {
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

/** Columns before the first sign of a line; undefined for a blank line and a comment. */
function indentOf(text: string, { start, end }: Span): number | undefined {
  let at = start;
  while (at < end && (text[at] === ' ' || text[at] === '\t')) {
    at++;
  }
  return at === end || text[at] === '#' ? undefined : at - start;
}

function* linesAbove(text: string, line: Span, region: Span): Iterable<Span> {
  for (let at = lineAbove(text, line.start); at && at.start >= region.start; at = lineAbove(text, at.start)) {
    yield at;
  }
}

function* linesBelow(text: string, line: Span, region: Span): Iterable<Span> {
  for (let at = lineBelow(text, line.end); at && at.start <= region.end; at = lineBelow(text, at.end)) {
    yield at;
  }
}

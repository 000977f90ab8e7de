import { type Span, touches } from '../model/span';
import { itemAround, type KeyPlace, lineAround, type Slot, trimmed, type ValueKind } from './slot';

/** A line of YAML as far as its form tells. Columns count from 0. */
interface Line {
  readonly start: number;
  /** Columns of its dashes. */
  readonly dashes: readonly number[];
  /** Column where its content starts, behind spaces and dashes. */
  readonly column: number;
  /** Its key, where it has one, and what follows the colon. */
  readonly key: string | undefined;
  readonly value: string;
  readonly blank: boolean;
}

/**
 * What could be written at an offset in YAML between `region.start` and `region.end`: the front matter of a Markdown
 * report, or a whole YAML report. Told from the indentation of the lines, so that a draft that is not YAML yet, because
 * something is missing at the cursor, has its completions all the same. Undefined inside a block of text and elsewhere.
 */
export function yamlSlot(text: string, offset: number, region: Span): Slot | undefined {
  const lines = linesOf(text, region);
  const index = lines.findLastIndex((line) => line.start <= offset);
  const line = lines[index];
  if (!line || offset < line.start + Math.min(line.column, offset - line.start)) {
    return undefined;
  }
  const whole = lineAround(text, offset);
  const before = text.slice(whole.start, offset);
  if (/(^|\s)#/.test(before)) {
    return undefined;
  }
  const ancestry = ancestryOf(lines, index);
  if (!ancestry) {
    return undefined;
  }
  const content: Span = { start: whole.start + line.column, end: whole.end };
  const valueStart = line.key === undefined ? undefined : colonEnd(text, content);
  if (valueStart !== undefined && offset >= valueStart) {
    return valueSlot(text, offset, { start: valueStart, end: whole.end }, [...ancestry.path, line.key ?? '']);
  }
  const scalarList = line.dashes.length > 0 ? VALUES[ancestry.path.join('.')] : undefined;
  if (scalarList !== undefined) {
    return valueSlot(text, offset, content, ancestry.path);
  }
  const place = PLACES[ancestry.path.join('.')];
  const typed = { start: content.start, end: valueStart === undefined ? content.end : valueStart - 1 };
  if (place === undefined || !/^["']?[\w-]*["']?\s*$/.test(text.slice(typed.start, typed.end))) {
    return undefined;
  }
  return {
    kind: 'key',
    place,
    typed: trimmed(text, typed, offset),
    hasColon: valueStart !== undefined,
    present: siblings(lines, index),
    indent: line.column,
    startsItem: line.dashes.length > 0,
  };
}

/** The key under an offset, where it is one of a map that is known; `span` is the key without quotes and colon. */
export function yamlKeyAt(
  text: string,
  offset: number,
  region: Span,
): { readonly name: string; readonly place: KeyPlace; readonly span: Span } | undefined {
  const lines = linesOf(text, region);
  const index = lines.findLastIndex((line) => line.start <= offset);
  const line = lines[index];
  if (line?.key === undefined) {
    return undefined;
  }
  const start = text.indexOf(line.key, line.start + line.column);
  const place = PLACES[ancestryOf(lines, index)?.path.join('.') ?? '-'];
  const span = { start, end: start + line.key.length };
  return place !== undefined && touches(span, offset) ? { name: line.key, place, span } : undefined;
}

/** Which map the keys below a path of keys belong to. */
const PLACES: Readonly<Record<string, KeyPlace>> = {
  '': 'header',
  scope: 'scope',
  'scope.except': 'except',
  entries: 'entry',
  'entries.deliverables': 'deliverable',
  'entries.next': 'next',
  'entries.follow-up': 'follow-up',
};

/** What the values of a path of keys are. */
const VALUES: Readonly<Record<string, ValueKind>> = {
  roadmap: 'roadmap',
  kind: 'kind',
  author: 'actor',
  date: 'day',
  'as-of': 'day',
  'scope.areas': 'area',
  'scope.actions': 'action',
  'scope.actors': 'actor',
  'scope.except.action': 'action',
  'entries.section': 'section',
  'entries.action': 'action',
  'entries.status': 'status',
  'entries.actors': 'actor',
  'entries.due': 'due',
  'entries.revised': 'revised',
  'entries.completed': 'completed',
  'entries.deliverables.deliverable': 'deliverable',
  'entries.deliverables.status': 'status',
  'entries.deliverables.actors': 'actor',
  'entries.deliverables.due': 'due',
  'entries.deliverables.revised': 'revised',
  'entries.deliverables.completed': 'completed',
  'entries.next.actors': 'actor',
  'entries.next.due': 'next-due',
  'entries.follow-up.status': 'status',
};

function valueSlot(text: string, offset: number, span: Span, path: readonly string[]): Slot | undefined {
  const value = VALUES[path.join('.')];
  if (value === undefined) {
    return undefined;
  }
  const words = text.slice(span.start, span.end);
  const comment = words.search(/\s#/);
  const inside = { start: span.start, end: comment < 0 ? span.end : span.start + comment };
  if (offset > inside.end) {
    return undefined;
  }
  const opening = words.search(/\S/);
  if (words[opening] === '[') {
    const closing = words.indexOf(']');
    const list = { start: span.start + opening + 1, end: closing < 0 ? inside.end : span.start + closing };
    if (offset < list.start || offset > list.end) {
      return undefined;
    }
    return { kind: 'value', value, format: 'yaml', ...itemAround(text, list, offset, /,/g) };
  }
  return { kind: 'value', value, format: 'yaml', typed: trimmed(text, inside, offset), listed: [] };
}

/** The keys above a line, outermost first; undefined inside a block of text (`|`, `>`). */
function ancestryOf(lines: readonly Line[], index: number): { readonly path: readonly string[] } | undefined {
  const path: string[] = [];
  const current = lines[index];
  if (!current) {
    return undefined;
  }
  let limit = current.dashes.at(0) ?? current.column;
  // A dash may stand in the column of the key that it belongs to.
  let atDash = current.dashes.length > 0;
  for (let i = index - 1; i >= 0 && (limit > 0 || atDash); i--) {
    const line = lines[i];
    if (!line || line.blank) {
      continue;
    }
    const isParent =
      line.key !== undefined && (line.column < limit || (atDash && line.column === limit && line.dashes.length === 0));
    if (isParent) {
      if (/^[|>]/.test(line.value)) {
        return undefined;
      }
      path.unshift(line.key ?? '');
      atDash = line.dashes.length > 0;
      limit = line.dashes.at(0) ?? line.column;
    } else if (!atDash && line.dashes.length > 0 && line.column === limit) {
      atDash = true;
      limit = line.dashes.at(0) ?? line.column;
    }
  }
  return { path };
}

/** The other keys of the map that a line belongs to. */
function siblings(lines: readonly Line[], index: number): readonly string[] {
  const column = lines[index]?.column ?? 0;
  const found: string[] = [];
  const walk = (from: number, step: 1 | -1) => {
    for (let i = from; i >= 0 && i < lines.length; i += step) {
      const line = lines[i];
      if (!line || line.blank) {
        continue;
      }
      const opensItem = line.dashes.length > 0 && line.column === column;
      if (line.column < column || (line.dashes[0] ?? column) < column - 2 || (step === 1 && opensItem)) {
        break;
      }
      if (line.column === column && line.key !== undefined) {
        found.push(line.key);
      }
      if (opensItem) {
        break;
      }
    }
  };
  if ((lines[index]?.dashes.length ?? 0) === 0) {
    walk(index - 1, -1);
  }
  walk(index + 1, 1);
  return found;
}

function linesOf(text: string, region: Span): readonly Line[] {
  const lines: Line[] = [];
  for (let start = region.start; start <= region.end; ) {
    const { end } = lineAround(text, start);
    const words = text.slice(start, Math.min(end, region.end));
    const head = /^\s*(?:-(?:\s+|$))*/.exec(words)?.[0] ?? '';
    const content = words.slice(head.length);
    const pair = /^["']?([A-Za-z][\w-]*)["']?\s*:(?:\s+(.*))?$/.exec(content);
    lines.push({
      start,
      dashes: [...head.matchAll(/-/g)].map((match) => match.index),
      column: head.length,
      key: pair?.[1],
      value: pair?.[2] ?? '',
      blank: (content === '' && !head.includes('-')) || content.startsWith('#'),
    });
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return lines;
}

/** Where the value behind a key's colon starts. */
function colonEnd(text: string, content: Span): number {
  return text.indexOf(':', content.start) + 1;
}

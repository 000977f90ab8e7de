import { type Span, touches } from '../model/span';
import { keysOf } from './describe-key';
import { markerOf } from './markdown-list';
import { mentionSlot } from './mention-slot';
import {
  gapBefore,
  itemAround,
  type KeyPlace,
  type KeySlot,
  type LineSlot,
  lineAbove,
  lineSlot,
  type Slot,
  trimmed,
  type ValueKind,
  type ValueSlot,
} from './slot';
import { REPORT_FORM, type YamlForm } from './yaml-form';
import {
  columnOfItemAbove,
  itemsBeside,
  keysBeside,
  withoutComment,
  type YamlLine,
  type YamlRegion,
  yamlLineAround,
  yamlPlaceOf,
} from './yaml-lines';

/**
 * What could be written at an offset in YAML: the front matter of a Markdown report, or a whole YAML report. Told from
 * the indentation of the lines, so that a draft that is not YAML yet, because something is missing at the cursor, has
 * its completions all the same. In a text only a mention of an action can be completed; `labels` are the roadmaps'
 * labels for actions ("Action").
 */
export function yamlSlot(
  text: string,
  offset: number,
  region: YamlRegion,
  labels: readonly string[],
  form: YamlForm = REPORT_FORM,
): Slot | undefined {
  const line = lineAtCursor(text, offset, region);
  const place = line && yamlPlaceOf(text, line, region);
  if (!line || !place) {
    return undefined;
  }
  if (place === 'text') {
    return mentionSlot(text, offset, line.start, labels);
  }
  if (isBehindComment(text.slice(line.start, offset))) {
    return undefined;
  }
  const { path } = place;
  const content = { start: line.start + line.column, end: line.end };
  const keyPlace = form.placeAt(path);
  const key = line.key ?? keyWithoutSpace(line, keyPlace);
  if (key && offset >= key.end) {
    const span = { start: key.end, end: line.end };
    return form.isSentence(key.name)
      ? mentionSlot(text, offset, span.start, labels)
      : valueSlot(text, offset, span, form.valueAt([...path, key.name]), [...path, key.name]);
  }
  if (line.dash !== undefined && keyPlace === undefined) {
    const slot = valueSlot(text, offset, content, form.valueAt(path), path);
    return slot && { ...slot, listed: [...slot.listed, ...itemsBeside(text, line, region)] };
  }
  const inBrackets =
    line.dash === undefined ? bracketedSlot(text, offset, line, region, form.valueAt(path), path) : undefined;
  if (inBrackets) {
    return inBrackets;
  }
  const lacksDash = keyPlace !== undefined && form.isItem(keyPlace) && !place.inItem;
  return keyPlace && keySlot(text, offset, line, keyPlace, lacksDash, region);
}

/**
 * The start of a line, or of a list item in it, in a block of text (`text: |`) of a YAML report. Undefined elsewhere, behind
 * other words, and where what is written would stand further out than the block.
 */
export function yamlTextSlot(text: string, offset: number, region: YamlRegion): LineSlot | undefined {
  const line = lineAtCursor(text, offset, region);
  if (!line || yamlPlaceOf(text, line, region) !== 'text') {
    return undefined;
  }
  const words = text.slice(line.start, line.end);
  const marker = markerOf(words);
  const indent = line.content === '' && !marker ? offset - line.start : words.search(/\S|$/);
  const start = line.start + (marker?.length ?? indent);
  return start <= offset && indent >= indentOfText(text, line.start, indent)
    ? lineSlot(text, offset, { start, end: line.end }, 'entry', marker !== undefined)
    : undefined;
}

/** The key under an offset, where it is one of a map that is known; `span` is the key without quotes and colon. */
export function yamlKeyAt(
  text: string,
  offset: number,
  region: YamlRegion,
  form: YamlForm = REPORT_FORM,
): { readonly name: string; readonly place: KeyPlace; readonly span: Span } | undefined {
  const line = yamlLineAround(text, offset, region);
  if (!line.key) {
    return undefined;
  }
  const start = text.indexOf(line.key.name, line.start + line.column);
  const span = { start, end: start + line.key.name.length };
  const place = touches(span, offset) ? yamlPlaceOf(text, line, region) : 'text';
  const keyPlace = place === 'text' ? undefined : form.placeAt(place.path);
  return keyPlace && { name: line.key.name, place: keyPlace, span };
}

/**
 * The line of the cursor; one without words is as long as the cursor says, for that is where they will stand. Undefined
 * where the cursor is before the words.
 */
function lineAtCursor(text: string, offset: number, region: Span): YamlLine | undefined {
  const line = yamlLineAround(text, offset, region);
  if (line.content === '') {
    const column = Math.min(line.column, offset - line.start);
    return line.dash === undefined || column > line.dash ? { ...line, column } : undefined;
  }
  return offset >= line.start + line.column ? line : undefined;
}

/** The indentation of the lines above one, as far as they are indented as much; that of the first of them. */
function indentOfText(text: string, start: number, indent: number): number {
  let found = indent;
  for (let above = lineAbove(text, start); above; above = lineAbove(text, above.start)) {
    const column = text.slice(above.start, above.end).search(/\S/);
    if (column >= 0 && column < indent) {
      break;
    }
    found = column < 0 ? found : column;
  }
  return found;
}

/** `status:in progress`: no key in YAML yet. */
function keyWithoutSpace(line: YamlLine, place: KeyPlace | undefined): YamlLine['key'] {
  const name = /^([a-z-]+):/.exec(line.content)?.[1];
  return name !== undefined && place !== undefined && keysOf(place).includes(name)
    ? { name, end: line.start + line.column + name.length + 1 }
    : undefined;
}

function keySlot(
  text: string,
  offset: number,
  line: YamlLine,
  place: KeyPlace,
  lacksDash: boolean,
  region: YamlRegion,
): KeySlot | undefined {
  const start = line.start + line.column;
  const rest = text.slice(offset, line.end);
  const behind = /^([\w-]*["']?)\s*(:?)/.exec(rest);
  if (!behind || !/^["']?[\w-]*$/.test(text.slice(start, offset)) || !/^[\w-]*["']?\s*(?::|#|$)/.test(rest)) {
    return undefined;
  }
  const typed = { start, end: offset + (behind[1]?.length ?? 0) };
  const common = { kind: 'key', place, typed, hasColon: behind[2] === ':' } as const;
  if (!lacksDash) {
    const gap = gapBefore(text, start);
    const present = keysBeside(text, line, region);
    return { ...common, gap, present, column: line.column + gap.length, dash: line.dash };
  }
  const column = columnOfItemAbove(text, line, region);
  const inItemAbove: KeySlot | undefined =
    column === undefined
      ? undefined
      : {
          ...common,
          gap: ' '.repeat(column - line.column),
          present: keysBeside(text, { ...line, column }, region),
          column,
          dash: undefined,
        };
  return { ...common, gap: '- ', present: [], column: line.column + 2, dash: line.column, inItemAbove };
}

/** A value in a span that ends with its line: a list in brackets, names between commas, or the whole. */
function valueSlot(
  text: string,
  offset: number,
  span: Span,
  value: ValueKind | undefined,
  path: readonly string[],
): ValueSlot | undefined {
  const words = text.slice(span.start, span.end);
  const comment = words.search(/\s#/);
  const inside = { start: span.start, end: comment < 0 ? span.end : span.start + comment + 1 };
  const opening = words.search(/\S/);
  if (value === undefined || offset > inside.end) {
    return undefined;
  }
  if (words[opening] === '[') {
    return listSlot(text, offset, span.start + opening, inside.end, value, path);
  }
  const item =
    value === 'actor' ? itemAround(text, inside, offset, /,/g) : { typed: trimmed(text, inside, offset), listed: [] };
  return { kind: 'value', value, path, format: 'yaml', gap: gapBefore(text, item.typed.start), ...item };
}

/** An item of a list in brackets, which need not be closed before `end`. */
function listSlot(
  text: string,
  offset: number,
  opening: number,
  end: number,
  value: ValueKind,
  path: readonly string[],
): ValueSlot | undefined {
  const closing = text.slice(opening, end).indexOf(']');
  const list = { start: opening + 1, end: closing < 0 ? end : opening + closing };
  if (offset < list.start || offset > list.end) {
    return undefined;
  }
  const { typed, listed } = itemAround(text, list, offset, /,/g);
  return { kind: 'value', value, path, format: 'yaml', typed, gap: gapBefore(text, typed.start), listed };
}

/** An item of a list in brackets that a line above opens: behind the last bracket, which its key stands before. */
function bracketedSlot(
  text: string,
  offset: number,
  line: YamlLine,
  region: Span,
  value: ValueKind | undefined,
  path: readonly string[],
): ValueSlot | undefined {
  const from = Math.max(region.start, offset - LONGEST_LIST);
  const before = text.slice(from, offset);
  const opening = before.lastIndexOf('[');
  const key = path[path.length - 1] ?? '';
  if (
    opening < 0 ||
    value === undefined ||
    before.includes(']', opening) ||
    !before.slice(0, opening).trimEnd().endsWith(`${key}:`)
  ) {
    return undefined;
  }
  const slot = listSlot(text, offset, from + opening, line.end, value, path);
  return slot && { ...slot, typed: { ...slot.typed, start: Math.max(slot.typed.start, line.start + line.column) } };
}

const LONGEST_LIST = 4000;

/** Whether the words before the cursor are a comment, or go on behind the start of one. */
function isBehindComment(before: string): boolean {
  return withoutComment(before).length < before.trim().length;
}

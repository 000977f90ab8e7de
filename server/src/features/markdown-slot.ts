import type { Span } from '../model/span';
import { lineAround } from '../model/text-lines';
import { fieldLabelled } from '../parse/fields';
import { type FrontMatter, frontMatterOf } from '../parse/front-matter';
import { markdownCell } from './markdown-cell';
import { type MarkdownItem, markdownItem, markerOf } from './markdown-list';
import { isUnread } from './markdown-unread';
import { mentionSlot } from './mention-slot';
import { gapBefore, itemAround, lineSlot, type Slot, trimmed, type ValueKind, type ValueSlot } from './slot';
import { yamlSlot } from './yaml-slot';

/**
 * What could be written at an offset in a Markdown report, told from the line (a field's value, a heading, a table's
 * cell, the start of an item) and the lines above it. `labels` are the roadmaps' labels for actions ("Action").
 *
 * @param sectionStart offset of a line at or above the cursor that is in no code and no comment
 */
export function markdownSlot(
  text: string,
  offset: number,
  sectionStart: number,
  labels: readonly string[],
): Slot | undefined {
  const front = frontMatterOf(text);
  const region = front && headerRegion(text, offset, front);
  if (region) {
    return yamlSlot(text, offset, region, labels);
  }
  const line = lineAround(text, offset);
  if ((front && offset < front.bodyStart) || isUnread(text.slice(Math.min(sectionStart, line.start), offset))) {
    return undefined;
  }
  const words = text.slice(line.start, line.end);
  const heading = /^ {0,3}#{1,6}[ \t]+/.exec(text.slice(line.start, offset));
  if (heading) {
    return valueSlot(text, offset, { start: line.start + heading[0].length, end: line.end }, 'heading');
  }
  const mention = mentionSlot(text, offset, line.start, labels);
  if (/^\s*\|/.test(words)) {
    return cellSlot(text, offset, line, labels) ?? mention;
  }
  const item = markdownItem(text, line);
  return fieldSlot(text, offset, line) ?? mention ?? itemSlot(text, offset, line, item);
}

/** The lines of the front matter where the cursor is in them; one that is not closed yet goes on with a word typed. */
function headerRegion(text: string, offset: number, { inside, closed }: FrontMatter): Span | undefined {
  if (offset >= inside.start && offset < inside.end) {
    return inside;
  }
  const line = lineAround(text, offset);
  const isNext = !closed && line.start <= inside.end && inside.end <= line.end;
  const isTyped = /^[\w-]*(?::.*)?$/.test(text.slice(line.start, line.end));
  return isNext && isTyped ? { start: inside.start, end: line.end } : undefined;
}

/** What the values of fields are; those of other fields are the author's own words. */
const VALUE_OF_FIELD: ReadonlyMap<string | undefined, ValueKind> = new Map([
  ['status', 'status'],
  ['actors', 'actor'],
  ['due', 'due'],
  ['revised', 'revised'],
  ['completed', 'completed'],
  ['next', 'subject'],
]);

/** Behind a label: "- **Status:** in". */
function fieldSlot(text: string, offset: number, line: Span): Slot | undefined {
  const words = text.slice(line.start, line.end);
  const marker = markerOf(words)?.length ?? 0;
  const label = /^\s*(?:\*\*|__)?(\p{L}[\p{L} -]*?)(?:\*\*|__)?[ \t]*:(?:\*\*|__)?/u.exec(words.slice(marker));
  const value = VALUE_OF_FIELD.get(fieldLabelled(label?.[1] ?? '')?.key);
  const start = line.start + marker + (label?.[0].length ?? 0);
  return value === undefined || offset < start ? undefined : fieldValue(text, offset, { start, end: line.end }, value);
}

/** A cell of a table whose header names fields. */
function cellSlot(text: string, offset: number, line: Span, labels: readonly string[]): Slot | undefined {
  const cell = markdownCell(text, offset, line);
  const title = cell?.title.toLowerCase();
  const ofActions = ['action', 'measure', 'commitment', ...labels.map((label) => label.toLowerCase())];
  const isAction = title !== undefined && ofActions.includes(title.replace(/s$/, ''));
  const value = isAction ? 'heading' : VALUE_OF_FIELD.get(fieldLabelled(title ?? '')?.key);
  return cell && value && fieldValue(text, offset, cell.span, value);
}

/** The value of a field; of next steps in one line it is the one between semicolons. */
function fieldValue(text: string, offset: number, span: Span, value: ValueKind): Slot | undefined {
  if (value !== 'subject') {
    return valueSlot(text, offset, span, value);
  }
  const steps = text.slice(span.start, offset).lastIndexOf(';');
  return nextStepSlot(text, offset, { start: span.start + steps + 1, end: span.end });
}

/** A value in a span of one line: of names the one between separators; a remark behind the words is no part of them. */
function valueSlot(text: string, offset: number, span: Span, value: ValueKind): ValueSlot | undefined {
  const words = text.slice(span.start, span.end);
  const remark = NAMES.has(value) || value === 'heading' ? undefined : /\s*[(;]|\s[–—-]\s/.exec(words);
  const inside = { start: span.start, end: remark ? span.start + remark.index : span.end };
  if (offset > inside.end) {
    return undefined;
  }
  const item = NAMES.has(value)
    ? itemAround(text, inside, offset, /[,;/]|\s(?:and|&)(?=\s)/g)
    : { typed: trimmed(text, inside, offset), listed: [] };
  return { kind: 'value', value, format: 'markdown', gap: gapBefore(text, item.typed.start), ...item };
}

const NAMES: ReadonlySet<ValueKind> = new Set(['actor', 'subject']);

/** The start of a line or of a list item; what it can be depends on the label that owns the list. */
function itemSlot(text: string, offset: number, line: Span, item: MarkdownItem | undefined): Slot | undefined {
  const start = line.start + (item?.marker ?? 0);
  if (offset < start) {
    return undefined;
  }
  const rest = { start, end: line.end };
  const owner = item?.owner;
  if (item && owner !== undefined && !item.isNested) {
    switch (owner) {
      case 'deliverables':
        return statusBehindColon(text, offset, rest) ?? deliverableSlot(text, offset, rest);
      case 'follow-up':
        return statusBehindColon(text, offset, rest);
      case 'next':
        return nextStepSlot(text, offset, rest);
      case 'actors':
        return valueSlot(text, offset, rest, 'actor');
      default:
        return undefined;
    }
  }
  const place = owner === 'deliverables' ? 'deliverable' : owner === 'next' ? 'next' : 'entry';
  return lineSlot(text, offset, rest, place, item !== undefined);
}

/** "Blueprint for partnerships: delivered", behind the colon. */
function statusBehindColon(text: string, offset: number, item: Span): Slot | undefined {
  const colon = text.slice(item.start, offset).lastIndexOf(':');
  return colon < 0 ? undefined : valueSlot(text, offset, { start: item.start + colon + 1, end: item.end }, 'status');
}

/** The name of a deliverable, as far as its colon. */
function deliverableSlot(text: string, offset: number, item: Span): Slot | undefined {
  if (text.slice(item.start, offset).includes(':')) {
    return undefined;
  }
  const behind = text.slice(offset, item.end).indexOf(':');
  const end = behind < 0 ? item.end : offset + behind;
  const typed = trimmed(text, { start: item.start, end }, offset);
  const gap = gapBefore(text, typed.start);
  return { kind: 'value', value: 'deliverable', format: 'markdown', typed, gap, listed: [] };
}

/** "Europol and Eurojust will present it (autumn 2024)": a name before the verb, or the date in brackets. */
function nextStepSlot(text: string, offset: number, item: Span): Slot | undefined {
  const bracket = /\([^()]*$/.exec(text.slice(item.start, offset));
  if (bracket) {
    const start = item.start + bracket.index + 1;
    const closing = text.slice(offset, item.end).indexOf(')');
    return valueSlot(text, offset, { start, end: closing < 0 ? item.end : offset + closing }, 'next-due');
  }
  const article = /^\s*the\s/i.exec(text.slice(item.start, offset))?.[0].length ?? 0;
  const word = /^[\p{L}\p{N}]*/u.exec(text.slice(offset, item.end))?.[0].length ?? 0;
  return valueSlot(text, offset, { start: item.start + article, end: offset + word }, 'subject');
}

import type { Span } from '../model/span';
import { FIELD_NAMES, fieldLabelled } from '../parse/fields';
import { frontMatterOf } from '../parse/front-matter';
import { itemAround, lineAround, type Slot, trimmed, type ValueKind } from './slot';
import { yamlSlot } from './yaml-slot';

/** Words that separate the names of a list in prose. */
const NAME_SEPARATOR = /[,;]|\band\b/g;

const VALUE_OF_FIELD: Readonly<Record<string, ValueKind>> = {
  status: 'status',
  actors: 'actor',
  due: 'due',
  revised: 'revised',
  completed: 'completed',
  deliverables: 'deliverable',
};

/**
 * What could be written at an offset in a Markdown report, told from the line (a field's value, a heading, a table's
 * cell, the start of an item) and the lines above it. `labels` are the roadmaps' labels for actions ("Action").
 */
export function markdownSlot(text: string, offset: number, labels: readonly string[]): Slot | undefined {
  const front = frontMatterOf(text);
  if (front && offset < front.bodyStart) {
    return offset >= front.inside.start && offset <= front.inside.end
      ? yamlSlot(text, offset, { start: front.inside.start, end: Math.max(front.inside.start, front.inside.end - 1) })
      : undefined;
  }
  const line = lineAround(text, offset);
  const words = text.slice(line.start, line.end);
  const before = text.slice(line.start, offset);
  const heading = /^ {0,3}#{1,6}[ \t]+/.exec(before);
  if (heading) {
    const typed = trimmed(text, { start: line.start + heading[0].length, end: line.end }, offset);
    return { kind: 'value', value: 'heading', format: 'markdown', typed, listed: [] };
  }
  if (/^\s*\|/.test(words)) {
    return cellSlot(text, offset, line);
  }
  return fieldSlot(text, offset, line) ?? mentionSlot(text, offset, labels) ?? startSlot(text, offset, line);
}

/** Behind a label: "- **Status:** in". */
function fieldSlot(text: string, offset: number, line: Span): Slot | undefined {
  const words = text.slice(line.start, line.end);
  const label = /^\s*(?:[-*+][ \t]+)?(?:\*\*|__)?([\p{L}][\p{L} -]*?)(?:\*\*|__)?[ \t]*:(?:\*\*|__)?/u.exec(words);
  const field = label?.[1] === undefined ? undefined : fieldLabelled(label[1]);
  const start = line.start + (label?.[0].length ?? 0);
  const value = field && VALUE_OF_FIELD[field.key];
  if (value === undefined || offset < start) {
    return undefined;
  }
  const span = { start, end: line.end };
  return value === 'actor'
    ? { kind: 'value', value, format: 'markdown', ...itemAround(text, span, offset, NAME_SEPARATOR) }
    : { kind: 'value', value, format: 'markdown', typed: trimmed(text, span, offset), listed: [] };
}

/** A cell of a table whose header names fields. */
function cellSlot(text: string, offset: number, line: Span): Slot | undefined {
  const header = headerOfTable(text, line);
  const column = text.slice(line.start, offset).split('|').length - 2;
  const title = header?.[column];
  if (title === undefined) {
    return undefined;
  }
  const start = text.lastIndexOf('|', offset - 1) + 1;
  const next = text.slice(offset, line.end).indexOf('|');
  const span = { start, end: next < 0 ? line.end : offset + next };
  const value = /^(actions?|measures?)$/i.test(title) ? 'heading' : VALUE_OF_FIELD[fieldLabelled(title)?.key ?? ''];
  if (value === undefined) {
    return undefined;
  }
  return value === 'actor'
    ? { kind: 'value', value, format: 'markdown', ...itemAround(text, span, offset, NAME_SEPARATOR) }
    : { kind: 'value', value, format: 'markdown', typed: trimmed(text, span, offset), listed: [] };
}

/** The cells of the header of the table that a line is in. */
function headerOfTable(text: string, line: Span): readonly string[] | undefined {
  const isDelimiter = (words: string) => /^\s*\|?[\s:|-]*-[\s:|-]*$/.test(words) && words.includes('|');
  for (let at = line; at.start > 0; ) {
    const above = lineAround(text, at.start - (text.startsWith('\r\n', at.start - 2) ? 2 : 1));
    const words = text.slice(above.start, above.end);
    if (!words.includes('|')) {
      return undefined;
    }
    if (isDelimiter(text.slice(at.start, at.end))) {
      return words
        .replace(/^\s*\||\|\s*$/g, '')
        .split('|')
        .map((cell) => cell.replace(/[*_]/g, '').trim());
    }
    at = above;
  }
  return undefined;
}

/** Behind "Action " in prose. */
function mentionSlot(text: string, offset: number, labels: readonly string[]): Slot | undefined {
  const before = text.slice(lineAround(text, offset).start, offset);
  for (const label of labels) {
    const at = before.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(label)}s?[ \\u00a0](?:[\\p{L}\\p{N}.]*)$`, 'u'));
    if (at >= 0) {
      const start = offset - (before.length - at - before.slice(at).search(/[ \u00a0]/) - 1);
      return { kind: 'value', value: 'mention', format: 'markdown', typed: { start, end: offset }, listed: [] };
    }
  }
  return undefined;
}

/** The start of a line or an item: what it may be depends on the label above it. */
function startSlot(text: string, offset: number, line: Span): Slot | undefined {
  const before = text.slice(line.start, offset);
  const start = /^(\s*[-*+][ \t]+)?(?:\*\*)?[\p{L} -]*$/u.exec(before);
  const inItem = start?.[1] !== undefined;
  if (!start || before.length - (start[1]?.length ?? 0) > LONGEST_LABEL) {
    return undefined;
  }
  const typed = { start: line.start + (start[1]?.length ?? 0), end: offset };
  const above = labelAbove(text, line);
  if (inItem && (above === 'next' || above === 'deliverables')) {
    const value = above === 'next' ? 'actor' : 'deliverable';
    return { kind: 'value', value, format: 'markdown', typed, listed: [] };
  }
  return { kind: 'line', typed, inItem, labels: FIELD_NAMES.map((field) => field.labels[0]) };
}

const LONGEST_LABEL = 24;

/** The key of the field whose list a line is in: the nearest label or heading above, over list items and blank lines. */
function labelAbove(text: string, line: Span): string | undefined {
  for (let at = line; at.start > 0; ) {
    at = lineAround(text, at.start - (text.startsWith('\r\n', at.start - 2) ? 2 : 1));
    const words = text.slice(at.start, at.end);
    const label = words
      .replace(/[#*_:]/g, ' ')
      .replace(/^\s*[-+]\s/, '')
      .trim();
    const field = fieldLabelled(label);
    if (field) {
      return field.key;
    }
    if (words.trim() !== '' && !/^\s*[-*+]\s|^\s{2,}\S/.test(words)) {
      return undefined;
    }
  }
  return undefined;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

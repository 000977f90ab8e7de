import { isEmptyValue } from '../model/empty-value';
import type { EntryReading } from '../model/entry';
import type { TextEdit } from '../model/finding';
import type { Field, Report } from '../model/report';
import { isReadable } from '../model/section';
import type { Span } from '../model/span';
import { insertion } from '../model/text-edits';
import { lineAround, lineEndOf } from '../model/text-lines';
import { fieldLabelled } from '../parse/fields';
import { yamlScalar } from '../write/yaml-scalar';
import { fieldBelow } from './field-below';
import type { ReportedPart } from './reported-parts';
import type { FixContext } from './rule';

/** A field that a fix gives to an entry or deliverable. */
export interface NewField {
  readonly name: 'status' | 'revised' | 'reason' | 'completed' | 'evidence';
  readonly value: string;
}

/**
 * Edits that give a part of an entry these fields: in the place of a value that says nothing (a status is replaced
 * whatever it says), in the cell of a table, on a line of its own behind another field, below a deliverable, or below
 * the heading or key that opens the entry. A field that says something already stays. Undefined where there is no place
 * for one of them. Spans are relative to the section.
 */
export function giveFields(
  part: ReportedPart,
  entry: EntryReading,
  fields: readonly NewField[],
  { report, start }: FixContext,
): readonly TextEdit[] | undefined {
  const said = (name: NewField['name']): Field<unknown> | undefined => part.fields[name];
  const wanted = fields.filter(({ name }) => name === 'status' || isEmptyValue(said(name)?.text ?? ''));
  const inPlace = wanted.flatMap(({ name, value }) => {
    const field = said(name);
    return field ? [writtenOver(report, start, field, value)] : [];
  });
  const missing = wanted.filter(({ name }) => !said(name));
  const added = missing.length > 0 ? addedTo(part, entry, missing, report, start) : [];
  const edits = [...inPlace, ...(added ?? [undefined])];
  return edits.every((edit) => edit !== undefined) ? edits : undefined;
}

const LABELS: Readonly<Record<NewField['name'], string>> = {
  status: 'Status',
  revised: 'Revised deadline',
  reason: 'Reason',
  completed: 'Completed',
  evidence: 'Evidence',
};

/** Another value in the place of a field's own, within its quotation marks or brackets. */
function writtenOver(report: Report, start: number, field: Field<unknown>, value: string): TextEdit | undefined {
  const { format, text } = report;
  const items = Array.isArray(field.value) ? (field.value as readonly { readonly span: Span }[]) : [];
  const span = items.length === 1 ? (items[0]?.span ?? field.span) : field.span;
  const [from, to] = [start + span.start, start + span.end];
  const [before, behind] = [text[from - 1] ?? '', text[to] ?? ''];
  const words = text.slice(from, to);
  if (/[\r\n]/.test(words) || items.length > 1) {
    return undefined;
  }
  const gap = span.start === span.end && !/\s/.test(before) ? ' ' : '';
  if (format === 'markdown') {
    return { span, newText: gap + value };
  }
  if (/^[[{|>&*!]/.test(words) || (/["']/.test(before) && before !== behind)) {
    return undefined;
  }
  return { span, newText: gap + (/["']/.test(before) ? value : yamlScalar(value)) };
}

function addedTo(
  part: ReportedPart,
  entry: EntryReading,
  missing: readonly NewField[],
  report: Report,
  start: number,
): readonly TextEdit[] | undefined {
  if (entry.row) {
    const { row } = entry;
    const cells = part.item ? [] : missing.map((field) => cellFor(field, row, report, start));
    return cells.length > 0 && cells.every((cell) => cell !== undefined) ? cells : undefined;
  }
  if (report.format === 'yaml' && !isReadable(report)) {
    return undefined;
  }
  const { status, revised, due, reason, completed, evidence, actors } = part.fields;
  const behind = [revised, status, due, actors, completed, evidence, reason];
  for (const field of missing[0]?.name === 'reason' ? behind : [status, ...behind]) {
    const edits = field
      ? missing.map(({ name, value }) => fieldBelow(report, start, field, { label: LABELS[name], key: name }, value))
      : [];
    const [first] = edits;
    if (first && edits.every((edit) => edit !== undefined)) {
      return [{ span: first.span, newText: edits.map(({ newText }) => newText).join('') }];
    }
  }
  const edit =
    report.format === 'yaml'
      ? belowKey(part.item?.span ?? entry.anchor, missing, report, start)
      : part.item
        ? belowItem(part.item.span, part.item.whole, missing, report, start)
        : belowHeading(entry, missing, report, start);
  return edit && [edit];
}

/** Below the line of the key that opens a YAML item. */
function belowKey(span: Span, missing: readonly NewField[], { text }: Report, start: number): TextEdit | undefined {
  const line = lineAround(text, start + span.start);
  const opening =
    /^( *(?:- +)*)(?:action|section|deliverable):\s+(?:\[[^[\]\r\n]*\]|["']?[^"'[\]{}|>#\r\n]*["']?)\s*(?:#.*)?$/.exec(
      text.slice(line.start, line.end),
    );
  if (!opening || start + span.end > line.end) {
    return undefined;
  }
  const indent = ' '.repeat(opening[1]?.length ?? 0);
  const lines = missing.map(({ name, value }) => `${lineEndOf(text)}${indent}${name}: ${yamlScalar(value)}`);
  return insertion(line.end - start, lines.join(''));
}

/** As items of their own in the item of a deliverable. */
function belowItem(
  span: Span,
  whole: Span,
  missing: readonly NewField[],
  { text }: Report,
  start: number,
): TextEdit | undefined {
  const line = lineAround(text, start + span.start);
  const mark = /^\s*(?:[-*+]|\d+[.)])\s+/.exec(text.slice(line.start, line.end))?.[0];
  const end = start + whole.start + text.slice(start + whole.start, start + whole.end).trimEnd().length;
  if (mark === undefined || mark.includes('\t') || end < start + span.end) {
    return undefined;
  }
  const indent = ' '.repeat(mark.length);
  const lines = missing.map(({ name, value }) => `${lineEndOf(text)}${indent}- **${LABELS[name]}:** ${value}`);
  return insertion(lineAround(text, end).end - start, lines.join(''));
}

/** As a list below the heading of an entry. */
function belowHeading(
  { section: { heading } }: EntryReading,
  missing: readonly NewField[],
  { text }: Report,
  start: number,
): TextEdit | undefined {
  const line = heading && lineAround(text, start + heading.span.end);
  if (!line || start + heading.span.start < line.start) {
    return undefined;
  }
  const newLine = lineEndOf(text);
  const next = lineAround(text, Math.min(text.length, line.end + newLine.length));
  const isUnderlined = line.end < text.length && /^ {0,3}(?:=+|-+)\s*$/.test(text.slice(next.start, next.end));
  const at = isUnderlined ? next.end : line.end;
  const below = text.slice(at).match(/^\r?\n([^\r\n]*)/)?.[1] ?? '';
  const lines = missing.map(({ name, value }) => `- **${LABELS[name]}:** ${value}`);
  return insertion(at - start, newLine + newLine + lines.join(newLine) + (below.trim() === '' ? '' : newLine));
}

/** In the blank cell of a table that has a column for the field. */
function cellFor(
  { name, value }: NewField,
  row: NonNullable<EntryReading['row']>,
  { text }: Report,
  start: number,
): TextEdit | undefined {
  const header = cellsOf(text, lineAround(text, start + row.table));
  const column = header.findIndex(
    (cell) => fieldLabelled(text.slice(cell.start, cell.end).replace(/[*_`]/g, ''))?.property === name,
  );
  const cell = column < 0 ? undefined : cellsOf(text, lineAround(text, start + row.span.start))[column];
  if (!cell || /[^\s–—-]/.test(text.slice(cell.start, cell.end))) {
    return undefined;
  }
  return { span: { start: cell.start - start, end: cell.end - start }, newText: ` ${value} ` };
}

/** What stands between the bars of a table's line. */
function cellsOf(text: string, { start, end }: Span): readonly Span[] {
  const bars: number[] = [];
  for (let at = start; at < end; at++) {
    if (text[at] === '|' && text[at - 1] !== '\\') {
      bars.push(at);
    }
  }
  const isOpen = text.slice(start, bars[0] ?? end).trim() !== '';
  const edges = [
    ...(isOpen ? [start - 1] : []),
    ...bars,
    ...(text.slice((bars.at(-1) ?? start) + 1, end).trim() === '' ? [] : [end]),
  ];
  return edges.slice(1).map((to, index) => ({ start: (edges[index] ?? 0) + 1, end: to }));
}

import type { TextEdit } from '../model/finding';
import type { Report } from '../model/report';
import { type Span, touches } from '../model/span';
import { lineAround, lineEndOf } from '../model/text-lines';

/** A comment that hides a finding, as one edit. */
export interface SuppressionComment {
  readonly edit: TextEdit;
  /** Where the reason stands in the edit's text. */
  readonly reason: Span;
}

/**
 * Comments that could hide a finding (DESIGN, section 3, "Suppression"), the one that reads best first: a line of its
 * own above it, where the text stays the same for a reader; else at the end of its line, item or table cell; in YAML
 * behind `#`, in a block of lines as an HTML comment or above its key. Whether one does hide it, and leaves the rest as
 * it is, is seen by checking the text with it.
 *
 * @param at offset (UTF-16) of the finding's start in the file
 */
export function suppressionComments(
  report: Report,
  at: number,
  code: string,
  reason: string,
): readonly SuppressionComment[] {
  const { format, header, text } = report;
  const place = { text, at, code, reason, newLine: lineEndOf(text) };
  if (format === 'yaml') {
    return inYaml(place);
  }
  const isInHeader = header.span !== undefined && touches(header.span, at);
  return isInHeader ? inYaml(place) : inMarkdown(place, cellAround(report, at));
}

interface Place {
  readonly text: string;
  readonly at: number;
  readonly code: string;
  readonly reason: string;
  readonly newLine: string;
}

function inMarkdown(place: Place, cell: Span | undefined): readonly SuppressionComment[] {
  const { text, at } = place;
  const line = lineAround(text, at);
  const words = text.slice(line.start, line.end);
  const above = lineAbove(place, line, 'html');
  if (cell) {
    return [behind(place, cell.end, 'html')];
  }
  if (line.start === 0) {
    return [above];
  }
  const isOpening = /^ {0,3}#{1,6}\s/.test(words) || isBlank(text, lineBefore(text, line));
  const isPart = /^\s*(?:[-*+>]|\d+[.)])\s|^\s+\S|^\s*\||^\[\^/.test(words);
  const inline = behind(place, endOfWords(text, line), 'html');
  return isOpening && !isPart ? [above, inline] : [inline, above];
}

function inYaml(place: Place): readonly SuppressionComment[] {
  const { text, at } = place;
  const line = lineAround(text, at);
  const words = text.slice(line.start, line.end);
  const inline = behind(place, endOfWords(text, line), 'html');
  const header = blockHeaderAbove(text, line);
  if (!header) {
    return [lineAbove(place, line, 'hash'), behind(place, endOfWords(text, line), 'hash'), inline];
  }
  const before = lineBefore(text, line);
  const isOpening = before.start === header.start || isBlank(text, before);
  const isPart = /^\s*(?:[-*+>]|\d+[.)])\s|^\s*\|/.test(words);
  const own = isOpening && !isPart ? [lineAbove(place, line, 'html')] : [];
  return [...own, inline, lineAbove(place, header, 'hash')];
}

/** The line of the key whose block of lines (`|`, `>`) a line is in. */
function blockHeaderAbove(text: string, line: Span): Span | undefined {
  let indent = indentOf(text, line);
  for (let above = line; above.start > 0 && indent > 0; ) {
    above = lineBefore(text, above);
    const words = text.slice(above.start, above.end);
    if (words.trim() === '' || indentOf(text, above) >= indent) {
      continue;
    }
    if (/(?:^|[\s:-])[|>][-+\d]{0,2}\s*(?:#.*)?$/.test(words)) {
      return above;
    }
    indent = indentOf(text, above);
  }
  return undefined;
}

/** A comment on a line of its own above another one, indented as that one is. */
function lineAbove(place: Place, line: Span, form: 'html' | 'hash'): SuppressionComment {
  const { text, newLine } = place;
  const start = text.charCodeAt(line.start) === BYTE_ORDER_MARK ? line.start + 1 : line.start;
  const indent = /^[ \t]*/.exec(text.slice(start, line.end))?.[0] ?? '';
  return comment(place, start, indent, 'disable-next-line', form, newLine);
}

/** A comment behind something in the same line. */
function behind(place: Place, at: number, form: 'html' | 'hash'): SuppressionComment {
  return comment(place, at, ' ', 'disable-line', form, '');
}

function comment(
  { code, reason }: Place,
  at: number,
  before: string,
  directive: string,
  form: 'html' | 'hash',
  after: string,
): SuppressionComment {
  const opening = `${before}${form === 'html' ? '<!--' : '#'} rapporteur-${directive} ${code} -- `;
  const newText = `${opening}${reason}${form === 'html' ? ' -->' : ''}${after}`;
  return {
    edit: { span: { start: at, end: at }, newText },
    reason: { start: opening.length, end: opening.length + reason.length },
  };
}

/** The table cell that an offset is in. */
function cellAround({ sections }: Report, at: number): Span | undefined {
  const section = sections.find(({ start, end }) => start <= at && at < end);
  const relative = at - (section?.start ?? 0);
  const cell = section?.passages.find(({ kind, span }) => kind === 'cell' && touches(span, relative));
  return cell && section && { start: section.start + cell.span.start, end: section.start + cell.span.end };
}

/** The line above; the line itself where it is the first. */
function lineBefore(text: string, { start }: Span): Span {
  return lineAround(text, Math.max(0, start - (text.startsWith('\r\n', start - 2) ? 2 : 1)));
}

function isBlank(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).trim() === '';
}

/** Behind the last word of a line: before the spaces or the backslash that break it. */
function endOfWords(text: string, { start, end }: Span): number {
  return start + text.slice(start, end).replace(/[\s\\]+$/, '').length;
}

function indentOf(text: string, { start, end }: Span): number {
  return /^ */.exec(text.slice(start, end))?.[0].length ?? 0;
}

const BYTE_ORDER_MARK = 0xfeff;

import type { Span } from '../model/span';
import { lineAbove } from './slot';

/** A cell of a table. */
export interface MarkdownCell {
  /** What stands above it in the header of the table, without emphasis. */
  readonly title: string;
  /** Between its bars. */
  readonly span: Span;
}

/** The cell around an offset in a line that starts with a bar; undefined above the body of a table. */
export function markdownCell(text: string, offset: number, line: Span): MarkdownCell | undefined {
  const bars = [...text.slice(line.start, line.end).matchAll(BAR)].map((match) => line.start + match.index);
  const column = bars.filter((bar) => bar < offset).length - 1;
  const start = bars[column];
  const title = headerAbove(text, line)?.[column];
  return start === undefined || title === undefined
    ? undefined
    : { title, span: { start: start + 1, end: bars[column + 1] ?? line.end } };
}

const BAR = /(?<!\\)\|/g;

/** The cells of the header of the table that a line is in. */
function headerAbove(text: string, line: Span): readonly string[] | undefined {
  let isBelowDelimiter = false;
  for (let at = lineAbove(text, line.start); at; at = lineAbove(text, at.start)) {
    const bar = barAt(text, at);
    if (isBelowDelimiter) {
      const cells = text.slice(at.start, at.end).split(BAR).slice(1);
      return cells.map((cell) => cell.replace(/[*_]/g, '').trim());
    }
    if (bar === undefined) {
      return undefined;
    }
    // Of a long table only the lines that could be its delimiter row are looked at.
    isBelowDelimiter = /[\s:|-]/.test(text[bar + 1] ?? '') && DELIMITERS.test(text.slice(at.start, at.end));
  }
  return undefined;
}

const DELIMITERS = /^\s*\|[\s:|-]*-[\s:|-]*$/;

/** Offset of the bar that a line starts with, behind spaces. */
function barAt(text: string, { start, end }: Span): number | undefined {
  let at = start;
  while (at < end && text[at] !== '|' && /\s/.test(text[at] ?? '')) {
    at++;
  }
  return text[at] === '|' && at < end ? at : undefined;
}

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
  let below = '';
  for (let at = lineAbove(text, line.start); at; at = lineAbove(text, at.start)) {
    const words = text.slice(at.start, at.end);
    if (/^\s*\|[\s:|-]*-[\s:|-]*$/.test(below)) {
      const cells = words.split(BAR).slice(1);
      return cells.map((cell) => cell.replace(/[*_]/g, '').trim());
    }
    if (!/^\s*\|/.test(words)) {
      return undefined;
    }
    below = words;
  }
  return undefined;
}

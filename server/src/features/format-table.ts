import type { Span } from '../model/span';
import { displayWidth } from './display-width';
import type { EditGroup } from './edit-group';

/** A table of Markdown: its head, the line of dashes and its rows, in order. */
export interface TableLines {
  /** The lines without what stands before them (indentation, marks of quotations) and without their ends. */
  readonly lines: readonly Span[];
  /** Index of the line of dashes. */
  readonly dashes: number;
}

/**
 * Writes the cells of a table below each other. A table that would be wider than a screen gets single spaces instead:
 * its cells are prose, and nobody reads them in columns.
 */
export function alignTable(text: string, { lines, dashes }: TableLines): EditGroup {
  const rows = lines.map(({ start, end }) => cellsOf(text.slice(start, end)));
  const alignments = (rows[dashes] ?? []).map(alignmentOf);
  const columns = alignments.map((_, column) => {
    const widths = rows.flatMap((cells, row) => (row === dashes ? [] : displayWidth(cells?.[column] ?? '')));
    return Math.max(FEWEST_DASHES, ...widths);
  });
  const isWide = columns.reduce((sum, width) => sum + width + BESIDE_CELL, 1) > WIDEST;
  return lines.flatMap(({ start, end }, row) => {
    const cells = rows[row];
    if (!cells) {
      return [];
    }
    const written = cells.map((cell, column) => {
      const width = isWide ? 0 : (columns[column] ?? 0);
      const alignment = alignments[column] ?? '';
      return row === dashes ? dashesOf(alignment, Math.max(width, FEWEST_DASHES)) : padded(cell, alignment, width);
    });
    const newText = `| ${written.join(' | ')} |`;
    return newText === text.slice(start, end) ? [] : [{ span: { start, end }, newText }];
  });
}

/** How wide a table may be, in columns. */
const WIDEST = 160;

/** ` | ` */
const BESIDE_CELL = 3;

/** `---`, or `:-:`. */
const FEWEST_DASHES = 3;

/** The words of the cells of a row; undefined for a line without a bar, which is a row by mistake. */
export function cellsOf(line: string): readonly string[] | undefined {
  const cells: string[] = [];
  let start = 0;
  let isEscaped = false;
  for (let at = 0; at < line.length; at++) {
    if (!isEscaped && line[at] === '|') {
      cells.push(line.slice(start, at).trim());
      start = at + 1;
    }
    isEscaped = !isEscaped && line[at] === '\\';
  }
  if (start === 0) {
    return undefined;
  }
  const rest = line.slice(start).trim();
  const all = rest === '' ? cells : [...cells, rest];
  return /^\s*\|/.test(line) ? all.slice(1) : all;
}

type Alignment = '' | 'left' | 'right' | 'centre';

function alignmentOf(cell: string): Alignment {
  const [isLeft, isRight] = [cell.startsWith(':'), cell.endsWith(':')];
  return isLeft && isRight ? 'centre' : isLeft ? 'left' : isRight ? 'right' : '';
}

function dashesOf(alignment: Alignment, width: number): string {
  const [head, tail] = [/left|centre/.test(alignment) ? ':' : '', /right|centre/.test(alignment) ? ':' : ''];
  return head + '-'.repeat(width - head.length - tail.length) + tail;
}

function padded(cell: string, alignment: Alignment, width: number): string {
  const missing = Math.max(0, width - displayWidth(cell));
  const before = alignment === 'right' ? missing : alignment === 'centre' ? missing >> 1 : 0;
  return ' '.repeat(before) + cell + ' '.repeat(missing - before);
}

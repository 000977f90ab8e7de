import type { Run, SourceRow } from './source-document';
import { BOUNDS, UnreadableDocument } from './unreadable';

/** A cell as a file has it: in its first row and column only. */
export interface SpanningCell {
  readonly runs: readonly Run[];
  /** How many columns and rows it says it takes, at least 1. */
  readonly columns: number;
  readonly rows: number;
}

/** A row as a file has it. */
export interface SpanningRow {
  readonly place: number;
  readonly cells: readonly SpanningCell[];
}

/**
 * Repeats cells in all rows and columns that they span. A span over more columns than cells begin in, as careless tables
 * have it, ends with the last of those; one over more rows than there are with the last row.
 *
 * @param taken how many cells the tables before have, for the bound of the whole document
 * @throws UnreadableDocument where the table has more cells than any that people write
 */
export function expandSpans(rows: readonly SpanningRow[], taken: number): readonly SourceRow[] {
  const columns = columnsOf(rows);
  if (taken + columns * rows.length > BOUNDS.cells) {
    throw new UnreadableDocument(
      `The document has a table of ${columns} columns and ${rows.length} rows, counting cells that span others, which is too large to be read. Take the table out and import the rest.`,
    );
  }
  const grid: (readonly Run[] | undefined)[][] = rows.map(() => []);
  placeCells(rows, (row, column, cell) => {
    const lastRow = Math.min(row + cell.rows, rows.length);
    const lastColumn = Math.min(column + cell.columns, columns);
    for (let y = row; y < lastRow; y++) {
      const line = grid[y];
      for (let x = column; line && x < lastColumn; x++) {
        line[x] ??= cell.runs;
      }
    }
  });
  return rows.map(({ place }, y) => ({
    place,
    cells: Array.from({ length: columns }, (_, x) => grid[y]?.[x] ?? []),
  }));
}

/** How many columns have a cell that begins in them. */
function columnsOf(rows: readonly SpanningRow[]): number {
  let columns = 0;
  placeCells(rows, (_, column) => {
    columns = Math.max(columns, column + 1);
  });
  return columns;
}

/** Tells of each cell where it begins: in the first column of its row that no cell from above or the left takes. */
function placeCells(
  rows: readonly SpanningRow[],
  tell: (row: number, column: number, cell: SpanningCell) => void,
): void {
  /** For each column, the row in which it is free again. */
  const freeFrom: number[] = [];
  for (const [y, { cells }] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while ((freeFrom[column] ?? 0) > y) {
        column++;
      }
      tell(y, column, cell);
      for (let x = column; x < column + cell.columns; x++) {
        freeFrom[x] = y + cell.rows;
      }
      column += cell.columns;
    }
  }
}

import { type ReadCell, type ReadRow, type ReadTable, spanningRows } from './flow';
import { type Attributes, numberOf } from './html-elements';
import type { TableBlock } from './source-document';
import { expandSpans } from './table-grid';

/** A table of HTML that is being read. */
export class TableDraft {
  private readonly header: RowDraft[] = [];
  private readonly rows: RowDraft[] = [];
  private row: RowDraft | undefined;
  private inHead = false;

  /** @param place where the table begins; its first row counts where that is undefined */
  constructor(private readonly place: number | undefined) {}

  /** Notes that a part or row begins. */
  begin(part: 'thead' | 'tr', place: number | undefined): void {
    if (part === 'thead') {
      this.inHead = true;
    } else {
      this.beginRow(place);
    }
  }

  /** Notes that it ends. */
  end(part: 'thead' | 'tr'): void {
    if (part === 'thead') {
      this.inHead = false;
    } else {
      this.row = undefined;
    }
  }

  /** Adds a cell to the row; `place` counts where the row has none. */
  addCell(isHeader: boolean, cell: ReadCell, place: number | undefined): void {
    const row = this.row ?? this.beginRow(place);
    row.place ??= place;
    row.cells.push(cell);
    row.isHeader &&= isHeader;
  }

  /** The table, its header being what is marked as such: the part for it, or first rows of nothing but header cells. */
  take(): ReadTable {
    const [header, rows] = [this.header, this.rows].map((all) => all.filter(({ cells }) => cells.length > 0));
    const first = rows?.findIndex(({ isHeader }) => !isHeader) ?? 0;
    const marked = header?.length || first === -1 ? 0 : first;
    const place = this.place ?? [...(header ?? []), ...(rows ?? [])][0]?.place ?? 0;
    const placed = (row: RowDraft): ReadRow => ({ place: row.place ?? place, cells: row.cells });
    return {
      place,
      header: [...(header ?? []), ...(rows ?? []).slice(0, marked)].map(placed),
      rows: (rows ?? []).slice(marked).map(placed),
    };
  }

  private beginRow(place: number | undefined): RowDraft {
    const row: RowDraft = { place, cells: [], isHeader: true };
    (this.inHead ? this.header : this.rows).push(row);
    this.row = row;
    return row;
  }
}

/**
 * A table whose cells are repeated wherever they span; undefined where nothing is in it.
 *
 * @param taken how many cells the tables before have
 * @throws UnreadableDocument where all tables have too many
 */
export function expandTable({ place, header, rows }: ReadTable, taken: number): TableBlock | undefined {
  const expanded = expandSpans(spanningRows([...header, ...rows]), taken);
  const isEmpty = expanded.every(({ cells }) => cells.every((runs) => runs.length === 0));
  return isEmpty
    ? undefined
    : { kind: 'table', place, header: expanded.slice(0, header.length), rows: expanded.slice(header.length) };
}

/** How many columns and rows a cell says it takes. */
export function spansOf({ colspan, rowspan }: Attributes): { readonly columns: number; readonly rows: number } {
  // In HTML a span of 0 rows goes on to the end.
  const rows = rowspan?.trim() === '0' ? MOST_ROWS : numberOf(rowspan, 1, MOST_ROWS, 1);
  return { columns: numberOf(colspan, 1, MOST_COLUMNS, 1), rows };
}

/** As HTML limits them. */
const MOST_COLUMNS = 1000;
const MOST_ROWS = 65_534;

interface RowDraft {
  place: number | undefined;
  readonly cells: ReadCell[];
  /** Whether all of its cells are header cells. */
  isHeader: boolean;
}

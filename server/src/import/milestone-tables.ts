import { type FieldKind, fieldOf, fieldOfColumn } from './labels';
import { type Passage, readRuns } from './passages';
import type { Run, SourceRow, TableBlock } from './source-document';

/** A row of a table as fields: what each column's name says it is. */
export interface TableRow {
  readonly place: number;
  readonly fields: ReadonlyMap<FieldKind, TableCell>;
}

/** A cell of a table. */
export interface TableCell {
  readonly text: string;
  readonly struck: readonly string[];
  readonly bold: Passage['bold'];
}

/** What a table is: rows that each are a milestone or an action, or lines that each are a field of one. */
export interface ReadTable {
  readonly rows: readonly TableRow[];
  /** "Lead agency | Ministry of Trade": fields of what the table stands under, in order. */
  readonly fields: readonly { readonly field: FieldKind; readonly cell: TableCell; readonly place: number }[];
  /** What the column of titles is called, in small letters; empty where there is none. */
  readonly titleName: string;
}

/**
 * Reads a table by the names of its columns, or by those of its lines where it has two columns. A header may stand in
 * the middle, as in forms that go on with a list of milestones. Undefined where no name is known.
 */
export function readTable(table: TableBlock): ReadTable | undefined {
  const rows: TableRow[] = [];
  const fields: { field: FieldKind; cell: TableCell; place: number }[] = [];
  let columns: ReadonlyMap<number, FieldKind> | undefined;
  let titleName = '';
  for (const row of [...table.header, ...table.rows]) {
    const cells = row.cells.map(cellOf);
    const header = headerOf(cells);
    if (header) {
      columns = header;
      titleName = nameOfTitle(cells, header);
      continue;
    }
    const line = lineOf(cells);
    if (line && (!columns || cells.length <= 2)) {
      fields.push({ ...line, place: row.place });
      continue;
    }
    if (columns) {
      const read = rowOf(row, cells, columns);
      if (read) {
        rows.push(read);
      }
    } else if (line) {
      fields.push({ ...line, place: row.place });
    }
  }
  return rows.length === 0 && fields.length === 0 ? undefined : { rows, fields, titleName };
}

function cellOf(runs: readonly Run[]): TableCell {
  const { text, struck, bold } = readRuns(runs);
  return { text: text.trim(), struck, bold };
}

/** The columns of a header: at least a title and one more; the same kind counts once, actors as often as they stand. */
function headerOf(cells: readonly TableCell[]): ReadonlyMap<number, FieldKind> | undefined {
  const kinds = new Map<number, FieldKind>();
  for (const [index, { text }] of cells.entries()) {
    const kind = text.includes('\n') && text.length > 60 ? undefined : fieldOfColumn(text);
    if (kind && (kind === 'actors' || ![...kinds.values()].includes(kind))) {
      kinds.set(index, kind);
    }
  }
  const values = [...kinds.values()];
  if (!values.includes('title') && values.includes('description')) {
    const at = [...kinds].find(([, kind]) => kind === 'description')?.[0] ?? 0;
    kinds.set(at, 'title');
  }
  const hasTitle = [...kinds.values()].includes('title');
  const others = values.filter(
    (kind) =>
      kind === 'date' ||
      kind === 'actors' ||
      kind === 'start' ||
      kind === 'measure' ||
      kind === 'id' ||
      kind === 'area' ||
      kind === 'status',
  );
  return hasTitle && others.length > 0 && new Set(cells.map(({ text }) => text)).size > 1 ? kinds : undefined;
}

function nameOfTitle(cells: readonly TableCell[], columns: ReadonlyMap<number, FieldKind>): string {
  const at = [...columns].find(([, kind]) => kind === 'title')?.[0];
  return at === undefined ? '' : (cells[at]?.text ?? '').toLowerCase();
}

/** "Deadline | June 2024": the first cell is a name, the second what it is. */
function lineOf(cells: readonly TableCell[]): { readonly field: FieldKind; readonly cell: TableCell } | undefined {
  const [name, value] = distinctCells(cells);
  const field = name && name.text.length <= 60 ? fieldOf(name.text) : undefined;
  return field && value ? { field, cell: value } : undefined;
}

/** Cells that span stand in each column that they span. */
function distinctCells(cells: readonly TableCell[]): readonly TableCell[] {
  return cells.filter((cell, index) => index === 0 || cell.text !== cells[index - 1]?.text);
}

function rowOf(
  row: SourceRow,
  cells: readonly TableCell[],
  columns: ReadonlyMap<number, FieldKind>,
): TableRow | undefined {
  const fields = new Map<FieldKind, TableCell>();
  for (const [index, kind] of columns) {
    const cell = cells[index];
    const before = fields.get(kind);
    if (cell && (cell.text !== '' || cell.struck.length > 0)) {
      fields.set(
        kind,
        before ? { text: `${before.text}; ${cell.text}`, struck: [...before.struck, ...cell.struck], bold: [] } : cell,
      );
    }
  }
  const title = fields.get('title');
  // A row of one cell over all columns is a heading within the table.
  const isHeading = cells.length > 2 && new Set(cells.map(({ text }) => text)).size === 1;
  return title && /[\p{L}\p{N}]/u.test(title.text) && !isHeading ? { place: row.place, fields } : undefined;
}

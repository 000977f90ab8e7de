/** A table as Markdown, with columns as wide as their widest cell; all but the first column are set right. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((_, column) => Math.max(3, ...[header, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => pad(cells[column] ?? '', width, column)).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

/** Milliseconds with as many digits as say something. */
export function milliseconds(value: number | undefined): string {
  return value === undefined ? '' : `${digits(value)} ms`;
}

/** How many times: `12 x`. */
export function times(value: number | undefined): string {
  return value === undefined ? '' : `${digits(value)} x`;
}

/** MiB, rounded. */
export function mebibytes(value: number | undefined): string {
  return value === undefined ? '' : `${Math.round(value)} MiB`;
}

/** Three digits that count. */
export function digits(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

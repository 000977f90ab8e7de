import type { StateBlock } from 'markdown-it';

/**
 * A rule for markdown-it: rows between "|" without the line of dashes that makes a table of them in Markdown, as people
 * write them by hand. The first row is the header.
 */
export function bareTable(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = cellsOf(lineOf(state, startLine));
  if (!first || isCode(state, startLine)) {
    return false;
  }
  const rows: TableRow[] = [];
  for (let line = startLine; line < endLine; line++) {
    const cells = cellsOf(lineOf(state, line));
    if (cells?.length !== first.length) {
      break;
    }
    rows.push({ line, isHeader: line === startLine, cells });
  }
  if (rows.length < FEWEST_ROWS) {
    return false;
  }
  return silent || pushTable(state, startLine, startLine + rows.length, rows);
}

/** A rule for markdown-it: the tables of pandoc that are drawn with "+", "-" and "|". */
export function gridTable(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const border = lineOf(state, startLine).trimEnd();
  if (!GRID_BORDER.test(border) || isCode(state, startLine)) {
    return false;
  }
  const columns = [...border.matchAll(/\+/g)].map(({ index }) => index);
  const rows: TableRow[] = [];
  let drafts: string[][] = [];
  let headers = 0;
  /** Behind the last border; what stands behind it without another one is no part of the table. */
  let end = startLine + 1;
  for (let at = end; at < endLine && !isOutside(state, at); at++) {
    const line = lineOf(state, at).trimEnd();
    if (GRID_BORDER.test(line) && drafts.length > 0) {
      rows.push({ line: end, isHeader: false, cells: drafts.map(joined) });
      headers = line.includes('=') ? rows.length : headers;
      [drafts, end] = [[], at + 1];
    } else if (line.startsWith('|') && columns.every((column) => /[|+]/.test(line[column] ?? ''))) {
      addCells(
        drafts,
        columns.slice(1).map((right, index) => line.slice((columns[index] ?? 0) + 1, right)),
      );
    } else {
      break;
    }
  }
  if (rows.length === 0) {
    return false;
  }
  const marked = rows.map((row, index) => ({ ...row, isHeader: index < headers }));
  return silent || pushTable(state, startLine, end, marked);
}

/**
 * A rule for markdown-it: the tables of pandoc whose columns stand below groups of dashes. Rows are lines; or, where a line
 * of dashes stands above the header, what stands between blank lines.
 */
export function dashedTable(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const isOpened = /^ *-{10,} *$/.test(wholeLineOf(state, startLine));
  const start = isOpened ? startLine + 1 : startLine;
  let dashes = start;
  while (isOpened && dashes < Math.min(endLine, start + MOST_HEADER_LINES) && !isColumns(state, dashes)) {
    dashes++;
  }
  dashes += isOpened ? 0 : 1;
  if (dashes === start || dashes >= endLine || !isColumns(state, dashes) || state.isEmpty(start)) {
    return false;
  }
  const columns = [...wholeLineOf(state, dashes).matchAll(/-+/g)].map(({ index }) => index);
  const cellsIn = (line: number) =>
    columns.map((at, index) => wholeLineOf(state, line).slice(index === 0 ? 0 : at, columns[index + 1]));
  const rows: TableRow[] = [];
  let drafts: string[][] = [];
  const finish = (line: number, isHeader: boolean) => {
    if (drafts.length > 0) {
      rows.push({ line: line - Math.max(...drafts.map(({ length }) => length)), isHeader, cells: drafts.map(joined) });
    }
    drafts = [];
  };
  for (let line = start; line < dashes; line++) {
    addCells(drafts, cellsIn(line));
  }
  finish(dashes, true);
  let next = dashes + 1;
  for (; next < endLine && !isOutside(state, next) && !isDashes(state, next); next++) {
    if (state.isEmpty(next) && !isOpened) {
      break;
    }
    if (state.isEmpty(next)) {
      finish(next, false);
    } else {
      addCells(drafts, cellsIn(next));
      if (!isOpened) {
        finish(next + 1, false);
      }
    }
  }
  finish(next, false);
  const isEnd = next < endLine && isDashes(state, next);
  if (rows.length < 2 || (isOpened && !isEnd)) {
    return false;
  }
  return silent || pushTable(state, startLine, next + (isEnd ? 1 : 0), rows);
}

const FEWEST_ROWS = 3;
const MOST_HEADER_LINES = 10;
const GRID_BORDER = /^\+(?::?[-=]{2,}:?\+)+$/;

interface TableRow {
  readonly line: number;
  readonly isHeader: boolean;
  /** Markdown. */
  readonly cells: readonly string[];
}

/** Writes a table; true, as rules for blocks answer that have found one. */
function pushTable(state: StateBlock, startLine: number, endLine: number, rows: readonly TableRow[]): true {
  state.push('table_open', 'table', 1).map = [startLine, endLine];
  for (const { line, isHeader, cells } of rows) {
    const tag = isHeader ? 'th' : 'td';
    state.push('tr_open', 'tr', 1).map = [line, line + 1];
    for (const cell of cells) {
      state.push('td_open', tag, 1);
      const inline = state.push('inline', '', 0);
      inline.content = cell;
      inline.map = [line, line + 1];
      inline.children = [];
      state.push('td_close', tag, -1);
    }
    state.push('tr_close', 'tr', -1);
  }
  state.push('table_close', 'table', -1);
  state.line = endLine;
  return true;
}

/** Adds a line to each cell of a row that goes over several. */
function addCells(drafts: string[][], cells: readonly string[]): void {
  for (const [index, cell] of cells.entries()) {
    const lines = drafts[index] ?? [];
    drafts[index] = lines;
    lines.push(cell.trim());
  }
}

function joined(lines: readonly string[]): string {
  return lines.join('\n').trim();
}

/** Whether a line is but the groups of dashes above the columns of a table. */
function isColumns(state: StateBlock, line: number): boolean {
  return /^ *-{2,}(?: +-{2,})+ *$/.test(wholeLineOf(state, line));
}

/** Whether a line has nothing but dashes, with blanks between them or not. */
function isDashes(state: StateBlock, line: number): boolean {
  return /^ *-{3,}[ -]*$/.test(wholeLineOf(state, line));
}

/** Whether a line with text is no part of the item that we are in. */
function isOutside(state: StateBlock, line: number): boolean {
  return !state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent;
}

/** A line without what indents it. */
function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/** A line with the blanks that it begins with. */
function wholeLineOf(state: StateBlock, line: number): string {
  return state.src.slice(state.bMarks[line], state.eMarks[line]);
}

function isCode(state: StateBlock, line: number): boolean {
  return (state.sCount[line] ?? 0) - state.blkIndent >= 4;
}

/** The cells of a line that begins and ends with "|"; undefined for another line, and for one with a single cell. */
function cellsOf(line: string): readonly string[] | undefined {
  const text = line.trim();
  const cells =
    text.length > 2 && text.startsWith('|') && text.endsWith('|') ? text.slice(1, -1).split(/(?<!\\)\|/) : [];
  return cells.length > 1 ? cells.map((cell) => cell.trim()) : undefined;
}

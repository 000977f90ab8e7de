import type { StateBlock } from 'markdown-it';

/**
 * A rule for markdown-it: rows between "|" without the line of dashes that makes a table of them in Markdown, as people
 * write them by hand. The first row is the header.
 */
export function bareTable(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = cellsOf(state, startLine);
  if (!first || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) {
    return false;
  }
  let next = startLine + 1;
  while (next < endLine && cellsOf(state, next)?.length === first.length) {
    next++;
  }
  if (next - startLine < FEWEST_ROWS) {
    return false;
  }
  if (silent) {
    return true;
  }
  const table = state.push('table_open', 'table', 1);
  table.map = [startLine, next];
  for (let line = startLine; line < next; line++) {
    const isHeader = line === startLine;
    state.push('tr_open', 'tr', 1).map = [line, line + 1];
    for (const cell of cellsOf(state, line) ?? []) {
      state.push('td_open', isHeader ? 'th' : 'td', 1);
      const inline = state.push('inline', '', 0);
      inline.content = cell;
      inline.map = [line, line + 1];
      inline.children = [];
      state.push('td_close', isHeader ? 'th' : 'td', -1);
    }
    state.push('tr_close', 'tr', -1);
  }
  state.push('table_close', 'table', -1);
  state.line = next;
  return true;
}

const FEWEST_ROWS = 3;

/** The cells of a line that begins and ends with "|"; undefined for another line, and for one with a single cell. */
function cellsOf(state: StateBlock, line: number): readonly string[] | undefined {
  const text = state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trim();
  const cells =
    text.length > 2 && text.startsWith('|') && text.endsWith('|') ? text.slice(1, -1).split(/(?<!\\)\|/) : [];
  return cells.length > 1 ? cells.map((cell) => cell.trim()) : undefined;
}

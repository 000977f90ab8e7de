/** A place in a text as editors count it: both from 0, `character` in UTF-16 units (LSP 3.17, Position). */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two positions, the end exclusive (LSP 3.17, Range). */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Offsets to positions and back, for one text. */
export interface Lines {
  /** The position of an offset (UTF-16); offsets outside the text are moved to its ends. */
  positionAt(offset: number): Position;
  /** The offset (UTF-16) of a position; positions outside the text are moved into it. */
  offsetAt(position: Position): number;
}

/** The lines of a text that does not change. Line ends are LF, CR LF and CR, as in LSP 3.17. */
export class LineIndex implements Lines {
  private readonly starts: readonly number[];

  constructor(private readonly text: string) {
    this.starts = lineStarts(text);
  }

  /** How many lines the text has; a line end at the end of the text opens an empty last line. */
  get lineCount(): number {
    return this.starts.length;
  }

  /** The position of an offset (UTF-16); offsets outside the text are moved to its ends. */
  positionAt(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= inside) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return { line: low, character: inside - (this.starts[low] ?? 0) };
  }

  /** The offset (UTF-16) of a position; positions outside the text are moved into it. */
  offsetAt(position: Position): number {
    const start = this.starts[position.line];
    if (start === undefined) {
      return position.line < 0 ? 0 : this.text.length;
    }
    const next = this.starts[position.line + 1] ?? this.text.length;
    return Math.min(start + Math.max(0, position.character), next);
  }

  /** The text of a line without its line end; empty for a line that does not exist. */
  lineText(line: number): string {
    const start = this.starts[line];
    if (start === undefined) {
      return '';
    }
    return this.text.slice(start, this.starts[line + 1] ?? this.text.length).replace(/[\r\n]+$/, '');
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) {
      continue;
    }
    if (code === 10 || code === 13) {
      starts.push(i + 1);
    }
  }
  return starts;
}

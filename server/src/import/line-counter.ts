/** Tells the lines of offsets in a text that comes in pieces. Questions about a piece go forwards. */
export class LineCounter {
  private piece = '';
  private start = 0;
  private length = 0;
  private counted = 0;
  private line = 0;

  /** Takes the next piece, which begins in this line. */
  add(piece: string, line: number): void {
    this.start = this.length;
    this.length += piece.length;
    this.piece = piece;
    this.counted = 0;
    this.line = line;
  }

  /** The line of an offset in the whole text, from 0; of one before the piece the piece's first. */
  lineAt(offset: number): number {
    const end = offset - this.start;
    for (let next = this.nextBreak(); next !== -1 && next < end; next = this.nextBreak()) {
      this.line++;
      this.counted = next + 1;
    }
    return this.line;
  }

  private nextBreak(): number {
    return this.piece.indexOf('\n', this.counted);
  }
}

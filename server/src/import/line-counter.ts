/** Tells the lines of offsets in a text that comes in pieces. Questions about a piece go forwards. */
export class LineCounter {
  private piece = '';
  private start = 0;
  private length = 0;
  private line = 0;
  /** Where the line ends, in the piece. */
  private lineEnd = 0;

  /** Takes the next piece, which begins in this line. */
  add(piece: string, line: number): void {
    this.start = this.length;
    this.length += piece.length;
    this.piece = piece;
    this.line = line;
    this.lineEnd = this.endFrom(0);
  }

  /** The line of an offset in the whole text, from 0; of one before the piece the piece's first. */
  lineAt(offset: number): number {
    while (this.lineEnd < offset - this.start) {
      this.line++;
      this.lineEnd = this.endFrom(this.lineEnd + 1);
    }
    return this.line;
  }

  private endFrom(at: number): number {
    const end = this.piece.indexOf('\n', at);
    return end === -1 ? Number.POSITIVE_INFINITY : end;
  }
}

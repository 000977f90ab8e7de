import type { TextPiece, YamlScalar } from './yaml-node';

/**
 * Reads the words of a scalar from the source itself, not from the YAML library's value: the words are wanted with the
 * place of each of them, and where a line had to be made harmless to be read at all (yaml-repair.ts) the source still
 * has what was written.
 *
 * @param source the text that `start` and `end` are offsets into
 * @param start the first character: of the words, of the opening quote, or the block indicator
 * @param end behind the last one
 * @param shift is added to every offset of the result
 */
export function readScalar(source: string, start: number, end: number, shift: number): YamlScalar {
  const first = source[start] ?? '';
  if ((first === '|' || first === '>') && /^[|>][-+\d]*[ \t]*(?:[ \t]#.*)?\r?$/.test(lineAt(source, start))) {
    return readBlock(source, start, end, shift);
  }
  if (first === '"' || first === "'") {
    return readQuoted(source, start, end, shift);
  }
  return readFlow(source, start, end, shift, 'plain');
}

/** A plain text that stands in the source as one stretch. */
export function plainScalar(source: string, start: number, end: number, shift: number): YamlScalar {
  return readFlow(source, start, end, shift, 'plain');
}

function readQuoted(source: string, start: number, end: number, shift: number): YamlScalar {
  const quote = source[start] === '"' ? '"' : "'";
  const closed = end - start > 1 && source[end - 1] === quote;
  const inner = closed ? end - 1 : end;
  const broken = hasQuoteInside(source.slice(start + 1, inner), quote);
  if (!closed && broken) {
    return readFlow(source, start, end, shift, 'plain');
  }
  return readFlow(source, start + 1, inner, shift, closed && !broken ? quote : 'plain');
}

function hasQuoteInside(inner: string, quote: '"' | "'"): boolean {
  return quote === '"' ? /(?<!\\)(?:\\\\)*"/.test(inner) : /(?<!')(?:'')*'(?!')/.test(inner);
}

/** Escapes undone and lines folded (YAML 1.2.2, sections 5.7, 6.5 and 7.3). */
function readFlow(source: string, start: number, end: number, shift: number, style: 'plain' | '"' | "'"): YamlScalar {
  const text = new MappedText(source, shift);
  let at = start;
  while (at < end) {
    const rest = source.slice(at, Math.min(at + 10, end));
    const escaped = style === '"' ? readEscape(rest) : style === "'" && rest.startsWith("''") ? ["''", "'"] : undefined;
    if (escaped) {
      text.addOther(escaped[1] ?? '', at);
      at += (escaped[0] ?? '').length;
    } else if (rest[0] === '\n' || rest[0] === '\r') {
      at = foldLines(text, source, at, end);
    } else {
      text.addVerbatim(at);
      at++;
    }
  }
  return text.scalar({ start: start + shift, end: end + shift }, style === 'plain' ? 'plain' : 'quoted');
}

/** Reads line ends and the white space around them; gives where the next words are. */
function foldLines(text: MappedText, source: string, at: number, end: number): number {
  text.dropTrailingBlanks();
  let breaks = 0;
  let next = at;
  while (next < end && /[ \t\r\n]/.test(source[next] ?? '')) {
    breaks += source[next] === '\n' ? 1 : 0;
    next++;
  }
  text.addOther(breaks > 1 ? '\n'.repeat(breaks - 1) : ' ', at);
  return next;
}

function readEscape(rest: string): readonly [string, string] | undefined {
  const match = /^\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(\r?\n[ \t]*)|(.))/.exec(rest);
  if (!match) {
    return undefined;
  }
  const code = match[1] ?? match[2] ?? match[3];
  if (code !== undefined) {
    const point = Number.parseInt(code, 16);
    return [match[0], point <= 0x10ffff ? String.fromCodePoint(point) : match[0]];
  }
  return [match[0], match[4] === undefined ? (ESCAPES.get(match[5] ?? '') ?? match[0]) : ''];
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

/** The lines without their common indentation. Of a folded one (`>`) they stay lines too: Markdown folds by itself. */
function readBlock(source: string, start: number, end: number, shift: number): YamlScalar {
  const header = lineAt(source, start);
  const lines = linesOf(source, start + header.length + 1, end);
  const full = lines.filter((line) => line.blanks < line.end - line.start);
  const [first] = full;
  const last = full[full.length - 1];
  if (!first || !last) {
    const place = Math.min(start + header.replace(/\r$/, '').length, end) + shift;
    return { kind: 'scalar', text: '', span: { start: place, end: place }, style: 'block', pieces: [] };
  }
  const indent = /\d/.test(header) ? Math.min(...full.map((line) => line.blanks)) : first.blanks;
  const text = new MappedText(source, shift);
  for (const line of lines.slice(lines.indexOf(first), lines.indexOf(last) + 1)) {
    if (line !== first) {
      text.addOther('\n', line.start - 1);
    }
    text.addStretch(line.start + Math.min(indent, line.blanks), line.end);
  }
  return text.scalar({ start: first.start + Math.min(indent, first.blanks) + shift, end: last.end + shift }, 'block');
}

interface Line {
  readonly start: number;
  /** Without line end and closing white space. */
  readonly end: number;
  /** Leading spaces and tabs. */
  readonly blanks: number;
}

function linesOf(source: string, start: number, end: number): readonly Line[] {
  const lines: Line[] = [];
  for (let at = start; at < end; ) {
    const found = source.indexOf('\n', at);
    const next = found < 0 || found >= end ? end : found;
    const words = source.slice(at, next).trimEnd();
    lines.push({ start: at, end: at + words.length, blanks: /^[ \t]*/.exec(words)?.[0].length ?? 0 });
    at = next + 1;
  }
  return lines;
}

/** From `at` to the end of its line. */
function lineAt(source: string, at: number): string {
  const end = source.indexOf('\n', at);
  return source.slice(at, end < 0 ? undefined : end);
}

/** Builds a text together with the places its stretches come from. */
class MappedText {
  private text = '';
  private readonly pieces: { at: number; from: number; length: number }[] = [];

  constructor(
    private readonly source: string,
    private readonly shift: number,
  ) {}

  addVerbatim(from: number): void {
    this.addStretch(from, from + 1);
  }

  addStretch(from: number, to: number): void {
    const last = this.pieces[this.pieces.length - 1];
    const follows = last && last.from + last.length === from + this.shift && last.at + last.length === this.text.length;
    if (follows) {
      last.length += to - from;
    } else {
      this.pieces.push({ at: this.text.length, from: from + this.shift, length: to - from });
    }
    this.text += this.source.slice(from, to);
  }

  /** Adds characters that the source writes in another way at `from`. */
  addOther(characters: string, from: number): void {
    if (characters !== '') {
      this.pieces.push({ at: this.text.length, from: from + this.shift, length: 0 });
      this.text += characters;
    }
  }

  dropTrailingBlanks(): void {
    const last = this.pieces[this.pieces.length - 1];
    while (last && last.length > 0 && /[ \t]$/.test(this.text)) {
      this.text = this.text.slice(0, -1);
      last.length--;
    }
  }

  scalar(span: YamlScalar['span'], style: YamlScalar['style']): YamlScalar {
    const pieces: readonly TextPiece[] =
      this.pieces.length > 0 ? this.pieces : [{ at: 0, from: span.start, length: 0 }];
    return { kind: 'scalar', text: this.text, span, style, pieces };
  }
}

import type { TextEdit } from '../model/finding';

/**
 * The edits that make one text of another: lines that only differ in white space are changed where they differ, others
 * are put in or taken away. In order, without overlap; an insertion comes before an edit that starts where it stands.
 *
 * @param before with line ends of every kind, which stay as they are; offsets of the edits count in it
 * @param after with LF as its only line end; new lines get the line end that most lines of `before` have
 */
export function lineEdits(before: string, after: string): readonly TextEdit[] {
  const old = linesOf(before);
  const lines = after.split('\n');
  const newLine = commonLineEnd(before);
  const edits: TextEdit[] = [];
  let oldAt = 0;
  let newAt = 0;
  const replace = (oldEnd: number, newEnd: number): void => {
    edits.push(...hunkEdits(old, lines, { oldAt, oldEnd, newAt, newEnd }, newLine, before));
  };
  for (const [oldLine, newLineIndex] of sameLines(old, lines)) {
    replace(oldLine, newLineIndex);
    const line = old[oldLine];
    const edit = line && changeInLine(line, lines[newLineIndex] ?? '');
    edits.push(...(edit ? [edit] : []));
    [oldAt, newAt] = [oldLine + 1, newLineIndex + 1];
  }
  replace(old.length, lines.length);
  return edits;
}

/** The text with LF as its only line end, which is what {@link lineEdits} compares with. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

interface OldLine {
  readonly text: string;
  readonly start: number;
  /** Without and with the line end. */
  readonly end: number;
  readonly next: number;
}

interface Hunk {
  readonly oldAt: number;
  readonly oldEnd: number;
  readonly newAt: number;
  readonly newEnd: number;
}

function linesOf(text: string): readonly OldLine[] {
  const lines: OldLine[] = [];
  let start = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) {
    lines.push({ text: text.slice(start, index), start, end: index, next: index + end.length });
    start = index + end.length;
  }
  lines.push({ text: text.slice(start), start, end: text.length, next: text.length });
  return lines;
}

function commonLineEnd(text: string): string {
  const all = text.match(/\r\n?|\n/g) ?? [];
  const count = (wanted: string) => all.filter((end) => end === wanted).length;
  return ['\n', '\r\n', '\r'].reduce((best, end) => (count(end) > count(best) ? end : best));
}

/** Lines between those that stay: put in behind what is taken away, or before the line that follows. */
function hunkEdits(
  old: readonly OldLine[],
  lines: readonly string[],
  { oldAt, oldEnd, newAt, newEnd }: Hunk,
  newLine: string,
  before: string,
): readonly TextEdit[] {
  if (oldAt === oldEnd && newAt === newEnd) {
    return [];
  }
  const added = lines.slice(newAt, newEnd);
  const next = old[oldEnd];
  if (next) {
    const start = old[oldAt]?.start ?? next.start;
    return [{ span: { start, end: next.start }, newText: added.map((line) => line + newLine).join('') }];
  }
  // At the end of the text the line end that goes or comes is the one before the lines.
  const last = old[oldAt - 1];
  const start = last ? last.end : 0;
  const newText = added.map((line, index) => (last || index > 0 ? newLine : '') + line).join('');
  return [{ span: { start, end: before.length }, newText }];
}

/** What differs between a line and another with the same words. */
function changeInLine({ text, start }: OldLine, wanted: string): TextEdit | undefined {
  if (text === wanted) {
    return undefined;
  }
  const most = Math.min(text.length, wanted.length);
  let head = 0;
  while (head < most && text[head] === wanted[head]) {
    head++;
  }
  let tail = 0;
  while (tail < most - head && text[text.length - 1 - tail] === wanted[wanted.length - 1 - tail]) {
    tail++;
  }
  head -= isHighSurrogate(text, head - 1) ? 1 : 0;
  tail -= isHighSurrogate(text, text.length - tail - 1) ? 1 : 0;
  [head, tail] = [Math.max(head, 0), Math.max(tail, 0)];
  const newText = wanted.slice(head, wanted.length - tail);
  return { span: { start: start + head, end: start + text.length - tail }, newText };
}

function isHighSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code <= 0xdbff;
}

/**
 * Pairs of lines, in order on both sides, that have the same words: a longest common subsequence (E. W. Myers, "An
 * O(ND) Difference Algorithm", 1986). Where the texts have too little in common, only their beginnings and ends count.
 */
function sameLines(old: readonly OldLine[], lines: readonly string[]): readonly (readonly [number, number])[] {
  const [a, b] = [old.map(({ text }) => wordsOf(text)), lines.map(wordsOf)];
  const pairs: (readonly [number, number])[] = [];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) {
    pairs.push([head, head]);
    head++;
  }
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) {
    tail++;
  }
  pairs.push(...between(a.slice(head, a.length - tail), b.slice(head, b.length - tail), head));
  for (; tail > 0; tail--) {
    pairs.push([a.length - tail, b.length - tail]);
  }
  return pairs;
}

/** Dashes too: those between the head and the body of a table are as many as its columns are wide. */
function wordsOf(line: string): string {
  return line.replace(/[\s|-]+/g, '');
}

const MOST_DIFFERENCES = 3000;

function between(a: readonly string[], b: readonly string[], shift: number): readonly (readonly [number, number])[] {
  const most = Math.min(a.length + b.length, MOST_DIFFERENCES);
  const rounds: Int32Array[] = [];
  const reach = new Int32Array(2 * most + 3);
  for (let differences = 0; differences <= most; differences++) {
    // Only the diagonals of this round can have changed since the round before.
    rounds.push(reach.slice(most - differences, most + differences + 3));
    for (let diagonal = -differences; diagonal <= differences; diagonal += 2) {
      const [below, above] = [reach[most + diagonal] ?? 0, reach[most + diagonal + 2] ?? 0];
      const isDown = diagonal === -differences || (diagonal !== differences && below < above);
      let x = isDown ? above : below + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) {
        x++;
      }
      reach[most + diagonal + 1] = x;
      if (x >= a.length && x - diagonal >= b.length) {
        return traced(rounds, a.length, b.length, shift);
      }
    }
  }
  return [];
}

/** Goes back from the end of both texts through the rounds. */
function traced(
  rounds: readonly Int32Array[],
  aLength: number,
  bLength: number,
  shift: number,
): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let [x, y] = [aLength, bLength];
  for (let differences = rounds.length - 1; differences >= 0; differences--) {
    const reach = rounds[differences] ?? new Int32Array();
    const diagonal = x - y;
    const [below, above] = [reach[diagonal + differences] ?? 0, reach[diagonal + differences + 2] ?? 0];
    const isDown = diagonal === -differences || (diagonal !== differences && below < above);
    const [fromX, fromY] = isDown ? [above, above - diagonal - 1] : [below, below - diagonal + 1];
    const startX = differences === 0 ? 0 : isDown ? fromX : fromX + 1;
    while (x > startX && y > 0) {
      x--;
      y--;
      pairs.push([x + shift, y + shift]);
    }
    [x, y] = [fromX, fromY];
  }
  return pairs.reverse();
}

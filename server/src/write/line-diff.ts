import type { TextEdit } from '../model/finding';

/** Lines of one text that became lines of another: indexes from 0, ends exclusive. Either of the two can be empty. */
export interface LineChange {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

/** The lines of a text, each with its line end (LF, CR LF or CR); an empty text has none. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/**
 * What has changed from some lines to others, in order and apart from each other. Lines that occur once on both sides
 * are what the texts are held together by (Bram Cohen's "patience diff"): the time grows with the number of lines, and
 * what is moved is shown as taken out and put in.
 */
export function changedLines(before: readonly string[], after: readonly string[]): readonly LineChange[] {
  const changes: LineChange[] = [];
  const waiting: LineChange[] = [{ oldStart: 0, oldEnd: before.length, newStart: 0, newEnd: after.length }];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const inner = withoutSameEnds(part, before, after);
    if (inner.oldStart === inner.oldEnd && inner.newStart === inner.newEnd) {
      continue;
    }
    const anchors = inner.oldStart < inner.oldEnd && inner.newStart < inner.newEnd ? held(inner, before, after) : [];
    if (anchors.length === 0) {
      changes.push(inner);
      continue;
    }
    let [oldStart, newStart] = [inner.oldStart, inner.newStart];
    const between: LineChange[] = [];
    for (const [oldLine, newLine] of anchors) {
      between.push({ oldStart, oldEnd: oldLine, newStart, newEnd: newLine });
      [oldStart, newStart] = [oldLine + 1, newLine + 1];
    }
    between.push({ oldStart, oldEnd: inner.oldEnd, newStart, newEnd: inner.newEnd });
    waiting.push(...between.reverse());
  }
  return changes;
}

/** Edits that make one text of another, with offsets into the text before: as small as lines and their ends allow. */
export function editsBetween(before: string, after: string): readonly TextEdit[] {
  const [oldLines, newLines] = [linesOf(before), linesOf(after)];
  const starts = [0];
  for (const line of oldLines) {
    starts.push((starts.at(-1) ?? 0) + line.length);
  }
  return changedLines(oldLines, newLines).map(({ oldStart, oldEnd, newStart, newEnd }) => {
    const [start, end] = [starts[oldStart] ?? 0, starts[oldEnd] ?? before.length];
    return smallestEdit(before, start, end, newLines.slice(newStart, newEnd).join(''));
  });
}

function smallestEdit(before: string, start: number, end: number, newText: string): TextEdit {
  const most = Math.min(end - start, newText.length);
  let same = 0;
  while (same < most && before[start + same] === newText[same]) {
    same++;
  }
  let sameEnd = 0;
  while (sameEnd < most - same && before[end - 1 - sameEnd] === newText[newText.length - 1 - sameEnd]) {
    sameEnd++;
  }
  // Neither a line end nor a character outside the basic plane is cut in two.
  if (isCut(before, start + same) || isCut(newText, same)) {
    same--;
  }
  if (isCut(before, end - sameEnd) || isCut(newText, newText.length - sameEnd)) {
    sameEnd--;
  }
  return { span: { start: start + same, end: end - sameEnd }, newText: newText.slice(same, newText.length - sameEnd) };
}

function isCut(text: string, at: number): boolean {
  return /^(?:\r\n|[\ud800-\udbff][\udc00-\udfff])$/.test(text.slice(Math.max(0, at - 1), at + 1));
}

function withoutSameEnds(part: LineChange, before: readonly string[], after: readonly string[]): LineChange {
  let { oldStart, oldEnd, newStart, newEnd } = part;
  while (oldStart < oldEnd && newStart < newEnd && before[oldStart] === after[newStart]) {
    oldStart++;
    newStart++;
  }
  while (oldEnd > oldStart && newEnd > newStart && before[oldEnd - 1] === after[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  return { oldStart, oldEnd, newStart, newEnd };
}

/** The most lines that occur once on both sides and come in the same order: pairs of an old and a new index. */
function held(
  { oldStart, oldEnd, newStart, newEnd }: LineChange,
  before: readonly string[],
  after: readonly string[],
): readonly (readonly [number, number])[] {
  const places = new Map<string, { old: number; new: number; times: number }>();
  for (let index = oldStart; index < oldEnd; index++) {
    const line = before[index] ?? '';
    const known = places.get(line);
    places.set(line, known ? { ...known, times: known.times + 2 } : { old: index, new: -1, times: 1 });
  }
  for (let index = newStart; index < newEnd; index++) {
    const known = places.get(after[index] ?? '');
    if (known) {
      known.times = known.new < 0 ? known.times : known.times + 2;
      known.new = index;
    }
  }
  const pairs = [...places.values()].filter((place) => place.times === 1 && place.new >= 0);
  return longestRising(pairs.map((place) => [place.old, place.new] as const));
}

/** Of pairs in the order of their first number, the most whose second numbers rise. */
function longestRising(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  /** For each length the index of the pair that ends a rising row of it with the lowest number, and what was before. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, [, value]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[1] ?? 0) < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  }
  const rising: (readonly [number, number])[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const pair = pairs[index];
    if (pair) {
      rising.push(pair);
    }
  }
  return rising.reverse();
}

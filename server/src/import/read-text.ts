import { leadingMarker } from './list-marker';
import { withoutSoftHyphens } from './runs';
import type { SourceBlock, SourceDocument } from './source-document';

/**
 * Reads plain text: paragraphs between blank lines, headings that are underlined or numbered and stand alone, items with a
 * bullet or number, words divided at the ends of lines. Lines that only number a page are left out. Places are lines.
 */
export function readText(text: string): SourceDocument {
  const lines = linesOf(text);
  const width = wrapWidth(lines);
  const words = new Divisions(text);
  const blocks: SourceBlock[] = [];
  const indents: number[] = [];
  for (let at = 0; at < lines.length; ) {
    const passage = passageAt(lines, at, width);
    const block = passage.text === '' ? undefined : blockOf(passage, lines, words, indents);
    if (block) {
      blocks.push(block);
    }
    at = passage.end;
  }
  return { blocks, footnotes: new Map(), problems: [] };
}

/** Lines that belong together. */
interface Passage {
  readonly start: number;
  /** Behind the last line of it, an underline included. */
  readonly end: number;
  /** The first line, without blanks around it. */
  readonly text: string;
  /** How many lines have text. */
  readonly count: number;
  /** The level of a heading, where it is underlined. */
  readonly level?: number;
}

/** The lines of a text. Each page begins with a line of its own; lines that only number a page are blank. */
function linesOf(text: string): readonly string[] {
  const lines = text.split('\n');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  const atPageEnd = (index: number) =>
    index === last || [index - 1, index, index + 1].some((one) => lines[one]?.includes('\f'));
  return lines.map((line, index) => {
    const bare = line.replaceAll('\f', '').trimEnd();
    return PAGE_NUMBER.test(bare) && atPageEnd(index) ? '' : bare;
  });
}

const PAGE_NUMBER = /^\s*(?:[-–—]\s*)?(?:page\s+)?\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?(?:\s*[-–—])?$/i;

/** The width at which a text is wrapped; 0 where each of its lines is a paragraph. */
function wrapWidth(lines: readonly string[]): number {
  const lengths = lines.map((line) => line.length).filter((length) => length > 0);
  lengths.sort((a, b) => a - b);
  const long = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  return long > LONGEST_WRAP ? 0 : long;
}

const LONGEST_WRAP = 130;

function passageAt(lines: readonly string[], start: number, width: number): Passage {
  const text = lines[start]?.trim() ?? '';
  const underline = UNDERLINES.findIndex((pattern) => pattern.test(lines[start + 1]?.trim() ?? ''));
  if (text !== '' && underline !== -1 && !UNDERLINES.some((pattern) => pattern.test(text))) {
    return { start, end: start + 2, text, count: 1, level: underline + 1 };
  }
  let end = start + 1;
  while (text !== '' && end < lines.length && continues(lines, end, width)) {
    end++;
  }
  return { start, end, text: UNDERLINES.some((pattern) => pattern.test(text)) ? '' : text, count: end - start };
}

/** Lines below a heading, by the level that they give it. */
const UNDERLINES: readonly RegExp[] = [/^={3,}$/, /^-{3,}$/, /^~{3,}$/];

/** Whether a line goes on with what the line above it says. */
function continues(lines: readonly string[], at: number, width: number): boolean {
  const [above, line, below] = [lines[at - 1] ?? '', lines[at] ?? '', lines[at + 1]?.trim() ?? ''];
  if (line.trim() === '' || leadingMarker(line.trim()) || UNDERLINES.some((pattern) => pattern.test(below))) {
    return false;
  }
  // A line that could have held the next word ends a paragraph, if what follows begins as one does.
  return width > 0 && (above.length > width * 0.6 || !/^[\p{Lu}\d“"'‘(]/u.test(line.trim()));
}

function blockOf(
  { start, end, text, count, level }: Passage,
  lines: readonly string[],
  words: Divisions,
  indents: number[],
): SourceBlock {
  if (level !== undefined) {
    indents.length = 0;
    return { kind: 'heading', place: start, level, runs: [{ text }] };
  }
  const numbered = count === 1 ? numberedHeading(lines, start) : undefined;
  if (numbered !== undefined) {
    indents.length = 0;
    return { kind: 'heading', place: start, level: numbered, runs: [{ text }] };
  }
  const whole = words.join(lines.slice(start, end));
  const marked = leadingMarker(whole);
  if (marked && whole.length > marked.length) {
    const depth = depthOf(lines[start] ?? '', indents);
    return { kind: 'item', place: start, depth, marker: marked.marker, runs: [{ text: whole.slice(marked.length) }] };
  }
  if (!/^\s/.test(lines[start] ?? '')) {
    indents.length = 0;
  }
  return { kind: 'paragraph', place: start, runs: [{ text: whole }] };
}

/** The level of a heading that is but a number and words on a line of its own, with text behind it that is not numbered. */
function numberedHeading(lines: readonly string[], at: number): number | undefined {
  const line = lines[at] ?? '';
  const match = /^(?:(\d{1,2}(?:\.\d{1,2}){0,3})\.?|([IVX]{1,5})\.|([A-Z])\.)\s+\p{Lu}/u.exec(line);
  const alone = (lines[at - 1] ?? '') === '' && (lines[at + 1] ?? '') === '';
  if (!match || !alone || line.length > LONGEST_HEADING || /[.;:,]$/.test(line)) {
    return undefined;
  }
  const level = match[1] === undefined ? 1 : match[1].split('.').length;
  const next = lines.slice(at + 1, at + 6).find((one) => one !== '');
  const nextNumber = next === undefined ? undefined : /^(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s/.exec(next)?.[1];
  return nextNumber !== undefined && nextNumber.split('.').length <= level ? undefined : level;
}

const LONGEST_HEADING = 100;

/** How deep an item is, by how far it is indented below those before it. */
function depthOf(line: string, indents: number[]): number {
  const indent = line.search(/\S/);
  while (indents.length > 0 && (indents.at(-1) ?? 0) > indent) {
    indents.pop();
  }
  if (indents.at(-1) !== indent) {
    indents.push(indent);
  }
  return indents.length - 1;
}

/** Puts words together that are divided at the ends of lines, and knows which of them have a hyphen of their own. */
class Divisions {
  private known: ReadonlySet<string> | undefined;

  constructor(private readonly text: string) {}

  /** Lines as one text. */
  join(lines: readonly string[]): string {
    const parts: string[] = [];
    for (const line of lines.map((one) => one.trim().replace(/[ \t]+/g, ' '))) {
      const before = parts.at(-1) ?? '';
      const [first = ''] = /^\p{Ll}[\p{L}-]*/u.exec(line) ?? [];
      const last = first === '' ? undefined : /[\p{L}-]*\p{L}[-\u00ad]$/u.exec(before.slice(-LONGEST_WORD))?.[0];
      if (last === undefined) {
        parts.push(parts.length === 0 ? '' : ' ', line);
      } else {
        parts[parts.length - 1] = this.keepsHyphen(last, first) ? before : before.slice(0, -1);
        parts.push(line);
      }
    }
    return withoutSoftHyphens(parts.join(''));
  }

  private keepsHyphen(last: string, first: string): boolean {
    if (last.endsWith('\u00ad')) {
      return false;
    }
    this.known ??= new Set(this.text.toLowerCase().match(/\p{L}[\p{L}-]*/gu));
    const whole = (last + first).toLowerCase();
    return this.known.has(whole) && !this.known.has((last.slice(0, -1) + first).toLowerCase());
  }
}

const LONGEST_WORD = 60;

import type { Span } from '../model/span';
import type { Run, SourceDocument, TableBlock } from './source-document';

/** A block of the document as the recognition reads it: text without marks of footnotes and without what is struck out. */
export interface Passage {
  readonly kind: 'heading' | 'text' | 'item' | 'table';
  /** As in `Placed`. */
  readonly place: number;
  /** One space for any white space but hard breaks, which are "\n". Of a table it is empty. */
  readonly text: string;
  /** What is bold in `text`. */
  readonly bold: readonly Span[];
  /** Texts that are struck out, in order. */
  readonly struck: readonly string[];
  /** Labels of its footnotes, in order. */
  readonly footnotes: readonly string[];
  /** Level of a heading (1 for the highest), depth of an item (0 for the outermost). */
  readonly level: number;
  /** Of an item: "1.", "(a)". */
  readonly marker?: string;
  readonly table?: TableBlock;
  /** Where the parts of `text` stand that come from other blocks: offset in `text` and place, in order. */
  readonly parts: readonly { readonly offset: number; readonly place: number }[];
}

/** The document in passages. */
export interface PassageList {
  readonly passages: readonly Passage[];
  /** Texts of footnotes by label, those that the format marks and those that begin with a raised number. */
  readonly footnotes: ReadonlyMap<string, Footnote>;
}

/** The text of a footnote, and where it stands where the format says so. */
export interface Footnote {
  readonly text: string;
  readonly place: number | undefined;
}

/**
 * Reads the blocks as passages. Footnotes between the paragraphs, as documents made from pages have them, are taken
 * out, and a paragraph that a page break cuts in two is one again.
 */
export function passagesOf(document: SourceDocument): PassageList {
  const footnotes = new Map<string, Footnote>();
  for (const [label, runs] of document.footnotes) {
    footnotes.set(label, { text: readRuns(runs).text, place: undefined });
  }
  const passages: Passage[] = [];
  let note: string | undefined;
  for (const block of document.blocks) {
    if (block.kind === 'table') {
      note = undefined;
      passages.push({ ...EMPTY, kind: 'table', place: block.place, table: block });
      continue;
    }
    const read = readRuns(block.runs);
    const raised = block.kind === 'paragraph' ? FOOTNOTE.exec(plainText(block.runs)) : null;
    if (raised) {
      note = digitsOf(raised[1] ?? '');
      footnotes.set(note, { text: plainText(block.runs).slice(raised[0].length).trim(), place: block.place });
      continue;
    }
    if (read.text === '') {
      continue;
    }
    const begun = note === undefined ? undefined : footnotes.get(note);
    if (block.kind === 'paragraph' && note !== undefined && begun !== undefined && GOES_ON.test(begun.text)) {
      footnotes.set(note, { ...begun, text: `${begun.text} ${read.text}` });
      continue;
    }
    note = block.kind === 'paragraph' ? note : undefined;
    const parts = [{ offset: 0, place: block.place }];
    if (block.kind === 'heading') {
      passages.push({ ...read, kind: 'heading', place: block.place, level: block.level, parts });
    } else if (block.kind === 'item') {
      const marker = block.marker === undefined ? {} : { marker: block.marker };
      passages.push({ ...read, kind: 'item', place: block.place, level: block.depth, ...marker, parts });
    } else {
      const one: Passage = { ...read, kind: 'text', place: block.place, level: 0, parts };
      const before = passages.at(-1);
      if (before && isCutInTwo(before, one)) {
        passages[passages.length - 1] = joined(before, one);
      } else {
        passages.push(one);
      }
    }
  }
  return { passages, footnotes };
}

/** The place of an offset in a passage's text. */
export function placeAt(passage: Passage, offset: number): number {
  let place = passage.place;
  for (const part of passage.parts) {
    if (part.offset <= offset) {
      place = part.place;
    }
  }
  return place;
}

/** The text of runs as a passage has it. */
export function readRuns(runs: readonly Run[]): Pick<Passage, 'text' | 'bold' | 'struck' | 'footnotes'> {
  let text = '';
  /** Whether it ends with a blank, or nothing; to look at the text itself would take as long as it is. */
  let endsBlank = true;
  const bold: Span[] = [];
  const struck: string[] = [];
  const footnotes: string[] = [];
  for (const run of runs) {
    if (run.footnote !== undefined) {
      footnotes.push(run.footnote);
      continue;
    }
    if (run.struck) {
      struck.push(run.text.replace(SPACE, ' ').trim());
      continue;
    }
    let words = run.text.replace(UNPRINTABLE, ' ').replace(RAISED, (mark) => {
      footnotes.push(digitsOf(mark));
      return '';
    });
    words = words.replace(HARD_BREAK, '\n').replace(SPACE, ' ');
    if (endsBlank) {
      words = words.replace(/^\s+/, '');
    }
    const start = text.length;
    text += words;
    endsBlank = words === '' ? endsBlank : /\s$/.test(words);
    const last = bold.at(-1);
    if (run.bold && words.trim() !== '') {
      if (last && last.end === start) {
        bold[bold.length - 1] = { start: last.start, end: text.length };
      } else {
        bold.push({ start, end: text.length });
      }
    }
  }
  const end = text.trimEnd().length;
  return { text: text.slice(0, end), bold: bold.map((span) => trimmed(text, span)), struck, footnotes };
}

const EMPTY = { text: '', bold: [], struck: [], footnotes: [], level: 0, parts: [] } as const;

/** A raised number: a footnote's mark, but not the end of a unit ("m²") or the middle of a word. */
const RAISED = /(?<!\b(?:k|c|m|d)?m)(?:[¹²³⁰⁴-⁹]+|\^\{\d+\})(?![\p{L}])/gu;
const FOOTNOTE = /^\s*([¹²³⁰⁴-⁹]+|\^\{\d+\})/u;
/** What no file of ours can hold, and nobody can read. */
const UNPRINTABLE = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufeff\ufffe\uffff]/gu;
const HARD_BREAK = /[^\S\n]*\n\s*/g;
const SPACE = /[^\S\n]+/g;

/** How the text of a footnote ends that goes on in the next paragraph. */
const GOES_ON = /(?:[-,;]|\b(?:and|or|of|the|on|in|to|for))$/u;

const RAISED_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function digitsOf(mark: string): string {
  return [...mark]
    .map((sign) => (RAISED_DIGITS.includes(sign) ? RAISED_DIGITS.indexOf(sign) : sign))
    .join('')
    .replace(/\D/g, '');
}

function plainText(runs: readonly Run[]): string {
  return runs
    .map((run) => (run.struck ? '' : run.text))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}

/** Whether a paragraph is the rest of the one before it: a sentence that no sign ends, and goes on. */
function isCutInTwo(before: Passage, rest: Passage): boolean {
  const isJoinable = (before.kind === 'text' || before.kind === 'item') && before.parts.length < MOST_PARTS;
  if (!isJoinable || before.text.length < LONG_LINE) {
    return false;
  }
  if (/[.!?:;…"”’)]$/u.test(before.text) || !/\p{Ll}/u.test(before.text)) {
    return false;
  }
  return /^\p{Ll}/u.test(rest.text) || /(?:,|\b(?:and|or|of|the|an?|in|to|for|by|with|on|from))$/u.test(before.text);
}

/** No sentence goes over more pages; the bound keeps the time in proportion to the length of the document. */
const MOST_PARTS = 8;

/** Shorter than this a paragraph without a full stop is a title or a line of a letterhead. */
const LONG_LINE = 70;

function joined(before: Passage, rest: Passage): Passage {
  const offset = before.text.length + 1;
  return {
    ...before,
    text: `${before.text} ${rest.text}`,
    bold: [...before.bold, ...rest.bold.map(({ start, end }) => ({ start: start + offset, end: end + offset }))],
    struck: [...before.struck, ...rest.struck],
    footnotes: [...before.footnotes, ...rest.footnotes],
    parts: [...before.parts, ...rest.parts.map((part) => ({ ...part, offset: part.offset + offset }))],
  };
}

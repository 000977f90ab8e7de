import type { Span } from '../model/span';
import { behindSpace, classAt, LETTER, widthAt } from './characters';
import { matchAt } from './match-at';

/**
 * The sentences of a text, in order and without a gap. One ends behind a full stop, question or exclamation mark that
 * is followed by a capital or digit and does not close an abbreviation ("No. 5", "e.g. Europol"), and at a blank line.
 * Linear in the length of the text.
 */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (let at = nextSign(text, 0); at < text.length; ) {
    const end = endOfLimit(text, at);
    if (end !== undefined && !isAbbreviation(text, at)) {
      sentences.push({ start, end });
      start = end;
    }
    at = nextSign(text, end ?? at + 1);
  }
  if (start < text.length || sentences.length === 0) {
    sentences.push({ start, end: text.length });
  }
  return sentences;
}

/** Where the next sign stands that a sentence can end with, or a line; the text's length where there is none. */
function nextSign(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === FULL_STOP || code === LINE_FEED || code === QUESTION_MARK || code === EXCLAMATION_MARK) {
      return at;
    }
  }
  return text.length;
}

const [LINE_FEED, EXCLAMATION_MARK, FULL_STOP, QUESTION_MARK] = [0x0a, 0x21, 0x2e, 0x3f];

/** Where the next sentence starts, if this sign ends one. */
function endOfLimit(text: string, at: number): number | undefined {
  if (text.charCodeAt(at) === LINE_FEED) {
    const blank = matchAt(BLANK_LINE, text, at);
    return blank ? at + blank[0].length : undefined;
  }
  const closed = matchAt(CLOSING_SIGNS, text, at + 1);
  const space = at + 1 + (closed?.[0].length ?? 0);
  const end = behindSpace(text, space);
  const opened = end > space ? matchAt(OPENING_SIGNS, text, end) : null;
  return opened && isCapitalOrDigitAt(text, end + opened[0].length) ? end : undefined;
}

const BLANK_LINE = /\n[^\S\n]*\n\s*/y;
const CLOSING_SIGNS = /["'”’)\]¹²³⁰-⁹*_]{0,4}/y;
const OPENING_SIGNS = /["'“‘(["*_]{0,3}/y;

function isCapitalOrDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x80
    ? (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a)
    : classAt(text, at) !== 0 && /^[\p{Lu}\p{Nd}]/u.test(text.slice(at, at + 2));
}

/** Whether the full stop at `at` belongs to a single letter or a usual abbreviation. */
function isAbbreviation(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== FULL_STOP) {
    return false;
  }
  let start = at;
  while (start > 0 && at - start < LONGEST_ABBREVIATION && !/[\s(.]/.test(text.charAt(start - 1))) {
    start--;
  }
  const word = text.slice(start, at);
  const isLetter = (classAt(word, 0) & LETTER) !== 0 && widthAt(word, 0) === word.length;
  return isLetter || ABBREVIATIONS.test(word);
}

const LONGEST_ABBREVIATION = 8;
const ABBREVIATIONS = /^(?:nos?|art|arts|cf|pp|paras?|vol|doc|mr|mrs|ms|dr|st)$/iu;

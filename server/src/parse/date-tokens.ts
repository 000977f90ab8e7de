import type { Span } from '../model/span';
import { canHaveMeaning, meaningOf, type TokenKind } from './date-vocabulary';

/**
 * What stands between a token and the one before it, without white space, emphasis marks and backslashes: nothing
 * (`tight`), white space, one mark with or without white space, or anything else, which no date runs across.
 */
export type Gap = 'tight' | 'space' | 'dash' | 'slash' | 'comma' | 'dot' | 'ampersand' | 'other';

/** A number or a word of dates in a text. Other words are no tokens: they show as a gap of the kind `other`. */
export interface DateToken extends Span {
  readonly kind: TokenKind;
  /** As written, in small letters. */
  readonly word: string;
  readonly value: number;
  /** The canonical word ({@link Meaning}). */
  readonly name: string;
  /** What stands in front of it. */
  readonly gap: Gap;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
}

/**
 * The tokens of a text in order. Web addresses, DOIs, the targets of Markdown links and the spans in `exclude` have
 * none. Takes time in proportion to the length of the text.
 */
export function tokenise(text: string, exclude: readonly Span[] = []): readonly DateToken[] {
  const excluded = [...exclude].sort((a, b) => a.start - b.start);
  const tokens: DateToken[] = [];
  let nextExcluded = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isWordCode(code)) {
      at = code === CLOSING_BRACKET ? afterLinkTarget(text, at) : at + 1;
      continue;
    }
    const end = endOfWord(text, at);
    const address = endOfAddress(text, at, end);
    if (address > end) {
      at = address;
      continue;
    }
    while (nextExcluded < excluded.length && (excluded[nextExcluded]?.end ?? 0) <= at) {
      nextExcluded++;
    }
    const hole = excluded[nextExcluded];
    const token = hole && hole.start < end ? undefined : tokenAt(text, at, end, tokens.at(-1)?.end);
    if (token) {
      tokens.push(token);
    }
    at = token?.end ?? end;
  }
  return tokens;
}

const [CLOSING_BRACKET, OPENING_PARENTHESIS, UNDERSCORE] = [0x5d, 0x28, 0x5f];
const [ZERO, NINE] = [0x30, 0x39];

/** Digits of a number that a date can have: days, months, short years, years. */
const NUMBER_LENGTHS: readonly number[] = [1, 2, 4];

/** Beyond this a gap is of no interest. */
const LONGEST_GAP = 24;

function tokenAt(text: string, start: number, end: number, previousEnd: number | undefined): DateToken | undefined {
  const code = text.charCodeAt(start);
  if (code >= ZERO && code <= NINE) {
    return end - start > LONGEST_NUMBER ? undefined : numberAt(text, start, end, gapBetween(text, previousEnd, start));
  }
  if (!canHaveMeaning(code, end - start)) {
    return undefined;
  }
  const written = text.slice(start, end);
  const word = written.toLowerCase();
  const meaning = meaningOf(word);
  return (
    meaning && {
      kind: meaning.kind,
      word,
      value: meaning.value,
      name: meaning.name,
      start,
      end,
      gap: gapBetween(text, previousEnd, start),
      capital: written.charAt(0) !== word.charAt(0),
    }
  );
}

const LONGEST_NUMBER = '2024'.length;

function numberAt(text: string, start: number, end: number, gap: Gap): DateToken | undefined {
  const word = text.slice(start, end).toLowerCase();
  const shape = /^(\d+)(st|nd|rd|th)?$/.exec(word);
  const digits = shape?.[1] ?? '';
  if (!NUMBER_LENGTHS.includes(digits.length)) {
    return undefined;
  }
  const token = { word, value: Number(digits), name: digits, start, end, gap, capital: false };
  if (shape?.[2] !== undefined) {
    return { ...token, kind: 'ordinal' };
  }
  // A raised ending: 3^rd^ in Markdown, 3<sup>rd</sup> in HTML.
  RAISED_ENDING.lastIndex = end;
  const raised = digits.length < 3 && RAISED_ENDING.test(text);
  return raised ? { ...token, kind: 'ordinal', end: RAISED_ENDING.lastIndex } : { ...token, kind: 'number' };
}

const RAISED_ENDING = /(?:<sup>(?:st|nd|rd|th)<\/sup>|\^(?:st|nd|rd|th)\^)/iy;

/** The end of the letters and digits from `at` on. An underscore between two of them belongs to them: file_2024_06. */
function endOfWord(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (!isWordCode(code) && !(code === UNDERSCORE && isWordCode(text.charCodeAt(end + 1)))) {
      return end;
    }
    end++;
  }
  return end;
}

/** Where the web address or DOI ends that begins with the word at `start`; `end` where it begins none. */
function endOfAddress(text: string, start: number, end: number): number {
  if (!':.'.includes(text.charAt(end))) {
    return end;
  }
  const pattern = ADDRESSES.get(text.slice(start, Math.min(end, start + 6)).toLowerCase());
  if (!pattern) {
    return end;
  }
  pattern.lastIndex = end;
  return pattern.test(text) ? pattern.lastIndex : end;
}

const WEB_ADDRESS = /:\/\/[^\s<>)\]"]*/y;

const ADDRESSES: ReadonlyMap<string, RegExp> = new Map([
  ['http', WEB_ADDRESS],
  ['https', WEB_ADDRESS],
  ['ftp', WEB_ADDRESS],
  ['www', /\.[^\s<>)\]"]+/y],
  ['doi', /:\s?10\.[^\s<>)\]"]+/y],
  ['10', /\.\d{4,9}\/[^\s<>)\]"]+/y],
]);

/** Behind the target of a link that begins at `](`; else behind the bracket. */
function afterLinkTarget(text: string, bracket: number): number {
  if (text.charCodeAt(bracket + 1) !== OPENING_PARENTHESIS) {
    return bracket + 1;
  }
  LINK_TARGET.lastIndex = bracket + 2;
  return LINK_TARGET.test(text) ? LINK_TARGET.lastIndex : bracket + 2;
}

const LINK_TARGET = /[^\s()<>]*(?=[)\s])/y;

function isWordCode(code: number): boolean {
  return (
    (code >= ZERO && code <= NINE) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    // Latin with accents, Greek, Cyrillic; without the signs for times and divided by.
    (code >= 0xc0 && code <= 0x52f && code !== 0xd7 && code !== 0xf7)
  );
}

function gapBetween(text: string, from: number | undefined, to: number): Gap {
  if (from === undefined) {
    return 'other';
  }
  if (to - from === 1 && text.charCodeAt(from) === 0x20) {
    return 'space';
  }
  if (to - from > LONGEST_GAP) {
    return 'other';
  }
  const written = text.slice(from, to).replace(/&nbsp;|&#160;/gi, ' ');
  // A line break can stand in a date, but not a list marker, a table's bar or an empty line.
  const broken = /[\n\r]/.test(written);
  if (broken && !/^[,.]?[*_]{0,3}[^\S\n\r]*\\?\r?\n[^\S\n\r]*(?:>[^\S\n\r]*)*[*_]{0,3}$/.test(written)) {
    return 'other';
  }
  const marks = written.replace(broken ? /[*_\\>\s\u200b]/g : /[*_\\\s\u200b]/g, '');
  if (marks === '') {
    return /\s/.test(written) ? 'space' : 'tight';
  }
  return GAPS.get(marks) ?? 'other';
}

const GAPS: ReadonlyMap<string, Gap> = new Map([
  ['-', 'dash'],
  ['.-', 'dash'],
  ['\u2010', 'dash'],
  ['\u2011', 'dash'],
  ['–', 'dash'],
  ['.–', 'dash'],
  ['—', 'dash'],
  ['\u2212', 'dash'],
  ['--', 'dash'],
  ['/', 'slash'],
  [',', 'comma'],
  ['.,', 'comma'],
  ['.', 'dot'],
  ['&', 'ampersand'],
  ['&amp;', 'ampersand'],
]);

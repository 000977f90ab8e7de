import type { Span } from '../model/span';
import { canHaveMeaning, type Meaning, meaningOf, type TokenKind } from './date-vocabulary';

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
 * The tokens of a text in order, as far as a date can stand there: words without a number, a month or the like beside
 * them are left out. Web addresses, DOIs, the targets of Markdown links and the spans in `exclude` have no tokens.
 * Takes time in proportion to the length of the text.
 */
export function tokenise(text: string, exclude: readonly Span[] = []): readonly DateToken[] {
  const excluded = [...exclude].sort((a, b) => a.start - b.start);
  const tokens: DateToken[] = [];
  // A chain is a run of words of dates with nothing else between them. It is kept from its first anchor on, with what
  // stands before that: most chains are an "of the" and need not be made.
  let chain = 0;
  let isKept = false;
  let previousEnd: number | undefined;
  let nextExcluded = 0;
  for (let at = nextWord(text, 0); at < text.length; ) {
    const end = endOfWord(text, at);
    const address = endOfAddress(text, at, end);
    while (nextExcluded < excluded.length && (excluded[nextExcluded]?.end ?? 0) <= at) {
      nextExcluded++;
    }
    const hole = excluded[nextExcluded];
    const isOpen = address === end && !(hole && hole.start < end);
    const meaning = isOpen ? meaningAt(text, at, end) : undefined;
    if (meaning) {
      const gap = gapBetween(text, previousEnd, at);
      if (gap === 'other') {
        chain = at;
        isKept = false;
      }
      if (!isKept && isAnchor(meaning)) {
        pushWords(text, chain, at, tokens);
        isKept = true;
      }
      if (isKept) {
        tokens.push(tokenOf(text, at, end, meaning, gap));
      }
      previousEnd = isKept ? tokens.at(-1)?.end : end;
    }
    at = nextWord(text, Math.max(address, meaning ? (previousEnd ?? 0) : 0));
  }
  return tokens;
}

const [CLOSING_BRACKET, OPENING_PARENTHESIS, UNDERSCORE] = [0x5d, 0x28, 0x5f];
const [ZERO, NINE] = [0x30, 0x39];

/** Beyond this a gap is of no interest. */
const LONGEST_GAP = 24;

/** Every date has one of these. */
const ANCHORS: ReadonlySet<TokenKind> = new Set(['number', 'month', 'season', 'group', 'unit', 'frequency']);

function isAnchor({ kind, name }: Meaning): boolean {
  return ANCHORS.has(kind) || name === 'today' || name === 'tomorrow' || name === 'yesterday';
}

/** Adds the words from `from` to `to`, which are all words of dates. */
function pushWords(text: string, from: number, to: number, tokens: DateToken[]): void {
  for (let at = from; at < to; at = nextWord(text, tokens.at(-1)?.end ?? to)) {
    const end = endOfWord(text, at);
    const meaning = meaningAt(text, at, end);
    if (!meaning) {
      return;
    }
    tokens.push(tokenOf(text, at, end, meaning, at === from ? 'other' : gapBetween(text, tokens.at(-1)?.end, at)));
  }
}

function tokenOf(text: string, start: number, end: number, { kind, name, value }: Meaning, gap: Gap): DateToken {
  const written = text.slice(start, end);
  const word = written.toLowerCase();
  const token = { kind, word, name, value, start, end, gap, capital: written.charAt(0) !== word.charAt(0) };
  if (kind !== 'number' || word.length > 2) {
    return token;
  }
  // A raised ending: 3^rd^ in Markdown, 3<sup>rd</sup> in HTML.
  const raised = RAISED_ENDING.exec(text.slice(end, end + LONGEST_RAISED_ENDING));
  return raised ? { ...token, kind: 'ordinal', end: end + raised[0].length } : token;
}

/** What the letters and digits between two offsets mean, or undefined where no date has them. */
function meaningAt(text: string, start: number, end: number): Meaning | undefined {
  const code = text.charCodeAt(start);
  if (code < ZERO || code > NINE) {
    return canHaveMeaning(code, end - start) ? meaningOf(text.slice(start, end).toLowerCase()) : undefined;
  }
  return end - start > LONGEST_NUMBER ? undefined : numberMeaning(text.slice(start, end).toLowerCase());
}

const LONGEST_NUMBER = '2024'.length;

/** Days, months and short years have one or two digits, years four. */
function numberMeaning(word: string): Meaning | undefined {
  const shape = /^(\d{1,2})(st|nd|rd|th)?$|^\d{4}$/.exec(word);
  if (!shape) {
    return undefined;
  }
  return { kind: shape[2] === undefined ? 'number' : 'ordinal', value: Number(shape[1] ?? word), name: 'number' };
}

const RAISED_ENDING = /^(?:<sup>(?:st|nd|rd|th)<\/sup>|\^(?:st|nd|rd|th)\^)/i;

const LONGEST_RAISED_ENDING = '<sup>rd</sup>'.length;

/** Where the next letter or digit is from `from` on, behind targets of links; the length of the text where there is none. */
function nextWord(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isWordCode(code)) {
      return at;
    }
    at = code === CLOSING_BRACKET ? afterLinkTarget(text, at) : at + 1;
  }
  return at;
}

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
  return end + (pattern?.exec(text.slice(end))?.[0].length ?? 0);
}

const WEB_ADDRESS = /^:\/\/[^\s<>)\]"]*/;

const ADDRESSES: ReadonlyMap<string, RegExp> = new Map([
  ['http', WEB_ADDRESS],
  ['https', WEB_ADDRESS],
  ['ftp', WEB_ADDRESS],
  ['www', /^\.[^\s<>)\]"]+/],
  ['doi', /^:\s?10\.[^\s<>)\]"]+/],
  ['10', /^\.\d{4,9}\/[^\s<>)\]"]+/],
]);

/** Behind the target of a link that begins at `](`; else behind the bracket. */
function afterLinkTarget(text: string, bracket: number): number {
  if (text.charCodeAt(bracket + 1) !== OPENING_PARENTHESIS) {
    return bracket + 1;
  }
  const target = bracket + 2;
  return target + (LINK_TARGET.exec(text.slice(target))?.[0].length ?? 0);
}

const LINK_TARGET = /^[^\s()<>]*(?=[)\s])/;

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

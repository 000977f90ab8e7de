import type { Span } from '../model/span';
import { ASCII_CLASSES } from './characters';
import { type Meaning, meaningOf, shapeOf, type TokenKind } from './date-vocabulary';

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
  const excluded = exclude.length < 2 ? exclude : [...exclude].sort((a, b) => a.start - b.start);
  let tokens: DateToken[] | undefined;
  // A chain is a run of words of dates with nothing else between them. Only those with an anchor become tokens: most are
  // an "of the". So no word is looked up outside of a chain unless it can be an anchor; the words before it, from the
  // end of the last chain on, are remembered for that case.
  let chainEnd: number | undefined;
  const before: Words = { starts: [], ends: [], count: 0 };
  let nextExcluded = 0;
  const hasExcluded = excluded.length > 0;
  for (let at = nextWord(text, 0); at < text.length; ) {
    const end = endOfWord(text, at);
    const shape = shapeAt(text, at, end);
    if (shape < 2 && chainEnd === undefined && !hasExcluded && !canBeAddress(text, end)) {
      remember(before, shape, text, at, end);
      at = nextWord(text, end);
      continue;
    }
    let behind = endOfAddress(text, at, end);
    while (nextExcluded < excluded.length && (excluded[nextExcluded]?.end ?? 0) <= at) {
      nextExcluded++;
    }
    const hole = nextExcluded < excluded.length ? excluded[nextExcluded] : undefined;
    const isOpen = behind === end && !(hole && hole.start < end);
    if (chainEnd === undefined ? isOpen && shape === 2 : isOpen) {
      const meaning = meaningAt(text, at, end);
      const gap = meaning && chainEnd !== undefined ? gapBetween(text, chainEnd, at) : 'other';
      if (meaning && (gap !== 'other' || meaning.isAnchor)) {
        tokens ??= [];
        const own = chainEnd === undefined ? pushChain(text, before, at, tokens) : gap;
        const token = tokenOf(text, at, end, meaning, own);
        tokens.push(token);
        chainEnd = token.end;
        behind = token.end;
        before.count = 0;
        at = nextWord(text, behind);
        continue;
      }
      if (meaning) {
        chainEnd = undefined;
      }
    }
    if (chainEnd !== undefined && !isInEntity(text, at)) {
      chainEnd = undefined;
    }
    if (!isOpen && meaningAt(text, at, end)) {
      before.count = 0;
    } else if (chainEnd === undefined) {
      remember(before, shape, text, at, end);
    }
    at = nextWord(text, behind);
  }
  return tokens ?? NO_TOKENS;
}

const NO_TOKENS: readonly DateToken[] = Object.freeze([]);

/** Offsets of words, in order; what stands in the arrays from `count` on is of no interest. */
interface Words {
  readonly starts: number[];
  readonly ends: number[];
  count: number;
}

/** Adds a word to those before the next anchor; one that no date has parts them from what follows. */
function remember(words: Words, shape: number, text: string, start: number, end: number): void {
  if (shape > 0 || isInEntity(text, start)) {
    words.starts[words.count] = start;
    words.ends[words.count] = end;
    words.count++;
  } else {
    words.count = 0;
  }
}

/** Whether the word can be that of an entity ("&nbsp;"), which does not part the words around it. */
function isInEntity(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before === AMPERSAND || before === HASH;
}

/**
 * Adds the words of the chain that ends before the anchor at `at`: words of dates up to it with nothing else between
 * them. What stands behind an entity is left out.
 *
 * @returns what stands between the chain and the anchor
 */
function pushChain(text: string, { starts, ends, count }: Words, at: number, tokens: DateToken[]): Gap {
  let first = count;
  let next = at;
  let gap: Gap = 'other';
  for (let index = count - 1; index >= 0; index--) {
    const [start = 0, end = 0] = [starts[index], ends[index]];
    if (next - end > LONGEST_GAP) {
      break;
    }
    if (!meaningAt(text, start, end)) {
      if (isInEntity(text, start)) {
        continue;
      }
      break;
    }
    const between = gapBetween(text, end, next);
    if (between === 'other') {
      break;
    }
    gap = next === at ? between : gap;
    first = index;
    next = start;
  }
  for (let index = first; index < count; index++) {
    const [start = 0, end = 0] = [starts[index], ends[index]];
    const meaning = meaningAt(text, start, end);
    if (!meaning) {
      break;
    }
    tokens.push(
      tokenOf(text, start, end, meaning, index === first ? 'other' : gapBetween(text, ends[index - 1], start)),
    );
  }
  return gap;
}

const [AMPERSAND, HASH, OPENING_ANGLE, CARET] = [0x26, 0x23, 0x3c, 0x5e];
const [CLOSING_BRACKET, OPENING_PARENTHESIS, UNDERSCORE, COLON, FULL_STOP] = [0x5d, 0x28, 0x5f, 0x3a, 0x2e];
const [SPACE, LINE_FEED, ZERO, NINE] = [0x20, 0x0a, 0x30, 0x39];

/** Beyond this a gap is of no interest. */
const LONGEST_GAP = 24;

function tokenOf(text: string, start: number, end: number, meaning: Meaning, gap: Gap): DateToken {
  const { kind, word, name, value } = meaning;
  const capital = text.charCodeAt(start) !== word.charCodeAt(0);
  const token = { kind, word, name, value, start, end, gap, capital };
  const behind = text.charCodeAt(end);
  if (kind !== 'number' || word.length > 2 || (behind !== OPENING_ANGLE && behind !== CARET)) {
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
    return shapeOf(text, start, end) > 0 ? meaningOf(text.slice(start, end).toLowerCase()) : undefined;
  }
  return end - start > LONGEST_NUMBER ? undefined : numberMeaning(text, start, end);
}

/** {@link shapeOf} a word or number. */
function shapeAt(text: string, start: number, end: number): 0 | 1 | 2 {
  const code = text.charCodeAt(start);
  if (code > NINE) {
    return shapeOf(text, start, end);
  }
  return end - start <= LONGEST_NUMBER ? 2 : 0;
}

const LONGEST_NUMBER = '2024'.length;

/** Days, months and short years have one or two digits, years four. */
function numberMeaning(text: string, start: number, end: number): Meaning | undefined {
  let digits = start;
  let value = 0;
  for (let code = text.charCodeAt(digits); digits < end && code >= ZERO && code <= NINE; ) {
    value = value * 10 + code - ZERO;
    digits++;
    code = text.charCodeAt(digits);
  }
  const length = digits - start;
  if (digits === end) {
    const word = text.slice(start, end);
    return length === 3 ? undefined : { word, kind: 'number', value, name: 'number', isAnchor: true };
  }
  const word = text.slice(start, end).toLowerCase();
  return length < 3 && ORDINAL_ENDINGS.includes(word.slice(length))
    ? { word, kind: 'ordinal', value, name: 'number', isAnchor: false }
    : undefined;
}

const ORDINAL_ENDINGS: readonly string[] = ['st', 'nd', 'rd', 'th'];

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
  if (!canBeAddress(text, end)) {
    return end;
  }
  const pattern = end - start < 6 ? ADDRESSES.get(text.slice(start, end).toLowerCase()) : undefined;
  return pattern === undefined ? end : end + (pattern.exec(text.slice(end))?.[0].length ?? 0);
}

/** Whether what stands behind a word allows for an address. */
function canBeAddress(text: string, end: number): boolean {
  const behind = text.charCodeAt(end);
  return behind === COLON || behind === FULL_STOP;
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
  return code < WORD_CODES.length && WORD_CODES[code] === 1;
}

/** By character (UTF-16 unit) 1 for digits, and letters of Latin, Greek and Cyrillic; not for the signs × and ÷. */
const WORD_CODES: Readonly<Uint8Array> = Uint8Array.from({ length: 0x530 }, (_, code) =>
  code < ASCII_CLASSES.length
    ? Math.min(ASCII_CLASSES[code] ?? 0, 1)
    : Number(code >= 0xc0 && code !== 0xd7 && code !== 0xf7),
);

function gapBetween(text: string, from: number | undefined, to: number): Gap {
  if (from === undefined) {
    return 'other';
  }
  if (to - from === 1 && (text.charCodeAt(from) === SPACE || text.charCodeAt(from) === LINE_FEED)) {
    return 'space';
  }
  if (to - from > LONGEST_GAP) {
    return 'other';
  }
  let marks = '';
  let hasSpace = false;
  for (let at = from; at < to; at++) {
    const mark = text.charAt(at);
    if (mark === '\n' || mark === '\r' || mark === '&') {
      return unusualGap(text.slice(from, to));
    }
    if (mark.trim() === '') {
      hasSpace = true;
    } else if (!SILENT_MARKS.includes(mark)) {
      marks += mark;
    }
  }
  return marks === '' ? (hasSpace ? 'space' : 'tight') : (GAPS.get(marks) ?? 'other');
}

/** Signs of emphasis, a backslash, and a space without width. */
const SILENT_MARKS = '*_\\\u200b';

/** A gap with a line break or an entity. */
function unusualGap(gap: string): Gap {
  const written = gap.replace(/&nbsp;|&#160;/gi, ' ');
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

import type { Span } from '../model/span';
import { classAt, classBefore, LETTER_OR_DIGIT, OTHER_NUMBER } from './characters';
import { matchesApart } from './match-at';

/**
 * Text that waits for somebody: "[to be completed]", "TBC", "XX June 2024", "(date to be confirmed)", "[…]",
 * "lorem ipsum". In running text "to be completed" is an ordinary verb ("the work is to be completed by 2025"), and in
 * a quotation "[…]" stands for words left out: neither counts.
 *
 * @param text Words without code, comments and addresses.
 * @returns Spans in the text, in order, without overlap.
 */
export function findPlaceholders(text: string): readonly Span[] {
  if (!PROBE.test(text)) {
    return NONE;
  }
  const found: Span[] = [];
  let end = 0;
  for (const match of candidatesIn(text)) {
    if (match.index >= end) {
      end = match.index + match[0].length;
      const span = { start: match.index, end };
      if (isPlaceholder(match, text, span)) {
        found.push(span);
      }
    }
  }
  return found;
}

/** What can be a placeholder, in order. One that begins within another counts as part of it. */
function candidatesIn(text: string): readonly RegExpExecArray[] {
  const isWhole = (match: RegExpExecArray) => (classAt(text, match.index + match[0].length) & WORD) === 0;
  const isWithin = (_: string, at: number) => (classBefore(text, at) & WORD) !== 0;
  const signs = matchesApart(SIGN, text, isWithin).filter(isWhole);
  const phrases = [...text.matchAll(PHRASE)];
  return signs.length === 0 ? phrases : [...phrases, ...signs].sort((a, b) => a.index - b.index);
}

const NONE: readonly Span[] = Object.freeze([]);

const WORD = LETTER_OR_DIGIT | OTHER_NUMBER;

/** Cheap and true wherever there is a placeholder. What it says of the words has no "s" and "k", which have odd small letters. */
const PROBE = /\]|XX|TB[CDA]|T\.B|to be (?:comp|conf|det|dec|def|add|in|up|fill|prov|chec)|lorem/i;

/** What is still to do, as it is said in English. */
const OPEN_WORK =
  'to be (?:completed|confirmed|determined|decided|defined|added|inserted|updated|filled(?: in)?|provided|checked)';

const PHRASE = new RegExp(
  [
    // In square brackets: anything that says that something is to come, or nothing but dots.
    `\\[(?=[^\\]\\n]{0,120}\\])\\s*(?<bracketed>(?:[^\\[\\]\\n]*\\b(?:${OPEN_WORK}|tb[cda])\\b[^\\[\\]\\n]*)|` +
      '(?:(?:please )?(?:insert|complete|fill in|add|specify)\\b[^\\[\\]\\n]*)|[x?_]{2,}|…|\\.{3}|\\?)\\s*\\]',
    // In round brackets, at their end; or as all that a line or field says.
    `(?<round>\\([^()\\n]{0,60}\\b${OPEN_WORK}\\))`,
    `(?<bare>\\b${OPEN_WORK}\\b)`,
    '\\blorem ipsum\\b',
  ].join('|'),
  'giu',
);

/** Words of their own. */
const SIGN = /TB[CDA]|T\.B\.[CDA]\.|(?<crosses>(?:20)?x{2,})/giu;

function isPlaceholder(match: RegExpExecArray, text: string, span: Span): boolean {
  const { bracketed, bare, crosses } = match.groups ?? {};
  if (bracketed !== undefined) {
    return !/^(?:…|\.{3})$/.test(bracketed.trim()) || !isQuoted(text, span);
  }
  if (bare !== undefined) {
    return isAllThatIsSaid(text, span);
  }
  if (crosses !== undefined) {
    return !isRomanNumeral(text, span);
  }
  return true;
}

/** "Deadline: to be confirmed", "To be completed.": nothing before it in the line but a label, nothing behind it. */
function isAllThatIsSaid(text: string, span: Span): boolean {
  const before = span.start < WINDOW ? `\n${text.slice(0, span.start)}` : text.slice(span.start - WINDOW, span.start);
  const after = `${text.slice(span.end, span.end + WINDOW)}\n`;
  return /[\n:,;–—-][^\S\n]*$/.test(before) && /^[^\S\n]*[.;]?[^\S\n]*\n/.test(after);
}

/** "Annex XX", "Chapter XXX", "XX century". */
function isRomanNumeral(text: string, span: Span): boolean {
  const before = text.slice(Math.max(0, span.start - 20), span.start);
  const after = text.slice(span.end, span.end + 10);
  return (
    /\b(?:annex|annexes|appendix|article|book|chapter|heading|part|schedule|section|title|volume)\s+$/i.test(before) ||
    /^(?:th)?\s+century/i.test(after)
  );
}

/** Whether a quotation is open before the span: more opening marks than closing ones, or an odd number of plain ones. */
function isQuoted(text: string, span: Span): boolean {
  const before = text.slice(Math.max(0, span.start - LONGEST_QUOTATION), span.start);
  const opened = (before.match(/[“„«]/g) ?? []).length - (before.match(/[”»]/g) ?? []).length;
  return opened > 0 || (before.match(/"/g) ?? []).length % 2 === 1 || /‘[^’]*$/.test(before);
}

/** How far around a place is looked, in UTF-16 units. */
const WINDOW = 60;
const LONGEST_QUOTATION = 2000;

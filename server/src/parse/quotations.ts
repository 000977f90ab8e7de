import type { Span } from '../model/span';
import { classAt, classBefore, isLetterOrDigitAt, isLetterOrDigitBefore, LETTER, widthAt } from './characters';
import { matchAt } from './match-at';

/**
 * The stretches of a text that stand in quotation marks, marks included, in order. Single marks count only where they
 * cannot be apostrophes; a mark without its partner opens nothing. Linear in the length of the text.
 */
export function findQuotations(text: string): readonly Span[] {
  let found: Span[] | undefined;
  for (let at = nextMark(text, 0); at < text.length; ) {
    const end = endOfQuotation(text, at);
    if (end !== undefined) {
      found ??= [];
      found.push({ start: at, end });
    }
    at = nextMark(text, end ?? at + 1);
  }
  return found ?? NONE;
}

const NONE: readonly Span[] = Object.freeze([]);

/** Where the next sign is that can open a quotation; the text's length where there is none. */
function nextMark(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === DOUBLE || code === SINGLE || code === GUILLEMET || (code >= HIGH_SINGLE && code <= LOW_DOUBLE)) {
      return at;
    }
  }
  return text.length;
}

/** `"`, `'`, `«`, and the first and last of `‘ ’ ‚ ‛ “ ” „`. */
const [DOUBLE, SINGLE, GUILLEMET, HIGH_SINGLE, LOW_DOUBLE] = [0x22, 0x27, 0xab, 0x2018, 0x201e];

function endOfQuotation(text: string, at: number): number | undefined {
  const mark = text.charAt(at);
  if (mark === '‘') {
    return isLetterOrDigitBefore(text, at) ? undefined : endOfCurlyQuotation(text, at);
  }
  if (mark === "'") {
    const isOpening = !isLetterOrDigitBefore(text, at) && text.charAt(at - 1) !== "'";
    return isOpening ? endOfPlainQuotation(text, at) : undefined;
  }
  const match = matchAt(DOUBLE_QUOTATION, text, at);
  return match ? at + match[0].length : undefined;
}

const DOUBLE_QUOTATION = /“[^“”]{1,1500}”|„[^„“”]{1,1500}[“”]|«[^«»]{1,1500}»|"[^"]{1,1500}"/uy;

/** Behind `‘`: to the first `’` that no letter follows. */
function endOfCurlyQuotation(text: string, start: number): number | undefined {
  let at = start + 1;
  for (let length = 0; at < text.length && length <= LONGEST_CURLY; length++) {
    const sign = text.charAt(at);
    if (sign === '‘') {
      return undefined;
    }
    if (sign === '’' && !isLetter(classAt(text, at + 1))) {
      return length > 0 ? at + 1 : undefined;
    }
    at += widthAt(text, at);
  }
  return undefined;
}

/** Behind `'`, in the line: to the first `'` that is no apostrophe between letters. */
function endOfPlainQuotation(text: string, start: number): number | undefined {
  let at = start + 1;
  if (text.charAt(at).trim() === '') {
    return undefined;
  }
  for (let length = 0; at < text.length && length <= LONGEST_PLAIN; length++) {
    const sign = text.charAt(at);
    if (sign === '\n') {
      return undefined;
    }
    if (sign === "'" && !(isLetter(classBefore(text, at)) && isLetter(classAt(text, at + 1)))) {
      return length > 0 && !isLetterOrDigitAt(text, at + 1) ? at + 1 : undefined;
    }
    at += widthAt(text, at);
  }
  return undefined;
}

/** How long a quotation can be, in characters, so that a mark without a partner costs little. */
const [LONGEST_CURLY, LONGEST_PLAIN] = [1500, 500];

function isLetter(itsClass: number): boolean {
  return (itsClass & LETTER) !== 0;
}

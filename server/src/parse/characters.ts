/** Bits of {@link classAt}: what a character is to the Unicode standard, in any script. */
export const LETTER = 1;
export const DIGIT = 2;
export const MARK = 4;
/** A number that is no decimal digit, such as a raised one. */
export const OTHER_NUMBER = 8;
/** A letter or a decimal digit. */
export const LETTER_OR_DIGIT = LETTER | DIGIT;

/**
 * What the character that begins at an offset is: {@link LETTER} (`\p{L}`), {@link DIGIT} (`\p{Nd}`), {@link MARK}
 * (`\p{M}`), {@link OTHER_NUMBER} (`\p{Nl}`, `\p{No}`), or 0 for everything else and outside the text. A pattern says
 * the same, but takes milliseconds before its first match.
 */
export function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < ASCII_CLASSES.length) {
    return ASCII_CLASSES[code] ?? 0;
  }
  return code >= ASCII_CLASSES.length ? classBeyondAscii(text.codePointAt(at) ?? 0) : 0;
}

/** What the character that ends at an offset is, like {@link classAt}. */
export function classBefore(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  if (code < ASCII_CLASSES.length) {
    return ASCII_CLASSES[code] ?? 0;
  }
  const isPair = code >= 0xdc00 && code <= 0xdfff && isHighSurrogate(text.charCodeAt(at - 2));
  return classAt(text, isPair ? at - 2 : at - 1);
}

/** Whether a letter or decimal digit of any script begins at the offset. */
export function isLetterOrDigitAt(text: string, at: number): boolean {
  return (classAt(text, at) & LETTER_OR_DIGIT) !== 0;
}

/** Whether a letter or decimal digit of any script ends at the offset. */
export function isLetterOrDigitBefore(text: string, at: number): boolean {
  return (classBefore(text, at) & LETTER_OR_DIGIT) !== 0;
}

/** Whether a letter of any script or one of the digits 0 to 9 ends at the offset. */
export function isLetterOrPlainDigitBefore(text: string, at: number): boolean {
  const itsClass = classBefore(text, at);
  return itsClass === LETTER || (itsClass === DIGIT && text.charCodeAt(at - 1) < ASCII_CLASSES.length);
}

/** Whether a letter of any script or one of the digits 0 to 9 begins at the offset. */
export function isLetterOrPlainDigitAt(text: string, at: number): boolean {
  const itsClass = classAt(text, at);
  return itsClass === LETTER || (itsClass === DIGIT && text.charCodeAt(at) < ASCII_CLASSES.length);
}

/** Whether one of the digits 0 to 9 stands at the offset. */
export function isPlainDigitAt(text: string, at: number): boolean {
  return (ASCII_CLASSES[text.charCodeAt(at)] ?? 0) === DIGIT;
}

/** How many UTF-16 units the character at an offset has. */
export function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Where the white space from `at` on ends; `at` where there is none. */
export function behindSpace(text: string, at: number): number {
  if (text.charCodeAt(at) === SPACE && (ASCII_CLASSES[text.charCodeAt(at + 1)] ?? 0) !== 0) {
    return at + 1;
  }
  let end = at;
  while (end < text.length && text.charAt(end).trim() === '') {
    end++;
  }
  return end;
}

/** {@link classAt} of the characters of ASCII. */
export const ASCII_CLASSES: Readonly<Uint8Array> = Uint8Array.from({ length: 0x80 }, (_, code) =>
  code >= 0x30 && code <= 0x39 ? DIGIT : (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a ? LETTER : 0,
);

const SPACE = 0x20;

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

function classBeyondAscii(code: number): number {
  if (code < 0x250) {
    return classInLatin(code);
  }
  // Spaces, dashes, quotation marks and bullets, which nearly every text has; then the sign for the euro.
  if ((code >= 0x2000 && code < 0x2070) || code === 0x20ac) {
    return 0;
  }
  // Raised and lowered digits, which mark footnotes.
  if (code === 0x2070 || (code >= 0x2074 && code <= 0x2079) || (code >= 0x2080 && code <= 0x2089)) {
    return OTHER_NUMBER;
  }
  const character = String.fromCodePoint(code);
  return CLASSES.find(({ pattern }) => pattern.test(character))?.bit ?? 0;
}

/** The class of a character of Latin with accents. */
function classInLatin(code: number): number {
  if (code >= 0xc0) {
    return code === 0xd7 || code === 0xf7 ? 0 : LETTER;
  }
  if (code === 0xaa || code === 0xb5 || code === 0xba) {
    return LETTER;
  }
  const isNumber = code === 0xb2 || code === 0xb3 || code === 0xb9 || (code >= 0xbc && code <= 0xbe);
  return isNumber ? OTHER_NUMBER : 0;
}

const CLASSES = [
  { pattern: /\p{L}/u, bit: LETTER },
  { pattern: /\p{Nd}/u, bit: DIGIT },
  { pattern: /\p{M}/u, bit: MARK },
  { pattern: /\p{N}/u, bit: OTHER_NUMBER },
];

/** Kinds of numbers in lists: the values that HTML's `type` has. */
export type NumberKind = '1' | 'a' | 'A' | 'i' | 'I';

/** A number as a list prints it; numbers below 1 and those too large for letters or Roman numerals in digits. */
export function printNumber(value: number, kind: NumberKind): string {
  switch (kind) {
    case 'a':
    case 'A': {
      const letters = inLetters(value);
      return kind === 'a' ? letters : letters.toUpperCase();
    }
    case 'i':
    case 'I': {
      const numeral = inRoman(value);
      return kind === 'i' ? numeral : numeral.toUpperCase();
    }
    default:
      return String(value);
  }
}

/** What a text begins with where that numbers or marks an item: "(a)", "3.2.", "IV)", "•". */
export interface LeadingMarker {
  /** Undefined for a bullet. */
  readonly marker: string | undefined;
  /** How many characters it takes, with the blanks behind it. */
  readonly length: number;
}

/** The marker at the beginning of a text; undefined where it begins with none. A blank or the end stands behind it. */
export function leadingMarker(text: string): LeadingMarker | undefined {
  const match = BULLET.exec(text) ?? NUMBER.exec(text);
  return match ? { marker: match[1], length: match[0].length } : undefined;
}

/** Signs that people and converters use for bullets; those of Word's own fonts are in the private area. */
const BULLET = /^[•‣▪▫◦●○■□◆◊➢➤✓✔–—*·§o\uf0b7\uf0a7\uf0d8\uf0fc\u00ad-](?:\s+|$)/u;

/** "1.", "1)", "(1)", "3.2", "3.2.1.", "(a)", "a)", "(iv)", "IV.": letters and numerals with a sign, numbers with parts. */
const NUMBER =
  /^(\((?:\d{1,3}|[a-z]{1,2}|[A-Z]|[ivxl]{1,7}|[IVXL]{1,7})\)|(?:\d{1,3}|[a-z]|[A-Z]|[ivxl]{1,7}|[IVXL]{1,7})[.)]|\d{1,3}(?:\.\d{1,3}){1,4}\.?)(?:\s+|$)/;

function inLetters(value: number): string {
  if (value < 1 || value > 702) {
    return String(value);
  }
  const last = String.fromCharCode(97 + ((value - 1) % 26));
  return value <= 26 ? last : inLetters(Math.floor((value - 1) / 26)) + last;
}

function inRoman(value: number): string {
  if (value < 1 || value > 3999) {
    return String(value);
  }
  let rest = value;
  let numeral = '';
  for (const [worth, sign] of ROMAN) {
    numeral += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return numeral;
}

const ROMAN: readonly (readonly [number, string])[] = [
  ...[[1000, 'm'] as const, [900, 'cm'] as const, [500, 'd'] as const, [400, 'cd'] as const, [100, 'c'] as const],
  ...[[90, 'xc'] as const, [50, 'l'] as const, [40, 'xl'] as const, [10, 'x'] as const, [9, 'ix'] as const],
  ...[[5, 'v'] as const, [4, 'iv'] as const, [1, 'i'] as const],
];

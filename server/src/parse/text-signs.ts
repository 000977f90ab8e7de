/**
 * What a text has that only few texts have: bits of {@link signsIn}. Each is there wherever what it is named after is;
 * it can be there without it, since a sign is looked for with a glance at the characters around one.
 */
export const Sign = {
  /** A digit from 0 to 9. */
  digit: 1,
  /** A digit, a slash, a digit: "6504/24". */
  fraction: 2,
  /** "COM(2023) 641", "JOIN 2023/17", "SWD/2022": a digit behind such a name. */
  commission: 4,
  /** "OJ", "O.J." or "Journal". */
  journal: 8,
  /** A digit and a capital letter behind it: "52023DC0641". */
  celex: 16,
  /** "eli/". */
  eli: 32,
  /** "2024-INIT", "2024 REV-1". */
  fileName: 64,
  /** "://" or "www.". */
  webAddress: 128,
  /** "@". */
  mailAddress: 256,
  /** "COSI 97". */
  subjectCode: 512,
  /** A mark that can open a quotation. */
  quotation: 1024,
} as const;

/** The bits of {@link Sign} that a text has. One pass over its characters. */
export function signsIn(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= KINDS.length) {
      signs |= QUOTATION_MARKS.includes(code) ? Sign.quotation : 0;
    } else if (KINDS[code] !== 0) {
      signs |= signAt(text, at, code);
    }
  }
  return signs;
}

/** `«`, `‘`, `“` and `„`. */
const QUOTATION_MARKS: readonly number[] = [0xab, 0x2018, 0x201c, 0x201e];

const [DOUBLE_QUOTE, SINGLE_QUOTE] = [0x22, 0x27];
const [ZERO, NINE, SLASH, AT, COLON, FULL_STOP, LARGE_A, LARGE_J, LARGE_Z] = [
  0x30, 0x39, 0x2f, 0x40, 0x3a, 0x2e, 0x41, 0x4a, 0x5a,
];

/** Characters of ASCII that {@link signAt} looks at. */
const KINDS = Uint8Array.from({ length: 0x80 }, (_, code) =>
  (code >= ZERO && code <= NINE) || [SLASH, AT, COLON, FULL_STOP, LARGE_J, DOUBLE_QUOTE, SINGLE_QUOTE].includes(code)
    ? 1
    : 0,
);

function signAt(text: string, at: number, code: number): number {
  switch (code) {
    case AT:
      return Sign.mailAddress;
    case DOUBLE_QUOTE:
      return Sign.quotation;
    case SINGLE_QUOTE:
      return isPlainLetter(text.charCodeAt(at - 1)) ? 0 : Sign.quotation;
    case COLON:
      return text.charCodeAt(at + 1) === SLASH ? Sign.webAddress : 0;
    case FULL_STOP:
      return 'wW'.includes(text.charAt(at - 1) || '.') ? Sign.webAddress : 0;
    case LARGE_J:
      return 'O.'.includes(text.charAt(at - 1) || '-') || text.charAt(at + 1) === 'o' ? Sign.journal : 0;
    case SLASH:
      return 'iI'.includes(text.charAt(at - 1) || '-') ? Sign.eli : 0;
    default:
      return signOfDigit(text, at);
  }
}

function signOfDigit(text: string, at: number): number {
  const signs = Sign.digit | signBehindDigit(text, at);
  return isDigit(text.charCodeAt(at - 1)) ? signs : signs | signBeforeDigit(text, at);
}

function signBehindDigit(text: string, at: number): number {
  const next = text.charCodeAt(at + 1);
  if (isDigit(next)) {
    return 0;
  }
  if (next >= LARGE_A && next <= LARGE_Z) {
    return Sign.celex;
  }
  if (next === SLASH && isDigit(text.charCodeAt(at + 2))) {
    return Sign.fraction;
  }
  return 'IR'.includes(text.charAt(at + 2) || '-') ? Sign.fileName : 0;
}

function signBeforeDigit(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_JOINT && isJoint(text.charAt(start - 1))) {
    start--;
  }
  if (start === at) {
    return 0;
  }
  const before = text.charCodeAt(start - 1);
  const isSpaced = at - start === 1 && text.charAt(start).trim() === '';
  const isCode = isSpaced && ((before >= LARGE_A && before <= LARGE_Z) || before >= KINDS.length);
  const isCommission = SERIES_ENDS.includes(text.slice(Math.max(0, start - 3), start).toLowerCase());
  return (isCode ? Sign.subjectCode : 0) | (isCommission ? Sign.commission : 0);
}

/** The last letters of COM, JOIN and SWD; "ſ" is an "s". */
const SERIES_ENDS: readonly string[] = ['com', 'oin', 'swd', 'ſwd'];

/** What can stand between a name and a number, and how much of it. */
function isJoint(character: string): boolean {
  return character.trim() === '' || '([/-'.includes(character);
}

const LONGEST_JOINT = 5;

function isPlainLetter(code: number): boolean {
  return (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

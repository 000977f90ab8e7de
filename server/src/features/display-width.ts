/**
 * How many columns a text takes in a font of fixed width: two for wide East Asian characters and emoji, none for marks
 * that combine with the character before them, joiners and other characters that are not seen. One for all others.
 */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) {
    return text.length;
  }
  let width = 0;
  let isJoined = false;
  for (const character of text) {
    const own = isJoined || INVISIBLE.test(character) ? 0 : isWide(character) ? 2 : 1;
    // U+FE0F shows the character before it as an emoji, and a joiner makes one picture of two.
    width += character === EMOJI_STYLE && width > 0 && !isJoined ? 1 : own;
    isJoined = character === JOINER;
  }
  return width;
}

const PLAIN = /^[\x20-\x7e]*$/;

const INVISIBLE = /^(?:[\p{Mn}\p{Me}\p{Cf}\p{Cc}]|\p{Emoji_Modifier})$/u;

const JOINER = '\u200d';
const EMOJI_STYLE = '\ufe0f';

function isWide(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  return code >= FIRST_WIDE && (WIDE.some(([from, to]) => code >= from && code <= to) || EMOJI.test(character));
}

const EMOJI = /^\p{Emoji_Presentation}$/u;

const FIRST_WIDE = 0x1100;

/** Blocks whose characters are wide or full-width (Unicode Standard Annex 11). */
const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

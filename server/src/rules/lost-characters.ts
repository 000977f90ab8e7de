import type { TextChange } from '../model/text-change';

/** The characters of a text that could not be decoded: how many, and the offset of the first (-1 without any). */
export interface LostCharacters {
  readonly count: number;
  readonly first: number;
}

/** Finds them. Of a text without any before an edit, only what the edit put in is looked at. */
export function lostCharacters(text: string, before?: LostCharacters, change?: TextChange): LostCharacters {
  if (before?.count === 0 && change && !text.slice(change.start, change.newEnd).includes(LOST)) {
    return before;
  }
  const first = text.indexOf(LOST);
  return { count: first < 0 ? 0 : text.split(LOST).length - 1, first };
}

/** What decoding puts where bytes are no text (Unicode, section 3.9). */
const LOST = '\uFFFD';

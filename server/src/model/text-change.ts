/**
 * What an edit, or several, did to a text: the characters from `start` to `end` of the text before became those from
 * `start` to `newEnd` of the text after; the rest is the same. Offsets in UTF-16 units, ends exclusive.
 */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

/** The change that one change and then another amount to. `second` counts in the text that `first` left. */
export function composeChanges(first: TextChange, second: TextChange): TextChange {
  const grown = first.newEnd - first.end;
  const more = second.newEnd - second.end;
  return {
    start: Math.min(first.start, second.start),
    end: Math.max(first.end, second.end - grown),
    newEnd: Math.max(first.newEnd + more, second.newEnd),
  };
}

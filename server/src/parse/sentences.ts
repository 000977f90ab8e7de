import type { Span } from '../model/span';

/**
 * The sentences of a text, in order and without a gap. One ends behind a full stop, question or exclamation mark that
 * is followed by a capital or digit and does not close an abbreviation ("No. 5", "e.g. Europol"), and at a blank line.
 * Linear in the length of the text.
 */
export function sentencesOf(text: string): readonly Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(LIMIT)) {
    if (isAbbreviation(text, match.index)) {
      continue;
    }
    const end = match.index + match[0].length;
    sentences.push({ start, end });
    start = end;
  }
  return start < text.length || sentences.length === 0 ? [...sentences, { start, end: text.length }] : sentences;
}

const LIMIT = /[.?!]["'”’)\]¹²³⁰-⁹*_]{0,4}\s+(?=["'“‘(["*_]{0,3}[\p{Lu}\p{Nd}])|\n[^\S\n]*\n\s*/gu;

/** Whether the full stop at `at` belongs to a single letter or a usual abbreviation. */
function isAbbreviation(text: string, at: number): boolean {
  return (
    text[at] === '.' &&
    /(?:^|[\s(.])(?:\p{L}|nos?|art|arts|cf|pp|paras?|vol|doc|mr|mrs|ms|dr|st)$/iu.test(
      text.slice(Math.max(0, at - 8), at),
    )
  );
}

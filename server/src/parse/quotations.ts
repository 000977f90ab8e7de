import type { Span } from '../model/span';

/**
 * The stretches of a text that stand in quotation marks, marks included, in order. Single marks count only where they
 * cannot be apostrophes; a mark without its partner opens nothing. Linear in the length of the text.
 */
export function findQuotations(text: string): readonly Span[] {
  return [...text.matchAll(QUOTATION)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** How long a quotation can be, so that a mark without a partner costs little. */
const QUOTATION =
  /“[^“”]{1,1500}”|„[^„“”]{1,1500}[“”]|«[^«»]{1,1500}»|"[^"]{1,1500}"|(?<![\p{L}\p{Nd}])‘(?:[^‘’]|’(?=\p{L})){1,1500}’(?!\p{L})|(?<![\p{L}\p{Nd}'])'(?=[^\s'])(?:[^'\n]|(?<=\p{L})'(?=\p{L})){1,500}'(?![\p{L}\p{Nd}])/gu;

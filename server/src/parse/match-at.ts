import { isLetterOrDigitBefore } from './characters';

/**
 * What a sticky pattern (flag y) matches in a text exactly at an offset; null where it does not match there. Together
 * with {@link matchesApart} the one place where a pattern's `lastIndex` is used: it is set before each match and carries
 * nothing from one to the next.
 */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * What a global pattern (flag g) matches in a text, in order, without what begins within a word, as a lookbehind
 * `(?<![\p{L}\p{Nd}])` would have it. A pattern with such classes of characters of its own takes milliseconds before
 * its first match.
 *
 * @param isWithin Whether what begins at an offset begins within a word.
 */
export function matchesApart(
  pattern: RegExp,
  text: string,
  isWithin: (text: string, at: number) => boolean = isLetterOrDigitBefore,
): readonly RegExpExecArray[] {
  let found: RegExpExecArray[] | undefined;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (isWithin(text, match.index)) {
      pattern.lastIndex = match.index + 1;
    } else {
      found ??= [];
      found.push(match);
    }
  }
  return found ?? NO_MATCHES;
}

const NO_MATCHES: readonly RegExpExecArray[] = Object.freeze([]);

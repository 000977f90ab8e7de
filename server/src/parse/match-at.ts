/**
 * What a sticky pattern (flag y) matches in a text exactly at an offset; null where it does not match there. The one
 * place where a pattern's `lastIndex` is used: it is set before each match and carries nothing from one to the next.
 */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

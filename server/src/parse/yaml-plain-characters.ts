/** Whether a UTF-16 unit can stand in a key: letters first, then digits, `-` and `_` too. */
export function isInKey(code: number, inside: boolean): boolean {
  return isLetter(code) || (inside && (isDigit(code) || code === DASH || code === UNDERSCORE));
}

/** Whether a text can begin with a UTF-16 unit: letters, digits, an opening bracket and whatever is no ASCII, nothing that YAML takes for a sign. */
export function isPlainStart(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === OPENING_ROUND || (code > NO_BREAK_SPACE && code < BYTE_ORDER_MARK);
}

/** Whether a UTF-16 unit can begin a word of a list in brackets, or stand inside one. */
export function isInBrackets(code: number, inside: boolean): boolean {
  const isWord = isLetter(code) || isDigit(code) || (code > NO_BREAK_SPACE && code < BYTE_ORDER_MARK);
  return isWord || (inside && (code === SPACE || code === DASH || code === UNDERSCORE || code === 46 || code === 47));
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

const [SPACE, DASH, UNDERSCORE, OPENING_ROUND, NO_BREAK_SPACE, BYTE_ORDER_MARK] = [
  32, 45, 95, 40, 160, 0xfeff,
] as const;

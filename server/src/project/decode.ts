/**
 * The text of a file: UTF-8, or UTF-16 where a byte order mark says so. The mark itself is left out. Bytes that are no
 * valid text become U+FFFD, which the rule `encoding-invalid` reports.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

import type { SourceProblem } from './source-document';

/** The text of a file, with what is to be known of how it was read. Line ends are `\n`. */
export interface DecodedText {
  readonly text: string;
  readonly problems: readonly SourceProblem[];
}

/**
 * The text of a file: UTF-16 with a byte order mark or without, UTF-8 whatever it says of itself, what an HTML file says of
 * itself, or Windows's Western European characters where it is none of these.
 */
export function decodeDocument(bytes: Uint8Array): DecodedText {
  const encodings = [markedEncoding(bytes) ?? unmarkedUtf16(bytes), 'utf-8', declaredEncoding(bytes)];
  for (const encoding of encodings) {
    const text = encoding === undefined ? undefined : decodeAs(bytes, encoding);
    if (text !== undefined) {
      return { text: withLineEnds(text), problems: [] };
    }
  }
  const damaged = decodeDamaged(bytes);
  return {
    text: withLineEnds(damaged ?? decodeWestern(bytes)),
    problems: [
      {
        place: undefined,
        message:
          damaged === undefined
            ? 'The file is not UTF-8 and was read as Western European (Windows-1252). If letters look wrong, save it as UTF-8 and import it again.'
            : 'Some letters of the file are damaged (it is UTF-8 but for them) and were read as “\ufffd”.',
      },
    ],
  };
}

/** UTF-8 in which there are bytes that are none; undefined where that are not the fewest of those that are no ASCII. */
function decodeDamaged(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  let damaged = 0;
  let sound = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    damaged += code === 0xfffd ? 1 : 0;
    sound += code > 0x7f && code !== 0xfffd ? 1 : 0;
  }
  return damaged <= sound ? text : undefined;
}

/** Undefined where the bytes are no text in this encoding, or nobody knows it. */
function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return decoder.encoding === 'windows-1252' ? decodeWestern(bytes) : decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Windows-1252. Node takes it for ISO 8859-1, which has control characters where Windows has quotes and dashes. */
function decodeWestern(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (sign) => WESTERN_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
}

const WESTERN_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function withLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'utf-16le';
  }
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** UTF-16 without a mark: every other byte of Latin text is zero. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const start = bytes.subarray(0, 400);
  const zeros = (from: number) => start.filter((byte, index) => index % 2 === from && byte === 0).length;
  if (start.length < 8 || zeros(0) + zeros(1) < start.length / 4) {
    return undefined;
  }
  return zeros(1) > zeros(0) ? 'utf-16le' : 'utf-16be';
}

/** What the first lines of an HTML file say. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  const match =
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w:-]+)/i.exec(start) ??
    /^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([\w:-]+)/i.exec(start);
  return match?.[1];
}

import JSZip from 'jszip';
import { BOUNDS, UnreadableDocument } from './unreadable';

/** The parts of a Word file that are text, by their paths. */
export type WordParts = ReadonlyMap<string, string>;

/**
 * Unpacks what is text in a Word file. Each part is really unpacked, piece by piece, and no further than the bounds allow,
 * whatever the file says of its size.
 *
 * @param bytes a zip file
 * @throws UnreadableDocument where it is damaged, locked, no Word file, or exceeds {@link BOUNDS}
 */
export async function unpackWord(bytes: Uint8Array): Promise<WordParts> {
  const zip = await openZip(bytes);
  const names = Object.keys(zip.files);
  if (names.length > BOUNDS.parts) {
    throw new UnreadableDocument(`The file holds ${names.length} files, which no Word document does.`);
  }
  const parts = new Map<string, string>();
  let left: number = BOUNDS.unpacked;
  for (const name of names.filter((one) => WANTED.test(one))) {
    const part = zip.files[name];
    if (part && !part.dir) {
      const unpacked = await inflate(part, left);
      left -= unpacked.length;
      parts.set(name, decodeXml(unpacked));
    }
  }
  return parts;
}

/** Packs parts as a Word file again. */
export async function packWord(parts: WordParts): Promise<ArrayBuffer> {
  const zip = new JSZip();
  for (const [name, text] of parts) {
    zip.file(name, text);
  }
  return zip.generateAsync({ type: 'arraybuffer', compression: 'STORE' });
}

/** The path of the part with the document's text; undefined where there is none. */
export function mainPart(parts: WordParts): string | undefined {
  const relationships = parts.get('_rels/.rels') ?? '';
  const target = relationships
    .match(/<Relationship\s[^>]*>/g)
    ?.filter((one) => /\bType\s*=\s*["'][^"']*\/officeDocument["']/.test(one))
    .flatMap((one) => /\bTarget\s*=\s*["']\/?([^"']*)["']/.exec(one)?.[1] ?? []);
  return [...(target ?? []), 'word/document.xml'].find((path) => parts.has(path));
}

/** Text, styles, numbers, notes and what leads to them; no pictures, fonts, themes, macros. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|(?:[\w-]+\/)?(?:_rels\/)?(?:document|styles|numbering|footnotes|endnotes)\d*\.xml(?:\.rels)?)$/;

async function openZip(bytes: Uint8Array): Promise<JSZip> {
  try {
    return await JSZip.loadAsync(bytes);
  } catch (error) {
    const isLocked = error instanceof Error && /encrypted/i.test(error.message);
    throw new UnreadableDocument(
      isLocked
        ? 'The file is protected by a password. Save it without one and import it again.'
        : 'The file is damaged: it cannot be unpacked. Open it in Word, save it anew as .docx, and import that.',
    );
  }
}

/** An entry of a zip file; its types lack the stream that the library documents. */
type Entry = JSZip.JSZipObject & {
  internalStream(type: 'uint8array'): JSZip.JSZipStreamHelper<Uint8Array>;
};

/** The bytes of an entry. Stops as soon as there are more than `most`. */
function inflate(entry: JSZip.JSZipObject, most: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = [];
    let length = 0;
    const stream = (entry as Entry).internalStream('uint8array');
    stream
      .on('data', (piece) => {
        length += piece.length;
        if (length > most) {
          pieces.length = 0;
          stream.pause();
          reject(
            new UnreadableDocument(
              `The file unpacks to more than ${Math.round(BOUNDS.unpacked / 1_000_000)} MB of text, which no document does. It may have been made to do harm; nothing of it was read.`,
            ),
          );
        } else {
          pieces.push(piece);
        }
      })
      .on('error', () =>
        reject(
          new UnreadableDocument(
            'The file is damaged: a part of it cannot be unpacked. Open it in Word, save it anew as .docx, and import that.',
          ),
        ),
      )
      .on('end', () => resolve(joined(pieces, length)));
    stream.resume();
  });
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The text of a part. One that defines entities, which no Word file does, is refused. */
function decodeXml(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
    throw new UnreadableDocument('The file defines entities, which no Word document does; nothing of it was read.');
  }
  return text;
}

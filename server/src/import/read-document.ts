import { decodeDocument } from './decode-document';
import { type PlacedDocument, withDistinctPlaces } from './paragraph-places';
import { readHtml } from './read-html';
import { readMarkdown } from './read-markdown';
import { readText } from './read-text';
import { readWord } from './read-word';
import type { Run, SourceBlock, SourceDocument } from './source-document';
import { BOUNDS, UnreadableDocument } from './unreadable';

/** What kind of document a file is. */
export type DocumentFormat = 'word' | 'html' | 'markdown' | 'text';

/** A document, or the reason why it cannot be read: a sentence that says what to do. */
export type ReadDocument = FormattedDocument | { readonly problem: string };

/** A document with its format. */
export interface FormattedDocument extends PlacedDocument {
  readonly format: DocumentFormat;
}

/**
 * Reads a document for import, whatever its format: its content decides, and between kinds of text its name. Never rejects.
 *
 * @param bytes the file
 * @param name its name, with or without a path
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  try {
    const problem = problemOf(bytes, name);
    if (problem !== undefined) {
      return { problem };
    }
    if (isZip(bytes)) {
      return withText({ format: 'word', document: await readWord(bytes), unit: 'paragraph' });
    }
    const { text: whole, problems } = decodeDocument(bytes);
    const text = withoutPictures(whole);
    if (looksBinary(text)) {
      return { problem: 'The file is no text. Documents are imported as Word (.docx), HTML, Markdown or plain text.' };
    }
    const format = formatOf(text, name);
    if (format !== 'html' && text.length > BOUNDS.characters) {
      return { problem: tooMuchText(text.length) };
    }
    const { document, unit } = withDistinctPlaces(READERS[format](text));
    return withText({ format, unit, document: { ...document, problems: [...problems, ...document.problems] } });
  } catch (error) {
    if (error instanceof UnreadableDocument) {
      return { problem: error.message };
    }
    return { problem: `The document cannot be read (${error instanceof Error ? error.message : String(error)}).` };
  }
}

const READERS: Readonly<Record<Exclude<DocumentFormat, 'word'>, (text: string) => SourceDocument>> = {
  html: readHtml,
  markdown: readMarkdown,
  text: readText,
};

/** What is wrong with a file as a whole; undefined where it can be tried. */
function problemOf(bytes: Uint8Array, name: string): string | undefined {
  const most = isZip(bytes) ? BOUNDS.word : BOUNDS.text;
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  if (bytes.length === 0) {
    return 'The file is empty.';
  }
  const [, data] = /\.(ya?ml|json|csv)$/i.exec(name) ?? [];
  if (data !== undefined) {
    return `A file .${data.toLowerCase()} holds data and is no document. A roadmap is written as *.roadmap.yaml by hand, with completion.`;
  }
  if (head.includes('%PDF-')) {
    return 'A PDF cannot be imported. Open it in Word, save it as .docx, and import that; or copy its text into a .txt file.';
  }
  if (head.startsWith('{\\rtf')) {
    return 'A rich text file (.rtf) cannot be imported. Open it in Word, save it as .docx, and import that.';
  }
  if (/^MIME-Version:[\s\S]*^Content-Type:\s*multipart\/related/im.test(head)) {
    return 'A web page in a single file (.mht) cannot be imported. Open it in Word, save it as .docx, and import that.';
  }
  if (/<\?mso-application\s[^>]*Word\.Document|<office:document\b/.test(head)) {
    return 'A document as a single XML file cannot be imported. Open it in Word, save it as .docx, and import that.';
  }
  if (head.startsWith('\u00d0\u00cf\u0011\u00e0')) {
    return isLocked(bytes)
      ? 'The file is protected by a password. Open it in Word, save it without one, and import that.'
      : 'The file is of an old version of Word (.doc) or another old format. Open it in Word, save it as .docx, and import that.';
  }
  if (isZip(bytes) && /mimetypeapplication\/vnd\.oasis\.opendocument/.test(head)) {
    return 'An OpenDocument file (.odt) cannot be imported. Open it, save it as Word (.docx), and import that.';
  }
  if (/\.docx$/i.test(name) && !isZip(bytes)) {
    return 'The file has the name of a Word document (.docx) and is none. Open it in Word, save it anew, and import that.';
  }
  return bytes.length > most
    ? `The file has ${Math.ceil(bytes.length / 1_000_000)} MB; up to ${most / 1_000_000} MB can be imported. Save it without pictures, or import a part of it.`
    : undefined;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5 || bytes[2] === 7);
}

/** Whether an old container of Office holds an encrypted document: it says so in its table of contents. */
function isLocked(bytes: Uint8Array): boolean {
  const wanted = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const last = Math.min(bytes.length, SEARCHED) - wanted.length;
  for (let at = bytes.indexOf(wanted[0] ?? 0); at !== -1 && at <= last; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) {
      return true;
    }
  }
  return false;
}

/** How much of an old container is searched, in bytes. */
const SEARCHED = 4_000_000;

/** Whether a text has signs that no text has. */
function looksBinary(text: string): boolean {
  const start = text.slice(0, 4096);
  let controls = 0;
  for (let at = 0; at < start.length; at++) {
    const code = start.charCodeAt(at);
    controls += code < 9 || (code > 13 && code < 32 && code !== 27) ? 1 : 0;
  }
  return controls > start.length / 100;
}

function formatOf(text: string, name: string): Exclude<DocumentFormat, 'word'> {
  if (/\.(?:html?|xhtml)$/i.test(name)) {
    return 'html';
  }
  if (/\.(?:md|markdown|mdown)$/i.test(name)) {
    return 'markdown';
  }
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype html|html)\b/i.test(text.slice(0, 4096))
    ? 'html'
    : 'text';
}

/** Pictures that stand in the text itself, as some programs write them, are most of it. */
function withoutPictures(text: string): string {
  return text.replace(/\bdata:image\/[\w+.-]{1,40};base64,[\w+/=]+/g, 'data:');
}

/** A document without any text is no document, and one with far too much takes longer than anybody waits. */
function withText(read: FormattedDocument): ReadDocument {
  const { blocks, problems } = read.document;
  if (blocks.length === 0) {
    const message =
      'There is no text in the file. If it shows pages that were scanned, have their text recognised first.';
    return { problem: problems[0]?.message ?? message };
  }
  const headings = blocks.filter(({ kind }) => kind === 'heading').length;
  if (headings > BOUNDS.headings) {
    return { problem: `The document has ${headings} headings, which no document has. Import a part of it.` };
  }
  const length = lengthOf(blocks);
  return length > BOUNDS.characters ? { problem: tooMuchText(length) } : read;
}

/** The characters of blocks; those of cells that span once for each cell that they are repeated in. */
function lengthOf(blocks: readonly SourceBlock[]): number {
  let length = 0;
  const add = (runs: readonly Run[]) => {
    for (const { text } of runs) {
      length += text.length;
    }
  };
  for (const block of blocks) {
    if (block.kind === 'table') {
      for (const { cells } of [...block.header, ...block.rows]) {
        cells.forEach(add);
      }
    } else {
      add(block.runs);
    }
  }
  return length;
}

function tooMuchText(length: number): string {
  const [given, most] = [length, BOUNDS.characters].map((count) => Math.ceil(count / 1_000_000));
  return `The document has ${given} million characters; up to ${most} million can be imported. Import a part of it.`;
}

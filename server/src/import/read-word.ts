import mammoth from 'mammoth';
import { HtmlReader } from './read-html';
import type { SourceDocument } from './source-document';
import { UnreadableDocument } from './unreadable';
import { readWordStyles, WordCounter, type WordStyles } from './word-numbering';
import { markParagraphs } from './word-paragraphs';
import { mainPart, packWord, unpackWord } from './word-parts';

/**
 * Reads a Word file (`.docx`). Places are the numbers of its paragraphs, those in tables and empty ones counted.
 *
 * What numbers a paragraph is kept as Word prints it; text that is struck out, or deleted by a tracked change, is struck
 * out. Not read: headers and footers, comments, pictures, tables of contents, hidden text, and what only a style makes bold
 * or struck.
 *
 * @throws UnreadableDocument where the file is damaged, locked, no Word file, or exceeds the bounds
 */
export async function readWord(bytes: Uint8Array): Promise<SourceDocument> {
  const parts = new Map(await unpackWord(bytes));
  const main = mainPart(parts);
  const text = main === undefined ? undefined : parts.get(main);
  if (main === undefined || text === undefined) {
    throw new UnreadableDocument(
      'The file is no Word document, though it is packed like one. Save the document as Word (.docx) and import that.',
    );
  }
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const styles = readWordStyles(parts.get(`${folder}styles.xml`) ?? '');
  const counter = new WordCounter(parts.get(`${folder}numbering.xml`) ?? '', styles);
  const { xml, problems } = markParagraphs(text, counter);
  parts.set(main, xml);
  // All of it is in the marks; mammoth would fail on lists that it does not know.
  parts.delete(`${folder}numbering.xml`);
  const html = await convert(await packWord(parts), styles);
  const reader = new HtmlReader();
  reader.write(html, 0);
  const document = reader.end();
  return { ...document, problems: [...problems, ...document.problems] };
}

async function convert(file: ArrayBuffer, styles: WordStyles): Promise<string> {
  // In Node it takes a buffer, in a browser what is in it.
  const input = { arrayBuffer: file, buffer: new Uint8Array(file) };
  try {
    const { value } = await mammoth.convertToHtml(input as { arrayBuffer: ArrayBuffer }, {
      styleMap: [...styleMap(styles)],
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    });
    return value;
  } catch (error) {
    if (error instanceof RangeError) {
      throw new UnreadableDocument('The file has elements nested so deep as no Word document has.');
    }
    // What the libraries say of it is for who writes such files.
    throw new UnreadableDocument(
      'The file is damaged: its text cannot be read. Open it in Word, save it anew as .docx, and import that.',
    );
  }
}

/** What styles mean that are none of Word's own headings, such as those of an institution's templates. */
function styleMap(styles: WordStyles): readonly string[] {
  return [...styles.values()].flatMap(({ name, outline: given }) => {
    const quoted = `p[style-name='${name.replace(/[\\']/g, '\\$&')}']`;
    if (/^toc(?: \d| heading)$/i.test(name)) {
      return [`${quoted} => !`];
    }
    const outline = given ?? (HEADING_NAME.test(name) ? Number(name.at(-1)) - 1 : undefined);
    const level = /^title$/i.test(name) ? 1 : outline === undefined ? undefined : Math.min(6, outline + 1);
    return level === undefined || name === '' ? [] : [`${quoted} => h${level}:fresh`];
  });
}

/** What headings are called where a program has translated the names of Word's styles and left their levels out. */
const HEADING_NAME =
  /^(?:heading|überschrift|titre|título|titolo|titlu|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|naslov|címsor|заглавие|заголовок|επικεφαλίδα) ?[1-6]$/iu;

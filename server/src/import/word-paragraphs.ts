import { Parser } from 'htmlparser2';
import type { SourceProblem } from './source-document';
import { BOUNDS, UnreadableDocument } from './unreadable';
import { writeWordMark } from './word-mark';
import type { WordCounter } from './word-numbering';

/** A Word file's text made ready for mammoth. */
export interface MarkedParagraphs {
  readonly xml: string;
  /** What of it will not be read, that a person would see. */
  readonly problems: readonly SourceProblem[];
}

/**
 * The text of a Word file with a bookmark in each paragraph that says its number, and the number or bullet that Word prints
 * in front of it. What is deleted by a tracked change, or struck out twice, becomes text that is struck out; text in
 * elements that mammoth does not know is put where it reads it; hidden text and tables of contents are taken out.
 *
 * @param xml `document.xml`
 * @throws UnreadableDocument where elements are more, or nested deeper, than {@link BOUNDS} allow
 */
export function markParagraphs(xml: string, counter: WordCounter): MarkedParagraphs {
  return new ParagraphMarker(withoutLooks(xml), counter).marked();
}

/** The text without what only says how it looks, or who wrote it when: most of a file, and all of it would take memory. */
function withoutLooks(xml: string): string {
  return xml.replace(LOOKS, '').replace(/<w:(p|r|tr) (?![^<>]*xmlns)[^<>]*?(\/?)>/g, '<w:$1$2>');
}

const LOOKS =
  /<w:(?:bCs|color|contextualSpacing|highlight|iCs|ind|jc|keepLines|keepNext|kern|lang|lastRenderedPageBreak|noProof|proofErr|rFonts|shd|spacing|sz|szCs|tcW|u|widowControl)(?: [^<>]*)?\/>/g;

interface Paragraph {
  readonly number: number;
  /** Where the bookmark goes; undefined for one without content. */
  at: number | undefined;
  style: string | undefined;
  list: number | undefined;
  level: number | undefined;
  /** The level of the heading that it is by itself, from 1. */
  heading: number | undefined;
  isMarked: boolean;
  /** What has taken its end away: its deletion, which makes it a part of the next paragraph, or that all of it has moved. */
  gone: 'w:del' | 'w:moveFrom' | undefined;
}

class ParagraphMarker {
  private readonly parser: Parser;
  private readonly names: string[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private readonly edits: Edit[] = [];
  private count = 0;
  /** How many elements are open that are read by nobody: alternatives that a newer Word shows. */
  private unread = 0;
  private deleted = 0;
  private elements = 0;
  private readonly fields: Field[] = [];
  private isHidden = false;
  /** Where the first of the paragraphs begins that the next one is a part of, because their ends are deleted. */
  private joined: number | undefined;
  private readonly problems: SourceProblem[] = [];

  constructor(
    private readonly xml: string,
    private readonly counter: WordCounter,
  ) {
    this.parser = new Parser(
      {
        onopentag: (name, attributes) => this.open(name, attributes),
        onclosetag: (name) => this.close(name),
        ontext: (text) => this.text(text),
      },
      { xmlMode: true },
    );
  }

  marked(): MarkedParagraphs {
    this.parser.write(this.xml);
    this.parser.end();
    this.edits.sort((a, b) => a.at - b.at);
    const pieces: string[] = [];
    let last = 0;
    for (const { at, end, text } of this.edits) {
      pieces.push(this.xml.slice(last, at), text);
      last = end;
    }
    pieces.push(this.xml.slice(last));
    return { xml: pieces.join(''), problems: this.problems };
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = this.names.at(-1);
    this.names.push(name);
    if (this.names.length > BOUNDS.nesting) {
      throw new UnreadableDocument(
        'The file has elements nested so deep as no Word document has. Open it in Word, save it anew, and import that.',
      );
    }
    if (++this.elements > BOUNDS.elements) {
      throw new UnreadableDocument(
        `The file has more than ${BOUNDS.elements} paragraphs, cells and other parts, which is too many to be read. Import a part of it.`,
      );
    }
    const value = attributes['w:val'];
    const paragraph = this.paragraphs.at(-1);
    const isEmpty = this.xml[this.parser.endIndex - 1] === '/';
    if (SWITCHES.has(name) && isEmpty && /^(?:off|false|0)$/.test(value ?? '')) {
      // What is switched off would be taken for on where it is not said with the word "false".
      this.edits.push({ at: this.parser.startIndex, end: this.parser.endIndex + 1, text: '' });
      return;
    }
    switch (name) {
      case 'mc:Choice':
        this.unread++;
        break;
      case 'w:p':
        this.paragraphs.push({
          number: this.unread > 0 ? -1 : this.count++,
          isMarked: this.unread > 0,
          at: isEmpty ? undefined : this.parser.endIndex + 1,
          ...{ style: undefined, list: undefined, level: undefined, heading: undefined, gone: undefined },
        });
        break;
      case 'w:pStyle':
        if (paragraph && parent === 'w:pPr') {
          paragraph.style = value;
        }
        break;
      case 'w:numId':
      case 'w:ilvl':
        if (paragraph && parent === 'w:numPr' && value !== undefined) {
          paragraph[name === 'w:numId' ? 'list' : 'level'] = Number(value);
        }
        break;
      case 'w:outlineLvl':
        if (paragraph && parent === 'w:pPr' && /^[0-5]$/.test(value ?? '')) {
          paragraph.heading = Number(value) + 1;
        }
        break;
      case 'w:moveFrom':
        this.takeEnd(paragraph, name);
        break;
      case 'w:del':
        this.takeEnd(paragraph, name);
        this.deleted += RUN_PARENTS.has(parent ?? '') ? 1 : 0;
        this.rename(parent, 'w:ins');
        break;
      case 'w:delText':
        this.rename(parent, this.leftOut ? UNREAD : 'w:t');
        break;
      case 'w:t':
        if (this.leftOut) {
          this.rename(parent, UNREAD, this.leftOut);
        }
        break;
      case 'w:fldChar':
        this.fieldSign(attributes['w:fldCharType']);
        break;
      case 'w:vanish':
        this.isHidden ||= parent === 'w:rPr' && this.names.at(-3) === 'w:r';
        break;
      case 'w:altChunk':
        this.problems.push({ place: this.count, message: 'A document that is embedded here was not read.' });
        break;
      case 'w:dstrike':
        this.rename('w:p', 'w:strike');
        break;
      case 'w:r':
        this.isHidden = false;
        this.mark(paragraph);
        if (this.deleted > 0 && !isEmpty) {
          this.insert(this.parser.endIndex + 1, '<w:rPr><w:strike/></w:rPr>');
        }
        break;
      default:
        if (TRANSPARENT.has(name)) {
          this.rename('w:p', 'w:ins');
        }
    }
  }

  private text(text: string): void {
    const field = this.fields.at(-1);
    if (field && this.names.at(-1) === 'w:instrText' && field.instruction.length < 20) {
      field.instruction += text;
    }
  }

  private fieldSign(kind: string | undefined): void {
    if (kind === 'begin') {
      this.fields.push({ instruction: '', edits: [] });
    } else if (kind === 'end') {
      for (const edit of this.fields.pop()?.edits ?? []) {
        this.edits.push(edit);
      }
    }
  }

  /** Where the edits go that take out the text that we are at; undefined where it is neither hidden nor in a table of contents. */
  private get leftOut(): Edit[] | undefined {
    return this.isHidden ? this.edits : this.fields.find(isContents)?.edits;
  }

  /** Notes that the end of a paragraph is gone, where it is said of one. */
  private takeEnd(paragraph: Paragraph | undefined, how: 'w:del' | 'w:moveFrom'): void {
    if (paragraph && this.names.at(-2) === 'w:rPr' && this.names.at(-3) === 'w:pPr') {
      paragraph.gone = how;
    }
  }

  private close(name: string): void {
    this.names.pop();
    const parent = this.names.at(-1);
    const paragraph = this.paragraphs.at(-1);
    switch (name) {
      case 'mc:Choice':
        this.unread--;
        break;
      case 'w:p':
        this.mark(paragraph);
        this.paragraphs.pop();
        break;
      case 'w:pPr':
        if (parent === 'w:p' && paragraph) {
          paragraph.at = this.parser.endIndex + 1;
          this.mark(paragraph);
        }
        break;
      case 'w:del':
        this.deleted -= RUN_PARENTS.has(parent ?? '') ? 1 : 0;
        this.renameEnd(parent, 'w:ins');
        break;
      case 'w:delText':
        this.renameEnd(parent, this.leftOut ? UNREAD : 'w:t');
        break;
      case 'w:t':
        if (this.leftOut) {
          this.renameEnd(parent, UNREAD, this.leftOut);
        }
        break;
      default:
        if (TRANSPARENT.has(name)) {
          this.renameEnd('w:p', 'w:ins');
        }
    }
  }

  private mark(paragraph: Paragraph | undefined): void {
    if (!paragraph || paragraph.isMarked) {
      return;
    }
    paragraph.isMarked = true;
    const { number, heading, at } = paragraph;
    if (paragraph.gone !== undefined) {
      this.joined ??= paragraph.gone === 'w:del' ? at : undefined;
      return;
    }
    const numbering = this.counter.next(paragraph);
    const place = this.joined ?? at;
    this.joined = undefined;
    if (place !== undefined) {
      const name = writeWordMark({
        paragraph: number,
        ...(numbering ? { numbering } : {}),
        ...(heading === undefined ? {} : { heading }),
      });
      this.insert(place, `<w:bookmarkStart w:id="0" w:name="${escapeAttribute(name)}"/>`);
    }
  }

  private insert(at: number, text: string): void {
    this.edits.push({ at, end: at, text });
  }

  /** Gives the element that opens another name, where it is one that holds runs or their text. */
  private rename(parent: string | undefined, name: string, edits = this.edits): void {
    if (RUN_PARENTS.has(parent ?? '')) {
      const at = this.parser.startIndex + 1;
      edits.push({ at, end: at + (this.names.at(-1)?.length ?? 0), text: name });
    }
  }

  private renameEnd(parent: string | undefined, name: string, edits = this.edits): void {
    const { startIndex: at, endIndex: end } = this.parser;
    if (RUN_PARENTS.has(parent ?? '') && this.xml.startsWith('</', at)) {
      edits.push({ at: at + 2, end, text: name });
    }
  }
}

/** Properties of text and rows that are on where nothing else is said. */
const SWITCHES: ReadonlySet<string> = new Set(['w:b', 'w:i', 'w:strike', 'w:dstrike', 'w:tblHeader', 'w:vanish']);

/** Elements that runs, or their text, stand in; elsewhere a deletion is that of a paragraph's end or a table's row. */
const RUN_PARENTS: ReadonlySet<string> = new Set([
  ...['w:p', 'w:r', 'w:hyperlink', 'w:sdtContent', 'w:ins', 'w:smartTag'],
  ...['w:customXml', 'w:moveTo', 'w:fldSimple', 'w:dir', 'w:bdo', 'w:rubyBase'],
]);

/** Elements with runs in them that mammoth passes over with all of their text. */
const TRANSPARENT: ReadonlySet<string> = new Set(['w:fldSimple', 'w:dir', 'w:bdo', 'w:ruby', 'w:rubyBase', 'v:oval']);

/** A name that mammoth knows no element of. */
const UNREAD = 'w:unread';

/** A field, such as a reference to a page, or a table of contents. */
interface Field {
  /** What is to stand there: the beginning of it. */
  instruction: string;
  /** What is done where it ends; nothing where it does not. */
  readonly edits: Edit[];
}

/** Another text for a stretch of the file's. */
interface Edit {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

function isContents({ instruction }: Field): boolean {
  return /^\s*TOC\b/.test(instruction);
}

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

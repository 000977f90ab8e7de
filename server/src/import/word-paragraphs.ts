import { Parser } from 'htmlparser2';
import { BOUNDS, UnreadableDocument } from './unreadable';
import { writeWordMark } from './word-mark';
import type { WordCounter } from './word-numbering';

/**
 * The text of a Word file with a bookmark in each paragraph that says its number, and the number or bullet that Word prints
 * in front of it. What is deleted by a tracked change, or struck out twice, becomes text that is struck out.
 *
 * @param xml `document.xml`
 * @throws UnreadableDocument where elements are nested deeper than {@link BOUNDS} allow
 */
export function markParagraphs(xml: string, counter: WordCounter): string {
  return new ParagraphMarker(xml, counter).marked();
}

interface Paragraph {
  readonly number: number;
  /** Where the bookmark goes; undefined for one without content. */
  at: number | undefined;
  style: string | undefined;
  list: number | undefined;
  level: number | undefined;
  isMarked: boolean;
}

class ParagraphMarker {
  private readonly parser: Parser;
  private readonly names: string[] = [];
  private readonly paragraphs: Paragraph[] = [];
  private readonly edits: { readonly at: number; readonly end: number; readonly text: string }[] = [];
  private count = 0;
  /** How many elements are open that are read by nobody: alternatives that a newer Word shows. */
  private unread = 0;
  private deleted = 0;

  constructor(
    private readonly xml: string,
    private readonly counter: WordCounter,
  ) {
    this.parser = new Parser(
      {
        onopentag: (name, attributes) => this.open(name, attributes),
        onclosetag: (name) => this.close(name),
      },
      { xmlMode: true },
    );
  }

  marked(): string {
    this.parser.write(this.xml);
    this.parser.end();
    this.edits.sort((a, b) => a.at - b.at);
    const pieces: string[] = [];
    let last = 0;
    for (const { at, end, text } of this.edits) {
      pieces.push(this.xml.slice(last, at), text);
      last = end;
    }
    return [...pieces, this.xml.slice(last)].join('');
  }

  private open(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = this.names.at(-1);
    this.names.push(name);
    if (this.names.length > BOUNDS.nesting) {
      throw new UnreadableDocument(
        'The file has elements nested so deep as no Word document has. Open it in Word, save it anew, and import that.',
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
          ...{ number: this.unread > 0 ? -1 : this.count++, isMarked: this.unread > 0 },
          ...{
            at: isEmpty ? undefined : this.parser.endIndex + 1,
            style: undefined,
            list: undefined,
            level: undefined,
          },
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
      case 'w:del':
        this.deleted += RUN_PARENTS.has(parent ?? '') ? 1 : 0;
        this.rename(parent, 'w:ins');
        break;
      case 'w:delText':
        this.rename(parent, 'w:t');
        break;
      case 'w:dstrike':
        this.rename('w:p', 'w:strike');
        break;
      case 'w:r':
        this.mark(paragraph);
        if (this.deleted > 0 && !isEmpty) {
          this.insert(this.parser.endIndex + 1, '<w:rPr><w:strike/></w:rPr>');
        }
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
        this.renameEnd(parent, 'w:t');
    }
  }

  private mark(paragraph: Paragraph | undefined): void {
    if (!paragraph || paragraph.isMarked) {
      return;
    }
    paragraph.isMarked = true;
    const numbering = this.counter.next(paragraph);
    if (paragraph.at !== undefined) {
      const name = writeWordMark({ paragraph: paragraph.number, ...(numbering ? { numbering } : {}) });
      this.insert(paragraph.at, `<w:bookmarkStart w:id="0" w:name="${escapeAttribute(name)}"/>`);
    }
  }

  private insert(at: number, text: string): void {
    this.edits.push({ at, end: at, text });
  }

  /** Gives the element that opens another name, where it is one that holds runs or their text. */
  private rename(parent: string | undefined, name: string): void {
    if (RUN_PARENTS.has(parent ?? '')) {
      const at = this.parser.startIndex + 1;
      this.edits.push({ at, end: at + (this.names.at(-1)?.length ?? 0), text: name });
    }
  }

  private renameEnd(parent: string | undefined, name: string): void {
    const { startIndex: at, endIndex: end } = this.parser;
    if (RUN_PARENTS.has(parent ?? '') && this.xml.startsWith('</', at)) {
      this.edits.push({ at: at + 2, end, text: name });
    }
  }
}

/** Properties of text and rows that are on where nothing else is said. */
const SWITCHES: ReadonlySet<string> = new Set(['w:b', 'w:i', 'w:strike', 'w:dstrike', 'w:tblHeader']);

/** Elements that runs, or their text, stand in; elsewhere a deletion is that of a paragraph's end or a table's row. */
const RUN_PARENTS: ReadonlySet<string> = new Set(['w:p', 'w:r', 'w:hyperlink', 'w:sdtContent', 'w:ins', 'w:smartTag']);

function escapeAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

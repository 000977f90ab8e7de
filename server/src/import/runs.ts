import type { Run } from './source-document';

/** How a stretch of text looks; the same object for stretches that look the same. */
export type Look = Omit<Run, 'text' | 'footnote'>;

/** Text without any look. */
export const PLAIN: Readonly<Look> = {};

/**
 * Gathers the runs of one block from stretches of text. Blanks are one space each, none at either end nor around hard
 * line breaks; stretches that look the same become one run.
 */
export class RunBuilder {
  private readonly done: Run[] = [];
  private text = '';
  private look: Look = PLAIN;
  /** Whether a space belongs before whatever comes next. */
  private space = false;
  /** Whether a hard line break does. */
  private lineBreak = false;

  /** Whether nothing but blanks was added. */
  get isEmpty(): boolean {
    return this.done.length === 0 && this.text === '';
  }

  /** The text that was added last, of one look. */
  get tail(): string {
    return this.text === '' ? (this.done.at(-1)?.text ?? '') : this.text;
  }

  /** Adds text in which blanks and line breaks are but spaces. */
  add(text: string, look: Look): void {
    for (const [index, word] of withoutSoftHyphens(text).split(BLANKS).entries()) {
      this.space ||= index > 0;
      this.append(word, look);
    }
  }

  /** Adds a hard line break. */
  breakLine(): void {
    this.lineBreak = true;
  }

  /** Adds the mark of a footnote. */
  addFootnote(label: string): void {
    this.separate(PLAIN);
    this.finish();
    this.done.push({ text: '', footnote: label });
  }

  /** The runs, without blanks at either end. */
  take(): readonly Run[] {
    this.finish();
    return this.done;
  }

  private append(word: string, look: Look): void {
    if (word === '') {
      return;
    }
    this.separate(look);
    if (!sameLook(look, this.look)) {
      this.finish();
      this.look = look;
    }
    this.text += word;
  }

  /** Writes what separates the text before from what comes now: a space looks as both sides, or as nothing. */
  private separate(look: Look): void {
    if (this.isEmpty) {
      this.space = false;
      this.lineBreak = false;
      return;
    }
    if (this.lineBreak || this.space) {
      const blank = this.lineBreak ? '\n' : ' ';
      if (!sameLook(look, this.look) && this.look !== PLAIN) {
        this.finish();
        this.look = PLAIN;
      }
      this.text += blank;
    }
    this.space = false;
    this.lineBreak = false;
  }

  private finish(): void {
    if (this.text !== '') {
      this.done.push({ text: this.text, ...this.look });
      this.text = '';
    }
    this.look = PLAIN;
  }
}

/** Joins paragraphs into one list of runs, with a hard line break between them. */
export function joinRuns(paragraphs: readonly (readonly Run[])[]): readonly Run[] {
  const filled = paragraphs.filter((runs) => runs.length > 0);
  return filled.flatMap((runs, index) => (index === 0 ? runs : [{ text: '\n' }, ...runs]));
}

/** A text without the places where its words may be divided, which nobody sees. */
export function withoutSoftHyphens(text: string): string {
  return text.replace(/(?<=\p{L})[\u00ad\u200b]|[\u00ad\u200b](?=\p{L})/gu, '');
}

/** What HTML calls blanks; a space that does not break is a character as others. */
const BLANKS = /[ \t\n\r\f]+/;

function sameLook(one: Look, other: Look): boolean {
  return (
    one === other ||
    (one.bold === other.bold && one.italic === other.italic && one.struck === other.struck && one.href === other.href)
  );
}

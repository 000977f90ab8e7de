import type { Edit } from '../lsp/editor';

/** One keystroke and the text that it leaves. */
export interface Keystroke {
  readonly edit: Edit;
  readonly textAfter: string;
}

/** What is written in a document: decides what a line of prose and a field look like. */
export type TypedFormat = 'markdown' | 'yaml' | 'json';

/**
 * What somebody types in the middle of a document: mostly prose, with a backspace and a new line now and then, and
 * a stretch in the status and the date of a next step.
 *
 * @param count How many keystrokes.
 */
export function typing(text: string, format: TypedFormat, count: number): Keystroke[] {
  const typist = new Typist(text);
  const { prose, status, statusText, due, newLine } = PLACES[format];
  const stretches: (() => void)[] = [
    () => typist.goTo(prose, 0.5),
    () => typeProse(typist, newLine, 60),
    () => typist.goTo(status, 1),
    () => typist.replaceBefore(statusText.length, 'delayed'),
    () => typist.replaceBefore('delayed'.length, statusText),
    () => typist.goTo(due, 1),
    () => typist.replaceBefore(4, '2027'),
  ];
  while (typist.keystrokes.length < count) {
    for (const stretch of stretches) {
      stretch();
    }
  }
  return typist.keystrokes.slice(0, count);
}

/** Types words, as people do: some letters are taken back, some paragraphs are broken in two. */
function typeProse(typist: Typist, newLine: string | undefined, count: number): void {
  for (let index = 0; index < count; index++) {
    if (index % 23 === 22) {
      typist.backspace();
    } else if (index % 47 === 46 && newLine !== undefined) {
      typist.type(newLine);
    } else {
      typist.type(WORDS.charAt(index % WORDS.length));
    }
  }
}

const WORDS = ' the inspectors compared all seals with the register and found most of them in order.';

/** Patterns of the lines to type in (what matches is where, see `goTo`), and what the Enter key inserts. */
const PLACES: Readonly<Record<TypedFormat, TypingPlaces>> = {
  markdown: {
    prose: /^[A-Z][^\n]{80,}$/gm,
    statusText: 'in progress',
    status: /^- \*\*Status:\*\* in progress(?=$)/gm,
    due: /^- [A-Z][^\n]* will [^\n]*\(.*2\d\d\d(?=\)\.$)/gm,
    newLine: '\n',
  },
  yaml: {
    prose: /^ {6}[A-Z][^\n]{80,}$/gm,
    statusText: 'in-progress',
    status: /^ {4}status: in-progress(?=$)/gm,
    due: /^ {8}due: .*2\d\d\d(?=$)/gm,
    newLine: '\n      ',
  },
  json: {
    prose: /(?<="text": ")[^"\n]{80,}/gm,
    statusText: 'in-progress',
    status: /"status": "in-progress(?=")/gm,
    due: /"due": ".*2\d\d\d(?=")/gm,
    newLine: undefined,
  },
};

interface TypingPlaces {
  readonly prose: RegExp;
  readonly status: RegExp;
  /** What `status` ends with. */
  readonly statusText: string;
  readonly due: RegExp;
  readonly newLine: string | undefined;
}

class Typist {
  readonly keystrokes: Keystroke[] = [];
  private cursor = 0;

  constructor(private text: string) {}

  /** Puts the cursor into the first match behind the middle of the text, or the last before it, at a share of its length. */
  goTo(pattern: RegExp, share: number): void {
    const middle = this.text.length / 2;
    const matches = [...this.text.matchAll(pattern)];
    const match = matches.find(({ index }) => index >= middle) ?? matches.at(-1);
    if (!match) {
      throw new Error(`There is no place to type at: ${pattern}`);
    }
    this.cursor = match.index + Math.floor(match[0].length * share);
  }

  type(inserted: string): void {
    this.edit(0, inserted);
  }

  backspace(): void {
    this.edit(1, '');
  }

  /** Takes back so many characters one by one, and types others. */
  replaceBefore(count: number, typed: string): void {
    for (let index = 0; index < count; index++) {
      this.backspace();
    }
    for (const character of typed) {
      this.type(character);
    }
  }

  private edit(deleted: number, inserted: string): void {
    const from = this.cursor - deleted;
    const range = { start: positionAt(this.text, from), end: positionAt(this.text, this.cursor) };
    this.text = this.text.slice(0, from) + inserted + this.text.slice(this.cursor);
    this.cursor = from + inserted.length;
    this.keystrokes.push({ edit: { range, inserted }, textAfter: this.text });
  }
}

/** The position of an offset, both in UTF-16 code units. */
export function positionAt(text: string, offset: number): { line: number; character: number } {
  let line = 0;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return { line, character: offset - start };
}

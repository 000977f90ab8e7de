import { widthOfLetter } from './english-words';

/** The words of a text and where they stand; made once and filled again for each text. */
export class PlacedWords<W> {
  readonly words: W[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  /** How many words the text has; what stands behind them in the lists is of an earlier text. */
  count = 0;

  add(word: W, start: number, end: number): void {
    this.words[this.count] = word;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count++;
  }
}

/**
 * What is known of words, by how they are written. A word is looked up in the text itself, without a string of its own:
 * most of the time that it takes to read a text would go into making and hashing these.
 */
export class WordTable<W> {
  /** How many meanings have got a number, those of {@link nextId} among them. */
  size = 0;
  private entries: (Entry<W> | undefined)[] = new Array<Entry<W> | undefined>(FIRST_LENGTH).fill(undefined);
  private count = 0;
  /** The characters of the text that is being read: looking at them in a part of a long string takes many times longer. */
  private codes = new Uint16Array(FIRST_LENGTH);

  /** @param read what is to be known of a word; ids count from 0 */
  constructor(private readonly read: (written: string, id: number) => W) {}

  nextId(): number {
    return this.size++;
  }

  /** Finds the words of a text: letters, marks and digits without a gap. */
  readInto(text: string, placed: PlacedWords<W>): void {
    placed.count = 0;
    this.readCodes(text);
    const { codes } = this;
    const widthAt = (at: number): number => {
      const code = codes[at] ?? 0;
      return code <= LAST_ASCII ? (ASCII_LETTERS[code] ?? 0) : widthOfLetter(text, at);
    };
    let at = 0;
    while (at < text.length) {
      let width = widthAt(at);
      if (width === 0) {
        at++;
        continue;
      }
      const start = at;
      let hash = 0;
      while (width > 0) {
        hash = (Math.imul(hash, 31) + (codes[at] ?? 0)) | 0;
        at += width;
        width = widthAt(at);
      }
      placed.add(this.wordAt(text, start, at, hash), start, at);
    }
  }

  /** With a 0, which is no letter, behind the text. */
  private readCodes(text: string): void {
    if (this.codes.length <= text.length) {
      this.codes = new Uint16Array(2 * text.length);
    }
    for (let at = 0; at < text.length; at++) {
      this.codes[at] = text.charCodeAt(at);
    }
    this.codes[text.length] = 0;
  }

  private wordAt(text: string, start: number, end: number, hash: number): W {
    const mask = this.entries.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let entry = this.entries[slot]; entry; entry = this.entries[slot]) {
      if (entry.hash === hash && this.stands(entry.written, start, end)) {
        return entry.word;
      }
      slot = (slot + 1) & mask;
    }
    const written = text.slice(start, end);
    const entry = { written, hash, word: this.read(written, this.nextId()) };
    this.entries[slot] = entry;
    this.count++;
    if (this.count * 2 > this.entries.length) {
      this.grow();
    }
    return entry.word;
  }

  /** Whether a word stands in the text from one offset to another. */
  private stands(word: string, start: number, end: number): boolean {
    if (word.length !== end - start) {
      return false;
    }
    for (let index = 0; index < word.length; index++) {
      if (word.charCodeAt(index) !== this.codes[start + index]) {
        return false;
      }
    }
    return true;
  }

  private grow(): void {
    const length = this.entries.length * 2;
    const entries = new Array<Entry<W> | undefined>(length).fill(undefined);
    for (const entry of this.entries) {
      if (entry) {
        let slot = (entry.hash ^ (entry.hash >>> 15)) & (length - 1);
        while (entries[slot]) {
          slot = (slot + 1) & (length - 1);
        }
        entries[slot] = entry;
      }
    }
    this.entries = entries;
  }
}

interface Entry<W> {
  readonly written: string;
  readonly hash: number;
  readonly word: W;
}

/** A power of two, as all lengths of the table. */
const FIRST_LENGTH = 4096;

const LAST_ASCII = 0x7f;

/** 1 for letters and digits of ASCII, by their code. */
const ASCII_LETTERS: Readonly<Uint8Array> = Uint8Array.from({ length: LAST_ASCII + 1 }, (_, code) =>
  widthOfLetter(String.fromCharCode(code), 0),
);

import type { Span } from '../model/span';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from './yaml-node';
import { isInBrackets, isInKey, isPlainStart } from './yaml-plain-characters';
import { readScalar } from './yaml-scalar';

/**
 * Reads the YAML that sound drafts are written in, in a tenth of the time that a whole YAML parser takes: keys in
 * columns, lists of dashes, texts on one line, lists in brackets on one line, and blocks of lines. Undefined for a text
 * with anything else in it, sound or not: names of values, braces, escapes, texts over several lines, comments behind
 * a key alone, tabs, lines in columns that fit nothing. Where there is a result it is what `readYaml` gives, without problems.
 *
 * @param source the text; LF or CR LF as line ends
 * @param shift is added to every offset of the result
 * @param indent how many columns stand before the source's first line; the dash of an item of `entries` has some
 */
export function readPlainYaml(
  source: string,
  shift: number,
  indent: number,
): { readonly root: YamlNode | undefined } | undefined {
  const reader = new PlainReader(source, shift, indent);
  const root = reader.readDocument();
  return reader.failed ? undefined : { root };
}

const [LINE_FEED, CARRIAGE_RETURN, SPACE, DOUBLE_QUOTE, HASH, SINGLE_QUOTE] = [10, 13, 32, 34, 35, 39] as const;
const [COMMA, DASH, COLON, OPENING_BRACKET, CLOSING_BRACKET, BACKSLASH] = [44, 45, 58, 91, 93, 92] as const;

class PlainReader {
  /** Set where something stands in the text that only a whole YAML parser can tell; the result is none then. */
  failed = false;
  /** The words of the current line: their column and start, and their end without white space behind them. */
  private column = 0;
  private start = 0;
  private end = 0;
  private nextLine = 0;
  /** Behind the last line. */
  private isDone = false;
  /** Where the words that were read last end: the end of whatever collection they close. */
  private contentEnd = 0;

  constructor(
    private readonly source: string,
    private readonly shift: number,
    private readonly indent: number,
  ) {}

  readDocument(): YamlNode | undefined {
    this.advance();
    if (this.isDone) {
      return undefined;
    }
    const node = this.isDash(this.start) ? this.readList(this.column) : this.readMap(this.column);
    this.failed ||= !this.isDone;
    return node;
  }

  /** Goes to the next line that is neither blank nor a comment. */
  private advance(): void {
    const { source } = this;
    while (!this.failed) {
      const lineStart = this.nextLine;
      if (lineStart >= source.length) {
        this.isDone = true;
        return;
      }
      const found = source.indexOf('\n', lineStart);
      this.nextLine = found < 0 ? source.length : found + 1;
      let end = found < 0 ? source.length : found;
      if (end > lineStart && source.charCodeAt(end - 1) === CARRIAGE_RETURN && found >= 0) {
        end--;
      }
      let start = lineStart;
      while (start < end && source.charCodeAt(start) === SPACE) {
        start++;
      }
      if (start === end || source.charCodeAt(start) === HASH) {
        continue;
      }
      while (source.charCodeAt(end - 1) === SPACE) {
        end--;
      }
      this.column = start - lineStart + (lineStart === 0 ? this.indent : 0);
      this.failed ||= this.column > WIDEST_INDENTATION;
      this.start = start;
      this.end = end;
      return;
    }
  }

  private fail(): undefined {
    this.failed = true;
    return undefined;
  }

  /** Whether a dash with a space or nothing behind it stands at `at`. */
  private isDash(at: number): boolean {
    const { source } = this;
    return source.charCodeAt(at) === DASH && (at + 1 === this.end || source.charCodeAt(at + 1) === SPACE);
  }

  /** The lines whose dash stands in the column; the current line is the first of them. */
  private readList(column: number): YamlList {
    const { start } = this;
    const items: YamlNode[] = [];
    while (!this.failed && !this.isDone && this.column === column && this.isDash(this.start)) {
      let at = this.start + 1;
      while (at < this.end && this.source.charCodeAt(at) === SPACE) {
        at++;
      }
      if (at === this.end) {
        this.fail();
        break;
      }
      const item = this.readItem(at, column);
      if (item) {
        items.push(item);
      }
    }
    this.failed ||= !this.isDone && this.column > column;
    return { kind: 'list', span: this.span(start, this.contentEnd), flow: false, items };
  }

  /** What stands behind a dash, at `at`. */
  private readItem(at: number, dashColumn: number): YamlNode | undefined {
    const keyEnd = this.keyEnd(at);
    if (keyEnd === undefined) {
      return this.readWords(at, dashColumn);
    }
    // The first key stands in the line of the dash, in a column of its own.
    this.column += at - this.start;
    this.start = at;
    return this.readMap(this.column);
  }

  /** The lines whose key stands in the column; the current line is the first of them. */
  private readMap(column: number): YamlMap {
    const { start } = this;
    const pairs: YamlPair[] = [];
    const names = new Set<string>();
    while (!this.failed && !this.isDone && this.column === column) {
      const colon = this.keyEnd(this.start);
      if (colon === undefined) {
        this.fail();
        break;
      }
      const key = this.plain(this.start, colon);
      this.failed ||= names.has(key.text);
      names.add(key.text);
      pairs.push(this.readPair(key, colon, column));
    }
    this.failed ||= !this.isDone && this.column > column;
    return { kind: 'map', span: this.span(start, this.contentEnd), pairs };
  }

  /** Where the colon stands behind a key at `at`; undefined where there is none. */
  private keyEnd(at: number): number | undefined {
    const { source, end } = this;
    let colon = at;
    while (colon < end && isInKey(source.charCodeAt(colon), colon > at)) {
      colon++;
    }
    const isKey = colon > at && colon - at < LONGEST_KEY && colon < end && source.charCodeAt(colon) === COLON;
    return isKey && (colon + 1 === end || source.charCodeAt(colon + 1) === SPACE) ? colon : undefined;
  }

  private readPair(key: YamlScalar, colon: number, column: number): YamlPair {
    let at = colon + 1;
    while (at < this.end && this.source.charCodeAt(at) === SPACE) {
      at++;
    }
    if (at < this.end) {
      const value = this.readWords(at, column);
      return { key, value, valueSpan: value?.span ?? key.span, complete: true };
    }
    while (this.source.charCodeAt(at) === SPACE) {
      at++;
    }
    this.contentEnd = at;
    this.advance();
    const isList = !this.isDone && this.isDash(this.start);
    if (!this.isDone && (this.column > column || (this.column === column && isList))) {
      const value = isList ? this.readList(this.column) : this.readMap(this.column);
      return { key, value, valueSpan: value.span, complete: true };
    }
    return { key, value: undefined, valueSpan: this.span(at, at), complete: true };
  }

  /**
   * The text, block or list in brackets that starts at `at` and ends with its line, a block with its lines.
   *
   * @param column of the key or dash that it belongs to
   */
  private readWords(at: number, column: number): YamlNode | undefined {
    const first = this.source.charCodeAt(at);
    let node: YamlNode | undefined;
    if (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) {
      const end = this.quoted(at);
      node = end !== undefined && this.endsAt(end) ? this.inQuotes(at, this.end) : this.fail();
    } else if (first === OPENING_BRACKET) {
      node = this.readBrackets(at);
    } else if (BLOCK_HEADER.test(this.source.slice(at, Math.min(this.end, at + 3)))) {
      return this.readBlock(at, column);
    } else {
      node = this.readLine(at);
    }
    this.contentEnd = this.end;
    this.advance();
    // A line further to the right goes on with the text.
    this.failed ||= !this.isDone && this.column > column;
    return node;
  }

  /** Whether the words of the line end there, with nothing behind them but a comment, which is left out from now on. */
  private endsAt(at: number): boolean {
    const { source, end } = this;
    const comment = this.skipSpaces(at);
    if (comment < end && (comment === at || source.charCodeAt(comment) !== HASH)) {
      return false;
    }
    for (let i = comment; i < end; i++) {
      if (source.charCodeAt(i) < SPACE) {
        return false;
      }
    }
    this.end = at;
    return true;
  }

  /** A text without quotation marks, up to the end of its line or the comment there. */
  private readLine(at: number): YamlScalar | undefined {
    const { source } = this;
    if (!isPlainStart(source.charCodeAt(at))) {
      return this.fail();
    }
    for (let i = at + 1; i < this.end; i++) {
      const code = source.charCodeAt(i);
      if (code < SPACE || (code === COLON && (i + 1 === this.end || source.charCodeAt(i + 1) === SPACE))) {
        return this.fail();
      }
      if (code === HASH && source.charCodeAt(i - 1) === SPACE) {
        let wordsEnd = i;
        while (source.charCodeAt(wordsEnd - 1) === SPACE) {
          wordsEnd--;
        }
        if (!this.endsAt(wordsEnd)) {
          return this.fail();
        }
      }
    }
    const { end } = this;
    // Of white space, YAML knows only some; what the rest does at the end of a text is not for here.
    const isOdd = isWordForNothing(source.slice(at, Math.min(end, at + 5))) || source.charAt(end - 1).trim() === '';
    return isOdd ? this.fail() : this.plain(at, end);
  }

  /** Where the text in quotation marks at `at` ends, behind its mark; undefined where it has escapes or no end. */
  private quoted(at: number): number | undefined {
    const { source, end } = this;
    const quote = source.charCodeAt(at);
    for (let i = at + 1; i < end; i++) {
      const code = source.charCodeAt(i);
      if (code === quote) {
        return i + 1;
      }
      if (code < SPACE || code === BACKSLASH) {
        return undefined;
      }
    }
    return undefined;
  }

  private readBrackets(at: number): YamlList | undefined {
    const { source, end } = this;
    const items: YamlNode[] = [];
    let place = this.skipSpaces(at + 1);
    let isClosed = source.charCodeAt(place) === CLOSING_BRACKET;
    while (!isClosed && place < end) {
      const first = source.charCodeAt(place);
      const isQuoted = first === DOUBLE_QUOTE || first === SINGLE_QUOTE;
      const itemEnd = isQuoted ? this.quoted(place) : this.wordInBrackets(place);
      if (itemEnd === undefined) {
        return this.fail();
      }
      items.push(isQuoted ? this.inQuotes(place, itemEnd) : this.plain(place, itemEnd));
      place = this.skipSpaces(itemEnd);
      isClosed = source.charCodeAt(place) === CLOSING_BRACKET;
      if (!isClosed) {
        place = source.charCodeAt(place) === COMMA ? this.skipSpaces(place + 1) : end;
      }
    }
    return isClosed && this.endsAt(place + 1)
      ? { kind: 'list', span: this.span(at, place + 1), flow: true, items }
      : this.fail();
  }

  /** Where the words of an item in brackets end; undefined where they are more than letters, digits and the like. */
  private wordInBrackets(at: number): number | undefined {
    const { source, end } = this;
    let itemEnd = at;
    while (itemEnd < end && isInBrackets(source.charCodeAt(itemEnd), itemEnd > at)) {
      itemEnd++;
    }
    while (itemEnd > at && source.charCodeAt(itemEnd - 1) === SPACE) {
      itemEnd--;
    }
    return itemEnd === at || isWordForNothing(source.slice(at, Math.min(itemEnd, at + 5))) ? undefined : itemEnd;
  }

  private skipSpaces(from: number): number {
    let at = from;
    while (at < this.end && this.source.charCodeAt(at) === SPACE) {
      at++;
    }
    return at;
  }

  /** The lines below `|` or `>`, all of them further to the right than the key or dash. */
  private readBlock(at: number, column: number): YamlScalar | undefined {
    const { source } = this;
    let indent: number | undefined;
    let lineStart = this.nextLine;
    let widestBlank = 0;
    let blockEnd = lineStart;
    while (lineStart < source.length) {
      let start = lineStart;
      while (source.charCodeAt(start) === SPACE) {
        start++;
      }
      const found = source.indexOf('\n', start);
      const next = found < 0 ? source.length : found + 1;
      const first = source.charCodeAt(start);
      const isBlank =
        start === source.length || first === LINE_FEED || (first === CARRIAGE_RETURN && start + 2 === next);
      const lineColumn = start - lineStart;
      if (isBlank) {
        widestBlank = indent === undefined ? Math.max(widestBlank, lineColumn) : widestBlank;
      } else {
        if (lineColumn <= column) {
          break;
        }
        indent ??= lineColumn;
        // Tabs before the words, and lines left of the first one, are for a whole parser to judge.
        if (first < SPACE || lineColumn < indent || widestBlank > indent) {
          return this.fail();
        }
        blockEnd = next;
      }
      lineStart = next;
    }
    const scalar = readScalar(source, at, blockEnd, this.shift);
    this.contentEnd = scalar.text === '' ? this.end : scalar.span.end - this.shift;
    this.nextLine = lineStart;
    this.advance();
    return scalar;
  }

  private plain(start: number, end: number): YamlScalar {
    return this.scalar(start, end, 'plain');
  }

  /** The text between the quotation marks at the ends. */
  private inQuotes(start: number, end: number): YamlScalar {
    return this.scalar(start + 1, end - 1, 'quoted');
  }

  private scalar(start: number, end: number, style: 'plain' | 'quoted'): YamlScalar {
    const pieces = [{ at: 0, from: start + this.shift, length: end - start }];
    return { kind: 'scalar', text: this.source.slice(start, end), span: this.span(start, end), style, pieces };
  }

  private span(start: number, end: number): Span {
    return { start: start + this.shift, end: end + this.shift };
  }
}

/** Every level stands further to the right, so this limits how deep levels nest, and recursion with them. */
const WIDEST_INDENTATION = 200;

/** Longer ones are slips. */
const LONGEST_KEY = 100;

const BLOCK_HEADER = /^[|>][-+]?$/;

function isWordForNothing(start: string): boolean {
  return start === '~' || start === 'null' || start === 'Null' || start === 'NULL';
}

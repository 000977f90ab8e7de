import type { Span } from '../model/span';
import { ENTRY_KEYS } from './yaml-entry-keys';

/** A YAML report cut into its header and the items of `entries`, each of which can be read on its own. */
export interface YamlReportParts {
  /** The stretches outside the entries, in order: before, and behind where keys follow. */
  readonly header: readonly Span[];
  /** The key `entries`. */
  readonly key: Span;
  readonly items: readonly YamlItemPart[];
}

/** One item, from its dash to the next one. */
export interface YamlItemPart extends Span {
  /** Columns before the dash. */
  readonly indent: number;
  /** Lines in it that are not indented as far as the item's fields, and so cannot be read together with them. */
  readonly low: readonly Span[];
  /** Whether its dash stands in another column than the first item's. */
  readonly displaced: boolean;
}

/**
 * Cuts a YAML report at the dashes of its entries. That is sound because whatever belongs to an item, the lines of a
 * block scalar included, is indented further than its dash.
 *
 * @returns undefined where the entries cannot be told by their dashes: there are none, or they are written in brackets
 */
export function splitEntries(text: string): YamlReportParts | undefined {
  const match = /^\ufeff?(?:entries|"entries"|'entries')(?:[ \t]*:)?[ \t]*(?:#[^\r\n]*)?\r?$/m.exec(text);
  if (!match) {
    return undefined;
  }
  const start = match.index + (match[0].startsWith('\ufeff') ? 1 : 0);
  const key = { start, end: start + (/^["'\w]+/.exec(text.slice(start, start + 20))?.[0].length ?? 0) };
  const splitter = new EntrySplitter(text);
  const end = splitter.split(match.index + match[0].length);
  if (end === undefined) {
    return undefined;
  }
  const behind = end < text.length ? [{ start: end, end: text.length }] : [];
  return { header: [{ start: 0, end: match.index }, ...behind], key, items: splitter.items };
}

/** What stands in an entry, and never at the top level. */
const ENTRY_LINE = new RegExp(`^(?:${ENTRY_KEYS.entry.join('|')})[ \t]*:`);

class EntrySplitter {
  readonly items: YamlItemPart[] = [];
  private indent: number | undefined;
  private open: { start: number; indent: number; low: Span[] } | undefined;

  constructor(private readonly text: string) {}

  /** Reads lines from `from` on. Gives where the entries end; undefined where they are no list of dashes. */
  split(from: number): number | undefined {
    let at = from;
    while (at < this.text.length) {
      const found = this.text.indexOf('\n', at);
      const next = found < 0 ? this.text.length : found + 1;
      const line = this.text.slice(at, next).trimEnd();
      const words = line.trimStart();
      if (words !== '' && !words.startsWith('#')) {
        const column = line.length - words.length;
        if (this.isBehind(words, column)) {
          break;
        }
        if (this.indent === undefined && !/^-(?:\s|$)/.test(words)) {
          return undefined;
        }
        this.readLine(words, column, at);
      }
      at = next;
    }
    this.close(at);
    return at;
  }

  /** Whether a line is one behind the entries: a key of the top level, or the end of the document. */
  private isBehind(words: string, column: number): boolean {
    if (column > 0) {
      return false;
    }
    const isKey = /^(["']?)[a-z][\w-]*\1[ \t]*:(?:\s|$)/.test(words) && !ENTRY_LINE.test(words);
    return isKey || /^(?:---|\.\.\.)(?:\s|$)/.test(words);
  }

  private readLine(words: string, column: number, lineStart: number): void {
    const first = this.indent ?? column;
    this.indent = first;
    const isItem = column === first ? /^-(?:\s|$)/.test(words) : this.isDisplacedItem(words, column);
    if (isItem) {
      this.close(lineStart + column);
      this.open = { start: lineStart + column, indent: column, low: [] };
    } else if (column <= (this.open?.indent ?? first)) {
      this.open?.low.push({ start: lineStart + column, end: lineStart + column + words.length });
    }
  }

  /** A dash with a key behind it, in another column than the first dash, where no list of an entry can be. */
  private isDisplacedItem(words: string, column: number): boolean {
    if (!this.open || !/^-\s+[a-z-]+:(?:\s|$)/.test(words)) {
      return false;
    }
    const dash = /^-[ \t]*/.exec(this.text.slice(this.open.start, this.open.start + 40))?.[0].length ?? 0;
    const fields = this.open.indent + dash;
    return column < fields || (column === fields && /^-\s+(?:action|section):/.test(words));
  }

  private close(end: number): void {
    if (this.open) {
      this.items.push({ ...this.open, end, displaced: this.open.indent !== this.indent });
      this.open = undefined;
    }
  }
}

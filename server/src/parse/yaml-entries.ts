import { type Span, shiftSpan } from '../model/span';
import type { TextChange } from '../model/text-change';
import { ENTRY_KEYS } from './yaml-entry-keys';

/** A YAML report cut into its header and the items of `entries`, each of which can be read on its own. */
export interface YamlReportParts {
  /** The stretches outside the entries, in order: before, and behind where keys follow. */
  readonly header: readonly Span[];
  /** The key `entries`. */
  readonly key: Span;
  /** From the end of the key's line to where the entries end. */
  readonly entries: Span;
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
  const match = ENTRIES_KEY.exec(text);
  if (!match) {
    return undefined;
  }
  const start = match.index + (match[0].startsWith('\ufeff') ? 1 : 0);
  const key = { start, end: start + (/^["'\w]+/.exec(text.slice(start, start + 20))?.[0].length ?? 0) };
  const from = match.index + match[0].length;
  const splitter = new EntrySplitter(text);
  const end = splitter.split(from);
  if (end === undefined) {
    return undefined;
  }
  const header = headerStretches(match.index, end, text.length);
  return { header, key, entries: { start: from, end }, items: splitter.items };
}

/**
 * The stretches outside the entries, as {@link splitEntries} gives them, without a look into the entries; undefined
 * where the key `entries` has something behind it, or is missing.
 *
 * @param text LF or CR LF as line ends
 */
export function headerStretchesOf(text: string): readonly Span[] | undefined {
  const match = ENTRIES_KEY.exec(text);
  if (!match) {
    return undefined;
  }
  let at = match.index + match[0].length;
  while (at < text.length) {
    at = Math.min(lineEnd(text, at) + 1, text.length);
    const first = text.charCodeAt(at);
    if (first !== SPACE && first !== HASH && isBehindEntries(text.slice(at, lineEnd(text, at)).trimEnd())) {
      break;
    }
  }
  return headerStretches(match.index, at, text.length);
}

const [SPACE, HASH] = [32, 35] as const;

/** How the text before an edit was cut, with the columns of its items and where these start. */
export interface EarlierCut extends Omit<YamlReportParts, 'items'> {
  /** How many items there are. */
  readonly size: number;
  /** Columns before the dash of an item; undefined where there is none with this index. */
  readonly indentOf: (index: number) => number | undefined;
  /** Offset of the dash of an item. */
  readonly startOf: (index: number) => number | undefined;
  /** Index of the first item that starts at an offset or behind it. */
  readonly firstFrom: (offset: number) => number;
}

/** A cut that differs from an earlier one in some items; those behind them only moved. */
export interface ChangedCut extends YamlReportParts {
  /** The items of the earlier cut from `start` to before `end` are replaced; {@link items} are those in their place. */
  readonly replaced: Span;
}

/**
 * Cuts a text again after an edit, and looks at no more of it than the items that the edit touches and their neighbours.
 * The result is that of {@link splitEntries}. It is sound because of what the splitter knows when it comes to a dash:
 * the column of the first dash, the item that is open, and nothing else. So
 *
 * - what stands before the edit is cut as before, up to the last item whose first line ends before the edit: an item
 *   depends on its first line and on the item before it, not on what follows;
 * - where a dash behind the edit starts an item that was one before, in the same column, with the first dash of the text
 *   in its old column, the splitter is in the same state, before the same text, and all that follows is cut as before.
 *
 * @returns undefined where the whole has to be cut again: the edit touches the line of the key `entries`, or there are
 *   no entries with dashes any more
 */
export function splitAgain(text: string, earlier: EarlierCut, change: TextChange): ChangedCut | undefined {
  const moved = change.newEnd - change.end;
  const [before] = earlier.header;
  const keyLine = before?.end ?? 0;
  if (change.end <= keyLine) {
    return splitBehindHeader(text, earlier, keyLine, moved);
  }
  const from = earlier.entries.start;
  if (change.start <= from) {
    return undefined;
  }
  let first = earlier.firstFrom(change.start + 1) - 1;
  const touched = earlier.startOf(first);
  if (touched !== undefined && lineEnd(text, touched) >= change.start) {
    first--;
  }
  let next = Math.max(first + 1, earlier.firstFrom(change.end));
  const indent = earlier.indentOf(0);
  const splitter = new EntrySplitter(text, (start, column, firstColumn) => {
    next = Math.max(next, earlier.firstFrom(start - moved));
    const isThere = earlier.startOf(next) === start - moved;
    return isThere && earlier.indentOf(next) === column && firstColumn === indent;
  });
  const resumed = earlier.startOf(first);
  const end =
    resumed === undefined || indent === undefined
      ? splitter.split(from)
      : splitter.resume(resumed, earlier.indentOf(first) ?? 0, indent);
  if (end === undefined) {
    return undefined;
  }
  const entriesEnd = splitter.isBackInStep ? earlier.entries.end + moved : end;
  return {
    header: headerStretches(keyLine, entriesEnd, text.length),
    key: earlier.key,
    entries: { start: from, end: entriesEnd },
    items: splitter.items,
    replaced: { start: Math.max(first, 0), end: splitter.isBackInStep ? next : earlier.size },
  };
}

/** The cut after an edit before the line of the key: the same where that line is still the first of its kind. */
function splitBehindHeader(
  text: string,
  { entries, key }: EarlierCut,
  keyLine: number,
  moved: number,
): ChangedCut | undefined {
  const start = entries.start + moved;
  // With the line end, because the pattern looks at it; nothing behind that can change what it finds up to here.
  const match = ENTRIES_KEY.exec(text.slice(0, start + 1));
  if (match?.index !== keyLine + moved || match.index + match[0].length !== start) {
    return undefined;
  }
  const end = entries.end + moved;
  return {
    header: headerStretches(match.index, end, text.length),
    key: shiftSpan(key, moved),
    entries: { start, end },
    items: [],
    replaced: { start: 0, end: 0 },
  };
}

const ENTRIES_KEY = /^\ufeff?(?:entries|"entries"|'entries')(?:[ \t]*:)?[ \t]*(?:#[^\r\n]*)?\r?$/m;

function headerStretches(keyLine: number, entriesEnd: number, length: number): readonly Span[] {
  const behind = entriesEnd < length ? [{ start: entriesEnd, end: length }] : [];
  return [{ start: 0, end: keyLine }, ...behind];
}

/** The end of the line that `at` is in, without its line feed. */
function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** What stands in an entry, and never at the top level. */
const ENTRY_LINE = new RegExp(`^(?:${ENTRY_KEYS.entry.join('|')})[ \t]*:`);

/** Whether a line without indentation is one behind the entries: a key of the top level, or the end of the document. */
function isBehindEntries(line: string): boolean {
  const isKey = /^(["']?)[a-z][\w-]*\1[ \t]*:(?:\s|$)/.test(line) && !ENTRY_LINE.test(line);
  return isKey || /^(?:---|\.\.\.)(?:\s|$)/.test(line);
}

class EntrySplitter {
  readonly items: YamlItemPart[] = [];
  private indent: number | undefined;
  private open: { start: number; indent: number; fields: number; low: Span[] } | undefined;
  /** Whether an item started that {@link isKnown} knows; it is not among the items any more. */
  isBackInStep = false;

  /**
   * @param isKnown asked of every item that starts, with its place and column and the column of the first item: whether
   *   all from there on is known, and need not be read
   */
  constructor(
    private readonly text: string,
    private readonly isKnown: (start: number, column: number, firstColumn: number) => boolean = () => false,
  ) {}

  /** Goes on from an item whose dash is at `start`, as {@link split} would behind its first line. */
  resume(start: number, column: number, firstColumn: number): number | undefined {
    this.indent = firstColumn;
    this.openItem(start, column);
    return this.split(Math.min(lineEnd(this.text, start) + 1, this.text.length));
  }

  /** Reads lines from `from` on. Gives where the entries end; undefined where they are no list of dashes. */
  split(from: number): number | undefined {
    let at = from;
    while (at < this.text.length) {
      const next = Math.min(lineEnd(this.text, at) + 1, this.text.length);
      if (this.isDeepInItem(at)) {
        at = next;
        continue;
      }
      const line = this.text.slice(at, next).trimEnd();
      const words = line.trimStart();
      if (words !== '' && !words.startsWith('#')) {
        const column = line.length - words.length;
        if (column === 0 && isBehindEntries(words)) {
          break;
        }
        if (this.indent === undefined && !/^-(?:\s|$)/.test(words)) {
          return undefined;
        }
        this.readLine(words, column, at);
        if (this.isBackInStep) {
          return at;
        }
      }
      at = next;
    }
    this.close(at);
    return at;
  }

  /** Whether a line stands further right than any dash that starts an item could: most lines, told by their spaces. */
  private isDeepInItem(at: number): boolean {
    if (!this.open) {
      return false;
    }
    const column = Math.max(this.open.fields, this.open.indent, this.indent ?? 0);
    for (let i = at; i <= at + column; i++) {
      if (this.text.charCodeAt(i) !== SPACE) {
        return false;
      }
    }
    return true;
  }

  private readLine(words: string, column: number, lineStart: number): void {
    const first = this.indent ?? column;
    this.indent = first;
    const isItem = column === first ? /^-(?:\s|$)/.test(words) : this.isDisplacedItem(words, column);
    if (isItem) {
      this.close(lineStart + column);
      this.isBackInStep = this.isKnown(lineStart + column, column, first);
      this.openItem(lineStart + column, column);
    } else if (column <= (this.open?.indent ?? first)) {
      this.open?.low.push({ start: lineStart + column, end: lineStart + column + words.length });
    }
  }

  /** A dash with a key behind it, in another column than the first dash, where no list of an entry can be. */
  private isDisplacedItem(words: string, column: number): boolean {
    if (!this.open || !/^-\s+[a-z-]+:(?:\s|$)/.test(words)) {
      return false;
    }
    const { fields } = this.open;
    return column < fields || (column === fields && /^-\s+(?:action|section):/.test(words));
  }

  private openItem(start: number, indent: number): void {
    const dash = /^-[ \t]*/.exec(this.text.slice(start, start + 40))?.[0].length ?? 0;
    this.open = { start, indent, fields: indent + dash, low: [] };
  }

  private close(end: number): void {
    if (this.open) {
      const { start, indent, low } = this.open;
      this.items.push({ start, end, indent, low, displaced: indent !== this.indent });
      this.open = undefined;
    }
  }
}

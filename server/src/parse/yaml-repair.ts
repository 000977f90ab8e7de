import {
  Composer,
  type CST,
  type Document,
  isScalar,
  Parser,
  type Scalar,
  visit,
  type YAMLError,
  YAMLParseError,
} from 'yaml';
import type { Span } from '../model/span';
import { startOfLine } from '../model/text-lines';
import { ITEM_BEHIND_COLON, OVER_INDENTED, STRAY_ITEM, TABS, whyQuotesAreNeeded } from './yaml-messages';
import { readScalar } from './yaml-scalar';

/** A document that could be parsed, perhaps after some of its lines were made harmless. */
export interface RepairedDocument {
  readonly document: Document.Parsed;
  /** What was wrong with the lines that were made harmless. */
  readonly problems: readonly SyntaxProblem[];
  /** What is wrong beside that. */
  readonly errors: readonly YAMLError[];
}

/** Something that is no sound YAML; the span counts from the start of what was parsed. */
export interface SyntaxProblem {
  readonly span: Span;
  readonly message: string;
  readonly replacement?: string;
}

/**
 * Parses YAML that people type. One slip makes a YAML parser misread all that follows: an unclosed quotation mark
 * swallows the next fields, a colon in a title turns them into another level. So a line with such a slip is replaced by
 * harmless text of the same length and the whole is parsed again. Offsets stay what they were, and whoever reads the
 * words of a scalar takes them from the original text (yaml-scalar.ts).
 *
 * @throws RangeError where the text is nested too deeply
 */
export function parseRepaired(source: string): RepairedDocument {
  const problems: SyntaxProblem[] = [];
  let text = source;
  for (let round = 0; ; round++) {
    const document = parseFirstDocument(text);
    const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
    const repairs = round < MOST_ROUNDS && errors.length <= MOST_ERRORS ? findRepairs(text, document, errors) : [];
    if (repairs.length === 0) {
      return { document, problems, errors };
    }
    for (const repair of repairs) {
      text = text.slice(0, repair.at) + repair.text + text.slice(repair.at + repair.text.length);
      problems.push(problemOf(repair, source));
    }
  }
}

/** A text in the quotation marks that change least of it. */
export function quoted(text: string): string {
  return /["\\\n]/.test(text) ? `'${text.replace(/'/g, "''")}'` : `"${text}"`;
}

const OPTIONS = {
  // Every scalar is text, whatever it looks like; the checks and merges left out are ours or nobody's.
  schema: 'failsafe',
  merge: false,
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: 'error',
} as const;

/**
 * How deep collections may nest. The library and all that follows go down by recursion, and where that comes near the end
 * of the stack, a pattern that is compiled there ends the process instead of throwing.
 */
const DEEPEST = 500;

/** The first document of a text; a second one is an error. What `parseDocument` of the library does, with a limit. */
function parseFirstDocument(text: string): Document.Parsed {
  const tokens = [...new Parser().parse(text)];
  if (tokens.some(isTooDeep)) {
    throw new RangeError('nested too deeply');
  }
  const [first, second] = new Composer(OPTIONS).compose(tokens, true, text.length);
  if (!first) {
    throw new TypeError('no document');
  }
  if (second) {
    const [start, end] = second.range;
    first.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'Source contains multiple documents'));
  }
  return first;
}

function isTooDeep(token: CST.Token): boolean {
  let level: readonly (CST.Token | null | undefined)[] = [token];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) {
      return true;
    }
    level = level.flatMap((one) =>
      one?.type === 'document'
        ? [one.value]
        : one && 'items' in one
          ? one.items.flatMap((item) => [item.key, item.value])
          : [],
    );
  }
  return false;
}

/** Each round takes away at least one slip; a text with more of them keeps the rest as errors. */
const MOST_ROUNDS = 10;

/** A text with more errors is something else than YAML with slips, and repairing it would take long. */
const MOST_ERRORS = 300;

interface Repair {
  /** What replaces as many characters at `at`. */
  readonly at: number;
  readonly text: string;
  readonly kind: 'value' | 'item' | 'stray' | 'tabs' | 'indentation';
  /** What the problem is about. */
  readonly span: Span;
}

function findRepairs(text: string, document: Document.Parsed, errors: readonly YAMLError[]): readonly Repair[] {
  const repairs: Repair[] = [];
  const lines = new Set<number>();
  for (const error of errors) {
    const repair = repairOf(text, document, error, error === errors[0]);
    const line = repair && startOfLine(text, repair.at);
    if (repair && line !== undefined && !lines.has(line)) {
      lines.add(line);
      repairs.push(repair);
    }
    // What follows an unclosed quotation mark, or moved lines, is not what it seems.
    if (error.message.startsWith('Missing closing') || repair?.kind === 'tabs' || repair?.kind === 'indentation') {
      break;
    }
  }
  return repairs;
}

function repairOf(text: string, document: Document.Parsed, error: YAMLError, first: boolean): Repair | undefined {
  const at = error.pos[0];
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return withoutTabs(text, at);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return error.message.startsWith('Nested mappings') ? repairNested(text, at) : strayItem(text, at);
    case 'MISSING_CHAR':
      return error.message.startsWith('Missing closing')
        ? harmless(text, openQuote(document, text, at) ?? at)
        : undefined;
    case 'UNEXPECTED_TOKEN': {
      if (error.message.includes('in YAML stream') && !first) {
        return undefined;
      }
      if (error.message.includes('block-seq-ind')) {
        return strayItem(text, at) ?? itemBehindColon(text, at);
      }
      const start = quoteOverLines(document, text, at);
      return harmless(text, start ?? valueStart(text, at));
    }
    case 'BAD_SCALAR_START':
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_ALIAS':
      return harmless(text, valueStart(text, at));
    default:
      return undefined;
  }
}

/** Two reasons for a map where none can be: a colon in a text, or a line that is indented too far. */
function repairNested(text: string, at: number): Repair | undefined {
  const end = lineEnd(text, at);
  if (/:[ \t]|:$|^\?[ \t]/.test(text.slice(at, end).trimEnd())) {
    return harmless(text, at);
  }
  const next = nextLine(text, end);
  if (next === undefined) {
    return undefined;
  }
  const indent = /^[ \t]*/.exec(text.slice(next, lineEnd(text, next)))?.[0].length ?? 0;
  const start = startOfLine(text, at);
  const column = /^[ \t]*(?:-[ \t]+)*/.exec(text.slice(start, end))?.[0].length ?? 0;
  if (indent > column && /^[a-z][a-z-]*:/.test(text.slice(next + indent))) {
    const breakAt = text[next - 2] === '\r' ? next - 2 : next - 1;
    const moved = ' '.repeat(indent - column) + text.slice(breakAt, next) + ' '.repeat(column);
    return { at: breakAt, text: moved, kind: 'indentation', span: { start: next + indent, end: lineEnd(text, next) } };
  }
  return harmless(text, next + indent);
}

/** A dash that stands first on its line, where fields stand. */
function strayItem(text: string, at: number): Repair | undefined {
  const start = startOfLine(text, at);
  const dash =
    start + (/^[ \t]*(?=-(?:[ \t\r]|$))/.exec(text.slice(start, lineEnd(text, at)))?.[0].length ?? Number.NaN);
  const repair = Number.isNaN(dash) ? undefined : harmless(text, dash);
  return repair && { ...repair, kind: 'stray' };
}

/** `actors: - europol` */
function itemBehindColon(text: string, at: number): Repair | undefined {
  const repair = text[at] === '-' ? harmless(text, at) : undefined;
  return repair && { ...repair, text: ` ${repair.text.slice(1)}`, kind: 'item' };
}

/** The text from `at` to the end of its line as letters and spaces; undefined where it is that already. */
function harmless(text: string, at: number): Repair | undefined {
  const words = /^.*?(?=[ \t]#|[ \t]*\r?$)/.exec(text.slice(at, lineEnd(text, at)))?.[0].trimEnd() ?? '';
  const replaced = words.replace(/[^A-Za-z0-9 ]/g, 'x');
  return replaced === words
    ? undefined
    : { at, text: replaced, kind: 'value', span: { start: at, end: at + words.length } };
}

function withoutTabs(text: string, at: number): Repair {
  const span = { start: at, end: lineEnd(text, at) };
  return { at: 0, text: text.replace(/^ *\t[ \t]*/gm, (indent) => ' '.repeat(indent.length)), kind: 'tabs', span };
}

function problemOf(repair: Repair, source: string): SyntaxProblem {
  const { span, kind } = repair;
  if (kind !== 'value') {
    return { span, message: MESSAGES[kind] };
  }
  const written = source.slice(span.start, span.end);
  return {
    span,
    message: whyQuotesAreNeeded(written),
    replacement: quoted(readScalar(source, span.start, span.end, 0).text),
  };
}

const MESSAGES = { item: ITEM_BEHIND_COLON, stray: STRAY_ITEM, tabs: TABS, indentation: OVER_INDENTED } as const;

/** Where the text of the line at `at` starts: behind indentation, dashes and the name of a field. */
function valueStart(text: string, at: number): number {
  const start = startOfLine(text, at);
  const line = text.slice(start, lineEnd(text, at));
  const before = /^[ \t]*(?:-[ \t]+)*(?:[A-Za-z][\w-]*[ \t]*:(?:[ \t]+|$))?/.exec(line)?.[0].length ?? 0;
  return start + before;
}

/** The opening quotation mark of the text that is never closed, as far as `at`. */
function openQuote(document: Document.Parsed, text: string, at: number): number | undefined {
  return lastQuoted(document, (start, end) => {
    const closed = end - start > 1 && text[start] === text[end - 1];
    return !closed && start <= at && at <= end + 1;
  });
}

/** The opening quotation mark of a text that ends on the line of `at` and starts on an earlier one. */
function quoteOverLines(document: Document.Parsed, text: string, at: number): number | undefined {
  const line = startOfLine(text, at);
  return lastQuoted(document, (start, end) => start < line && line < end && end <= at);
}

function lastQuoted(document: Document.Parsed, fits: (start: number, end: number) => boolean): number | undefined {
  let found: number | undefined;
  visit(document, (_key, node) => {
    if (isScalar(node) && isQuoted(node) && node.range && fits(node.range[0], node.range[1])) {
      found = node.range[0];
    }
  });
  return found;
}

function isQuoted(scalar: Scalar): boolean {
  return scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

/** The start of the next line that is not blank. */
function nextLine(text: string, end: number): number | undefined {
  for (let at = end + 1; at < text.length; at = lineEnd(text, at) + 1) {
    if (text.slice(at, lineEnd(text, at)).trim() !== '') {
      return at;
    }
  }
  return undefined;
}

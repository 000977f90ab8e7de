import type { YAMLError } from 'yaml';
import type { Span } from '../model/span';
import { startOfLine } from '../model/text-lines';
import { NESTED_TOO_DEEPLY, syntaxMessage, TABS } from './yaml-messages';
import { noAnchors, type YamlAnchors, type YamlNode } from './yaml-node';
import { readPlainYaml } from './yaml-plain';
import { parseRepaired, type SyntaxProblem } from './yaml-repair';
import { YamlTreeReader } from './yaml-tree';

/** What a YAML text says. */
export interface YamlReading {
  /** Undefined where the text is empty or cannot be read at all. */
  readonly root: YamlNode | undefined;
  /** Whether it was read by {@link readPlainYaml}: what a key says depends on nothing but its own lines then. */
  readonly isPlain: boolean;
  /** Whatever is no sound YAML, in the order of the text; at most one for a line. */
  readonly problems: readonly SyntaxProblem[];
}

/**
 * Reads the first document of a YAML text. Never throws: what cannot be read is a problem.
 *
 * @param source a YAML text; line ends of every kind, with or without byte order mark
 * @param shift is added to every offset of the result
 * @param anchors values named before this text; the text's own are added
 * @param indent how many columns stand before the source's first line
 */
export function readYaml(source: string, shift = 0, anchors: YamlAnchors = noAnchors(), indent = 0): YamlReading {
  // A lone CR ends a line for editors (LSP 3.17), but not for the library.
  const text = source.includes('\r') ? source.replace(/\r(?!\n)/g, '\n') : source;
  try {
    const plain = readPlainYaml(text, shift, indent);
    return plain
      ? { root: plain.root, isPlain: true, problems: [] }
      : readAnyYaml(' '.repeat(indent) + text, shift - indent, anchors);
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
    return {
      root: undefined,
      isPlain: false,
      problems: [{ span: lineSpan(text, 0, 0, shift), message: NESTED_TOO_DEEPLY }],
    };
  }
}

/**
 * The same for any text: with a whole YAML parser, and with repairs.
 *
 * @throws RangeError where the text is nested too deeply
 */
export function readAnyYaml(text: string, shift: number, anchors: YamlAnchors): YamlReading {
  const { document, problems, errors } = parseRepaired(text);
  const reader = new YamlTreeReader(text, shift, anchors);
  const root = document.contents ? reader.read(document.contents) : undefined;
  const known = [...problems.map((problem) => shifted(problem, shift)), ...reader.problems];
  const rest = errors
    .filter((error) => !isSaidBetter(error, text))
    .map((error) => {
      const span = lineSpan(text, error.pos[0], error.pos[1], shift);
      const tab = /^ *\t/.test(text.slice(text.lastIndexOf('\n', span.start - shift - 1) + 1));
      return { span, message: tab ? TABS : syntaxMessage(error) };
    });
  return { root, isPlain: false, problems: oneForALine([...known, ...rest], text, shift) };
}

/** Errors that the reader of the tree reports where the slip is, and the marks of an empty second document. */
function isSaidBetter(error: YAMLError, text: string): boolean {
  const unclosed = error.code === 'BAD_INDENT' && error.message.startsWith('Flow');
  return (
    unclosed ||
    (error.code === 'MULTIPLE_DOCS' && /^(?:(?:---|\.\.\.)?\s*(?:#.*)?\n?)*$/.test(text.slice(error.pos[0])))
  );
}

/** From `start` to `end`, clipped to the line of `start`; the line's words where that leaves nothing. */
function lineSpan(text: string, start: number, end: number, shift: number): Span {
  const lineStart = startOfLine(text, start);
  const line = /^.*/.exec(text.slice(lineStart))?.[0] ?? '';
  const words = { start: lineStart + line.length - line.trimStart().length, end: lineStart + line.trimEnd().length };
  const clipped = { start: Math.max(start, words.start), end: Math.min(end, words.end) };
  const span = clipped.start < clipped.end ? clipped : words;
  return { start: span.start + shift, end: Math.max(span.start, span.end) + shift };
}

/** The first problem of every line, in the order of the text: the others follow from it. */
function oneForALine(problems: readonly SyntaxProblem[], text: string, shift: number): readonly SyntaxProblem[] {
  const lines = new Set<number>();
  const first = problems.filter((problem) => {
    const start = Math.min(problem.span.start - shift, text.length);
    const line = startOfLine(text, start);
    return !lines.has(line) && lines.add(line);
  });
  return first.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

function shifted(problem: SyntaxProblem, by: number): SyntaxProblem {
  return { ...problem, span: { start: problem.span.start + by, end: problem.span.end + by } };
}

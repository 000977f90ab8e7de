import type { Tree } from '@lezer/common';
import { type BlockContext, GFM, type Line, type MarkdownConfig, parser } from '@lezer/markdown';

/**
 * The syntax tree of a Markdown text: CommonMark with GitHub's tables, strikethrough, task lists and bare links, and
 * with footnotes. Offsets of the tree are those of `text` (UTF-16). Front matter is not Markdown: cut it off before.
 */
export function parseMarkdownTree(text: string): Tree {
  return MARKDOWN.parse(unifyLineEnds(text));
}

/**
 * The same text, in the same length, with LF as its only line end: CR LF becomes a space and LF, a lone CR becomes LF.
 * The grammar knows no other line end, and offsets have to stay what they are.
 */
export function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, (end) => (end.length === 2 ? ' \n' : '\n')) : text;
}

/** `[^1]: ST 8085/21`, with further lines indented by four columns (as GitHub and pandoc have it). */
const FOOTNOTES: MarkdownConfig = {
  defineNodes: [
    { name: 'Footnote', block: true, composite: continuesFootnote },
    { name: 'FootnoteMark', block: true },
  ],
  parseBlock: [{ name: 'Footnote', before: 'LinkReference', parse: startFootnote, endLeaf: isFootnoteStart }],
};

const FOOTNOTE_START = /^\[\^[^\]\s]{1,100}\]:/;

const MARKDOWN = parser.configure([GFM, FOOTNOTES]);

function isFootnoteStart(_context: BlockContext, line: Line): boolean {
  return line.next === 91 && line.indent < line.baseIndent + 4 && FOOTNOTE_START.test(line.text.slice(line.pos));
}

function startFootnote(context: BlockContext, line: Line): false | null {
  if (!isFootnoteStart(context, line)) {
    return false;
  }
  const length = FOOTNOTE_START.exec(line.text.slice(line.pos))?.[0].length ?? 0;
  const start = context.lineStart + line.pos;
  context.startComposite('Footnote', line.pos, line.baseIndent + 4);
  context.addElement(context.elt('FootnoteMark', start, start + length));
  line.moveBase(line.pos + length);
  return null;
}

function continuesFootnote(_context: BlockContext, line: Line, indent: number): boolean {
  if (line.pos === line.text.length) {
    return true;
  }
  if (line.indent < indent) {
    return false;
  }
  line.moveBaseColumn(indent);
  return true;
}

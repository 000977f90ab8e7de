import MarkdownIt, { type StateBlock, type StateCore, type StateInline, type Token } from 'markdown-it';
import { bodyStartOf } from '../parse/front-matter';
import { NUMBER_SIGN } from './html-content';
import { bareTable, dashedTable, gridTable } from './markdown-tables';
import { HtmlReader } from './read-html';
import type { SourceDocument, SourceProblem } from './source-document';

/**
 * Reads Markdown: CommonMark with tables, struck-out text, footnotes and HTML in it. Front matter is left out. Places are
 * lines of the whole text.
 *
 * @throws UnreadableDocument where the document exceeds the bounds
 */
export function readMarkdown(text: string): SourceDocument {
  const markdown = createMarkdown();
  const start = bodyStartOf(text);
  const before = text.slice(0, start).split('\n').length - 1;
  const environment: Environment = {};
  const tokens = markdown.parse(withSpacedHeadings(text.slice(start)), environment);
  const reader = new HtmlReader();
  let line = before;
  const title = titleOfFrontMatter(text.slice(0, start));
  if (title && !tokens.some(({ type, tag }) => type === 'heading_open' && tag === 'h1')) {
    reader.write(`<h1>${markdown.utils.escapeHtml(title.text)}</h1>`, title.line);
  }
  for (const [index, token] of tokens.entries()) {
    line = token.map ? before + token.map[0] : line;
    reader.write(htmlOf(tokens, index, token, markdown, environment), line);
  }
  const document = reader.end();
  const tooDeep = tokens.find(({ level }) => level >= MOST_NESTED - 1);
  return tooDeep ? { ...document, problems: [...document.problems, lost(line)] } : document;
}

/** "##Title" as people write headings and other programs read them. */
function withSpacedHeadings(text: string): string {
  return text.replace(/^(#{1,6})(?=[\p{Lu}\p{N}])/gmu, '$1 ');
}

/** `title:` of a front matter, on one line: the document's title where no heading gives it. */
function titleOfFrontMatter(text: string): { readonly text: string; readonly line: number } | undefined {
  for (const [line, written] of text.split('\n').entries()) {
    const value = written.startsWith('title:') ? written.slice('title:'.length).trim() : '';
    const quoted = /^(["'])(.*)\1$/.exec(value)?.[2]?.trim() ?? value;
    if (quoted !== '' && !/^[>|]/.test(value)) {
      return { text: quoted, line };
    }
  }
  return undefined;
}

function lost(place: number): SourceProblem {
  return { place, message: 'Quotations or lists are nested so deep here that what is in them was not read.' };
}

/** The HTML of one token; what is within a block is a token of its own. */
function htmlOf(
  tokens: Token[],
  index: number,
  token: Token,
  { renderer, options }: Markdown,
  environment: Environment,
): string {
  if (token.type === 'inline') {
    return renderer.renderInline(token.children ?? [], options, environment);
  }
  if (token.type === 'ordered_list_open') {
    token.attrSet(NUMBER_SIGN, token.markup);
  }
  const rule = renderer.rules[token.type];
  return rule ? rule(tokens, index, options, environment, renderer) : renderer.renderToken(tokens, index, options);
}

/** How deep quotations and lists are read; what is in deeper ones is lost. */
const MOST_NESTED = 100;

/** What the parser keeps for itself. */
type Environment = Record<string, unknown>;

type Markdown = ReturnType<typeof createMarkdown>;

function createMarkdown() {
  const markdown = new MarkdownIt({ html: true, maxNesting: MOST_NESTED });
  markdown.block.ruler.before('reference', 'footnote', footnoteText, { alt: ['paragraph', 'reference'] });
  markdown.block.ruler.after('table', 'bare-table', bareTable, { alt: ['paragraph', 'reference'] });
  markdown.block.ruler.before('table', 'grid-table', gridTable, { alt: ['paragraph', 'reference'] });
  markdown.block.ruler.before('table', 'dashed-table', dashedTable);
  markdown.core.ruler.after('block', 'signs-of-pandoc', readSignsOfPandoc);
  markdown.inline.ruler.before('link', 'footnote', footnoteMark);
  return markdown;
}

/** Takes `{#id .class}` from the ends of headings, and "| " from the beginnings of lines that are to stay lines. */
function readSignsOfPandoc({ tokens }: StateCore): void {
  for (const [index, token] of tokens.entries()) {
    const opening = tokens[index - 1]?.type;
    if (token.type === 'inline' && opening === 'heading_open') {
      token.content = token.content.replace(/[ \t]*\{(?:[#.][^{}]*|-)\}$/, '');
    } else if (token.type === 'inline' && opening === 'paragraph_open' && token.content.startsWith('| ')) {
      const lines = token.content.split('\n');
      const isBlock = lines.every((line) => /^\|(?: |$)/.test(line) && !/.\|\s*$/.test(line));
      token.content = isBlock ? lines.map((line) => line.slice(1).trim()).join('\\\n') : token.content;
    }
  }
}

/** `[^1]: Text`, with the lines below that are indented. */
function footnoteText(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = state.src.slice(
    (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0),
    state.eMarks[startLine],
  );
  const match = /^\[\^([^\]\s]{1,80})\]:[ \t]*/.exec(first);
  if (!match || (state.sCount[startLine] ?? 0) - state.blkIndent >= 4) {
    return false;
  }
  if (silent) {
    return true;
  }
  let next = startLine + 1;
  for (let line = next; line < endLine && (state.isEmpty(line) || (state.sCount[line] ?? 0) >= 2); line++) {
    next = state.isEmpty(line) ? next : line + 1;
  }
  const others = state.getLines(startLine + 1, next, 4, false);
  const open = state.push('footnote_open', 'aside', 1);
  open.map = [startLine, next];
  open.attrSet('id', `fn-${match[1]}`);
  for (const paragraph of [first.slice(match[0].length), others].join('\n').split(/\n[ \t]*\n/)) {
    state.push('paragraph_open', 'p', 1);
    const inline = state.push('inline', '', 0);
    inline.content = paragraph.trim();
    inline.map = [startLine, next];
    inline.children = [];
    state.push('paragraph_close', 'p', -1);
  }
  state.push('footnote_close', 'aside', -1);
  state.line = next;
  return true;
}

/** `[^1]` */
function footnoteMark(state: StateInline, silent: boolean): boolean {
  const match = /^\[\^([^\]\s]{1,80})\]/.exec(state.src.slice(state.pos, state.pos + 84));
  if (!match) {
    return false;
  }
  if (!silent) {
    const open = state.push('footnote_mark_open', 'a', 1);
    open.attrSet('href', `#fn-${match[1]}`);
    state.push('footnote_mark_close', 'a', -1);
  }
  state.pos += match[0].length;
  return true;
}

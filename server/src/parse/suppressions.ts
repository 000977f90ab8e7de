import type { ReportFormat, Suppression } from '../model/report';
import type { Span } from '../model/span';
import { frontMatterOf } from './front-matter';
import { type CommentLine, hashComments } from './yaml-comments';

/**
 * The suppression comments of a report, in order (DESIGN, section 3): `rapporteur-disable-next-line CODE -- reason` and
 * its kin, in HTML comments, and behind `#` in YAML and front matter. Spans are offsets into the text. Texts without any
 * cost one search.
 *
 * - `-disable-next-line` covers the next line that is neither blank nor another such comment; behind `#` and above a key
 *   whose value is a block of lines, all of these.
 * - `-disable-line` covers the lines that the comment stands in.
 * - `-disable` covers all from the comment to the `-enable` of the same codes (one without codes ends every stretch), or
 *   to the end.
 * - `-disable-file` covers everything.
 *
 * @param htmlComments those of a Markdown text; of YAML they are found here
 */
export function findSuppressions(
  text: string,
  format: ReportFormat,
  htmlComments: readonly Span[] = [],
): readonly Suppression[] {
  if (!text.includes(MARK)) {
    return [];
  }
  const comments = format === 'yaml' ? yamlComments(text) : [...frontMatterComments(text), ...htmlComments.map(asHtml)];
  const directives = comments
    .sort((a, b) => a.span.start - b.span.start)
    .flatMap((comment) => readDirective(comment, text));
  return [...directives.flatMap((directive) => coverOf(directive, text)), ...stretches(directives, text)].sort(
    (a, b) => a.span.start - b.span.start || a.covers.end - b.covers.end,
  );
}

const MARK = 'rapporteur-';

/** A comment in either form. */
interface Comment {
  readonly span: Span;
  /** For a `#` comment in a line of its own above a key with a block of lines: the end of that block. */
  readonly blockEnd?: number | undefined;
}

interface Directive extends Comment {
  readonly verb: 'disable' | 'enable';
  readonly scope: 'next-line' | 'line' | 'file' | 'block';
  readonly codes: Suppression['codes'];
  readonly reason: string | undefined;
}

function asHtml(span: Span): Comment {
  return { span };
}

function frontMatterComments(text: string): Comment[] {
  const inside = frontMatterOf(text)?.inside;
  return inside ? hashComments(text, inside).map(asComment) : [];
}

/** `#` comments, and HTML comments wherever they stand: a text in YAML is Markdown. */
function yamlComments(text: string): Comment[] {
  const hashes = hashComments(text, { start: 0, end: text.length }).map(asComment);
  const html = [...text.matchAll(/<!--[\s\S]*?-->/g)].map(({ index, 0: comment }) => ({
    span: { start: index, end: index + comment.length },
  }));
  return [...hashes, ...html];
}

function asComment({ span, blockEnd }: CommentLine): Comment {
  return { span, blockEnd };
}

const DIRECTIVE = /^(?:#|<!--)\s*rapporteur-(disable|enable)(?:-(next-line|line|file))?(?![\w-])([\s\S]*?)(?:-->)?$/;

function readDirective(comment: Comment, text: string): readonly Directive[] {
  const words = text.slice(comment.span.start, comment.span.end);
  const match = DIRECTIVE.exec(words);
  if (!match) {
    return [];
  }
  const rest = match[3] ?? '';
  const at = comment.span.start + words.indexOf(rest, match[0].indexOf(match[1] ?? ''));
  const cut = /(?:^|\s)--(?=\s|$)/.exec(rest);
  const codes = [...rest.slice(0, cut?.index ?? rest.length).matchAll(/[^\s,]+/g)].map(({ index, 0: code }) => ({
    code,
    span: { start: at + index, end: at + index + code.length },
  }));
  const reason = cut ? rest.slice(cut.index + cut[0].length).trim() : '';
  return [
    {
      ...comment,
      verb: match[1] === 'enable' ? 'enable' : 'disable',
      scope: (match[2] as 'next-line' | 'line' | 'file' | undefined) ?? 'block',
      codes,
      reason: reason === '' ? undefined : reason.replace(/\s+/g, ' '),
    },
  ];
}

/** What a comment covers that is no start of a stretch. */
function coverOf({ verb, scope, codes, reason, span, blockEnd }: Directive, text: string): readonly Suppression[] {
  if (verb === 'enable' || scope === 'block') {
    return [];
  }
  const covers =
    scope === 'file'
      ? { start: 0, end: text.length }
      : scope === 'line'
        ? { start: lineStart(text, span.start), end: lineEnd(text, span.end) }
        : nextLine(text, span.end, blockEnd);
  return [{ kind: scope, codes, reason, span, covers }];
}

function nextLine(text: string, from: number, blockEnd: number | undefined): Span {
  let start = lineEnd(text, from);
  while (start < text.length) {
    start += text.startsWith('\r\n', start) ? 2 : 1;
    const end = lineEnd(text, start);
    if (!/^\s*(?:$|(?:<!--|#)\s*rapporteur-(?:disable|enable)\b.*$)/.test(text.slice(start, end))) {
      return { start, end: Math.max(end, blockEnd ?? 0) };
    }
    start = end;
  }
  return { start: text.length, end: text.length };
}

/** The stretches between `-disable` and `-enable`. */
function stretches(directives: readonly Directive[], text: string): readonly Suppression[] {
  const done: Suppression[] = [];
  let open: Directive[] = [];
  const close = ({ codes, reason, span }: Directive, end: number): void => {
    done.push({ kind: 'block', codes, reason, span, covers: { start: span.start, end } });
  };
  for (const directive of directives) {
    if (directive.scope !== 'block') {
      continue;
    }
    if (directive.verb === 'disable') {
      open.push(directive);
      continue;
    }
    const ended = new Set(directive.codes.map(({ code }) => code));
    const goesOn: Directive[] = [];
    for (const one of open) {
      const isEnded = (code: string): boolean => ended.size === 0 || ended.has(code);
      const closed = one.codes.filter(({ code }) => isEnded(code));
      const left = one.codes.filter(({ code }) => !isEnded(code));
      if (closed.length > 0 || ended.size === 0) {
        close({ ...one, codes: closed }, directive.span.start);
      }
      if (left.length > 0 || (one.codes.length === 0 && ended.size > 0)) {
        goesOn.push({ ...one, codes: left });
      }
    }
    open = goesOn;
  }
  for (const one of open) {
    close(one, text.length);
  }
  return done;
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(text.charCodeAt(start - 1))) {
    start--;
  }
  return start;
}

function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) {
    end++;
  }
  return end;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13;
}

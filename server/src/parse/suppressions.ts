import type { Section, Suppression, SuppressionDirective } from '../model/report';
import { type Span, shiftSpan } from '../model/span';
import { lineAround } from '../model/text-lines';
import type { CommentLine } from './yaml-comments';

/** Whether a piece of text can have a suppression comment in it at all: the one search that most pieces cost. */
export function mayHaveDirectives(text: string): boolean {
  return text.includes(MARK);
}

/**
 * The comments among these that turn findings off or on (DESIGN, section 3): `rapporteur-disable-next-line CODE --
 * reason` and its kin. In order; spans are those of the comments, offsets into the text.
 */
export function readDirectives(
  comments: readonly (Span | CommentLine)[],
  text: string,
): readonly SuppressionDirective[] {
  return comments
    .flatMap((comment) => readDirective('span' in comment ? comment : { span: comment }, text))
    .sort((a, b) => a.span.start - b.span.start);
}

/** The directive `by` UTF-16 units further on. */
export function shiftDirective(directive: SuppressionDirective, by: number): SuppressionDirective {
  return {
    ...directive,
    codes: directive.codes.map(({ code, span }) => ({ code, span: shiftSpan(span, by) })),
    span: shiftSpan(directive.span, by),
    ...(directive.blockEnd === undefined ? {} : { blockEnd: directive.blockEnd + by }),
  };
}

/** The directives of all sections, as offsets into the file. */
export function directivesIn(sections: readonly Section[]): readonly SuppressionDirective[] {
  const found: SuppressionDirective[] = [];
  for (const { start, reading } of sections) {
    for (const directive of reading.directives) {
      found.push(shiftDirective(directive, start));
    }
  }
  return found;
}

/** HTML comments of a text in YAML, wherever they stand: a text in YAML is Markdown. */
export function htmlCommentsIn(text: string): readonly Span[] {
  return [...text.matchAll(/<!--[\s\S]*?-->/g)].map(({ index, 0: comment }) => ({
    start: index,
    end: index + comment.length,
  }));
}

/**
 * What the suppression comments of a report cover, in order. Directives and spans are offsets into the text.
 *
 * - `-disable-next-line` covers the next line that is neither blank nor another such comment; behind `#` and above a key
 *   whose value is a block of lines, all of these.
 * - `-disable-line` covers the lines that the comment stands in.
 * - `-disable` covers all from the comment to the `-enable` of the same codes (one without codes ends every stretch), or
 *   to the end.
 * - `-disable-file` covers everything.
 */
export function suppressionsOf(directives: readonly SuppressionDirective[], text: string): readonly Suppression[] {
  if (directives.length === 0) {
    return [];
  }
  return [...directives.flatMap((directive) => coverOf(directive, text)), ...stretches(directives, text)].sort(
    (a, b) => a.span.start - b.span.start || a.covers.end - b.covers.end,
  );
}

const MARK = 'rapporteur-';

const DIRECTIVE = /^(?:#|<!--)\s*rapporteur-(disable|enable)(?:-(next-line|line|file))?(?![\w-])([\s\S]*?)(?:-->)?$/;

function readDirective({ span, blockEnd }: CommentLine, text: string): readonly SuppressionDirective[] {
  const words = text.slice(span.start, span.end);
  const match = DIRECTIVE.exec(words);
  if (!match) {
    return [];
  }
  const rest = match[3] ?? '';
  const at = span.start + words.indexOf(rest, match[0].indexOf(match[1] ?? ''));
  const cut = /(?:^|\s)--(?=\s|$)/.exec(rest);
  const codes = [...rest.slice(0, cut?.index ?? rest.length).matchAll(/[^\s,]+/g)].map(({ index, 0: code }) => ({
    code,
    span: { start: at + index, end: at + index + code.length },
  }));
  const reason = cut ? rest.slice(cut.index + cut[0].length).trim() : '';
  return [
    {
      verb: match[1] === 'enable' ? 'enable' : 'disable',
      scope: (match[2] as 'next-line' | 'line' | 'file' | undefined) ?? 'block',
      codes,
      reason: reason === '' ? undefined : reason.replace(/\s+/g, ' '),
      span,
      ...(blockEnd === undefined ? {} : { blockEnd }),
    },
  ];
}

/** What a comment covers that is no start of a stretch. */
function coverOf(
  { verb, scope, codes, reason, span, blockEnd }: SuppressionDirective,
  text: string,
): readonly Suppression[] {
  if (verb === 'enable' || scope === 'block') {
    return [];
  }
  const covers =
    scope === 'file'
      ? { start: 0, end: text.length }
      : scope === 'line'
        ? { start: lineAround(text, span.start).start, end: lineAround(text, span.end).end }
        : nextLine(text, span.end, blockEnd);
  return [{ kind: scope, codes, reason, span, covers }];
}

function nextLine(text: string, from: number, blockEnd: number | undefined): Span {
  let start = lineAround(text, from).end;
  while (start < text.length) {
    start += text.startsWith('\r\n', start) ? 2 : 1;
    const end = lineAround(text, start).end;
    if (!/^\s*(?:$|(?:<!--|#)\s*rapporteur-(?:disable|enable)\b.*$)/.test(text.slice(start, end))) {
      return { start, end: Math.max(end, blockEnd ?? 0) };
    }
    start = end;
  }
  return { start: text.length, end: text.length };
}

/** The stretches between `-disable` and `-enable`. */
function stretches(directives: readonly SuppressionDirective[], text: string): readonly Suppression[] {
  const done: Suppression[] = [];
  let open: SuppressionDirective[] = [];
  const close = ({ codes, reason, span }: SuppressionDirective, end: number): void => {
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
    const goesOn: SuppressionDirective[] = [];
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

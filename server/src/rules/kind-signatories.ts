import { hasPlaceholder } from '../model/placeholder';
import type { Passage, SectionReading } from '../model/report';
import { overlaps, type Span } from '../model/span';
import { lineAround } from '../model/text-lines';
import { listItems, printedSpan } from './kind-items';

/** Somebody who signs. Spans are relative to the section. */
export interface Signatory {
  /** What names them, as far as it is printed. */
  readonly span: Span;
  readonly text: string;
  /** Ids of the actors in it. */
  readonly actors: readonly string[];
  /** What makes them one: their actors and the words about their function, in any order; empty for neither. */
  readonly key: string;
  /** Whether some of it still waits for somebody. */
  readonly isWaiting: boolean;
  /** The whole of an item or row, with its marker; undefined where others stand in the same line. */
  readonly line: Span | undefined;
}

/**
 * Who signs, from passages of a section: the items of lists; where there are none, the rows of tables; where there are
 * none either, lines, and names between commas.
 */
export function signatoriesIn(
  passages: readonly Passage[],
  section: SectionReading,
  text: string,
): readonly Signatory[] {
  const items = listItems(
    passages.filter(({ kind }) => kind === 'item'),
    section,
    text,
  );
  if (items.length > 0) {
    return items.map((item) => {
      const line = item.isPlain ? { start: item.marker.start, end: item.span.end } : undefined;
      return { ...signatory(item.span, item.text, section, line), span: printedSpan(item) };
    });
  }
  const rows = tableRows(passages, text);
  return rows.length > 0
    ? rows.map((span) => signatory(span, text.slice(span.start, span.end), section, span))
    : passages.flatMap((passage) => namesIn(passage, section));
}

function signatory(span: Span, text: string, section: SectionReading, line: Span | undefined): Signatory {
  const named = section.mentions.actors.filter((one) => one.span.start >= span.start && one.span.end <= span.end);
  const actors = named.map(({ actor }) => actor);
  let rest = text;
  for (const { span: name } of named.toReversed()) {
    rest = `${rest.slice(0, name.start - span.start)} ${rest.slice(name.end - span.start)}`;
  }
  const words = rest.toLowerCase().split(/[^\p{L}\p{Nd}]+/u);
  const own = words.filter((word) => word !== '' && !SMALL_WORDS.has(word));
  const key = [...new Set([...actors.map((id) => `@${id}`), ...own])].sort().join(' ');
  const written = text.trim().replace(/\s*\|\s*/g, ', ');
  return { span, text: written, actors, key, isWaiting: hasPlaceholder(section, span), line };
}

const SMALL_WORDS: ReadonlySet<string> = new Set(['the', 'of', 'and', 'for', 'in', 'on', 'a', 'an', 'its', 'behalf']);

/** The rows of tables, from the first cell to the last; not the one above the rule. */
function tableRows(passages: readonly Passage[], text: string): readonly Span[] {
  const rows = new Map<number, Span>();
  for (const { kind, quoted, span } of passages) {
    const line = kind === 'cell' && !quoted ? lineAround(text, span.start) : undefined;
    if (line && !/^\r?\n[\s|]*:?-[\s|:-]*(?:\n|$)/.test(text.slice(line.end))) {
      rows.set(line.start, { start: rows.get(line.start)?.start ?? span.start, end: span.end });
    }
  }
  return [...rows.values()];
}

/** What stands in the lines of a paragraph or between commas, if most of it is a name and nothing else, or has one each. */
function namesIn({ kind, quoted, span, text }: Passage, section: SectionReading): readonly Signatory[] {
  if (kind !== 'paragraph' || quoted) {
    return [];
  }
  const separator = /;/.test(text) ? /[;\n]/ : /\n.*\n/.test(text) ? /\n/ : /,|\n|\sand\s/;
  // "Bosnia and Herzegovina" is one name.
  let whole = text;
  for (const { span: name } of section.mentions.actors.filter((one) => overlaps(one.span, span))) {
    const [from, to] = [name.start - span.start, name.end - span.start];
    whole = whole.slice(0, from) + 'x'.repeat(to - from) + whole.slice(to);
  }
  const names: Signatory[] = [];
  let start = 0;
  for (const piece of whole.split(new RegExp(`(?<=${separator.source})`))) {
    const words = piece.replace(/^\s*and\s|(?:[,;\s]|\sand\s)+$/g, (sign) => ' '.repeat(sign.length));
    const from = span.start + start + words.length - words.trimStart().length;
    if (/[\p{L}\p{Nd}]/u.test(words)) {
      const end = from + words.trim().length;
      names.push(signatory({ start: from, end }, text.slice(from - span.start, end - span.start), section, undefined));
    }
    start += piece.length;
  }
  const bare = names.filter(({ actors, key }) => actors.length > 0 && key === actors.map((id) => `@${id}`).join(' '));
  const isList = bare.length * 2 > names.length || names.every(({ actors }) => actors.length > 0);
  return names.length > 2 && isList ? names : [];
}

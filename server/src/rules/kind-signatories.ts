import { hasPlaceholder } from '../model/placeholder';
import type { Passage, SectionReading } from '../model/report';
import type { Span } from '../model/span';
import { lineAround } from '../model/text-lines';
import { listItems, printedSpan } from './kind-items';

/** Somebody who signs. Spans are relative to the section. */
export interface Signatory {
  /** What names them, as far as it is printed. */
  readonly span: Span;
  readonly text: string;
  /** What makes them one: their actors (with an "@") and the words about their function, sorted; empty for neither. */
  readonly key: string;
  readonly hasActor: boolean;
  /** Whether it is for certain a signatory, as an item, a row or one name of a list of names is; else it is prose. */
  readonly isListed: boolean;
  /** Whether some of it still waits for somebody. */
  readonly isWaiting: boolean;
  /** The whole of an item or row, with its marker; undefined where others stand in the same line. */
  readonly line: Span | undefined;
}

/**
 * Who signs, from passages of a section: the items of lists; where there are none, the rows of tables; where there are
 * none either, lines of paragraphs ("For Belgium", with the function in the next one) and names between commas.
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
      const span = printedSpan(item);
      const whole = item.isPlain ? { start: item.marker.start, end: item.span.end } : undefined;
      return signatory([{ span: item.span, text: item.text }], section, { span, isListed: true, line: whole });
    });
  }
  const rows = tableRows(passages, text);
  return rows.length > 0
    ? rows.map((cells) => {
        const span = { start: cells[0]?.span.start ?? 0, end: cells.at(-1)?.span.end ?? 0 };
        return signatory(cells, section, { span, isListed: true, line: span });
      })
    : inProse(passages, section);
}

/** A stretch of words. */
type Piece = Pick<Passage, 'span' | 'text'>;

function signatory(
  pieces: readonly Piece[],
  section: SectionReading,
  about: Pick<Signatory, 'span' | 'isListed' | 'line'>,
): Signatory {
  const read = pieces.map((piece) => wordsOf(piece, section));
  const actors = read.flatMap((one) => one.actors);
  return {
    ...about,
    text: pieces.map(({ text }) => text.trim().replace(/\s+/g, ' ')).join(', '),
    key: [...new Set([...actors, ...read.flatMap(({ words }) => words)])].sort().join(' '),
    hasActor: actors.length > 0,
    isWaiting: pieces.some(({ span }) => hasPlaceholder(section, span)),
  };
}

/** The rows of tables that have words, without the line above the rule. */
function tableRows(passages: readonly Passage[], text: string): readonly (readonly Piece[])[] {
  const rows = new Map<number, Piece[]>();
  for (const { kind, quoted, span, text: words } of passages) {
    const line = kind === 'cell' && !quoted ? lineAround(text, span.start) : undefined;
    const below = line && text.slice(line.end).replace(/^\r?\n/, '');
    if (line && !/^[\s|]*:?-[\s|:-]*(?:\r?\n|$)/.test(below ?? '')) {
      rows.set(line.start, [...(rows.get(line.start) ?? []), { span, text: words }]);
    }
  }
  return [...rows.values()];
}

/**
 * A country or body begins a new one, or ends it where the functions stand above. Not what introduces the list ("Done at
 * Brussels", "Signed by:").
 */
function inProse(passages: readonly Passage[], section: SectionReading): readonly Signatory[] {
  const groups: Piece[][] = [];
  const listed = new Set<Piece>();
  let isFunctionFirst: boolean | undefined;
  let isComplete = true;
  for (const passage of passages) {
    const pieces = passage.kind === 'paragraph' && !passage.quoted ? piecesOf(passage, section) : [];
    const bare = pieces.filter((piece) => isBare(piece, section)).length;
    for (const piece of pieces) {
      const hasActor = wordsOf(piece, section).actors.length > 0;
      if (!hasActor && INTRODUCTION.test(piece.text)) {
        continue;
      }
      isFunctionFirst ??= !hasActor;
      if (pieces.length > 2 && bare * 2 > pieces.length) {
        listed.add(piece);
        groups.push([piece]);
        isComplete = true;
        continue;
      }
      if (isFunctionFirst ? isComplete : hasActor) {
        groups.push([]);
      }
      groups.at(-1)?.push(piece);
      isComplete = hasActor;
    }
  }
  return groups.map((pieces) => {
    const named = pieces.find((piece) => wordsOf(piece, section).actors.length > 0) ?? pieces[0];
    const span = named ? trimmedSpan(named) : { start: 0, end: 0 };
    return signatory(pieces, section, { span, isListed: named !== undefined && listed.has(named), line: undefined });
  });
}

const INTRODUCTION = /^\s*(?:done|signed|adopted|agreed)\b|:\s*$/i;

/** Lines, and what stands between commas in one that names several actors. */
function piecesOf({ span, text }: Passage, { mentions }: SectionReading): readonly Piece[] {
  const isInName = (at: number) => mentions.actors.some((one) => one.span.start < at && at < one.span.end);
  const pieces: Piece[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const from = span.start + lineStart;
    const actors = mentions.actors.filter((one) => one.span.start >= from && one.span.end <= from + line.length);
    const separator = line.includes(';') ? /;/g : actors.length > 1 ? /,(?:\s+and\s)?|\sand\s/g : /$^/g;
    let start = 0;
    for (const { index, 0: written } of [...line.matchAll(separator), { index: line.length, 0: '' }]) {
      if (written !== '' && isInName(from + index)) {
        continue;
      }
      const words = line.slice(start, index);
      if (/[\p{L}\p{Nd}]/u.test(words)) {
        pieces.push({ span: { start: from + start, end: from + index }, text: words });
      }
      start = index + written.length;
    }
    lineStart += line.length + 1;
  }
  return pieces;
}

/** Whether a piece is the name of an actor and nothing else. */
function isBare(piece: Piece, section: SectionReading): boolean {
  const { actors, words } = wordsOf(piece, section);
  return actors.length > 0 && words.length === 0;
}

function wordsOf(
  { span, text }: Piece,
  { mentions }: SectionReading,
): { readonly actors: readonly string[]; readonly words: readonly string[] } {
  const actors = mentions.actors.filter((one) => one.span.start >= span.start && one.span.end <= span.end);
  let rest = text;
  for (const { span: name } of actors.toReversed()) {
    const at = name.start - span.start;
    rest = rest.slice(0, at) + ' '.repeat(name.end - name.start) + rest.slice(at + name.end - name.start);
  }
  const words = rest.toLowerCase().split(/[^\p{L}\p{Nd}]+/u);
  return {
    actors: actors.map(({ actor }) => `@${actor}`),
    words: words.filter((word) => word !== '' && !SMALL_WORDS.has(word)),
  };
}

const SMALL_WORDS: ReadonlySet<string> = new Set(['the', 'of', 'and', 'for', 'in', 'on', 'a', 'an', 'its', 'behalf']);

function trimmedSpan({ span, text }: Piece): Span {
  const start = span.start + text.length - text.trimStart().length;
  return { start, end: start + text.trim().length };
}

import { hasPlaceholder } from '../model/placeholder';
import type { Passage, SectionReading } from '../model/report';
import type { Span } from '../model/span';
import { lineAround } from '../model/text-lines';

/** An item of a list, on its highest level. Spans are relative to the section. */
export interface ListItem {
  /** "2." or "-", without the space behind it; "Q2." where the number is a part of the words. */
  readonly marker: Span;
  /** The number before its words; undefined for a bullet. */
  readonly number: number | undefined;
  /** How the number is written where it is a part of the words; undefined for the marker of a list. */
  readonly label: NumberLabel | undefined;
  /** Which of the section's lists it stands in, from 0: a paragraph ends a list. */
  readonly list: number;
  /** Its words, with those of the items below it; code, comments and addresses are spaces. */
  readonly text: string;
  /** From its words to the end of what belongs to it. */
  readonly span: Span;
  /** Whether all of it is one paragraph. */
  readonly isPlain: boolean;
  /** Whether some of it still waits for somebody. */
  readonly isWaiting: boolean;
}

/** A number in words: "Q2.", "(b)", "iv)". */
export interface NumberLabel {
  /** The number alone. */
  readonly span: Span;
  readonly style: NumberStyle;
}

type NumberStyle = 'digits' | 'letters' | 'roman';

/** The items of the lists among some passages of a section; where paragraphs have numbers of their own, these. */
export function listItems(
  passages: readonly Passage[],
  section: Pick<SectionReading, 'placeholders'>,
  text: string,
): readonly ListItem[] {
  const labelled = labelledItems(passages, section);
  return labelled.length > 1 ? labelled : markedItems(passages, section, text);
}

/** The words of an item as far as they are printed: a comment behind them is not. */
export function printedSpan({ span, text, isPlain }: Pick<ListItem, 'span' | 'text' | 'isPlain'>): Span {
  return isPlain ? { start: span.start, end: span.start + text.trimEnd().length } : span;
}

/** A number as a label writes it. */
export function numberIn(style: NumberStyle, number: number): string {
  return style === 'digits'
    ? String(number)
    : style === 'letters'
      ? String.fromCharCode('a'.charCodeAt(0) + number - 1)
      : (ROMAN[number - 1] ?? String(number));
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function markedItems(
  passages: readonly Passage[],
  section: Pick<SectionReading, 'placeholders'>,
  text: string,
): readonly ListItem[] {
  const marked = passages.map((passage) => ({
    passage,
    mark: passage.kind === 'item' && !passage.quoted ? markBefore(passage.span.start, text) : undefined,
  }));
  const outermost = Math.min(...marked.map(({ mark }) => mark?.column ?? Number.POSITIVE_INFINITY));
  const items: Mutable<ListItem>[] = [];
  let list = 0;
  let style: NumberStyle | undefined;
  for (const { passage, mark } of marked) {
    const last = items.at(-1);
    if (mark?.column === outermost) {
      const [label] = mark.number === undefined ? labelsIn(passage, style) : [];
      const { marker, number = label?.number } = mark;
      style = label?.style ?? style;
      list += last && (last.number === undefined) !== (number === undefined) ? 1 : 0;
      const isWaiting = hasPlaceholder(section, passage.span);
      items.push({ marker, number, label, list, text: passage.text, span: passage.span, isPlain: true, isWaiting });
    } else if (last && passage.kind === 'item') {
      last.text += `\n${passage.text}`;
      last.span = { start: last.span.start, end: passage.span.end };
      last.isPlain = false;
      last.isWaiting ||= hasPlaceholder(section, passage.span);
    } else if (last?.list === list) {
      list++;
    }
  }
  return items;
}

/** What paragraphs number by words of their own: "Q1. …", "(a) …"; each with all that follows as far as the next one. */
function labelledItems(
  passages: readonly Passage[],
  section: Pick<SectionReading, 'placeholders'>,
): readonly ListItem[] {
  const items: Mutable<ListItem>[] = [];
  let style: NumberStyle | undefined;
  for (const passage of passages) {
    const labels = passage.kind === 'paragraph' && !passage.quoted ? labelsIn(passage, style) : [];
    style ??= labels[0]?.style;
    const { start, end } = passage.span;
    const last = items.at(-1);
    const first = labels[0]?.marker.start ?? end;
    if (last && first > start) {
      last.text += `\n${passage.text.slice(0, first - start)}`;
      last.span = { start: last.span.start, end: first };
      last.isWaiting ||= hasPlaceholder(section, { start, end: first });
    }
    for (const [index, label] of labels.entries()) {
      const { marker, number } = label;
      const span = { start: marker.end, end: labels[index + 1]?.marker.start ?? end };
      const isWaiting = hasPlaceholder(section, span);
      const text = passage.text.slice(span.start - start, span.end - start);
      items.push({ marker, number, label, list: 0, text, span, isPlain: false, isWaiting });
    }
  }
  return items;
}

/**
 * The labels that lines of a passage begin with, all in one style: that of those before, else that of the first, which
 * is known by being the first number of it ("a", "i").
 */
function labelsIn(
  { span, text }: Passage,
  known: NumberStyle | undefined,
): readonly (NumberLabel & { readonly marker: Span; readonly number: number })[] {
  const labels: (NumberLabel & { readonly marker: Span; readonly number: number })[] = [];
  let style = known;
  for (const match of text.matchAll(LABEL)) {
    const [whole, lead = '', before = '', written = ''] = match;
    const isNumber = /^\d/.test(written);
    style ??= isNumber
      ? 'digits'
      : written.toLowerCase() === 'a'
        ? 'letters'
        : /^i$/i.test(written)
          ? 'roman'
          : undefined;
    const number = style === undefined ? undefined : numberOf(style, written.toLowerCase());
    if (style !== undefined && number !== undefined) {
      const start = span.start + match.index + lead.length;
      const at = start + before.length;
      const end = span.start + match.index + whole.trimEnd().length;
      labels.push({ span: { start: at, end: at + written.length }, marker: { start, end }, number, style });
    }
  }
  return labels;
}

/** "Q1.", "Question 1:", "(1)", "a)", "iv." at the start of a line. */
const LABEL = /^(\s*)((?:q(?:uestion)?\.?[ \t]*)?\(?)(\d{1,3}|[a-z]|[ivx]{2,5})[ \t]*[.):–—](?=\s)/gim;

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'];

function numberOf(style: NumberStyle, written: string): number | undefined {
  const number =
    style === 'digits'
      ? Number(written)
      : style === 'roman'
        ? ROMAN.indexOf(written) + 1
        : written.length === 1
          ? written.charCodeAt(0) - 'a'.charCodeAt(0) + 1
          : Number.NaN;
  return number > 0 ? number : undefined;
}

/** What makes a list item of the words at an offset; undefined where they begin none. */
function markBefore(
  start: number,
  text: string,
): { readonly marker: Span; readonly number: number | undefined; readonly column: number } | undefined {
  const line = lineAround(text, start).start;
  const match = /^([ \t]*)([-*+]|(\d{1,9})[.)])[ \t]+(?:\*\*|__|[*_])*$/.exec(text.slice(line, start));
  if (!match) {
    return undefined;
  }
  const column = match[1]?.length ?? 0;
  const from = line + column;
  const number = match[3] === undefined ? undefined : Number(match[3]);
  return { marker: { start: from, end: from + (match[2]?.length ?? 0) }, number, column };
}

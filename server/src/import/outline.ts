import { type DepthHeading, depthsOf } from './heading-depths';
import { actorsLineIn, fieldsIn, type LabelledTitle, readLabelled } from './labels';
import type { Passage } from './passages';

/** A section of the document: a heading and what stands behind it, up to the next heading. */
export interface Section {
  /** 1 for the highest; whatever level the format gives it. 0 for what stands before the first heading. */
  readonly depth: number;
  /** Without its number and label. */
  readonly title: string;
  /** "3.2", "A", where it has one. */
  readonly number: string | undefined;
  /** Where the heading says "Action 6". */
  readonly labelled: LabelledTitle | undefined;
  readonly place: number;
  readonly passages: readonly Passage[];
  readonly parent: Section | undefined;
  /** "Main actors: …" behind the title in the heading itself. */
  readonly actorsLine: string | undefined;
  /** The format says that it is a heading; else it was told by its look. */
  readonly isMarked: boolean;
}

/** The sections of a document, in order; those that have subsections too. */
export function outlineOf(passages: readonly Passage[]): readonly Section[] {
  const headings = headingsOf(passages);
  const depths = depthsOf(headings.map(({ heading }) => heading));
  const sections: Section[] = [];
  const stack: Section[] = [];
  const bounds = [...headings.map(({ index }) => index), passages.length];
  const preamble = passages.slice(0, bounds[0]);
  sections.push({ ...NO_HEADING, passages: preamble, place: preamble[0]?.place ?? 0 });
  for (const [at, { index, heading }] of headings.entries()) {
    const depth = depths[at] ?? 1;
    while ((stack.at(-1)?.depth ?? 0) >= depth) {
      stack.pop();
    }
    const inside = passages.slice(index + 1, bounds[at + 1]);
    const rest = heading.rest === '' ? [] : [restOf(passages[index], heading.rest)];
    const section: Section = {
      depth,
      title: heading.title,
      number: heading.number,
      labelled: heading.labelled,
      place: passages[index]?.place ?? 0,
      passages: [...rest, ...inside],
      parent: stack.at(-1),
      actorsLine: heading.actorsLine,
      isMarked: heading.isMarked,
    };
    sections.push(section);
    stack.push(section);
  }
  return sections;
}

const NO_HEADING: Omit<Section, 'passages' | 'place'> = {
  depth: 0,
  title: '',
  number: undefined,
  labelled: undefined,
  parent: undefined,
  actorsLine: undefined,
  isMarked: false,
};

interface Heading extends DepthHeading {
  readonly actorsLine: string | undefined;
  /** Text behind the title in the same block. */
  readonly rest: string;
  readonly isMarked: boolean;
}

function headingsOf(passages: readonly Passage[]): readonly { readonly index: number; readonly heading: Heading }[] {
  const marked = passages.filter(({ kind }) => kind === 'heading').length;
  const found: { index: number; heading: Heading }[] = [];
  for (const [index, passage] of passages.entries()) {
    const heading = headingOf(passage, passages[index - 1], passages[index + 1], marked >= ENOUGH_MARKED);
    if (heading) {
      found.push({ index, heading });
    }
  }
  return found.map(({ index, heading }, at) => {
    // Told by its look, and with nothing but the next one behind it: the title of several.
    const isGroup = heading.level === undefined && !heading.labelled && found[at + 1]?.index === index + 1;
    return { index, heading: { ...heading, isGroup } };
  });
}

/** With so many headings the format tells them; then only labels and whole bold lines count besides. */
const ENOUGH_MARKED = 3;

function headingOf(
  passage: Passage,
  before: Passage | undefined,
  next: Passage | undefined,
  isWellMarked: boolean,
): Heading | undefined {
  const { kind, text } = passage;
  if (kind === 'table') {
    return undefined;
  }
  const isMarked = kind === 'heading';
  const written = passage.marker === undefined ? text : `${passage.marker} ${text}`;
  const labelled = readLabelled(text, isMarked);
  if (labelled && (isMarked || isTitle(cutTitle(labelled.title).title, LONGEST_LABELLED))) {
    const isOnlyItem = kind === 'item' && passage.level > 0;
    return isOnlyItem
      ? undefined
      : headingFrom(passage, cutTitle(labelled.title), undefined, labelled, isWholeBold(passage));
  }
  if (isMarked) {
    const numbered = NUMBERED.exec(text);
    const title = numbered?.[2] ?? text;
    return headingFrom(passage, cutTitle(title), numbered?.[1], undefined, false);
  }
  const cut = cutTitle(text);
  const isBold = isWholeBold(passage);
  const numbered = NUMBERED.exec(written) ?? TIGHT_NUMBER.exec(written);
  if (isWellMarked) {
    const isTitled = isBold && kind === 'text' && isTitle(cut.title, LONGEST_TITLE) && isBehindTitle(next);
    return isTitled ? headingFrom(passage, cutTitle(numbered?.[2] ?? text), numbered?.[1], undefined, true) : undefined;
  }
  if (numbered && isTitle(numbered[2] ?? '', LONGEST_TITLE) && !isListed(passage, before, next)) {
    return headingFrom(passage, cutTitle(numbered[2] ?? ''), numbered[1], undefined, isBold);
  }
  const isTitled = kind === 'text' && isTitle(text, LONGEST_TITLE) && !text.includes('\n') && isBehindTitle(next);
  return isTitled ? headingFrom(passage, cut, undefined, undefined, isBold) : undefined;
}

function headingFrom(
  passage: Passage,
  cut: { readonly title: string; readonly actors: string | undefined; readonly rest: string },
  number: string | undefined,
  labelled: LabelledTitle | undefined,
  isBold: boolean,
): Heading {
  const isMarked = passage.kind === 'heading';
  return {
    title: cut.title
      .replace(/\s*\n\s*/g, ' ')
      .replace(/(?<!\b\p{L})[.:;]\s*$/u, '')
      .trim(),
    number: number?.replace(/[.)]$/, ''),
    labelled: labelled && { ...labelled, title: cut.title },
    actorsLine: cut.actors,
    rest: cut.rest,
    isMarked,
    level: isMarked ? passage.level : undefined,
    isBold,
    isGroup: false,
  };
}

/** "3.2. Title", "A) Title", "IV – Title"; the title begins with a capital. */
const NUMBERED = /^\s*(\d+(?:\.\d+)*|[A-Z]|[IVXL]+)(?:\s*[.):–—-]+\s*|\s+(?=\p{Lu}))([\p{Lu}\p{N}"“‘'(][\s\S]*)$/u;
const TIGHT_NUMBER = /^\s*(\d+(?:\.\d+)+)\.?\s*(\p{Lu}[\s\S]*)$/u;

const LONGEST_LABELLED = 260;
const LONGEST_TITLE = 140;

/** A title begins with a capital and does not end as a sentence does. */
function isTitle(text: string, longest: number): boolean {
  return (
    fieldsIn(text).length === 0 &&
    text.length <= longest &&
    /^["“‘'(]?[\p{Lu}\p{N}]/u.test(text) &&
    !/[;,:!]$/.test(text) &&
    (!/[.]$/.test(text) || longest === LONGEST_LABELLED) &&
    !REFERENCE_LINE.test(text) &&
    !DATE_LINE.test(text)
  );
}

/** Lines of letterheads and title pages that look like titles. */
const REFERENCE_LINE =
  /^(?:\p{Lu}[\p{L}]+,\s+\d|\d|[A-Z]{2,}(?: \d+)+$|(?:From|To|Subject|No|Cc|Date|Ref)\b.*:|https?:)/u;

/** A line that is a day or a month. */
const DATE_LINE = /^(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+)?\p{Lu}\p{L}+\s+(?:\d{1,2},\s*)?(?:19|20|21)\d\d$/u;

function isWholeBold(passage: Passage): boolean {
  const bold = passage.bold.reduce((sum, { start, end }) => sum + end - start, 0);
  return bold > 0 && bold >= passage.text.replace(/[.:\s]+$/, '').length - 2;
}

/** What follows a title is text, a list or another title; not a line of a letterhead. */
function isBehindTitle(next: Passage | undefined): boolean {
  return (
    next !== undefined &&
    (next.kind !== 'text' || next.text.length > 60 || next.bold.length > 0 || next.text.endsWith(':'))
  );
}

/** Whether an item with a number is one of a list rather than a heading. */
function isListed(passage: Passage, before: Passage | undefined, next: Passage | undefined): boolean {
  if (passage.kind !== 'item') {
    return false;
  }
  // "I. TRADE" in front of "1.": a title in capitals, numbered in a way of its own.
  const isCapitals = passage.level === 0 && /^[^\p{Ll}]{4,}$/u.test(passage.text);
  if (isCapitals && next?.kind === 'item' && kindOfMarker(next.marker) !== kindOfMarker(passage.marker)) {
    return false;
  }
  return next?.kind === 'item' || before?.kind === 'item' || passage.level > 0 || next === undefined;
}

/** How an item is numbered: with Roman numerals, figures, letters or not at all. */
function kindOfMarker(marker: string | undefined): string {
  const sign = marker?.replace(/[^\p{L}\d]/gu, '') ?? '';
  return /^\d/.test(sign) ? 'figure' : /^[IVXL]+$/.test(sign) ? 'Roman' : sign === '' ? 'none' : 'letter';
}

/** A title and what stands behind it in the same block: "Main actors: …" or lines. */
function cutTitle(text: string): {
  readonly title: string;
  readonly actors: string | undefined;
  readonly rest: string;
} {
  const actors = actorsLineIn(text);
  const body = actors ? text.slice(0, actors.start) : text;
  const [title = '', ...lines] = body.split('\n');
  const behind = actors ? (text.slice(actors.end).split('\n') as readonly string[]) : [];
  return {
    title: title.trim(),
    actors: behind[0]?.trim(),
    rest: [...lines, ...behind.slice(1)].join('\n').trim(),
  };
}

function restOf(passage: Passage | undefined, text: string): Passage {
  const place = passage?.place ?? 0;
  return { kind: 'text', place, text, bold: [], struck: [], footnotes: [], level: 0, parts: [{ offset: 0, place }] };
}

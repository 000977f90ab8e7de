import type { SectionReading } from '../model/report';
import type { Span } from '../model/span';
import type { Occurrence } from '../model/subject';

/**
 * The footnotes of a section: marks in its text (`[^1]`) and the labels of footnotes (`[^1]: …`), which define them.
 * What stands in code or a comment is none. Spans are relative to the section.
 *
 * @param source the section's text
 */
export function footnotesIn({ passages, heading }: SectionReading, source: string): readonly Occurrence[] {
  if (!source.includes('[^')) {
    return [];
  }
  const starts = new Set(passages.filter(({ kind }) => kind === 'footnote').map(({ span }) => span.start));
  const texts = Array.from(source.matchAll(TEXT)).filter(({ index }) => starts.has(index));
  const labels = texts.map((match) => labelAt(match, true));
  const stretches = heading ? [{ span: heading.span, text: undefined }, ...passages] : passages;
  const marks = stretches.flatMap(({ span, text }) => {
    const words = source.slice(span.start, span.end).replace(CODE, (code) => ' '.repeat(code.length));
    // In a passage they are spaces, all but the label at the start of a footnote.
    return Array.from(words.matchAll(MARK))
      .filter(({ index, 0: mark }) => text === undefined || text.slice(index, index + mark.length).trim() === '')
      .map((match) => labelAt(match, false, span.start));
  });
  return [...labels, ...marks];
}

const MARK = /\[\^([^\]\s]{1,100})\]/g;

/** The label of a footnote, at whose start its first passage starts. */
const TEXT = /\[\^([^\]\s]{1,100})\]:/g;

const CODE = /(`+)[^`]+\1(?!`)/g;

function labelAt(match: RegExpExecArray, isDefinition: boolean, at = 0): Occurrence {
  const [, label = ''] = match;
  const start = at + match.index;
  const name: Span = { start: start + 2, end: start + 2 + label.length };
  const span = { start, end: name.end + 1 };
  return { subject: { kind: 'footnote', label }, span, name, form: 'id', isDefinition };
}

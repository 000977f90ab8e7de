import type { Report } from '../model/report';
import { sectionAt } from '../model/section-at';
import type { Snapshot } from '../model/snapshot';
import { type Span, shiftSpan, touches } from '../model/span';
import { lineAround } from '../model/text-lines';
import { frontMatterOf } from '../parse/front-matter';
import { readYaml } from '../parse/yaml-document';
import { trimEnd } from './outline-item';
import { groupEnds } from './section-groups';
import { markdownStretches } from './selection-markdown';
import { valueStretches } from './selection-values';
import { yamlStretches } from './selection-yaml';
import { trimmed } from './slot';

/**
 * What can be selected around an offset (UTF-16, into the file), innermost first: the word, the value or field, the item
 * or line, the paragraph, the entry, its group, the document. Each holds the one before it and more.
 */
export function selectionsAt(snapshot: Snapshot, uri: string, offset: number): readonly Span[] {
  const report = snapshot.report(uri)?.report;
  const text = snapshot.text(uri) ?? '';
  const stretches = report ? inReport(report, offset) : inYaml(text, { start: 0, end: text.length }, offset, 0);
  const line = lineAround(text, offset);
  return chainOf(offset, [
    wordAround(text, offset),
    withoutMarks(text, line),
    trimmed(text, line, offset),
    ...stretches,
    { start: 0, end: text.length },
  ]);
}

/** Of stretches around an offset those that hold each other, innermost first. */
function chainOf(offset: number, stretches: readonly Span[]): readonly Span[] {
  const around = stretches.filter((span) => touches(span, offset) && span.end > span.start);
  const chain: Span[] = [];
  for (const span of around.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = chain[chain.length - 1];
    if (!last || (span.start <= last.start && last.end <= span.end && span.end - span.start > last.end - last.start)) {
      chain.push(span);
    }
  }
  return chain;
}

function wordAround(text: string, offset: number): Span {
  let [start, end] = [offset, offset];
  while (start > 0 && WORD.test(text.charAt(start - 1))) {
    start--;
  }
  while (end < text.length && WORD.test(text.charAt(end))) {
    end++;
  }
  return { start, end };
}

const WORD = /[\p{L}\p{M}\p{Nd}\p{Cs}_]/u;

/** A line without what makes it an item, heading or quotation. */
function withoutMarks(text: string, { start, end }: Span): Span {
  const marks = /^\s*(?:(?:[-*+>]|#{1,6}|\d{1,9}[.)])(?:\s+|$))*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + marks, end: trimEnd(text, start + marks, end) };
}

function inReport(report: Report, offset: number): readonly Span[] {
  const { text, format, sections } = report;
  const section = sectionAt(report, offset);
  const outer = outerStretches(report, offset);
  if (!section) {
    const first = sections[0];
    const last = sections[sections.length - 1];
    const front = format === 'markdown' ? frontMatterOf(text)?.inside : undefined;
    const region =
      format === 'markdown'
        ? front
        : first && offset < first.start
          ? { start: 0, end: lineAround(text, first.start).start }
          : { start: last?.end ?? 0, end: text.length };
    return region && touches(region, offset) ? [...outer, ...inYaml(text, region, offset, 0)] : outer;
  }
  const { start } = section;
  const words = text.slice(start, section.end);
  const at = offset - start;
  const column = start - lineAround(text, start).start;
  const inside =
    format === 'markdown'
      ? markdownStretches(words, at)
      : yamlStretches(readYaml(words, 0, undefined, column).root, words, at);
  const own = [...inside, ...valueStretches(section, at)].map((span) => shiftSpan(span, start));
  return [...outer, ...own, { start, end: trimEnd(text, start, section.end) }];
}

/** The header, the groups around an offset, all entries. */
function outerStretches({ text, format, sections, header }: Report, offset: number): readonly Span[] {
  const ends = groupEnds({ sections });
  const groups = sections.flatMap(({ start }, index) => {
    const end = ends[index] ?? start;
    return start <= offset && offset <= end ? [{ start, end: trimEnd(text, start, end) }] : [];
  });
  const front = format === 'markdown' ? frontMatterOf(text) : undefined;
  const [first, last] = [sections[0], sections[sections.length - 1]];
  return [
    ...groups,
    ...(header.span ? [{ start: header.span.start, end: trimEnd(text, header.span.start, header.span.end) }] : []),
    ...(front ? [{ start: front.fence.start, end: trimEnd(text, front.fence.start, front.bodyStart) }] : []),
    ...(format === 'yaml' && first && last ? entriesStretches(text, header.span, first.start, last.end) : []),
  ];
}

/** The items of a YAML report, and the same with their key. */
function entriesStretches(text: string, header: Span | undefined, start: number, end: number): readonly Span[] {
  const items = { start, end: trimEnd(text, start, end) };
  return header && header.end < start ? [items, { start: header.end, end: items.end }] : [items];
}

function inYaml(text: string, { start, end }: Span, offset: number, column: number): readonly Span[] {
  const words = text.slice(start, end);
  const { root } = readYaml(words, 0, undefined, column);
  return yamlStretches(root, words, offset - start).map((span) => shiftSpan(span, start));
}

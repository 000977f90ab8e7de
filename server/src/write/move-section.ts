import type { TextEdit } from '../model/finding';
import type { Report } from '../model/report';
import { isReadable } from '../model/section';
import { startOfLine } from '../model/text-lines';
import { endOfGroup } from '../parse/area-headings';
import { startOfSection } from './insert-section';

/** A section with those that it groups: indexes, the end exclusive. */
export interface SectionBlock {
  readonly index: number;
  readonly end: number;
}

/** The block that a section opens: in Markdown what stands under its heading, in YAML the item. */
export function blockOf({ format, sections }: Report, index: number): SectionBlock {
  return { index, end: format === 'yaml' ? index + 1 : endOfGroup(sections, index) };
}

/**
 * The edit that puts blocks which follow on one another into another order; what sets them off from each other stays
 * where it is. Undefined where one of them does not fill its lines, or is a title without marks. Offsets (UTF-16) into
 * the file.
 */
export function reorderBlocks(
  report: Report,
  blocks: readonly SectionBlock[],
  order: readonly SectionBlock[],
): TextEdit | undefined {
  const { text, sections, format } = report;
  const starts = blocks.map(({ index }) => startOfSection(report, index));
  const last = blocks.at(-1);
  const isLast = last === undefined || last.end >= sections.length;
  const end = isLast ? (sections.at(-1)?.end ?? text.length) : startOfSection(report, last.end);
  const edges = [...starts, end];
  const isWhole = blocks.every(({ index, end: behind }, at) => {
    const section = sections[index];
    const line = section && text.slice(startOfLine(text, section.start), section.start);
    const isAlone = format === 'yaml' ? /^ *(?:- *)?$/.test(line ?? 'x') : line === '';
    return isAlone && section?.heading?.kind !== 'pasted' && (blocks[at + 1]?.index ?? behind) === behind;
  });
  if (!isReadable(report) || !isWhole || edges.some((edge, at) => at > 0 && edge <= (edges[at - 1] ?? 0))) {
    return undefined;
  }
  const pieces = blocks.map((block, at) => {
    const whole = text.slice(edges[at], edges[at + 1]);
    const words = whole.trimEnd();
    return { block, words, gap: whole.slice(words.length) };
  });
  const newText = order.map((block, at) => {
    const words = pieces.find((piece) => piece.block === block)?.words ?? '';
    return words + (pieces[at]?.gap ?? '');
  });
  return { span: { start: edges[0] ?? 0, end }, newText: newText.join('') };
}

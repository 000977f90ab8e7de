import type { ReadingContext } from '../model/context';
import type { ParseProblem, ReportHeader, Section, SuppressionDirective } from '../model/report';
import { placeSection } from '../model/section';
import { SectionList } from '../model/section-list';
import { type HeaderReading, headerOf } from './header';
import { referenceDay } from './markdown-report';
import { shiftDirective } from './suppressions';
import { readYaml } from './yaml-document';
import { readYamlEntry } from './yaml-entry';
import { directivesOf } from './yaml-item';
import { pairOf, shiftedNode, type YamlList, type YamlNode } from './yaml-node';

/** A YAML report that was read as a whole. */
export interface WholeReading {
  readonly header: ReportHeader;
  readonly sections: SectionList;
  /** Outside the sections; in no order. */
  readonly problems: readonly ParseProblem[];
  /** Of the whole text, with offsets into it. */
  readonly directives: readonly SuppressionDirective[];
}

/**
 * Reads a YAML report whose entries cannot be told by their dashes: there are none, or they are written in brackets.
 *
 * @param text LF or CR LF as line ends
 */
export function readWhole(text: string, reading: ReadingContext): WholeReading {
  const { root, problems: syntax } = readYaml(text);
  const entries = root?.kind === 'map' ? pairOf(root, 'entries') : undefined;
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const { header, problems }: HeaderReading = headerOf(
    root,
    text,
    { start, end: entries?.key.span.start ?? text.length },
    'yaml',
  );
  const found: ParseProblem[] = [
    ...syntax.map((problem): ParseProblem => ({ code: 'syntax', ...problem })),
    ...problems,
  ];
  const directives = directivesOf(text, { start: 0, end: text.length }, 0, text.length);
  const sections: Section[] = [];
  const context = { reading, reference: referenceDay(header, reading.today) };
  const list = entries?.value && listOf(entries.value, found);
  list?.items.forEach((node, index) => {
    const from = Math.max(node.span.start, sections[sections.length - 1]?.end ?? 0);
    const to = Math.max(from, list.items[index + 1]?.span.start ?? list.span.end);
    // Items that an alias brought in stand in one place; only the first of them has text of its own.
    if (node.span.start === from && from < to) {
      const { section, problems: own } = readYamlEntry(shiftedNode(node, -from), text.slice(from, to), [], context);
      const inside = directives.filter(({ span }) => span.start >= from && span.start < to);
      const item = {
        ...section,
        length: to - from,
        problems: own,
        directives: inside.map((one) => shiftDirective(one, -from)),
      };
      sections.push(placeSection(item, from));
    }
  });
  return { header, sections: SectionList.of(sections), problems: found, directives };
}

/** The entries as a list; something else is reported, and read as one entry where it can be. */
function listOf(value: YamlNode, problems: ParseProblem[]): YamlList | undefined {
  if (value.kind === 'list') {
    return value;
  }
  const message =
    'Under “entries” stands a list: start each entry with a dash and a space, then “action” with its number.';
  problems.push({ code: 'value-invalid', span: value.span, message });
  return value.kind === 'map' ? { kind: 'list', span: value.span, flow: false, items: [value] } : undefined;
}

import type { IsoDay } from '../model/date';
import type { MeasuredList } from '../model/measured-list';
import type { ParseProblem, Report } from '../model/report';
import { reportWith } from '../model/section-list';
import type { TextChange } from '../model/text-change';
import type { HeaderReading } from './header';
import { referenceDay } from './markdown-report';
import type { PreparedContext } from './prepared-context';
import { directivesIn, shiftDirective, suppressionsOf } from './suppressions';
import { type ChangedCut, type EarlierCut, splitAgain, splitEntries, type YamlReportParts } from './yaml-entries';
import { readHeaderParts } from './yaml-header';
import { directivesOf, type YamlItem } from './yaml-item';
import { readItems } from './yaml-items';
import { noAnchors, type YamlAnchors } from './yaml-node';
import { readWhole } from './yaml-whole';

/** A YAML report as it was read. */
export interface YamlReading {
  readonly format: 'yaml';
  readonly report: Report;
  /** What {@link readYamlReport} can use again after an edit; undefined where items cannot be told from each other. */
  readonly pieces: YamlPieces | undefined;
}

/** A report that was read item by item. */
export interface YamlPieces {
  readonly context: PreparedContext;
  readonly reference: IsoDay;
  readonly parts: Omit<YamlReportParts, 'items'>;
  readonly header: HeaderReading;
  /** One for each section. */
  readonly items: MeasuredList<YamlItem>;
  /** False where no section has any. */
  readonly mayHaveDirectives: boolean;
}

/**
 * Reads a progress report in YAML (DESIGN, section 3). Never throws: of broken text it gives what is there.
 *
 * The items of `entries` are cut at their dashes and read one by one, so that a slip in one leaves the others alone.
 * Where dashes do not tell (entries in brackets), the whole is read at once.
 *
 * After an edit only the items that it touches are read again, and the others keep their reading; so do those that the
 * edit moved, or brought to another place as they were. The result is that of reading the text anew.
 *
 * @param text the whole text, decoded
 * @param context what the report's words are read against: the roadmaps that its header names, in that order
 * @param earlier a reading of the text that the change was made to
 */
export function readYamlReport(
  uri: string,
  text: string,
  context: PreparedContext,
  earlier?: YamlReading,
  change?: TextChange,
): YamlReading {
  return (earlier && change && readAgain(uri, text, context, earlier, change)) ?? readAnew(uri, text, context);
}

function readAnew(uri: string, text: string, context: PreparedContext): YamlReading {
  // A lone CR ends a line for editors (LSP 3.17), but not for YAML; of the same length, it moves nothing.
  const lines = text.replace(/\r(?!\n)/g, '\n');
  const parts = splitEntries(lines);
  if (parts) {
    const anchors = noAnchors();
    const cut = { ...parts, replaced: { start: 0, end: 0 } };
    const reading = readPieces(uri, lines, context, cut, anchors, undefined);
    const isInPieces = anchors.values.size === 0 && lines === text;
    const { sections: _, sectionList, ...said } = reading.report;
    return isInPieces ? reading : { ...reading, report: reportWith({ ...said, text }, sectionList), pieces: undefined };
  }
  const { header, sections, problems, directives } = readWhole(lines, context);
  const suppressions = suppressionsOf(directives, lines);
  const report = reportWith({ uri, format: 'yaml', text, header, problems: inOrder(problems), suppressions }, sections);
  return { format: 'yaml', report, pieces: undefined };
}

/** Undefined where the edit leaves no piece of the reading as it was. */
function readAgain(
  uri: string,
  text: string,
  context: PreparedContext,
  { pieces, report }: YamlReading,
  change: TextChange,
): YamlReading | undefined {
  const fits = report.text.length - change.end === text.length - change.newEnd;
  if (!pieces || !fits || hasLoneCarriageReturn(text, change.start - 1, change.newEnd)) {
    return undefined;
  }
  const cut = splitAgain(text, earlierCut(pieces, report), change) ?? splitWhole(text, pieces.items.size);
  if (!cut) {
    return undefined;
  }
  const anchors = noAnchors();
  const reading = readPieces(uri, text, context, cut, anchors, { pieces, report, change });
  // No value had a name before; where one has now, other items may refer to it.
  return anchors.values.size === 0 ? reading : undefined;
}

function earlierCut({ parts, items }: YamlPieces, { sectionList }: Report): EarlierCut {
  return {
    ...parts,
    indentOf: (index) => items.at(index)?.cut.indent,
    startOf: (index) => (index >= 0 && index < items.size ? sectionList.startOf(index) : undefined),
    size: items.size,
    firstFrom: (offset) => sectionList.startedBefore(offset),
  };
}

function splitWhole(text: string, replaced: number): ChangedCut | undefined {
  const parts = splitEntries(text);
  return parts && { ...parts, replaced: { start: 0, end: replaced } };
}

/** Whether a CR without LF stands from `start` to before `end`. */
function hasLoneCarriageReturn(text: string, start: number, end: number): boolean {
  // With the character behind, which may be the LF of the last CR; where it is a CR, it has its LF as before.
  return /\r(?!\n|$)/.test(text.slice(Math.max(start, 0), end + 1)) || (end === text.length && text.endsWith('\r'));
}

interface EarlierPieces {
  readonly pieces: YamlPieces;
  readonly report: Report;
  readonly change: TextChange;
}

function readPieces(
  uri: string,
  text: string,
  context: PreparedContext,
  cut: ChangedCut,
  anchors: YamlAnchors,
  earlier: EarlierPieces | undefined,
): YamlReading {
  const header = (earlier && unchangedHeader(cut, earlier)) ?? readHeader(text, cut, anchors);
  const reference = referenceDay(header.header, context.today);
  const isSameContext = earlier?.pieces.context === context && earlier.pieces.reference === reference;
  const before = earlier && { ...earlier, isSameContext };
  const entryContext = { reading: context, reference };
  const { items, sections, mayHaveDirectives } = readItems(text, cut, entryContext, anchors, before);
  const behind = cut.entries.end;
  const first = sections.at(0) ?? { start: behind, end: text.length };
  const directives = [
    ...directivesOf(text, { start: 0, end: first.start }, 0, first.end),
    ...(mayHaveDirectives ? directivesIn(sections.all) : []),
    ...directivesOf(text, { start: behind, end: text.length }, 0, text.length).map((one) =>
      shiftDirective(one, behind),
    ),
  ];
  const { problems } = header;
  const suppressions = suppressionsOf(directives, text);
  return {
    format: 'yaml',
    report: reportWith({ uri, format: 'yaml', text, header: header.header, problems, suppressions }, sections),
    pieces: {
      context,
      reference,
      parts: { header: cut.header, key: cut.key, entries: cut.entries },
      header,
      items,
      mayHaveDirectives,
    },
  };
}

/** The earlier header where the edit neither touches nor moves what it was read from. */
function unchangedHeader(cut: ChangedCut, { pieces, change }: EarlierPieces): HeaderReading | undefined {
  const { header, entries } = pieces.parts;
  const [, behind] = header;
  const isSame =
    change.start > entries.start &&
    change.end <= (behind?.start ?? change.end) &&
    header.length === cut.header.length &&
    header.every(({ start, end }, index) => start === cut.header[index]?.start && end === cut.header[index]?.end);
  return isSame ? pieces.header : undefined;
}

function readHeader(text: string, cut: ChangedCut, anchors: YamlAnchors): HeaderReading {
  const { header, problems } = readHeaderParts(text, cut, anchors);
  return { header, problems: inOrder(problems) };
}

function inOrder(problems: readonly ParseProblem[]): readonly ParseProblem[] {
  return [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

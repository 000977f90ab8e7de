import type { ReadingContext } from '../model/context';
import type { ParseProblem, Report, ReportHeader, Section, SectionReading } from '../model/report';
import { placeSection } from '../model/section';
import { type Span, shiftSpan } from '../model/span';
import type { TextChange } from '../model/text-change';
import { type HeaderReading, headerOf } from './header';
import { referenceDay } from './markdown-report';
import type { PreparedContext } from './prepared-context';
import { htmlCommentsIn, mayHaveDirectives, readDirectives, suppressionsOf } from './suppressions';
import { hashComments } from './yaml-comments';
import { readYaml } from './yaml-document';
import { splitEntries, type YamlItemPart, type YamlReportParts } from './yaml-entries';
import { readYamlEntry } from './yaml-entry';
import type { EntryContext } from './yaml-fields';
import { readLowLines } from './yaml-low-lines';
import { DISPLACED_ITEM, NO_COLON, SECOND_DOCUMENT } from './yaml-messages';
import {
  noAnchors,
  pairOf,
  shiftedNode,
  type YamlAnchors,
  type YamlList,
  type YamlNode,
  type YamlPair,
} from './yaml-node';

/**
 * Reads a progress report in YAML (DESIGN, section 3). Never throws: of broken text it gives what is there.
 *
 * The items of `entries` are cut at their dashes and read one by one, so that a slip in one leaves the others alone and
 * one that does not change can be kept. Where dashes do not tell (entries in brackets), the whole is read at once.
 *
 * @param text the whole text, decoded
 * @param context what the report's words are read against: the roadmaps that its header names, in that order
 */
export function readYamlReport(
  uri: string,
  text: string,
  context: PreparedContext,
  _earlier?: YamlReading,
  _change?: TextChange,
): YamlReading {
  // A lone CR ends a line for editors (LSP 3.17), but not for YAML; of the same length, it moves nothing.
  const lines = text.replace(/\r(?!\n)/g, '\n');
  const parts = splitEntries(lines);
  const { header, sections, problems } = parts ? readParts(lines, parts, context) : readWhole(lines, context);
  const sorted = [...problems].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const comments = mayHaveDirectives(text)
    ? [...hashComments(text, { start: 0, end: text.length }), ...htmlCommentsIn(text)]
    : [];
  return {
    format: 'yaml',
    report: {
      uri,
      format: 'yaml',
      text,
      header,
      sections,
      problems: sorted,
      suppressions: suppressionsOf(readDirectives(comments, text), text),
    },
  };
}

/** A YAML report as it was read. */
export interface YamlReading {
  readonly format: 'yaml';
  readonly report: Report;
}

interface ReportParts {
  readonly header: ReportHeader;
  readonly sections: readonly Section[];
  readonly problems: readonly ParseProblem[];
}

function readParts(text: string, parts: YamlReportParts, reading: ReadingContext): ReportParts {
  const anchors = noAnchors();
  const { header, problems } = readHeaderParts(text, parts, anchors);
  const context = { reading, reference: referenceDay(header, reading.today) };
  const sections: Section[] = [];
  for (const item of parts.items) {
    sections.push(placeSection(readItem(text, item, context, anchors), item.start));
  }
  return { header, sections, problems };
}

/** The header's pairs from before and behind the entries. */
function readHeaderParts(
  text: string,
  { header, key }: YamlReportParts,
  anchors: YamlAnchors,
): { readonly header: ReportHeader; readonly problems: ParseProblem[] } {
  const problems: ParseProblem[] = [];
  const pairs: YamlPair[] = [];
  const names = new Set(['entries']);
  if (!text.slice(key.end).trimStart().startsWith(':')) {
    problems.push({ code: 'syntax', span: key, message: `“entries” ${NO_COLON}` });
  }
  for (const [index, span] of header.entries()) {
    const part = text.slice(span.start, span.end);
    if (index > 0 && /^(?:---|\.\.\.)/.test(part)) {
      problems.push(...secondDocument(part, span.start));
      continue;
    }
    const { root, problems: syntax } = readYaml(part, span.start, anchors);
    problems.push(...syntax.map((problem): ParseProblem => ({ code: 'syntax', ...problem })));
    if (root && root.kind !== 'map') {
      problems.push(...headerOf(root, text, span, 'yaml').problems);
    }
    for (const pair of root?.kind === 'map' ? root.pairs : []) {
      if (pair.complete && names.has(pair.key.text)) {
        const message = `“${pair.key.text}” stands here twice. Only the first one counts: take this one away.`;
        problems.push({ code: 'syntax', span: pair.key.span, message });
      }
      pairs.push(pair);
      names.add(pair.complete ? pair.key.text : '');
    }
  }
  const span = { start: text.startsWith('\ufeff') ? 1 : 0, end: key.start };
  const reading = headerOf({ kind: 'map', span, pairs }, text, span, 'yaml');
  return { header: reading.header, problems: [...problems, ...reading.problems] };
}

/** What stands behind the end of the first document, where it is more than nothing and comments. */
function secondDocument(part: string, start: number): readonly ParseProblem[] {
  const line = /^.*/.exec(part)?.[0].trimEnd() ?? '';
  const isEmpty = part.split(/\r?\n|\r/).every((one) => /^(?:(?:---|\.\.\.)\s*)?(?:#.*)?$/.test(one.trim()));
  return isEmpty ? [] : [{ code: 'syntax', span: { start, end: start + line.length }, message: SECOND_DOCUMENT }];
}

function readItem(text: string, item: YamlItemPart, context: EntryContext, anchors: YamlAnchors): SectionReading {
  const source = text.slice(item.start, item.end);
  const low = item.low.map((span) => shiftSpan(span, -item.start));
  const sound = withoutStretches(source, low);
  // The dash keeps its column, or the fields below it would not stand under the one behind it.
  const { root, problems: syntax } = readYaml(sound, 0, anchors, item.indent);
  const node = root?.kind === 'list' ? root.items[0] : root;
  const outside = readLowLines(source, low, anchors);
  const whole = node?.kind === 'map' ? { ...node, pairs: [...node.pairs, ...outside.pairs] } : node;
  const entry = readYamlEntry(whole, source, outside.stray, context);
  const dash = { start: 0, end: /^.*/.exec(source)?.[0].trimEnd().length ?? 1 };
  return {
    ...entry.section,
    length: source.length,
    directives: [],
    problems: [
      ...(item.displaced ? [{ code: 'syntax' as const, span: dash, message: DISPLACED_ITEM }] : []),
      ...[...syntax, ...outside.problems].map((problem): ParseProblem => ({ code: 'syntax', ...problem })),
      ...entry.problems,
    ],
  };
}

/** The text with spaces for the stretches, which are in order. */
function withoutStretches(text: string, stretches: readonly Span[]): string {
  let rest = '';
  for (const { start, end } of stretches) {
    rest += text.slice(rest.length, start) + ' '.repeat(end - start);
  }
  return rest + text.slice(rest.length);
}

function readWhole(text: string, reading: ReadingContext): ReportParts {
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
  const sections: Section[] = [];
  const context = { reading, reference: referenceDay(header, reading.today) };
  const list = entries?.value && listOf(entries.value, found);
  list?.items.forEach((node, index) => {
    const from = Math.max(node.span.start, sections[sections.length - 1]?.end ?? 0);
    const to = Math.max(from, list.items[index + 1]?.span.start ?? list.span.end);
    // Items that an alias brought in stand in one place; only the first of them has text of its own.
    if (node.span.start === from && from < to) {
      const entry = readYamlEntry(shiftedNode(node, -from), text.slice(from, to), [], context);
      const { section, problems: own } = entry;
      sections.push(placeSection({ ...section, length: to - from, problems: own, directives: [] }, from));
    }
  });
  return { header, sections, problems: found };
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

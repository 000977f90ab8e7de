import type { TextEdit } from '../model/finding';
import type { Report } from '../model/report';
import { lastSectionFrom } from '../model/section-at';
import type { Snapshot } from '../model/snapshot';
import type { Span } from '../model/span';
import { applyEdits } from '../model/text-edits';
import { byteOrderMark, frontMatterOf } from '../parse/front-matter';
import { PreparedContext } from '../parse/prepared-context';
import { readYaml } from '../parse/yaml-document';
import { type EditGroup, hullOf, withoutOverlaps } from './edit-group';
import { fingerprint } from './fingerprint';
import { markdownFieldOrder, markdownSpacing, markdownTableAt, markdownTables } from './format-markdown';
import { alignTable, cellsOf } from './format-table';
import { type YamlPiece, yamlKeyOrder, yamlListIndentation, yamlSpacing } from './format-yaml';
import { lineEdits, withLineFeeds } from './line-edits';
import { type FormattedRole, yamlShape } from './yaml-shapes';

/** A file that can be formatted: what it is, and its text. */
export interface FormattedFile {
  readonly uri: string;
  readonly text: string;
  readonly role: FormattedRole;
}

/** What formatting comes to. */
export interface Formatting {
  /** In order, without overlap; offsets into the text. */
  readonly edits: readonly TextEdit[];
  /** Why the file is left alone: its YAML cannot be read. The span is an offset into the text. */
  readonly problem?: { readonly message: string; readonly span: Span };
}

/**
 * Puts a file in order: keys and fields, columns of tables, indentation of lists, spaces and blank lines. No word is
 * changed, lost or moved to another line of prose, and what the file says to us is the same before and after: whatever
 * would change that is left out. Formatting twice changes nothing.
 *
 * @param range Where given (offsets, UTF-16), only what lies in its lines as a whole is formatted.
 */
export function formatFile(snapshot: Snapshot, file: FormattedFile, range?: Span): Formatting {
  const { text } = file;
  const problem = yamlProblem(file);
  if (problem) {
    return { edits: [], problem };
  }
  const unified = withLineFeeds(text);
  const lines = range && wholeLines(text, range);
  const known = snapshot.report(file.uri)?.report;
  const reading = known?.text === unified ? known : undefined;
  const formatter = new Formatter(file, readingContext(snapshot, file.uri), unified, lines, reading);
  return { edits: lineEdits(text, formatter.run()) };
}

/**
 * The columns of the table whose row ends at an offset (UTF-16), behind the bar that was just typed. Empty where there
 * is no table, or the row is not complete: who is about to write the next cell must not be disturbed.
 */
export function formatTyped(snapshot: Snapshot, uri: string, offset: number): readonly TextEdit[] {
  const report = snapshot.report(uri)?.report;
  const section = report?.sections[lastSectionFrom(report.sections, offset)];
  if (report?.format !== 'markdown' || !section || offset > section.end) {
    return [];
  }
  const source = withLineFeeds(report.text.slice(section.start, section.end));
  // Line ends of two characters come before the offset as well.
  const at = withLineFeeds(report.text.slice(section.start, offset)).length;
  const table = markdownTableAt(source, at);
  const row = table?.lines.find(({ end }) => end === at);
  const [cells, columns] = [row, table?.lines[table.dashes]].map((line) =>
    line ? cellsOf(source.slice(line.start, line.end)) : undefined,
  );
  if (!table || !cells || !columns || cells.length < columns.length || source[at - 1] !== '|') {
    return [];
  }
  const formatted = applyEdits(source, alignTable(source, table));
  const before = report.text.slice(section.start, section.end);
  return lineEdits(before, formatted).map(({ span, newText }) => ({
    span: { start: span.start + section.start, end: span.end + section.start },
    newText,
  }));
}

/** How often the text is gone over: what is nested is put in order after what is around it. */
const MOST_ROUNDS = 12;

/** How many texts may be read to find out which changes keep what the file says: fewer of a long one, in UTF-16 units. */
const MOST_READINGS = 60;
const FEWEST_READINGS = 8;
const MOST_READ = 6_000_000;

/** Finds edits that keep what the file says. The text in it has LF as its only line end. */
class Formatter {
  private readings: number;
  private print: string | undefined;

  constructor(
    private readonly file: FormattedFile,
    private readonly context: PreparedContext,
    private readonly text: string,
    private readonly range: Span | undefined,
    /** The text as it was read already, against the same context; undefined where it was not. */
    private readonly reading: Report | undefined,
  ) {
    this.readings = Math.max(FEWEST_READINGS, Math.min(MOST_READINGS, Math.floor(MOST_READ / (text.length + 1))));
  }

  /** The formatted text; the text as it is where it would never come to rest. */
  run(): string {
    const { text } = this;
    // Nearly always everything is well, and two readings are enough to know.
    const quick = this.untilRest((before, groups) => applyEdits(before, groups.flat()));
    return quick === text || (quick !== undefined && this.saysTheSame(quick))
      ? quick
      : (this.untilRest((before, groups) => this.sound(before, groups)) ?? text);
  }

  /** Goes over the text until nothing changes any more; undefined where that does not come. */
  private untilRest(apply: (text: string, groups: readonly EditGroup[]) => string): string | undefined {
    let { text, range } = this;
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const before = text;
      for (const phase of PHASES[this.file.role === 'markdown-report' ? 'markdown' : 'yaml']) {
        const isWanted = (group: EditGroup) => group.length > 0 && isWithin(hullOf(group), range);
        const groups = withoutOverlaps(phase(text, this.file.role).filter(isWanted));
        const after = groups.length === 0 ? text : apply(text, groups);
        range = range && { start: range.start, end: range.end + after.length - text.length };
        text = after;
      }
      if (text === before) {
        return text;
      }
    }
    return undefined;
  }

  /** The text after as many of these groups as keep what the file says. */
  private sound(text: string, groups: readonly EditGroup[]): string {
    if (this.readings <= 0) {
      return text;
    }
    this.readings--;
    const after = applyEdits(text, groups.flat());
    if (this.saysTheSame(after)) {
      return after;
    }
    if (groups.length === 1) {
      return text;
    }
    // From the end, so that the places of those before it stay what they are.
    const middle = groups.length >> 1;
    return this.sound(this.sound(text, groups.slice(middle)), groups.slice(0, middle));
  }

  private saysTheSame(text: string): boolean {
    const { role } = this.file;
    this.print ??= fingerprint(this.text, role, this.context, this.reading);
    return fingerprint(text, role, this.context) === this.print;
  }
}

function isWithin({ start, end }: Span, range: Span | undefined): boolean {
  return !range || (range.start <= start && end <= range.end);
}

/** A way to look at a text, with LF as its only line end, and what it would change. */
type Phase = (text: string, role: FormattedRole) => readonly EditGroup[];

const PHASES: Readonly<Record<'markdown' | 'yaml', readonly Phase[]>> = {
  markdown: [
    inFrontMatter(yamlKeyOrder),
    inFrontMatter(yamlListIndentation),
    inFrontMatter(yamlSpacing),
    inBody(markdownFieldOrder),
    inBody(markdownSpacing),
    inBody(markdownTables),
    lastLine,
  ],
  yaml: [inYaml(yamlKeyOrder), inYaml(yamlListIndentation), inYaml(yamlSpacing), lastLine],
};

function inYaml(format: (piece: YamlPiece) => readonly EditGroup[]): Phase {
  return (text, role) => format({ source: text, root: readYaml(text).root, shape: yamlShape(role) });
}

function inFrontMatter(format: (piece: YamlPiece) => readonly EditGroup[]): Phase {
  return (text, role) => {
    const inside = frontMatterOf(text)?.inside;
    const source = inside ? text.slice(inside.start, inside.end) : '';
    return inside ? shifted(format({ source, root: readYaml(source).root, shape: yamlShape(role) }), inside.start) : [];
  };
}

function inBody(format: (source: string) => readonly EditGroup[]): Phase {
  return (text) => {
    const start = frontMatterOf(text)?.bodyStart ?? byteOrderMark(text);
    return shifted(format(text.slice(start)), start);
  };
}

function shifted(groups: readonly EditGroup[], by: number): readonly EditGroup[] {
  return groups.map((group) =>
    group.map(({ span, newText }) => ({ span: { start: span.start + by, end: span.end + by }, newText })),
  );
}

/** One line end at the end of the text, where it ends in words: white space can belong to a block of text in YAML. */
function lastLine(text: string): readonly EditGroup[] {
  let start = text.length;
  while (text[start - 1] === '\n') {
    start--;
  }
  const isOpen = start === 0 || /\s/.test(text[start - 1] ?? '') || KEEPS_LINE_ENDS.test(text);
  return isOpen || text.slice(start) === '\n' ? [] : [[{ span: { start, end: text.length }, newText: '\n' }]];
}

/** A block of text in YAML to which the line ends behind it belong. */
const KEEPS_LINE_ENDS = /[|>]\d?\+\d?[ \t]*(?:#[^\n]*)?\n/;

/** The first thing that makes the YAML of a file unreadable. */
function yamlProblem({ text, role }: FormattedFile): Formatting['problem'] {
  const region = role === 'markdown-report' ? frontMatterOf(text)?.inside : { start: 0, end: text.length };
  const [problem] = region ? readYaml(text.slice(region.start, region.end), region.start).problems : [];
  return problem && { message: problem.message, span: problem.span };
}

function readingContext(snapshot: Snapshot, uri: string): PreparedContext {
  const { actors, today } = snapshot;
  return new PreparedContext({ roadmaps: snapshot.report(uri)?.roadmaps ?? [], actors, today });
}

/** The lines that a range touches, in a text with LF as its only line end. A range that ends at the start of a line does not touch it. */
function wholeLines(text: string, { start, end }: Span): Span {
  const [from, to] = [start, end].map((offset) => withLineFeeds(text.slice(0, offset)).length);
  const unified = withLineFeeds(text);
  const first = (from ?? 0) === 0 ? 0 : unified.lastIndexOf('\n', (from ?? 0) - 1) + 1;
  const isAtStart = (to ?? 0) > first && unified[(to ?? 0) - 1] === '\n';
  const next = unified.indexOf('\n', (to ?? 0) - (isAtStart ? 1 : 0));
  return { start: first, end: next < 0 ? unified.length : next };
}

import type * as lsp from 'vscode-languageserver';
import type { Finding, RelatedPlace } from '../model/finding';
import type { Lines } from '../model/lines';
import { SectionList } from '../model/section-list';
import { shiftSpan } from '../model/span';
import type { WorkspaceSnapshot } from '../project/workspace';
import { type CheckedReport, internalError } from '../rules/run';
import { diagnosticData, type LinesOf, type RulePage, toDiagnostic } from './convert';
import { Digest, DigestSum } from './digest';

/** The findings of a file, as far as they are known without being written out. */
export interface FileDiagnostics {
  /** A digest of the findings themselves: versions start again when a file is reopened. */
  readonly resultId: string;
  readonly count: number;
  /** Writes them out. */
  items(): lsp.Diagnostic[];
}

/** Writes findings as diagnostics. What was written of a section is used again wherever the section stands. */
export class DiagnosticWriter {
  /** Findings of a section once they are written out, with lines that count from the section's first one. */
  private readonly written = new WeakMap<readonly Finding[], WrittenGroup>();
  /** The groups of the files that were written last, by URI: most of them stand where they stood before a key. */
  private readonly lastGroups = new Map<string, LastGroups>();

  /** @param keepsData whether the client keeps what a diagnostic carries (LSP 3.16, dataSupport) */
  constructor(
    private readonly pageOf: RulePage,
    private readonly keepsData = false,
  ) {}

  /** The findings of a file in a snapshot; `linesOf` knows the lines of files as they are there. */
  of(uri: string, snapshot: WorkspaceSnapshot, linesOf: LinesOf): FileDiagnostics {
    const lines = linesOf(uri);
    const groups = lines ? this.groupsOf(uri, snapshot, lines, linesOf) : new PlacedGroups();
    return { resultId: groups.digest.toString(), count: groups.count, items: () => groups.items() };
  }

  /** The findings in groups that move as a whole: those of the report, at the index -1, and those of each section. */
  private groupsOf(uri: string, snapshot: WorkspaceSnapshot, lines: Lines, linesOf: LinesOf): PlacedGroups {
    try {
      const checked = snapshot.checked(uri);
      const sections = checked?.context.report.sectionList ?? NO_SECTIONS;
      const file = { uri, lines, linesOf, sections };
      const groups = checked ? this.inSections(checked, file) : new PlacedGroups();
      groups.put(-1, this.groupOf(checked ? checked.ofReport : snapshot.findings(uri), file, undefined));
      return groups;
    } catch (error) {
      const groups = new PlacedGroups();
      const file = { uri, lines, linesOf, sections: NO_SECTIONS };
      groups.put(-1, this.groupOf([internalError('Reading this file', error)], file, undefined));
      return groups;
    }
  }

  /**
   * The group of each section that has findings. Behind an edit all sections that say the same moved by the same number
   * of lines, as there is nothing between sections; where they did not move, only those are looked at in which something
   * else is found.
   */
  private inSections({ bySection, state: { id, since } }: CheckedReport, file: WrittenFile): PlacedGroups {
    const { uri, lines, sections } = file;
    const firstLine = lineOf(sections, 0, lines);
    const endLine = lineOf(sections, sections.size, lines);
    const last = this.lastGroups.get(uri);
    const known = last && since && last.id === since.id && last.firstLine === firstLine ? { last, since } : undefined;
    const isInPlace = last?.endLine === endLine || known?.since.changed.end === sections.size;
    const groups =
      known?.since.grown === 0 && isInPlace
        ? this.changedGroups(bySection, file, known)
        : this.movedGroups(bySection, file, known, endLine);
    this.keep(uri, { id, bySection, groups, firstLine, endLine });
    return groups;
  }

  /** The groups where no section came, went or moved. */
  private changedGroups(
    bySection: CheckedReport['bySection'],
    file: WrittenFile,
    { last, since: { changed } }: KnownGroups,
  ): PlacedGroups {
    const groups = new PlacedGroups(last.groups);
    const others = new Set(last.groups.broken);
    for (let index = changed.start; index < changed.end; index++) {
      others.add(index);
    }
    if (bySection !== last.bySection) {
      for (let index = 0; index < bySection.length; index++) {
        if (bySection[index] !== last.bySection[index]) {
          others.add(index);
        }
      }
    }
    for (const index of others) {
      groups.put(index, this.groupOf(bySection[index] ?? [], file, index));
    }
    return groups;
  }

  private movedGroups(
    bySection: CheckedReport['bySection'],
    file: WrittenFile,
    known: KnownGroups | undefined,
    endLine: number,
  ): PlacedGroups {
    const { changed, grown } = known?.since ?? { changed: { start: 0, end: bySection.length }, grown: 0 };
    const moved = known ? endLine - known.last.endLine : 0;
    const groups = new PlacedGroups();
    for (let index = 0; index < bySection.length; index++) {
      const findings = bySection[index] ?? [];
      const isBefore = index < changed.start;
      const before = isBefore ? index : index < changed.end ? undefined : index - grown;
      const isSame = before !== undefined && known?.last.bySection[before] === findings;
      const placed = isSame ? known?.last.groups.at(before) : undefined;
      if (placed?.group.isWhole) {
        groups.put(index, isBefore || moved === 0 ? placed : placedGroup(placed.line + moved, placed.group));
      } else {
        groups.put(index, this.groupOf(findings, file, index));
      }
    }
    return groups;
  }

  private keep(uri: string, groups: LastGroups): void {
    this.lastGroups.delete(uri);
    this.lastGroups.set(uri, groups);
    const [oldest] = this.lastGroups.keys();
    if (oldest !== undefined && this.lastGroups.size > MOST_KEPT) {
      this.lastGroups.delete(oldest);
    }
  }

  /** The group of the findings in a section, by its index, or of those outside the sections. */
  private groupOf(
    findings: readonly Finding[],
    file: WrittenFile,
    section: number | undefined,
  ): PlacedGroup | undefined {
    if (findings.length === 0) {
      return undefined;
    }
    const start = section === undefined ? 0 : file.sections.startOf(section);
    const { line } = file.lines.positionAt(start);
    const known = this.written.get(findings);
    const group =
      known && isInPlace(known, findings, file.lines, start) ? known : this.write(findings, file, start, line);
    return placedGroup(line, group);
  }

  /** Writes findings whose spans count from `start`, an offset into the file that is in a line. */
  private write(findings: readonly Finding[], file: WrittenFile, start: number, line: number): WrittenGroup {
    const diagnostics = findings.map((finding) => {
      const related = finding.related.map((place) => inFile(place, file.sections));
      const moved = { ...finding, related, span: shiftSpan(finding.span, start) };
      const written = movedDown(toDiagnostic(moved, file.uri, file.linesOf, this.pageOf), -line);
      return this.keepsData ? { ...written, data: diagnosticData(finding) } : written;
    });
    const digest = new Digest();
    digest.add(JSON.stringify(diagnostics));
    // What refers to another section of the same file is another text when one of the two has moved.
    const isWhole = findings.every(({ related }) => related.every((place) => place.section === undefined));
    const group = { diagnostics, digest, isWhole };
    if (isWhole) {
      this.written.set(findings, group);
    }
    return group;
  }
}

/** As many as somebody has open at a time. */
const MOST_KEPT = 20;

/** The groups of a report's sections as they were placed last. */
interface LastGroups {
  /** Of the check that found them. */
  readonly id: symbol;
  readonly bySection: readonly (readonly Finding[])[];
  readonly groups: PlacedGroups;
  /** The line that the first section starts in, and that in which the last one ends. */
  readonly firstLine: number;
  readonly endLine: number;
}

/** Groups that were placed, and what is other since. */
interface KnownGroups {
  readonly last: LastGroups;
  readonly since: NonNullable<CheckedReport['state']['since']>;
}

const NO_SECTIONS = SectionList.of([]);

interface WrittenFile {
  readonly uri: string;
  readonly lines: Lines;
  readonly linesOf: LinesOf;
  readonly sections: SectionList;
}

function inFile(place: RelatedPlace, sections: SectionList): RelatedPlace {
  const section = place.section === undefined ? undefined : sections.at(place.section);
  return section ? { ...place, span: shiftSpan(place.span, section.start) } : place;
}

/** The line in which a section starts; for the index behind the last one, that in which it ends. */
function lineOf(sections: SectionList, index: number, lines: Lines): number {
  return lines.positionAt(sections.startOf(index)).line;
}

/**
 * Whether findings stand in the lines that were written, and in their columns: they can be as far from the start of a
 * section that has other lines now.
 */
function isInPlace(
  { diagnostics }: WrittenGroup,
  findings: readonly Finding[],
  lines: Lines,
  sectionStart: number,
): boolean {
  const { line } = lines.positionAt(sectionStart);
  return findings.every(({ span }, index) => {
    const written = diagnostics[index]?.range;
    const [start, end] = [lines.positionAt(span.start + sectionStart), lines.positionAt(span.end + sectionStart)];
    return (
      written?.start.line === start.line - line &&
      written.start.character === start.character &&
      written.end.line === end.line - line &&
      written.end.character === end.character
    );
  });
}

/** The result id of a file without findings. */
export const NOTHING_FOUND = new DigestSum().toString();

/** Diagnostics whose lines count from the line of their group. */
interface WrittenGroup {
  readonly diagnostics: readonly lsp.Diagnostic[];
  readonly digest: Digest;
  /** Whether nothing in it changes when it moves. */
  readonly isWhole: boolean;
}

interface PlacedGroup {
  /** The line that the group counts from. */
  readonly line: number;
  readonly group: WrittenGroup;
  /** Of both. */
  readonly digest: Digest;
}

function placedGroup(line: number, group: WrittenGroup): PlacedGroup {
  const digest = new Digest();
  digest.add(line);
  digest.add(group.digest);
  return { line, group, digest };
}

/** Groups by the index of their section, and what is told of all of them; -1 is the index of what is in no section. */
class PlacedGroups {
  readonly digest: DigestSum;
  /** The sections whose group may be another one where another section moved. */
  readonly broken: Set<number>;
  count: number;
  private ofReport: PlacedGroup | undefined;
  private readonly inSections: (PlacedGroup | undefined)[];

  /** None, or the same as others. */
  constructor(from?: PlacedGroups) {
    this.digest = new DigestSum(from?.digest);
    this.broken = new Set(from?.broken);
    this.count = from?.count ?? 0;
    this.ofReport = from?.ofReport;
    this.inSections = from?.inSections.slice() ?? [];
  }

  at(index: number): PlacedGroup | undefined {
    return index < 0 ? this.ofReport : this.inSections[index];
  }

  /** Puts a group in the place of another; undefined: none. */
  put(index: number, placed: PlacedGroup | undefined): void {
    const before = this.at(index);
    if (before) {
      this.digest.remove(before.digest);
      this.count -= before.group.diagnostics.length;
      this.broken.delete(index);
    }
    if (placed) {
      this.digest.add(placed.digest);
      this.count += placed.group.diagnostics.length;
    }
    if (placed?.group.isWhole === false && index >= 0) {
      this.broken.add(index);
    }
    if (index < 0) {
      this.ofReport = placed;
    } else {
      this.inSections[index] = placed;
    }
  }

  /** The diagnostics, those that are in no section first. */
  items(): lsp.Diagnostic[] {
    return [this.ofReport, ...this.inSections].flatMap(
      (placed) => placed?.group.diagnostics.map((one) => movedDown(one, placed.line)) ?? [],
    );
  }
}

function movedDown(diagnostic: lsp.Diagnostic, by: number): lsp.Diagnostic {
  if (by === 0) {
    return diagnostic;
  }
  const { start, end } = diagnostic.range;
  return {
    ...diagnostic,
    range: {
      start: { line: start.line + by, character: start.character },
      end: { line: end.line + by, character: end.character },
    },
  };
}

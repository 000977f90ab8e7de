import type * as lsp from 'vscode-languageserver';
import type { Finding, RelatedPlace } from '../model/finding';
import type { Lines } from '../model/lines';
import type { Section } from '../model/report';
import { shiftSpan } from '../model/span';
import type { WorkspaceSnapshot } from '../project/workspace';
import { type CheckedReport, internalError } from '../rules/run';
import { diagnosticData, type LinesOf, type RulePage, toDiagnostic } from './convert';
import { Digest } from './digest';

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
    const groups = lines ? this.groupsOf(uri, snapshot, lines, linesOf) : [];
    const digest = new Digest();
    let count = 0;
    for (const placed of groups) {
      if (placed) {
        digest.add(placed.line);
        digest.add(placed.group.digest);
        count += placed.group.diagnostics.length;
      }
    }
    return {
      resultId: digest.toString(),
      count,
      items: () =>
        groups.flatMap((placed) => placed?.group.diagnostics.map((one) => movedDown(one, placed.line)) ?? []),
    };
  }

  /** The findings in groups that move as a whole, each with the line that it counts from; nothing for those without any. */
  private groupsOf(
    uri: string,
    snapshot: WorkspaceSnapshot,
    lines: Lines,
    linesOf: LinesOf,
  ): readonly (PlacedGroup | undefined)[] {
    try {
      const checked = snapshot.checked(uri);
      const sections = checked?.context.report.sections ?? [];
      const file = { uri, lines, linesOf, sections };
      const ofReport = this.groupOf(checked ? checked.ofReport : snapshot.findings(uri), file, undefined);
      const inSections = checked ? this.inSections(checked, file) : [];
      return ofReport ? [ofReport, ...inSections] : inSections;
    } catch (error) {
      const file = { uri, lines, linesOf, sections: [] };
      const failed = this.groupOf([internalError('Reading this file', error)], file, undefined);
      return failed ? [failed] : [];
    }
  }

  /**
   * The group of each section; undefined where it has no findings. Behind an edit all sections that say the same moved
   * by the same number of lines, as there is nothing between sections, so that the line of one tells those of all.
   */
  private inSections(
    { bySection, state: { id, since } }: CheckedReport,
    file: WrittenFile,
  ): readonly (PlacedGroup | undefined)[] {
    const { uri, lines, sections } = file;
    const firstLine = lineOf(sections[0], lines);
    const last = this.lastGroups.get(uri);
    const isKnown = last !== undefined && last.id === since?.id && last.firstLine === firstLine;
    const { changed, grown } = isKnown && since ? since : { changed: { start: 0, end: sections.length }, grown: 0 };
    let behind: number | undefined;
    const groups: (PlacedGroup | undefined)[] = [];
    for (let index = 0; index < bySection.length; index++) {
      const findings = bySection[index] ?? [];
      const isBefore = index < changed.start;
      const before = isBefore ? index : index < changed.end ? undefined : index - grown;
      const known = before !== undefined && last?.bySection[before] === findings ? last.groups[before] : undefined;
      if (known?.group.isWhole) {
        behind ??= isBefore ? undefined : lineOf(sections[index], lines) - known.line;
        const moved = isBefore ? 0 : (behind ?? 0);
        groups.push(moved === 0 ? known : { line: known.line + moved, group: known.group });
      } else {
        groups.push(findings.length > 0 ? this.groupOf(findings, file, sections[index]) : undefined);
      }
    }
    this.keep(uri, { id, bySection, groups, firstLine });
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

  private groupOf(
    findings: readonly Finding[],
    file: WrittenFile,
    section: Section | undefined,
  ): PlacedGroup | undefined {
    if (findings.length === 0) {
      return undefined;
    }
    const line = lineOf(section, file.lines);
    const known = this.written.get(findings);
    const group =
      known && isInPlace(known, findings, file.lines, section?.start ?? 0)
        ? known
        : this.write(findings, file, section, line);
    return { line, group };
  }

  private write(
    findings: readonly Finding[],
    file: WrittenFile,
    section: Section | undefined,
    line: number,
  ): WrittenGroup {
    const diagnostics = findings.map((finding) => {
      const related = finding.related.map((place) => inFile(place, file.sections));
      const moved = { ...finding, related, span: shiftSpan(finding.span, section?.start ?? 0) };
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
  readonly groups: readonly (PlacedGroup | undefined)[];
  /** The line that the first section starts in. */
  readonly firstLine: number;
}

interface WrittenFile {
  readonly uri: string;
  readonly lines: Lines;
  readonly linesOf: LinesOf;
  readonly sections: readonly Section[];
}

function inFile(place: RelatedPlace, sections: readonly Section[]): RelatedPlace {
  const section = place.section === undefined ? undefined : sections[place.section];
  return section ? { ...place, span: shiftSpan(place.span, section.start) } : place;
}

function lineOf(section: Section | undefined, lines: Lines): number {
  return section ? lines.positionAt(section.start).line : 0;
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
export const NOTHING_FOUND = new Digest().toString();

/** Diagnostics whose lines count from the line of their group. */
interface WrittenGroup {
  readonly diagnostics: readonly lsp.Diagnostic[];
  readonly digest: Digest;
  /** Whether nothing in it changes when it moves. */
  readonly isWhole: boolean;
}

interface PlacedGroup {
  readonly line: number;
  readonly group: WrittenGroup;
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

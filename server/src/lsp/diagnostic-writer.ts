import type * as lsp from 'vscode-languageserver';
import type { Finding, RelatedPlace } from '../model/finding';
import type { Lines } from '../model/lines';
import type { Section } from '../model/report';
import { shiftSpan } from '../model/span';
import type { WorkspaceSnapshot } from '../project/workspace';
import { internalError } from '../rules/run';
import { type LinesOf, type RulePage, toDiagnostic } from './convert';
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

  constructor(private readonly pageOf: RulePage) {}

  /** The findings of a file in a snapshot; `linesOf` knows the lines of files as they are there. */
  of(uri: string, snapshot: WorkspaceSnapshot, linesOf: LinesOf): FileDiagnostics {
    const lines = linesOf(uri);
    const groups = lines ? this.groupsOf(uri, snapshot, lines, linesOf) : [];
    const digest = new Digest();
    for (const { line, group } of groups) {
      digest.add(line);
      digest.add(group.digest);
    }
    return {
      resultId: digest.toString(),
      count: groups.reduce((sum, { group }) => sum + group.diagnostics.length, 0),
      items: () => groups.flatMap(({ line, group }) => group.diagnostics.map((one) => movedDown(one, line))),
    };
  }

  /** The findings in groups that move as a whole, each with the line that it counts from; empty groups are left out. */
  private groupsOf(uri: string, snapshot: WorkspaceSnapshot, lines: Lines, linesOf: LinesOf): readonly PlacedGroup[] {
    try {
      const checked = snapshot.checked(uri);
      const groups: PlacedGroup[] = [];
      const sections = checked?.context.report.sections ?? [];
      const file = { uri, lines, linesOf, sections };
      this.addGroup(groups, checked ? checked.ofReport : snapshot.findings(uri), file, undefined);
      for (const [index, findings] of (checked?.bySection ?? []).entries()) {
        this.addGroup(groups, findings, file, sections[index]);
      }
      return groups;
    } catch (error) {
      const groups: PlacedGroup[] = [];
      this.addGroup(
        groups,
        [internalError('Reading this file', error)],
        { uri, lines, linesOf, sections: [] },
        undefined,
      );
      return groups;
    }
  }

  private addGroup(
    groups: PlacedGroup[],
    findings: readonly Finding[],
    file: WrittenFile,
    section: Section | undefined,
  ): void {
    if (findings.length > 0) {
      const line = section ? file.lines.positionAt(section.start).line : 0;
      const known = this.written.get(findings);
      const group =
        known && (section || isInPlace(known, findings, file.lines))
          ? known
          : this.write(findings, file, section, line);
      groups.push({ line, group });
    }
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
      return movedDown(toDiagnostic(moved, file.uri, file.linesOf, this.pageOf), -line);
    });
    const digest = new Digest();
    digest.add(JSON.stringify(diagnostics));
    const group = { diagnostics, digest: digest.toString() };
    // What refers to another section of the same file is another text when one of the two has moved.
    if (findings.every(({ related }) => related.every((place) => place.section === undefined))) {
      this.written.set(findings, group);
    }
    return group;
  }
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

/** Whether findings that belong to no section still stand in the same lines. */
function isInPlace({ diagnostics }: WrittenGroup, findings: readonly Finding[], lines: Lines): boolean {
  return findings.every(({ span }, index) => {
    const written = diagnostics[index]?.range;
    const [start, end] = [lines.positionAt(span.start), lines.positionAt(span.end)];
    return (
      written?.start.line === start.line &&
      written.start.character === start.character &&
      written.end.line === end.line &&
      written.end.character === end.character
    );
  });
}

/** The result id of a file without findings. */
export const NOTHING_FOUND = new Digest().toString();

/** Diagnostics whose lines count from the line of their group. */
interface WrittenGroup {
  readonly diagnostics: readonly lsp.Diagnostic[];
  readonly digest: string;
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

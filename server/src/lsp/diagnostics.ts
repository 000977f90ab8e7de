import * as lsp from 'vscode-languageserver';
import type { Finding, RelatedPlace } from '../model/finding';
import type { Lines } from '../model/lines';
import type { Section } from '../model/report';
import { shiftSpan } from '../model/span';
import { canonicalUri } from '../project/uri';
import type { WorkspaceSnapshot } from '../project/workspace';
import { internalError } from '../rules/run';
import { diagnosticData, type RulePage, toDiagnostic } from './convert';
import { Digest } from './digest';
import type { Session } from './session';

/** The findings of a file, as far as they are known without being written out. */
export interface FileDiagnostics {
  /** A digest of the findings themselves: versions start again when a file is reopened. */
  readonly resultId: string;
  readonly count: number;
  /** Writes them out. */
  items(): lsp.Diagnostic[];
}

/**
 * Brings the findings of open documents to the client: by pull where it offers that, by push elsewhere; never both for
 * one file.
 */
export class Diagnostics {
  /** What was last pushed, as one text for each file, by its canonical URI. */
  private readonly pushed = new Map<string, string>();
  /** Findings of a section once they are written out, with lines that count from the section's first one. */
  private readonly written = new WeakMap<readonly Finding[], WrittenGroup>();

  constructor(
    private readonly connection: lsp.Connection,
    private readonly session: Session,
    private readonly pageOf: RulePage,
    private readonly pulls: boolean,
    /** Whether the client keeps what a diagnostic carries (LSP 3.16, dataSupport). */
    private readonly keepsData: boolean,
  ) {}

  /** The answer to a pull (LSP 3.17, textDocument/diagnostic). */
  report(uri: string, previousResultId: string | undefined): lsp.DocumentDiagnosticReport {
    const { resultId, items } = this.of(uri);
    return resultId === previousResultId
      ? { kind: lsp.DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: lsp.DocumentDiagnosticReportKind.Full, resultId, items: items() };
  }

  /** The findings of a file in a snapshot; `lines` are those of its text there. */
  of(uri: string, snapshot = this.session.snapshot(), lines = this.session.lines(uri)): FileDiagnostics {
    const groups = lines ? this.groupsOf(uri, snapshot, lines) : [];
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

  /** Pushes the findings of open documents to a client that does not pull; only those that changed. */
  pushOpen(documents: readonly { readonly uri: string; readonly version: number }[]): void {
    if (this.pulls) {
      return;
    }
    for (const { uri, version } of documents) {
      this.push(uri, version);
    }
  }

  /** Takes back what was pushed for a file: it was opened and is pulled now, or closed. */
  clear(uri: string): void {
    if (this.pushed.delete(canonicalUri(uri))) {
      void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  }

  private push(uri: string, version: number | undefined): void {
    const key = canonicalUri(uri);
    const { resultId, items } = this.of(uri);
    if (this.pushed.get(key) === resultId || (resultId === NOTHING_FOUND && !this.pushed.has(key))) {
      return;
    }
    this.pushed.set(key, resultId);
    void this.connection.sendDiagnostics({ uri, diagnostics: items(), ...(version === undefined ? {} : { version }) });
  }

  /** The findings in groups that move as a whole, each with the line that it counts from; empty groups are left out. */
  private groupsOf(uri: string, snapshot: WorkspaceSnapshot, lines: Lines): readonly PlacedGroup[] {
    try {
      const checked = snapshot.checked(uri);
      const groups: PlacedGroup[] = [];
      const sections = checked?.context.report.sections ?? [];
      const file = { uri, lines, sections };
      this.addGroup(groups, checked ? checked.ofReport : snapshot.findings(uri), file, undefined);
      for (const [index, findings] of (checked?.bySection ?? []).entries()) {
        this.addGroup(groups, findings, file, sections[index]);
      }
      return groups;
    } catch (error) {
      const groups: PlacedGroup[] = [];
      this.addGroup(groups, [internalError('Reading this file', error)], { uri, lines, sections: [] }, undefined);
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
    const linesOf = (uri: string) => (uri === file.uri ? file.lines : this.session.lines(uri));
    const diagnostics = findings.map((finding) => {
      const related = finding.related.map((place) => inFile(place, file.sections));
      const moved = { ...finding, related, span: shiftSpan(finding.span, section?.start ?? 0) };
      const written = movedDown(toDiagnostic(moved, file.uri, linesOf, this.pageOf), -line);
      return this.keepsData ? { ...written, data: diagnosticData(finding) } : written;
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

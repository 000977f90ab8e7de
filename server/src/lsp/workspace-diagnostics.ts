import * as lsp from 'vscode-languageserver';
import { LineIndex } from '../model/lines';
import { ClosedReports } from '../project/closed-reports';
import { CANDIDATE_GLOBS, type FileSource } from '../project/file-source';
import { canonicalUri } from '../project/uri';
import { type Diagnostics, NOTHING_FOUND } from './diagnostics';
import type { CheckAllResult } from './protocol';
import type { Session } from './session';

/** What the findings of closed reports are made with, and shown to. */
export interface WorkspaceDiagnosticsService {
  readonly connection: lsp.Connection;
  readonly session: Session;
  readonly diagnostics: Diagnostics;
  readonly files: FileSource;
  readonly folder: string | undefined;
  readonly isOpen: (uri: string) => boolean;
  /** Whether the client asks for the findings of the workspace; else they are pushed. */
  readonly pulls: boolean;
  /** Lets other messages be dealt with; answers at once where the last time is not long ago. */
  readonly pause: () => Promise<void>;
}

/**
 * The findings of all reports of the workspace that are not open: found one file after the other, with pauses in which
 * other requests are answered, and brought up to date when a file or what it is read against changes. Of a file that is
 * done no more is kept than what tells whether its findings are still the same.
 */
export class WorkspaceDiagnostics {
  private readonly reports: ClosedReports;
  /** Files that may be reports, by canonical URI; undefined until somebody wants to see findings. */
  private candidates: Map<string, string> | undefined;
  private readonly known = new Map<string, KnownReport>();
  private readonly waiting = new Map<string, string>();
  private readonly viewers = new Set<Viewer>();
  private running: Promise<void> | undefined;
  private readAgainst: readonly unknown[] = [];
  private showsAll = false;

  constructor(private readonly service: WorkspaceDiagnosticsService) {
    this.reports = new ClosedReports(service.files, () => service.session.snapshot());
  }

  /** Starts to push findings to a client that does not ask for them. */
  start(): void {
    if (!this.service.pulls) {
      this.viewers.add(new PushViewer(this.service.connection));
      void this.update();
    }
  }

  /**
   * Answers `workspace/diagnostic` (LSP 3.17): sends what the client does not have yet, in parts, and goes on with what
   * changes until the request is cancelled. A client that takes no parts gets all at once.
   */
  async answer(
    { previousResultIds }: lsp.WorkspaceDiagnosticParams,
    token: lsp.CancellationToken,
    reporter: lsp.ResultProgressReporter<lsp.WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<lsp.WorkspaceDiagnosticReport> {
    const viewer = new PullViewer(previousResultIds, reporter);
    this.viewers.add(viewer);
    for (const [key, { uri, resultId }] of this.known) {
      if (!viewer.has(key, resultId)) {
        this.waiting.set(key, uri);
      }
    }
    await Promise.race([this.update(), cancelled(token)]);
    if (reporter) {
      await cancelled(token);
    }
    this.viewers.delete(viewer);
    if (token.isCancellationRequested) {
      throw new lsp.ResponseError(lsp.LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    }
    return { items: viewer.takeRest() };
  }

  /** The files have changed, or were opened, or closed. */
  filesChanged(uris: readonly string[]): void {
    this.reports.forget(uris);
    for (const uri of uris) {
      const key = canonicalUri(uri);
      if (this.candidates) {
        this.candidates.set(key, uri);
        this.waiting.set(key, uri);
      }
      for (const [other, { uri: dependent, lookedAt }] of this.known) {
        if (lookedAt.has(key)) {
          this.waiting.set(other, dependent);
        }
      }
    }
    void this.update();
  }

  /** Takes back what was pushed of a file that is open now. */
  opened(uri: string): void {
    for (const viewer of this.viewers) {
      viewer.forget(uri);
    }
    this.known.delete(canonicalUri(uri));
  }

  /** A document was closed: its file is checked, or, where only open files are, nothing is shown of it any more. */
  closed(uri: string): void {
    this.filesChanged([uri]);
    if (!this.isWanted()) {
      for (const viewer of this.viewers) {
        viewer.show(uri, NOTHING_FOUND, []);
        viewer.flush();
      }
    }
  }

  /** Looks whether there is anything to be done. Settled when all is. */
  async update(): Promise<void> {
    if (this.viewers.size === 0) {
      return;
    }
    this.running ??= this.run().finally(() => {
      this.running = undefined;
    });
    await this.running;
  }

  /** Checks every report of the folder, and shows the findings of closed ones even where only open files are checked. */
  async checkAll(progress: lsp.WorkDoneProgressReporter, token: lsp.CancellationToken): Promise<CheckAllResult> {
    const { connection, session, isOpen } = this.service;
    this.showsAll = true;
    if (this.viewers.size === 0) {
      this.viewers.add(new PushViewer(connection));
    }
    progress.begin('Checking all reports', 0, undefined, true);
    this.progress = progress;
    await this.findCandidates();
    await Promise.race([this.update(), cancelled(token)]);
    this.progress = undefined;
    progress.done();
    const snapshot = session.snapshot();
    const open = snapshot.uris.filter((uri) => isOpen(uri) && snapshot.report(uri));
    const closed = [...this.known.values()].filter(({ uri, isReport }) => isReport && !isOpen(uri));
    const counts = [...open.map((uri) => session.findings(uri).length), ...closed.map(({ findings }) => findings)];
    return {
      reports: counts.length,
      findings: counts.reduce((sum, count) => sum + count, 0),
      cancelled: token.isCancellationRequested,
    };
  }

  private progress: lsp.WorkDoneProgressReporter | undefined;

  private async run(): Promise<void> {
    const { pause } = this.service;
    try {
      while (this.isWanted()) {
        if (this.candidates === undefined) {
          await this.findCandidates();
        }
        this.readAgainOnOtherDefinitions();
        const [next] = this.waiting;
        if (!next) {
          break;
        }
        this.waiting.delete(next[0]);
        const check = this.check(...next);
        this.reports.fetch(firstOf(this.waiting.values(), FETCHED_AHEAD));
        await check;
        await pause();
        this.tellProgress();
      }
    } catch (error) {
      this.service.connection.console.error(`The reports of the workspace could not be checked: ${error}`);
    } finally {
      for (const viewer of this.viewers) {
        viewer.flush();
      }
    }
  }

  /** Whether findings of closed files are shown. */
  private isWanted(): boolean {
    return this.showsAll || this.service.session.snapshot().settings.diagnosticMode === 'workspace';
  }

  /** Looks for files that may be reports; those that are new wait to be checked. */
  private async findCandidates(): Promise<void> {
    const { folder, files } = this.service;
    const found = folder === undefined ? [] : await files.find(folder, CANDIDATE_GLOBS);
    const candidates = this.candidates ?? new Map<string, string>();
    for (const uri of found) {
      const key = canonicalUri(uri);
      if (!candidates.has(key)) {
        candidates.set(key, uri);
        this.waiting.set(key, uri);
      }
    }
    this.candidates = candidates;
  }

  private readAgainOnOtherDefinitions(): void {
    const { roadmaps, actors, settings, today } = this.service.session.snapshot();
    const now = [roadmaps, actors, settings, today];
    if (now.some((value, index) => value !== this.readAgainst[index])) {
      this.readAgainst = now;
      for (const [key, uri] of this.candidates ?? []) {
        this.waiting.set(key, uri);
      }
    }
  }

  private async check(key: string, uri: string): Promise<void> {
    const { diagnostics, isOpen } = this.service;
    const snapshot = isOpen(uri) ? undefined : await this.reports.read(uri);
    if (isOpen(uri)) {
      return;
    }
    const text = snapshot?.text(uri);
    const found = snapshot && text !== undefined ? diagnostics.of(uri, snapshot, new LineIndex(text)) : undefined;
    const { resultId = NOTHING_FOUND, count = 0 } = found ?? {};
    const lookedAt = snapshot?.lookedAt(uri) ?? NO_FILES;
    this.known.set(key, { uri, resultId, findings: count, isReport: snapshot !== undefined, lookedAt });
    for (const viewer of this.viewers) {
      if (!viewer.has(key, found?.resultId)) {
        viewer.show(uri, resultId, found?.items() ?? []);
      }
    }
  }

  private tellProgress(): void {
    const total = this.candidates?.size ?? 0;
    const done = total - this.waiting.size;
    this.progress?.report(Math.round((100 * done) / Math.max(1, total)), `${done} of ${total}`);
  }
}

/** How many files are fetched before they are needed. */
const FETCHED_AHEAD = 8;

function firstOf<T>(items: Iterable<T>, count: number): readonly T[] {
  const first: T[] = [];
  for (const item of items) {
    if (first.length === count) {
      break;
    }
    first.push(item);
  }
  return first;
}

interface KnownReport {
  readonly uri: string;
  readonly resultId: string;
  readonly findings: number;
  readonly isReport: boolean;
  /** The files that its findings depend on besides its own. */
  readonly lookedAt: ReadonlySet<string>;
}

const NO_FILES: ReadonlySet<string> = new Set();

/** Somebody who is shown the findings of closed files. */
interface Viewer {
  /** Whether it has these findings of a file already; undefined: those of a file that is no report, or gone. */
  has(key: string, resultId: string | undefined): boolean;
  show(uri: string, resultId: string, items: lsp.Diagnostic[]): void;
  forget(uri: string): void;
  /** Sends what was shown, where it is not sent at once. */
  flush(): void;
}

/** A client that has asked. */
class PullViewer implements Viewer {
  private readonly sent: Map<string, string>;
  private unsent: lsp.WorkspaceDocumentDiagnosticReport[] = [];

  constructor(
    previous: readonly lsp.PreviousResultId[],
    private readonly reporter: lsp.ResultProgressReporter<lsp.WorkspaceDiagnosticReportPartialResult> | undefined,
  ) {
    this.sent = new Map(previous.map(({ uri, value }) => [canonicalUri(uri), value]));
  }

  /** It is told of a report without findings too: then it knows that. */
  has(key: string, resultId: string | undefined): boolean {
    const sent = this.sent.get(key);
    return resultId === undefined ? sent === undefined || sent === NOTHING_FOUND : sent === resultId;
  }

  show(uri: string, resultId: string, items: lsp.Diagnostic[]): void {
    this.sent.set(canonicalUri(uri), resultId);
    this.unsent.push({ kind: lsp.DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items });
    if (this.unsent.length >= MOST_AT_ONCE) {
      this.flush();
    }
  }

  /** Of an open document the client asks for itself; what it has been sent before is no more what it shows. */
  forget(uri: string): void {
    this.sent.delete(canonicalUri(uri));
  }

  flush(): void {
    if (this.reporter && this.unsent.length > 0) {
      this.reporter.report({ items: this.takeRest() });
    }
  }

  takeRest(): lsp.WorkspaceDocumentDiagnosticReport[] {
    const rest = this.unsent;
    this.unsent = [];
    return rest;
  }
}

const MOST_AT_ONCE = 50;

/** A client that never asks. */
class PushViewer implements Viewer {
  private readonly sent = new Map<string, string>();

  constructor(private readonly connection: lsp.Connection) {}

  has(key: string, resultId: string | undefined): boolean {
    return (this.sent.get(key) ?? NOTHING_FOUND) === (resultId ?? NOTHING_FOUND);
  }

  show(uri: string, resultId: string, diagnostics: lsp.Diagnostic[]): void {
    this.sent.set(canonicalUri(uri), resultId);
    void this.connection.sendDiagnostics({ uri, diagnostics });
  }

  forget(uri: string): void {
    if (this.sent.delete(canonicalUri(uri))) {
      void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  }

  flush(): void {
    // All is sent at once.
  }
}

function cancelled(token: lsp.CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    if (token.isCancellationRequested) {
      resolve();
    } else {
      token.onCancellationRequested(() => resolve());
    }
  });
}

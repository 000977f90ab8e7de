import * as lsp from 'vscode-languageserver';
import { isDocument } from '../parse/recognise';
import { CANDIDATE_GLOBS, type FileSource } from '../project/file-source';
import type { Hash } from '../project/findings-cache';
import { canonicalUri } from '../project/uri';
import { cancelled } from './cancelled';
import type { KnownFile, Setup, WaitingFile } from './closed-files';
import type { ClosedStatements } from './closed-statements';
import type { RulePage } from './convert';
import { NOTHING_FOUND } from './diagnostic-writer';
import type { KeptFindings } from './kept-findings';
import type { CheckAllResult } from './protocol';
import { type CheckedFile, ReportChecker } from './report-checker';
import { reportSetup } from './report-thread';
import { type ReportThreadSource, ReportThreads } from './report-threads';
import type { Session } from './session';
import { Typing } from './typing';
import { PullViewer, PushViewer, type Viewer } from './workspace-viewers';

/** What the findings of closed reports are made with, and shown to. */
export interface WorkspaceDiagnosticsService {
  readonly connection: lsp.Connection;
  readonly session: Session;
  /** Where what is built in lies. */
  readonly root: string;
  readonly pageOf: RulePage;
  readonly files: FileSource;
  readonly folder: string | undefined;
  /** Whether a file belongs to this folder and not to one within it. */
  readonly owns: (uri: string) => boolean;
  readonly isOpen: (uri: string) => boolean;
  /** Whether the client asks for the findings of the workspace; else they are pushed. */
  readonly pulls: boolean;
  /** Lets other messages be dealt with; answers at once where the last time is not long ago. */
  readonly pause: () => Promise<void>;
  /** Settled when nobody waits for the first findings of an open document. */
  readonly calm: () => Promise<void>;
  /** Threads that check reports too; undefined where there are none. */
  readonly threads: ReportThreadSource | undefined;
  /** Is told what closed reports say of actions. */
  readonly statements: ClosedStatements;
  /** What is kept from one start to the next, with what fingerprints of files are made with; undefined: nothing. */
  readonly kept: { readonly findings: KeptFindings; readonly hash: Hash } | undefined;
}

/**
 * The findings of all reports of the workspace that are not open: found one file after the other, with pauses in which
 * other requests are answered, and by threads beside that where there are many; brought up to date when a file or what
 * it is read against changes. Of a file that is done no more is kept than what tells whether its findings are still the
 * same.
 */
export class WorkspaceDiagnostics {
  private readonly checker: ReportChecker;
  private readonly threads: ReportThreads<WaitingFile> | undefined;
  /** Files that may be reports, by canonical URI; undefined until somebody wants to see findings. */
  private candidates: Map<string, string> | undefined;
  private readonly known = new Map<string, KnownFile>();
  private readonly waiting = new Map<string, string>();
  /** What this thread checks next, read against the present setup. */
  private own: WaitingFile[] = [];
  private beingChecked: WaitingFile | undefined;
  private setup: Setup = { against: [], opening: undefined, cache: undefined };
  private readonly viewers = new Set<Viewer>();
  private running: Promise<void> | undefined;
  private isWanted = false;
  /** As long as somebody types this thread leaves reports to the others. */
  readonly typing = new Typing();
  private showsAll = false;
  private areStatementsWanted = false;

  constructor(private readonly service: WorkspaceDiagnosticsService) {
    const { session, threads: source, kept, files, folder, root, pageOf } = service;
    const snapshot = () => session.snapshot();
    this.checker = new ReportChecker({ files, snapshot, pageOf, hash: kept?.hash });
    this.threads =
      source &&
      new ReportThreads<WaitingFile>({
        source,
        snapshot,
        setupOf: (now) =>
          reportSetup(now, { folder, root, editorSettings: session.editorSettings, keeps: kept !== undefined }),
        take: ({ setup, files: checked }, answer) => {
          for (const [index, file] of checked.entries()) {
            this.take(file, answer[index], setup);
          }
        },
        failed: (lost, error) => {
          this.putBack(lost);
          service.connection.console.error(`${error} The server goes on without it.`);
        },
      });
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
    this.putBack(
      [...this.known].flatMap(([key, { uri, resultId }]) => (viewer.has(key, resultId) ? [] : { key, uri })),
    );
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

  /** Reads all reports from now on, even where findings are shown of open ones only: somebody wants to know what they say. */
  readStatements(): void {
    this.areStatementsWanted = true;
    void this.update();
  }

  /** The files have changed, or were opened, or closed. */
  filesChanged(uris: readonly string[]): void {
    this.checker.forget(uris);
    this.threads?.forget(uris);
    // What is being checked may have been read before the change.
    this.putBack(this.underWay());
    for (const uri of uris) {
      const key = canonicalUri(uri);
      if (this.candidates && this.service.owns(uri) && !isDocument(key)) {
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
    if (!this.isShown()) {
      for (const viewer of this.viewers) {
        viewer.show(uri, NOTHING_FOUND, []);
        viewer.flush();
      }
    }
  }

  /** Looks whether there is anything to be done. Settled when all is. */
  async update(): Promise<void> {
    if (this.viewers.size === 0 && !this.areStatementsWanted) {
      return;
    }
    // A run that is just ending does not know what has changed by now: another one follows it.
    this.isWanted = true;
    this.running ??= this.runs();
    await this.running;
  }

  private async runs(): Promise<void> {
    try {
      while (this.isWanted) {
        this.isWanted = false;
        await this.run();
      }
    } finally {
      this.running = undefined;
    }
  }

  /**
   * Checks every report of the folder, and shows the findings of closed ones even where only open files are checked.
   *
   * @param tell is told how many files of how many are done
   */
  async checkAll(
    tell: (done: number, total: number) => void,
    token: lsp.CancellationToken,
  ): Promise<Pick<CheckAllResult, 'reports' | 'findings'>> {
    const { connection, session, isOpen } = this.service;
    // What was read without being shown is shown now.
    this.putBack(this.isShown() ? [] : [...this.known].map(([key, { uri }]) => ({ key, uri })));
    this.showsAll = true;
    if (this.viewers.size === 0) {
      this.viewers.add(new PushViewer(connection));
    }
    this.tell = tell;
    await this.findCandidates();
    await Promise.race([this.update(), cancelled(token)]);
    this.tell = undefined;
    const snapshot = session.snapshot();
    const open = snapshot.uris.filter((uri) => isOpen(uri) && snapshot.report(uri));
    const closed = [...this.known.values()].filter(({ uri, isReport }) => isReport && !isOpen(uri));
    const counts = [...open.map((uri) => session.findings(uri).length), ...closed.map(({ findings }) => findings)];
    return { reports: counts.length, findings: counts.reduce((sum, count) => sum + count, 0) };
  }

  private tell: ((done: number, total: number) => void) | undefined;

  /** The folder is no part of the workspace any more: nothing is shown of it. */
  dispose(): void {
    for (const viewer of this.viewers) {
      for (const { uri } of this.known.values()) {
        viewer.show(uri, NOTHING_FOUND, []);
      }
      viewer.flush();
    }
    this.viewers.clear();
    this.waiting.clear();
    this.candidates = new Map();
    this.threads?.end();
    void this.save();
  }

  /** Saves what is kept for the next start. */
  async save(): Promise<void> {
    await this.service.kept?.findings.save();
  }

  private async run(): Promise<void> {
    try {
      await this.service.calm();
      while (this.areStatementsWanted || this.isShown()) {
        if (this.candidates === undefined) {
          await this.findCandidates();
        }
        const setup = this.presentSetup();
        setup.cache ??= await setup.opening;
        if (setup === this.presentSetup() && !(await this.checkNext(setup))) {
          break;
        }
        this.tellProgress();
      }
    } catch (error) {
      this.service.connection.console.error(`The reports of the workspace could not be checked: ${error}`);
    } finally {
      this.putBack([...this.underWay(), ...this.own.splice(0)]);
      this.beingChecked = undefined;
      this.threads?.end();
      for (const viewer of this.viewers) {
        viewer.flush();
      }
      this.service.kept?.findings.saveLater();
    }
  }

  /** Gives work to the threads and does some here. Answers whether there was any. */
  private async checkNext(setup: Setup): Promise<boolean> {
    const takeSome = () => ({ setup, files: this.takeSome(setup) });
    this.threads?.feed(this.waiting.size, takeSome);
    if (this.own.length === 0) {
      this.own = takeSome().files;
      this.checker.forget([]);
    }
    const isLeftToOthers = this.typing.goesOn && this.threads?.isBusy;
    const next = isLeftToOthers ? undefined : this.own.shift();
    if (next) {
      this.beingChecked = next;
      const check = this.checker.check(next);
      this.checker.fetch(this.own.slice(0, FETCHED_AHEAD).map(({ uri }) => uri));
      const checked = await check;
      this.beingChecked = undefined;
      this.take(next, checked, setup);
      await this.service.pause();
    } else if (this.threads?.isBusy) {
      await this.threads.next();
    } else {
      return false;
    }
    return true;
  }

  /** Takes files that wait, as many as make a batch for one of several threads. */
  private takeSome({ cache }: Setup): WaitingFile[] {
    const { isOpen, session } = this.service;
    const { today } = session.snapshot();
    const threads = 1 + (this.threads?.count ?? 0);
    const most = Math.max(1, Math.min(MOST_IN_A_BATCH, Math.ceil(this.waiting.size / (4 * threads))));
    const files: WaitingFile[] = [];
    for (const [key, uri] of this.waiting) {
      if (files.length === most) {
        break;
      }
      this.waiting.delete(key);
      if (!isOpen(uri)) {
        const kept = cache?.kept(key, today);
        files.push({ key, uri, keptFrom: kept?.madeOf, kept: kept?.value });
      }
    }
    return files;
  }

  /** Files that are being checked. */
  private underWay(): readonly WaitingFile[] {
    const given = this.threads?.underWay ?? [];
    return [...given.flatMap(({ files }) => files), ...(this.beingChecked ? [this.beingChecked] : [])];
  }

  private putBack(files: readonly Pick<WaitingFile, 'key' | 'uri'>[]): void {
    for (const { key, uri } of files) {
      this.waiting.set(key, uri);
    }
  }

  /** Whether findings of closed files are shown. */
  private isShown(): boolean {
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

  /** What reports are read against now. Where it is another one, all of them have to be checked. */
  private presentSetup(): Setup {
    const { service } = this;
    const snapshot = service.session.snapshot();
    const { roadmaps, actors, settings, today } = snapshot;
    const against = [roadmaps, actors, settings, today];
    if (against.some((value, index) => value !== this.setup.against[index])) {
      const opening = service.kept?.findings.open(snapshot, service.folder, service.root);
      this.setup = { against, opening, cache: undefined };
      this.own = [];
      this.putBack([...(this.candidates ?? [])].map(([key, uri]) => ({ key, uri })));
    }
    return this.setup;
  }

  /** Takes what was found in a file, unless it was read against something else than what counts now. */
  private take({ key, uri, keptFrom, kept }: WaitingFile, checked: CheckedFile | 'as-kept' | undefined, setup: object) {
    if (checked === undefined || setup !== this.presentSetup() || this.service.isOpen(uri)) {
      return;
    }
    const isKept = checked === 'as-kept';
    const found = isKept ? kept : checked.found;
    if (!found) {
      return;
    }
    if (!isKept && checked.madeOf) {
      this.setup.cache?.keep(key, checked.madeOf, found);
      this.service.kept?.findings.changed();
    }
    const lookedAt = new Set(isKept ? keptFrom?.files.keys() : checked.lookedAt);
    const { resultId, items, isReport, says } = found;
    this.known.set(key, { uri, resultId, findings: items.length, isReport, lookedAt });
    this.service.statements.take(uri, says);
    for (const viewer of this.isShown() ? this.viewers : []) {
      if (!viewer.has(key, isReport ? resultId : undefined)) {
        viewer.show(uri, resultId, items);
      }
    }
  }

  private tellProgress(): void {
    const total = this.candidates?.size ?? 0;
    const done = total - this.waiting.size - this.own.length - this.underWay().length;
    this.tell?.(done, total);
  }
}

/** How many files are fetched before they are needed. */
const FETCHED_AHEAD = 8;

/** More would make threads busy for long after roadmaps or settings have changed. */
const MOST_IN_A_BATCH = 32;

import * as lsp from 'vscode-languageserver';
import { relativePath } from '../project/uri';
import { Folder, type FolderService } from './folder';
import type { CheckAllResult } from './protocol';
import type { Session } from './session';

/** The folders of a workspace. There is always one, if only for documents that are in none. */
export class Folders {
  private folders: readonly Folder[];
  /** Requests for the findings of the workspace that wait for changes. */
  private readonly held = new Set<lsp.CancellationTokenSource>();

  constructor(
    uris: readonly string[],
    private readonly service: FolderService,
  ) {
    this.folders = this.created(uris);
  }

  get all(): readonly Folder[] {
    return this.folders;
  }

  /** The innermost folder that a file is in; the first one for a file that is in none. */
  of(uri: string): Folder {
    const [first, ...others] = this.folders;
    if (!first) {
      throw new Error('A workspace without any folder has one for all documents.');
    }
    const lengthOf = ({ uri: folder }: Folder) =>
      folder !== undefined && relativePath(folder, uri) ? folder.length : 0;
    return others.reduce((found, other) => (lengthOf(other) > lengthOf(found) ? other : found), first);
  }

  /** What is known of the folder that a file is in. */
  session(uri: string): Session {
    return this.of(uri).session;
  }

  /** Folders have come or gone. Answers those that are new, of which nothing is read yet; requests are asked again. */
  change({ added, removed }: lsp.WorkspaceFoldersChangeEvent): readonly Folder[] {
    const gone = new Set(removed.map(({ uri }) => uri));
    const kept = this.folders.filter(({ uri }) => uri !== undefined && !gone.has(uri));
    for (const folder of this.folders.filter((one) => !kept.includes(one))) {
      folder.dispose();
    }
    const known = new Set(kept.map(({ uri }) => uri));
    const created = this.created(
      added.map(({ uri }) => uri).filter((uri) => !known.has(uri)),
      kept.length === 0,
    );
    this.folders = [...kept, ...created];
    for (const request of this.held) {
      request.cancel();
    }
    return created;
  }

  /** Answers `workspace/diagnostic` (LSP 3.17) for all folders. */
  async diagnostics(
    parameters: lsp.WorkspaceDiagnosticParams,
    token: lsp.CancellationToken,
    reporter: lsp.ResultProgressReporter<lsp.WorkspaceDiagnosticReportPartialResult> | undefined,
  ): Promise<lsp.WorkspaceDiagnosticReport> {
    const request = new lsp.CancellationTokenSource();
    const listening = token.onCancellationRequested(() => request.cancel());
    this.held.add(request);
    try {
      const answers = this.folders.map(({ workspace }) => workspace.answer(parameters, request.token, reporter));
      return { items: (await Promise.all(answers)).flatMap(({ items }) => items) };
    } catch (error) {
      if (request.token.isCancellationRequested && !token.isCancellationRequested) {
        const data: lsp.DiagnosticServerCancellationData = { retriggerRequest: true };
        throw new lsp.ResponseError(lsp.LSPErrorCodes.ServerCancelled, 'The folders have changed.', data);
      }
      throw error;
    } finally {
      listening.dispose();
      this.held.delete(request);
    }
  }

  /** Checks every report of the workspace, one folder after the other. */
  async checkAll(progress: lsp.WorkDoneProgressReporter, token: lsp.CancellationToken): Promise<CheckAllResult> {
    const result = { reports: 0, findings: 0, cancelled: false };
    progress.begin('Checking all reports', 0, undefined, true);
    for (const [index, { workspace }] of this.folders.entries()) {
      const tell = (done: number, total: number) => {
        const part = (index + done / Math.max(1, total)) / this.folders.length;
        progress.report(Math.round(100 * part), `${done} of ${total}`);
      };
      const { reports, findings } = await workspace.checkAll(tell, token);
      result.reports += reports;
      result.findings += findings;
    }
    progress.done();
    return { ...result, cancelled: token.isCancellationRequested };
  }

  private created(uris: readonly string[], isForAll = true): readonly Folder[] {
    const wanted = uris.length === 0 && isForAll ? [undefined] : uris;
    return wanted.map((uri): Folder => {
      const folder: Folder = new Folder(uri, this.service, (file) => this.of(file) === folder);
      return folder;
    });
  }
}

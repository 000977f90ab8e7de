import * as lsp from 'vscode-languageserver-protocol/node';
import { type TestClient, workspaceUri } from './test-client';

/** A client's view of the findings of the workspace: one request, held open. */
export class WorkspaceViewer {
  readonly reports = new Map<string, lsp.WorkspaceDocumentDiagnosticReport & { readonly resultId?: string }>();
  /** The answer, which comes when the request is cancelled. */
  readonly ended: Promise<lsp.WorkspaceDiagnosticReport>;
  private readonly source = new lsp.CancellationTokenSource();
  private wake: () => void = () => undefined;

  constructor({ connection }: TestClient, previousResultIds: readonly lsp.PreviousResultId[] = []) {
    const partialResultToken = `workspace-${Math.random()}`;
    connection.onProgress(lsp.WorkspaceDiagnosticRequest.partialResult, partialResultToken, ({ items }) => {
      for (const item of items) {
        this.reports.set(item.uri, item);
      }
      this.wake();
    });
    const parameters = { previousResultIds: [...previousResultIds], partialResultToken };
    this.ended = connection.sendRequest(lsp.WorkspaceDiagnosticRequest.type, parameters, this.source.token);
    this.ended.catch(() => undefined);
  }

  /** Codes of warnings and errors of a file. */
  codes(path: string): readonly unknown[] {
    const shown = this.reports.get(workspaceUri(path));
    const items = shown?.kind === lsp.DocumentDiagnosticReportKind.Full ? shown.items : [];
    return items.filter(({ severity = 4 }) => severity <= 2).map(({ code }) => code);
  }

  async until(isMet: () => boolean): Promise<void> {
    while (!isMet()) {
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }

  stop(): Promise<lsp.WorkspaceDiagnosticReport> {
    this.source.cancel();
    return this.ended;
  }
}

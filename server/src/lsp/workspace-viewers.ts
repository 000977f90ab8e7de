import * as lsp from 'vscode-languageserver';
import { canonicalUri } from '../project/uri';
import { NOTHING_FOUND } from './diagnostic-writer';

/** Somebody who is shown the findings of closed files. */
export interface Viewer {
  /** Whether it has these findings of a file already; undefined: those of a file that is no report, or gone. */
  has(key: string, resultId: string | undefined): boolean;
  show(uri: string, resultId: string, items: readonly lsp.Diagnostic[]): void;
  forget(uri: string): void;
  /** Sends what was shown, where it is not sent at once. */
  flush(): void;
}

/** A client that has asked. */
export class PullViewer implements Viewer {
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

  show(uri: string, resultId: string, items: readonly lsp.Diagnostic[]): void {
    this.sent.set(canonicalUri(uri), resultId);
    this.unsent.push({ kind: lsp.DocumentDiagnosticReportKind.Full, uri, version: null, resultId, items: [...items] });
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
export class PushViewer implements Viewer {
  private readonly sent = new Map<string, string>();

  constructor(private readonly connection: lsp.Connection) {}

  has(key: string, resultId: string | undefined): boolean {
    return (this.sent.get(key) ?? NOTHING_FOUND) === (resultId ?? NOTHING_FOUND);
  }

  show(uri: string, resultId: string, items: readonly lsp.Diagnostic[]): void {
    this.sent.set(canonicalUri(uri), resultId);
    void this.connection.sendDiagnostics({ uri, diagnostics: [...items] });
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

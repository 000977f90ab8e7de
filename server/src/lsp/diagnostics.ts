import * as lsp from 'vscode-languageserver';
import { canonicalUri } from '../project/uri';
import type { WorkspaceSnapshot } from '../project/workspace';
import { type DiagnosticWriter, type FileDiagnostics, NOTHING_FOUND } from './diagnostic-writer';
import type { Session } from './session';

/**
 * Brings the findings of open documents to the client: by pull where it offers that, by push elsewhere; never both for
 * one file.
 */
export class Diagnostics {
  /** What was last pushed, as one text for each file, by its canonical URI. */
  private readonly pushed = new Map<string, string>();

  constructor(
    private readonly connection: lsp.Connection,
    private readonly session: Session,
    private readonly writer: DiagnosticWriter,
    private readonly pulls: boolean,
  ) {}

  /** The findings of documents that are known before these are read; those of all others are looked for. */
  known: ((uri: string) => FileDiagnostics | undefined) | undefined;

  /** The answer to a pull (LSP 3.17, textDocument/diagnostic). */
  report(uri: string, previousResultId: string | undefined): lsp.DocumentDiagnosticReport {
    const { resultId, items } = this.of(uri);
    return resultId === previousResultId
      ? { kind: lsp.DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: lsp.DocumentDiagnosticReportKind.Full, resultId, items: items() };
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

  /** Checks a document. */
  check(uri: string, snapshot: WorkspaceSnapshot): FileDiagnostics {
    return this.writer.of(uri, snapshot, (other) => this.session.lines(other));
  }

  /** The findings of a document. */
  private of(uri: string): FileDiagnostics {
    return this.known?.(uri) ?? this.check(uri, this.session.snapshot());
  }
}

import * as lsp from 'vscode-languageserver';
import { canonicalUri } from '../project/uri';
import { type RulePage, toDiagnostic } from './convert';
import type { Session } from './session';

/**
 * Brings findings to the client: by pull where it offers that, by push elsewhere; never both for one file. Closed
 * files, which are not pulled, are pushed in both cases when all reports are checked.
 */
export class Diagnostics {
  /** What was last pushed, as one text for each file, by its canonical URI. */
  private readonly pushed = new Map<string, string>();
  /** Files whose findings are shown while they are closed: all reports were checked. By canonical URI. */
  private readonly shownClosed = new Map<string, string>();

  constructor(
    private readonly connection: lsp.Connection,
    private readonly session: Session,
    private readonly pageOf: RulePage,
    private readonly pulls: boolean,
  ) {}

  /** The answer to a pull (LSP 3.17, textDocument/diagnostic). */
  report(uri: string, previousResultId: string | undefined): lsp.DocumentDiagnosticReport {
    const items = this.of(uri);
    const resultId = resultIdOf(items);
    return resultId === previousResultId
      ? { kind: lsp.DocumentDiagnosticReportKind.Unchanged, resultId }
      : { kind: lsp.DocumentDiagnosticReportKind.Full, resultId, items };
  }

  /** Pushes the findings of open documents to a client that does not pull; only those that changed. */
  pushOpen(documents: readonly { readonly uri: string; readonly version: number }[]): void {
    if (this.pulls) {
      return;
    }
    for (const { uri, version } of documents) {
      this.push(uri, this.of(uri), version);
    }
  }

  /** Shows the findings of a file that is not open; from now on whenever it is not. */
  showClosed(uri: string): void {
    this.shownClosed.set(canonicalUri(uri), uri);
    this.push(uri, this.of(uri), undefined);
  }

  /** Brings what is shown of closed files up to date: they, or what they are read against, have changed. */
  pushClosed(isOpen: (uri: string) => boolean): void {
    for (const uri of this.shownClosed.values()) {
      if (!isOpen(uri)) {
        this.push(uri, this.of(uri), undefined);
      }
    }
  }

  /** Takes back what was pushed for a file: it was opened and is pulled now, or closed. */
  clear(uri: string): void {
    if (this.pushed.delete(canonicalUri(uri))) {
      void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  }

  private of(uri: string): lsp.Diagnostic[] {
    const linesOf = (other: string) => this.session.lines(other);
    return this.session.findings(uri).map((finding) => toDiagnostic(finding, uri, linesOf, this.pageOf));
  }

  private push(uri: string, diagnostics: lsp.Diagnostic[], version: number | undefined): void {
    const key = canonicalUri(uri);
    const text = JSON.stringify(diagnostics);
    if (this.pushed.get(key) === text || (diagnostics.length === 0 && !this.pushed.has(key))) {
      return;
    }
    this.pushed.set(key, text);
    void this.connection.sendDiagnostics({ uri, diagnostics, ...(version === undefined ? {} : { version }) });
  }
}

/** A hash (FNV-1a, 53 bits of two runs) of the findings themselves: versions start again when a file is reopened. */
function resultIdOf(items: readonly lsp.Diagnostic[]): string {
  const text = JSON.stringify(items);
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    low = Math.imul(low ^ text.charCodeAt(i), 0x01000193);
    high = Math.imul(high ^ text.charCodeAt(i), 0x85ebca6b);
  }
  return `${(low >>> 0).toString(16)}${(high >>> 0).toString(16)}`;
}

import * as lsp from 'vscode-languageserver';
import type { CompletionItem, CompletionKind, Hover } from '../features/feature-types';
import type { Finding, Severity } from '../model/finding';
import type { Lines } from '../model/lines';
import type { Span } from '../model/span';

/** What positions are made with: one line index for each file that findings and their related places are in. */
export type LinesOf = (uri: string) => Lines | undefined;

/** URI of a rule's page, by its code. */
export type RulePage = (code: string) => string;

/** The range of a span. */
export function toRange(lines: Lines, span: Span): lsp.Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

/** A finding as a diagnostic. Related places in files that are not known are left out. */
export function toDiagnostic(finding: Finding, uri: string, linesOf: LinesOf, pageOf: RulePage): lsp.Diagnostic {
  const lines = linesOf(uri);
  return {
    range: lines ? toRange(lines, finding.span) : { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: SEVERITIES[finding.severity],
    code: finding.code,
    codeDescription: { href: pageOf(finding.code) },
    source: 'rapporteur',
    message: finding.message,
    relatedInformation: finding.related.flatMap((place) => {
      const its = linesOf(place.uri);
      return its ? [{ location: { uri: place.uri, range: toRange(its, place.span) }, message: place.message }] : [];
    }),
  };
}

/** A completion as a client takes it; VS Code opens further completions behind those that ask for it. */
export function toCompletionItem(item: CompletionItem, lines: Lines): lsp.CompletionItem {
  return {
    label: item.label,
    ...(item.description === undefined ? {} : { labelDetails: { description: item.description } }),
    kind: COMPLETION_KINDS[item.kind],
    ...(item.detail === undefined ? {} : { detail: item.detail }),
    ...(item.documentation === undefined
      ? {}
      : { documentation: { kind: lsp.MarkupKind.Markdown, value: item.documentation() } }),
    sortText: item.sortText,
    filterText: item.filterText ?? item.label,
    insertTextFormat: item.snippet ? lsp.InsertTextFormat.Snippet : lsp.InsertTextFormat.PlainText,
    // The text has its own indentation; VS Code would add that of the line.
    insertTextMode: lsp.InsertTextMode.asIs,
    textEdit: { range: toRange(lines, item.edit.span), newText: item.edit.newText },
    ...(item.thenSuggest ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } } : {}),
  };
}

/** A hover as a client takes it. */
export function toHover(hover: Hover, lines: Lines): lsp.Hover {
  return { contents: { kind: lsp.MarkupKind.Markdown, value: hover.markdown }, range: toRange(lines, hover.span) };
}

const SEVERITIES: Readonly<Record<Severity, lsp.DiagnosticSeverity>> = {
  error: lsp.DiagnosticSeverity.Error,
  warning: lsp.DiagnosticSeverity.Warning,
  info: lsp.DiagnosticSeverity.Information,
  hint: lsp.DiagnosticSeverity.Hint,
};

const COMPLETION_KINDS: Readonly<Record<CompletionKind, lsp.CompletionItemKind>> = {
  key: lsp.CompletionItemKind.Property,
  action: lsp.CompletionItemKind.Event,
  deliverable: lsp.CompletionItemKind.Constant,
  actor: lsp.CompletionItemKind.Interface,
  status: lsp.CompletionItemKind.EnumMember,
  roadmap: lsp.CompletionItemKind.Module,
  date: lsp.CompletionItemKind.Unit,
  entry: lsp.CompletionItemKind.Snippet,
  value: lsp.CompletionItemKind.Value,
};

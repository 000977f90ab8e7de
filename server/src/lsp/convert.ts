import * as lsp from 'vscode-languageserver';
import type { CompletionTopic } from '../features/completion-topic';
import type { CompletionItem, CompletionKind, Hover } from '../features/feature-types';
import type { Finding, Severity } from '../model/finding';
import type { Lines } from '../model/lines';
import type { Span } from '../model/span';
import { Digest } from './digest';

/** What lines are made with: one line index for each file that findings and their related places are in. */
export type LinesOf = (uri: string) => Lines | undefined;

/** URI of a rule's page, by its code. */
export type RulePage = (code: string) => string;

/** The range of a span. */
export function toRange(lines: Lines, span: Span): lsp.Range {
  return { start: lines.positionAt(span.start), end: lines.positionAt(span.end) };
}

/** What a diagnostic carries, for clients that hand it back: what its finding is known by wherever it has moved. */
export interface DiagnosticData {
  readonly finding: string;
}

/** What comes with a finding's diagnostic. */
export function diagnosticData({ code, message }: Pick<Finding, 'code' | 'message'>): DiagnosticData {
  const digest = new Digest();
  digest.add(code);
  digest.add(message);
  return { finding: digest.toString() };
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

/** What a client understands of completions (LSP 3.17, CompletionClientCapabilities). */
export interface CompletionClient {
  /** Whether it asks for the documentation of an item when it shows it; else every item brings its own. */
  readonly resolvesDocumentation: boolean;
  /** The properties that a list may give once for all of its items. */
  readonly itemDefaults: ReadonlySet<string>;
}

/** Where completions were asked for; `position` is that of `offset`. */
export interface CompletionCursor {
  readonly uri: string;
  readonly offset: number;
  readonly position: lsp.Position;
}

/** What comes back with an item whose documentation a client asks for. */
export interface CompletionData {
  readonly uri: string;
  readonly topic: CompletionTopic;
}

/**
 * Completions as a client takes them. They replace something on the cursor's line, all of them the same. `document`
 * makes the documentation of an item, for clients that want it at once.
 */
export function toCompletionList(
  items: readonly CompletionItem[],
  cursor: CompletionCursor,
  client: CompletionClient,
  document: (item: CompletionItem) => string | undefined,
): lsp.CompletionList {
  const { itemDefaults, resolvesDocumentation } = client;
  const span = items[0]?.edit.span;
  const editRange = span && itemDefaults.has('editRange') ? rangeAround(span, cursor) : undefined;
  return {
    // Where the cursor stands at nothing that we know, or what is found depends on what is typed, the next letter counts.
    isIncomplete: items.length === 0 || items.some((item) => item.dependsOnTyped),
    ...(editRange ? { itemDefaults: { editRange } } : {}),
    items: items.map((item): lsp.CompletionItem => {
      const { label, description, kind, detail, topic, sortText, filterText, edit, snippet, thenSuggest } = item;
      const { newText } = edit;
      const converted: lsp.CompletionItem = { label, kind: COMPLETION_KINDS[kind], sortText };
      if (description !== undefined) {
        converted.labelDetails = { description };
      }
      if (detail !== undefined) {
        converted.detail = detail;
      }
      if (topic !== undefined && resolvesDocumentation) {
        converted.data = { uri: cursor.uri, topic } satisfies CompletionData;
      } else if (topic !== undefined) {
        const value = document(item);
        if (value !== undefined) {
          converted.documentation = { kind: lsp.MarkupKind.Markdown, value };
        }
      }
      if (filterText !== label) {
        converted.filterText = filterText;
      }
      if (snippet) {
        converted.insertTextFormat = lsp.InsertTextFormat.Snippet;
      }
      if (newText.includes('\n')) {
        // The text has its own indentation; VS Code would add that of the line.
        converted.insertTextMode = lsp.InsertTextMode.asIs;
      }
      if (editRange === undefined) {
        converted.textEdit = { range: rangeAround(edit.span, cursor), newText };
      } else if (newText !== label) {
        converted.textEditText = newText;
      }
      if (thenSuggest) {
        converted.command = { title: 'Suggest', command: 'editor.action.triggerSuggest' };
      }
      return converted;
    }),
  };
}

/** The range of a span on the cursor's line. */
function rangeAround({ start, end }: Span, { offset, position: { line, character } }: CompletionCursor): lsp.Range {
  return {
    start: { line, character: character + start - offset },
    end: { line, character: character + end - offset },
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

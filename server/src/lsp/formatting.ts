import * as lsp from 'vscode-languageserver';
import { formatFile, formatTyped } from '../features/formatting';
import type { TextEdit } from '../model/finding';
import type { Span } from '../model/span';
import { canonicalUri } from '../project/uri';
import { toRange } from './convert';
import type { FeatureContext, ServerFeature } from './feature';

/**
 * Formatting of reports, roadmaps and actors: of a file, of lines, and of a table while it is typed. What a client's
 * options say about line ends and spaces at them is not asked: editors send their defaults for saving, and say "do not"
 * where nobody has said anything. Indentation is the file's own.
 *
 * A client that lets us is told which of its open documents are ours, one by one. Were every Markdown file said to be
 * ours, an editor would ask people which formatter to use for files that have nothing to do with us.
 */
export const formatting: ServerFeature = {
  capabilities: ({ textDocument = {} }) => ({
    ...(textDocument.formatting?.dynamicRegistration ? {} : { documentFormattingProvider: true }),
    ...(textDocument.rangeFormatting?.dynamicRegistration ? {} : { documentRangeFormattingProvider: true }),
    ...(textDocument.onTypeFormatting?.dynamicRegistration ? {} : { documentOnTypeFormattingProvider: ON_TYPE }),
  }),
  register: (context) => {
    const { connection, session, answer } = context;
    const formatter = new Formatter(context);
    connection.onDocumentFormatting(({ textDocument: { uri } }, token) =>
      answer(token, () => formatter.format(uri, undefined)),
    );
    connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }, token) =>
      answer(token, () => formatter.format(uri, range)),
    );
    connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position }, token) =>
      answer(token, () => {
        const here = session(uri);
        const lines = here.lines(uri);
        return lines ? toEdits(formatTyped(here.snapshot(), uri, lines.offsetAt(position)), context, uri) : null;
      }),
    );
    registerForDocuments(context);
  },
};

/** The bar that ends a cell of a table, and perhaps its row. */
const ON_TYPE: lsp.DocumentOnTypeFormattingOptions = { firstTriggerCharacter: '|' };

class Formatter {
  /** What was said of a file that cannot be read, so that it is not said again each time the file is saved. */
  private readonly told = new Map<string, string>();

  constructor(private readonly context: FeatureContext) {
    context.documents.onDidClose(({ document }) => this.told.delete(canonicalUri(document.uri)));
  }

  /** The edits that format a file or some of its lines; null for a file that is none of ours. */
  format(uri: string, range: lsp.Range | undefined): lsp.TextEdit[] | null {
    const session = this.context.session(uri);
    const now = session.snapshot();
    const [role, text, lines] = [now.roleOf(uri), now.text(uri), session.lines(uri)];
    if (role === undefined || text === undefined || !lines) {
      return null;
    }
    const span = range && { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
    const { edits, problem } = formatFile(now, { uri, text, role }, span);
    if (problem) {
      this.tell(uri, lines.positionAt(problem.span.start).line, problem.message);
      return [];
    }
    this.told.delete(canonicalUri(uri));
    return toEdits(edits, this.context, uri);
  }

  private tell(uri: string, line: number, why: string): void {
    const key = canonicalUri(uri);
    const name = key.replace(/^.*\//, '');
    const message = `Rapporteur left ${name} as it is: line ${line + 1} cannot be read. ${why}`;
    if (this.told.get(key) !== message) {
      this.told.set(key, message);
      const type = lsp.MessageType.Warning;
      void this.context.connection.sendNotification(lsp.ShowMessageNotification.type, { type, message });
    }
  }
}

function toEdits(
  edits: readonly TextEdit[],
  { session }: Pick<FeatureContext, 'session'>,
  uri: string,
): lsp.TextEdit[] | null {
  const lines = session(uri).lines(uri);
  return lines
    ? edits.map(({ span, newText }: { span: Span; newText: string }) => ({ range: toRange(lines, span), newText }))
    : null;
}

/** How long after a change it is looked whether a document has become one of ours, in milliseconds. */
const REST = 200;

/** Tells a client that takes it which open documents can be formatted. */
function registerForDocuments({ client, connection, documents, session, answer }: FeatureContext): void {
  const { formatting: all, rangeFormatting: range, onTypeFormatting: onType } = client.textDocument ?? {};
  if (!all?.dynamicRegistration && !range?.dynamicRegistration && !onType?.dynamicRegistration) {
    return;
  }
  const registered = new Map<string, Promise<lsp.Disposable>>();
  const waiting = new Set<string>();
  const look = (uri: string) => {
    waiting.delete(uri);
    if (!registered.has(uri) && documents.get(uri) && session(uri).snapshot().roleOf(uri) !== undefined) {
      const registration = lsp.BulkRegistration.create();
      const documentSelector = [selectorOf(uri)];
      if (all?.dynamicRegistration) {
        registration.add(lsp.DocumentFormattingRequest.type, { documentSelector });
      }
      if (range?.dynamicRegistration) {
        registration.add(lsp.DocumentRangeFormattingRequest.type, { documentSelector });
      }
      if (onType?.dynamicRegistration) {
        registration.add(lsp.DocumentOnTypeFormattingRequest.type, { documentSelector, ...ON_TYPE });
      }
      registered.set(uri, connection.client.register(registration));
    }
  };
  // Also told of a document that is opened.
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (!registered.has(uri) && !waiting.has(uri)) {
      waiting.add(uri);
      setTimeout(() => void answer(lsp.CancellationToken.None, () => look(uri)), REST);
    }
  });
  documents.onDidClose(({ document: { uri } }) => {
    void registered.get(uri)?.then((registration) => registration.dispose());
    registered.delete(uri);
  });
}

/** A filter that fits one document. A path of another folder that ends in the same one fits too; it is asked about in vain. */
function selectorOf(uri: string): lsp.TextDocumentFilter {
  const scheme = /^[a-z][\w+.-]*(?=:)/i.exec(uri)?.[0] ?? 'file';
  const path = canonicalUri(uri)
    .slice(scheme.length + 1)
    .replace(/^\/\/[^/]*/, '')
    // A drive is written in several ways.
    .replace(/^\/[a-z](?::|%3a)(?=\/)/i, '');
  return { scheme, pattern: `${path.startsWith('/') ? '**' : ''}${path.replace(/[*?[{]/g, '[$&]')}` };
}

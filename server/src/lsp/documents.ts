import { TextDocuments } from 'vscode-languageserver';
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { composeChanges, type TextChange } from '../model/text-change';

/** The documents that are open in the client, and what the last changes did to each. */
export interface OpenDocuments extends TextDocuments<TextDocument> {
  /**
   * What has changed in a document since this was asked last; undefined where that is not known, because the client sent
   * the whole text.
   */
  takeChange(document: TextDocument): TextChange | undefined;
}

/** Documents that are kept up to date once they listen to a connection. */
export function createOpenDocuments(): OpenDocuments {
  const changes = new WeakMap<TextDocument, TextChange | 'unknown'>();
  const documents = new TextDocuments({
    create: TextDocument.create,
    update: (document, contentChanges, version) => {
      for (const contentChange of contentChanges) {
        const change = changeOf(document, contentChange);
        const before = changes.get(document);
        changes.set(
          document,
          !change || before === 'unknown' ? 'unknown' : before ? composeChanges(before, change) : change,
        );
        TextDocument.update(document, [contentChange], version);
      }
      return contentChanges.length === 0 ? TextDocument.update(document, [], version) : document;
    },
  });
  return Object.assign(documents, {
    takeChange: (document: TextDocument) => {
      const change = changes.get(document);
      changes.delete(document);
      return change === 'unknown' ? undefined : change;
    },
  });
}

/** A change as offsets into the document, which it has not been made to yet. */
function changeOf(document: TextDocument, change: TextDocumentContentChangeEvent): TextChange | undefined {
  if (!('range' in change)) {
    return undefined;
  }
  const ends = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)] as const;
  const start = Math.min(...ends);
  return { start, end: Math.max(...ends), newEnd: start + change.text.length };
}

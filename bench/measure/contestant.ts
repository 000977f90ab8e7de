import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Keystroke, type TypedFormat, typing } from '../drafts/typing';
import { Editor, type OpenedText, type ServerSetup } from '../lsp/editor';

/** A server that takes part in a comparison. */
export interface Contestant {
  readonly name: string;
  readonly setup: ServerSetup;
  /** Which form of a document it is given. */
  readonly format: TypedFormat;
  /** Milliseconds that it waits after a change before it begins to work, by its own constant. */
  readonly debounce: number;
  /** How many of the keystrokes it gets: 1 is all of them; slow servers get a share. */
  readonly share: number;
}

/** A server that runs, with one document open whose first findings are known. */
export interface OpenContestant {
  readonly contestant: Contestant;
  readonly editor: Editor;
  readonly uri: string;
  readonly keystrokes: Keystroke[];
}

/** The names of documents by their format. */
export const DOCUMENT_NAMES: Readonly<Record<TypedFormat, string>> = {
  markdown: 'draft.report.md',
  yaml: 'draft.report.yaml',
  json: 'draft.report.json',
};

/**
 * Starts a server on a folder, opens a document and waits for its findings.
 *
 * @param folder The workspace, in which the document is written.
 * @param count How many keystrokes are prepared.
 */
export async function openContestant(
  contestant: Contestant,
  folder: string,
  text: string,
  count: number,
): Promise<OpenContestant> {
  const document = await writeDocument(folder, contestant.format, text);
  const editor = await Editor.start(contestant.setup, pathToFileURL(folder).href);
  editor.open(document);
  await editor.findings(document.uri);
  return { contestant, editor, uri: document.uri, keystrokes: typing(text, contestant.format, count) };
}

/** Writes a document into a workspace, as an editor finds it there. */
export async function writeDocument(folder: string, format: TypedFormat, text: string): Promise<OpenedText> {
  const file = join(folder, DOCUMENT_NAMES[format]);
  await writeFile(file, text);
  return { uri: pathToFileURL(file).href, languageId: format, text };
}

import * as lsp from 'vscode-languageserver';
import { importReportText } from '../import/import-report';
import type { DocumentImporter } from '../import/import-task';
import type { FileSource } from '../project/file-source';
import type { Folders } from './folders';
import type { ImportArguments, ImportResult } from './protocol';

/** What an import needs of the server. */
export interface ImportEnvironment {
  readonly folders: Folders;
  readonly files: FileSource;
  readonly importDocument: DocumentImporter;
}

/** Imports a document as a roadmap; stops when the request is cancelled. */
export async function importCommand(
  { uri }: ImportArguments,
  { folders, files, importDocument }: ImportEnvironment,
  token: lsp.CancellationToken,
): Promise<ImportResult | lsp.ResponseError<void>> {
  const bytes = await files.read(uri);
  if (bytes === undefined) {
    return { problem: 'The file cannot be read.' };
  }
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
  const { actors, today } = folders.session(uri).snapshot();
  const stop = new AbortController();
  const listening = token.onCancellationRequested(() => stop.abort());
  try {
    const answer = await importDocument({ bytes, name, actors: actors.all, today }, stop.signal);
    if ('problem' in answer) {
      return answer;
    }
    const { text, actorsText, unit } = answer;
    const report = importReportText(answer, name, unit);
    return { text, report, ...(actorsText === undefined ? {} : { actorsText }) };
  } catch (error) {
    if (stop.signal.aborted) {
      return new lsp.ResponseError(lsp.LSPErrorCodes.RequestCancelled, 'The import was stopped.');
    }
    throw error;
  } finally {
    listening.dispose();
  }
}

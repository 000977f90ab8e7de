import * as lsp from 'vscode-languageserver';
import { importReportText } from '../import/import-report';
import { type DocumentImporter, tooManyBytes } from '../import/import-task';
import { roadmapsForDraft } from '../project/default-roadmap';
import type { FileSource } from '../project/file-source';
import { fileName } from '../project/uri';
import type { Folders } from './folders';
import type { ImportArguments, ImportResult } from './protocol';

/** What an import needs of the server. */
export interface ImportEnvironment {
  readonly folders: Folders;
  readonly files: FileSource;
  readonly importDocument: DocumentImporter;
}

/** Imports a document as a roadmap or as the draft of a report; stops when the request is cancelled. */
export async function importCommand(
  { uri, as = 'roadmap' }: ImportArguments,
  { folders, files, importDocument }: ImportEnvironment,
  token: lsp.CancellationToken,
): Promise<ImportResult | lsp.ResponseError<void>> {
  const size = await files.size?.(uri);
  const problem = size === undefined ? undefined : tooManyBytes(size, importDocument);
  if (problem !== undefined) {
    return { problem };
  }
  const bytes = await files.read(uri);
  if (bytes === undefined) {
    return { problem: 'The file cannot be read.' };
  }
  const name = fileName(uri);
  const snapshot = folders.session(uri).snapshot();
  const { actors, today } = snapshot;
  const stop = new AbortController();
  const listening = token.onCancellationRequested(() => stop.abort());
  try {
    const answer = await importDocument(
      { bytes, name, actors: actors.all, today, as, on: roadmapsForDraft(snapshot) },
      stop.signal,
    );
    if ('problem' in answer) {
      return answer;
    }
    const { text, actorsText, unit } = answer;
    const report = importReportText(answer, name, unit);
    return { text, report, notes: answer.report.length, ...(actorsText === undefined ? {} : { actorsText }) };
  } catch (error) {
    if (stop.signal.aborted) {
      return new lsp.ResponseError(lsp.LSPErrorCodes.RequestCancelled, 'The import was stopped.');
    }
    throw error;
  } finally {
    listening.dispose();
  }
}

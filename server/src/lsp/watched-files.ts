import { type ClientCapabilities, type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { CANDIDATE_GLOBS, DOCUMENT_GLOBS } from '../project/file-source';

/** Asks the client to tell about files that change outside the editor, where it can. */
export async function watchFiles(connection: Connection, capabilities: ClientCapabilities): Promise<void> {
  if (capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: [...CANDIDATE_GLOBS, ...DOCUMENT_GLOBS].map((globPattern) => ({ globPattern })),
    });
  }
}

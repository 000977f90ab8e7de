import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FileSizeRequest, FindFilesRequest, ReadFileRequest } from '../../server/src/lsp/protocol';

/** Answers the server's questions for files through VS Code, which reaches remote and virtual workspaces too. */
export function provideFiles(client: BaseLanguageClient): readonly vscode.Disposable[] {
  return [
    client.onRequest(FindFilesRequest, async ({ folder, globs }) => {
      // Each by itself: of braces within braces VS Code finds nothing where several folders are open.
      const found = await Promise.all(
        globs.map((glob) =>
          vscode.workspace.findFiles(
            new vscode.RelativePattern(vscode.Uri.parse(folder), glob),
            '**/{node_modules,.git}/**',
          ),
        ),
      );
      return [...new Set(found.flat().map((uri) => uri.toString()))].sort();
    }),
    client.onRequest(FileSizeRequest, async ({ uri }) => {
      try {
        return (await vscode.workspace.fs.stat(vscode.Uri.parse(uri))).size;
      } catch {
        return null;
      }
    }),
    client.onRequest(ReadFileRequest, async ({ uri }) => {
      try {
        return toBase64(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
      } catch {
        // A file that is not there is an answer, not a failure: `previous` may lead nowhere.
        return null;
      }
    }),
  ];
}

function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  }
  return btoa(binary);
}

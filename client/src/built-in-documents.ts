import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { BuiltInTextRequest } from '../../server/src/lsp/protocol';

/** Shows the roadmaps and actors that ship with Rapporteur, and the pages of rules (`rapporteur:` URIs), read-only. */
export function provideBuiltInDocuments(started: () => Promise<BaseLanguageClient>): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider('rapporteur', {
    provideTextDocumentContent: async (uri) => {
      const client = await started();
      return (await client.sendRequest(BuiltInTextRequest, { uri: uri.toString() })) ?? undefined;
    },
  });
}

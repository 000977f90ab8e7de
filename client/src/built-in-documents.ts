import * as vscode from 'vscode';

/**
 * Shows the roadmaps and actors that ship with Rapporteur, and the pages of rules (`rapporteur:` URIs), read-only. They
 * are files of the extension: no server has to run for them.
 */
export function provideBuiltInDocuments(extensionUri: vscode.Uri): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider('rapporteur', {
    provideTextDocumentContent: async ({ path }) => {
      // Nothing but these: the URI may come from anywhere.
      if (!/^\/(data|docs\/rules)\/[\w/-]+(\.[\w-]+)*$/.test(path)) {
        return undefined;
      }
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, path));
      return new TextDecoder().decode(bytes);
    },
  });
}

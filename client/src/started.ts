import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { provideFiles } from './files';
import { StatusBar } from './status-bar';

export { runCommand } from './commands';

/** What the window does for a server as long as it runs. */
export function accompany(client: BaseLanguageClient): readonly vscode.Disposable[] {
  return [...provideFiles(client), new StatusBar(client)];
}

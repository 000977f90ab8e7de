import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { provideFiles } from './files';
import { StatusBar } from './status-bar';
import { tokenTypes } from './token-types';

export { runCommand } from './commands';

/** What the window does for a server as long as it runs. */
export function accompany(client: BaseLanguageClient): readonly vscode.Disposable[] {
  client.registerFeature(tokenTypes());
  return [...provideFiles(client), new StatusBar(client)];
}

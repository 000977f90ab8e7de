import * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';

// What is loaded when the server is started: the bundle dist/node-client.js.
export * from './started';

/** The client of a server that is a process. */
export function createClient(extensionUri: vscode.Uri, options: LanguageClientOptions): LanguageClient {
  const module = vscode.Uri.joinPath(extensionUri, 'dist', 'server.js').fsPath;
  return new LanguageClient('rapporteur', 'Rapporteur', { module, transport: TransportKind.ipc }, options);
}

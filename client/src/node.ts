import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { Extension } from './extension';

/** The extension in the desktop's and the remote extension host: the bundle dist/client.js. The server is a process. */
export function activate(context: vscode.ExtensionContext): void {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server: ServerOptions = { module, transport: TransportKind.ipc };
  context.subscriptions.push(
    new Extension((options) => new LanguageClient('rapporteur', 'Rapporteur', server, options)),
  );
}

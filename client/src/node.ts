import * as vscode from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { Extension, type RapporteurApi } from './extension';

/** The extension in the desktop's and the remote extension host: the bundle dist/client.js. The server is a process. */
export function activate(context: vscode.ExtensionContext): RapporteurApi {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const server: ServerOptions = { module, transport: TransportKind.ipc };
  const extension = new Extension((options) => new LanguageClient('rapporteur', 'Rapporteur', server, options));
  context.subscriptions.push(extension);
  return { isServerStarted: () => extension.isServerStarted() };
}

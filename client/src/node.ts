import type * as vscode from 'vscode';
import { Extension, type RapporteurApi } from './extension';

/** The extension in the desktop's and the remote extension host: the bundle dist/client.js. */
export function activate(context: vscode.ExtensionContext): RapporteurApi {
  const extension = new Extension(context.extensionUri, context.storageUri, () => import('./node-client'));
  context.subscriptions.push(extension);
  return extension.api();
}

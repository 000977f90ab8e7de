import type * as vscode from 'vscode';
import { Extension, type RapporteurApi } from './extension';

/** The extension in the browser's extension host, without Node: the bundle dist/web/client.js. */
export function activate(context: vscode.ExtensionContext): RapporteurApi {
  const extension = new Extension(context.extensionUri, context.storageUri, () => import('./web-client'));
  context.subscriptions.push(extension);
  return extension.api();
}

import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient/browser';

// What is evaluated when the server is started. It is a part of dist/web/client.js: an extension is one file there.
export * from './started';

/** Of the browser, which the types for Node do not have. */
declare const Worker: new (
  url: string,
) => ConstructorParameters<typeof BrowserMessageReader>[0] & { terminate(): void };

/** The client of a server that is a worker. */
export function createClient(extensionUri: vscode.Uri, options: LanguageClientOptions): LanguageClient {
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'main.js');
  let last: InstanceType<typeof Worker> | undefined;
  // Its own kind of worker is no `Worker` to the language client where VS Code has put another class in the place of it.
  const connect = async () => {
    // A worker does not end with its server.
    last?.terminate();
    const worker = new Worker(await addressOf(script));
    last = worker;
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return new LanguageClient('rapporteur', 'Rapporteur', connect, options);
}

/** A worker takes the addresses of the web only: of an extension that lies elsewhere, such as on a server, a copy. */
async function addressOf(script: vscode.Uri): Promise<string> {
  if (/^https?$/.test(script.scheme)) {
    return script.toString(true);
  }
  const bytes = await vscode.workspace.fs.readFile(script);
  return URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'text/javascript' }));
}

import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol';
import { recogniseFile } from '../../server/src/parse/recognise';
import { provideBuiltInDocuments } from './built-in-documents';
import { registerCommands } from './commands';
import { provideFiles } from './files';
import { StatusBar } from './status-bar';

/** Documents that the server hears of; what is a report among them is decided by their text. */
const DOCUMENTS = [{ language: 'markdown' }, { language: 'yaml' }];

/**
 * The extension in one window. The server is started when the first document of ours is seen or a command needs it, so
 * that a window with other Markdown and YAML files pays nothing.
 */
export class Extension implements vscode.Disposable {
  private readonly disposables: vscode.Disposable[] = [];
  private readonly watching: vscode.Disposable[] = [];
  private starting: Promise<BaseLanguageClient> | undefined;
  private client: BaseLanguageClient | undefined;

  constructor(private readonly createClient: (options: LanguageClientOptions) => BaseLanguageClient) {
    this.disposables.push(
      provideBuiltInDocuments(() => this.started()),
      ...registerCommands(this),
    );
    this.watching.push(
      vscode.workspace.onDidOpenTextDocument((document) => this.startFor(document)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.startFor(document)),
    );
    for (const document of vscode.workspace.textDocuments) {
      this.startFor(document);
    }
  }

  /** The running client; starts it where it does not run yet. */
  started(): Promise<BaseLanguageClient> {
    this.starting ??= this.start();
    return this.starting;
  }

  /** Starts the server anew; what is open is checked again. */
  async restart(): Promise<void> {
    const client = await this.started();
    await client.stop();
    await client.start();
  }

  dispose(): void {
    vscode.Disposable.from(...this.watching, ...this.disposables).dispose();
    void this.client?.dispose();
  }

  private startFor(document: vscode.TextDocument): void {
    if (vscode.languages.match(DOCUMENTS, document) > 0 && isOurs(document)) {
      void this.started();
    }
  }

  private async start(): Promise<BaseLanguageClient> {
    vscode.Disposable.from(...this.watching.splice(0)).dispose();
    const initializationOptions: InitializationOptions = { providesFiles: true };
    const client = this.createClient({ documentSelector: DOCUMENTS, initializationOptions });
    this.client = client;
    this.disposables.push(...provideFiles(client), new StatusBar(client));
    await client.start();
    return client;
  }
}

/** How many lines are looked at, so that a long document costs no more than a short one. */
const LINES_LOOKED_AT = 100;

function isOurs(document: vscode.TextDocument): boolean {
  const name = document.isUntitled ? `untitled.${document.languageId === 'yaml' ? 'yaml' : 'md'}` : document.uri.path;
  return recogniseFile(name, document.getText(new vscode.Range(0, 0, LINES_LOOKED_AT, 0))) !== 'none';
}

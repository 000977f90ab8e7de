import { PassThrough } from 'node:stream';
import picomatch from 'picomatch';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import * as lsp from 'vscode-languageserver-protocol/node';
import type { DocumentImporter } from '../../server/src/import/import-task';
import { runImport } from '../../server/src/import/run-import';
import type { KeepingHost } from '../../server/src/lsp/kept-findings';
import type { ReportThreadSource } from '../../server/src/lsp/report-threads';
import { startServer } from '../../server/src/lsp/server';
import type { FileSource } from '../../server/src/project/file-source';

/** How a test client introduces itself. */
export interface TestClientOptions {
  /** Whether it pulls diagnostics, as VS Code does, or is pushed to, as Neovim 0.7. Default: pulls. */
  readonly pulls?: boolean;
  /** Files on the "disk", by path from the folder `file:///w/`. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The folders of its workspace, below `file:///w`. Default: that one. */
  readonly folders?: readonly string[];
  /** What it says of completions. Default: nothing, as an editor of before LSP 3.16. */
  readonly completion?: lsp.CompletionClientCapabilities;
  /** What else it says of itself; instead of what test clients say, group by group. */
  readonly capabilities?: lsp.ClientCapabilities;
  readonly initializationOptions?: Readonly<Record<string, unknown>>;
  readonly today?: string;
  /** Threads that read the same files. */
  readonly threads?: (files: FileSource) => ReportThreadSource;
  /** Keeps findings for the next start. */
  readonly keeping?: KeepingHost;
  /** Paths of files that cannot be read: who tries is told so. */
  readonly unreadable?: readonly string[];
  /** Imports documents; default: the import itself, in the test's own thread. */
  readonly importDocument?: DocumentImporter;
  /** Settled before the server may find files; so that requests are under way while it starts. */
  readonly filesReady?: Promise<void>;
}

/** URI of a path in the test's workspace folder. */
export function workspaceUri(path: string): string {
  return `file:///w/${path}`;
}

function workspaceFolder(path: string): lsp.WorkspaceFolder {
  return { uri: `file:///w/${path}`.replace(/\/$/, ''), name: path };
}

/**
 * A client and a server in one process, joined by streams: what is sent goes through the protocol's own encoding. Files
 * are in memory; "today" is 3 June 2024 where nothing is said.
 */
export class TestClient {
  readonly published = new Map<string, lsp.PublishDiagnosticsParams>();
  readonly overviews = new Map<string, unknown>();
  readonly logged: string[] = [];
  refreshes = 0;
  tokenRefreshes = 0;
  /** What the server asked to be told about, by the id of the registration; those taken back are gone. */
  readonly registered = new Map<string, lsp.Registration>();
  /** What was shown to the user. */
  readonly messages: string[] = [];
  /** What the server said that it can do. */
  capabilities: lsp.ServerCapabilities = {};
  private readonly versions = new Map<string, number>();
  private readonly waiting: { readonly isMet: () => boolean; readonly resolve: () => void }[] = [];
  private settings: Readonly<Record<string, unknown>>;
  readonly files = new Map<string, Uint8Array>();

  private constructor(
    readonly connection: lsp.ProtocolConnection,
    options: TestClientOptions,
  ) {
    this.settings = options.settings ?? {};
    for (const [path, content] of Object.entries(options.files ?? {})) {
      this.files.set(workspaceUri(path), typeof content === 'string' ? new TextEncoder().encode(content) : content);
    }
  }

  /** Starts a server and shakes hands with it. */
  static async start(options: TestClientOptions = {}): Promise<TestClient> {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const connection = lsp.createProtocolConnection(
      new lsp.StreamMessageReader(toClient),
      new lsp.StreamMessageWriter(toServer),
    );
    const client = new TestClient(connection, options);
    const files = client.fileSource(options);
    startServer(createConnection(ProposedFeatures.all, toServer, toClient), {
      soon: (run) => setImmediate(run),
      today: () => options.today ?? '2024-06-03',
      files,
      ...(options.threads ? { threads: options.threads(files) } : {}),
      ...(options.keeping ? { keeping: options.keeping } : {}),
      importer: () => options.importDocument ?? runImport,
      packageRoot: undefined,
      version: '0.0.0',
    });
    client.listen();
    await client.initialize(options);
    return client;
  }

  async open(uri: string, text: string, languageId = uri.endsWith('.yaml') ? 'yaml' : 'markdown'): Promise<void> {
    this.versions.set(uri, 1);
    await this.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Sends changes: ranged ones, or a whole text. */
  async change(uri: string, ...contentChanges: lsp.TextDocumentContentChangeEvent[]): Promise<void> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification(lsp.DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** The findings of a document, pulled. */
  async pull(uri: string): Promise<readonly lsp.Diagnostic[]> {
    const report = await this.connection.sendRequest(lsp.DocumentDiagnosticRequest.type, { textDocument: { uri } });
    if (report.kind !== lsp.DocumentDiagnosticReportKind.Full) {
      throw new Error('unchanged where nothing was known');
    }
    return report.items;
  }

  async configure(settings: Readonly<Record<string, unknown>>): Promise<void> {
    this.settings = settings;
    await this.connection.sendNotification(lsp.DidChangeConfigurationNotification.type, { settings: null });
  }

  /** Writes a file on the "disk", or deletes it, and tells the server so. */
  async write(path: string, text: string | undefined): Promise<void> {
    const uri = workspaceUri(path);
    const isNew = !this.files.has(uri);
    if (text === undefined) {
      this.files.delete(uri);
    } else {
      this.files.set(uri, new TextEncoder().encode(text));
    }
    const { Created, Changed, Deleted } = lsp.FileChangeType;
    const type = text === undefined ? Deleted : isNew ? Created : Changed;
    await this.connection.sendNotification(lsp.DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });
  }

  /** Adds folders to the workspace, by their paths, and takes others out of it. */
  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const event = { added: added.map(workspaceFolder), removed: removed.map(workspaceFolder) };
    await this.connection.sendNotification(lsp.DidChangeWorkspaceFoldersNotification.type, { event });
  }

  /** Waits until the server has taken what was sent to it. */
  async settled(): Promise<void> {
    await this.connection.sendRequest(lsp.ExecuteCommandRequest.type, { command: 'rapporteur.server.roadmaps' });
  }

  /** Waits until something that the server tells makes the condition true. */
  async until(isMet: () => boolean): Promise<void> {
    if (!isMet()) {
      await new Promise<void>((resolve) => this.waiting.push({ isMet, resolve }));
    }
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest(lsp.ShutdownRequest.type);
    this.connection.dispose();
  }

  private listen(): void {
    const { connection } = this;
    connection.onNotification(lsp.PublishDiagnosticsNotification.type, (parameters) => {
      this.published.set(parameters.uri, parameters);
      this.told();
    });
    connection.onNotification('rapporteur/overview', ({ uri, overview }: { uri: string; overview: unknown }) => {
      this.overviews.set(uri, overview);
      this.told();
    });
    connection.onNotification(lsp.LogMessageNotification.type, ({ message }) => {
      this.logged.push(message);
    });
    connection.onRequest(lsp.DiagnosticRefreshRequest.type, () => {
      this.refreshes++;
      this.told();
    });
    connection.onRequest(lsp.ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    connection.onRequest(lsp.SemanticTokensRefreshRequest.type, () => {
      this.tokenRefreshes++;
      this.told();
    });
    connection.onRequest(lsp.RegistrationRequest.type, ({ registrations }) => {
      for (const registration of registrations) {
        this.registered.set(registration.id, registration);
      }
      this.told();
    });
    connection.onRequest(lsp.UnregistrationRequest.type, ({ unregisterations }) => {
      for (const { id } of unregisterations) {
        this.registered.delete(id);
      }
      this.told();
    });
    connection.onNotification(lsp.ShowMessageNotification.type, ({ message }) => {
      this.messages.push(message);
      this.told();
    });
    connection.onRequest(lsp.WorkDoneProgressCreateRequest.type, () => undefined);
    connection.listen();
  }

  private told(): void {
    for (const one of this.waiting.filter(({ isMet }) => isMet())) {
      this.waiting.splice(this.waiting.indexOf(one), 1);
      one.resolve();
    }
  }

  private async initialize({
    pulls = true,
    completion,
    folders = [''],
    capabilities: more = {},
    initializationOptions,
  }: TestClientOptions): Promise<void> {
    const { capabilities } = await this.connection.sendRequest(lsp.InitializeRequest.type, {
      processId: null,
      rootUri: null,
      initializationOptions: { cacheFolder: 'file:///cache', ...initializationOptions },
      workspaceFolders: folders.map(workspaceFolder),
      capabilities: {
        textDocument: {
          publishDiagnostics: { relatedInformation: true, versionSupport: true },
          ...(pulls ? { diagnostic: {} } : {}),
          ...(completion ? { completion } : {}),
          ...more.textDocument,
        },
        workspace: {
          configuration: true,
          workspaceFolders: true,
          ...(pulls ? { diagnostics: { refreshSupport: true } } : {}),
          didChangeWatchedFiles: { dynamicRegistration: true },
          ...more.workspace,
        },
        window: { workDoneProgress: true, ...more.window },
      },
    });
    this.capabilities = capabilities;
    await this.connection.sendNotification(lsp.InitializedNotification.type, {});
  }

  private fileSource({ filesReady, unreadable = [] }: TestClientOptions): FileSource {
    return {
      find: async (folder, globs) => {
        await filesReady;
        const matches = picomatch([...globs]);
        const below = [...this.files.keys()].filter((uri) => uri.startsWith(`${folder}/`));
        return below.filter((uri) => matches(uri.slice(folder.length + 1)));
      },
      read: async (uri) => {
        if (unreadable.some((path) => workspaceUri(path) === uri)) {
          throw new Error('The disk is broken.');
        }
        return this.files.get(decodeURI(uri));
      },
      size: async (uri) => this.files.get(decodeURI(uri))?.length,
    };
  }
}

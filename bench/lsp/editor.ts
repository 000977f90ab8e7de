import type { FullDocumentDiagnosticReport, Range, ServerCapabilities } from 'vscode-languageserver-protocol';
import { VS_CODE_CAPABILITIES } from './client-capabilities';
import { type ServerCommand, ServerError, ServerProcess } from './server-process';

/** What makes one server different from another one for the editor. */
export interface ServerSetup {
  readonly command: ServerCommand;
  readonly initializationOptions?: unknown;
  /** Settings by section, for `workspace/configuration`; null for every other section. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Sets up what else it asks of its client; called before anything is sent. */
  readonly prepare?: (server: ServerProcess, texts: ReadonlyMap<string, string>) => void;
  /** Called when the handshake is over. */
  readonly onInitialized?: (server: ServerProcess) => void;
}

/** A document to open. */
export interface OpenedText {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
}

/** A change of a document: what to replace, and the document's text afterwards. */
export interface Edit {
  readonly range: Range;
  readonly inserted: string;
}

/** An editor with one server, which does what VS Code does: it opens, changes, and asks for findings after each change. */
export class Editor {
  private readonly versions = new Map<string, number>();
  private readonly resultIds = new Map<string, string>();
  private readonly published = new Map<string, Published>();
  private readonly waiting = new Map<string, (published: Published) => void>();
  private pullsDynamically = false;
  private pullsStatically = false;

  private constructor(
    readonly server: ServerProcess,
    /** Milliseconds of `performance.now()` when the process was started, and when it had answered the handshake. */
    readonly started: number,
    private readonly texts: Map<string, string>,
  ) {}

  /** When the server had answered the handshake, in milliseconds of `performance.now()`. */
  initialized = 0;
  capabilities: ServerCapabilities = {};

  /**
   * Starts a server and shakes hands with it.
   *
   * @param folder URI of the workspace's folder.
   */
  static async start(setup: ServerSetup, folder: string): Promise<Editor> {
    const started = performance.now();
    const server = ServerProcess.start(setup.command);
    const editor = new Editor(server, started, new Map());
    editor.listen(setup);
    setup.prepare?.(server, editor.texts);
    const { result, at } = await server.request('initialize', {
      processId: process.pid,
      clientInfo: { name: 'Visual Studio Code', version: '1.100.0' },
      locale: 'en',
      rootUri: folder,
      workspaceFolders: [{ uri: folder, name: 'bench' }],
      capabilities: VS_CODE_CAPABILITIES,
      initializationOptions: setup.initializationOptions,
      trace: 'off',
    });
    editor.initialized = at;
    editor.capabilities = (result as { capabilities: ServerCapabilities }).capabilities;
    editor.pullsStatically = editor.capabilities.diagnosticProvider !== undefined;
    server.notify('initialized', {});
    setup.onInitialized?.(server);
    return editor;
  }

  /** Whether findings are asked for; else the server sends them when it wants. */
  get pulls(): boolean {
    return this.pullsStatically || this.pullsDynamically;
  }

  /** Opens a document. */
  open({ uri, languageId, text }: OpenedText): void {
    this.versions.set(uri, 1);
    this.texts.set(uri, text);
    this.server.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Closes a document. */
  close(uri: string): void {
    this.server.notify('textDocument/didClose', { textDocument: { uri } });
    this.resultIds.delete(uri);
  }

  /** Sends a change. The text is what the document is afterwards, for servers that ask their client for it. */
  change(uri: string, { range, inserted }: Edit, textAfter: string): void {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    this.texts.set(uri, textAfter);
    this.server.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: inserted }],
    });
  }

  /**
   * The findings of a document as it is now: asked for, or the next ones that the server sends.
   *
   * @returns When they had arrived, in milliseconds of `performance.now()`, and how many there are; undefined where
   *   they are unchanged.
   */
  async findings(uri: string): Promise<{ readonly at: number; readonly count: number | undefined }> {
    return this.pulls ? this.pull(uri) : this.nextPublished(uri);
  }

  /**
   * Asks for findings with the id of the last answer; the request can be cancelled.
   *
   * @returns The time of the answer's arrival. It is rejected where the server has dropped the request.
   */
  startPull(uri: string): { readonly answer: Promise<number>; readonly cancel: () => void } {
    const request = this.server.request('textDocument/diagnostic', this.pullParameters(uri));
    let isOver = false;
    const answer = request
      .finally(() => {
        isOver = true;
      })
      .then(({ result, at }) => {
        this.remember(uri, result);
        return at;
      });
    const cancel = () => {
      if (!isOver) {
        this.server.notify('$/cancelRequest', { id: request.id });
      }
    };
    return { answer, cancel };
  }

  private async pull(uri: string): Promise<{ at: number; count: number | undefined }> {
    const { result, at } = await this.server.request('textDocument/diagnostic', this.pullParameters(uri));
    return { at, count: this.remember(uri, result) };
  }

  private pullParameters(uri: string): unknown {
    const previousResultId = this.resultIds.get(uri);
    return { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) };
  }

  /** Keeps the id of an answer to a pull. @returns How many findings it has; undefined where they are unchanged. */
  private remember(uri: string, result: unknown): number | undefined {
    const report = result as Partial<FullDocumentDiagnosticReport>;
    if (report.resultId !== undefined) {
      this.resultIds.set(uri, report.resultId);
    }
    return report.items?.length;
  }

  private nextPublished(uri: string): Promise<Published> {
    const version = this.versions.get(uri) ?? 0;
    const last = this.published.get(uri);
    if (last?.version === version) {
      return Promise.resolve(last);
    }
    return new Promise((resolve) => this.waiting.set(uri, resolve));
  }

  private listen({ settings = {} }: ServerSetup): void {
    const { server } = this;
    server.on('workspace/configuration', (params) =>
      (params as { items: { section?: string }[] }).items.map(({ section }) => settings[section ?? ''] ?? null),
    );
    server.on('workspace/workspaceFolders', () => null);
    server.on('client/registerCapability', (params) => {
      for (const { method } of (params as { registrations: { method: string }[] }).registrations) {
        this.pullsDynamically ||= method === 'textDocument/diagnostic';
      }
    });
    server.on('textDocument/publishDiagnostics', (params, at) => {
      const { uri, version, diagnostics } = params as { uri: string; version?: number; diagnostics: unknown[] };
      const published = { at, count: diagnostics.length, version };
      this.published.set(uri, published);
      if (version === undefined || version === this.versions.get(uri)) {
        this.waiting.get(uri)?.(published);
        this.waiting.delete(uri);
      }
    });
  }
}

/** Whether a server has dropped a request because it is stale. */
export function wasCancelled(error: unknown): boolean {
  return error instanceof ServerError && [-32800, -32801, -32802].includes(error.code ?? 0);
}

interface Published {
  readonly at: number;
  readonly count: number;
  readonly version: number | undefined;
}

import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { ClientCommand } from '../../server/src/lsp/client-commands';
import type { InitializationOptions } from '../../server/src/lsp/protocol';
import { BUILT_IN_KINDS } from '../../server/src/model/draft-kind';
import { PROJECT_FILES } from '../../server/src/model/file-role';
import { recogniseFile } from '../../server/src/parse/recognise';
import { provideBuiltInDocuments } from './built-in-documents';
import { ImportReports } from './import-reports';

/** What the extension tells other extensions, and tests. */
export interface RapporteurApi {
  /** Whether the server was started in this window: not before the first report, roadmap or command of Rapporteur. */
  isServerStarted(): boolean;
  /** Milliseconds from the first report or command to a server that answers; undefined before that. */
  timeToStart(): number | undefined;
}

/** What commands need of the extension. */
export interface CommandContext {
  started(): Promise<BaseLanguageClient>;
  restart(): Promise<void>;
  readonly importReports: ImportReports;
}

/** Ids of the commands that the palette, the status bar and lenses have. */
export type CommandId = (typeof COMMANDS)[number];

/** All that is loaded when the server is started or a command is run, and not before. */
export interface StartedModule {
  createClient(extensionUri: vscode.Uri, options: LanguageClientOptions): BaseLanguageClient;
  accompany(client: BaseLanguageClient): readonly vscode.Disposable[];
  runCommand(id: CommandId, context: CommandContext, given: readonly unknown[]): Promise<unknown>;
}

const COMMANDS = [
  'rapporteur.newReport',
  'rapporteur.importRoadmap',
  'rapporteur.importReport',
  'rapporteur.insertMissingEntries',
  'rapporteur.convertToMarkdown',
  'rapporteur.convertToYaml',
  'rapporteur.checkAll',
  'rapporteur.setAsOf',
  'rapporteur.restartServer',
  'rapporteur.showOutput',
  'rapporteur.showMenu',
  'rapporteur.showPlaces',
] as const;

/**
 * The extension in one window. The server is started, and the client loaded, when the first document of ours is seen or
 * a command needs it, so that a window with other Markdown and YAML files pays nothing.
 */
export class Extension implements vscode.Disposable, CommandContext {
  /** What imports have found, as long as this window is open. */
  readonly importReports = new ImportReports();
  private readonly disposables: vscode.Disposable[] = [this.importReports];
  private readonly watching: vscode.Disposable[] = [];
  private readonly ofClient: vscode.Disposable[] = [];
  /** Documents that the server hears of; what is a report among them is decided by their text. */
  private readonly documents = documentsOfWorkspace();
  private starting: Promise<BaseLanguageClient> | undefined;
  private client: BaseLanguageClient | undefined;
  private startedIn: number | undefined;
  /** The kinds of draft that the project files of folders declare, by the folders' URIs; as they were when first asked. */
  private readonly ownKinds = new Map<string, Promise<readonly string[]>>();

  /**
   * @param extensionUri where the extension lies
   * @param storageUri where findings may be kept for this workspace; undefined in a window without one
   * @param load loads what a running server needs; another module for each kind of host
   */
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly storageUri: vscode.Uri | undefined,
    private readonly load: () => Promise<StartedModule>,
  ) {
    this.disposables.push(
      provideBuiltInDocuments(extensionUri),
      ...COMMANDS.map((id) =>
        vscode.commands.registerCommand(id, async (...given: readonly unknown[]) =>
          (await load()).runCommand(id, this, given),
        ),
      ),
    );
    this.watching.push(
      vscode.workspace.onDidOpenTextDocument((document) => this.startFor(document)),
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Far below nothing can make a document one of ours.
        if (contentChanges.some(({ range }) => range.start.line < LINES_LOOKED_AT)) {
          this.startFor(document);
        }
      }),
    );
    for (const document of vscode.workspace.textDocuments) {
      this.startFor(document);
    }
  }

  /** What other extensions see of this one. */
  api(): RapporteurApi {
    return { isServerStarted: () => this.starting !== undefined, timeToStart: () => this.startedIn };
  }

  /** The running client; starts it where it does not run yet. */
  started(): Promise<BaseLanguageClient> {
    this.starting ??= this.start();
    return this.starting;
  }

  /** Starts the server anew, whatever became of the last one; what is open is checked again. */
  async restart(): Promise<void> {
    await this.starting?.catch(() => {});
    if (this.client?.isRunning()) {
      await this.client.stop();
      await this.client.start();
    } else {
      this.stop();
      await this.started();
    }
  }

  dispose(): void {
    vscode.Disposable.from(...this.watching.splice(0), ...this.disposables).dispose();
    this.stop();
  }

  private startFor(document: vscode.TextDocument): void {
    if (vscode.languages.match(this.documents, document) === 0) {
      return;
    }
    if (isOurs(document, BUILT_IN_KINDS)) {
      this.startOrTell();
    } else {
      void this.startForOwnKind(document);
    }
  }

  private startOrTell(): void {
    // Where it cannot start the client tells the user so itself.
    this.started().catch(() => {});
  }

  /** Starts the server where a document is a draft of a kind that the project file of its folder declares. */
  private async startForOwnKind(document: vscode.TextDocument): Promise<void> {
    const folder = vscode.workspace.getWorkspaceFolder(document.uri) ?? vscode.workspace.workspaceFolders?.[0];
    if (!folder) {
      return;
    }
    const key = folder.uri.toString();
    const reading = this.ownKinds.get(key) ?? declaredKinds(folder.uri);
    this.ownKinds.set(key, reading);
    const kinds = await reading;
    const isWatching = this.watching.length > 0;
    if (isWatching && kinds.length > 0 && isOurs(document, kinds)) {
      this.startOrTell();
    }
  }

  private async start(): Promise<BaseLanguageClient> {
    const begun = performance.now();
    vscode.Disposable.from(...this.watching.splice(0)).dispose();
    const { createClient, accompany } = await this.load();
    if (this.starting === undefined) {
      throw new vscode.CancellationError();
    }
    const initializationOptions: InitializationOptions = {
      providesFiles: true,
      commands: Object.values(ClientCommand),
      importProgram: vscode.Uri.joinPath(this.extensionUri, 'dist', 'import.js').toString(),
      ...(this.storageUri ? { cacheFolder: vscode.Uri.joinPath(this.storageUri, 'findings').toString() } : {}),
    };
    const client = createClient(this.extensionUri, { documentSelector: this.documents, initializationOptions });
    this.client = client;
    this.ofClient.push(...accompany(client));
    await client.start();
    this.startedIn = performance.now() - begun;
    return client;
  }

  /** Leaves the client and its server behind. */
  private stop(): void {
    vscode.Disposable.from(...this.ofClient.splice(0)).dispose();
    this.client?.dispose().catch(() => {});
    this.client = undefined;
    this.starting = undefined;
  }
}

/**
 * Markdown and YAML on the file systems of the workspace, and unsaved. Not the older versions of a file that version
 * control shows beside it. Of what is built in the roadmaps and actors: from them one asks which reports name something.
 */
function documentsOfWorkspace(): { readonly scheme: string; readonly language: string }[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = new Set(['file', 'untitled', ...folders.map((folder) => folder.uri.scheme)]);
  const onFileSystems = [...schemes].flatMap((scheme) => [
    { scheme, language: 'markdown' },
    { scheme, language: 'yaml' },
  ]);
  return [...onFileSystems, { scheme: 'rapporteur', language: 'yaml' }];
}

/** How many lines are looked at, so that a long document costs no more than a short one. */
const LINES_LOOKED_AT = 100;

function isOurs(document: vscode.TextDocument, kinds: readonly string[]): boolean {
  const name = document.isUntitled ? `untitled.${document.languageId === 'yaml' ? 'yaml' : 'md'}` : document.uri.path;
  return recogniseFile(name, document.getText(new vscode.Range(0, 0, LINES_LOOKED_AT, 0)), kinds) !== 'none';
}

/** The ids that stand behind `kind:` in the project file of a folder; the server tells what is wrong with them. */
async function declaredKinds(folder: vscode.Uri): Promise<readonly string[]> {
  for (const name of PROJECT_FILES) {
    try {
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, name)));
      return [...text.matchAll(KIND_LINE)].map(([, , id = '']) => id);
    } catch {
      // There is none by this name.
    }
  }
  return [];
}

const KIND_LINE = /^[ \t]*(?:-[ \t]+)?kind:[ \t]+(["']?)([^"'#\r\n]*[^"'#\s])\1[ \t]*(?:#.*)?$/gm;

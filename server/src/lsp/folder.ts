import type * as lsp from 'vscode-languageserver';
import { builtInFiles } from '../project/built-in';
import type { FileSource } from '../project/file-source';
import { ClosedStatements } from './closed-statements';
import type { RulePage } from './convert';
import { DiagnosticWriter } from './diagnostic-writer';
import { Diagnostics } from './diagnostics';
import { createFolderPlaces, type FolderPlaces } from './folder-places';
import { KeptFindings } from './kept-findings';
import type { InitializationOptions } from './protocol';
import type { ServerHost } from './server';
import { Session } from './session';
import { readEditorSettings } from './settings';
import { WorkspaceDiagnostics, type WorkspaceDiagnosticsService } from './workspace-diagnostics';

/** What all folders of a workspace have in common. */
export interface FolderService {
  readonly host: ServerHost;
  readonly connection: lsp.Connection;
  /** What the client can do, and what it said when it started the server. */
  readonly client: lsp.ClientCapabilities;
  readonly options: InitializationOptions;
  readonly files: FileSource;
  /** Where what is built in lies. */
  readonly root: string;
  readonly pageOf: RulePage;
  /** Is called when reports that nobody has open say something else of actions, or more of them are known. */
  readonly statementsChanged: () => void;
}

/** A folder of the workspace: reports with roadmaps, actors, a project file and settings of their own. */
export class Folder {
  readonly session: Session;
  /** The findings of open documents. */
  readonly diagnostics: Diagnostics;
  /** The findings of all other reports. */
  readonly workspace: WorkspaceDiagnostics;
  /** What the places of its files name. */
  readonly places: FolderPlaces;

  /**
   * @param uri undefined for documents that are in no folder
   * @param owns whether a file belongs to this folder and not to one within it
   */
  constructor(
    readonly uri: string | undefined,
    private readonly service: FolderService,
    owns: (uri: string) => boolean,
  ) {
    const { host, connection, client, root, pageOf } = service;
    const files: FileSource = {
      read: (file) => service.files.read(file),
      find: async (folder, globs) => (await service.files.find(folder, globs)).filter(owns),
    };
    const pulls = client.textDocument?.diagnostic !== undefined;
    const session = new Session(files, host.today, uri, builtInFiles(root));
    this.session = session;
    const keepsData = client.textDocument?.publishDiagnostics?.dataSupport === true;
    this.diagnostics = new Diagnostics(connection, session, new DiagnosticWriter(pageOf, keepsData), pulls);
    const pause = () => new Promise<void>(host.soon);
    const statements = new ClosedStatements(() => this.workspace.readStatements(), service.statementsChanged);
    this.places = createFolderPlaces(session, statements, {
      ...{ files, folder: uri, pause },
      isWatched: client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    });
    this.workspace = new WorkspaceDiagnostics({
      ...{ connection, session, root, pageOf, files, owns, folder: uri, statements },
      isOpen: (file) => session.isOpen(file),
      pulls: pulls && client.workspace?.diagnostics !== undefined,
      pause,
      threads: this.threads(),
      kept: this.kept(),
    });
  }

  /** Reads the settings, roadmaps and actors of the folder. Rejects where that fails. */
  async load(): Promise<void> {
    await this.readSettings(this.service.options.settings);
    await this.session.loadDefinitions();
  }

  /**
   * Reads the editor's settings for this folder.
   *
   * @param sent those that came without being asked for
   * @returns whether they are others than before
   */
  async readSettings(sent: unknown): Promise<boolean> {
    const { connection, client } = this.service;
    return this.session.setEditorSettings(await readEditorSettings(connection, client, sent, this.uri));
  }

  /** The threads that may be used. They read files themselves, from the disk. */
  private threads(): WorkspaceDiagnosticsService['threads'] {
    const { host, options } = this.service;
    return host.threads && this.uri?.startsWith('file:')
      ? { ...host.threads, most: options.threads ?? host.threads.most }
      : undefined;
  }

  /** What is kept of findings, where the client has named a place for that. */
  private kept(): WorkspaceDiagnosticsService['kept'] {
    const { host, options, connection } = this.service;
    const { cacheFolder } = options;
    if (typeof cacheFolder !== 'string' || !host.keeping) {
      return undefined;
    }
    const { hash, cacheIn } = host.keeping;
    const files = cacheIn(`${cacheFolder}/${hash(this.uri ?? '').slice(0, DIGITS)}`);
    const complain = (reason: unknown) =>
      connection.console.warn(`Findings cannot be kept in ${cacheFolder}: ${reason}`);
    return files && { findings: new KeptFindings(files, host.keeping, complain), hash };
  }
}

/** How many digits tell the folders of a workspace apart. */
const DIGITS = 12;

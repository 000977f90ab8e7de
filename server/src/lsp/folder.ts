import type * as lsp from 'vscode-languageserver';
import { builtInFiles } from '../project/built-in';
import type { FileSource } from '../project/file-source';
import { type Arrivals, allArrived } from './arrivals';
import { ClosedStatements } from './closed-statements';
import type { RulePage } from './convert';
import { DiagnosticWriter } from './diagnostic-writer';
import { Diagnostics } from './diagnostics';
import { FirstFindings, type FirstFindingsService } from './first-findings';
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
  /** Files as they are, and with the drafts of documents in the place of what is in these. */
  readonly files: FileSource;
  readonly reportFiles: FileSource;
  /** Where what is built in lies. */
  readonly root: string;
  readonly pageOf: RulePage;
  /** Nothing is said of these before the reports before them are known. */
  readonly arriving: Arrivals;
  /** Is called when reports that nobody has open say something else of actions, or more of them are known. */
  readonly statementsChanged: () => void;
  /** Is called when a document was imported that a report was read without. */
  readonly documentArrived: () => void;
}

/** A folder of the workspace: reports with roadmaps, actors, a project file and settings of their own. */
export class Folder {
  readonly session: Session;
  /** The findings of open documents. */
  readonly diagnostics: Diagnostics;
  /** What is kept of these for the next start; undefined where nothing can be. */
  readonly first: FirstFindings | undefined;
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
      read: (file) => service.reportFiles.read(file),
      find: async (folder, globs) => (await service.files.find(folder, globs)).filter(owns),
    };
    const pulls = client.textDocument?.diagnostic !== undefined;
    const session = new Session(files, host.today, uri, builtInFiles(root), (file) => {
      this.workspace.filesChanged([file]);
      service.documentArrived();
    });
    this.session = session;
    const keepsData = client.textDocument?.publishDiagnostics?.dataSupport === true;
    this.diagnostics = new Diagnostics(connection, session, new DiagnosticWriter(pageOf, keepsData), pulls);
    const kept = this.kept();
    const check = this.diagnostics.check.bind(this.diagnostics);
    this.first = kept && new FirstFindings({ ...kept, session, check, circumstances: [uri, root, keepsData] });
    this.diagnostics.known = (file) => this.first?.of(file);
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
      calm: () => allArrived(service.arriving),
      threads: this.threads(),
      kept: kept && { findings: new KeptFindings(kept.files, kept.host, kept.complain), hash: kept.host.hash },
    });
  }

  /** Reads the settings, roadmaps and actors of the folder. Rejects where that fails. */
  async load(): Promise<void> {
    // Which files have such names does not depend on settings.
    await Promise.all([this.readSettings(this.service.options.settings), this.session.loadDefinitions()]);
    await this.session.loadNamedDefinitions();
  }

  /** Reads roadmaps and actors anew, those that the settings name too. */
  async loadDefinitions(): Promise<void> {
    await this.session.loadDefinitions();
    await this.session.loadNamedDefinitions();
  }

  /** Keeps what is kept for the next start. */
  async save(): Promise<void> {
    await Promise.all([this.first?.save(), this.workspace.save()]);
  }

  /** The folder is no part of the workspace any more. */
  dispose(): void {
    this.first?.dispose();
    this.workspace.dispose();
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

  /** Where findings are kept, if the client has named a place for that. */
  private kept(): Pick<FirstFindingsService, 'files' | 'host' | 'complain'> | undefined {
    const { host, options, connection } = this.service;
    const { cacheFolder } = options;
    if (typeof cacheFolder !== 'string' || !host.keeping) {
      return undefined;
    }
    const { hash, cacheIn } = host.keeping;
    const files = cacheIn(`${cacheFolder}/${hash(this.uri ?? '').slice(0, DIGITS)}`);
    const complain = (reason: unknown) =>
      connection.console.warn(`Findings cannot be kept in ${cacheFolder}: ${reason}`);
    return files && { files, host: host.keeping, complain };
  }
}

/** How many digits tell the folders of a workspace apart. */
const DIGITS = 12;

import * as lsp from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Overview, overview } from '../features/overview';
import { type DocumentImporter, draftsBy, tooManyBytes } from '../import/import-task';
import type { IsoDay } from '../model/date';
import { isDefinition } from '../model/file-role';
import { BUILT_IN_ROOT } from '../project/built-in';
import { filesWithDrafts } from '../project/document-drafts';
import type { FileSource } from '../project/file-source';
import { rulePageUri } from '../project/rule-page';
import type { WorkspaceSnapshot } from '../project/workspace';
import { figuresOf } from '../rules/run';
import type { Arrivals } from './arrivals';
import { clientFiles } from './client-files';
import { registerCommands } from './commands';
import { createOpenDocuments, type OpenDocuments } from './documents';
import { featureCapabilities, registerFeatures } from './features';
import type { Folder, FolderService } from './folder';
import { Folders } from './folders';
import type { KeepingHost } from './kept-findings';
import { BuiltInTextRequest, type InitializationOptions, OverviewNotification, ServerCommand } from './protocol';
import type { ReportThreadSource } from './report-threads';
import { watchSettings } from './settings';
import { watchFiles } from './watched-files';

/** What an entry point hands to the server: all that it may know of the world. */
export interface ServerHost {
  /** Today in the user's time zone. */
  readonly today: () => IsoDay;
  /** Files for clients that do not provide them. */
  readonly files: FileSource;
  /** URI of the package's folder, for links into the built-in data; undefined where there is none. */
  readonly packageRoot: string | undefined;
  readonly version: string;
  /** Threads that check the reports of a workspace on the disk; undefined where there are none. */
  readonly threads?: ReportThreadSource;
  /** Keeps findings from one start to the next; undefined where that is not possible. */
  readonly keeping?: KeepingHost;
  /**
   * Imports documents in a thread of its own.
   *
   * @param program gives the bundle with the import, as far as the client provides it
   */
  readonly importer: (program: () => Promise<Uint8Array | undefined>) => DocumentImporter;
  /** Runs something as soon as the messages and files that have arrived are dealt with. */
  readonly soon: (run: () => void) => void;
}

/** Serves one client over a connection until it says goodbye. */
export function startServer(connection: lsp.Connection, host: ServerHost): void {
  const documents = createOpenDocuments();

  connection.onInitialize((parameters) => {
    const options: InitializationOptions = parameters.initializationOptions ?? {};
    const root = options.providesFiles ? BUILT_IN_ROOT : (host.packageRoot ?? BUILT_IN_ROOT);
    const files = options.providesFiles ? clientFiles(connection) : host.files;
    const { capabilities: client, workspaceFolders, rootUri } = parameters;
    const pageOf = (code: string) => rulePageUri(root, code);
    const listeners: Listeners = { statementsChanged: [], documentArrived: [] };
    const tell = (what: keyof Listeners) => () => {
      for (const run of listeners[what]) {
        run();
      }
    };
    const arriving: Arrivals = new Map();
    const importDocument = host.importer(async () =>
      options.importProgram === undefined ? undefined : files.read(options.importProgram),
    );
    const makeDraft = draftsBy(importDocument, host.today);
    const reportFiles = filesWithDrafts(files, { makeDraft, tooLarge: (size) => tooManyBytes(size, importDocument) });
    const told = { arriving, statementsChanged: tell('statementsChanged'), documentArrived: tell('documentArrived') };
    const service = { host, connection, client, options, files, reportFiles, root, pageOf, ...told };
    const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
    serve(service, documents, new Folders(uris, service), importDocument, listeners);

    const features = featureCapabilities(client);
    return {
      capabilities: {
        ...features,
        textDocumentSync: lsp.TextDocumentSyncKind.Incremental,
        executeCommandProvider: { commands: Object.values(ServerCommand), workDoneProgress: true },
        workspace: { ...features.workspace, workspaceFolders: { supported: true, changeNotifications: true } },
        ...(client.textDocument?.diagnostic
          ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } }
          : {}),
      },
      serverInfo: { name: 'Rapporteur', version: host.version },
    };
  });
  documents.listen(connection);
  connection.listen();
}

/** What is run when folders tell of something. */
type Listeners = Readonly<Record<'statementsChanged' | 'documentArrived', (() => void)[]>>;

/** How long after a change what is told at rest is told, in milliseconds. */
const REST = 50;

/** How long a client is waited for that does not ask for findings that are known already, in milliseconds. */
const LONGEST_WAIT = 1000;

/** A function that runs another one once for all calls until `later` lets it run. */
function coalesced(later: (run: () => void) => void, run: () => void): () => void {
  let waiting = false;
  return () => {
    if (!waiting) {
      waiting = true;
      later(() => {
        waiting = false;
        run();
      });
    }
  };
}

/** The state of a report in numbers, most of which its check has counted. */
function overviewOf(snapshot: WorkspaceSnapshot, uri: string): Overview | undefined {
  try {
    const checked = snapshot.checked(uri);
    return overview(snapshot, uri, checked && figuresOf(checked));
  } catch {
    // A report that cannot be read has an `internal-error` that says so.
    return undefined;
  }
}

function serve(
  service: FolderService,
  documents: OpenDocuments,
  folders: Folders,
  importDocument: DocumentImporter,
  listeners: Listeners,
): void {
  const { connection, client, host, pageOf, arriving } = service;
  /** Open documents with the folders that hold them. */
  const holders = new Map<string, Folder>();
  /** Those whose opening is also told as a change. */
  const justOpened = new WeakSet<TextDocument>();
  /** Whether more is known by now than when documents were answered for the first time. */
  let knowsMore = false;

  /** Whether the client asks for findings. */
  const pulls = client.textDocument?.diagnostic !== undefined;
  const complain = (what: string) => (error: unknown) => connection.console.error(`${what}: ${error}`);
  /** Shows a message that nobody has to answer. */
  const showError = (message: string) =>
    void connection.sendNotification(lsp.ShowMessageNotification.type, { type: lsp.MessageType.Error, message });
  const load = async (folder: Folder) => {
    try {
      await folder.load();
    } catch (error) {
      showError(`Rapporteur could not read the settings or roadmaps here: ${error}`);
    }
  };
  /** Settled when the folders are read: requests wait for it. */
  let ready = new Promise<void>((resolve) => {
    connection.onInitialized(async () => {
      if (client.workspace?.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders((change) => {
          ready = ready.then(() => changeFolders(change)).catch(complain('The folders could not be changed'));
        });
      }
      await Promise.all(folders.all.map(load));
      resolve();
      for (const { workspace } of folders.all) {
        workspace.start();
      }
      await watchFiles(connection, client);
      await watchSettings(connection, client);
    });
  });
  /** Answers a request; one that the client has cancelled meanwhile is answered "cancelled", never with nothing found. */
  const answer = async <T>(token: lsp.CancellationToken, make: () => T | Promise<T>): Promise<T> => {
    await ready;
    if (token.isCancellationRequested) {
      throw new lsp.ResponseError(lsp.LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
    }
    return make();
  };

  const pushFindings = coalesced(host.soon, () => {
    const open = documents.all().filter(({ uri }) => !arriving.has(uri));
    for (const folder of folders.all) {
      folder.diagnostics.pushOpen(open.filter(({ uri }) => folders.of(uri) === folder));
    }
  });
  /** What is told at rest only: nobody reads the status bar between two keys. */
  const tellOverviews = coalesced(
    (run) => setTimeout(run, REST),
    () => {
      for (const { uri } of documents.all()) {
        const state = overviewOf(folders.session(uri).snapshot(), uri);
        void connection.sendNotification(OverviewNotification, { uri, overview: state ?? null });
        confirmFirst(uri);
        void loadPrevious(uri);
      }
      for (const { first } of folders.all) {
        first?.keepLater();
      }
      if (knowsMore) {
        knowsMore = false;
        changedElsewhere();
      }
    },
  );
  /** Compares what was kept of a document, and told, with what is found in it now that it is read. */
  const confirmFirst = (uri: string) => {
    const { first, session } = folders.of(uri);
    const difference = first?.confirm(uri);
    if (difference !== undefined) {
      const what = `What was kept of ${uri} was not what is found in it, which is shown now`;
      const message = `${what}. Please report this: ${difference}`;
      connection.console.error(message);
      if (session.snapshot().settings.paranoid) {
        showError(message);
      }
      changedElsewhere();
    }
  };
  connection.onShutdown(async () => {
    await Promise.all(folders.all.map((folder) => folder.save()));
  });
  const concerned: (() => void)[] = [];
  /** After a change outside the document that is asked about: its findings may be others now. */
  const changedElsewhere = () => {
    for (const run of concerned) {
      run();
    }
    if (pulls && client.workspace?.diagnostics?.refreshSupport) {
      connection.languages.diagnostics.refresh();
    }
    for (const { workspace } of folders.all) {
      void workspace.update();
    }
    pushFindings();
    tellOverviews();
  };

  listeners.documentArrived.push(changedElsewhere);

  /** Reads the report before this one, where the draft names one that is not known yet. */
  const loadPrevious = async (uri: string) => {
    try {
      await ready;
      if (await folders.session(uri).loadPrevious(uri)) {
        changedElsewhere();
      }
    } catch (error) {
      complain(`The reports before ${uri} could not be read`)(error);
    }
  };

  /** Finds out what has to be known before anything is said of a document that was just opened. */
  const arrive = async (uri: string) => {
    await ready;
    const { first, session } = folders.of(uri);
    const { changes } = session;
    if (await first?.recall(uri)) {
      knowsMore ||= session.changes !== changes;
    } else {
      await loadPrevious(uri);
    }
  };

  const opened = (document: TextDocument) => {
    const folder = folders.of(document.uri);
    holders.set(document.uri, folder);
    folder.session.opened(document);
    folder.workspace.opened(document.uri);
    const arrived = arrive(document.uri).finally(() => {
      if (arriving.get(document.uri) === arrived) {
        arriving.delete(document.uri);
        if (pulls && folders.of(document.uri).first?.of(document.uri)) {
          setTimeout(() => toldFirst(document.uri), LONGEST_WAIT);
        } else {
          changed(document.uri);
        }
      }
    });
    arriving.set(document.uri, arrived);
  };
  /** After a change of an open document, or when it can be answered for the first time. */
  const changed = (uri: string) => {
    const { first, session } = folders.of(uri);
    // What is known before anything is read is a report's.
    if (!first?.of(uri) && isDefinition(session.snapshot().roleOf(uri))) {
      changedElsewhere();
    } else {
      pushFindings();
      tellOverviews();
    }
  };
  /** After something was said of a document that may not be read yet: now there is time to. */
  const toldFirst = (uri: string) => {
    if (folders.of(uri).first?.of(uri)) {
      tellOverviews();
    }
  };
  const closed = async (document: TextDocument) => {
    const folder = holders.get(document.uri) ?? folders.of(document.uri);
    holders.delete(document.uri);
    folder.session.closed(document);
    folder.places.mentions.filesChanged([document.uri]);
    folder.diagnostics.clear(document.uri);
    await folder.session.reload([document.uri]).catch(complain(`${document.uri} could not be read`));
    if (folders.all.includes(folder)) {
      folder.workspace.closed(document.uri);
    }
  };
  const changeFolders = async (change: lsp.WorkspaceFoldersChangeEvent) => {
    const created = folders.change(change);
    const moved = documents.all().filter(({ uri }) => holders.get(uri) !== folders.of(uri));
    await Promise.all([...created.map(load), ...moved.map(closed)]);
    for (const document of moved) {
      opened(document);
    }
    for (const { workspace } of created) {
      workspace.start();
    }
    changedElsewhere();
  };

  documents.onDidOpen(({ document }) => {
    justOpened.add(document);
    opened(document);
  });
  documents.onDidChangeContent(({ document }) => {
    for (const { workspace } of folders.all) {
      workspace.typing.typed();
    }
    if (!justOpened.delete(document)) {
      folders.session(document.uri).changed(document, documents.takeChange(document));
      void ready.then(() => changed(document.uri));
    }
  });
  documents.onDidClose(async ({ document }) => {
    await closed(document);
    changedElsewhere();
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const reloaded = folders.all.map(async ({ session, workspace, places }) => {
      places.mentions.filesChanged(changes.map(({ uri }) => uri));
      const uris = changes.map(({ uri }) => uri).filter((uri) => !session.isOpen(uri));
      workspace.filesChanged(uris);
      return session.reload(uris).catch((error: unknown) => {
        complain('Files that have changed could not be read')(error);
        return true;
      });
    });
    if ((await Promise.all(reloaded)).includes(true)) {
      changedElsewhere();
    } else {
      // The report before an open one may be there now.
      tellOverviews();
    }
  });
  connection.onDidChangeConfiguration(async ({ settings }) => {
    const changed = folders.all.map(async (folder) => {
      const areNew = await folder.readSettings(settings);
      if (areNew) {
        await folder.loadDefinitions();
      }
      return areNew;
    });
    if ((await Promise.all(changed)).includes(true)) {
      changedElsewhere();
    }
  });

  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    answer(token, async () => {
      await arriving.get(uri);
      const report = folders.of(uri).diagnostics.report(uri, previousResultId);
      toldFirst(uri);
      return report;
    }),
  );
  connection.languages.diagnostics.onWorkspace(async (parameters, token, _progress, reporter) => {
    await ready;
    return folders.diagnostics(parameters, token, reporter);
  });
  const session = (uri: string) => folders.session(uri);
  const sessions = () => folders.all.map((folder) => folder.session);
  const places = {
    get all() {
      return folders.all.map((folder) => folder.places);
    },
    of: (uri: string) => folders.of(uri).places,
  };
  registerFeatures({
    ...{ connection, documents, session, sessions, places, pageOf, client, answer },
    clientCommands: new Set(service.options.commands),
    onChangedElsewhere: (run) => concerned.push(run),
    onStatementsChanged: (run) => listeners.statementsChanged.push(run),
  });
  connection.onRequest(BuiltInTextRequest, ({ uri }) => session(uri).snapshot().text(uri) ?? null);
  const { files } = service;
  registerCommands({ connection, client, documents, folders, files, importDocument, ready: () => ready });
}

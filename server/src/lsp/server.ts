import * as lsp from 'vscode-languageserver';
import { type Overview, overview } from '../features/overview';
import type { IsoDay } from '../model/date';
import { BUILT_IN_ROOT, builtInFiles } from '../project/built-in';
import type { FileSource } from '../project/file-source';
import { rulePageUri } from '../project/rule-page';
import type { WorkspaceSnapshot } from '../project/workspace';
import { figuresOf } from '../rules/run';
import { clientFiles } from './client-files';
import { registerCommands } from './commands';
import type { RulePage } from './convert';
import { Diagnostics } from './diagnostics';
import { createOpenDocuments, type OpenDocuments } from './documents';
import { featureCapabilities, registerFeatures } from './features';
import { BuiltInTextRequest, type InitializationOptions, OverviewNotification, ServerCommand } from './protocol';
import { Session } from './session';
import { readEditorSettings, watchSettings } from './settings';
import { watchFiles } from './watched-files';
import { WorkspaceDiagnostics } from './workspace-diagnostics';

/** What an entry point hands to the server: all that it may know of the world. */
export interface ServerHost {
  /** Today in the user's time zone. */
  readonly today: () => IsoDay;
  /** Files for clients that do not provide them. */
  readonly files: FileSource;
  /** URI of the package's folder, for links into the built-in data; undefined where there is none. */
  readonly packageRoot: string | undefined;
  readonly version: string;
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
    const folder = parameters.workspaceFolders?.[0]?.uri ?? parameters.rootUri ?? undefined;
    const session = new Session(files, host.today, folder, builtInFiles(root));
    const { capabilities } = parameters;
    const pulls = capabilities.textDocument?.diagnostic !== undefined;
    const pageOf = (code: string) => rulePageUri(root, code);
    const keepsData = capabilities.textDocument?.publishDiagnostics?.dataSupport === true;
    const diagnostics = new Diagnostics(connection, session, pageOf, pulls, keepsData);
    serve({ host, pageOf, connection, documents, session, diagnostics, files, folder, pulls, capabilities, options });

    return {
      capabilities: {
        textDocumentSync: lsp.TextDocumentSyncKind.Incremental,
        ...featureCapabilities(capabilities),
        executeCommandProvider: { commands: Object.values(ServerCommand), workDoneProgress: true },
        ...(pulls ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } } : {}),
      },
      serverInfo: { name: 'Rapporteur', version: host.version },
    };
  });
  documents.listen(connection);
  connection.listen();
}

/** How long after a change what is told at rest is told, in milliseconds. */
const REST = 50;

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

interface Service {
  readonly host: ServerHost;
  readonly connection: lsp.Connection;
  readonly documents: OpenDocuments;
  readonly session: Session;
  readonly diagnostics: Diagnostics;
  readonly files: FileSource;
  readonly folder: string | undefined;
  readonly pageOf: RulePage;
  readonly pulls: boolean;
  readonly capabilities: lsp.ClientCapabilities;
  readonly options: InitializationOptions;
}

function serve(service: Service): void {
  const { connection, documents, session, diagnostics } = service;
  const ready = new Promise<void>((resolve) => {
    connection.onInitialized(async () => {
      try {
        session.setEditorSettings(await readEditorSettings(connection, service.capabilities, service.options.settings));
        await session.loadDefinitions();
      } catch (error) {
        connection.window.showErrorMessage(`Rapporteur could not read the settings or roadmaps here: ${error}`);
      }
      resolve();
      changedElsewhere();
      workspace.start();
      await watchFiles(connection, service.capabilities);
      await watchSettings(connection, service.capabilities);
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

  const pushFindings = coalesced(service.host.soon, () => diagnostics.pushOpen(documents.all()));
  /** What is told at rest only: nobody reads the status bar between two keys. */
  const tellOverviews = coalesced(
    (run) => setTimeout(run, REST),
    () => {
      const snapshot = session.snapshot();
      for (const { uri } of documents.all()) {
        void connection.sendNotification(OverviewNotification, { uri, overview: overviewOf(snapshot, uri) ?? null });
        void loadPrevious(uri);
      }
    },
  );
  const workspace = new WorkspaceDiagnostics({
    ...service,
    isOpen: (uri) => session.isOpen(uri),
    pulls: service.pulls && service.capabilities.workspace?.diagnostics !== undefined,
    pause: () => new Promise(service.host.soon),
  });
  /** After a change outside the document that is asked about: its findings may be others now. */
  const changedElsewhere = () => {
    if (service.pulls && service.capabilities.workspace?.diagnostics?.refreshSupport) {
      connection.languages.diagnostics.refresh();
    }
    void workspace.update();
    pushFindings();
    tellOverviews();
  };

  /** Reads the report before this one, where the draft names one that is not known yet. */
  const loadPrevious = async (uri: string) => {
    await ready;
    if (await session.loadPrevious(uri)) {
      changedElsewhere();
    }
  };

  documents.onDidOpen(({ document }) => {
    session.opened(document);
    workspace.opened(document.uri);
    void loadPrevious(document.uri);
  });
  documents.onDidChangeContent(({ document }) => {
    session.changed(document, documents.takeChange(document));
    void ready.then(() => {
      const role = session.snapshot().roleOf(document.uri);
      if (role === 'roadmap' || role === 'actors' || role === 'project') {
        changedElsewhere();
      } else {
        pushFindings();
        tellOverviews();
      }
    });
  });
  documents.onDidClose(async ({ document }) => {
    session.closed(document);
    diagnostics.clear(document.uri);
    await session.reload([document.uri]);
    workspace.closed(document.uri);
    changedElsewhere();
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const closed = changes.map(({ uri }) => uri).filter((uri) => !session.isOpen(uri));
    if (closed.length > 0) {
      workspace.filesChanged(closed);
      if (await session.reload(closed)) {
        changedElsewhere();
      } else {
        // The report before an open one may be there now.
        tellOverviews();
      }
    }
  });
  connection.onDidChangeConfiguration(async ({ settings }) => {
    if (session.setEditorSettings(await readEditorSettings(connection, service.capabilities, settings))) {
      await session.loadDefinitions();
      changedElsewhere();
    }
  });

  connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
    answer(token, () => diagnostics.report(textDocument.uri, previousResultId)),
  );
  connection.languages.diagnostics.onWorkspace(async (parameters, token, _progress, reporter) => {
    await ready;
    return workspace.answer(parameters, token, reporter);
  });
  registerFeatures({ ...service, client: service.capabilities, snapshot: () => session.snapshot(), answer });
  connection.onRequest(BuiltInTextRequest, ({ uri }) => session.snapshot().text(uri) ?? null);
  registerCommands({ ...service, workspace, ready });
}

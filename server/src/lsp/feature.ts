import type * as lsp from 'vscode-languageserver';
import type { RulePage } from './convert';
import type { OpenDocuments } from './documents';
import type { FolderPlaces } from './folder-places';
import type { Session } from './session';

/** What the answers to requests are made with. */
export interface FeatureContext {
  readonly connection: lsp.Connection;
  readonly documents: OpenDocuments;
  /** What is known of the folder of the workspace that a file is in. */
  readonly session: (uri: string) => Session;
  /** What is known of each folder of the workspace. */
  readonly sessions: () => readonly Session[];
  readonly pageOf: RulePage;
  /** What the places name of the files of each folder, and of the folder that a file is in. */
  readonly places: { readonly all: readonly FolderPlaces[]; of(uri: string): FolderPlaces };
  /** What the client can do. */
  readonly client: lsp.ClientCapabilities;
  /** Commands that the client has (`ClientCommand`). */
  readonly clientCommands: ReadonlySet<string>;
  /** Has something run when what is shown of a document may be another because of a change elsewhere. */
  readonly onChangedElsewhere: (run: () => void) => void;
  /** Has something run when reports that nobody has open say something else of actions, or more of them are known. */
  readonly onStatementsChanged: (run: () => void) => void;
  /** Runs what answers a request as soon as it can be answered; a cancelled one is answered "cancelled". */
  readonly answer: <T>(token: lsp.CancellationToken, make: () => T | Promise<T>) => Promise<T>;
}

/** One thing that an editor can ask for, with the requests that belong to it. */
export interface ServerFeature {
  /** What the server says about it when it shakes hands with a client. */
  capabilities(client: lsp.ClientCapabilities): lsp.ServerCapabilities;
  /** Answers its requests from now on. */
  register(context: FeatureContext): void;
}

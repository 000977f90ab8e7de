import type * as lsp from 'vscode-languageserver';
import type { WorkspaceSnapshot } from '../project/workspace';
import type { RulePage } from './convert';
import type { OpenDocuments } from './documents';
import type { Session } from './session';

/** What the answers to requests are made with. */
export interface FeatureContext {
  readonly connection: lsp.Connection;
  readonly documents: OpenDocuments;
  readonly session: Session;
  /** The workspace as it is now. */
  readonly snapshot: () => WorkspaceSnapshot;
  readonly pageOf: RulePage;
  /** What the client can do. */
  readonly client: lsp.ClientCapabilities;
  /** Commands that the client has (`ClientCommand`). */
  readonly clientCommands: ReadonlySet<string>;
  /** Has something run when what is shown of a document may be another because of a change elsewhere. */
  readonly onChangedElsewhere: (run: () => void) => void;
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

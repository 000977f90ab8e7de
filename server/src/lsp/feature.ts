import type * as lsp from 'vscode-languageserver';
import type { MentionIndex } from '../project/mention-index';
import type { OccurrenceReader } from '../project/occurrence-reader';
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
  /** What the places of files name. */
  readonly occurrences: OccurrenceReader;
  /** What files name that nobody has open. */
  readonly mentions: MentionIndex;
  /** What the client can do. */
  readonly client: lsp.ClientCapabilities;
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

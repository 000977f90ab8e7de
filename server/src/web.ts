// The language server in a worker of the browser: the bundle dist/web/server.js, started by the extension.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from './lsp/server';
import { localToday } from './node/today';

/** The worker itself. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  today: localToday,
  // A worker has no disk: the client provides files, and says so.
  files: { find: async () => [], read: async () => undefined },
  packageRoot: undefined,
  version: process.env.RAPPORTEUR_VERSION ?? '',
});

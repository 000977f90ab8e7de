// The language server in a worker of the browser: a program of the bundle dist/main.js, started by the extension.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { importInWorker } from './lsp/import-worker';
import { startServer } from './lsp/server';
import { localToday } from './node/today';

/** The worker itself. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

/** A channel as browsers have it. */
interface BrowserChannel {
  readonly port1: { onmessage: () => void };
  readonly port2: { postMessage(message: undefined): void };
}

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), {
  today: localToday,
  // A worker has no disk: the client provides files, and says so.
  files: { find: async () => [], read: async () => undefined },
  packageRoot: undefined,
  importer: importInWorker,
  // A timer would wait for four milliseconds each time.
  soon: laterInBrowser(),
  version: process.env.RAPPORTEUR_VERSION ?? '',
});

/** Runs something behind the messages that have arrived. */
function laterInBrowser(): (run: () => void) => void {
  const { port1, port2 } = new MessageChannel() as unknown as BrowserChannel;
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return (run) => {
    waiting.push(run);
    port2.postMessage(undefined);
  };
}

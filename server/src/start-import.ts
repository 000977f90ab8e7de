// Import of documents: the bundle dist/import.js, which runs in a thread of its own: in Node, or in a browser's worker. It is
// started for one document and ends with it.
import type { ImportTask } from './import/import-task';
import { runImport } from './import/run-import';

/** The worker itself, in a browser. */
declare const self: {
  onmessage: (event: { readonly data: ImportTask }) => void;
  postMessage(answer: unknown): void;
};

/** What only a browser's workers have. */
declare const importScripts: unknown;

if (typeof importScripts === 'function') {
  self.onmessage = async ({ data }) => self.postMessage(await runImport(data));
} else {
  void import('node:worker_threads').then(({ parentPort }) => {
    parentPort?.once('message', async (task: ImportTask) => parentPort?.postMessage(await runImport(task)));
  });
}

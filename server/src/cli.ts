// The command line, the bundle dist/command-line.js, on the engine of dist/main.js. It runs in the threads of `check` too.
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { createBatchChecker } from './cli/batch-checker';
import type { TextFile } from './cli/collect';
import { runCommand } from './cli/main';
import { answerAsCheckThread } from './node/check-thread';
import { nodeCommandHost } from './node/command-host';

const args = process.argv.slice(2);
if (!isMainThread && parentPort) {
  const checker = createBatchChecker(workerData, nodeCommandHost());
  answerAsCheckThread(parentPort, (files: readonly TextFile[]) => checker.check(files));
} else if (args[0] === 'lsp') {
  // What only a server needs is only loaded by one.
  Promise.all([import('vscode-languageserver/node'), import('./lsp/server'), import('./node/host')]).then(
    ([{ createConnection, ProposedFeatures }, { startServer }, { nodeHost }]) =>
      startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout), nodeHost()),
    fail,
  );
} else {
  runCommand(args, nodeCommandHost()).then((code) => {
    process.exitCode = code;
  }, fail);
}

function fail(error: unknown): void {
  process.stderr.write(`rapporteur: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

// The command line: a program of the bundle dist/main.js.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { runCommand } from './cli/main';
import { startServer } from './lsp/server';
import { nodeCommandHost } from './node/command-host';
import { nodeHost } from './node/host';

const args = process.argv.slice(2);
if (args[0] === 'lsp') {
  startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout), nodeHost());
} else {
  runCommand(args, nodeCommandHost()).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`rapporteur: ${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 2;
    },
  );
}

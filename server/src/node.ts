// The language server in a Node process, and its threads: a program of the bundle dist/main.js.
import { isMainThread, parentPort } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createReportThread } from './lsp/report-thread';
import { startServer } from './lsp/server';
import { sha256 } from './node/cache-folder';
import { answerAsCheckThread } from './node/check-thread';
import { diskFilesInTurn } from './node/disk-files';
import { withDrafts } from './node/document-drafts';
import { nodeHost } from './node/host';

if (!isMainThread && parentPort) {
  answerAsCheckThread(parentPort, createReportThread({ files: withDrafts(diskFilesInTurn), hash: sha256 }));
} else {
  startServer(createConnection(ProposedFeatures.all), nodeHost());
}

// The language server in a Node process: the bundle dist/server.js, started by the extension.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server';
import { nodeHost } from './node/host';

startServer(createConnection(ProposedFeatures.all), nodeHost());

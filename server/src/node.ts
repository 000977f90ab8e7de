// The language server in a Node process: a program of the bundle dist/main.js.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from './lsp/server';
import { nodeHost } from './node/host';

startServer(createConnection(ProposedFeatures.all), nodeHost());

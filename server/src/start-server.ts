// dist/server.js, which the extension starts.
import { join } from 'node:path';
import { loadWithCodeCache } from './node/code-cache';

const { programs } = loadWithCodeCache(join(__dirname, 'main.js')) as typeof import('./main');
void programs.server();

#!/usr/bin/env node
// dist/cli.js, the command `rapporteur`.
import { join } from 'node:path';
import { loadWithCodeCache } from './node/code-cache';

const { programs } = loadWithCodeCache(join(__dirname, 'main.js')) as typeof import('./main');
void programs
  .engine()
  .then(({ engine }) => loadWithCodeCache(join(__dirname, 'command-line.js'), { 'rapporteur-engine': engine }));

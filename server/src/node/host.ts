import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerHost } from '../lsp/server';
import { diskFiles } from './disk-files';
import { localToday } from './today';

/** The world as a server in a Node process sees it. The bundle lies in `dist/`, beside `data/`. */
export function nodeHost(): ServerHost {
  const root = dirname(__dirname);
  return {
    today: localToday,
    files: diskFiles,
    packageRoot: existsSync(`${root}/data`) ? pathToFileURL(root).href : undefined,
    soon: (run) => setImmediate(run),
    version: process.env.RAPPORTEUR_VERSION ?? '',
  };
}

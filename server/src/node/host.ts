import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ReportAnswer, ReportTask } from '../lsp/report-thread';
import type { ServerHost } from '../lsp/server';
import { cacheFolder, sha256 } from './cache-folder';
import { startCheckThread } from './check-thread';
import { diskFiles } from './disk-files';
import { importInThread } from './import-thread';
import { localToday } from './today';

/** This program as a module: whoever has loaded it may have left a digest of its text there (code-cache.ts). */
declare const module: { readonly sourceDigest?: string };

/** The world as a server in a Node process sees it. The bundle lies in `dist/`, beside `data/`. */
export function nodeHost(): ServerHost {
  const root = dirname(__dirname);
  return {
    today: localToday,
    files: diskFiles,
    packageRoot: existsSync(`${root}/data`) ? pathToFileURL(root).href : undefined,
    soon: (run) => setImmediate(run),
    importer: () => importInThread(join(__dirname, 'import.js')),
    version: process.env.RAPPORTEUR_VERSION ?? '',
    threads: {
      // The server's own thread checks reports too.
      most: Math.max(1, Math.min(MOST_THREADS, availableParallelism() - 1)),
      start: () => startCheckThread<ReportTask, ReportAnswer>(join(__dirname, 'server.js'), undefined, THREAD_LIMITS),
    },
    keeping: {
      hash: sha256,
      engine: async () => module.sourceDigest ?? sha256(await readFile(join(__dirname, 'main.js'), 'latin1')),
      cacheIn: (folder) => (folder.startsWith('file:') ? cacheFolder(fileURLToPath(folder), MOST_KEPT) : undefined),
    },
  };
}

/** Each takes some 130 MiB, which more processors do not make up for on the machine of somebody who writes. */
const MOST_THREADS = 3;

/** Enough for the longest reports; a young generation that is small keeps all threads together small. */
const THREAD_LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24 };

/** Of the states of roadmaps and settings, how many are worth keeping the findings of. */
const MOST_KEPT = 4;

import { statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import type { CommandHost } from '../cli/program';
import { cacheFolder, sha256 } from './cache-folder';
import { startCheckThread } from './check-thread';
import { diskFiles } from './disk-files';
import { withDrafts } from './document-drafts';
import { importInThread } from './import-thread';
import { replaceFile } from './replace-file';
import { localToday } from './today';
import { workspaceFolder } from './workspace-folder';

/** The world as a command in a Node process sees it. The bundle lies in `dist/`, beside `data/`. */
export function nodeCommandHost(): CommandHost {
  const folder = process.cwd();
  // A reader such as `head` may close the pipe early; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') {
      throw error;
    }
  });
  return {
    print: (text) => process.stdout.write(text),
    complain: (text) => process.stderr.write(text),
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    uriOf: (path) => pathToFileURL(resolve(folder, path)).href,
    pathOf: (uri) => relativePathOf(folder, uri),
    workspaceOf: (paths) => {
      const { path, whole } = workspaceFolder(folder, paths);
      return { uri: pathToFileURL(path).href, whole };
    },
    files: diskFiles,
    reportFiles: withDrafts(diskFiles),
    kindOf,
    glob: async (pattern) =>
      (await glob(pattern.replaceAll('\\', '/'), { cwd: folder, ignore: ['**/node_modules/**', '**/.git/**'] })).sort(),
    writeNew,
    replace: replaceFile,
    today: localToday(),
    packageRoot: pathToFileURL(dirname(__dirname)).href,
    version: process.env.RAPPORTEUR_VERSION ?? '',
    processors: availableParallelism(),
    hash: sha256,
    engine: async () => {
      const texts = ['main.js', 'command-line.js'].map((name) => readFile(join(__dirname, name), 'latin1'));
      return sha256((await Promise.all(texts)).join(''));
    },
    cacheIn: (path) => cacheFolder(resolve(folder, path)),
    importDocument: importInThread(join(__dirname, 'import.js')),
    startThread: (setup) => startCheckThread(join(__dirname, 'cli.js'), setup),
  };
}

function relativePathOf(folder: string, uri: string): string {
  if (!uri.startsWith('file:')) {
    return uri;
  }
  const path = relative(folder, fileURLToPath(uri));
  return (isAbsolute(path) ? fileURLToPath(uri) : path).replaceAll('\\', '/');
}

function kindOf(path: string): 'file' | 'folder' | 'missing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'missing';
  }
}

async function writeNew(path: string, text: string): Promise<'written' | 'exists' | 'failed'> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return 'written';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EEXIST' ? 'exists' : 'failed';
  }
}

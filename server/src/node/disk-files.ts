import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { glob } from 'tinyglobby';
import type { FileSource } from '../project/file-source';

/** Files on this machine's disk; only `file:` URIs. */
export const diskFiles: FileSource = {
  find: async (folder, globs) => {
    if (!folder.startsWith('file:')) {
      return [];
    }
    const paths = await glob([...globs], {
      cwd: fileURLToPath(folder),
      absolute: true,
      ignore: ['**/node_modules/**', '**/.git/**'],
      followSymbolicLinks: false,
    });
    return paths.sort().map((path) => pathToFileURL(path).href);
  },
  read: async (uri) => {
    if (!uri.startsWith('file:')) {
      return undefined;
    }
    try {
      return await readFile(fileURLToPath(uri));
    } catch {
      return undefined;
    }
  },
  size: async (uri) => {
    try {
      return uri.startsWith('file:') ? (await stat(fileURLToPath(uri))).size : undefined;
    } catch {
      return undefined;
    }
  },
};

/** The same for a thread that has nothing else to do while it waits: a file at a time takes less than half as long. */
export const diskFilesInTurn: FileSource = {
  ...diskFiles,
  read: async (uri) => {
    try {
      return uri.startsWith('file:') ? readFileSync(fileURLToPath(uri)) : undefined;
    } catch {
      return undefined;
    }
  },
};

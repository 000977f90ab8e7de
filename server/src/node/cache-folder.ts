import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CacheFiles, Hash } from '../project/findings-cache';

/** SHA-256 of a text, in hexadecimal digits. */
export const sha256: Hash = (text) => createHash('sha256').update(text, 'utf16le').digest('hex');

/**
 * Keeps texts in files of a folder, which is made when it is needed and may be deleted at any time. Only the files that
 * were used last are kept.
 *
 * @param folder absolute path
 * @param mostFiles how many files of a kind are kept, which is their name up to the last hyphen: each change of a roadmap or a setting makes another one
 */
export function cacheFolder(folder: string, mostFiles = MOST_FILES): CacheFiles {
  return {
    read: async (name) => {
      try {
        const text = await readFile(join(folder, name), 'utf8');
        const now = new Date();
        await utimes(join(folder, name), now, now);
        return text;
      } catch {
        return undefined;
      }
    },
    write: async (name, text) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Written beside its place first, so that nobody ever reads half of it.
      const partial = join(folder, `${name}.${randomUUID()}${PARTIAL}`);
      try {
        await writeFile(partial, text, { mode: 0o600 });
        await rename(partial, join(folder, name));
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
      await removeOld(folder, name.slice(0, name.lastIndexOf('-') + 1), mostFiles);
    },
  };
}

/** Ends the names of files that are being written. */
const PARTIAL = '.partial';

/** How many files are kept where nobody says it. */
const MOST_FILES = 12;

/** After so long, in milliseconds, nobody writes a file any more. */
const LONGEST_WRITE = 3_600_000;

/**
 * Removes the files with such names that were not used for longest, and those that somebody has not finished. A failure
 * is harmless.
 */
async function removeOld(folder: string, prefix: string, mostFiles: number): Promise<void> {
  try {
    const names = (await readdir(folder)).filter((name) => name.startsWith(prefix));
    const found = await Promise.all(
      names.map(async (name) => ({ name, used: (await stat(join(folder, name))).mtimeMs })),
    );
    const whole = found.filter(({ name }) => !name.endsWith(PARTIAL)).sort((a, b) => b.used - a.used);
    const unfinished = found.filter(({ name, used }) => name.endsWith(PARTIAL) && Date.now() - used > LONGEST_WRITE);
    for (const { name } of [...whole.slice(mostFiles), ...unfinished]) {
      await rm(join(folder, name), { force: true });
    }
  } catch {
    // Somebody else is tidying up.
  }
}

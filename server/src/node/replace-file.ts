import { randomUUID } from 'node:crypto';
import { access, constants, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReplaceResult } from '../cli/program';

/**
 * Puts a text in the place of a file's: written beside it first and then renamed, so that nobody ever reads half of it
 * and a full disk loses nothing. The file keeps its permissions and byte order mark; where it is a link, its target is
 * replaced.
 *
 * @param before the text that the file has to have still, as {@link decodeText} reads it
 */
export async function replaceFile(uri: string, before: string, after: string): Promise<ReplaceResult> {
  try {
    const path = await realpath(fileURLToPath(uri));
    const bytes = await readFile(path);
    const text = decodeUtf8(bytes);
    if (text === undefined) {
      return 'not-utf-8';
    }
    const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
    if (text.slice(mark.length) !== before) {
      return 'changed';
    }
    // A file that may not be written to is not replaced by another one either.
    await access(path, constants.W_OK);
    await writeBeside(path, mark + after, (await stat(path)).mode & 0o7777);
    return 'written';
  } catch {
    return 'failed';
  }
}

const BYTE_ORDER_MARK = '\ufeff';

/** Undefined where the bytes are no UTF-8. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

async function writeBeside(path: string, text: string, mode: number): Promise<void> {
  const partial = join(dirname(path), `.${basename(path)}.${randomUUID()}.partial`);
  try {
    const file = await open(partial, 'wx', mode);
    try {
      await file.writeFile(text, 'utf8');
      // The mask of the process may have taken something away.
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

import { isAscii } from 'node:buffer';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/**
 * Loads a CommonJS module with what V8 compiled of it when it last ran: half of a cold start is compiling. What was
 * compiled is kept in the user's folder for caches, by the content of the module and the version of Node; V8 itself
 * refuses what it did not make. Where it cannot be read or written the module is loaded as ever.
 *
 * The module finds a digest of its own text as `module.sourceDigest`.
 *
 * @param file absolute path of the module
 * @param given what some names stand for where the module requires them
 * @returns its exports
 */
export function loadWithCodeCache(file: string, given: Readonly<Record<string, unknown>> = {}): unknown {
  const bytes = readFileSync(file);
  // Bundles are ASCII, of which nothing has to be decoded.
  const source = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  const folder = cacheFolder();
  const prefix = `code-${basename(file, '.js')}-${process.version}-${process.arch}-`;
  const sourceDigest = createHash('sha256').update(bytes).digest('hex');
  const name = `${prefix}${sourceDigest.slice(0, 32)}`;
  const cachedData = folder === undefined ? undefined : readIfThere(join(folder, name));
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
  });
  const module = { exports: {}, sourceDigest };
  const require = createRequire(file);
  const requireGiven = (name: string) => (Object.hasOwn(given, name) ? given[name] : require(name));
  script.runInThisContext().call(module.exports, module.exports, requireGiven, module, file, dirname(file));
  if (folder !== undefined && (!cachedData || script.cachedDataRejected)) {
    afterFirstWork(() => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // Of all versions only the last one is kept.
      for (const older of readdirSync(folder, { encoding: 'utf8' })) {
        if (older.startsWith(prefix)) {
          rmSync(join(folder, older), { force: true });
        }
      }
      writeWhole(join(folder, name), script.createCachedData());
    });
  }
  return module.exports;
}

/** When the functions that a start needs are compiled, in milliseconds after it. */
const WARM = 5000;

/** Runs something once, when the process has done its first work or ends. A failure is nobody's business. */
function afterFirstWork(run: () => void): void {
  const once = () => {
    clearTimeout(timer);
    process.off('exit', once);
    try {
      run();
    } catch {
      // A cache that cannot be written is a slower start the next time.
    }
  };
  const timer = setTimeout(once, WARM).unref();
  process.once('exit', once);
}

/** Writes beside its place first, so that nobody ever reads half a file. */
function writeWhole(file: string, data: Uint8Array): void {
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, data, { mode: 0o600 });
  renameSync(partial, file);
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Where programs of this user keep what can be made again; undefined for a user without a home, as in containers. */
function cacheFolder(): string | undefined {
  const { HOME, LOCALAPPDATA, XDG_CACHE_HOME } = process.env;
  if (process.platform === 'win32') {
    return LOCALAPPDATA ? join(LOCALAPPDATA, 'rapporteur', 'cache') : undefined;
  }
  if (process.platform === 'darwin') {
    return HOME ? join(HOME, 'Library', 'Caches', 'rapporteur') : undefined;
  }
  const caches = XDG_CACHE_HOME || (HOME ? join(HOME, '.cache') : undefined);
  return caches === undefined ? undefined : join(caches, 'rapporteur');
}

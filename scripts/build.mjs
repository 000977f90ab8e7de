// Builds dist/ where its sources have changed since, for the commands that need it at once.
// Built-in modules only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** What the bundles in dist/ are made of. */
const SOURCES = [
  ...['client/src', 'server/src', 'data', 'schemas'],
  ...[
    'esbuild.mjs',
    'scripts/built-in-data.mjs',
    'scripts/described-keys.mjs',
    'scripts/light-libraries.mjs',
    'scripts/rule-documentation.mjs',
    'package.json',
    'package-lock.json',
  ],
];

/**
 * Builds the extension and the command line unless they are up to date.
 *
 * @param {string} project The project's folder.
 * @returns {Promise<void>} Rejects when a source does not compile; esbuild has said why on standard error.
 */
export async function buildIfOutdated(project) {
  const record = path.join(project, '.cache', 'built-from');
  const sources = await fingerprint(project);
  const built = existsSync(record) ? await readFile(record, 'utf8') : '';
  if (built === sources && existsSync(path.join(project, 'dist', 'cli.js'))) return;
  await runEsbuild(project, []);
  await mkdir(path.dirname(record), { recursive: true });
  await writeFile(record, sources);
}

/**
 * Runs esbuild.mjs.
 *
 * @param {string} project The project's folder.
 * @param {readonly string[]} args `tests`, `tests-only`, `--production`.
 * @returns {Promise<void>} Rejects when a source does not compile.
 */
export function runEsbuild(project, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['esbuild.mjs', ...args], {
      cwd: project,
      stdio: ['ignore', process.stderr, process.stderr],
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error('The sources do not compile.'))));
  });
}

/**
 * Names, sizes and times of all sources: a file that was deleted or replaced by an older one counts as a change.
 *
 * @param {string} project
 */
async function fingerprint(project) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of await filesUnder(path.join(project, source))) {
      const { size, mtimeMs } = await stat(file);
      hash.update(`${path.relative(project, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} place A file, a folder, or nothing.
 * @returns {Promise<string[]>} Sorted.
 */
async function filesUnder(place) {
  if (!existsSync(place)) return [];
  if (!(await stat(place)).isDirectory()) return [place];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

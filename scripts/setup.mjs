// Set-up: installs what the project needs where it is not there. `npm start` and `npm test` begin with it.
// Built-in modules only: it runs before anything is installed.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runNpm } from './npm.mjs';

const OLDEST_NODE = 20;

/**
 * Brings `node_modules` to what package-lock.json says. Takes some milliseconds where it is so already.
 *
 * @param {string} project The project's folder.
 * @returns {Promise<void>} Rejects with a message for the user when Node is too old or npm fails.
 */
export async function setUp(project) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    throw new Error(`Rapporteur needs Node ${OLDEST_NODE} or newer; this is Node ${process.versions.node}.`);
  }
  const stamp = path.join(project, 'node_modules', '.set-up-with');
  const runtime = `node ${major} ${process.platform} ${process.arch}\n`;
  const [lock, installed, installedWith] = await Promise.all([
    readText(path.join(project, 'package-lock.json')),
    readText(path.join(project, 'node_modules', '.package-lock.json')),
    readText(stamp),
  ]);
  // No stamp and the right packages: somebody ran npm by hand, which is as good.
  if (agree(lock, installed) && (installedWith === runtime || installedWith === '')) {
    if (installedWith === '') await writeFile(stamp, runtime);
    return;
  }
  process.stderr.write('Installing the packages that Rapporteur is built with\n');
  await runNpm(['ci'], project);
  await writeFile(stamp, runtime);
}

/**
 * Whether npm's record of what it installed says the same as the lock file. npm writes the record last, so an
 * interrupted installation has none.
 *
 * @param {string} lock The text of package-lock.json.
 * @param {string} record The text of node_modules/.package-lock.json, empty where there is none.
 */
function agree(lock, record) {
  if (record === '') return false;
  const wanted = packagesIn(lock);
  const installed = packagesIn(record);
  return Object.entries(wanted).every(([place, pkg]) => {
    const found = installed[place];
    // The project itself is not in the record. Packages for other platforms are optional, and absent.
    return found ? found.version === pkg.version : place === '' || pkg.optional || pkg.devOptional;
  });
}

/**
 * @param {string} text
 * @returns {Record<string, {version: string, optional?: boolean, devOptional?: boolean}>}
 */
function packagesIn(text) {
  return JSON.parse(text).packages;
}

/**
 * @param {string} file
 * @returns {Promise<string>} Empty where there is no such file.
 */
async function readText(file) {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return '';
  }
}

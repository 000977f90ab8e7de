// Runs npm for the other scripts. Built-in modules only: it is used before anything is installed.
import { spawn } from 'node:child_process';

/**
 * Runs npm and waits for it. What npm prints goes to standard error, because standard output belongs to the answer.
 *
 * @param {readonly string[]} args What stands behind `npm` on the command line.
 * @param {string} folder The folder to run in.
 * @returns {Promise<void>} Rejects when npm ends with another code than 0, or cannot be started.
 */
export function runNpm(args, folder) {
  // Under `npm start` the path of npm's own JavaScript is known: it needs no shell on Windows and no search on PATH.
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier'];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args, ...quiet], {
      cwd: folder,
      stdio: ['ignore', process.stderr, process.stderr],
      shell: !npm && process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`npm ${args.join(' ')} ended with ${code ?? 'a signal'}`));
    });
  });
}

// npm run bench: set-up, build in production form, and the benchmark. `npm run bench -- --help` lists its options.
// Built-in modules only: it runs before anything is installed.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runEsbuild } from './build.mjs';
import { setUp } from './setup.mjs';

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(project);
await setUp(project);
await runEsbuild(project, ['--production']);
process.exitCode = await runBenchmark(await bundleBenchmark(), process.argv.slice(2));

/** @returns {Promise<string>} The file to run. */
async function bundleBenchmark() {
  const outfile = path.join(project, '.cache', 'bench', 'main.mjs');
  const { build } = await import('esbuild');
  await build({
    entryPoints: [path.join(project, 'bench', 'main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * @param {string} file
 * @param {readonly string[]} args
 * @returns {Promise<number>} The exit code.
 */
function runBenchmark(file, args) {
  const child = spawn(process.execPath, ['--enable-source-maps', file, project, ...args], { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

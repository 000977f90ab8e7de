// npm test: set-up, build, type-check, lint, and every suite of tests. The last line counts them all.
// npm test -- SUITE…: only those, without type-check and lint.
// In CI (the variable CI) a skipped test is a failure, and expectations cannot be rewritten (UPDATE).
// Built-in modules only: it runs before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { runEsbuild } from './build.mjs';
import { findChromium } from './chromium.mjs';
import { IN_A_GROUP, signalGroup, whenAskedToEnd } from './process-group.mjs';
import { setUp } from './setup.mjs';
import { installVsCode, whyNoVsCode } from './vscode.mjs';

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {string} folder Where its `*.test.ts` stand.
 * @property {boolean} [inExtensionHost] Whether they run inside VS Code.
 * @property {boolean} [inEditor] Whether they need a VS Code.
 */

/** @type {readonly Suite[]} In this order, the first one beside those that need no editor. */
const SUITES = [
  { name: 'pure', folder: 'test/pure' },
  { name: 'bench', folder: 'test/bench' },
  { name: 'protocol', folder: 'test/protocol' },
  { name: 'cli', folder: 'test/cli' },
  { name: 'other-editors', folder: 'test/editor/other-editors' },
  { name: 'extension', folder: 'test/editor/extension', inEditor: true, inExtensionHost: true },
  { name: 'page', folder: 'test/editor/page', inEditor: true },
];

/** No suite takes longer, in milliseconds, unless it hangs. */
const LONGEST_SUITE = 600_000;

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {number} passed
 * @property {{title: string, error: string}[]} failed
 * @property {{title: string, reason: string}[]} skipped
 */

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const inCi = !['', '0', 'false'].includes(process.env.CI ?? '');

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
whenAskedToEnd(() => {
  for (const child of running) signalGroup(child, 'SIGKILL');
  process.exit(1);
});

/** @type {Outcome[]} */
const outcomes = [];
try {
  await runEverything(process.argv.slice(2));
} catch (error) {
  report(broken('npm test', 'set-up', error));
}
process.exitCode = summarise();

/** @param {readonly string[]} names Of suites; all where there are none. */
async function runEverything(names) {
  const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) throw new Error(`No suite is called ${unknown}: ${SUITES.map((suite) => suite.name)}`);
  if (inCi && process.env.UPDATE) throw new Error('UPDATE rewrites expectations, which CI does not do.');
  process.chdir(project);
  await setUp(project);

  const strays = (await testFilesIn('test')).filter((file) => !SUITES.some(({ folder }) => file.startsWith(folder)));
  if (strays.length > 0)
    throw new Error(`These tests are in the folder of no suite, so nothing would run them: ${strays}`);
  const suites = SUITES.filter((suite) => names.length === 0 || names.includes(suite.name));
  const whyNoEditor = suites.some((suite) => suite.inEditor) ? whyNoEditorTests() : 'not wanted';
  // The download takes its time while the other suites run.
  const vsCode = whyNoEditor ? undefined : installVsCode('.cache/vscode', say);
  vsCode?.catch(() => {});

  const built = await runEsbuild(project, ['tests']).then(
    () => undefined,
    (error) => broken('build', 'esbuild', error),
  );
  const checks = names.length > 0 ? [] : [checkTypes(), checkStyle()];
  if (built) report(built);
  else await runBesideEachOther(suites.filter((candidate) => !candidate.inEditor));
  for (const check of checks) report(await check);
  if (built) return;
  for (const suite of suites.filter((candidate) => candidate.inEditor)) {
    if (whyNoEditor) report({ ...nothing(suite.name), skipped: [{ title: 'all tests', reason: whyNoEditor }] });
    else report(await runSuiteInEditor(suite, vsCode));
  }
}

/**
 * The first suite, which takes as long as all others, beside them: two processes for the two cores that a machine has.
 *
 * @param {readonly Suite[]} suites
 */
async function runBesideEachOther([first, ...others]) {
  const inOrder = async () => {
    for (const suite of others) report(await runSuite(suite));
  };
  await Promise.all([first && runSuite(first).then(report), inOrder()]);
}

function whyNoEditorTests() {
  return whyNoVsCode() ?? (findChromium() ? undefined : 'Chromium is absent: install it, or set CHROMIUM_PATH');
}

/**
 * @param {Suite} suite
 * @param {Promise<unknown> | undefined} vsCode
 */
async function runSuiteInEditor(suite, vsCode) {
  try {
    await vsCode;
    return await runSuite(suite);
  } catch (error) {
    return broken(suite.name, 'the installation of VS Code', error);
  }
}

/**
 * @param {Suite} suite
 * @returns {Promise<Outcome>}
 */
async function runSuite(suite) {
  // From the sources: out/ may still hold the tests of a file that is gone.
  const sources = await testFilesIn(suite.folder);
  const files = sources.map((file) => path.join('out', file.replace(/\.ts$/, '.js')));
  if (files.length === 0) return broken(suite.name, 'all tests', `There is none in ${suite.folder}`);
  const folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-test-'));
  try {
    const results = path.join(folder, 'results');
    const script = suite.inExtensionHost
      ? ['out/test/editor/run-in-vs-code.js', results]
      : ['out/test/runner/run-suite.js', results, ...files];
    const { end } = await runNode(['--enable-source-maps', ...script], 'inherit');
    return await readOutcome(suite.name, results, end);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>} The `*.test.ts` in it and below, sorted.
 */
async function testFilesIn(folder) {
  if (!existsSync(folder)) return [];
  const files = await readdir(folder, { recursive: true });
  return files
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => path.join(folder, file))
    .sort();
}

/**
 * Reads what a suite has reported. Where its process died there is no last line, and that is a failure whatever stands
 * before.
 *
 * @param {string} name
 * @param {string} results The file with one event a line.
 * @param {string} end How the process ended.
 * @returns {Promise<Outcome>}
 */
async function readOutcome(name, results, end) {
  const outcome = nothing(name);
  const text = existsSync(results) ? await readFile(results, 'utf8') : '';
  let last = 'before the first test';
  let ended = false;
  for (const line of text.split('\n').filter(Boolean)) {
    const event = JSON.parse(line);
    if (event.state === 'ended') ended = true;
    else last = `after "${event.title}"`;
    if (event.state === 'passed') outcome.passed++;
    if (event.state === 'failed') outcome.failed.push(event);
    if (event.state === 'skipped') addSkip(outcome, event);
  }
  if (!ended) outcome.failed.push({ title: 'the process of the suite', error: `It ended ${last}: ${end}` });
  else if (end !== 'code 0' && outcome.failed.length === 0) {
    outcome.failed.push({ title: 'the process of the suite', error: `Every test passed, but it ended with ${end}` });
  }
  return outcome;
}

/**
 * @param {Outcome} outcome
 * @param {{title: string, reason?: string}} skip
 */
function addSkip(outcome, { title, reason }) {
  if (reason === undefined) outcome.failed.push({ title, error: 'It was skipped without a reason.' });
  else outcome.skipped.push({ title, reason });
}

function checkTypes() {
  const record = ['--incremental', '--tsBuildInfoFile', '.cache/types.tsbuildinfo'];
  return runCheck('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json', ...record]);
}

function checkStyle() {
  return runCheck('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']);
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Promise<Outcome>} One passed or one failed, with what it printed.
 */
async function runCheck(name, args) {
  const { end, output } = await runNode(args, 'pipe');
  return end === 'code 0' ? { ...nothing(name), passed: 1 } : broken(name, name, output || end);
}

/**
 * Runs Node on a script, and ends it with all that it started when it takes too long.
 *
 * @param {readonly string[]} args
 * @param {'inherit' | 'pipe'} output
 * @returns {Promise<{end: string, output: string}>}
 */
function runNode(args, output) {
  const child = spawn(process.execPath, args, { ...IN_A_GROUP, stdio: ['ignore', output, output] });
  running.add(child);
  let printed = '';
  child.stdout?.on('data', (chunk) => (printed += chunk));
  child.stderr?.on('data', (chunk) => (printed += chunk));
  let late = false;
  const limit = setTimeout(() => {
    late = true;
    signalGroup(child, 'SIGKILL');
  }, LONGEST_SUITE);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(limit);
      running.delete(child);
      // What it left running must not disturb the next suite.
      signalGroup(child, 'SIGKILL');
      const end = late ? `no end within ${LONGEST_SUITE / 1000} s` : code === null ? `${signal}` : `code ${code}`;
      resolve({ end, output: printed });
    });
  });
}

/**
 * @param {string} name
 * @returns {Outcome}
 */
function nothing(name) {
  return { name, passed: 0, failed: [], skipped: [] };
}

/**
 * @param {string} name
 * @param {string} title
 * @param {unknown} error
 * @returns {Outcome}
 */
function broken(name, title, error) {
  return { ...nothing(name), failed: [{ title, error: error instanceof Error ? error.message : String(error) }] };
}

/** @param {Outcome} outcome */
function report(outcome) {
  if (inCi) {
    outcome.failed.push(...outcome.skipped.map(({ title, reason }) => ({ title, error: `Skipped in CI: ${reason}` })));
    outcome.skipped = [];
  }
  outcomes.push(outcome);
  say(`${outcome.name}: ${countsOf([outcome])} (${(performance.now() / 1000).toFixed(1)} s)`);
  for (const { title, reason } of outcome.skipped) say(`  skipped: ${title}: ${reason}`);
  for (const { title, error } of outcome.failed) say(`  failed: ${title}\n${error.replace(/^/gm, '    ')}`);
}

/** Prints the last line. @returns {number} The exit code. */
function summarise() {
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed.length, 0);
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  if (failed > 0) say('');
  for (const outcome of outcomes) for (const { title } of outcome.failed) say(`failed: ${outcome.name}: ${title}`);
  say('');
  say(countsOf(outcomes));
  return failed > 0 || passed === 0 ? 1 : 0;
}

/** @param {readonly Outcome[]} of */
function countsOf(of) {
  const count = (/** @type {(outcome: Outcome) => number} */ number) => of.reduce((sum, one) => sum + number(one), 0);
  const skipped = count((outcome) => outcome.skipped.length);
  const counts = `${count((outcome) => outcome.passed)} passed, ${count((outcome) => outcome.failed.length)} failed`;
  return skipped > 0 ? `${counts}, ${skipped} skipped` : counts;
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}

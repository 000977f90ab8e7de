// The benchmark, run by scripts/bench.mjs: `node main.mjs PROJECT OPTION…`.
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, release, type } from 'node:os';
import { join } from 'node:path';
import { buildEchoServer } from './build';
import { type Options, readOptions, USAGE } from './options';
import { type Bench, RUN_PART } from './parts';
import { installPeers } from './peers/install';
import { peerContestants } from './peers/peers';
import { measureRatios } from './ratios';
import { report } from './report/report';
import type { Results } from './report/results';

const [project = '.', ...args] = process.argv.slice(2);
if (args.includes('--help')) {
  say(USAGE);
} else {
  const options = readOptions(args, join(project, 'dist', 'server.js'));
  const echo = await buildEchoServer(project, join(project, '.cache', 'bench'));
  await (options.record ? record(options, echo) : runParts(options, echo));
}

async function runParts(options: Options, echo: string): Promise<void> {
  const peerModules = options.peers ? await installPeers(join(project, '.cache', 'bench-peers'), say) : undefined;
  const results = nothingMeasured();
  const peers = peerModules === undefined ? [] : peerContestants(peerModules, project);
  const bench: Bench = { project, options, echo, peers, peerModules, results, say };
  for (const part of options.parts) {
    try {
      await RUN_PART[part](bench);
    } catch (error) {
      // What the other parts measure is worth having.
      process.exitCode = 1;
      say(`${part} failed: ${error instanceof Error ? error.stack : error}`);
    }
  }
  const text = report(results);
  process.stdout.write(`\n${text}\n`);
  if (options.json !== undefined) {
    await writeFile(options.json, `${JSON.stringify(results)}\n`);
  }
  if (options.markdown) {
    await writeTables(text);
  }
}

function nothingMeasured(): Results {
  const processors = cpus();
  const machine = `${processors.length} x ${processors[0]?.model.trim()}, ${type()} ${release()}, Node ${process.versions.node}`;
  return { machine, comparisons: [], workspaces: [], memory: [], commands: [], sizes: [] };
}

/** Replaces what stands between the marks in the page on performance. */
async function writeTables(text: string): Promise<void> {
  const page = join(project, 'docs', 'performance.md');
  const old = await readFile(page, 'utf8');
  const [begin, end] = ['<!-- tables -->', '<!-- end of tables -->'];
  const [from, to] = [old.indexOf(begin) + begin.length, old.indexOf(end)];
  if (from < begin.length || to < from) {
    throw new Error(`${page} has no ${begin} with ${end} behind it.`);
  }
  await writeFile(page, `${old.slice(0, from)}\n\n${text}\n\n${old.slice(to)}`);
}

/** Writes the ratios that `npm test` compares with: of three tries the middle one. */
async function record({ server }: Options, echo: string): Promise<void> {
  const recorded: Record<string, { clock: number; processor: number | undefined }> = {};
  for (const format of ['markdown', 'yaml'] as const) {
    const thrice = { longestTurn: 1000, tries: 3, isEnough: () => false };
    const runs = await measureRatios(project, server, echo, format, thrice);
    const middle = (values: (number | undefined)[]) =>
      Number([...values].sort((a, b) => (a ?? 0) - (b ?? 0))[1]?.toFixed(1));
    recorded[format] = {
      clock: middle(runs.map(({ clock }) => clock)),
      processor: middle(runs.map(({ processor }) => processor)),
    };
    say(`${format}: ${JSON.stringify(recorded[format])}`);
  }
  await writeFile(join(project, 'bench', 'recorded-ratios.json'), `${JSON.stringify(recorded, undefined, 2)}\n`);
}

/** To standard error: standard output is for the tables. */
function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

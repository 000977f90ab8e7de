// The benchmark, run by scripts/bench.mjs: `main.js PROJECT OPTION…`.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildEchoServer } from './build';
import { draft } from './drafts/draft';
import { GENERATED_ROADMAP, roadmapFile } from './drafts/plan';
import type { Contestant } from './measure/contestant';
import { measureKeystrokes } from './measure/keystrokes';
import { timesOf } from './report/statistics';

const [project = '.', ...args] = process.argv.slice(2);
const serverAt = args.indexOf('--server');
const server = resolve(args[serverAt < 0 ? args.length : serverAt + 1] ?? join(project, 'dist', 'server.js'));
const cache = join(project, '.cache', 'bench');
const echoFile = await buildEchoServer(project, cache);
const sizes = args.includes('--quick') ? [1000] : [100, 1000, 10000];

for (const format of ['markdown', 'yaml'] as const) {
  for (const shape of ['many', 'long'] as const) {
    for (const lines of sizes) {
      const folder = await mkdtemp(join(tmpdir(), 'rapporteur-bench-'));
      const { text, plan } = draft({ format, shape, lines, project });
      if (plan.id === GENERATED_ROADMAP) {
        await writeFile(join(folder, 'plan.roadmap.yaml'), roadmapFile(plan));
      }
      const of = (name: string, file: string): Contestant => ({
        name,
        setup: { command: { name, args: [file, '--stdio'] } },
        format,
        debounce: 0,
        share: 1,
      });
      const contestants = [of('rapporteur', server), of('echo', echoFile)];
      const texts = new Map(contestants.map((contestant) => [contestant, text]));
      const results = await measureKeystrokes(contestants, folder, texts, 200, 10);
      const cells = results.map(({ contestant, times, memory }) => {
        const { p50, p95 } = timesOf(times);
        return `${contestant.name} ${p50.toFixed(2)} / ${p95.toFixed(2)} ms, ${memory?.resident.toFixed(0)} MiB`;
      });
      const [ours, echo] = results.map(({ times }) => timesOf(times).p50);
      console.log(`${format} ${shape} ${lines}: ${cells.join('; ')}; ratio ${((ours ?? 0) / (echo ?? 1)).toFixed(1)}`);
      await rm(folder, { recursive: true });
    }
  }
}

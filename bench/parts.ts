import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type DraftFormat, type DraftShape, draft } from './drafts/draft';
import { jsonDraft } from './drafts/json';
import { GENERATED_ROADMAP, roadmapFile } from './drafts/plan';
import { writeWorkspace } from './drafts/workspace';
import { measureCommands } from './measure/command-line';
import { type Contestant, type Documents, type Measured, plainContestant } from './measure/contestant';
import { measureKeystrokes } from './measure/keystrokes';
import { measureMemory } from './measure/memory';
import { measureRequests } from './measure/requests';
import { sizes } from './measure/sizes';
import { measureStartup, startBefore } from './measure/startup';
import { measureTypist } from './measure/typist';
import { readWorkspace } from './measure/workspace';
import type { Options, Part } from './options';
import { summary } from './report/report';
import { type Comparison, ECHO, FIRST_START, OURS, type Results } from './report/results';

/** What the parts of the benchmark share. */
export interface Bench {
  /** The project's folder. */
  readonly project: string;
  readonly options: Options;
  /** The file of the echo server. */
  readonly echo: string;
  readonly peers: readonly Contestant[];
  /** The `node_modules` of the peers; undefined where they are not wanted. */
  readonly peerModules: string | undefined;
  /** Where results go. */
  readonly results: Results;
  /** Shows a line to who waits. */
  readonly say: (line: string) => void;
}

/** Runs one part and adds what it has measured to the results. */
export const RUN_PART: Readonly<Record<Part, (bench: Bench) => Promise<void>>> = {
  keystroke: async (bench) => {
    const { options } = bench;
    const kinds = options.formats.flatMap((format) => options.shapes.map((shape) => ({ format, shape })));
    for (const { format, shape } of kinds) {
      for (const lines of options.lines) {
        await compare(bench, { what: 'keystroke', lines, format, shape }, bench.peers, (contestants, documents) =>
          measureKeystrokes(contestants, documents, options.quick ? 60 : 200, options.rounds),
        );
      }
    }
  },
  typist: async (bench) => {
    for (const format of bench.options.formats) {
      await compare(
        bench,
        { what: 'typist', lines: longest(bench), format, shape: 'many' },
        [],
        (contestants, documents) => measureTypist(contestants, documents, bench.options.quick ? 40 : 100),
      );
    }
  },
  requests: async (bench) => {
    const { options } = bench;
    for (const format of bench.options.formats) {
      for (const what of ['completion', 'hover'] as const) {
        await compare(
          bench,
          { what, lines: longest(bench), format, shape: 'many' },
          bench.peers,
          (contestants, documents) =>
            measureRequests(contestants, documents, what, options.quick ? 40 : 100, options.rounds),
        );
      }
    }
  },
  startup: async (bench) => {
    const count = bench.options.quick ? 5 : 15;
    for (const format of bench.options.formats) {
      const kind = { lines: 1000, format, shape: 'many' } as const;
      // What V8 compiled is there in both, findings only in the second one.
      for (const what of ['startup', 'restart'] as const) {
        const peers = what === 'startup' ? bench.peers : [];
        await compare(bench, { what, ...kind }, peers, async (contestants, documents) => {
          const keeping = contestants.map((one) => (one.name === OURS ? keepingContestant(one, what) : one));
          await startBefore(
            keeping.filter(({ name }) => name === OURS),
            documents,
          );
          return measureStartup(keeping, documents, count);
        });
      }
    }
  },
  workspace: readWorkspaces,
  memory: async (bench) => {
    const edits = bench.options.quick ? [1_000, 10_000] : [10_000, 50_000, 100_000];
    await withDraft(bench.project, { lines: 1000, format: 'markdown', shape: 'many' }, async (documents) => {
      for (const contestant of baseContestants(bench, 'markdown')) {
        bench.say(`memory of ${contestant.name} over ${edits.at(-1)} edits`);
        bench.results.memory.push(await measureMemory(contestant, documents, bench.project, edits));
      }
    });
  },
  cli: checkFolder,
  sizes: async ({ project, results }) => {
    results.sizes.push(...sizes(project));
  },
};

interface DraftKind {
  readonly lines: number;
  readonly format: DraftFormat;
  readonly shape: DraftShape;
}

/**
 * Measures ours, echo, and the peers that can read such a draft, and keeps the row.
 *
 * @param peers Those that may take part.
 */
async function compare(
  bench: Bench,
  kind: DraftKind & { readonly what: Comparison },
  peers: readonly Contestant[],
  measure: (contestants: readonly Contestant[], documents: Documents) => Promise<Measured[]>,
): Promise<void> {
  await withDraft(bench.project, kind, async (documents) => {
    const fitting = peers.filter(({ format }) => documents.texts[format] !== undefined);
    const row = { ...kind, measured: await measure([...baseContestants(bench, kind.format), ...fitting], documents) };
    bench.results.comparisons.push(row);
    bench.say(summary(row));
  });
}

function baseContestants({ options, echo }: Bench, format: DraftFormat): Contestant[] {
  return [plainContestant(OURS, options.server, format), plainContestant(ECHO, echo, format)];
}

/** The same server with a place of its own for what V8 compiled of it, and, for the next start, for findings. */
function keepingContestant(contestant: Contestant, what: 'startup' | 'restart'): Contestant {
  return {
    ...contestant,
    setup: (folder) => {
      const { command, ...setup } = contestant.setup(folder);
      const caches = join(fileURLToPath(folder), '.caches');
      return {
        ...setup,
        command: { ...command, environment: { XDG_CACHE_HOME: caches, LOCALAPPDATA: caches } },
        initializationOptions: what === 'restart' ? { cacheFolder: `${folder}/.kept` } : {},
      };
    },
  };
}

function longest({ options }: Bench): number {
  return Math.max(...options.lines);
}

/** Makes a draft and its workspace, and takes both away afterwards. */
export async function withDraft<T>(
  project: string,
  kind: DraftKind,
  use: (documents: Documents) => Promise<T>,
): Promise<T> {
  const { text, plan } = draft({ ...kind, project });
  const isJsonToo = kind.format === 'yaml' && kind.shape === 'many';
  const texts = { [kind.format]: text, ...(isJsonToo ? { json: jsonDraft(text, kind.lines) } : {}) };
  return withFolder(async (folder) => {
    if (plan.id === GENERATED_ROADMAP) {
      await writeFile(join(folder, 'plan.roadmap.yaml'), roadmapFile(plan));
    }
    return use({ folder, texts });
  });
}

async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'rapporteur-bench-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Reads workspaces of growing size; the largest a second time, with what the first start has kept; while somebody types;
 * and without other threads.
 */
async function readWorkspaces({ project, options, results, say }: Bench): Promise<void> {
  const contestant = plainContestant(OURS, options.server, 'markdown');
  const counts = options.quick ? [100, 1000] : [100, 1000, 10_000];
  const { text } = draft({ lines: 1000, format: 'markdown', shape: 'long', project });
  for (const reports of counts) {
    await withFolder(async (folder) => {
      const cacheFolder = pathToFileURL(join(folder, 'kept')).href;
      const first = { what: FIRST_START, isTyping: false, initializationOptions: { cacheFolder } };
      const more = [
        { ...first, what: 'second start' },
        { what: 'while somebody types', isTyping: true, initializationOptions: {} },
        { what: 'first start, one thread', isTyping: false, initializationOptions: { threads: 0 } },
      ];
      const workspace = join(folder, 'workspace');
      await mkdir(workspace);
      await writeWorkspace(workspace, reports, ['markdown', 'yaml']);
      const documents = { folder: workspace, texts: { markdown: text } };
      for (const { what, ...start } of reports === counts.at(-1) ? [first, ...more] : [first]) {
        const run = await readWorkspace(contestant, documents, { reports, ...start });
        results.workspaces.push({ what, files: reports, ...run });
        const memory = run.memory ? `, ${run.memory.peak.toFixed(0)} MiB` : '';
        say(
          `workspace of ${reports} reports, ${what}: ${run.way}, ${run.time.toFixed(0)} ms, ${run.reports} reports${memory}`,
        );
      }
    });
  }
}

/** Checks a folder of small Markdown reports with the command line, and with markdownlint-cli2. */
async function checkFolder({ options, peerModules, results, say }: Bench): Promise<void> {
  await withFolder(async (folder) => {
    await writeWorkspace(folder, options.quick ? 200 : 1000, ['markdown']);
    const ours = { name: 'rapporteur check .', args: [join(dirname(options.server), 'cli.js'), 'check', '.'] };
    const lint = peerModules && join(peerModules, 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs');
    const peers = lint ? [{ name: 'markdownlint-cli2 "**/*.md"', args: [lint, '**/*.md'] }] : [];
    results.commands.push(...(await measureCommands([ours, ...peers], folder, options.quick ? 3 : 7)));
    say(
      results.commands
        .map(({ name, times }) => `${name}: ${times.map((time) => time.toFixed(0)).join(', ')} ms`)
        .join('\n'),
    );
  });
}

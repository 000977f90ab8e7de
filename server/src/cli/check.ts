import type { Severity } from '../model/finding';
import type { CheckSetup, ShownFile } from './batch-checker';
import { openCheckCache } from './check-cache';
import { joinJson } from './check-json';
import { joinText } from './check-text';
import { checkInThreads } from './check-threads';
import { type CollectOptions, collect } from './collect';
import { FixedFiles } from './fixed-files';
import { readAsOf, readChoice, readCount, readOptions } from './options';
import { type CommandHost, EXIT, UsageError } from './program';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

/** `rapporteur check PATH…` */
export async function checkCommand(args: readonly string[], host: CommandHost): Promise<number> {
  const { values, positionals } = readOptions(args, {
    roadmap: 'text',
    'as-of': 'text',
    format: 'text',
    'fail-on': 'text',
    threads: 'text',
    'cache-dir': 'text',
    fix: 'flag',
    'dry-run': 'flag',
  });
  const format = readChoice('format', values.format, ['text', 'json'], 'text');
  const failOn = readChoice('fail-on', values['fail-on'], SEVERITIES, 'error');
  const request: CheckRequest = {
    paths: positionals,
    options: { roadmap: values.roadmap, asOf: readAsOf(values['as-of'], host.today) },
    format,
    threads: readCount('threads', values.threads),
    cacheFolder: values['cache-dir'],
    fixes: values.fix !== undefined,
  };
  if (positionals.length === 0) {
    throw new UsageError('check needs at least one file, folder or glob.');
  }
  const isTrial = values['dry-run'] !== undefined;
  if (isTrial && !request.fixes) {
    throw new UsageError('--dry-run belongs to --fix: it shows what that would change.');
  }
  const fixed = new FixedFiles(host, isTrial);
  let all = await checkOnce(request, fixed, host);
  // What is fixed in a roadmap, or in the report before, can be seen in other files.
  for (let round = 1; round < MOST_ROUNDS && (await fixed.take()); round++) {
    all = await checkOnce(request, fixed, host);
  }
  const answer = format === 'json' ? joinJson(all) : joinText(all, host.colour);
  if (isTrial) {
    host[format === 'json' ? 'complain' : 'print'](fixed.diff());
  }
  if (!isTrial || format === 'json') {
    host.print(answer);
  }
  if (request.fixes) {
    fixed.report();
  }
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const failed = all.some((file) => failing.some((severity) => file.counts[severity] > 0));
  return fixed.hasFailed ? EXIT.wrongUse : failed ? EXIT.findings : EXIT.clean;
}

/** What is to be checked, and how. */
interface CheckRequest {
  readonly paths: readonly string[];
  readonly options: CollectOptions;
  readonly format: CheckSetup['format'];
  readonly threads: number | undefined;
  readonly cacheFolder: string | undefined;
  readonly fixes: boolean;
}

/** After so many rounds of fixes, what is left undoes itself. */
const MOST_ROUNDS = 10;

/** Checks all files as they are now; what safe fixes make of them is handed to `fixed`. */
async function checkOnce(request: CheckRequest, fixed: FixedFiles, real: CommandHost): Promise<readonly ShownFile[]> {
  const { paths, options, format, cacheFolder, fixes } = request;
  const host = fixed.over(real);
  const { setup, files, reader } = await collect(paths, options, host);
  if (files.length === 0) {
    throw new UsageError(`There is nothing to check in ${paths.map((path) => `“${path}”`).join(', ')}.`);
  }
  const checkSetup = { project: setup, format, colour: host.colour, keeps: cacheFolder !== undefined, fixes };
  const cache = cacheFolder === undefined ? undefined : await openCheckCache(cacheFolder, checkSetup, host);
  const { shown, others } = (await cache?.find(files)) ?? { shown: [], others: files };
  // Other threads read from the disk what only this one knows to be fixed.
  const threads = fixed.isOnDisk ? request.threads : 1;
  const checked = await checkInThreads(others, checkSetup, reader, threads, host);
  try {
    await cache?.keep(checked);
  } catch (error) {
    host.complain(`rapporteur: The folder “${cacheFolder}” cannot be used: ${reasonOf(error)}\n`);
  }
  const texts = new Map(checked.some((file) => file.fixed) ? files.map((file) => [file.uri, file.text]) : []);
  for (const { uri, fixed: now } of checked) {
    const before = texts.get(uri);
    if (now && before !== undefined) {
      fixed.add(uri, before, now);
    }
  }
  const all = [...shown, ...checked.map(({ file }) => file)];
  return all.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

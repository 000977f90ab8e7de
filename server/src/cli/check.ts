import type { Severity } from '../model/finding';
import { openCheckCache } from './check-cache';
import { joinJson } from './check-json';
import { joinText } from './check-text';
import { checkInThreads } from './check-threads';
import { collect } from './collect';
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
  });
  const format = readChoice('format', values.format, ['text', 'json'], 'text');
  const failOn = readChoice('fail-on', values['fail-on'], SEVERITIES, 'error');
  const asOf = readAsOf(values['as-of'], host.today);
  const threads = readCount('threads', values.threads);
  if (positionals.length === 0) {
    throw new UsageError('check needs at least one file, folder or glob.');
  }
  const { setup, files, reader } = await collect(positionals, { roadmap: values.roadmap, asOf }, host);
  if (files.length === 0) {
    throw new UsageError(`There is nothing to check in ${positionals.map((path) => `“${path}”`).join(', ')}.`);
  }
  const cacheFolder = values['cache-dir'];
  const checkSetup = { project: setup, format, colour: host.colour, keeps: cacheFolder !== undefined };
  const cache = cacheFolder === undefined ? undefined : await openCheckCache(cacheFolder, checkSetup, host);
  const { shown, others } = (await cache?.find(files)) ?? { shown: [], others: files };
  const checked = await checkInThreads(others, checkSetup, reader, threads, host);
  try {
    await cache?.keep(checked);
  } catch (error) {
    host.complain(`rapporteur: The folder “${cacheFolder}” cannot be used: ${reasonOf(error)}\n`);
  }
  const all = [...shown, ...checked.map(({ file }) => file)];
  all.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  host.print(format === 'json' ? joinJson(all) : joinText(all, host.colour));
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const failed = all.some((file) => failing.some((severity) => file.counts[severity] > 0));
  return failed ? EXIT.findings : EXIT.clean;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

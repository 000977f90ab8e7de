import type { Severity } from '../model/finding';
import { type BatchChecker, type CheckedFile, type CheckSetup, createBatchChecker } from './batch-checker';
import { batchesOf } from './batches';
import { joinJson } from './check-json';
import { joinText } from './check-text';
import { collect, type TextFile } from './collect';
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
  const checkSetup = { project: setup, format, colour: host.colour };
  const here = createBatchChecker(checkSetup, host, reader);
  const checked = await checkAll(files, here, checkSetup, threads ?? threadsFor(files, host.processors), host);
  checked.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  host.print(format === 'json' ? joinJson(checked) : joinText(checked, host.colour));
  const failing = SEVERITIES.slice(0, SEVERITIES.indexOf(failOn) + 1);
  const failed = checked.some((file) => failing.some((severity) => file.counts[severity] > 0));
  return failed ? EXIT.findings : EXIT.clean;
}

/** How much text, in UTF-16 units, keeps one thread busy for so long that a second one is worth its start. */
const TEXT_FOR_A_THREAD = 150_000;

/** How many threads these files are worth. */
function threadsFor(files: readonly TextFile[], processors: number): number {
  const length = files.reduce((sum, { text }) => sum + text.length, 0);
  return Math.max(1, Math.min(processors, Math.floor(length / TEXT_FOR_A_THREAD)));
}

/**
 * Checks files in this thread and as many others as are wanted beside it. Rejects where a thread fails: what it was
 * given would be missing.
 */
async function checkAll(
  files: readonly TextFile[],
  here: BatchChecker,
  setup: CheckSetup,
  threads: number,
  host: CommandHost,
): Promise<CheckedFile[]> {
  const waiting = batchesOf(files, threads * BATCHES_FOR_A_THREAD).reverse();
  const others = Array.from({ length: Math.min(threads, waiting.length) - 1 }, () => host.startThread(setup));
  const checked: CheckedFile[] = [];
  const checkOn = async (checker: BatchChecker) => {
    try {
      for (let batch = waiting.pop(); batch !== undefined; batch = waiting.pop()) {
        checked.push(...(await checker.check(batch)));
      }
    } catch (error) {
      waiting.length = 0;
      throw error;
    }
  };
  try {
    // Another thread is given the next batch before it has answered the last one, so that it never waits for this one.
    await Promise.all([checkOn(here), ...others.flatMap((thread) => [checkOn(thread), checkOn(thread)])]);
  } finally {
    for (const thread of others) {
      thread.end();
    }
  }
  return checked;
}

/** With fewer batches, some threads would have nothing to do in the end. */
const BATCHES_FOR_A_THREAD = 4;

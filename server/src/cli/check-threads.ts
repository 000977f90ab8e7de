import { type BatchChecker, type CheckedFile, type CheckSetup, createBatchChecker } from './batch-checker';
import type { BatchReader } from './batch-reader';
import { batchesOf } from './batches';
import type { TextFile } from './collect';
import type { CommandHost } from './program';

/** How much text, in UTF-16 units, keeps one thread busy for so long that a second one is worth its start. */
const TEXT_FOR_A_THREAD = 150_000;

/** With fewer batches, some threads would have nothing to do in the end. */
const BATCHES_FOR_A_THREAD = 4;

/**
 * Checks files in this thread and as many others as are worth it beside it. Rejects where a thread fails: what it was
 * given would be missing.
 *
 * @param reader reads the files of this thread
 * @param wanted how many threads; undefined: as many as these files keep busy
 * @returns the files in any order
 */
export async function checkInThreads(
  files: readonly TextFile[],
  setup: CheckSetup,
  reader: BatchReader,
  wanted: number | undefined,
  host: CommandHost,
): Promise<readonly CheckedFile[]> {
  const threads = wanted ?? threadsFor(files, host.processors);
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
    const here = createBatchChecker(setup, host, reader);
    // Another thread is given the next batch before it has answered the last one, so that it never waits for this one.
    await Promise.all([checkOn(here), ...others.flatMap((thread) => [checkOn(thread), checkOn(thread)])]);
  } finally {
    for (const thread of others) {
      thread.end();
    }
  }
  return checked;
}

function threadsFor(files: readonly TextFile[], processors: number): number {
  const length = files.reduce((sum, { text }) => sum + text.length, 0);
  return Math.max(1, Math.min(processors, Math.floor(length / TEXT_FOR_A_THREAD)));
}

import { Worker } from 'node:worker_threads';
import { type DocumentImporter, IMPORT_LIMITS, type ImportAnswer, TOO_LARGE, TOO_LONG } from '../import/import-task';

/**
 * Imports each document in a thread of its own, which may take so much time and memory and no more.
 *
 * @param program path of the bundle with the import
 */
export function importInThread(
  program: string,
  limits: { time: number; memory: number } = IMPORT_LIMITS,
): DocumentImporter {
  return (task, stop) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: limits.memory } });
      const end = (settle: () => void) => {
        clearTimeout(timer);
        stop?.removeEventListener('abort', onStop);
        void worker.terminate();
        settle();
      };
      const answer = (value: ImportAnswer) => end(() => resolve(value));
      const onStop = () => end(() => reject(new Error('The import was stopped.')));
      const timer = setTimeout(() => answer({ problem: TOO_LONG }), limits.time);
      worker.once('message', answer);
      worker.once('error', (error: Error & { code?: string }) =>
        answer({ problem: error.code === OUT_OF_MEMORY ? TOO_LARGE : `The import failed (${error.message}).` }),
      );
      worker.once('exit', () => answer({ problem: 'The import ended without a result.' }));
      stop?.addEventListener('abort', onStop);
      if (stop?.aborted) {
        onStop();
      } else {
        worker.postMessage(task);
      }
    });
}

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY';

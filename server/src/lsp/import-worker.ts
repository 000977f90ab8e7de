import { type DocumentImporter, IMPORT_LIMITS, type ImportAnswer, TOO_LONG } from '../import/import-task';

/** Of the browser. */
declare const Worker:
  | (new (
      url: string,
    ) => {
      onmessage: (event: { readonly data: ImportAnswer }) => void;
      onerror: (event: { readonly message?: string }) => void;
      postMessage(task: unknown): void;
      terminate(): void;
    })
  | undefined;

/**
 * Imports each document in a worker of the browser, which may take so much time and no more.
 *
 * @param program gives the bundle with the import; undefined where nobody has it
 */
export function importInWorker(program: () => Promise<Uint8Array | undefined>): DocumentImporter {
  return async (task, stop) => {
    const bytes = typeof Worker === 'function' ? await program() : undefined;
    if (bytes === undefined) {
      return { problem: 'This editor cannot import documents; the command line of Rapporteur can.' };
    }
    const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'text/javascript' }));
    try {
      return await answerOf(url, task, stop);
    } finally {
      URL.revokeObjectURL(url);
    }
  };
}

function answerOf(url: string, task: unknown, stop: AbortSignal | undefined): Promise<ImportAnswer> {
  return new Promise((resolve, reject) => {
    if (typeof Worker !== 'function' || stop?.aborted) {
      reject(new Error('The import was stopped.'));
      return;
    }
    const worker = new Worker(url);
    const end = (settle: () => void) => {
      clearTimeout(timer);
      worker.terminate();
      settle();
    };
    const answer = (value: ImportAnswer) => end(() => resolve(value));
    const timer = setTimeout(() => answer({ problem: TOO_LONG }), IMPORT_LIMITS.time);
    stop?.addEventListener('abort', () => end(() => reject(new Error('The import was stopped.'))));
    worker.onmessage = ({ data }) => answer(data);
    worker.onerror = ({ message = 'no reason was given' }) => answer({ problem: `The import failed (${message}).` });
    worker.postMessage(task);
  });
}

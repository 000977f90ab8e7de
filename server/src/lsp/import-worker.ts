import {
  type DocumentImporter,
  IMPORT_LIMITS,
  type ImportAnswer,
  LARGEST_IN_BROWSER,
  TOO_LONG,
  tooManyBytes,
} from '../import/import-task';

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
 * Imports each document in a worker of the browser, which may take so much time and no more. Its memory has no bound, so
 * that a document may be less large than elsewhere.
 *
 * @param program gives the bundle with the import; undefined where nobody has it
 */
export function importInWorker(program: () => Promise<Uint8Array | undefined>): DocumentImporter {
  const importDocument: DocumentImporter = async (task, stop) => {
    const problem = tooManyBytes(task.bytes.length, { largest: LARGEST_IN_BROWSER });
    if (problem !== undefined) {
      return { problem };
    }
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
  return Object.assign(importDocument, { largest: LARGEST_IN_BROWSER });
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

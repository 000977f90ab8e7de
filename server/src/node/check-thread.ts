import { type MessagePort, Worker } from 'node:worker_threads';
import { type CheckedFile, type CheckHost, type CheckSetup, createBatchChecker } from '../cli/batch-checker';
import type { TextFile } from '../cli/collect';
import type { CheckThread } from '../cli/program';

/** What a thread is given. */
interface Task {
  readonly id: number;
  readonly files: readonly TextFile[];
}

/** What it answers. */
type Answer = { readonly id: number } & ({ readonly checked: readonly CheckedFile[] } | { readonly error: string });

/** Somebody who waits for an answer. */
interface Waiting {
  readonly resolve: (checked: readonly CheckedFile[]) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts a thread that checks reports. One that dies or cannot answer rejects whatever it still owes.
 *
 * @param program path of the program that calls {@link answerAsCheckThread} where it is not the main thread
 */
export function startCheckThread(program: string, setup: CheckSetup): CheckThread {
  const waiting = new Map<number, Waiting>();
  const worker = new Worker(program, { workerData: setup });
  let failure: Error | undefined;
  let last = 0;
  const fail = (reason: string) => {
    failure ??= new Error(`A thread that checks reports stopped: ${reason}`);
    for (const { reject } of waiting.values()) {
      reject(failure);
    }
    waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) {
      asked?.reject(new Error(answer.error));
    } else {
      asked?.resolve(answer.checked);
    }
  });
  worker.on('messageerror', (error) => fail(error.message));
  worker.on('error', (error) => fail(error.message));
  worker.on('exit', (code) => fail(`it ended with ${code}.`));
  return {
    check: (files) =>
      new Promise((resolve, reject) => {
        if (failure) {
          reject(failure);
          return;
        }
        const id = ++last;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, files } satisfies Task);
      }),
    end: () => {
      void worker.terminate();
    },
  };
}

/** Answers the main thread until that ends this one. */
export function answerAsCheckThread(port: MessagePort, setup: CheckSetup, host: CheckHost): void {
  const checker = createBatchChecker(setup, host);
  let queue = Promise.resolve();
  port.on('message', ({ id, files }: Task) => {
    // One after the other: each batch goes on from what the one before has read.
    queue = queue
      .then(() => checker.check(files))
      .then(
        (checked): Answer => ({ id, checked }),
        (error: unknown): Answer => ({ id, error: error instanceof Error ? error.message : String(error) }),
      )
      .then((answer) => port.postMessage(answer));
  });
}

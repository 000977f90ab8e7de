import { type MessagePort, type ResourceLimits, Worker } from 'node:worker_threads';

/** Another thread that checks reports. Tasks and answers are plain data. */
export interface CheckThread<Task, Answer> {
  /** What it answers to a task; tasks are done in their order. Rejects where it cannot answer, or has died. */
  check(task: Task): Promise<Answer>;
  /** Ends the thread, whatever it is doing. */
  end(): void;
}

/** What is said to a thread, and what it says. */
interface Question<Task> {
  readonly id: number;
  readonly task: Task;
}
type Reply<Answer> = { readonly id: number } & ({ readonly answer: Answer } | { readonly error: string });

/** Somebody who waits for an answer. */
interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Starts a thread that checks reports. One that dies or cannot answer rejects whatever it still owes.
 *
 * @param program path of the program that calls {@link answerAsCheckThread} where it is not the main thread
 * @param setup what the program is given as its `workerData`
 * @param resourceLimits how much memory it may take; undefined: as much as a process
 */
export function startCheckThread<Task, Answer>(
  program: string,
  setup?: unknown,
  resourceLimits?: ResourceLimits,
): CheckThread<Task, Answer> {
  const waiting = new Map<number, Waiting<Answer>>();
  const worker = new Worker(program, { workerData: setup, ...(resourceLimits ? { resourceLimits } : {}) });
  let failure: Error | undefined;
  let last = 0;
  const fail = (reason: string) => {
    failure ??= new Error(`A thread that checks reports stopped: ${reason}`);
    for (const { reject } of waiting.values()) {
      reject(failure);
    }
    waiting.clear();
  };
  worker.on('message', (reply: Reply<Answer>) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) {
      asked?.reject(new Error(reply.error));
    } else {
      asked?.resolve(reply.answer);
    }
  });
  worker.on('messageerror', (error) => fail(error.message));
  worker.on('error', (error) => fail(error.message));
  worker.on('exit', (code) => fail(`it ended with ${code}.`));
  return {
    check: (task) =>
      new Promise((resolve, reject) => {
        if (failure) {
          reject(failure);
          return;
        }
        const id = ++last;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, task } satisfies Question<Task>);
      }),
    end: () => {
      void worker.terminate();
    },
  };
}

/** Answers the main thread, one task after the other, until that ends this one. */
export function answerAsCheckThread<Task, Answer>(port: MessagePort, check: (task: Task) => Promise<Answer>): void {
  let queue = Promise.resolve();
  port.on('message', ({ id, task }: Question<Task>) => {
    // One after the other: each batch goes on from what the one before has read.
    queue = queue
      .then(() => check(task))
      .then(
        (answer): Reply<Answer> => ({ id, answer }),
        (error: unknown): Reply<Answer> => ({ id, error: error instanceof Error ? error.message : String(error) }),
      )
      .then((reply) => port.postMessage(reply));
  });
}

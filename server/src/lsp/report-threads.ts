import { uriOfCanonical } from '../project/uri';
import type { FileChange, WorkspaceSnapshot } from '../project/workspace';
import type { FileToCheck } from './report-checker';
import type { ReportAnswer, ReportSetup, ReportTask } from './report-thread';

/** Another thread that checks reports: answers tasks in their order, rejects where it cannot or has died. */
export interface ReportThread {
  check(task: ReportTask): Promise<ReportAnswer>;
  end(): void;
}

/** The threads that a host has beside the server's own. */
export interface ReportThreadSource {
  /** How many at most are of use. */
  readonly most: number;
  readonly start: () => ReportThread;
}

/** Files that a thread checks in one go. */
export interface Batch<T extends FileToCheck> {
  /** What they are read against: another object whenever definitions, settings or the day are others. */
  readonly setup: object;
  readonly files: readonly T[];
}

/** What the threads are told by whoever has work for them. */
export interface ReportThreadsService<T extends FileToCheck> {
  readonly source: ReportThreadSource;
  readonly snapshot: () => WorkspaceSnapshot;
  readonly setupOf: (snapshot: WorkspaceSnapshot) => ReportSetup;
  /** Takes what a thread has found. */
  readonly take: (batch: Batch<T>, answer: ReportAnswer) => void;
  /** Takes back what threads could not do. No thread is used any more. */
  readonly failed: (files: readonly T[], error: unknown) => void;
}

/**
 * Threads that check closed reports beside the server's own. They start when there is enough to do, and are ended with
 * the work. When one fails, none is used any more.
 */
export class ReportThreads<T extends FileToCheck> {
  private threads: RunningThread[] = [];
  private readonly given = new Set<Batch<T>>();
  private hasFailed = false;
  private wake: () => void = () => undefined;

  constructor(private readonly service: ReportThreadsService<T>) {}

  /** How many threads run. */
  get count(): number {
    return this.threads.length;
  }

  /** Whether a thread has something to do. */
  get isBusy(): boolean {
    return this.given.size > 0;
  }

  /** The batches that threads are busy with. */
  get underWay(): readonly Batch<T>[] {
    return [...this.given];
  }

  /**
   * Gives work to every thread that can take more; each has a second batch before it has answered the first one, so that
   * it never waits for this thread.
   *
   * @param waiting how many files wait
   * @param next takes some of them, as many as make a batch; none where none are left
   */
  feed(waiting: number, next: () => Batch<T>): void {
    const { most, start } = this.service.source;
    const wanted = this.hasFailed ? 0 : Math.min(most, Math.floor(waiting / FILES_FOR_A_THREAD));
    try {
      while (this.threads.length < wanted) {
        this.threads.push({ thread: start(), busy: 0, setup: undefined, texts: new Map(), forgotten: [] });
      }
    } catch (error) {
      this.fail([], error);
    }
    for (const running of this.threads) {
      while (running.busy < MOST_GIVEN) {
        const batch = next();
        if (batch.files.length === 0) {
          return;
        }
        void this.give(batch, running);
      }
    }
  }

  /** Files on the disk have changed. */
  forget(uris: readonly string[]): void {
    for (const { forgotten } of this.threads) {
      forgotten.push(...uris);
    }
  }

  /** Settled when a thread has answered next. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  /** Ends all threads. */
  end(): void {
    for (const { thread } of this.threads) {
      thread.end();
    }
    this.threads = [];
    this.given.clear();
  }

  private async give(batch: Batch<T>, running: RunningThread): Promise<void> {
    running.busy++;
    this.given.add(batch);
    const answered = (run: () => void) => {
      running.busy--;
      // What an ended thread still says is nobody's business.
      if (this.given.delete(batch)) {
        run();
        this.wake();
      }
    };
    try {
      const answer = await running.thread.check(this.taskFor(batch, running));
      answered(() => this.service.take(batch, answer));
    } catch (error) {
      answered(() => this.fail(batch.files, error));
    }
  }

  private fail(files: readonly T[], error: unknown): void {
    const others = this.underWay.flatMap((batch) => batch.files);
    this.hasFailed = true;
    this.end();
    this.service.failed([...files, ...others], error);
  }

  /** A task with all that its thread has not been told yet. */
  private taskFor({ setup, files }: Batch<T>, running: RunningThread): ReportTask {
    const snapshot = this.service.snapshot();
    const changes: FileChange[] = [];
    for (const [key, { uri, text, language }] of snapshot.files) {
      if (running.texts.get(key) !== text) {
        running.texts.set(key, text);
        changes.push({ uri, text, language });
      }
    }
    for (const key of running.texts.keys()) {
      if (!snapshot.files.has(key)) {
        running.texts.delete(key);
        changes.push({ uri: uriOfCanonical(key), text: undefined });
      }
    }
    const isNew = running.setup !== setup;
    running.setup = setup;
    return {
      ...(isNew ? { setup: this.service.setupOf(snapshot) } : {}),
      changes: isNew ? [] : changes,
      forgotten: running.forgotten.splice(0),
      files: files.map(({ uri, keptFrom }) => ({ uri, keptFrom })),
    };
  }
}

/** With fewer files for each, starting a thread takes longer than it saves. */
const FILES_FOR_A_THREAD = 100;

/** Batches that a thread is given at once. */
const MOST_GIVEN = 2;

interface RunningThread {
  readonly thread: ReportThread;
  busy: number;
  /** What it was told last. */
  setup: object | undefined;
  /** Texts that it knows, by canonical URI. */
  readonly texts: Map<string, string>;
  readonly forgotten: string[];
}

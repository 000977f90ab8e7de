import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { encodeMessage, MessageStream } from './message-stream';
import { memoryOf, type ProcessMemory } from './process-memory';

/** How to start a server that speaks over its standard input and output. */
export interface ServerCommand {
  readonly name: string;
  /** Arguments of Node. */
  readonly args: readonly string[];
  /** Variables beside those of this process. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** An answer and when it had arrived, in milliseconds of `performance.now()`. */
export interface Answer {
  readonly result: unknown;
  readonly at: number;
}

export interface RequestError {
  readonly code: number;
  readonly message: string;
}

/** Answers a request of the server, or hears a notification. */
export type Handler = (params: unknown, at: number) => unknown;

/** A language server as a process of its own, seen from the other end of the pipe. */
export class ServerProcess {
  private nextId = 1;
  private readonly pending = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  private readonly handlers = new Map<string, Handler>();
  private errors = '';
  private end: string | undefined;

  private constructor(
    readonly command: ServerCommand,
    private readonly child: ChildProcessByStdio<Writable, Readable, Readable>,
  ) {
    const stream = new MessageStream(({ body, at }) => this.receive(JSON.parse(body.toString('utf8')), at));
    child.stdout.on('data', (chunk: Buffer) => stream.push(chunk));
    child.stderr.on('data', (chunk) => {
      this.errors = `${this.errors}${chunk}`.slice(-5000);
    });
    child.stdin.on('error', () => {});
    child.on('error', (error) => this.ended(String(error)));
    child.on('exit', (code, signal) => this.ended(`it ended with ${code ?? signal}`));
  }

  /** Starts the process. Nothing has been said to it yet. */
  static start(command: ServerCommand): ServerProcess {
    const env = { ...process.env, ...command.environment };
    const child = spawn(process.execPath, [...command.args], { stdio: ['pipe', 'pipe', 'pipe'], env });
    return new ServerProcess(command, child);
  }

  /**
   * Asks the server.
   *
   * @returns Its answer. Rejects with a `ServerError` where it answers with an error or ends.
   */
  request(method: string, params: unknown): Promise<Answer> & { readonly id: number } {
    const id = this.nextId++;
    const answer = new Promise<Answer>((resolve, reject) => {
      if (this.end !== undefined) {
        reject(new ServerError(this.describe(this.end), undefined));
      }
      this.pending.set(id, { resolve, reject });
    });
    this.send({ jsonrpc: '2.0', id, method, params });
    return Object.assign(answer, { id });
  }

  /** Tells the server. */
  notify(method: string, params: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  /** Sets who answers a request or hears a notification of the server. Requests without handler are answered null. */
  on(method: string, handler: Handler): void {
    this.handlers.set(method, handler);
  }

  /** Undefined where the system does not tell. */
  memory(): ProcessMemory | undefined {
    return this.child.pid === undefined ? undefined : memoryOf(this.child.pid);
  }

  /** Sends a signal. */
  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Ends the process as an editor does, so that it can keep what it likes for its next start. */
  async endPolitely(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    await this.request('shutdown', undefined);
    this.notify('exit', undefined);
    await ended;
  }

  /** Ends the process; for a benchmark it need not be polite. */
  async stop(): Promise<void> {
    if (this.end === undefined) {
      const ended = new Promise((resolve) => this.child.once('exit', resolve));
      this.end = 'it was stopped';
      this.child.kill('SIGKILL');
      await ended;
    }
  }

  private send(message: unknown): void {
    this.child.stdin.write(encodeMessage(message));
  }

  private receive(message: Message, at: number): void {
    if (message.method === undefined) {
      const waiting = this.pending.get(Number(message.id));
      this.pending.delete(Number(message.id));
      if (message.error) {
        waiting?.reject(new ServerError(`${this.command.name}: ${message.error.message}`, message.error.code));
      } else {
        waiting?.resolve({ result: message.result, at });
      }
      return;
    }
    const result = this.handlers.get(message.method)?.(message.params, at);
    if (message.id !== undefined) {
      void Promise.resolve(result).then(
        (value) => this.send({ jsonrpc: '2.0', id: message.id, result: value ?? null }),
        (error) => this.send({ jsonrpc: '2.0', id: message.id, error: { code: -32603, message: String(error) } }),
      );
    }
  }

  private ended(how: string): void {
    this.end ??= how;
    for (const { reject } of this.pending.values()) {
      reject(new ServerError(this.describe(how), undefined));
    }
    this.pending.clear();
  }

  private describe(how: string): string {
    return `${this.command.name}: ${how}\n${this.errors}`;
  }
}

/** What a server says instead of an answer, or that it is gone. */
export class ServerError extends Error {
  constructor(
    message: string,
    /** The error code of the protocol; undefined where the process has ended. */
    readonly code: number | undefined,
  ) {
    super(message);
  }
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: RequestError;
}

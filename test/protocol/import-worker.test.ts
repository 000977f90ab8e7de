import assert from 'node:assert/strict';
import { resolveObjectURL } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { Worker as NodeWorker } from 'node:worker_threads';
import { LARGEST_IN_BROWSER } from '../../server/src/import/import-task';
import { importInWorker } from '../../server/src/lsp/import-worker';

/** What a browser's workers have, for a thread of Node. */
const AS_IN_BROWSER = `
  const { parentPort } = require('node:worker_threads');
  globalThis.self = globalThis;
  globalThis.importScripts = () => undefined;
  globalThis.postMessage = (answer) => parentPort.postMessage(answer);
  parentPort.on('message', (data) => globalThis.onmessage({ data }));
`;

/** A browser's worker as far as an import uses it, and what became of those that were started. */
class BrowserWorker {
  static readonly ended: Promise<number>[] = [];
  onmessage: (event: { readonly data: unknown }) => void = () => undefined;
  onerror: (event: { readonly message?: string }) => void = () => undefined;
  private readonly thread: Promise<NodeWorker>;

  constructor(url: string) {
    this.thread = this.start(url);
  }

  postMessage(task: unknown): void {
    void this.thread.then((thread) => thread.postMessage(task));
  }

  terminate(): void {
    BrowserWorker.ended.push(this.thread.then((thread) => thread.terminate()));
  }

  private async start(url: string): Promise<NodeWorker> {
    const program = await resolveObjectURL(url)?.text();
    const thread = new NodeWorker(`${AS_IN_BROWSER}\n${program}`, { eval: true });
    thread.on('message', (data) => this.onmessage({ data }));
    thread.on('error', (error) => this.onerror(error));
    return thread;
  }
}

describe('an import in a worker of a browser', () => {
  const scope = globalThis as { Worker?: unknown };
  const before = scope.Worker;
  let loads = 0;
  const importDocument = importInWorker(async () => {
    loads++;
    return readFileSync('dist/import.js');
  });
  const task = (bytes: Uint8Array) => ({ bytes, name: 'a.html', actors: [], today: '2024-06-03' as const });
  beforeEach(() => {
    scope.Worker = BrowserWorker;
    BrowserWorker.ended.length = 0;
    loads = 0;
  });
  afterEach(() => {
    scope.Worker = before;
  });

  it('answers, and ends its worker', async () => {
    const answer = await importDocument({ ...task(new TextEncoder().encode('<h1>Plan</h1>')), as: 'report' });
    assert.match('text' in answer ? answer.text : '', /\n# Plan\n/);
    await Promise.all(BrowserWorker.ended);
    assert.equal(BrowserWorker.ended.length, 1);
  }).timeout(10_000);

  it('ends its worker in the middle of its work when it is asked to', async () => {
    const stop = new AbortController();
    const huge = new TextEncoder().encode('<table><tr><td>a<td>b</table><p>'.repeat(500_000));
    const answer = importDocument(task(huge), stop.signal);
    const begun = performance.now();
    setTimeout(() => stop.abort(), 300);
    await assert.rejects(answer, /was stopped/);
    await Promise.all(BrowserWorker.ended);
    assert.equal(BrowserWorker.ended.length, 1);
    assert.ok(performance.now() - begun < 5000, 'the worker went on');
  }).timeout(20_000);

  it('refuses what is too large before anything is started', async () => {
    assert.equal(importDocument.largest, LARGEST_IN_BROWSER);
    const answer = await importDocument(task(new Uint8Array(LARGEST_IN_BROWSER + 1)));
    assert.match('problem' in answer ? answer.problem : '', /^The file has 21 MB; up to 20 MB can be imported here\./);
    assert.deepEqual([loads, BrowserWorker.ended.length], [0, 0]);
  });
});

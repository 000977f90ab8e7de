import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkspaceDiagnosticReportPartialResult } from 'vscode-languageserver-protocol';
import { Editor } from '../../bench/lsp/editor';
import type { InitializationOptions } from '../../server/src/lsp/protocol';
import { HARBOUR_PLAN, LATE_ON_HARBOUR_PLAN } from '../drafts';

/** Enough for two threads. */
const REPORTS = 230;

describe('the built server with threads', function () {
  this.timeout(60_000);
  let folder = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-'));
    mkdirSync(join(folder, 'reports é'));
    writeFileSync(join(folder, 'plan.roadmap.yaml'), HARBOUR_PLAN);
    for (let index = 0; index < REPORTS; index++) {
      const previous = index % 2 === 1 ? `previous: ${index - 1}.report.md\n` : '';
      const text = LATE_ON_HARBOUR_PLAN.replace('---\n## ', `${previous}---\n## `);
      writeFileSync(join(folder, 'reports é', `${index}.report.md`), text);
    }
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  /** Starts the server, asks it for all findings, and ends it politely. */
  async function findings(initializationOptions: InitializationOptions): Promise<Readonly<Record<string, unknown>>> {
    const uri = pathToFileURL(folder).href;
    const command = { name: 'rapporteur', args: [resolve('dist/server.js'), '--stdio'] };
    const { server } = await Editor.start({ command, initializationOptions }, uri);
    try {
      const found = new Map<string, unknown>();
      await new Promise<void>((done, fail) => {
        server.on('$/progress', (params) => {
          const { value } = params as { value: WorkspaceDiagnosticReportPartialResult };
          for (const item of value.items) {
            found.set(item.uri, item);
          }
          if (found.size === REPORTS) {
            done();
          }
        });
        const parameters = { previousResultIds: [], partialResultToken: 'all' };
        server.request('workspace/diagnostic', parameters).then(() => done(), fail);
      });
      await server.request('shutdown', undefined);
      return Object.fromEntries([...found].sort());
    } finally {
      await server.stop();
    }
  }

  it('finds what it finds without, and the next start finds it again', async () => {
    const alone = await findings({ threads: 0 });
    assert.match(JSON.stringify(alone), /deadline-overdue/);
    const kept = join(folder, 'kept');
    const cacheFolder = pathToFileURL(kept).href;
    assert.deepEqual(await findings({ threads: 2, cacheFolder }), alone);
    assert.equal(readdirSync(kept).length, 1);
    assert.deepEqual(await findings({ threads: 2, cacheFolder }), alone);
    assert.deepEqual(await findings({ threads: 0, cacheFolder }), alone);
  });
});

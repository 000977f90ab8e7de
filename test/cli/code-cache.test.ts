import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rapporteur } from './run';

describe('the cache of compiled code', () => {
  let parent: string;

  beforeEach(() => {
    parent = mkdtempSync(path.join(tmpdir(), 'rapporteur-cache-'));
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  /** Runs a command whose cache is in a folder; on each system another variable says where. */
  const run = (folder: string) =>
    rapporteur(['rules'], undefined, { XDG_CACHE_HOME: folder, LOCALAPPDATA: folder, HOME: folder });
  const filesIn = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => path.basename(name).startsWith('code-'))
      .map((name) => path.join(folder, name));

  it('is written once, and used', () => {
    const first = run(parent);
    const files = filesIn(parent);
    const bundles = files.map((file) => path.basename(file).split('-v')[0]).sort();
    assert.deepEqual(bundles, ['code-command-line', 'code-main']);
    const contents = files.map((file) => readFileSync(file));
    assert.deepEqual(run(parent), first);
    assert.deepEqual(filesIn(parent), files);
    assert.ok(files.every((file, at) => readFileSync(file).equals(contents[at] ?? Buffer.alloc(0))));
    assert.match(first.out, /^deadline-overdue/m);
    assert.equal(first.err, '');
  });

  it('is made anew where it is broken', () => {
    const first = run(parent);
    for (const file of filesIn(parent)) {
      const length = readFileSync(file).length;
      for (const broken of [Buffer.alloc(0), Buffer.from('nonsense'), readFileSync(file).subarray(0, length / 2)]) {
        writeFileSync(file, broken);
        assert.deepEqual(run(parent), first);
        assert.ok(readFileSync(file).length > length / 2);
      }
    }
  });

  it('is done without where its folder cannot be', () => {
    const file = path.join(parent, 'file');
    writeFileSync(file, '');
    const answer = run(file);
    assert.deepEqual([answer.code, answer.err], [0, '']);
  });
});

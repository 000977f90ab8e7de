import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cacheFolder } from '../../server/src/node/cache-folder';
import { HARBOUR_PLAN, LATE_ON_HARBOUR_PLAN } from '../drafts';
import { rapporteur } from './run';

const FOLLOWING = LATE_ON_HARBOUR_PLAN.replace('---\n## ', 'previous: a.report.md\n---\n## ');

describe('rapporteur check --cache-dir', function () {
  this.timeout(60_000);
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rapporteur-'));
    write('plan.roadmap.yaml', HARBOUR_PLAN);
    write('a.report.md', LATE_ON_HARBOUR_PLAN);
    write('b.report.md', FOLLOWING);
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function write(name: string, text: string): void {
    writeFileSync(join(folder, name), text);
  }

  /** Checks with the cache; what it answers is what it answers without. */
  function check(...args: string[]): string {
    const cached = rapporteur(['check', '.', '--cache-dir', 'kept', ...args], folder);
    assert.deepEqual(cached, rapporteur(['check', '.', ...args], folder));
    return cached.out;
  }

  /** What is kept, by name of file. */
  function kept(): Record<string, string> {
    const names = readdirSync(join(folder, 'kept')).sort();
    return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, 'kept', name), 'utf8')]));
  }

  it('answers the same the second time, and takes it from what is kept', () => {
    for (const format of ['text', 'json']) {
      check('--format', format);
      const before = kept();
      check('--format', format);
      assert.deepEqual(kept(), before);
    }
    // Nothing but the files' contents is looked at.
    for (const name of Object.keys(kept())) {
      assert.match(kept()[name] ?? '', /deadline-overdue/);
    }
  });

  it('answers the same after an edit of a report, of the one before it, of the roadmap and of the settings', () => {
    check();
    const at = new Date(2024, 1, 1);
    utimesSync(join(folder, 'b.report.md'), at, at);
    write('b.report.md', FOLLOWING.replace('in progress', 'in progres!'));
    utimesSync(join(folder, 'b.report.md'), at, at);
    assert.match(check(), /in progres!/);
    write('a.report.md', LATE_ON_HARBOUR_PLAN.replace('in progress', 'delivered'));
    check();
    write('b.report.md', FOLLOWING.replace('a.report', 'later.report'));
    assert.match(check(), /previous-broken/);
    write('later.report.md', LATE_ON_HARBOUR_PLAN);
    assert.doesNotMatch(check(), /previous-broken/);
    write('plan.roadmap.yaml', HARBOUR_PLAN.replaceAll('2024-05-01', '2034-05-01'));
    assert.doesNotMatch(check(), /deadline-overdue/);
    write('rapporteur.yaml', 'rules:\n  report-field-missing: off\n');
    check('--as-of', '2024-06-04');
  });

  it('answers the same whatever has happened to the folder', () => {
    const answer = check();
    const [name = ''] = Object.keys(kept());
    const whole = kept()[name] ?? '';
    for (const damaged of ['', 'x', whole.slice(0, whole.length / 2), whole.replaceAll('overdue', 'on time')]) {
      write(join('kept', name), damaged);
      assert.equal(check(), answer);
      assert.deepEqual(kept()[name]?.split('\n').sort(), whole.split('\n').sort());
    }
    rmSync(join(folder, 'kept'), { recursive: true });
    assert.equal(check(), answer);
    rmSync(join(folder, 'kept'), { recursive: true });
    write('kept', 'A file is in the way.');
    const { code, out, err } = rapporteur(['check', '.', '--cache-dir', 'kept'], folder);
    assert.deepEqual([code, out], [0, answer]);
    assert.match(err, /^rapporteur: The folder “kept” cannot be used: .*\n$/);
  });

  it('answers the same to several at once', async () => {
    const answer = rapporteur(['check', '.'], folder).out;
    const run = () =>
      new Promise<string>((done, fail) => {
        const args = [resolve('dist/cli.js'), 'check', '.', '--cache-dir', 'kept'];
        const child = spawn(process.execPath, args, { cwd: folder });
        let out = '';
        child.stdout.on('data', (part) => {
          out += part;
        });
        child.on('error', fail).on('close', () => done(out));
      });
    assert.deepEqual(await Promise.all([run(), run(), run()]), [answer, answer, answer]);
    assert.equal(Object.keys(kept()).length, 1);
    assert.equal(check(), answer);
  });
});

describe('the folder of a cache', () => {
  it('keeps the texts that were used last', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-'));
    try {
      const files = cacheFolder(join(folder, 'new'));
      assert.equal(await files.read('findings-0'), undefined);
      mkdirSync(join(folder, 'new'));
      const old = new Date(2024, 1, 1);
      for (let index = 0; index < 14; index++) {
        const path = join(folder, 'new', index === 13 ? 'findings-x.partial' : `findings-${index}`);
        writeFileSync(path, `${index}`);
        utimesSync(path, old, new Date(2024, 1, 1 + index));
      }
      assert.equal(await files.read('findings-0'), '0');
      writeFileSync(join(folder, 'new', 'other'), '');
      await files.write('open-0', 'another kind');
      utimesSync(join(folder, 'new', 'open-0'), old, old);
      await files.write('findings-new', 'new');
      const left = readdirSync(join(folder, 'new'));
      assert.ok(['findings-0', 'findings-new', 'findings-12', 'open-0', 'other'].every((name) => left.includes(name)));
      assert.ok(!left.includes('findings-1') && !left.includes('findings-x.partial'));
      assert.equal(await files.read('findings-new'), 'new');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

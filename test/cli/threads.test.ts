import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CheckSetup } from '../../server/src/cli/batch-checker';
import { batchesOf } from '../../server/src/cli/batches';
import { checkCommand } from '../../server/src/cli/check';
import type { TextFile } from '../../server/src/cli/collect';
import type { CheckThread } from '../../server/src/cli/program';
import { startCheckThread } from '../../server/src/node/check-thread';
import { nodeCommandHost } from '../../server/src/node/command-host';
import { HARBOUR_PLAN, LATE_ON_HARBOUR_PLAN } from '../drafts';
import { inFolder, rapporteur } from './run';

/** Reports in several chains of `previous`: long ones, one with a gap, one in a circle, many on one report. */
function reports(): Record<string, string> {
  const files: Record<string, string> = { 'plan.roadmap.yaml': HARBOUR_PLAN };
  const add = (name: string, previous?: string) => {
    const header = previous === undefined ? '' : `previous: ${previous}\n`;
    const status = name.length % 2 === 0 ? 'in progress' : 'delayed';
    files[name] = LATE_ON_HARBOUR_PLAN.replace('---\n## ', `${header}---\n## `).replace('in progress', status);
  };
  for (let index = 0; index < 12; index++) {
    add(`old/year-${index}.report.md`);
    add(`new/year-${index}.report.md`, `../old/year-${index}.report.md`);
    add(`long-${index}.report.md`, index === 0 ? './gone.report.md' : `long-${index - 1}.report.md`);
    add(`on-one-${index}.report.md`, '"old/year-0.report.md" # the first');
  }
  add('a.report.md', 'b.report.md');
  add('b.report.md', 'a.report.md');
  add('with # and % and é.report.md');
  add('after.report.md', '"with # and % and é.report.md"');
  add('no-report.report.md', 'notes.md');
  files['notes.md'] = '# Notes\n';
  return files;
}

function inFolders(files: Readonly<Record<string, string>>, test: (folder: string) => void): void {
  inFolder({}, (folder) => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    test(folder);
  });
}

describe('rapporteur check --threads', () => {
  it('answers the same with any number of threads', function () {
    this.timeout(60_000);
    inFolders(reports(), (folder) => {
      for (const format of ['text', 'json']) {
        const [one, ...others] = ['1', '2', '5'].map((threads) =>
          rapporteur(['check', '.', '--format', format, '--threads', threads], folder),
        );
        assert.deepEqual([one?.code, one?.err], [0, '']);
        assert.match(one?.out ?? '', /previous-broken/);
        assert.match(one?.out ?? '', /deadline-overdue/);
        for (const other of others) {
          assert.deepEqual(other, one);
        }
      }
    });
  });

  it('is told how many', () => {
    inFolder({ 'a.report.md': LATE_ON_HARBOUR_PLAN }, (folder) => {
      for (const wrong of ['0', '-1', '1.5', 'many']) {
        const { code, err } = rapporteur(['check', 'a.report.md', `--threads=${wrong}`], folder);
        assert.equal(code, 2);
        assert.match(err, /^rapporteur: --threads takes a number from 1, not “.*”\.\n$/);
      }
    });
  });

  it('fails where a thread does', async () => {
    for (const check of [
      () => Promise.reject(new Error('It broke.')),
      () => {
        throw new Error('It broke.');
      },
    ]) {
      const ended: string[] = [];
      const printed: string[] = [];
      const thread: CheckThread = { check, end: () => ended.push('ended') };
      const host = { ...nodeCommandHost(), print: (text: string) => printed.push(text), startThread: () => thread };
      await assert.rejects(checkCommand(['data/examples', '--threads', '2'], host), /It broke/);
      assert.deepEqual([ended, printed], [['ended'], []]);
    }
  });

  it('is told when a thread dies, and whatever it is asked after that', async () => {
    for (const [program, reason] of [
      ['process.exit(3);', /ended with 3/],
      ['throw new Error("Out of luck");', /Out of luck/],
      ['no program', /stopped/],
    ] as const) {
      await withProgram(program, async (path) => {
        const thread = startCheckThread(path, SETUP);
        await assert.rejects(thread.check([]), reason);
        await assert.rejects(thread.check([]), reason);
        thread.end();
      });
    }
  });
});

const SETUP: CheckSetup = {
  project: { folder: 'file:///', definitions: [], named: [], roadmap: undefined, asOf: undefined, today: '2024-06-03' },
  format: 'text',
  colour: false,
  keeps: false,
  fixes: false,
};

/** Runs a test with the path of a program, which is taken away afterwards. */
async function withProgram(program: string, test: (path: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-'));
  try {
    writeFileSync(join(folder, 'program.js'), program);
    await test(join(folder, 'program.js'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('batches of reports', () => {
  const file = (name: string, previous?: string, text = ''): TextFile => ({
    uri: pathToFileURL(`/reports/${name}`).href,
    text: `---\n${previous === undefined ? '' : `previous: ${previous}\n`}---\n${text}`,
  });
  const names = (batches: readonly (readonly TextFile[])[]) =>
    batches.map((batch) => batch.map(({ uri }) => uri.slice(uri.lastIndexOf('/') + 1)));

  it('keep reports that go on from each other together, in their order', () => {
    const files = [file('3.md', './2.md'), file('a.md'), file('2.md', '"1.md"'), file('b.md'), file('1.md')];
    assert.deepEqual(names(batchesOf(files, 5)), [['a.md'], ['b.md'], ['1.md', '2.md', '3.md']]);
    assert.deepEqual(names(batchesOf(files, 1)), [['a.md', 'b.md', '1.md', '2.md', '3.md']]);
  });

  it('have every file once, whatever refers to what', () => {
    const files = [
      file('a.md', 'b.md'),
      file('b.md', 'a.md'),
      file('self.md', 'self.md'),
      ...Array.from({ length: 1000 }, (_, index) => file(`${index}.md`, 'one.md')),
      file('one.md', 'gone.md'),
    ];
    for (const atLeast of [1, 2, 50, 5000]) {
      const batches = batchesOf(files, atLeast);
      assert.deepEqual(
        batches
          .flat()
          .map(({ uri }) => uri)
          .sort(),
        files.map(({ uri }) => uri).sort(),
      );
      assert.ok(batches.every((batch) => batch.length > 0 && batch.length <= 64));
    }
  });

  it('of long files are small', () => {
    const files = Array.from({ length: 10 }, (_, index) => file(`${index}.md`, undefined, 'x'.repeat(150_000)));
    assert.equal(batchesOf(files, 1).length, 10);
  });
});

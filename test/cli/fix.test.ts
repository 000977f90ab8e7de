import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLEAN_DRAFT, HARBOUR_PLAN, LATE_ON_HARBOUR_PLAN } from '../drafts';
import { inFolder, rapporteur } from './run';

const SLIPS = CLEAN_DRAFT.replace('in progress', 'in progres').replace(
  '**Status:**',
  '**Actors:** Europl\n- **Status:**',
);
const FIXED = SLIPS.replace('progres\n', 'progress\n').replace('Europl\n', 'Europol\n');

describe('rapporteur check --fix', () => {
  const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

  it('writes the safe fixes and shows what is left', () => {
    const both = SLIPS.replace('title: Progress report\n', '');
    inFolder({ 'a.report.md': both, 'b.report.md': CLEAN_DRAFT }, (folder) => {
      chmodSync(join(folder, 'a.report.md'), 0o640);
      const { code, out, err } = rapporteur(['check', '.', '--fix', '--format', 'json'], folder);
      assert.equal(code, 0);
      assert.equal(err, 'Fixed 2 findings in 1 file.\n');
      const left = JSON.parse(out) as { code: string; file: string }[];
      assert.deepEqual(new Set(left.map(({ code: of }) => of)), new Set(['report-field-missing', 'actor-missing']));
      assert.equal(read(folder, 'a.report.md'), FIXED.replace('title: Progress report\n', ''));
      assert.equal(statSync(join(folder, 'a.report.md')).mode & 0o777, 0o640);
      assert.deepEqual(readdirSync(folder).sort(), ['a.report.md', 'b.report.md']);
      assert.match(rapporteur(['check', '.', '--fix'], folder).err, /^Nothing can be fixed/);
    });
  });

  it('keeps byte order mark and line ends, and follows links', () => {
    const windows = `\ufeff${SLIPS.replace(/\n/g, '\r\n')}`;
    inFolder({ 'real.txt': windows }, (folder) => {
      symlinkSync('real.txt', join(folder, 'a.report.md'));
      rapporteur(['check', 'a.report.md', '--fix'], folder);
      assert.equal(read(folder, 'real.txt'), `\ufeff${FIXED.replace(/\n/g, '\r\n')}`);
      assert.deepEqual(readdirSync(folder).sort(), ['a.report.md', 'real.txt']);
    });
  });

  it('leaves a file alone that is not UTF-8 or may not be written, and says so', () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(SLIPS, 'utf16le')]);
    const latin1 = Buffer.from(SLIPS.replace('Gulf', 'Gülf'), 'latin1');
    inFolder({ 'a.report.md': utf16, 'b.report.md': latin1 }, (folder) => {
      const { code, err } = rapporteur(['check', '.', '--fix'], folder);
      assert.equal(code, 1);
      assert.match(err, /a\.report\.md was not fixed: it is not saved as UTF-8/);
      assert.match(err, /b\.report\.md was not fixed: it is not saved as UTF-8/);
      assert.ok(readFileSync(join(folder, 'a.report.md')).equals(utf16));
      assert.ok(readFileSync(join(folder, 'b.report.md')).equals(latin1));
      assert.match(rapporteur(['check', '.', '--fix', '--dry-run'], folder).err, /a\.report\.md was not fixed/);
    });
    if (process.getuid?.() !== 0) {
      inFolder({ 'a.report.md': SLIPS }, (folder) => {
        chmodSync(join(folder, 'a.report.md'), 0o444);
        const { code, err } = rapporteur(['check', '.', '--fix'], folder);
        assert.deepEqual([code, /cannot be written/.test(err), read(folder, 'a.report.md')], [2, true, SLIPS]);
      });
    }
  });

  it('shows a diff with --dry-run, which git applies, and writes nothing', () => {
    inFolder({ 'a.report.md': SLIPS, 'b.report.md': SLIPS.trimEnd(), 'c.report.md': CLEAN_DRAFT }, (folder) => {
      const { code, out, err } = rapporteur(['check', '.', '--fix', '--dry-run'], folder);
      assert.deepEqual([code, err], [0, 'Would fix 4 findings in 2 files.\n']);
      assert.deepEqual([read(folder, 'a.report.md'), read(folder, 'b.report.md')], [SLIPS, SLIPS.trimEnd()]);
      assert.match(out, /^--- a\/a\.report\.md\n\+\+\+ b\/a\.report\.md\n@@ -\d+,\d+ \+\d+,\d+ @@\n/);
      assert.match(out, /^-- \*\*Status:\*\* in progres\n\+- \*\*Actors/m);
      const json = rapporteur(['check', '.', '--fix', '--dry-run', '--format', 'json'], folder);
      assert.equal(json.err, `${out}Would fix 4 findings in 2 files.\n`);
      const left = JSON.parse(json.out) as { code: string }[];
      assert.ok(!left.some((finding) => ['status-unknown', 'actor-unknown'].includes(finding.code)));
      const applied = spawnSync('git', ['apply', '-'], { cwd: folder, input: out });
      assert.equal(applied.status, 0, String(applied.stderr));
      assert.deepEqual([read(folder, 'a.report.md'), read(folder, 'b.report.md')], [FIXED, FIXED.trimEnd()]);
    });
  });

  it('checks again what depends on a file that it has fixed', () => {
    const plan = HARBOUR_PLAN.replace('commission', 'comission');
    const files = { 'p.roadmap.yaml': plan, 'a.report.md': LATE_ON_HARBOUR_PLAN.replace('Lamps', 'The lamps') };
    inFolder(files, (folder) => {
      const { out } = rapporteur(['check', '.', '--fix', '--format', 'json'], folder);
      assert.deepEqual(
        (JSON.parse(out) as { code: string }[]).map(({ code }) => code),
        ['deadline-overdue'],
      );
      assert.equal(read(folder, 'p.roadmap.yaml'), HARBOUR_PLAN);
    });
  });

  it('does the same in several threads and with a cache', () => {
    const names = Array.from({ length: 12 }, (_, index) => `r${index}.report.md`);
    const files = Object.fromEntries(names.map((name, index) => [name, index % 2 ? SLIPS : CLEAN_DRAFT]));
    inFolder(files, (folder) => {
      mkdirSync(join(folder, 'cache'));
      const run = (...more: string[]) =>
        rapporteur(['check', '.', '--cache-dir', 'cache', '--format', 'json', ...more], folder);
      const found = run();
      assert.match(found.out, /status-unknown/);
      assert.match(run('--fix', '--dry-run').err, /Would fix 12 findings in 6 files/);
      const fixed = run('--fix', '--threads', '3');
      assert.match(fixed.err, /^Fixed 12 findings in 6 files/);
      assert.ok(names.every((name, index) => read(folder, name) === (index % 2 ? FIXED : CLEAN_DRAFT)));
      const again = run('--fix');
      assert.deepEqual([again.out, again.err.startsWith('Nothing')], [fixed.out, true]);
      assert.equal(run().out, fixed.out);
      writeFileSync(join(folder, 'r0.report.md'), SLIPS);
      assert.match(run('--fix').err, /^Fixed 2 findings in 1 file/);
    });
  });

  it('says what is wrong with its use', () => {
    inFolder({ 'a.report.md': SLIPS }, (folder) => {
      const { code, err } = rapporteur(['check', '.', '--dry-run'], folder);
      assert.deepEqual([code, err], [2, 'rapporteur: --dry-run belongs to --fix: it shows what that would change.\n']);
    });
  });
});

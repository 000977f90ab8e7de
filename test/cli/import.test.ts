import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import actorsText from '../../data/actors.yaml';
import { TOO_LARGE, TOO_LONG } from '../../server/src/import/import-task';
import { runImport } from '../../server/src/import/run-import';
import { importInThread } from '../../server/src/node/import-thread';
import { parseActorsFile } from '../../server/src/parse/actors-file';
import { PLAN_FORMS, planWithoutStyles } from '../plan-forms';
import { PLAN_MARKDOWN, planAsWord } from '../word-files';
import { inFolder, rapporteur } from './run';

const PLAN = '# Plan\n\n## Action 1: Scan ports\n\nMain actors: Europol, Harbour Masters’ League\n\nBy mid-2024.\n';

describe('rapporteur import', () => {
  it('prints the roadmap, and what was taken to standard error', () => {
    inFolder({ 'plan.md': PLAN }, (folder) => {
      const { code, out, err } = rapporteur(['import', 'plan.md'], folder);
      assert.equal(code, 0);
      assert.match(out, /^actions:\n {2}- action: "1"\n {4}title: Scan ports$/m);
      assert.match(err, /^Import of plan\.md: \d+ taken, \d+ doubtful, \d+ not understood\.\n\n/);
      assert.match(err, /^taken +line 3 /m);
    });
  });

  it('writes files, never over one that is there, and what it writes has no error of its own', () => {
    inFolder({ 'plan.md': PLAN }, (folder) => {
      const args = ['import', 'plan.md', '-o', 'plan.roadmap.yaml', '--actors', 'actors.yaml'];
      const { code, out, err } = rapporteur(args, folder);
      assert.deepEqual([code, out], [0, '']);
      assert.match(err, /Wrote plan\.roadmap\.yaml\.\n$/);
      const check = rapporteur(['check', 'plan.roadmap.yaml'], folder);
      assert.equal(check.code, 0, check.out);
      const before = readFileSync(join(folder, 'plan.roadmap.yaml'), 'utf8');
      const again = rapporteur(['import', 'plan.md', '-o', 'plan.roadmap.yaml'], folder);
      assert.deepEqual([again.code, again.out], [2, '']);
      assert.equal(again.err, 'rapporteur: “plan.roadmap.yaml” is there already; nothing was written.\n');
      assert.equal(readFileSync(join(folder, 'plan.roadmap.yaml'), 'utf8'), before);
    });
  });

  it('gives the same for Word as for Markdown, but for the places', async () => {
    const word = await planAsWord();
    inFolder({ 'plan.docx': word, 'plan.md': PLAN_MARKDOWN }, (folder) => {
      const [docx, markdown] = ['plan.docx', 'plan.md'].map((name) => {
        const { code, out } = rapporteur(['import', name], folder);
        assert.equal(code, 0);
        return out.replaceAll(name, 'plan').replace(/(?:line|paragraph) \d+/g, 'place');
      });
      assert.equal(docx, markdown);
    });
  });

  it('reads with the bundle, which leaves much of its libraries out, what is read with all of them', async () => {
    const { actors } = parseActorsFile('builtin:/actors.yaml', actorsText);
    const forms = Object.values(PLAN_FORMS).map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
    const documents = [
      ...forms,
      ['a.docx', await planAsWord()] as const,
      ['b.docx', await planWithoutStyles()] as const,
    ];
    const importer = importInThread(resolve('dist/import.js'));
    for (const [name, bytes] of documents) {
      for (const as of ['roadmap', 'report'] as const) {
        const task = { name, actors, today: '2026-01-01', as };
        const expected = await runImport({ ...task, bytes: bytes.slice() });
        assert.ok('text' in expected && expected.text.length > 100, name);
        assert.deepEqual(await importer({ ...task, bytes: bytes.slice() }), expected, name);
      }
    }
  });

  it('reads and writes files whose names have blanks and other letters', () => {
    inFolder({ 'Plan für Häfen (1).md': PLAN }, (folder) => {
      const { code, err } = rapporteur(['import', 'Plan für Häfen (1).md', '-o', 'План 1.roadmap.yaml'], folder);
      assert.equal(code, 0);
      assert.match(err, /^Import of Plan für Häfen \(1\)\.md: /);
      assert.match(readFileSync(join(folder, 'План 1.roadmap.yaml'), 'utf8'), /title: Scan ports/);
    });
  });

  it('makes the draft of a report', async () => {
    inFolder({ 'plan.docx': await planAsWord() }, (folder) => {
      const { code, out, err } = rapporteur(['import', 'plan.docx', '--as', 'report', '-o', 'a.report.md'], folder);
      assert.deepEqual([code, out, err], [0, '', 'Wrote a.report.md.\n']);
      assert.match(readFileSync(join(folder, 'a.report.md'), 'utf8'), /^---\nroadmap: [\s\S]*\n# Harbour plan\n/);
    });
  });

  it('says in one line what is wrong, and exits 2', () => {
    inFolder({ 'a.docx': '%PDF-1.7', 'b.md': '' }, (folder) => {
      const wrong: readonly [string[], RegExp][] = [
        [['import'], /import needs one file/],
        [['import', 'b.md', 'a.docx'], /import needs one file/],
        [['import', 'missing.docx'], /There is no file “missing\.docx”/],
        [['import', '.'], /is a folder; import takes one file/],
        [['import', 'a.docx'], /“a\.docx” was not imported\. A PDF cannot be imported/],
        [['import', 'b.md', '-o', 'b.roadmap.yaml'], /The file is empty/],
        [['import', 'b.md', '-o', 'none/b.roadmap.yaml'], /There is no folder “none\/”; nothing was written/],
        [['import', 'b.md', '-o', '.'], /is there already/],
        [['import', 'b.md', '-o', 'b.yaml', '--actors', 'b.yaml'], /cannot both become “b\.yaml”/],
      ];
      for (const [args, expected] of wrong) {
        const { code, out, err } = rapporteur(args, folder);
        assert.deepEqual([code, out], [2, '']);
        assert.match(err, expected);
        assert.equal(err.split('\n').length, 2, err);
      }
      assert.ok(!existsSync(join(folder, 'b.roadmap.yaml')));
    });
  });
});

describe('the thread of an import', () => {
  const program = resolve('dist/import.js');
  const task = (bytes: Uint8Array, name: string) => ({ bytes, name, actors: [], today: '2024-06-03' as const });
  const huge = () => new TextEncoder().encode('<table><tr><td>a<td>b</table><p>'.repeat(500_000));

  it('may not take more memory than it is given', async () => {
    const answer = await importInThread(program, { time: 60_000, memory: 40 })(task(huge(), 'a.html'));
    assert.deepEqual(answer, { problem: TOO_LARGE });
  }).timeout(60_000);

  it('may not take longer', async () => {
    const answer = await importInThread(program, { time: 1, memory: 500 })(task(huge(), 'a.html'));
    assert.deepEqual(answer, { problem: TOO_LONG });
  });

  it('ends when it is asked to', async () => {
    const stop = new AbortController();
    const answer = importInThread(program)(task(huge(), 'a.html'), stop.signal);
    stop.abort();
    await assert.rejects(answer, /was stopped/);
    await assert.rejects(importInThread(program)(task(huge(), 'a.html'), stop.signal), /was stopped/);
  });
});

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HARBOUR_PLAN, LATE_ON_HARBOUR_PLAN } from '../drafts';
import { lateReportAsWord } from '../word-files';
import { inFolder, rapporteur } from './run';

const goingOnFrom = (name: string) => LATE_ON_HARBOUR_PLAN.replace('---\n## ', `previous: ./${name}\n---\n## `);
const HTML = '<h2>Light the docks</h2><p>Status: delayed</p><p>Revised deadline: 31 July 2024</p>';

describe('a document as the previous report, on the command line', () => {
  it('counts as the draft that is made of it, whatever number of threads reads it', async () => {
    const files = {
      'plan.roadmap.yaml': HARBOUR_PLAN,
      'old.docx': await lateReportAsWord(),
      'old.html': HTML,
      'broken.docx': 'no Word file',
      'word.report.md': goingOnFrom('old.docx'),
      'html.report.md': goingOnFrom('old.html'),
      'broken.report.md': goingOnFrom('broken.docx'),
      'gone.report.md': goingOnFrom('gone.docx'),
    };
    inFolder(files, (folder) => {
      const check = (...args: string[]) => rapporteur(['check', '.', '--format', 'json', ...args], folder);
      const one = check('--threads', '1');
      assert.equal(one.err, '');
      const found = (JSON.parse(one.out) as { file: string; code: string; message: string }[]).filter(
        ({ file, code }) => file !== 'plan.roadmap.yaml' && code !== 'deadline-overdue',
      );
      assert.deepEqual(
        found.map(({ file, code }) => [file, code]),
        [
          ['broken.report.md', 'previous-broken'],
          ['gone.report.md', 'previous-broken'],
          ['html.report.md', 'deadline-due-soon'],
          ['word.report.md', 'deadline-due-soon'],
        ],
      );
      assert.match(found[0]?.message ?? '', /could not be imported.* is none\. Open it in Word/);
      assert.match(found[1]?.message ?? '', /^There is no file/);
      assert.equal(check('--threads', '3').out, one.out);
    });
  }).timeout(60_000);

  it('is noticed when it has changed since findings were kept', async () => {
    inFolder(
      { 'plan.roadmap.yaml': HARBOUR_PLAN, 'old.html': HTML, 'a.report.md': goingOnFrom('old.html') },
      (folder) => {
        const check = () => rapporteur(['check', '.', '--cache-dir', 'kept'], folder).out;
        assert.match(check(), /deadline-due-soon/);
        assert.match(check(), /deadline-due-soon/);
        writeFileSync(join(folder, 'old.html'), '<h2>Light the docks</h2><p>Status: in progress</p>');
        assert.match(check(), /deadline-overdue/);
      },
    );
  }).timeout(20_000);

  it('can be looked at only by an import', async () => {
    inFolder(
      { 'plan.roadmap.yaml': HARBOUR_PLAN, 'old.html': HTML, 'a.report.md': goingOnFrom('old.html') },
      (folder) => {
        for (const command of ['check', 'inspect']) {
          const { code, err } = rapporteur([command, 'old.html'], folder);
          assert.equal(code, 2);
          assert.match(err, /^rapporteur: “old\.html” is no report but a document\. Import it: rapporteur import /);
        }
        assert.match(rapporteur(['check', '*'], folder).out, /^a\.report\.md$/m);
        assert.equal(JSON.parse(rapporteur(['inspect', 'a.report.md'], folder).out).findings, 1);
      },
    );
  }).timeout(20_000);
});

describe('rapporteur import --as report', () => {
  const roadmapLine = (folder: string, ...args: string[]) =>
    rapporteur(['import', ...args, '--as', 'report'], folder).out.split('\n')[1];
  const plan = `${HARBOUR_PLAN}  - action: "2"\n    title: Train the officers\n    actors: [commission]\n`;
  const files = {
    'plan.roadmap.yaml': plan,
    'a.html': '<h2>Light the docks</h2><p>Done.</p><h2>Train the officers</h2>',
    'b.html': '<h2>Minutes</h2>',
  };

  it('is on the roadmap that is named, that of the settings, or the one whose actions it names', () => {
    inFolder(files, (folder) => {
      assert.equal(roadmapLine(folder, 'a.html'), 'roadmap: harbour-plan');
      assert.equal(roadmapLine(folder, 'b.html'), 'roadmap: "[insert roadmap]"');
      assert.equal(roadmapLine(folder, 'b.html', '--roadmap', 'harbour-plan'), 'roadmap: harbour-plan');
      assert.equal(roadmapLine(folder, 'b.html', '--roadmap', 'plan.roadmap.yaml'), 'roadmap: harbour-plan');
      writeFileSync(join(folder, 'rapporteur.yaml'), 'roadmap: eu-drugs-2023\n');
      assert.equal(roadmapLine(folder, 'a.html'), 'roadmap: eu-drugs-2023');
    });
  }).timeout(20_000);

  it('says what is wrong with --roadmap', () => {
    inFolder(files, (folder) => {
      const wrong = rapporteur(['import', 'a.html', '--as', 'report', '--roadmap', 'nowhere'], folder);
      assert.deepEqual([wrong.code, wrong.out], [2, '']);
      assert.match(wrong.err, /There is no roadmap “nowhere”/);
      assert.match(rapporteur(['import', 'a.html', '--roadmap', 'harbour-plan'], folder).err, /needs --as report/);
    });
  });
});

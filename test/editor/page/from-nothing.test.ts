import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HeadingLevel, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { wordFile } from '../../word-files';
import { eventually } from '../eventually';
import { startVsCode, type VsCode } from '../vs-code';

/** The pictures of docs/import.md. Taken anew with UPDATE, or where they are missing. */
const PICTURES = 'docs/images';

/** The plan that `docs/import.md` tells of, as a ministry would have it in Word. */
function planInWord(): Promise<Uint8Array> {
  const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
    new Paragraph({ text, heading: level });
  const bullet = (...runs: readonly (string | TextRun)[]) =>
    new Paragraph({
      numbering: { reference: 'list', level: 1 },
      children: runs.map((run) => (typeof run === 'string' ? new TextRun(run) : run)),
    });
  const row = (...cells: readonly string[]) =>
    new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
  return wordFile([
    new Paragraph({ text: 'Action plan for safer harbours', heading: HeadingLevel.TITLE }),
    new Paragraph('Adopted on 3 February 2025'),
    new Paragraph('The Commission will present an evaluation of the plan by the end of 2027.'),
    heading('Part A: Sharper controls', HeadingLevel.HEADING_1),
    heading('Action 1: Scanning every container from high-risk routes', HeadingLevel.HEADING_2),
    new Paragraph('Main actors: Commission, customs authorities, Harbour Board'),
    bullet('The Commission will publish common risk criteria by mid-2025.'),
    bullet('The Harbour Board will install ten mobile scanners by 30 June 2026.'),
    heading('Action 2: Protecting those who work on the quays', HeadingLevel.HEADING_2),
    new Paragraph('Main actors: Harbour Board, Europol'),
    bullet(
      'Europol will train 200 harbour workers by ',
      new TextRun({ text: '30 September 2025', strike: true }),
      new TextRun({ text: ' 31 December 2025', bold: true }),
      '.',
    ),
    heading('Part B: Working together', HeadingLevel.HEADING_1),
    heading('Action 3: Sharing what harbours know', HeadingLevel.HEADING_2),
    new Paragraph('Main actors: Europol, Member States'),
    new Table({
      rows: [
        row('Milestone', 'Responsible', 'Target date'),
        row('Agreement on the exchange of data', 'Member States', 'by the end of 2025'),
        row('First joint analysis', 'Europol', '90 days after the agreement'),
      ],
    }),
  ]);
}

/** The report once it is drafted; its last words are typed. */
const DRAFT = `---
roadmap: safer-harbours
title: Progress report on the action plan for safer harbours
author: commission
date: 2025-12-01
---

## Action 1: Scanning every container from high-risk routes

- **Status:** in progress
- **Actors:** Commission, Harbour Board

The Commission consulted the harbours on the criteria.

## Action 2: Protecting those who work on the quays

- **Status:** in progress
- **Actors:** Europol, Harbour Board

`;

describe('from a document to a checked report, in VS Code', function () {
  this.timeout(60_000);
  let parent: string;
  let workspace: string;
  let vsCode: VsCode;

  before(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'rapporteur-from-nothing-'));
    workspace = path.join(parent, 'harbour-reports');
    mkdirSync(workspace);
    writeFileSync(path.join(parent, 'safer-harbours.docx'), await planInWord());
    const settings = { 'editor.minimap.enabled': false, 'rapporteur.asOf': '2025-12-01' };
    vsCode = await startVsCode({ workspace, extension: process.cwd(), settings });
  });
  after(async () => {
    await vsCode?.dispose();
    rmSync(parent, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await vsCode?.screenshot('out/page.png');
  });

  const inWorkspace = (file: string) => path.join(workspace, file);
  const textOf = (file: string) => readFileSync(inWorkspace(file), 'utf8');
  const picture = async (name: string) => {
    const file = path.join(PICTURES, name);
    if (process.env.UPDATE || !existsSync(file)) await vsCode.screenshot(file);
  };
  const problemsOf = async (file: string) =>
    (await vsCode.problems()).filter((problem) => problem.file === file).map(({ code, line }) => `${line} ${code}`);

  it('imports the document into the empty folder, and shows what was taken', async () => {
    await vsCode.runCommand('Rapporteur: Import Roadmap from Document');
    await vsCode.chooseFile('Import roadmap from document', path.join(parent, 'safer-harbours.docx'));
    await vsCode.page.locator('.tab[data-resource-name="safer-harbours.roadmap.yaml"]').waitFor();
    await vsCode.page.locator('.tab[data-resource-name="actors.yaml"]').waitFor();
    await vsCode.page.locator('.view-line', { hasText: /11\s+taken,\s+1/ }).waitFor();
    assert.match(textOf('safer-harbours.roadmap.yaml'), /^ {2}- action: "3"\n {4}title: Sharing what harbours know$/m);
    await picture('import.png');
  });

  it('leads from what was taken to what was made of it', async () => {
    const item = vsCode.page.locator('.detected-link', { hasText: /Action\s2/ });
    await item.click({ modifiers: ['Control'] });
    const line = textOf('safer-harbours.roadmap.yaml').split('\n').indexOf('  - action: "2"') + 1;
    await vsCode.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col 1` }).waitFor();
  });

  it('corrects what the import could not know', async () => {
    await vsCode.openFile('actors.yaml');
    assert.match(textOf('actors.yaml'), /^ {2}- actor: harbour-board\n {4}name: Harbour Board$/m);
    await vsCode.openFile('safer-harbours.roadmap.yaml');
    assert.deepEqual(await problemsOf('safer-harbours.roadmap.yaml'), []);
    // Words where a date belongs, as a person would type them: completion writes EDTF and keeps the words.
    const lines = textOf('safer-harbours.roadmap.yaml').split('\n');
    const line = lines.findIndex((one) => one.includes('90 days after the agreement'));
    await vsCode.goTo(line + 1, (lines[line]?.length ?? 0) + 1);
    await vsCode.type('\ndue: by mid-2026');
    await vsCode.acceptSuggestion('by mid-2026');
    await vsCode.press('Control+s');
    await eventually(() =>
      assert.match(
        textOf('safer-harbours.roadmap.yaml'),
        /stated: .*90 days after the agreement.*\n\s+due: \.\.\/2026-06-30$/m,
      ),
    );
    await vsCode.press('Home');
    await picture('import-corrected.png');
  });

  it('makes a report of it, with every action', async () => {
    await vsCode.runCommand('Rapporteur: New Report');
    await vsCode.choose('Progress report');
    await vsCode.choose('Action plan for safer harbours');
    await vsCode.choose('Markdown');
    await vsCode.choose('By number');
    await vsCode.choose('Everything');
    await vsCode.answer('date', '2025-12-01');
    await eventually(async () => assert.ok((await vsCode.statusBar()).some((text) => text.includes('0 of 3 actions'))));
    await vsCode.runCommand('File: Save As...');
    await vsCode.chooseFile('Save As', inWorkspace('2025.report.md'));
    await eventually(() => assert.match(textOf('2025.report.md'), /^roadmap: safer-harbours$/m));
  });

  it('drafts it, and sees what is late and what is missing', async () => {
    writeFileSync(inWorkspace('2025.report.md'), DRAFT);
    await vsCode.openFile('2025.report.md');
    // Until VS Code has seen that the file is another one.
    await vsCode.page.locator('.view-line', { hasText: /Commission\sconsulted/ }).waitFor();
    await vsCode.press('Control+End');
    await vsCode.type('Europol trained 200 harbour workers on 12 November 2025.\n');
    await eventually(async () =>
      assert.deepEqual(await problemsOf('2025.report.md'), [
        '2 action-unreferenced',
        '10 deadline-overdue',
        '17 deadline-due-soon',
      ]),
    );
    await picture('import-checked.png');
    await vsCode.press('Control+s');
  });

  it('checks the folder on the command line, with the same findings', () => {
    const cli = path.resolve('dist/cli.js');
    const { status, stdout } = spawnSync(process.execPath, [cli, 'check', '.', '--fail-on', 'warning'], {
      cwd: workspace,
      encoding: 'utf8',
    });
    assert.equal(status, 1);
    assert.match(stdout, /2025\.report\.md/);
    for (const code of ['action-unreferenced', 'deadline-overdue']) assert.ok(stdout.includes(code), stdout);
  });
});

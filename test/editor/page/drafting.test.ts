import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from '../eventually';
import { startVsCode, type VsCode } from '../vs-code';
import { copyOfWorkspace } from '../workspace';

const DRAFT = `---
roadmap: eu-drugs-2023
title: Progress report
author: presidency
date: 2024-06-03
scope:
  actions: ["5", "6", "8"]
---

## Action 5: A network of specialised prosecutors and judges to dismantle criminal networks

- **Status:** delivered
- **Actors:** Eurojust, Europol, Member States

The College of Eurojust endorsed the network on 31 June 2024.

`;

const YAML = `roadmap: eu-drugs-2023
title: Progress report
author: presidency
date: 2024-06-03
scope:
  actions: ["8"]
entries:
`;

/** One for each test, so that none sees what another has typed. */
const FILES = {
  'listed.report.md': DRAFT,
  'typed.report.md': DRAFT,
  'completed.report.md': DRAFT,
  'explained.report.md': DRAFT,
  'completed.report.yaml': YAML,
  'pipeline.yaml': 'steps:\n  - run\n',
  'proven.report.md': DRAFT,
  'linked.report.md': DRAFT,
};

describe('drafting in VS Code', function () {
  this.timeout(120_000);
  let workspace: string;
  let vsCode: VsCode;

  before(async () => {
    workspace = await copyOfWorkspace('data/examples');
    for (const [file, text] of Object.entries(FILES)) writeFileSync(path.join(workspace, file), text);
    // The other examples' findings would not fit into the Problems view.
    const settings = { 'rapporteur.diagnosticMode': 'openFilesOnly' };
    vsCode = await startVsCode({ workspace, extension: process.cwd(), settings });
  });
  after(async () => {
    await vsCode?.dispose();
    rmSync(workspace, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await vsCode?.screenshot('out/page.png');
    await vsCode?.closeEditors();
  });

  /** Opens a file of the workspace, with the cursor at its end. */
  const open = async (file: keyof typeof FILES) => {
    await vsCode.openFile(file);
    await vsCode.press('Control+End');
  };
  const stateOf = async () => (await vsCode.statusBar()).find((text) => text.includes('eu-drugs-2023'));
  const codes = async () => (await vsCode.problems()).map(({ code, line }) => `${line} ${code}`);
  const lastLine = async () => (await vsCode.visibleLines()).at(-1);

  it('underlines what is wrong in a draft, lists it, and tells its state in the status bar', async () => {
    await open('listed.report.md');
    await eventually(async () =>
      assert.deepEqual(await vsCode.squiggles(), [
        { severity: 'warning', line: 2, text: 'roadmap: eu-drugs-2023' },
        { severity: 'warning', line: 12, text: 'delivered' },
        { severity: 'error', line: 15, text: '31 June 2024' },
      ]),
    );
    assert.deepEqual(await codes(), [
      '15 date-impossible',
      '2 action-unreferenced',
      '12 delivered-without-date',
      '12 delivered-without-evidence',
    ]);
    assert.equal(await stateOf(), 'eu-drugs-2023 · 2024-06-03 · 1 of 3 actions');
  });

  it('shows a wrong action as soon as it is typed, and nothing once it is corrected', async () => {
    await open('typed.report.md');
    const underlined = async () => (await vsCode.squiggles()).filter(({ line }) => line === 17);
    await vsCode.type('## Action 88');
    await eventually(async () => assert.deepEqual(await underlined(), [{ severity: 'error', line: 17, text: '88' }]));
    await vsCode.press('Escape');
    await vsCode.press('Backspace');
    await vsCode.type('\n\nNo progress to report.');
    await eventually(async () => assert.deepEqual(await underlined(), []));
    await eventually(async () => assert.equal(await stateOf(), 'eu-drugs-2023 · 2024-06-03 · 2 of 3 actions'));
  });

  it('completes a heading and its fields while they are typed', async () => {
    await open('completed.report.md');
    await vsCode.type('## ');
    assert.deepEqual((await vsCode.suggestions()).slice(0, 3), [
      'Action 6: Facilitating financial investigations',
      'Action 8: Unlocking the potential of Schengen Information System alerts',
      'Introduction',
    ]);
    await vsCode.type('fin');
    await vsCode.acceptSuggestion('Action 6');
    await eventually(async () => assert.equal(await lastLine(), '## Action 6: Facilitating financial investigations'));
    await vsCode.type('\n\n- ');
    await vsCode.acceptSuggestion('Status');
    await vsCode.acceptSuggestion('not started');
    await eventually(async () => assert.equal(await lastLine(), '- **Status:** not started'));
  });

  it('explains an action where the mouse is', async () => {
    await open('explained.report.md');
    const text = await vsCode.hover('to dismantle criminal');
    assert.match(text, /Action 5: A network of specialised prosecutors and judges to dismantle criminal networks/);
    assert.match(text, /Main actors: Eurojust, Europol, Member States/);
  });

  it('completes keys and values in YAML while they are typed', async () => {
    await open('completed.report.yaml');
    await vsCode.type('  - ac');
    await vsCode.acceptSuggestion('action');
    await vsCode.acceptSuggestion('Action 8');
    // The title follows as a hint.
    await eventually(async () => assert.match((await lastLine()) ?? '', /^ {2}- action: "8"/));
    await vsCode.type('\nsta');
    await vsCode.acceptSuggestion('status');
    await vsCode.type('in');
    await vsCode.acceptSuggestion('in-progress');
    await eventually(async () => assert.equal(await lastLine(), '    status: in-progress'));
    await eventually(async () => assert.equal(await stateOf(), 'eu-drugs-2023 · 2024-06-03 · 1 of 1 actions'));
  });

  it('suggests nothing of its own in other files', async () => {
    await open('pipeline.yaml');
    await vsCode.type('r');
    const offered = await vsCode.suggestions();
    assert.ok(offered.includes('run'));
    assert.deepEqual(
      offered.filter((label) => /rapporteur/.test(label)),
      [],
    );
    assert.equal(await stateOf(), undefined);
  });

  it('opens a new report from the command palette, whose blanks are reached by Tab', async () => {
    await vsCode.runCommand('Rapporteur: New Report');
    await vsCode.choose('Progress report');
    await vsCode.choose('EU roadmap');
    await vsCode.choose('Markdown');
    await vsCode.choose('By priority area');
    await vsCode.choose('Everything');
    await vsCode.answer('date', '2024-06-03');
    await eventually(async () => assert.equal((await vsCode.visibleLines())[0], '---'));
    await vsCode.type('belgium');
    await vsCode.press('Tab');
    await vsCode.type('What the Presidency did.');
    await eventually(async () => {
      const lines = (await vsCode.visibleLines()).join('\n');
      assert.match(lines, /\nauthor: "?belgium"?\ndate: 2024-06-03\n/);
      assert.match(lines, /\n## Introduction\n\nWhat the Presidency did\.\n/);
    });
    await eventually(async () => assert.match((await stateOf()) ?? '', /of 17 actions/));
  });

  it('leads from a finding to the line of the roadmap, which cannot be changed there', async () => {
    await open('proven.report.md');
    await eventually(async () => assert.notDeepEqual(await codes(), []));
    const proof = vsCode.page.locator('.markers-panel .monaco-list-row', { hasText: 'eu-drugs-2023.roadmap.yaml' });
    await proof.first().dblclick();
    const proved = async () => (await vsCode.visibleLines()).filter((line) => line.includes('action: "6"'));
    await eventually(async () => assert.deepEqual(await proved(), ['  - action: "6"']));
    await vsCode.type('x');
    await vsCode.page.locator('.monaco-editor-overlaymessage', { hasText: 'read-only' }).waitFor();
    assert.deepEqual(await proved(), ['  - action: "6"']);
  });

  it('leads from the code of a finding to the page of its rule', async () => {
    await open('linked.report.md');
    await eventually(async () => assert.notDeepEqual(await codes(), []));
    await vsCode.page.locator('.markers-panel a.monaco-link', { hasText: 'date-impossible' }).click();
    await vsCode.page.locator('.tab.active[data-resource-name="date-impossible.md"]').waitFor();
  });

  it('checks all reports until it is told to stop', async () => {
    const many = path.join(workspace, 'many');
    mkdirSync(many);
    for (let index = 0; index < 300; index++) {
      await copyFile('data/examples/findings.report.md', path.join(many, `${index}.report.md`));
    }
    await vsCode.runCommand('Rapporteur: Check All Reports');
    const told = (words: RegExp) => vsCode.page.locator('.notification-toast', { hasText: words });
    await told(/Checking all reports: \d+ of 3\d\d/)
      .getByRole('button', { name: 'Cancel' })
      .click();
    await told(/Stopped after [12]?\d?\d reports, \d+ findings\./).waitFor();
  });
});

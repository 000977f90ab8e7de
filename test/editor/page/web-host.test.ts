import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HeadingLevel, Paragraph } from 'docx';
import { wordFile } from '../../word-files';
import { eventually } from '../eventually';
import { startVsCode, type VsCode } from '../vs-code';
import { copyOfWorkspace } from '../workspace';

const DRAFT = `---
roadmap: eu-drugs-2023
title: Progress report
author: presidency
date: 2024-06-03
scope:
  actions: ["8"]
---

## Action 88: Unlocking the potential of Schengen Information System alerts

- **Status:** in progress

Member States enter alerts.
`;

describe('the browser’s extension host, without Node', function () {
  this.timeout(120_000);
  let workspace: string;
  let vsCode: VsCode;

  before(async () => {
    workspace = await copyOfWorkspace('data/examples');
    writeFileSync(path.join(workspace, 'web.report.md'), DRAFT);
    // The extension has an entry for each kind of host, and on a server VS Code would take that for Node.
    const settings = { 'remote.extensionKind': { 'rapporteur.rapporteur': ['web'] } };
    vsCode = await startVsCode({ workspace, extension: process.cwd(), settings });
  });
  after(async () => {
    await vsCode?.dispose();
    rmSync(workspace, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await vsCode?.screenshot('out/page.png');
  });

  it('shows findings, and the state of the draft', async () => {
    await vsCode.openFile('web.report.md');
    await eventually(async () =>
      assert.ok((await vsCode.squiggles()).some(({ severity, text }) => severity === 'error' && text === '88')),
    );
    await eventually(async () => assert.match((await vsCode.statusBar()).join('\n'), /eu-drugs-2023.*of 1 actions/));
  });

  it('runs in the page, with the server in a worker of its own', async () => {
    const loaded = 'performance.getEntriesByType("resource").map(({ name }) => decodeURIComponent(name)).join("\\n")';
    const scripts = await Promise.all(vsCode.page.workers().map((worker) => worker.evaluate(loaded)));
    assert.match(scripts.join('\n'), /\/dist\/web\/client\.js/);
    assert.doesNotMatch(scripts.join('\n'), /\/dist\/(client|node-client)\.js/);
  });

  it('completes and explains', async () => {
    await vsCode.press('Control+End');
    await vsCode.type('\n## ');
    await vsCode.acceptSuggestion('Action 8');
    await eventually(async () =>
      assert.ok((await vsCode.visibleLines()).some((line) => /^## Action 8\b.*Unlocking/.test(line))),
    );
    assert.match(await vsCode.hover('eu-drugs-2023'), /EU roadmap to fight drug trafficking/);
  });

  it('imports a Word file', async () => {
    const heading = (text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]) =>
      new Paragraph({ text, heading: level });
    const plan = await wordFile([
      heading('Plan for the quays', HeadingLevel.HEADING_1),
      heading('Action 1: Lamps on every quay', HeadingLevel.HEADING_2),
      new Paragraph('Europol will light the first ten quays by mid-2026.'),
    ]);
    writeFileSync(path.join(workspace, 'quays.docx'), plan);
    await vsCode.runCommand('Rapporteur: Import Roadmap from Document');
    await vsCode.chooseFile('Import roadmap from document', path.join(workspace, 'quays.docx'));
    await vsCode.page.locator('.tab[data-resource-name="quays.roadmap.yaml"]').waitFor();
    await eventually(() =>
      assert.match(
        readFileSync(path.join(workspace, 'quays.roadmap.yaml'), 'utf8'),
        /title: Lamps on every quay\n[\s\S]*actors: \[europol\]\n\s+due: \.\.\/2026-06-30\n/,
      ),
    );
  });
});

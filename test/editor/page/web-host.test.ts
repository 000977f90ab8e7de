import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';
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
    const state = (await vsCode.statusBar()).find((text) => text.includes('eu-drugs-2023'));
    assert.match(state ?? '', /of 1 actions/);
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
});

import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { eventually } from '../eventually';
import { startVsCode, type VsCode } from '../vs-code';

const roadmap = (title: string) => `roadmap: harbours
title: Plan for ${title}
reference: HB 1
date: 2024-01-15
actions:
  - action: "1"
    title: Counting the cranes
    actors: [commission]
`;

const REPORT = `---
title: Progress report
author: commission
date: 2024-06-03
---

## Action 1: Counting the cranes

- **Status:** in progress
- **Actors:** Commission

All 12 cranes in sight have been counted, those of Action 9 too.
`;

/** Two folders whose roadmaps have the same id, each the default of its own project file. */
const FILES = {
  'north/plan.roadmap.yaml': roadmap('the north'),
  'north/rapporteur.yaml': 'roadmap: harbours\n',
  'north/north.report.md': REPORT,
  'south/plan.roadmap.yaml': roadmap('the south'),
  'south/rapporteur.yaml': 'roadmap: harbours\nrules:\n  action-unknown: warning\n',
  'south/south.report.md': REPORT,
  'both.code-workspace': JSON.stringify({ folders: [{ path: 'north' }, { path: 'south' }] }),
};

describe('several folders in VS Code', function () {
  this.timeout(120_000);
  let parent: string;
  let vsCode: VsCode;

  before(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'rapporteur-folders-'));
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(path.dirname(path.join(parent, file)), { recursive: true });
      writeFileSync(path.join(parent, file), text);
    }
    vsCode = await startVsCode({ workspace: path.join(parent, 'both.code-workspace'), extension: process.cwd() });
  });
  after(async () => {
    await vsCode?.dispose();
    rmSync(parent, { recursive: true, force: true });
  });

  it('have findings by their own roadmaps and project files, whether their reports are open or not', async () => {
    await vsCode.openFile('south.report.md');
    await eventually(async () => {
      const problems = await vsCode.problems();
      assert.deepEqual(problems.map(({ file, severity, code }) => `${file} ${severity} ${code}`).sort(), [
        'north.report.md info action-unknown',
        'south.report.md warning action-unknown',
      ]);
      for (const { file, message } of problems) {
        assert.match(message, file.startsWith('north') ? /Plan for the north/ : /Plan for the south/);
      }
    });
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { BUILT_IN_ROOT, builtInFiles } from '../../../server/src/project/built-in';
import { createSnapshot } from '../../../server/src/project/workspace';
import { expectFindings, snapshotOf } from '../../analyse';
import { fixesOf } from '../../fixes';

const only = ['previous-broken'];
const EMPTY_WORKSPACE = {
  builtIn: builtInFiles(BUILT_IN_ROOT),
  folder: undefined,
  editorSettings: {},
  commandSettings: {},
  command: {},
  today: '2024-06-03',
};
const OLDER = '//- /reports/2023.report.md\n---\nroadmap: eu-drugs-2023\n---\n';

describe('previous-broken', () => {
  it('finds a path that leads nowhere', () => {
    expectFindings(
      `${OLDER}//- /reports/2024.report.md
---
roadmap: eu-drugs-2023
previous: ../2023.report.md
          ^^^^^^^^^^^^^^^^^ warning previous-broken: There is no file “../2023.report.md”
---
`,
      { only },
    );
  });

  it('finds a file that is no report', () => {
    expectFindings(
      `//- /minutes.md
Minutes
//- /draft.report.yaml
roadmap: eu-drugs-2023
previous: "minutes.md"
           ^^^^^^^^^^ warning previous-broken: is no report
entries: []
`,
      { only },
    );
  });

  it('finds a report that is its own previous one', () => {
    expectFindings(
      `
---
roadmap: eu-drugs-2023
previous: draft.report.md
          ^^^^^^^^^^^^^^^ warning previous-broken: lead back
---
`,
      { only },
    );
  });

  it('is silent about neighbours, other folders, other formats and a missing value', () => {
    const newer = (path: string) =>
      `//- /reports/2024.report.yaml\nroadmap: eu-drugs-2023\nprevious: ${path}\nentries: []\n`;
    expectFindings(`${OLDER}${newer('2023.report.md')}`, { only });
    expectFindings(`${OLDER}${newer('../reports/2023.report.md')}`, { only });
    expectFindings(newer(''), { only });
  });

  it('is silent in a draft that was never saved, which has no folder', () => {
    const uri = 'untitled:Untitled-1';
    const text = '---\nroadmap: eu-drugs-2023\nprevious: ./2023.report.md\n---\n';
    const saved = snapshotOf({ '/draft.report.md': text }).findings('file:///draft.report.md');
    assert.ok(saved.some(({ code }) => only.includes(code)));
    const unsaved = createSnapshot({ ...EMPTY_WORKSPACE, files: new Map([[uri, text]]) }).findings(uri);
    assert.deepEqual(
      unsaved.filter(({ code }) => only.includes(code)),
      [],
    );
  });

  it('offers the reports with the nearest paths that the workspace knows', () => {
    const titles = (path: string) =>
      fixesOf(
        `//- /reports/2024.report.md\n---\nroadmap: eu-drugs-2023\nprevious: ${path}\n---\n${OLDER}`,
        'previous-broken',
      ).map(({ title, safe }) => `${title} ${safe}`);
    assert.deepEqual(titles('./2032.report.md'), ['Change to “./2023.report.md” false']);
    assert.deepEqual(titles('../report/2023.report.md'), ['Change to “./2023.report.md” false']);
    assert.deepEqual(titles('2023.report.yaml'), ['Change to “./2023.report.md” false']);
    assert.deepEqual(titles('somewhere/else.md'), []);
    assert.deepEqual(titles('./2024.report.md'), []);
  });
});

import assert from 'node:assert/strict';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';
import { WorkspaceViewer } from './workspace-viewer';

const plan = (action: string, title: string) => `roadmap: harbours
title: Roadmap for ${title}
reference: HB 1
date: 2024-01-15
actions:
  - action: "${action}"
    title: Counting the cranes
    actors: [commission]
`;

/** A report that is right where the roadmap of its folder has the action. */
const report = (action: string) => `---
author: commission
date: 2024-06-03
---

## Action ${action}

- **Status:** in progress
- **Actors:** Commission

It goes on.
`;

/** Two folders whose roadmaps have the same id, each the default of its own project file, and a folder within a folder. */
const FILES = {
  'north/plan.roadmap.yaml': plan('1', 'the north'),
  'north/rapporteur.yaml': 'roadmap: harbours\n',
  'north/a.report.md': report('1'),
  'west/plan.roadmap.yaml': plan('1', 'the west'),
  'west/rapporteur.yaml': 'roadmap: harbours\n',
  'west/a.report.md': report('1'),
  'west/inner/plan.roadmap.yaml': plan('3', 'the inner west'),
  'west/inner/rapporteur.yaml': 'roadmap: harbours\n',
  'west/inner/c.report.md': report('1'),
  'south/plan.roadmap.yaml': plan('2', 'the south'),
  'south/rapporteur.yaml': 'roadmap: harbours\nrules:\n  action-unknown: info\n',
  'south/b.report.md': report('1'),
};

const ERROR = 1;
const INFORMATION = 3;

describe('Several folders in one workspace', () => {
  it('have roadmaps and project files of their own', async () => {
    const client = await start({ folders: ['north', 'south'] });
    assert.deepEqual(await unknownActions(client, 'north/a.report.md'), []);
    assert.deepEqual(await unknownActions(client, 'south/b.report.md'), [INFORMATION]);
    await client.stop();
  });

  it('count one within another by itself', async () => {
    const client = await start({ folders: ['west', 'west/inner'] });
    assert.deepEqual(await unknownActions(client, 'west/a.report.md'), []);
    assert.deepEqual(await unknownActions(client, 'west/inner/c.report.md'), [ERROR]);
    const viewer = new WorkspaceViewer(client);
    // Both are open.
    await client.close(workspaceUri('west/inner/c.report.md'));
    await viewer.until(() => viewer.codes('west/inner/c.report.md').includes('action-unknown'));
    await assert.rejects(viewer.stop());
    await client.stop();
  });

  it('come and go while documents are open', async () => {
    const client = await start({ folders: ['south'] });
    // In no folder yet, it is read against the first one.
    assert.deepEqual(await unknownActions(client, 'north/a.report.md'), [INFORMATION]);
    const viewer = new WorkspaceViewer(client);
    await client.changeFolders(['north'], []);
    await assert.rejects(viewer.ended, /folders have changed/i);
    const again = new WorkspaceViewer(client);
    await again.until(() => again.reports.has(workspaceUri('south/b.report.md')));
    assert.deepEqual(await shownActions(client, 'north/a.report.md'), []);

    await client.changeFolders([], ['south']);
    await assert.rejects(again.ended, /folders have changed/i);
    assert.deepEqual(await shownActions(client, 'north/a.report.md'), []);
    await client.changeFolders([], ['north']);
    const found = await client.pull(workspaceUri('north/a.report.md'));
    assert.ok(found.some(({ code }) => code === 'roadmap-unknown' || code === 'report-field-missing'));
    await client.stop();
  });

  it('are pushed to a client that does not ask, and taken back when a folder goes', async () => {
    const client = await start({ folders: ['north', 'south'], pulls: false });
    const closed = workspaceUri('south/b.report.md');
    await client.until(() => (client.published.get(closed)?.diagnostics.length ?? 0) > 0);
    await client.changeFolders([], ['south']);
    await client.until(() => client.published.get(closed)?.diagnostics.length === 0);
    await client.stop();
  });
});

function start(options: TestClientOptions): Promise<TestClient> {
  return TestClient.start({ files: FILES, ...options });
}

type Path = keyof typeof FILES;

/** The severities of the unknown actions in a report that is opened. */
async function unknownActions(client: TestClient, path: Path) {
  await client.open(workspaceUri(path), FILES[path]);
  return shownActions(client, path);
}

/** The same of one that is open. */
async function shownActions(client: TestClient, path: Path) {
  const found = await client.pull(workspaceUri(path));
  return found.filter(({ code }) => code === 'action-unknown').map(({ severity }) => severity);
}

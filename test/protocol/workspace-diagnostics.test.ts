import assert from 'node:assert/strict';
import { HARBOUR_PLAN, LATE_ON_HARBOUR_PLAN } from '../drafts';
import { TestClient, workspaceUri } from './test-client';
import { WorkspaceViewer } from './workspace-viewer';

const report = (action: number, previous = '') =>
  `---\nroadmap: eu-drugs-2023\nauthor: europol\ndate: 2024-06-03\n${previous}scope:\n  actions: ["6"]\n---\n\n# Report\n\n## Action ${action}\n\nIt goes on.\n`;

const FILES = {
  'a.report.md': report(88),
  'b.report.md': report(6),
  'series/c.report.md': report(6, 'previous: ./gone.report.md\n'),
  'README.md': '# No report\n\nSee Action 88.\n',
  'series/d.report.yaml': 'roadmap: eu-drugs-2023\nentries:\n  - action: "89"\n    status: done\n',
};

describe('workspace/diagnostic', () => {
  it('sends the findings of all reports in parts, then those of files that change, until it is cancelled', async () => {
    const client = await TestClient.start({ files: FILES });
    const viewer = new WorkspaceViewer(client);
    await viewer.until(() => viewer.reports.size === 4);
    assert.ok(viewer.codes('a.report.md').includes('action-unknown'));
    assert.ok(viewer.codes('series/c.report.md').includes('previous-broken'));
    assert.ok(viewer.codes('series/d.report.yaml').includes('action-unknown'));

    // A report that another one is read against appears, and one is corrected.
    await client.write('series/gone.report.md', report(6));
    await viewer.until(() => !viewer.codes('series/c.report.md').includes('previous-broken'));
    await client.write('a.report.md', report(6));
    await viewer.until(() => !viewer.codes('a.report.md').includes('action-unknown'));
    assert.ok(!viewer.reports.has(workspaceUri('README.md')));

    await assert.rejects(viewer.stop(), /cancelled/i);
    await client.stop();
  });

  it('sends nothing of what the client has already, and what it shows of files that are gone', async () => {
    const client = await TestClient.start({ files: FILES });
    const first = new WorkspaceViewer(client);
    await first.until(() => first.reports.size === 4);
    await assert.rejects(first.stop());
    const known = [...first.reports.values()].map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    await client.write('b.report.md', undefined);
    await client.write('a.report.md', report(77));
    const second = new WorkspaceViewer(client, known);
    await second.until(() => second.reports.has(workspaceUri('a.report.md')));
    assert.ok(second.codes('a.report.md').includes('action-unknown'));
    assert.ok(!second.reports.has(workspaceUri('series/d.report.yaml')));
    await assert.rejects(second.stop());
    await client.stop();
  });

  it('leaves open documents to the client, and closed ones where only open files are checked', async () => {
    const client = await TestClient.start({ files: FILES, settings: { diagnosticMode: 'openFilesOnly' } });
    const viewer = new WorkspaceViewer(client);
    const open = workspaceUri('a.report.md');
    await client.open(open, FILES['a.report.md']);
    assert.ok((await client.pull(open)).some(({ code }) => code === 'action-unknown'));
    assert.equal(viewer.reports.size, 0);
    // What the client has pulled itself it would show for ever.
    await client.close(open);
    await viewer.until(() => viewer.reports.has(open));
    assert.deepEqual(viewer.codes('a.report.md'), []);
    viewer.reports.clear();
    await client.open(open, FILES['a.report.md']);
    await client.configure({ diagnosticMode: 'workspace' });
    await viewer.until(() => viewer.reports.has(workspaceUri('series/d.report.yaml')));
    assert.ok(!viewer.reports.has(open));
    await client.close(open);
    await viewer.until(() => viewer.reports.has(open));
    await assert.rejects(viewer.stop());
    await client.stop();
  });

  it('reads every report against the roadmaps of the workspace, however many come behind them', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `reports/${index}.report.md`);
    const files = Object.fromEntries(names.map((name) => [name, LATE_ON_HARBOUR_PLAN]));
    const client = await TestClient.start({ files: { 'plan.roadmap.yaml': HARBOUR_PLAN, ...files } });
    const viewer = new WorkspaceViewer(client);
    await viewer.until(() => viewer.reports.size === 60);
    assert.deepEqual(
      names.filter((name) => viewer.codes(name).includes('roadmap-unknown')),
      [],
    );
    await assert.rejects(viewer.stop());
    await client.stop();
  });

  it('reads a report anew when the one before it is gone', async () => {
    const files = { 'a.report.md': report(6), 'b.report.md': report(6, 'previous: ./a.report.md\n') };
    const client = await TestClient.start({ files });
    const viewer = new WorkspaceViewer(client);
    await viewer.until(() => viewer.reports.size === 2);
    assert.ok(!viewer.codes('b.report.md').includes('previous-broken'));
    await client.write('a.report.md', undefined);
    await viewer.until(() => viewer.codes('b.report.md').includes('previous-broken'));
    await assert.rejects(viewer.stop());
    await client.stop();
  });

  it('pushes to a client that does not ask', async () => {
    const client = await TestClient.start({ files: FILES, pulls: false });
    const uri = workspaceUri('a.report.md');
    const isWrong = () => client.published.get(uri)?.diagnostics.some(({ code }) => code === 'action-unknown');
    await client.until(() => isWrong() === true);
    await client.write('a.report.md', report(6));
    await client.until(() => isWrong() === false);
    await client.stop();
  });
});

import assert from 'node:assert/strict';
import type { KeepingHost } from '../../server/src/lsp/kept-findings';
import { HARBOUR_PLAN, LATE_ON_HARBOUR_PLAN } from '../drafts';
import { DAMAGES, type KeptInMemory, keptInMemory, markKept } from './kept-in-memory';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';
import { WorkspaceViewer } from './workspace-viewer';

const FOLLOWING = LATE_ON_HARBOUR_PLAN.replace('---\n## ', 'previous: a.report.md\n---\n## ');
const UNDATED = LATE_ON_HARBOUR_PLAN.replace('date: 2024-06-03\n', '');
const FILES = {
  'plan.roadmap.yaml': HARBOUR_PLAN,
  'README.md': '# No report\n',
  'a.report.md': LATE_ON_HARBOUR_PLAN,
  'b.report.md': FOLLOWING,
  'c.report.md': UNDATED,
};
const REPORTS = ['a.report.md', 'b.report.md', 'c.report.md'];

/** The reports whose findings are those of an earlier start, after one start from beginning to end. */
async function reused(keeping: KeepingHost, options: TestClientOptions = {}): Promise<readonly string[]> {
  const client = await TestClient.start({ files: FILES, keeping, ...options });
  const viewer = new WorkspaceViewer(client);
  await viewer.until(() => viewer.reports.size === REPORTS.length);
  await assert.rejects(viewer.stop());
  await client.stop();
  const shown = (path: string) => JSON.stringify(viewer.reports.get(workspaceUri(path)));
  for (const path of REPORTS) {
    assert.match(shown(path), /deadline-overdue/);
  }
  return REPORTS.filter((path) => shown(path).includes('PASSED BY'));
}

/** A folder that a start has left behind, with a mark on what is kept. */
async function afterOneStart(): Promise<KeptInMemory> {
  const keeping = keptInMemory();
  assert.deepEqual(await reused(keeping), []);
  assert.equal(keeping.texts.size, 1);
  markKept(keeping);
  return keeping;
}

describe('findings that are kept for the next start', function () {
  this.timeout(20_000);

  it('are used where nothing has changed', async () => {
    const keeping = await afterOneStart();
    assert.deepEqual(await reused(keeping), REPORTS);
    // What was found again is kept as it was.
    assert.deepEqual(await reused(keeping), REPORTS);
  });

  it('are not used of a report that has changed, nor of those that go on from it', async () => {
    const changed = { ...FILES, 'a.report.md': LATE_ON_HARBOUR_PLAN.replace('Lamps', 'Lanterns') };
    assert.deepEqual(await reused(await afterOneStart(), { files: changed }), ['c.report.md']);
    const later = { ...FILES, 'b.report.md': FOLLOWING.replace('Lamps', 'Lanterns') };
    assert.deepEqual(await reused(await afterOneStart(), { files: later }), ['a.report.md', 'c.report.md']);
  });

  it('are not used on another day, where the day counts', async () => {
    assert.deepEqual(await reused(await afterOneStart(), { today: '2024-06-04' }), ['a.report.md', 'b.report.md']);
  });

  it('are not used with other roadmaps, settings or another build', async () => {
    const roadmap = { ...FILES, 'plan.roadmap.yaml': HARBOUR_PLAN.replace('Light the docks', 'Light all docks') };
    assert.deepEqual(await reused(await afterOneStart(), { files: roadmap }), []);
    const rules = { 'deadline-overdue': 'hint' };
    assert.deepEqual(await reused(await afterOneStart(), { settings: { rules } }), []);
    const { texts } = await afterOneStart();
    const { cacheIn, ...other } = keptInMemory('two');
    const files = cacheIn('');
    for (const [name, text] of texts) {
      await files?.write(name, text);
    }
    assert.deepEqual(await reused({ ...other, cacheIn: () => files }), []);
  });

  it('are not used where an open report has another text, nor by those that go on from it', async () => {
    const keeping = await afterOneStart();
    const client = await TestClient.start({ files: FILES, keeping });
    await client.open(workspaceUri('a.report.md'), LATE_ON_HARBOUR_PLAN.replace('Lamps', 'Lanterns'));
    const viewer = new WorkspaceViewer(client);
    await viewer.until(() => viewer.reports.size === 2);
    const isReused = (path: string) => JSON.stringify(viewer.reports.get(workspaceUri(path))).includes('PASSED BY');
    assert.deepEqual(['b.report.md', 'c.report.md'].map(isReused), [false, true]);
    await assert.rejects(viewer.stop());
    await client.stop();
  });

  it('are as good as none where they are damaged, or cannot be read or written', async () => {
    for (const damage of DAMAGES) {
      const keeping = await afterOneStart();
      for (const [name, text] of keeping.texts) {
        keeping.texts.set(name, damage(text));
      }
      const found = await reused(keeping);
      assert.ok(found.length < REPORTS.length);
    }
    const broken = async () => {
      throw new Error('The disk is full.');
    };
    const unread = { ...keptInMemory(), cacheIn: () => ({ read: broken, write: broken }) };
    assert.deepEqual(await reused(unread), []);
    assert.deepEqual(await reused({ ...keptInMemory(), engine: broken }), []);
    assert.deepEqual(await reused({ ...keptInMemory(), cacheIn: () => undefined }), []);
  });
});

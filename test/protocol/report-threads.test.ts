import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createReportThread, type ReportAnswer, type ReportTask } from '../../server/src/lsp/report-thread';
import type { ReportThread, ReportThreadSource } from '../../server/src/lsp/report-threads';
import type { FileSource } from '../../server/src/project/file-source';
import { HARBOUR_PLAN, LATE_ON_HARBOUR_PLAN } from '../drafts';
import { TestClient, type TestClientOptions, workspaceUri } from './test-client';
import { WorkspaceViewer } from './workspace-viewer';

/** Reports in series: long ones, one with a gap, one in a circle, many that go on from one; and files of other kinds. */
function workspace(): Record<string, string> {
  const files: Record<string, string> = { 'plan.roadmap.yaml': HARBOUR_PLAN, 'notes.md': '# Notes\n' };
  const add = (name: string, previous?: string) => {
    const header = previous === undefined ? '' : `previous: ${previous}\n`;
    const status = Object.keys(files).length % 3 === 0 ? 'in progress' : 'delayed';
    const promise = '\n**Next steps**\n\n- The Commission will light pier 3 (by March 2024).\n';
    files[name] =
      `${LATE_ON_HARBOUR_PLAN.replace('---\n## ', `${header}---\n## `).replace('in progress', status)}${promise}`;
  };
  for (let index = 0; index < 60; index++) {
    add(`series/${index}.report.md`, index === 0 ? './gone.report.md' : `${index - 1}.report.md`);
    add(`plain/${index}.report.md`);
    if (index % 2 === 1) {
      add(`a/${index}.report.md`);
      add(`b/${index}.report.md`, `../a/${index}.report.md`);
      add(`z/on-one-${index}.report.md`, '../a/7.report.md');
    }
  }
  add('circle-1.report.md', 'circle-2.report.md');
  add('circle-2.report.md', 'circle-1.report.md');
  add('no-report.report.md', 'notes.md');
  return files;
}

const FILES = workspace();
const REPORTS = Object.keys(FILES).filter((path) => path.includes('.report.')).length;

/** What a thread did: how many files it was given, and whether it was ended. */
interface Work {
  files: number;
  threads: number;
  ended: number;
}

/**
 * Threads that are none: what is said to them and by them is copied as between real ones.
 *
 * @param around what happens around each task of a thread
 */
function threads(
  work: Work,
  around: (task: ReportTask, check: () => Promise<ReportAnswer>) => Promise<ReportAnswer> = (_, check) => check(),
): (files: FileSource) => ReportThreadSource {
  return (files) => ({
    most: 2,
    start: (): ReportThread => {
      work.threads++;
      const check = createReportThread({ files, hash: (text) => createHash('sha256').update(text).digest('hex') });
      let queue: Promise<unknown> = Promise.resolve();
      return {
        check: (task) => {
          const told = structuredClone(task);
          work.files += told.files.length;
          const answer = queue.then(() => around(told, () => check(told))).then((found) => structuredClone(found));
          queue = answer.catch(() => undefined);
          return answer;
        },
        end: () => {
          work.ended++;
        },
      };
    },
  });
}

/** All findings of the workspace, after something was done as soon as the first of them have come. */
async function findings(
  options: TestClientOptions,
  doBeforehand: (client: TestClient) => Promise<void> = async () => undefined,
  count = REPORTS,
): Promise<{ readonly found: Readonly<Record<string, unknown>>; readonly client: TestClient }> {
  const client = await TestClient.start({ files: FILES, ...options });
  await doBeforehand(client);
  const viewer = new WorkspaceViewer(client);
  await viewer.until(() => viewer.reports.size === count);
  await assert.rejects(viewer.stop());
  await client.stop();
  return { found: Object.fromEntries([...viewer.reports].sort()), client };
}

describe('threads for closed reports', function () {
  this.timeout(30_000);

  it('find what the server finds without them', async () => {
    const work = { files: 0, threads: 0, ended: 0 };
    const { found } = await findings({});
    assert.match(JSON.stringify(found), /deadline-overdue/);
    assert.match(JSON.stringify(found), /previous-broken/);
    assert.match(JSON.stringify(found), /series\/4\.report\.md/);
    assert.deepEqual((await findings({ threads: threads(work) })).found, found);
    assert.ok(work.files > REPORTS / 4, `${work.files} files were given to threads`);
    assert.deepEqual([work.threads, work.ended], [2, 2]);
  });

  it('read reports against those that are open as they are in the editor', async () => {
    const uri = workspaceUri('a/7.report.md');
    const typed = (FILES['a/7.report.md'] ?? '').replace('pier 3', 'the lighthouse');
    const open = (client: TestClient) => client.open(uri, typed);
    const work = { files: 0, threads: 0, ended: 0 };
    const { found } = await findings({}, open, REPORTS - 1);
    assert.notDeepEqual(found, (await findings({})).found);
    assert.deepEqual((await findings({ threads: threads(work) }, open, REPORTS - 1)).found, found);
    assert.ok(work.files > 0);
  });

  it('are not needed for a few files', async () => {
    const work = { files: 0, threads: 0, ended: 0 };
    const few = { 'plan.roadmap.yaml': HARBOUR_PLAN, 'a.report.md': LATE_ON_HARBOUR_PLAN };
    await findings({ files: few, threads: threads(work) }, undefined, 1);
    assert.equal(work.threads, 0);
  });

  it('are told when settings or roadmaps change; what they found before is thrown away', async () => {
    for (const change of [
      (client: TestClient) => client.configure({ rules: { 'deadline-overdue': 'hint' } }),
      (client: TestClient) => client.write('plan.roadmap.yaml', HARBOUR_PLAN.replaceAll('2024-05-01', '2034-05-01')),
    ]) {
      const work = { files: 0, threads: 0, ended: 0 };
      let client: TestClient | undefined;
      let isChanged = false;
      let setups = 0;
      const slow = threads(work, async (task, check) => {
        setups += task.setup ? 1 : 0;
        const answer = await check();
        if (client && !isChanged) {
          // Whatever has been found so far, here and elsewhere, was read against what is not true any more.
          isChanged = true;
          await change(client);
          await client.settled();
        }
        return answer;
      });
      client = await TestClient.start({ files: FILES, threads: slow });
      const viewer = new WorkspaceViewer(client);
      const after = await TestClient.start({ files: FILES });
      await change(after);
      const expected = new WorkspaceViewer(after);
      const shown = ({ reports }: WorkspaceViewer) => JSON.stringify([...reports].sort());
      await expected.until(() => expected.reports.size === REPORTS);
      await viewer.until(() => isChanged && shown(viewer) === shown(expected));
      assert.ok(setups > 2);
      for (const one of [viewer, expected]) {
        await assert.rejects(one.stop());
      }
      await client.stop();
      await after.stop();
    }
  });

  it('may die: the server goes on without them', async () => {
    const { found } = await findings({});
    const work = { files: 0, threads: 0, ended: 0 };
    let tasks = 0;
    const dying = threads(work, async (_, check) => {
      tasks++;
      if (tasks > 2) {
        throw new Error('The thread is out of luck.');
      }
      return check();
    });
    const survived = await findings({ threads: dying });
    assert.deepEqual(survived.found, found);
    assert.equal(survived.client.logged.filter((line) => /out of luck.*goes on/.test(line)).length > 0, true);
    assert.deepEqual([work.threads, work.ended], [2, 2]);
  });

  it('may be impossible to start', async () => {
    const { found } = await findings({});
    const start = () => {
      throw new Error('There are too many threads.');
    };
    const survived = await findings({ threads: () => ({ most: 2, start }) });
    assert.deepEqual(survived.found, found);
    assert.ok(survived.client.logged.some((line) => /too many threads.*goes on/.test(line)));
  });

  it('read files anew that change while they work', async () => {
    const work = { files: 0, threads: 0, ended: 0 };
    let client: TestClient | undefined;
    let isChanged = false;
    const path = 'series/0.report.md';
    const text = (FILES[path] ?? '').replace('pier 3', 'the lighthouse');
    const slow = threads(work, async (_, check) => {
      const answer = await check();
      if (client && !isChanged) {
        isChanged = true;
        await client.write(path, text);
        await client.settled();
      }
      return answer;
    });
    const { found } = await findings({ files: { ...FILES, [path]: text } });
    client = await TestClient.start({ files: FILES, threads: slow });
    const viewer = new WorkspaceViewer(client);
    await viewer.until(() => JSON.stringify(Object.fromEntries([...viewer.reports].sort())) === JSON.stringify(found));
    await assert.rejects(viewer.stop());
    await client.stop();
  });
});

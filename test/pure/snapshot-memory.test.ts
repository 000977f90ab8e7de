import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { WorkspaceSnapshot } from '../../server/src/project/workspace';
import { snapshotOf, uriOf } from '../analyse';
import { CLEAN_DRAFT } from '../drafts';

const [A, B] = [uriOf('/a.report.md'), uriOf('/b.report.md')];

describe('snapshots of a workspace', () => {
  it('are let go when there is a newer one, which goes on with what they have read', async () => {
    setFlagsFromString('--expose_gc');
    const collect = runInNewContext('gc') as () => void;
    const olderOnes: WeakRef<WorkspaceSnapshot>[] = [];
    const change = (snapshot: WorkspaceSnapshot, text: string) => {
      olderOnes.push(new WeakRef(snapshot));
      const next = snapshot.with([{ uri: B, text }]);
      next.findings(B);
      return next;
    };
    const first = () => {
      const snapshot = snapshotOf({ '/a.report.md': CLEAN_DRAFT, '/b.report.md': CLEAN_DRAFT });
      snapshot.findings(A);
      snapshot.report(A)?.suggestions();
      return change(snapshot, CLEAN_DRAFT.replace('three', 'four'));
    };
    let snapshot = first();
    const kept = snapshot.report(A);
    for (let index = 0; index < 5; index++) {
      snapshot = change(snapshot, CLEAN_DRAFT.replace('three', `${index}`));
    }
    await nextTurn();
    collect();
    assert.equal(snapshot.report(A), kept);
    assert.deepEqual(
      olderOnes.map((older) => older.deref()?.revision),
      olderOnes.map(() => undefined),
    );
  });
});

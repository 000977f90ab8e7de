import assert from 'node:assert/strict';
import { ClosedReports } from '../../server/src/project/closed-reports';
import { snapshotOf, uriOf } from '../analyse';
import { HARBOUR_PLAN } from '../drafts';

const REPORT = '---\nroadmap: harbour-plan\ntitle: Report\ndate: 2024-06-03\n---\n\n## Action 1\n\nDone.\n';

describe('reports that nobody has open', () => {
  it('are read against a roadmap that comes to be known while it is read as a file that could be a report', async () => {
    let now = snapshotOf({});
    const texts = new Map([
      [uriOf('/harbour-plan.roadmap.yaml'), HARBOUR_PLAN],
      [uriOf('/a.report.md'), REPORT],
    ]);
    const files = {
      read: async (uri: string) => {
        if (uri === uriOf('/harbour-plan.roadmap.yaml')) {
          now = snapshotOf({ '/harbour-plan.roadmap.yaml': HARBOUR_PLAN });
        }
        const text = texts.get(uri);
        return text === undefined ? undefined : new TextEncoder().encode(text);
      },
      find: async () => [],
    };
    const closed = new ClosedReports(files, () => now);
    assert.equal(await closed.read(uriOf('/harbour-plan.roadmap.yaml')), undefined);
    const report = await closed.read(uriOf('/a.report.md'));
    assert.deepEqual(
      report?.report(uriOf('/a.report.md'))?.roadmaps.map(({ id }) => id),
      ['harbour-plan'],
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { overview } from '../../../server/src/features/overview';
import { type AnalyseOptions, snapshotOf, uriOf } from '../../analyse';

function overviewOf(text: string, options: AnalyseOptions = {}) {
  return overview(snapshotOf({ '/draft.report.md': text }, options), uriOf('/draft.report.md'));
}

describe('the overview of a report', () => {
  it('counts actions: covered, missing, overdue and due soon', () => {
    const text = `---
roadmap: eu-drugs-2023
as-of: 2024-06-03
scope:
  areas: [networks]
---

## Action 4

- **Status:** in progress

## Action 5

No progress to report.

See Action 6.
`;
    assert.deepEqual(overviewOf(text), {
      roadmaps: [{ id: 'eu-drugs-2023', title: 'EU roadmap to fight drug trafficking and organised crime' }],
      asOf: { day: '2024-06-03', from: 'as-of' },
      covered: 2,
      required: 6,
      missing: 3,
      overdue: 1,
      dueSoon: 1,
    });
  });

  it('counts what is in scope only, at the day that counts', () => {
    const text =
      '---\nroadmap: eu-drugs-2023\nscope:\n  actions: ["6"]\n---\n\n## Action 6\n\n- **Status:** in progress\n';
    const numbers = (today: string) => {
      const found = overviewOf(text, { today });
      return found && [found.asOf.from, found.covered, found.required, found.overdue, found.dueSoon];
    };
    assert.deepEqual(numbers('2024-01-01'), ['today', 1, 1, 0, 0]);
    assert.deepEqual(numbers('2024-06-30'), ['today', 1, 1, 0, 1]);
    assert.deepEqual(numbers('2024-07-01'), ['today', 1, 1, 1, 0]);
  });

  it('is there without a roadmap, and is not for other files', () => {
    assert.deepEqual(overviewOf('---\nroadmap: unknown\n---\n\nText.\n'), {
      roadmaps: [],
      asOf: { day: '2024-06-03', from: 'today' },
      covered: 0,
      required: 0,
      missing: 0,
      overdue: 0,
      dueSoon: 0,
    });
    assert.equal(overview(snapshotOf({ '/readme.md': '# Action 6\n' }), uriOf('/readme.md')), undefined);
  });
});

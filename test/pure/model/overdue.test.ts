import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { countDeadlines, type DeadlineState, deadlinesAbout, deadlinesOf } from '../../../server/src/model/overdue';
import { snapshotOf, uriOf } from '../../analyse';

const PLAN = `roadmap: plan
title: Plan
actions:
  - action: "1"
    title: First thing
    due: ../2024-05-31
    deliverables:
      - deliverable: "1.1"
        title: Report
        due: 2024-03
      - deliverable: "1.2"
        title: Network
        due: 2024-04-01/..
      - deliverable: "1.3"
        title: Guide
        stated: by the end of the legislature
  - action: "2"
    title: Second thing
    deliverables:
      - deliverable: "2.1"
        title: Survey
        due: 2022-03-31
        every: P2Y
      - deliverable: "2.2"
        title: Handbook
        due: 2024-07-15
      - deliverable: "2.3"
        title: Leaflet
        due: 2023-12-31
        status: delivered
commitments:
  - commitment: C1
    title: Conference
    due: 2024-01
`;

describe('the deadlines of a report', () => {
  it('are those with a date, of actions, deliverables and commitments', () => {
    assert.deepEqual([...statesOf('[]').keys()], ['1', '1.1', '1.2', '2.1', '2.2', '2.3', 'C1']);
  });

  it('are overdue from the day after their last day', () => {
    const overdueOn = (day: string) => overdueIn(statesOf('[]', { header: `as-of: ${day}` }));
    assert.deepEqual(overdueOn('2024-03-31'), ['C1']);
    assert.deepEqual(overdueOn('2024-04-01'), ['1.1', '2.1', 'C1']);
    assert.deepEqual(overdueOn('2024-05-31'), ['1.1', '2.1', 'C1']);
    assert.deepEqual(overdueOn('2024-06-01'), ['1', '1.1', '2.1', 'C1']);
  });

  it('have days left, and none where they are open-ended', () => {
    const states = statesOf('[]');
    assert.equal(states.get('1.1')?.daysLeft, -64);
    assert.equal(states.get('2.2')?.daysLeft, 42);
    assert.equal(states.get('1.2')?.daysLeft, null);
    assert.equal(states.get('2.2')?.dueSoon, true);
    assert.equal(statesOf('[]', { dueSoonDays: 41 }).get('2.2')?.dueSoon, false);
  });

  it('are covered by an action that is delivered or dropped, unless the deliverable says otherwise', () => {
    for (const status of ['delivered', 'dropped']) {
      assert.deepEqual(overdueIn(statesOf(entry('1', `status: ${status}`))), ['2.1', 'C1']);
    }
    const otherwise = entry('1', 'status: delivered', ...item('1.1', 'status: in-progress'));
    assert.deepEqual(overdueIn(statesOf(otherwise)), ['1.1', '2.1', 'C1']);
    const only = entry('1', 'status: in-progress', ...item('1.1', 'status: delivered'));
    assert.deepEqual(overdueIn(statesOf(only)), ['1', '2.1', 'C1']);
  });

  it('are settled by a completion date, unless that is in the future', () => {
    assert.equal(statesOf(entry('1', ...item('1.1', 'completed: 2024-05-14'))).get('1.1')?.closed, 'delivered');
    assert.equal(statesOf(entry('1', ...item('1.1', 'completed: 2024-06-14'))).get('1.1')?.overdue, true);
  });

  it('keep the status of the roadmap until a report says otherwise', () => {
    assert.equal(statesOf('[]').get('2.3')?.closed, 'delivered');
    assert.equal(statesOf(entry('2', ...item('2.3', 'status: in-progress'))).get('2.3')?.overdue, true);
  });

  it('are replaced by a revised one, of this report or of one before it', () => {
    const own = statesOf(entry('1', ...item('1.1', 'revised: 2024-08-31'))).get('1.1');
    assert.deepEqual([own?.due.latest, own?.planned.latest, own?.revised], ['2024-08-31', '2024-03-31', true]);
    assert.deepEqual([own?.overdue, own?.missed, own?.admitted], [false, true, true]);
    const before = statesOf(entry('1', 'status: in-progress'), {
      chain: [entry('1', ...item('1.1', 'revised: 2024-08-31'))],
    });
    assert.deepEqual([before.get('1.1')?.overdue, before.get('1.1')?.admitted], [false, false]);
    const past = statesOf(entry('1', ...item('1.1', 'revised: 2024-05-15'))).get('1.1');
    assert.deepEqual([past?.overdue, past?.daysLeft], [true, -19]);
  });

  it('are moved by a revised one of the whole entry where they are before it', () => {
    const states = statesOf(entry('1', 'revised: 2024-04-30'));
    assert.equal(states.get('1.1')?.due.latest, '2024-04-30');
    assert.equal(states.get('1')?.due.latest, '2024-05-31');
  });

  it('are settled by earlier reports until a later one takes it back', () => {
    const delivered = entry('1', ...item('1.1', 'status: delivered'));
    assert.equal(statesOf('[]', { chain: [delivered] }).get('1.1')?.closed, 'delivered');
    assert.equal(statesOf('[]', { chain: ['[]', delivered] }).get('1.1')?.closed, 'delivered');
    const reopened = entry('1', ...item('1.1', 'status: in-progress'));
    assert.equal(statesOf(reopened, { chain: [delivered] }).get('1.1')?.overdue, true);
    const wholeAction = entry('1', 'status: delivered');
    assert.equal(statesOf('[]', { chain: [wholeAction] }).get('1')?.closed, 'delivered');
    assert.equal(statesOf(entry('1', 'status: in-progress'), { chain: [wholeAction] }).get('1')?.overdue, true);
  });

  it('come again after the interval, counted from the first due or from the last completion', () => {
    const dueOf = (entries: string, options?: Options) => statesOf(entries, options).get('2.1')?.due.latest;
    assert.equal(dueOf('[]', { header: 'as-of: 2022-01-01' }), '2022-03-31');
    assert.equal(dueOf('[]'), '2024-03-31');
    const completed = (day: string) => entry('2', ...item('2.1', `completed: ${day}`));
    assert.equal(dueOf(completed('2023-10-15')), '2025-10-15');
    assert.equal(dueOf('[]', { chain: [completed('2022-10-15')] }), '2024-10-15');
    assert.equal(dueOf(completed('2023-10-15'), { chain: [completed('2022-10-15')] }), '2025-10-15');
    assert.equal(dueOf(completed('2019-10-15')), '2022-03-31');
  });

  it('of an earlier time do not settle one that recurs', () => {
    const before = entry('2', ...item('2.1', 'status: delivered', 'completed: 2022-04-15'));
    assert.deepEqual(
      [statesOf('[]', { chain: [before] }).get('2.1')?.overdue, statesOf(before).get('2.1')?.closed],
      [true, 'delivered'],
    );
  });

  it('speak of commitments that an entry lists', () => {
    const states = statesOf(entry('1', 'status: delivered', ...item('C1', 'status: delayed', 'reason: no room')));
    const commitment = states.get('C1');
    assert.deepEqual([commitment?.overdue, commitment?.admitted, commitment?.entries.length], [true, true, 1]);
    assert.equal(commitment?.reason?.text, 'no room');
    assert.equal(statesOf(entry('1', 'status: delivered')).get('C1')?.overdue, true);
  });

  it('are counted by action, without commitments', () => {
    assert.deepEqual(countDeadlines([...statesOf('[]').values()]), { overdue: 2, dueSoon: 1 });
    assert.deepEqual(countDeadlines([...statesOf(entry('1', 'status: delivered')).values()]), {
      overdue: 1,
      dueSoon: 1,
    });
  });
});

interface Options {
  /** A line of the header that says the as-of date; 3 June 2024 where there is none. */
  readonly header?: string;
  readonly dueSoonDays?: number;
  /** Entries of earlier reports, newest first. */
  readonly chain?: readonly string[];
}

function statesOf(entries: string, options: Options = {}): ReadonlyMap<string, DeadlineState> {
  const { header = 'as-of: 2024-06-03', dueSoonDays = 60, chain = [] } = options;
  const all = [entries, ...chain];
  const files = all.map((text, index): [string, string] => {
    const previous = index + 1 < all.length ? `previous: ./${index + 1}.report.yaml\n` : '';
    return [`/${index}.report.yaml`, `roadmap: plan\n${header}\n${previous}entries: ${text}\n`];
  });
  const snapshot = snapshotOf({ '/plan.roadmap.yaml': PLAN, ...Object.fromEntries(files) });
  const analysed = snapshot.report(uriOf('/0.report.yaml'));
  assert.ok(analysed);
  const states = deadlinesOf(analysed, dueSoonDays);
  const oneByOne = analysed.roadmaps.flatMap((roadmap) =>
    [...roadmap.actions, ...roadmap.commitments].flatMap((subject) =>
      deadlinesAbout(analysed, roadmap, subject, dueSoonDays),
    ),
  );
  assert.deepEqual(oneByOne, states, 'the deadlines of each action and commitment alone');
  return new Map(states.map((state) => [state.item.id, state]));
}

function entry(action: string, ...lines: readonly string[]): string {
  return `\n  - action: "${action}"${lines.map((line) => `\n    ${line}`).join('')}`;
}

function item(deliverable: string, ...lines: readonly string[]): string[] {
  return ['deliverables:', `  - deliverable: "${deliverable}"`, ...lines.map((line) => `    ${line}`)];
}

function overdueIn(states: ReadonlyMap<string, DeadlineState>): readonly string[] {
  return [...states.values()].filter((state) => state.overdue).map((state) => state.item.id);
}

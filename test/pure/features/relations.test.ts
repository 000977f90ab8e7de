import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { describeRelations } from '../../../server/src/features/describe-relations';
import type { RelatedSubject } from '../../../server/src/model/related-items';
import { snapshotOf } from '../../analyse';
import { markdownDraft } from '../../drafts';
import { expectHover } from '../../hovers';
import { namedAt, placesOfCursor, renamed } from '../../moving';

const PLAN = `roadmap: plan
title: Harbour plan
reference: ST 100/24
actions:
  - action: "1"
    title: Light the docks
    relates:
      - to: rivers
        action: ["4", "5"]
        how: builds-on
        note: The same *lamps*.
      - to: Lamp Directive
        action: "2"
        how: carries-out
      - deliverable: "2.1"
  - action: "2"
    title: Sweep the docks
    deliverables:
      - deliverable: "2.1"
        title: Brooms
`;

const RIVERS = `roadmap: rivers
title: River plan
numbering: own
labels: [Measure]
relates:
  - to: plan
    how: replaces
actions:
  - action: "4"
    title: Light the banks
    relates:
      - to: ST 100/24
        action: "2"
        how: overlaps
  - action: "5"
    title: Sweep the banks
commitments:
  - commitment: C1
    title: A call for paint
    relates:
      - to: plan
        deliverable: "2.1"
        how: supports
`;

const REPORT = `---
roadmap: [plan, rivers]
date: 2024-06-03
---

## Measure 4

- **Status:** in progress
`;

const FILES = { '/plan.roadmap.yaml': PLAN, '/rivers.roadmap.yaml': RIVERS, '/a.report.md': REPORT };

/** The files as a fixture, with the cursor before these words of one. */
function at(path: keyof typeof FILES, words: string): string {
  return Object.entries(FILES)
    .map(([one, text]) => `//- ${one}\n${one === path ? text.replace(words, `$0${words}`) : text}`)
    .join('');
}

function told(subject: RelatedSubject): readonly string[] {
  const { roadmaps } = snapshotOf(FILES);
  const [title, empty, ...lines] = describeRelations(subject, roadmaps)?.split('\n') ?? ['Related:', ''];
  assert.deepEqual([title, empty], ['Related:', '']);
  return lines;
}

describe('relations', () => {
  it('are told on both sides', () => {
    assert.deepEqual(told({ kind: 'action', roadmap: 'plan', id: '1' }), [
      '- Builds on Measure 4: Light the banks (River plan). The same \\*lamps\\*.',
      '- Builds on Measure 5: Sweep the banks (River plan). The same \\*lamps\\*.',
      '- Carries out Lamp Directive, action 2',
      '- Is related to 2.1 Brooms',
    ]);
    assert.deepEqual(told({ kind: 'action', roadmap: 'rivers', id: '4' }), [
      '- Overlaps with Action 2: Sweep the docks (Harbour plan)',
      '- Is the basis of Action 1: Light the docks (Harbour plan). The same \\*lamps\\*.',
    ]);
    assert.deepEqual(told({ kind: 'action', roadmap: 'plan', id: '2' }), [
      '- Overlaps with Measure 4: Light the banks (River plan)',
    ]);
    assert.deepEqual(told({ kind: 'deliverable', roadmap: 'plan', id: '2.1' }), [
      '- Is related to Action 1: Light the docks',
      '- Is supported by A call for paint (River plan)',
    ]);
    assert.deepEqual(told({ kind: 'deliverable', roadmap: 'rivers', id: 'C1' }), [
      '- Supports 2.1 Brooms (Harbour plan)',
    ]);
    assert.deepEqual(told({ kind: 'roadmap', roadmap: 'rivers' }), ['- Replaces Harbour plan']);
    assert.deepEqual(told({ kind: 'roadmap', roadmap: 'plan' }), ['- Is replaced by River plan']);
    assert.deepEqual(told({ kind: 'action', roadmap: 'plan', id: '9' }), []);
  });

  it('are shown where one points at an action, a deliverable or a roadmap in a report', () => {
    expectHover(at('/a.report.md', '4\n')).mentions(
      'Related:',
      '- Overlaps with Action 2: Sweep the docks (Harbour plan)',
      '- Is the basis of Action 1: Light the docks (Harbour plan). The same \\*lamps\\*.',
    );
    expectHover(at('/a.report.md', 'plan, rivers')).mentions('- Is replaced by River plan');
    expectHover(markdownDraft('## Action $05')).mentions(
      '- Overlaps with Priority 13: A network of contact magistrates for seaports and airports (Statement of the coalition ' +
        'against serious and organised crime). Networks of magistrates that Eurojust supports; here for ports and ' +
        'airports, there for all organised crime.',
    );
  });

  it('name roadmaps, actions, deliverables, commitments and documents', () => {
    assert.deepEqual(namedAt(at('/plan.roadmap.yaml', 'rivers')), ['roadmap rivers by id: rivers']);
    assert.deepEqual(namedAt(at('/plan.roadmap.yaml', '4"')), ['action rivers 4 by id: 4']);
    assert.deepEqual(namedAt(at('/plan.roadmap.yaml', '2"\n        how')), []);
    assert.deepEqual(namedAt(at('/plan.roadmap.yaml', 'Lamp Directive')), []);
    assert.deepEqual(namedAt(at('/plan.roadmap.yaml', '2.1"\n  - action')), ['deliverable plan 2.1 by id: 2.1']);
    assert.deepEqual(namedAt(at('/rivers.roadmap.yaml', 'ST 100/24')), ['document ST 100/24 by id: ST 100/24']);
    assert.deepEqual(namedAt(at('/rivers.roadmap.yaml', '2"\n        how')), ['action plan 2 by id: 2']);
  });

  it('are among the places that name something', () => {
    const places = [
      '/plan.roadmap.yaml 9: 4',
      '/rivers.roadmap.yaml 9: = 4',
      '/rivers.roadmap.yaml 10: = Light the banks',
      '/a.report.md 6: Measure 4',
    ];
    assert.deepEqual(placesOfCursor(at('/plan.roadmap.yaml', '4"')), places);
    assert.deepEqual(placesOfCursor(at('/a.report.md', 'Measure 4')), places);
    assert.deepEqual(placesOfCursor(at('/rivers.roadmap.yaml', 'ST 100/24')), [
      '/plan.roadmap.yaml 3: = ST 100/24',
      '/rivers.roadmap.yaml 12: ST 100/24',
    ]);
  });

  it('follow a number that is changed', () => {
    const texts = renamed(at('/rivers.roadmap.yaml', '4"'), '44');
    assert.ok(typeof texts === 'object');
    assert.match(texts['/plan.roadmap.yaml'] ?? '', /action: \["44", "5"\]/);
    assert.match(texts['/rivers.roadmap.yaml'] ?? '', /action: "44"\n/);
    assert.match(texts['/a.report.md'] ?? '', /Measure 44\n/);
  });
});

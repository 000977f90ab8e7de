import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { expectCompletion } from '../../completions';
import { HARBOUR_GATES } from '../../harbour-workspace';

/** A roadmap with `more` behind it. */
function plan(more: string): string {
  return `//- /plan.roadmap.yaml\n${HARBOUR_GATES}${more}`;
}

describe('completion in a roadmap file', () => {
  it('offers the keys that are missing, in their order', () => {
    expectCompletion('//- /plan.roadmap.yaml\nroadmap: harbour\n$0')
      .first('title', 'reference', 'url', 'date')
      .withholds('roadmap', 'action');
    expectCompletion(plan('    $0')).first('due', 'stated').withholds('title', 'area');
  });

  it('opens lists and maps with their first key', () => {
    expectCompletion('//- /plan.roadmap.yaml\nroadmap: harbour\n$0').applied('areas').gives('areas:\n  - area: $0');
    expectCompletion(plan('    deliv$0')).applied('deliverables').gives('    deliverables:\n      - deliverable: $0');
  });

  it('numbers the next action, deliverable and commitment', () => {
    expectCompletion(plan('  - action: $0')).offersOnly('3').applied('3').gives('  - action: "3"$0');
    expectCompletion(plan('    deliverables:\n      - deliverable: $0'))
      .offersOnly('2.1')
      .applied('2.1')
      .gives('      - deliverable: "2.1"$0');
    expectCompletion(plan('commitments:\n  - commitment: C4\n    title: A\n  - commitment: $0')).offersOnly('C5');
  });

  it('makes a whole item behind a dash', () => {
    expectCompletion(plan('  - $0'))
      .first('New action 3')
      .applied('New action 3')
      .gives('  - action: "3"\n    title: $0\n    area: \n    actors: []\n    due: \n    source: ');
  });

  it('knows areas by their titles, and actors by their names', () => {
    expectCompletion(plan('  - action: "3"\n    area: $0')).offersOnly('quays', 'checks');
    expectCompletion(plan('  - action: "3"\n    area: Che$0')).applied('checks').gives('    area: checks$0');
    expectCompletion(plan('    actors: [$0]')).first('commission').inOrder('commission', 'europol', 'emcdda', 'euda');
    expectCompletion(plan('  - action: "3"\n    actors: [europol, European Union Drugs A$0]'))
      .applied('euda')
      .gives('    actors: [europol, euda$0]');
  });

  it('writes words as EDTF and keeps them beside it', () => {
    expectCompletion(plan('    due: by mid-2025$0'))
      .first('by mid-2025')
      .applied('by mid-2025')
      .gives('    due: ../2025-06-30\n    stated: by mid-2025$0');
    expectCompletion(plan('    stated: by spring 2026\n    due: $0'))
      .first('by spring 2026')
      .applied('by spring 2026')
      .gives('    due: ../2026-05-31$0');
    expectCompletion(plan('    due: $0')).offers('by mid-2024', 'by the end of 2025').eachIsUnderstood();
    expectCompletion(plan('    due: next year$0'))
      .applied('next year')
      .gives('    due: "2025"\n    stated: next year$0');
    expectCompletion('//- /plan.roadmap.yaml\ndate: 2024-02-01\nperiod: $0').first('2024-2025');
  });

  it('says each deadline once, and reads intervals in words', () => {
    const stated = plan('    stated: by mid-2025\n    due: by mid-2025$0');
    assert.deepEqual(
      expectCompletion(stated)
        .labels()
        .filter((label) => label === 'by mid-2025'),
      ['by mid-2025'],
    );
    expectCompletion(plan('    every: $0')).first('P1Y', 'P2Y').shows('P6M', { description: 'every 6 months' });
    expectCompletion(plan('    every: every 2$0')).offersOnly('P2Y').applied('P2Y').gives('    every: P2Y$0');
    expectCompletion(plan('    every: every four years$0')).offersOnly('P4Y').applied('P4Y').gives('    every: P4Y$0');
    expectCompletion(plan('    every: annually$0')).offersOnly('P1Y');
  });

  it('writes days as the file takes them', () => {
    expectCompletion('//- /plan.roadmap.yaml\ndate: 3 June 2023$0')
      .offersOnly('2023-06-03')
      .applied('2023-06-03')
      .gives('date: 2023-06-03$0');
    expectCompletion('//- /plan.roadmap.yaml\ndate: $0').offersOnly('2024-06-03');
    expectCompletion('//- /plan.roadmap.yaml\ndate: 2024-06-03$0').offersOnly('2024-06-03');
    expectCompletion('//- /actors.yaml\nactors:\n  - actor: port\n    since: June 2023$0').offersNothing();
  });

  it('offers the name of the file as the id of a roadmap', () => {
    expectCompletion('//- /plan-2025.roadmap.yaml\nroadmap: $0').offersOnly('plan-2025');
  });

  it('makes an action without an area where there are none, and a relation', () => {
    expectCompletion('//- /plan.roadmap.yaml\nroadmap: plan\nactions:\n  - $0')
      .applied('New action 1')
      .gives('  - action: "1"\n    title: $0\n    actors: []\n    due: \n    source: ');
    expectCompletion(plan('    relates:\n      - $0'))
      .first('New relation')
      .applied('New relation')
      .gives('      - to: $0\n        how: ');
  });

  it('offers what a relation can lead to', () => {
    expectCompletion(plan('    relates:\n      - to: $0')).offers('eu-drugs-2023', 'harbour');
    expectCompletion(plan('    relates:\n      - to: eu-drugs-2023\n        action: pros$0'))
      .first('5')
      .applied('5')
      .gives('        action: "5"$0');
    expectCompletion(plan('    relates:\n      - action: $0')).offersOnly('1', '2');
    expectCompletion(plan('    relates:\n      - to: harbour\n        how: $0')).offers('builds-on', 'part-of');
  });

  it('offers the few words that a key takes', () => {
    expectCompletion('//- /plan.roadmap.yaml\nroadmap: harbour\nnumbering: $0').offersOnly('official', 'own');
    expectCompletion(plan('    every: P1$0')).offersOnly('P1Y', 'P1M').shows('P1Y', { description: 'every year' });
    expectCompletion(plan('commitments:\n  - commitment: C1\n    status: $0')).offers('in-progress', 'delivered');
  });

  it('says nothing in texts and comments', () => {
    expectCompletion(plan('    title: Something $0')).offersNothing();
    expectCompletion(plan('    # act$0')).offersNothing();
  });
});

describe('completion in an actors file', () => {
  it('offers keys, kinds and other actors', () => {
    expectCompletion('//- /actors.yaml\nactors:\n  - actor: port\n    $0').first('name', 'short');
    expectCompletion('//- /actors.yaml\nactors:\n  - actor: port\n    kind: a$0').offersOnly('agency');
    expectCompletion('//- /actors.yaml\nactors:\n  - actor: port\n    part-of: belg$0')
      .applied('belgium')
      .gives('    part-of: belgium$0');
  });
});

describe('completion in a project file', () => {
  it('offers keys, rules, severities and roadmaps', () => {
    expectCompletion('//- /rapporteur.yaml\n$0').offers('roadmap', 'rules', 'due-soon-days');
    expectCompletion('//- /rapporteur.yaml\nrules:\n  action-un$0').offers('action-unknown', 'action-unreferenced');
    expectCompletion('//- /rapporteur.yaml\nrules:\n  action-unknown: $0').offersOnly(
      'off',
      'hint',
      'info',
      'warning',
      'error',
    );
    expectCompletion('//- /rapporteur.yaml\nroadmap: $0').offers('eu-drugs-2023');
  });

  it('offers what a kind of draft is made of', () => {
    const kinds = (lines: string) =>
      `//- /rapporteur.yaml\nkinds:\n  - kind: note\n    name: Note\n  - kind: memo\n${lines}\n  - kind: later\n`;
    expectCompletion(kinds('    $0')).offers('extends', 'sections', 'fields', 'rules');
    expectCompletion(kinds('    extends: $0'))
      .first('progress-report', 'discussion-paper', 'statement', 'action-programme', 'note')
      .documents('statement', 'signatories')
      .applied('statement')
      .gives('    extends: statement$0');
    expectCompletion(kinds('    extends: statement\n    sections:\n      - section: Priorities\n      - section: $0'))
      .offersOnly('Declaration', 'Considering', 'Signatories')
      .documents('Considering', 'The reasons');
    expectCompletion(kinds('    sections:\n      - section: $0')).offersNothing();
    expectCompletion(kinds('    sections:\n      - section: A\n        holds: $0')).offers('questions', 'signatories');
    expectCompletion(kinds('    rules:\n      section-mis$0')).offersOnly('section-missing');
    expectCompletion(kinds('    rules:\n      section-missing: $0')).offers('off', 'warning');
  });
});

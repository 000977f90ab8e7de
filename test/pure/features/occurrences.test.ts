import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { harbourAt as at } from '../../harbour-workspace';
import { namedAt, placesOfCursor } from '../../moving';

const [PLAN, ACTORS, MD, YML] = ['/plan.roadmap.yaml', '/actors.yaml', '/a.report.md', '/b.report.yaml'] as const;

/** That each of the cursors finds these places. */
function findFrom(cursors: readonly (readonly [string, string, number?])[], places: readonly string[]): void {
  for (const [path, words, nth] of cursors) {
    assert.deepEqual(placesOfCursor(at(path, words, nth)), places, `${path} ${words} ${nth ?? ''}`);
  }
}

describe('the places that name something', () => {
  it('of an action, from the roadmap and from reports in both formats', () => {
    findFrom(
      [
        [PLAN, '6.10'],
        [PLAN, 'Light the docks'],
        [MD, '6.10'],
        [MD, 'Measure 6.10:'],
        [MD, 'Light the docks'],
        [YML, '6.10'],
      ],
      [
        `${PLAN} 10: = 6.10`,
        `${PLAN} 11: = Light the docks`,
        `${MD} 8: 6.10`,
        `${MD} 17: Measure 6.10`,
        `${MD} 17: Light the docks`,
        `${YML} 14: 6.10`,
      ],
    );
    findFrom(
      [
        [PLAN, '7'],
        [MD, '"7"'.slice(1)],
        [MD, 'Measures 7-8'],
        [MD, 'Sweep the docks'],
        [YML, "7'"],
      ],
      [
        `${PLAN} 18: = 7`,
        `${PLAN} 19: = Sweep the docks`,
        `${MD} 11: 7`,
        `${MD} 23: Measures 7`,
        `${MD} 23: Measure 7`,
        `${MD} 36: Sweep the docks`,
        `${YML} 14: 7`,
      ],
    );
    findFrom(
      [
        [MD, '8 |'],
        [MD, 'Measure 8'],
        [MD, '8 wait'],
        [YML, ':8'],
        [YML, 'Measure 8'],
      ],
      [
        `${PLAN} 20: = 8`,
        `${PLAN} 21: = Paint the docks`,
        `${MD} 8: Measure 8`,
        `${MD} 23: 8`,
        `${MD} 42: 8`,
        `${YML} 7: plan:8`,
        `${YML} 17: Measure 8`,
      ],
    );
  });

  it('of a deliverable and a commitment', () => {
    findFrom(
      [
        [PLAN, '6.1"'],
        [PLAN, 'Lamps'],
        [MD, 'Lamps'],
        [MD, '6.1:'],
        [YML, '6.1"'],
      ],
      [
        `${PLAN} 15: = 6.1`,
        `${PLAN} 16: = Lamps on the piers`,
        `${MD} 27: Lamps on the piers`,
        `${MD} 28: 6.1`,
        `${YML} 19: 6.1`,
      ],
    );
    findFrom(
      [
        [PLAN, 'C1'],
        [YML, 'C1'],
      ],
      [`${PLAN} 23: = C1`, `${PLAN} 24: = A call for paint`, `${YML} 22: C1`],
    );
  });

  it('of an area', () => {
    findFrom(
      [
        [PLAN, 'docks'],
        [PLAN, 'The docks'],
        [PLAN, 'docks', 4],
        [MD, 'docks]'],
        [MD, 'The docks'],
        [YML, 'The docks]'],
        [YML, 'The docks', 2],
      ],
      [
        `${PLAN} 7: = docks`,
        `${PLAN} 8: = The docks`,
        `${PLAN} 12: docks`,
        `${MD} 7: docks`,
        `${MD} 15: The docks`,
        `${YML} 6: The docks`,
        `${YML} 9: The docks`,
      ],
    );
  });

  it('of an actor, under each of its names', () => {
    findFrom(
      [
        [PLAN, 'port,'],
        [ACTORS, 'port'],
        [ACTORS, 'Harbour Office'],
        [MD, 'port'],
        [MD, 'Port Authority lit'],
        [MD, 'PA'],
        [YML, 'Harbour Office'],
        [YML, 'PA'],
      ],
      [
        `${PLAN} 13: port`,
        `${PLAN} 17: port`,
        `${ACTORS} 2: = port`,
        `${ACTORS} 3: = Port Authority`,
        `${ACTORS} 4: = PA`,
        `${ACTORS} 5: = Harbour Office`,
        `${MD} 3: port`,
        `${MD} 9: Port Authority`,
        `${MD} 20: port`,
        `${MD} 23: Port Authority`,
        `${MD} 32: Port Authority`,
        `${MD} 42: PA`,
        `${YML} 2: Port Authority`,
        `${YML} 11: Harbour Office`,
        `${YML} 15: PA`,
        `${YML} 20: port`,
        `${YML} 25: Port Authority`,
      ],
    );
    findFrom(
      [[ACTORS, 'old-port']],
      [`${ACTORS} 7: old-port`, `${ACTORS} 9: = old-port`, `${ACTORS} 10: = Old Port Authority`],
    );
  });

  it('of a roadmap, of documents, of footnotes, of the report before', () => {
    findFrom([[MD, 'plan']], [`${PLAN} 1: = plan`, `${MD} 2: plan`, `${YML} 1: plan`, `${YML} 7: plan`]);
    findFrom(
      [
        [MD, 'ST 300/24'],
        [YML, 'ST 300/24'],
      ],
      [`${MD} 21: ST 300/24`, `${MD} 23: ST 300/24`, `${YML} 3: = ST 300/24`],
    );
    findFrom([[MD, 'ST 100/24']], [`${PLAN} 3: = ST 100/24`, `${MD} 28: ST 100/24`]);
    findFrom(
      [
        [MD, '[^1]'],
        [MD, '1] Measures'],
        [MD, '[^1]:'],
      ],
      [`${MD} 23: [^1]`, `${MD} 34: = [^1]`],
    );
    findFrom(
      [
        [YML, '[^a]'],
        [YML, '[^a]:'],
      ],
      [`${YML} 11: [^a]`, `${YML} 13: = [^a]`],
    );
    findFrom([[MD, './b.report.yaml']], [`${MD} 5: ./b.report.yaml`]);
  });

  it('are told by what is written there', () => {
    assert.deepEqual(namedAt(at(MD, '6.10:')), ['action plan 6.10 by id: Measure 6.10']);
    assert.deepEqual(namedAt(at(MD, 'docks', 3)), ['action plan 6.10 by title: Light the docks']);
    assert.deepEqual(namedAt(at(MD, 'PA')), ['actor port by name: PA']);
    assert.deepEqual(namedAt(at(MD, './b')), ['report file:///b.report.yaml by id: ./b.report.yaml']);
    assert.deepEqual(namedAt(at(MD, ' lit a')), ['actor port by name: Port Authority']);
    assert.deepEqual(namedAt(at(MD, 'lamp.')), []);
  });

  it('in the middle of a stretch and in code name nothing that could be written otherwise', () => {
    const draft = '---\nroadmap: eu-drugs-2023\n---\n\n## Actions 4-$06\n\n`[^1]` text\n\n```\n[^2]: x\n```\n';
    assert.deepEqual(namedAt(draft), ['action eu-drugs-2023 6 by id: 6']);
    const inCode = draft.replace('$0', '').replace('[^1]', '[^$01]');
    assert.deepEqual(namedAt(inCode), []);
    assert.deepEqual(placesOfCursor(draft.replace('$0', '').replace('Actions 4', 'Actions $04')), [
      '/draft.report.md 5: Actions 4',
    ]);
  });
});

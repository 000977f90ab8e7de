import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { fixesOf } from '../../fixes';

const only = ['roadmap-duplicate'];

describe('roadmap-duplicate', () => {
  it('finds the second action, deliverable or area with an id', () => {
    expectFindings(
      `//- /plan.roadmap.yaml
roadmap: plan
title: Plan
areas:
  - area: ports
    title: Ports
  - area: ports
          ^^^^^ error roadmap-duplicate: The area “ports” is there already
    title: Harbours
actions:
  - action: "1"
    title: Controls
    deliverables:
      - deliverable: "1.1"
        title: Criteria
  - action: "1"
             ^ error roadmap-duplicate: The action “1” is there already
    title: Training
    deliverables:
      - deliverable: "1.1"
                      ^^^ error roadmap-duplicate: “1.1”
        title: Courses
`,
      { only },
    );
  });

  it('finds the second actor with an id', () => {
    expectFindings(
      `//- /actors.yaml
actors:
  - actor: flanders
    name: Flanders
    kind: country
  - actor: flanders
           ^^^^^^^^ error roadmap-duplicate: The actor “flanders”
    name: Flemish Region
    kind: country
`,
      { only },
    );
  });

  it('is silent about ids that only look alike, ids of another kind, and ids of another file', () => {
    expectFindings(
      `//- /plan.roadmap.yaml
roadmap: plan
title: Plan
areas:
  - area: "1"
    title: Ports
actions:
  - action: "1"
    title: Controls
  - action: "1a"
    title: More controls
  - action: "1.0"
    title: Still more controls
//- /other.roadmap.yaml
roadmap: other
title: Other plan
actions:
  - action: "1"
    title: Controls
//- /actors.yaml
actors:
  - actor: europol
    name: Europol
    kind: agency
`,
      { only },
    );
  });

  it('offers an id that is free', () => {
    const ids = (first: string, second: string, third: string) => {
      const action = (id: string) => `  - action: ${id}\n    title: Controls\n`;
      const source = `//- /plan.roadmap.yaml\nroadmap: plan\ntitle: Plan\nactions:\n${[first, second, third].map(action).join('')}`;
      return fixesOf(source, 'roadmap-duplicate').map(({ title, safe }) => `${title} ${safe}`);
    };
    assert.deepEqual(ids('"1"', '"7"', '"1"'), ['Change to “8” false']);
    assert.deepEqual(ids('A.1', 'A.1', 'A.3'), ['Change to “A.4” false']);
    assert.deepEqual(ids('ports', 'ports', 'ports-2'), ['Change to “ports-3” false']);
    assert.deepEqual(ids('5a', '5a', '5b'), ['Change to “5a-2” false']);
  });
});

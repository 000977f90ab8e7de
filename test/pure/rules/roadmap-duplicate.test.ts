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
      const action = (id: string) => `  - action: ${id}\n    title: Controls ${id.replace(/"/g, '')}\n`;
      const source = `//- /plan.roadmap.yaml\nroadmap: plan\ntitle: Plan\nactions:\n${[first, second, third].map(action).join('')}`;
      return fixesOf(source, 'roadmap-duplicate').map(({ title, safe }) => `${title} ${safe}`);
    };
    assert.deepEqual(ids('"1"', '"7"', '"1"'), ['Change to “8” false']);
    assert.deepEqual(ids('A.1', 'A.1', 'A.3'), ['Change to “A.4” false']);
    assert.deepEqual(ids('ports', 'ports', 'ports-2'), ['Change to “ports-3” false']);
    assert.deepEqual(ids('5a', '5a', '5b'), ['Change to “5a-2” false']);
  });

  it('points out titles and names that do not say which one is meant', () => {
    expectFindings(
      `//- /plan.roadmap.yaml
roadmap: plan
title: Plan
actions:
  - action: "1"
    title: Controls
    deliverables:
      - deliverable: "1.1"
        title: Yearly report
      - deliverable: "1.2"
        title: Yearly report.
               ^^^^^^^^^^^^^^ info roadmap-duplicate: Another deliverable of the action has this title
  - action: "2"
    title: CONTROLS
           ^^^^^^^^ info roadmap-duplicate: Another action has this title
    deliverables:
      - deliverable: "2.1"
        title: Yearly report
      - deliverable: "2.1"
                      ^^^ error roadmap-duplicate: “2.1”
        title: Yearly report
`,
      { only },
    );
    expectFindings(
      `//- /actors.yaml
actors:
  - actor: yard
    name: Harbour Yard
    short: HY
           ^^ info roadmap-duplicate: “HY” is a name of “House of Yards” (house) and “Harry” (harry) too
    kind: body
    replaces: old-yard
  - actor: old-yard
    name: Harbour Yard
    kind: body
  - actor: house
    name: House of Yards
    names: [The House, Europol]
                       ^^^^^^^ info roadmap-duplicate: “Europol” is a name of “European Union Agency for Law Enforcement Cooperation” (europol) too
    short: HY
           ^^ info roadmap-duplicate: “HY” is a name of “Harbour Yard” (yard) and “Harry” (harry) too
    kind: body
//- /more/actors.yaml
actors:
  - actor: harry
    name: Harry
    short: HY
           ^^ info roadmap-duplicate: “Harbour Yard” (yard) and “House of Yards” (house) too
    kind: body
`,
      { only },
    );
  });

  it('finds the id of a roadmap in another file, unless that one ships with Rapporteur', () => {
    const plan = (name: string, id: string, caret = '') =>
      `//- /${name}.roadmap.yaml\nroadmap: ${id}\n${caret}title: Plan\nactions:\n  - action: "1"\n    title: Controls\n`;
    const caret = '         ^^^^^^ error roadmap-duplicate: Another file of the workspace has a roadmap “plan-1” too\n';
    expectFindings(plan('a', 'plan-1', caret) + plan('b', 'plan-1', caret) + plan('c', 'plan'), { only });
    expectFindings(plan('a', 'eu-drugs-2023'), { only });
    assert.deepEqual(
      fixesOf(plan('a', 'plan-1') + plan('b', 'plan-1') + plan('c', 'plan-2'), 'roadmap-duplicate').map(
        ({ title }) => title,
      ),
      ['Change to “plan-3”'],
    );
  });
});

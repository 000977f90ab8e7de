import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';

const only = ['roadmap-actor-unknown'];

describe('roadmap-actor-unknown', () => {
  it('finds ids in a roadmap that no actor has, and names where ids belong', () => {
    expectFindings(
      `//- /plan.roadmap.yaml
roadmap: plan
title: Plan
actions:
  - action: "1"
    title: Controls
    actors: [commission, eurpol]
                         ^^^^^^ error roadmap-actor-unknown: Did you mean “europol”?
    deliverables:
      - deliverable: "1.1"
        title: Criteria
        actors:
          - Member States
            ^^^^^^^^^^^^^ error roadmap-actor-unknown: Write “member-states” for “Member States”
commitments:
  - commitment: C1
    title: Evaluation
    actors: nobody-at-all
            ^^^^^^^^^^^^^ error roadmap-actor-unknown: no actor with the id “nobody-at-all”
`,
      { only },
    );
  });

  it('finds predecessors and wholes of actors that do not exist', () => {
    expectFindings(
      `//- /actors.yaml
actors:
  - actor: flanders
    name: Flemish Region
    kind: country
    part-of: [benelux-union, member-state]
              ^^^^^^^^^^^^^ error roadmap-actor-unknown: benelux-union
                             ^^^^^^^^^^^^ error roadmap-actor-unknown: “member-states”
  - actor: new-agency
    name: New Agency
    kind: agency
    replaces: old-agency
              ^^^^^^^^^^ error roadmap-actor-unknown: old-agency
`,
      { only },
    );
  });

  it('is silent about built-in actors, those of the workspace, and names in texts', () => {
    expectFindings(
      `//- /plan.roadmap.yaml
roadmap: plan
title: Plan of the nobody-at-all
actions:
  - action: "1"
    title: Controls by eurpol
    actors: [europol, flanders]
  - action: "2"
    title: Training
//- /actors.yaml
actors:
  - actor: flanders
    name: Flemish Region
    kind: country
    part-of: belgium
    url: https://example.org/member-state
`,
      { only },
    );
  });
});

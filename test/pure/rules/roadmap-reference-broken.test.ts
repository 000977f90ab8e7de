import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';

const only = ['roadmap-reference-broken'];
const roadmap = (area: string) => `//- /plan.roadmap.yaml
roadmap: plan
title: Plan
areas:
  - area: ports
    title: Ports
actions:
  - action: "1"
    title: Controls
${area}`;

describe('roadmap-reference-broken', () => {
  it('finds an action in an area that is not there', () => {
    expectFindings(
      roadmap(`    area: port
          ^^^^ error roadmap-reference-broken: Did you mean “ports”?
`),
      { only },
    );
    expectFindings(
      `//- /plan.roadmap.yaml
roadmap: plan
title: Plan
actions:
  - action: "1"
    title: Controls
    area: ports
          ^^^^^ error roadmap-reference-broken: has no areas yet
`,
      { only },
    );
  });

  it('is silent about areas that are there, actions in none, and areas in titles', () => {
    expectFindings(roadmap('    area: ports\n'), { only });
    expectFindings(roadmap(''), { only });
    expectFindings(roadmap('').replace('Controls', 'Controls in the area port'), { only });
  });
});

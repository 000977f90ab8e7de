import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { expectFix } from '../../fixes';

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

  const related = (relations: string, other = '') => `//- /plan.roadmap.yaml
roadmap: plan
title: Plan
actions:
  - action: "1"
    title: Controls
    relates:
${relations}  - action: "2"
    title: Training
    deliverables:
      - deliverable: "2.1"
        title: Courses
//- /other.roadmap.yaml
roadmap: other
title: Another plan
reference: COM(2021) 170 final
actions:
  - action: "1"
    title: Ships
${other}commitments:
  - commitment: C1
    title: Review
`;

  it('finds a relation to a roadmap, an action or a deliverable that is not there', () => {
    expectFindings(
      related(`      - to: othr
            ^^^^ error roadmap-reference-broken: no roadmap “othr”, so this relation leads nowhere. Did you mean “other”?
        action: "1"
      - to: other
        action: ["1", "7"]
                       ^ error roadmap-reference-broken: “Another plan” has no action “7”
      - deliverable: 2.2
                     ^^^ error roadmap-reference-broken: “Plan” has no deliverable or commitment “2.2”
      - to: COM(2021) 170
        commitment: C2
                    ^^ error roadmap-reference-broken: “Another plan” has no deliverable or commitment “C2”
`),
      { only },
    );
  });

  it('is silent about relations that lead somewhere, and to documents that are no roadmap here', () => {
    expectFindings(
      related(`      - to: other
        commitment: C1
      - to: COM(2021) 170 final
        action: "1"
      - to: Another plan
      - action: "2"
        how: part-of
      - deliverable: ["2.1"]
        note: What is taught.
      - to: Multi-annual Action Plan 2022-2025
        action: ["10", "11"]
      - to: ST 1/20
        action: "99"
`),
      { only },
    );
  });

  it('finds circles of relations that go one way, over files, and what relates to itself', () => {
    expectFindings(
      related(
        `      - to: other
        action: "1"
                 ^ error roadmap-reference-broken: “replaces” leads back to where it starts: other:1 → plan:1
        how: replaces
      - action: "1"
                 ^ error roadmap-reference-broken: relates an item to itself
`,
        `    relates:
      - to: plan
        action: "1"
                 ^ error roadmap-reference-broken: “replaces” leads back to where it starts: plan:1 → other:1
        how: replaces
`,
      ),
      { only },
    );
  });

  it('is silent about circles that say something', () => {
    const both = (how: string, back: string) =>
      related(
        `      - to: other\n        action: "1"\n${how}`,
        `    relates:\n      - to: plan\n        action: "1"\n${back}`,
      );
    for (const how of ['        how: overlaps\n', '        how: supports\n', '']) {
      expectFindings(both(how, how), { only });
    }
    expectFindings(both('        how: builds-on\n', '        how: supports\n'), { only });
  });

  it('takes another name for a broken one', () => {
    const fixture = related('      - to: othr\n        action: "1"\n      - to: other\n        commitment: C\n');
    const code = 'roadmap-reference-broken';
    expectFix(fixture, { code, title: 'Change to “other”', safe: true }, '      - to: other');
    expectFix(fixture, { code, title: 'Change to “C1”', safe: true }, '        commitment: C1');
  });

  it('finds actors that are a part of themselves or replace themselves', () => {
    expectFindings(
      `//- /actors.yaml
actors:
  - actor: dock
    name: Dock
    kind: body
    part-of: [harbour, member-states]
              ^^^^^^^ error roadmap-reference-broken: This way “Dock” is a part of itself. Take this away, or what leads back from “harbour”.
  - actor: harbour
    name: Harbour
    kind: body
    part-of:
      - dock
        ^^^^ error roadmap-reference-broken: “Harbour” is a part of itself
  - actor: pier
    name: Pier
    kind: body
    part-of: [pier, dock]
              ^^^^ error roadmap-reference-broken: “Pier” is a part of itself
    replaces: quay
              ^^^^ error roadmap-reference-broken: This way “Pier” replaces itself
  - {actor: quay, name: Quay, kind: body, replaces: pier}
                                                    ^^^^ error roadmap-reference-broken: “Quay” replaces itself
  - actor: jetty
    name: Jetty
    kind: body
    replaces: quay
    part-of: dock
`,
      { only },
    );
  });
});

import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { expectFix } from '../../fixes';

const only = ['action-ambiguous'];

const PLAN = `
//- /ports.roadmap.yaml
roadmap: ports
title: Ports plan
actions:
  - action: "6"
    title: Ports that join the alliance
    actors: [commission]
  - action: "30"
    title: Training of ports
    actors: [commission]
`;

function markdown(body: string): string {
  return `//- /draft.report.md\n---\nroadmap: [eu-drugs-2023, ports]\ndate: 2024-06-03\n---\n\n${body}${PLAN}`;
}

function yaml(entries: string): string {
  return `//- /draft.report.yaml\nroadmap: [eu-drugs-2023, ports]\ndate: 2024-06-03\nentries:\n${entries}${PLAN}`;
}

describe('action-ambiguous', () => {
  it('warns in a heading, a row and an item', () => {
    expectFindings(
      markdown(`## Action 6
          ^ warning action-ambiguous: “6” is an action of “EU roadmap to fight drug trafficking and organised crime” and “Ports plan”

Text.

| Action | Status |
| --- | --- |
| 6 | in progress |
  ^ warning action-ambiguous: Name the roadmap with it
`),
      { only },
    );
    expectFindings(
      yaml(`  - action: "6"
             ^ warning action-ambiguous: “6” is an action of
    status: in-progress
`),
      { only },
    );
  });

  it('says what a number in the scope means where several have it', () => {
    const scope = `scope:
  actions: ["6", Action 6, ports:6, "30", 5 (eu-drugs-2023)]
             ^ info action-ambiguous: “6” is an action of “EU roadmap to fight drug trafficking and organised crime” and “Ports plan”, and both are in the scope.
                 ^^^^^^^^ info action-ambiguous: and both are in the scope
  except:
    - action: "6"
               ^ warning action-ambiguous: and both are left out of the scope. Name the roadmap with it, as in “eu-drugs-2023:6”.
      reason: Later.
    - action: "5"
      reason: Later.
`;
    expectFindings(markdown('Text.\n').replace('date:', `${scope}date:`), { only });
    expectFindings(yaml('  - text: Text.\n').replace('date:', `${scope}date:`), { only });
    expectFix(
      markdown('## Ports that join the alliance\n\nText.\n').replace('date:', 'scope:\n  actions: ["6"]\ndate:'),
      { code: 'action-ambiguous', title: 'Make it Action 6 of “Ports plan”', safe: false },
      '  actions: ["ports:6"]',
    );
  });

  it('leaves a roadmap that the report is not on to the rule on unknown actions', () => {
    expectFindings(
      markdown(
        '## Action 6 (luxembourg-2015)\n\nText.\n\n## Action 6 (prots)\n          ^ warning action-ambiguous: “6”\n',
      ),
      { only },
    );
  });

  it('is silent where one roadmap has it, the title decides, or the roadmap is named', () => {
    expectFindings(
      markdown(`## Action 5

See Action 6.

## Action 30

Text.

## Action 6: Ports that join the alliance

Text.

## Action 6 (eu-drugs-2023)

Text.
`),
      { only },
    );
    expectFindings(yaml('  - action: ports:6\n    text: Text.\n  - action: "30"\n    text: See Action 6.\n'), { only });
  });

  it('names the roadmap as the place allows', () => {
    const fix = { code: 'action-ambiguous', title: 'Make it Action 6 of “Ports plan”', safe: false };
    const settings = { settings: { rules: { 'action-unreferenced': 'off' } } } as const;
    expectFix(markdown('## Action 6\n\nText.\n'), fix, '## Action 6 (ports)', settings);
    expectFix(markdown('## Actions 5 and 6\n\nText.\n'), fix, '## Actions 5 and ports:6', settings);
    expectFix(yaml('  - action: "6"\n    text: Text.\n'), fix, '  - action: "ports:6"', settings);
    expectFix(yaml('  - action: 6\n    text: Text.\n'), fix, '  - action: ports:6', settings);
  });
});

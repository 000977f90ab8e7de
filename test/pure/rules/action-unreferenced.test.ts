import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix, findingsOf, fixesOf } from '../../fixes';

const only = ['action-unreferenced'];
const code = 'action-unreferenced';
const NETWORKS = 'scope:\n  areas: [networks]';

describe('action-unreferenced', () => {
  it('is one finding on the line of the roadmap, in both formats', () => {
    expectFindings(
      `
//- /draft.report.md
---
roadmap: eu-drugs-2023
^^^^^^^^^^^^^^^^^^^^^^ warning action-unreferenced: 4 of the 6 actions in the report’s scope are missing: 4, 5, 8 and 9. Report on each missing action, if only “no progress to report”, or leave it out in the header, under “scope” and “except”, with a reason.
${NETWORKS}
---

## Action 6

See Action 7.
`,
      { only },
    );
    expectFindings(
      `
//- /draft.report.yaml
title: Progress report
roadmap: eu-drugs-2023
^^^^^^^^^^^^^^^^^^^^^^ warning action-unreferenced: 4, 5, 8 and 9
${NETWORKS}
entries:
  - action: ["6", "7"]
    text: Text.
`,
      { only },
    );
  });

  it('stands on the first line where there is neither', () => {
    expectFindings(
      `
//- /notes.report.md
# Progress report
^^^^^^^^^^^^^^^^^ warning action-unreferenced: All 17 actions are missing. Report on each

Text.
`,
      { only, settings: { roadmap: 'eu-drugs-2023' } },
    );
  });

  it('points at each action in the roadmap', () => {
    const { findings } = findingsOf(markdownDraft('## Action 6\n\nText.\n', NETWORKS));
    const related = findings.find((finding) => finding.code === code)?.related ?? [];
    assert.deepEqual(
      related.map(({ message }) => message.split(':')[0]),
      ['Action 4', 'Action 5', 'Action 7', 'Action 8', 'Action 9'],
    );
    assert.ok(related.every(({ uri }) => uri.endsWith('eu-drugs-2023.roadmap.yaml')));
  });

  it('tells what is absent from what seems to be reported under another title, absent actions first', () => {
    const title = '## Setting up a network of specialised prosecutors and judges';
    const text = 'Eurojust prepares a network of specialised prosecutors and judges, who deal with criminal networks.';
    const draft = (actions: string) => markdownDraft(`${title}\n\n${text}\n`, `scope:\n  actions: [${actions}]`);
    const findingOf = (actions: string) => findingsOf(draft(actions)).findings.find((finding) => finding.code === code);

    const both = findingOf('"5", "8", "14"');
    assert.equal(
      both?.message,
      '2 of the 3 actions in the report’s scope are missing: 8 and 14. 1 more is probably reported without being ' +
        'named: 5. Report on each missing action, if only “no progress to report”, or leave it out in the header, ' +
        'under “scope” and “except”, with a reason.',
    );
    assert.deepEqual(
      both?.related.map(({ message }) => message.replace(/:.* – |:.*/, ' – ')),
      ['Action 8 – ', 'Action 14 – ', `Action 5 – probably in section “${title.slice(3)}”`],
    );
    assert.equal(
      findingOf('"5"')?.message,
      'The only action in the report’s scope is probably reported without being named: 5. Name each in the heading of ' +
        'its section.',
    );
  });

  it('says of which roadmap, where there are several', () => {
    expectFindings(
      `
//- /ports.roadmap.yaml
roadmap: ports
title: Ports plan
actions:
  - action: "P1"
    title: Fences around terminals
    actors: [commission]
  - action: "P2"
    title: Lights on quays
    actors: [commission]
//- /draft.report.md
---
roadmap: [eu-drugs-2023, ports]
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning action-unreferenced: 1 of the 2 actions of “Ports plan” is missing: P2. Report on the missing action, if only
scope:
  actions: ["8", "P1", "P2"]
---

## Action 8

Text.

## Action P1

Text.
`,
      { only },
    );
  });

  it('counts every way to name an action', () => {
    expectFindings(
      markdownDraft(
        `
## Overview

| Action | Status |
| --- | --- |
| 4 | in progress |

## Networks <!-- Action 5 -->

Actions 6-8 go on.

## Towards a more robust legal framework against organised crime

Text.
`,
        NETWORKS,
      ),
      { only },
    );
    expectFindings(
      yamlDraft('  - action: ["4", "5", "6"]\n    text: See eu-drugs-2023:7.\n  - action: ["8", "9"]\n', NETWORKS),
      { only },
    );
  });

  it('does not count comments, code and other plans', () => {
    expectFindings(
      `
//- /draft.report.md
---
roadmap: eu-drugs-2023
^^^^^^^^^^^^^^^^^^^^^^ warning action-unreferenced: 2 of the 3 actions in the report’s scope are missing: 14 and 15.
scope:
  actions: ["8", "14", "15"]
---

## Action 8

The code is \`Action 15\`. <!-- Action 14 is missing. --> See action 14 of the Multi-Annual Action Plan.
`,
      { only },
    );
  });

  it('leaves alone what the scope leaves out', () => {
    const except = 'scope:\n  actions: ["8", "14"]\n  except:\n    - action: "14"\n      reason: next year';
    expectFindings(markdownDraft('## Action 8\n\nText.\n', except), { only });
    expectFindings(yamlDraft('  - action: "8"\n    text: Text.\n', except), { only });
    expectFindings(markdownDraft('## Actions 10 and 12\n\nText.\n', 'scope:\n  actors: [eucpn, enaa]'), { only });
    expectFindings(markdownDraft('Text.\n', 'scope:\n  areas: [nothing]'), { only });
  });

  it('is silent without a roadmap, and where a misspelt number stands beside the action’s title', () => {
    expectFindings('---\nroadmap: unknown\n---\n\nText.\n', { only });
    expectFindings(
      markdownDraft(
        '## Action 88: Unlocking the potential of Schengen Information System alerts\n\nText.\n',
        'scope:\n  actions: ["8"]',
      ),
      { only },
    );
  });

  it('offers all and each', () => {
    assert.deepEqual(
      fixesOf(markdownDraft('## Action 8\n\nText.\n', 'scope:\n  actions: ["8", "14", "17"]'), code).map(
        (fix) => fix.title,
      ),
      [
        'Insert sections for all 2 actions without one',
        'Insert a section for Action 14',
        'Insert a section for Action 17',
        'Leave Action 14 out of the scope, with a reason',
        'Leave Action 17 out of the scope, with a reason',
      ],
    );
    expectFix(
      yamlDraft('  - action: "8"\n    text: Text.\n', 'scope:\n  actions: ["8", "17"]'),
      { code, title: 'Insert an entry for Action 17', safe: false },
      `  - action: "17" # Strengthening law enforcement and judicial cooperation with uncooperative jurisdictions
    status: "[insert status]"
    actors: [commission, member-states]
    text: |
      [insert what was done, by whom and when]
    next:
      - text: "[insert who will do what by when]"`,
    );
  });
});

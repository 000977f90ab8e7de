import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix } from '../../fixes';

const only = ['status-unknown'];

describe('status-unknown', () => {
  it('offers the nearest status', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Status:** in progres
              ^^^^^^^^^^ error status-unknown: Did you mean “in progress”?
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "5"
    status: deliverd
            ^^^^^^^^ error status-unknown: Did you mean “delivered”?
    deliverables:
      - deliverable: "5.1"
        status: delaied
                ^^^^^^^ error status-unknown: Did you mean “delayed”?
`),
      { only },
    );
  });

  it('lists the statuses where none is near', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Status:** green
              ^^^^^ error status-unknown: Write one of: not started, in progress, delivered, delayed, dropped, recurring.
`),
      { only },
    );
  });

  it('finds the status that the words begin with', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Status:** delayed until the next Presidency
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error status-unknown: Did you mean “delayed”?
`),
      { only },
    );
  });

  it('corrects a slip safely, and keeps a remark', () => {
    expectFix(
      markdownDraft('## Action 5\n\n- **Status:** in progres\n'),
      { code: 'status-unknown', title: 'Change to “in progress”', safe: true },
      '- **Status:** in progress',
    );
    expectFix(
      yamlDraft('  - action: "5"\n    status: delayed until the next Presidency\n'),
      { code: 'status-unknown', title: 'Put the rest behind “delayed” in brackets', safe: false },
      '    status: delayed (until the next Presidency)',
    );
  });

  it('looks at table rows, those of summaries too', () => {
    expectFindings(
      markdownDraft(`
| Action | Status |
| --- | --- |
| Action 5 | okay |
             ^^^^ error status-unknown
| Action 6 | – |
| Action 7 | on track |

## Action 5

- **Status:** in progress
`),
      { only },
    );
  });

  it('knows the statuses that a roadmap declares', () => {
    expectFindings(
      `//- /plan.roadmap.yaml
roadmap: plan
title: Plan
statuses:
  - status: green
    as: in-progress
    names: [on schedule]
actions:
  - action: "1"
    title: First thing
//- /draft.report.yaml
roadmap: plan
date: 2024-06-03
entries:
  - action: "1"
    status: on schedule
`,
      { only },
    );
  });

  it('does not offer the opposite', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Status:** not in progress
              ^^^^^^^^^^^^^^^ error status-unknown: counts as having none. Did you mean “no progress”?
`),
      { only },
    );
  });

  it('is silent on names, remarks, placeholders and nothing', () => {
    for (const status of [
      'On track',
      'delivered (in part)',
      'no progress to report',
      'No progress',
      '[to be completed]',
      'TBC',
      '',
    ]) {
      expectFindings(markdownDraft(`## Action 5\n\n- **Status:** ${status}\n`), { only });
    }
    expectFindings(yamlDraft('  - action: "5"\n    status: not-started\n  - action: "6"\n    status:\n'), { only });
  });
});

import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix } from '../../fixes';

const only = ['action-unreported'];

describe('action-unreported', () => {
  it('reports an entry without a status and without text', () => {
    expectFindings(
      markdownDraft(`
## Action 8
          ^ info action-unreported: Action 8 has an entry, but neither a status nor a text

- **Actors:** Europol

## Action 14
          ^^ info action-unreported: Action 14 has an entry
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "8"
             ^ info action-unreported: Set the status, or write a sentence
    actors: [europol]
`),
      { only },
    );
  });

  it('reports an action that is only mentioned, once', () => {
    expectFindings(
      markdownDraft(`
## Action 8

The operations under Action 14 use the alerts. Action 14 is important.
                     ^^^^^^^^^ info action-unreported: Action 14 is only mentioned: no entry reports on it.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - section: Introduction
    text: The operations under Action 14 use the alerts of Action 8.
                               ^^^^^^^^^ info action-unreported: Action 14
                                                           ^^^^^^^^ info action-unreported: Action 8
`),
      { only },
    );
  });

  it('takes a status, a sentence and a row for a report', () => {
    expectFindings(
      markdownDraft(`
## Overview

See Actions 8, 9, 14 and 15.

| Action | Status |
| --- | --- |
| 15 | in progress |

## Action 8

No progress to report.

## Action 9

- **Status:** not started

## Action 14

### Operations

Two were supported.
`),
      { only },
    );
    expectFindings(yamlDraft('  - action: "8"\n    status: dropped\n  - action: "9"\n    text: See Action 8.\n'), {
      only,
    });
  });

  it('leaves entries that wait for somebody, unknown actions and those out of scope alone', () => {
    const scope = 'scope:\n  areas: [networks]\n  except:\n    - action: "7"\n      reason: next year';
    expectFindings(
      markdownDraft(
        '## Action 8\n\n- **Status:** [insert status]\n\n## Action 99\n\n## Action 7\n\nSee Action 14.\n',
        scope,
      ),
      { only },
    );
    expectFindings(yamlDraft('  - action: "8"\n    status: TBC\n  - action: "7"\n  - action: "14"\n', scope), { only });
  });

  it('leaves a status that cannot be read to its own rule', () => {
    expectFindings(markdownDraft('## Action 8\n\n- **Status:** so-so\n'), { only });
    expectFindings(yamlDraft('  - action: "8"\n    status: so-so\n'), { only });
  });

  it('inserts a section on an action that is only mentioned', () => {
    expectFix(
      markdownDraft('## Action 8\n\nSee Action 17.\n', 'scope:\n  actions: ["8", "17"]'),
      { code: 'action-unreported', title: 'Insert a section for Action 17', safe: false },
      `## Action 17: Strengthening law enforcement and judicial cooperation with uncooperative jurisdictions

- **Status:** [insert status]
- **Actors:** Commission, Member States

[insert what was done, by whom and when]

**Next steps**

- [insert who will do what by when]
`,
    );
  });
});

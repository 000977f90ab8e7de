import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['status-contradiction'];

describe('status-contradiction', () => {
  it('finds a completion date of something that is not delivered', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Status:** in progress
              ^^^^^^^^^^^ warning status-contradiction: a completion date is given (14 May 2024)
- **Completed:** 14 May 2024
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "5"
    status: in-progress
    deliverables:
      - deliverable: "5.1"
        status: not-started
                ^^^^^^^^^^^ warning status-contradiction: a completion date is given (2024-05-14)
        completed: 2024-05-14
`),
      { only },
    );
  });

  it('finds evidence of something that has not started, and a revised deadline of something dropped', () => {
    expectFindings(
      yamlDraft(`
  - action: "5"
    status: not-started
            ^^^^^^^^^^^ warning status-contradiction: evidence is given
    evidence:
      - ST 9999/24
  - action: "6"
    status: dropped
            ^^^^^^^ warning status-contradiction: a revised deadline is given (end of 2025)
    revised: end of 2025
`),
      { only },
    );
  });

  it('finds a deliverable that is open while the action is delivered', () => {
    expectFindings(
      yamlDraft(`
  - action: "4"
    status: delivered
    deliverables:
      - deliverable: "4.3"
        status: in-progress
                ^^^^^^^^^^^ warning status-contradiction: The action is “delivered”
      - deliverable: "4.5"
        status: delivered
`),
      { only },
    );
  });

  it('finds a text that says the opposite and nothing else', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Status:** delivered
              ^^^^^^^^^ warning status-contradiction: the text says “No progress to report.”

No progress to report.
`),
      { only },
    );
  });

  it('is silent on what can be true together', () => {
    expectFindings(
      markdownDraft(`
## Action 4

- **Status:** delivered
- **Completed:** 14 May 2024
- **Evidence:** ST 9999/24

Until March there was no progress to report; then everything went fast.

**Next steps**

- Europol will update the mapping in 2026.

## Action 5

- **Status:** recurring
- **Completed:** 14 May 2024

## Action 6

- **Status:** not started
- **Evidence:** none

No progress to report.

## Action 7

- **Status:** dropped
- **Reason:** taken over by Action 6

**Next steps**

- The Commission will inform the Council in autumn 2024.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "4"
    status: in-progress
    evidence: [ST 9999/24]
    deliverables:
      - deliverable: "4.3"
        status: delivered
        completed: 2024-05-14
`),
      { only },
    );
  });

  it('leaves a completion in the future to completed-in-future', () => {
    expectFindings(markdownDraft('## Action 5\n\n- **Status:** in progress\n- **Completed:** 14 May 2025\n'), { only });
  });

  it('takes the completion of a recurring deadline for that of its last time', () => {
    expectFindings(
      `//- /plan.roadmap.yaml
roadmap: plan
title: Plan
actions:
  - action: "1"
    title: Reports
    deliverables:
      - deliverable: "1.1"
        title: Report every two years
        due: 2024-12-31
        every: P2Y
//- /draft.report.yaml
roadmap: plan
date: 2024-06-03
entries:
  - action: "1"
    status: in-progress
    deliverables:
      - deliverable: "1.1"
        status: in-progress
        completed: 2023-01-31
`,
      { only },
    );
  });
});

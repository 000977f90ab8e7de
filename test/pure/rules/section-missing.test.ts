import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';

const only = ['section-missing'];

describe('section-missing', () => {
  it('looks at drafts that say their kind', () => {
    expectFindings(
      `
---
roadmap: eu-drugs-2023
kind: progress-report
      ^^^^^^^^^^^^^^^ hint section-missing: no section “Introduction” and no section “Way forward”
---

## Action 5

Eurojust prepares the network.
`,
      { only },
    );
  });

  it('looks at drafts that have one of the sections', () => {
    expectFindings(
      `//- /draft.report.yaml
roadmap: eu-drugs-2023
^^^^^^^^^^^^^^^^^^^^^^ hint section-missing: no section “Way forward”
entries:
  - section: Introduction
    text: The first half of 2024.
  - action: "5"
    text: Eurojust prepares the network.
`,
      { only },
    );
  });

  it('is silent where prose, entries and next steps do the same work', () => {
    expectFindings(
      `
---
roadmap: eu-drugs-2023
kind: progress-report
---

This report covers the first half of 2024.

## Action 5

**Next steps**

- Eurojust will open the network (autumn 2024).
`,
      { only },
    );
  });

  it('is silent about plain lists of actions, pasted texts and empty drafts', () => {
    expectFindings('---\nroadmap: eu-drugs-2023\n---\n\n## Action 5\n\nDone.\n', { only });
    expectFindings('---\nroadmap: eu-drugs-2023\n---\n\nState of play\n\nThe ports are open.\n', { only });
    expectFindings('---\nroadmap: eu-drugs-2023\nkind: progress-report\n---\n', { only });
  });
});

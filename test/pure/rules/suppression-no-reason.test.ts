import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['suppression-no-reason'];

describe('suppression-no-reason', () => {
  it('finds comments that hide findings without a reason', () => {
    expectFindings(
      markdownDraft(`
<!-- rapporteur-disable-next-line section-empty -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info suppression-no-reason: -- and the reason
## Introduction
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  # rapporteur-disable-next-line section-empty
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info suppression-no-reason: Say why
  - section: Introduction
`),
      { only },
    );
  });

  it('finds an exception without a reason', () => {
    expectFindings(
      `
---
roadmap: eu-drugs-2023
scope:
  except:
    - action: "8"
               ^ info suppression-no-reason: “8” is left out of this report without a reason
---
`,
      { only },
    );
  });

  it('is silent about comments and exceptions with a reason, and about other comments', () => {
    expectFindings(markdownDraft('\n<!-- rapporteur-disable-next-line section-empty -- later -->\n## A\n'), { only });
    expectFindings(
      '---\nroadmap: eu-drugs-2023\nscope:\n  except:\n    - action: "8"\n      reason: next evaluation in 2026\n---\n',
      { only },
    );
    expectFindings(markdownDraft('\n<!-- rapporteur is a tool -->\n\nText.\n'), { only });
    expectFindings(yamlDraft('  # to be written\n  - section: Introduction\n'), { only });
  });
});

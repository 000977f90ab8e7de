import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';

const only = ['syntax'];

describe('syntax', () => {
  it('finds a colon in a title of the front matter', () => {
    expectFindings(
      `
---
roadmap: eu-drugs-2023
title: Progress report: the first half of 2024
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error syntax: Put the whole text in quotation marks
---
`,
      { only },
    );
  });

  it('finds an unclosed quotation mark in a YAML report, and reads on behind it', () => {
    expectFindings(
      `//- /draft.report.yaml
roadmap: eu-drugs-2023
entries:
  - action: "5"
    reason: "the budget
            ^^^^^^^^^^^ error syntax: never closed
    text: Eurojust prepares the network.
`,
      { only },
    );
  });

  it('finds a slip in a roadmap file', () => {
    expectFindings(
      `//- /plan.roadmap.yaml
roadmap: plan
title: Plan: ports
       ^^^^^^^^^^^ error syntax: quotation marks
actions:
  - action: "1"
    title: Controls
`,
      { only },
    );
  });

  it('cannot be hidden', () => {
    expectFindings(
      `
---
# rapporteur-disable-next-line syntax -- accepted
title: Progress report: the first half of 2024
       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error syntax: quotation marks
roadmap: eu-drugs-2023
---
`,
      { only },
    );
  });

  it('is silent about colons, dashes and quotation marks where they are sound', () => {
    expectFindings(
      `
---
roadmap: eu-drugs-2023
title: "Progress report: the first half of 2024"
reference: ST 10270/24 - as agreed
url: https://example.org/a:b
---

Prose: with a colon, "quotation marks and [brackets.
`,
      { only },
    );
    expectFindings(
      `//- /draft.report.yaml
roadmap: eu-drugs-2023
entries:
  - action: "5"
    text: |
      Status: in progress. "Not closed
      - a dash
`,
      { only },
    );
  });
});

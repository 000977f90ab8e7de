import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix, fixesOf } from '../../fixes';

const only = ['date-order'];

describe('date-order', () => {
  it('finds a revised deadline before the one that it replaces', () => {
    expectFindings(
      markdownDraft(`
## Action 4

- **Revised deadline:** 31 January 2024
                        ^^^^^^^^^^^^^^^ warning date-order: before the one that it replaces
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "4"
    deliverables:
      - deliverable: "4.5"
        revised: 2024-12-31
                 ^^^^^^^^^^ warning date-order: the one that it replaces (31 December 2025)
`),
      { only },
    );
  });

  it('finds a next step before the day of the report; a date read from a sentence is a hint', () => {
    expectFindings(
      yamlDraft(`
  - action: "5"
    next:
      - text: Present the network
        due: spring 2023
             ^^^^^^^^^^^ warning date-order: due by 31 May 2023, before the day of the report (3 June 2024)
`),
      { only },
    );
    expectFindings(
      markdownDraft(`
## Action 5

**Next steps**

- Eurojust will present the network on 14 May 2023.
                                       ^^^^^^^^^^^ hint date-order: before the day of the report
`),
      { only },
    );
  });

  it('finds a report dated before the previous one', () => {
    expectFindings(
      `//- /before.report.yaml
roadmap: eu-drugs-2023
date: 2024-12-01
entries: []
//- /draft.report.md
---
roadmap: eu-drugs-2023
date: 2024-06-03
      ^^^^^^^^^^ warning date-order: before the previous report (1 December 2024)
previous: ./before.report.yaml
---
`,
      { only },
    );
  });

  it('is silent where the order is right or cannot be told', () => {
    expectFindings(
      `//- /before.report.yaml
roadmap: eu-drugs-2023
date: 2024-01-10
entries: []
${markdownDraft(
  `
## Action 4

- **Revised deadline:** end of 2024

**Next steps**

- Europol will update the mapping of 2024 in June 2024.
- Europol will publish it.
- The Commission will follow up on the conclusions of 4 March 2024.

## Action 5

- **Revised deadline:** end of 2020
`,
  'previous: ./before.report.yaml',
)}`,
      { only },
    );
    expectFindings(yamlDraft('  - action: "4"\n    revised: end of 2024\n    next:\n      - due: 2024-06-03\n'), {
      only,
    });
    // An action with a later and an earlier deadline: the earlier one is revised.
    expectFindings(yamlDraft('  - action: "4"\n    revised: 2025-06-30\n'), { only });
  });

  it('offers the next year, where that puts the dates in order', () => {
    const code = 'date-order';
    expectFix(
      yamlDraft(
        '  - action: "4"\n    status: delayed\n    revised: 31 January 2024\n    reason: late data\n    text: Text.\n',
      ),
      { code, title: 'Change to “31 January 2025”', safe: false },
      '    revised: 31 January 2025',
    );
    expectFix(
      `//- /draft.report.yaml\nroadmap: eu-drugs-2023\ndate: 2023-06-03\nprevious: ./before.report.yaml\nentries: []\n//- /before.report.yaml\nroadmap: eu-drugs-2023\ndate: 2023-12-15\nentries: []\n`,
      { code, title: 'Change to “2024-06-03”', safe: false },
      'date: 2024-06-03',
      { settings: { rules: { 'action-unreferenced': 'off' } } },
    );
    const titles = (entry: string) => fixesOf(yamlDraft(entry), code).map(({ title }) => title);
    // A year is not enough, or not what it is about.
    assert.deepEqual(titles('  - action: "4"\n    revised: 31 January 2020\n    text: Text.\n'), []);
    assert.deepEqual(titles('  - action: "4"\n    revised: 2020-01-01/2021-01-01\n    text: Text.\n'), []);
  });
});

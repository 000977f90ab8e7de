import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix } from '../../fixes';

const only = ['deadline-mismatch'];

describe('deadline-mismatch', () => {
  it('compares the stated deadline with the roadmap', () => {
    expectFindings(
      markdownDraft(`
## Action 6

- **Deadline:** by mid-2025
                ^^^^^^^^^^^ warning deadline-mismatch: “by mid-2024” (by 30 June 2024)
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "6"
    due: by mid-2025
         ^^^^^^^^^^^ warning deadline-mismatch: is not the deadline of the roadmap
`),
      { only },
    );
  });

  it('compares a deliverable with its own deadline only', () => {
    expectFindings(
      yamlDraft(`
  - action: "4"
    due: by 2025
    deliverables:
      - deliverable: "4.3"
        due: by 2025
             ^^^^^^^ warning deadline-mismatch: “in early 2024” (1 January 2024 to 31 March 2024)
      - deliverable: "4.5"
        due: by 2025
`),
      { only },
    );
  });

  it('compares a table cell', () => {
    expectFindings(
      markdownDraft(`
| Action | Deadline |
| --- | --- |
| Action 6 | by mid-2025 |
             ^^^^^^^^^^^ warning deadline-mismatch: is not the deadline of the roadmap
| Action 4 | early 2024 |
`),
      { only },
    );
  });

  it('offers the words of the roadmap', () => {
    expectFix(
      yamlDraft('  - action: "5"\n  - action: "6"\n    due: by mid-2025\n'),
      { code: 'deadline-mismatch', title: 'Write “by mid-2024”, as the roadmap does', safe: false },
      '    due: by mid-2024',
    );
  });

  it('takes other words for the same last day as the same', () => {
    for (const due of ['30 June 2024', 'by 30 June 2024', 'June 2024', 'Q2 2024', 'mid-2024', 'first half of 2024']) {
      expectFindings(markdownDraft(`## Action 6\n\n- **Deadline:** ${due}\n`), { only });
    }
    for (const due of ['end of 2024', 'by the end of 2024', '2024', 'as of November 2023', 'November 2023']) {
      expectFindings(markdownDraft(`## Action 7\n\n- **Deadline:** ${due}\n`), { only });
    }
    for (const due of ['as from 2024', '2024', '1 January 2024', 'from 2024']) {
      expectFindings(markdownDraft(`## Action 11\n\n- **Deadline:** ${due}\n`), { only });
    }
  });

  it('is silent where the roadmap has no date, and where the date cannot be read', () => {
    expectFindings(markdownDraft('## Action 5\n\n- **Deadline:** end of 2024\n'), { only });
    expectFindings(markdownDraft('## Action 6\n\n- **Deadline:** when it is ready\n'), { only });
    expectFindings(markdownDraft('## Action 99\n\n- **Deadline:** end of 2024\n'), { only });
  });

  it('is silent about a new date in its own field, and about repeating that', () => {
    expectFindings(markdownDraft('## Action 6\n\n- **Revised deadline:** end of 2024\n'), { only });
    expectFindings(
      `//- /before.report.yaml
roadmap: eu-drugs-2023
date: 2024-05-01
entries:
  - action: "6"
    revised: end of 2024
${yamlDraft('  - action: "6"\n    due: end of 2024\n', 'previous: ./before.report.yaml')}`,
      { only },
    );
  });
});

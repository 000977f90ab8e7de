import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['delivered-without-date'];

describe('delivered-without-date', () => {
  it('asks when it was', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Status:** delivered
              ^^^^^^^^^ warning delivered-without-date: on or before 3 June 2024
- **Evidence:** ST 9999/24

The network works.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "4"
    status: in-progress
    deliverables:
      - deliverable: "4.3"
        status: delivered
                ^^^^^^^^^ warning delivered-without-date: “4.3” is reported as delivered, but not when
        evidence: [ST 9999/24]
`),
      { only },
    );
  });

  it('takes neither a deadline nor a next step nor a later date for it', () => {
    expectFindings(
      markdownDraft(`
## Action 6

- **Status:** delivered
              ^^^^^^^^^ warning delivered-without-date
- **Deadline:** in the first half of 2024

The blueprint goes to the Council in autumn 2024.

**Next steps**

- Europol will present what it began in May 2024.
`),
      { only },
    );
  });

  it('accepts a date in a field, in the text or of a deliverable', () => {
    for (const rest of [
      '- **Completed:** May 2024',
      '- **Completed:** [to be completed]',
      '\nIt met on 14 May 2024.',
    ]) {
      expectFindings(markdownDraft(`## Action 5\n\n- **Status:** delivered\n${rest}\n`), { only });
    }
    expectFindings(
      yamlDraft(`
  - action: "4"
    status: delivered
    deliverables:
      - deliverable: "4.3"
        status: delivered
        completed: 2024-05-14
  - action: "5"
    status: delivered
    completed: 2024-05
  - action: "6"
    status: in-progress
    text: The blueprint is delivered.
`),
      { only },
    );
  });

  it('accepts a date in a row of a table', () => {
    expectFindings(
      markdownDraft(`
| Action | Status | Progress |
| --- | --- | --- |
| Action 5 | delivered | The network met on 14 May 2024. |
| Action 6 | delivered | The blueprint is there. |
             ^^^^^^^^^ warning delivered-without-date
`),
      { only },
    );
  });
});

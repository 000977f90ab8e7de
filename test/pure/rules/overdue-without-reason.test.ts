import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['overdue-without-reason'];

describe('overdue-without-reason', () => {
  it('asks for the reason where the status admits the delay', () => {
    expectFindings(
      markdownDraft(`
## Action 4

- **Status:** delayed
              ^^^^^^^ warning overdue-without-reason: gives no reason

Europol is still collecting data.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "4"
    status: delayed
            ^^^^^^^ warning overdue-without-reason: (4.3), due by 31 March 2024, 64 days late
    text: Europol is still collecting data.
`),
      { only },
    );
  });

  it('asks for it where a revised deadline admits the delay, passed or not', () => {
    for (const revised of ['end of 2024', '2024-04-30']) {
      expectFindings(
        markdownDraft(`
## Action 4

- **Status:** in progress
              ^^^^^^^^^^^ warning overdue-without-reason: gives no reason
- **Revised deadline:** ${revised}
`),
        { only },
      );
    }
  });

  it('asks for it where only the deliverable is delayed', () => {
    expectFindings(
      yamlDraft(`
  - action: "4"
    status: in-progress
            ^^^^^^^^^^^ warning overdue-without-reason: (4.3)
    deliverables:
      - deliverable: "4.3"
        status: delayed
  - action: "16"
    status: in-progress
    deliverables:
      - deliverable: "16.5"
        status: delayed
        reason: the resolution was put off by the General Assembly
`),
      { only },
    );
  });

  it('accepts a reason in a field, in the text or behind the status', () => {
    for (const rest of [
      '- **Status:** delayed\n- **Reason:** data came late',
      '- **Status:** delayed\n- **Reason:** [to be completed]',
      '- **Status:** delayed (no budget)',
      '- **Status:** delayed\n\nThe mapping is late because Member States sent their data in May.',
      '- **Status:** delayed\n\nIt is late due to missing data.',
      '- **Status:** delayed\n\nTalks with Member States took longer than planned.',
      '- **Status:** delayed\n\nEuropol will go on in July, since the data are incomplete.',
    ]) {
      expectFindings(markdownDraft(`## Action 4\n\n${rest}\n`), { only });
    }
  });

  it('takes neither an empty reason nor "due to be" for one', () => {
    for (const rest of ['- **Reason:** none', '- **Reason:**', '\nThe mapping is due to be presented in July.']) {
      expectFindings(
        markdownDraft(`
## Action 4

- **Status:** delayed
              ^^^^^^^ warning overdue-without-reason: gives no reason
${rest}
`),
        { only },
      );
    }
  });

  it('is silent where nothing is late', () => {
    expectFindings(markdownDraft('## Action 6\n\n- **Status:** delayed\n'), { only });
    expectFindings(markdownDraft('## Action 5\n\n- **Status:** delayed\n'), { only });
    expectFindings(markdownDraft('## Action 4\n\n- **Status:** delivered\n'), { only });
    expectFindings(markdownDraft('## Action 4\n\n- **Status:** in progress\n'), { only });
  });
});

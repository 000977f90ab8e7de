import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['deadline-due-soon'];

describe('deadline-due-soon', () => {
  it('lists what is near, once an entry', () => {
    expectFindings(
      markdownDraft(`
## Action 6

- **Status:** in progress
              ^^^^^^^^^^^ info deadline-due-soon: As of 3 June 2024, 2 deadlines are near

Europol is drafting the blueprint.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "6"
    status: in-progress
            ^^^^^^^^^^^ info deadline-due-soon: (6.1) and “Horizon Europe call on security research, with tools for financial investigations” (6.9), due by 30 June 2024, 27 days left
`),
      { only },
    );
  });

  it('counts the day itself and the last day of the setting', () => {
    const due = `
## Action 6

- **Status:** in progress
              ^^^^^^^^^^^ info deadline-due-soon: (6.1)
`;
    const later = '## Action 6\n\n- **Status:** in progress\n';
    expectFindings(markdownDraft(due, 'as-of: 2024-06-30'), { only });
    expectFindings(markdownDraft(due, 'as-of: 2024-05-01'), { only });
    expectFindings(markdownDraft(later, 'as-of: 2024-04-30'), { only });
    expectFindings(markdownDraft(later, 'as-of: 2024-05-01'), { only, settings: { dueSoonDays: 59 } });
  });

  it('is silent where it is settled, admitted, revised or promised', () => {
    for (const fields of [
      '- **Status:** delivered',
      '- **Status:** dropped',
      '- **Status:** delayed',
      '- **Status:** in progress\n- **Revised deadline:** end of 2024',
      '- **Status:** in progress\n\n**Next steps**\n\n- Europol will present the blueprint by 20 June 2024.',
    ]) {
      expectFindings(markdownDraft(`## Action 6\n\n${fields}\n`), { only });
    }
  });

  it('is not silenced by a next step after the deadline', () => {
    expectFindings(
      markdownDraft(`
## Action 6

- **Status:** in progress
              ^^^^^^^^^^^ info deadline-due-soon: (6.1)

**Next steps**

- Europol will present the blueprint in autumn 2024.
`),
      { only },
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix, fixesOf } from '../../fixes';

const only = ['deadline-overdue'];

describe('deadline-overdue', () => {
  it('stands on the status, names what is late and by how much', () => {
    expectFindings(
      markdownDraft(`
## Action 4

- **Status:** in progress
              ^^^^^^^^^^^ warning deadline-overdue: (4.3), due by 31 March 2024, 64 days late

Europol is still collecting data.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "4"
    status: in-progress
            ^^^^^^^^^^^ warning deadline-overdue: (4.3), due by 31 March 2024, 64 days late
    text: Europol is still collecting data.
`),
      { only },
    );
  });

  it('stands on the heading where there is no status', () => {
    expectFindings(
      markdownDraft(`
## Action 4
   ^^^^^^^^ warning deadline-overdue: gives no status

Europol is still collecting data.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "4"
             ^ warning deadline-overdue: gives no status
    text: Europol is still collecting data.
`),
      { only },
    );
  });

  it('is one finding for all deadlines of an entry', () => {
    expectFindings(
      markdownDraft(
        `
## Action 7

- **Status:** not started
              ^^^^^^^^^^^ warning deadline-overdue: 3 deadlines have passed by 1 February 2025
`,
        'as-of: 2025-02-01',
      ),
      { only },
    );
  });

  it('looks at the deliverables of the entry', () => {
    expectFindings(
      yamlDraft(`
  - action: "4"
    status: in-progress
            ^^^^^^^^^^^ warning deadline-overdue: (4.3)
    deliverables:
      - deliverable: "4.3"
        status: in-progress
  - action: "16"
    status: in-progress
    deliverables:
      - deliverable: "16.5"
        status: delivered
`),
      { only },
    );
  });

  it('stands on the status of a table row', () => {
    expectFindings(
      markdownDraft(`
| Action | Status |
| --- | --- |
| Action 4 | in progress |
             ^^^^^^^^^^^ warning deadline-overdue: (4.3)
| Action 16 | delivered |
`),
      { only },
    );
  });

  it('only hints where the text seems to report the delivery', () => {
    expectFindings(
      markdownDraft(`
## Action 4

- **Status:** in progress
              ^^^^^^^^^^^ hint deadline-overdue: The text seems to report the delivery

Europol presented the mapping of criminal networks on 9 April 2024.
`),
      { only },
    );
    expectFindings(
      markdownDraft(`
## Action 4

- **Status:** in progress
              ^^^^^^^^^^^ warning deadline-overdue: (4.3)

The mapping of criminal networks has not yet been completed.
`),
      { only },
    );
  });

  it('is silent on the day itself, and on what has no end', () => {
    expectFindings(markdownDraft('## Action 6\n\n- **Status:** in progress\n', 'as-of: 2024-06-30'), { only });
    expectFindings(markdownDraft('## Action 11\n\n- **Status:** in progress\n', 'as-of: 2034-06-30'), { only });
    expectFindings(markdownDraft('## Action 5\n\n- **Status:** in progress\n', 'as-of: 2034-06-30'), { only });
  });

  it('is silent where the entry is settled or admits it', () => {
    for (const field of [
      'Status:** delivered',
      'Status:** dropped',
      'Status:** delayed',
      'Status:** delayed (no budget)',
      'Revised deadline:** end of 2024',
      'Completed:** 9 April 2024',
    ]) {
      expectFindings(markdownDraft(`## Action 4\n\n- **${field}\n`), { only });
    }
  });

  it('is silent where what the entry says cannot be known', () => {
    for (const status of ['finalysed', '[to be completed]']) {
      expectFindings(markdownDraft(`## Action 4\n\n- **Status:** ${status}\n`), { only });
    }
  });

  it('leaves an action that is delivered but for one deliverable to status-contradiction', () => {
    expectFindings(
      yamlDraft(`
  - action: "4"
    status: delivered
    deliverables:
      - deliverable: "4.3"
        status: in-progress
`),
      { only },
    );
  });

  it('knows what an earlier report said', () => {
    const earlier = (fields: string) => `//- /before.report.yaml
roadmap: eu-drugs-2023
date: 2024-05-01
entries:
  - action: "4"
    ${fields}
`;
    const now = '  - action: "4"\n    status: in-progress\n';
    const previous = 'previous: ./before.report.yaml';
    const delivered = 'deliverables:\n      - deliverable: "4.3"\n        status: delivered';
    expectFindings(earlier(delivered) + yamlDraft(now, previous), { only });
    expectFindings(earlier('status: delayed\n    revised: end of 2024') + yamlDraft(now, previous), { only });
    expectFindings(
      earlier('status: delayed\n    revised: 2024-05-15') +
        yamlDraft(
          `
  - action: "4"
    status: in-progress
            ^^^^^^^^^^^ warning deadline-overdue: due by 31 March 2024, revised to 15 May 2024, 19 days late
`,
          previous,
        ),
      { only },
    );
  });

  it('offers to report the delay, with a place for the reason', () => {
    const fix = { code: 'deadline-overdue', title: 'Report it as delayed, with a reason', safe: false };
    expectFix(
      yamlDraft('  - status: in-progress # since May\n    action: "4"\n'),
      fix,
      '  - status: delayed # since May\n    reason: "[to be completed]"',
    );
    expectFix(
      markdownDraft('## Action 4\n\n- **Status:** in progress\n- **Reason:** data came late\n'),
      fix,
      '- **Status:** delayed',
    );
    const noFixes = (source: string) => assert.deepEqual(fixesOf(source, 'deadline-overdue'), []);
    noFixes(yamlDraft('  - { action: "4", status: in-progress }\n'));
  });

  it('offers it in tables, and where there is no status yet', () => {
    const fix = { code: 'deadline-overdue', title: 'Report it as delayed, with a reason', safe: false };
    expectFix(
      markdownDraft('| Action | Status |\n| --- | --- |\n| Action 4 | in progress |\n'),
      fix,
      '| Action 4 | delayed (reason: [to be completed]) |',
    );
    expectFix(
      markdownDraft('| Action | Reason | Status |\n| --- | --- | --- |\n| Action 4 |  | in progress |\n'),
      fix,
      '| Action 4 | [to be completed] | delayed |',
    );
    expectFix(
      markdownDraft('## Action 4\n\nEuropol is collecting data.\n'),
      fix,
      '- **Status:** delayed\n- **Reason:** [to be completed]\n',
    );
    expectFix(
      yamlDraft('  - action: "4" # late\n    text: Europol is collecting data.\n'),
      { ...fix, title: 'Report it as dropped, with a reason' },
      '    status: dropped\n    reason: "[to be completed]"',
    );
  });

  it('speaks of a commitment only where an entry lists it', () => {
    expectFindings(
      yamlDraft(`
  - action: "5"
    status: in-progress
            ^^^^^^^^^^^ warning deadline-overdue: (C37), due by 31 December 2023
    deliverables:
      - deliverable: C37
        status: in-progress
`),
      { only },
    );
    expectFindings(yamlDraft('  - action: "5"\n    status: in-progress\n'), { only });
  });
});

import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['date-unparsable'];

describe('date-unparsable', () => {
  it('finds words that are no date', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Completed:** soonish
                 ^^^^^^^ error date-unparsable
- **Revised deadline:** end of 20245
                        ^^^^^^^^^^^^ error date-unparsable
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "5"
    completed: soonish
               ^^^^^^^ error date-unparsable
    next:
      - text: Present it
        due: 20245
             ^^^^^ error date-unparsable
    deliverables:
      - deliverable: "5.1"
        completed: 12/2024/5
                   ^^^^^^^^^ error date-unparsable
`),
      { only },
    );
  });

  it('finds them in the header', () => {
    expectFindings(
      `---
roadmap: eu-drugs-2023
date: sometime soon
      ^^^^^^^^^^^^^ error date-unparsable
as-of: todday
       ^^^^^^ error date-unparsable
---
`,
      { only },
    );
    expectFindings(
      `//- /draft.report.yaml
roadmap: eu-drugs-2023
date: sometime soon
      ^^^^^^^^^^^^^ error date-unparsable
entries: []
`,
      { only },
    );
  });

  it('only notes a deadline that may be an event', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Deadline:** next meeting of the group
                ^^^^^^^^^^^^^^^^^^^^^^^^^ info date-unparsable: If it is an event, leave it
`),
      { only },
    );
  });

  it('is silent on what is a date, an event of the roadmap, a placeholder or nothing', () => {
    for (const due of [
      'by mid-2024',
      'autumn 2024 (to be confirmed by the agencies)',
      'regularly',
      'Throughout the proceedings',
      '[to be completed]',
      'TBC',
      'n/a',
      'ongoing',
      'no deadline set',
      '–',
      '',
    ]) {
      expectFindings(markdownDraft(`## Action 5\n\n- **Deadline:** ${due}\n`), { only });
    }
    expectFindings(yamlDraft('  - action: "4"\n    due: regularly\n    completed:\n'), { only });
  });

  it('leaves a date that does not exist to date-impossible', () => {
    expectFindings(markdownDraft('## Action 5\n\n- **Completed:** 31 June 2024\n'), { only });
  });
});

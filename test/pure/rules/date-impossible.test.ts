import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['date-impossible'];

describe('date-impossible', () => {
  it('finds days that do not exist in fields', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Completed:** 31 June 2024
                 ^^^^^^^^^^^^ error date-impossible
- **Revised deadline:** 2025-02-29
                        ^^^^^^^^^^ error date-impossible
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "5"
    completed: 2024-06-31
               ^^^^^^^^^^ error date-impossible
    next:
      - text: Present it
        due: 2024-13
             ^^^^^^^ error date-impossible
`),
      { only },
    );
  });

  it('finds them in the header', () => {
    expectFindings(
      `---
roadmap: eu-drugs-2023
date: 2024-06-31
      ^^^^^^^^^^ error date-impossible
---
`,
      { only },
    );
  });

  it('finds them written out in the text', () => {
    expectFindings(
      markdownDraft(`
## Action 5

Eurojust opened the network on 31 April 2024 in The Hague.
                               ^^^^^^^^^^^^^ error date-impossible
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "5"
    text: |
      Eurojust opened the network on 30 February 2024.
                                     ^^^^^^^^^^^^^^^^ error date-impossible
`),
      { only },
    );
  });

  it('is silent on days that exist, quotations, numbers and words that are no date', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Completed:** 29 February 2024

Document 31-04-2024 and file 2024-06-31-a were read on 30 April 2024, \`31 April 2024\` is code.

> The minutes say 31 April 2024.
`),
      { only },
    );
    expectFindings(markdownDraft('## Action 5\n\n- **Completed:** soonish\n'), { only });
    expectFindings(yamlDraft('  - action: "5"\n    completed: 2024-02-29\n'), { only });
  });
});

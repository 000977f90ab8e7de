import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['placeholder-left'];

describe('placeholder-left', () => {
  it('finds placeholders in text, fields and headings', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Status:** TBC
              ^^^ warning placeholder-left: “TBC” still waits for somebody

The network met on XX May 2024. [to be completed]
                   ^^ warning placeholder-left: “XX”
                                ^^^^^^^^^^^^^^^^^ warning placeholder-left: Write what belongs here
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "5"
    reason: "[to be completed]"
             ^^^^^^^^^^^^^^^^^ warning placeholder-left: [to be completed]
    text: |
      Europol (to be confirmed) hosts it.
              ^^^^^^^^^^^^^^^^^ warning placeholder-left: to be confirmed
`),
      { only },
    );
  });

  it('finds placeholders in the header', () => {
    expectFindings(
      `
---
roadmap: eu-drugs-2023
title: "[to be completed]"
        ^^^^^^^^^^^^^^^^^ warning placeholder-left: [to be completed]
---
`,
      { only },
    );
  });

  it('is silent about verbs, words left out of a quotation, links, footnotes, numerals and code', () => {
    expectFindings(
      markdownDraft(`
## Action 5

The work is to be completed by 2025, as Annex XX says: “the network […] of prosecutors”.
See [the conclusions](https://example.org/xx), [^1] and \`TBC\`. <!-- TBC -->

[^1]: [Council conclusions][c]
`),
      { only },
    );
    expectFindings(yamlDraft('  - action: "5"\n    # TBC\n    text: The network is to be completed.\n'), { only });
  });
});

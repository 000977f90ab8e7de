import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix } from '../../fixes';

const only = ['actor-renamed'];
const LATER = 'date: 2024-12-02';

describe('actor-renamed', () => {
  it('points out a name of the past, in text and fields', () => {
    expectFindings(
      markdownDraft(
        `
## Action 13

- **Status:** in progress
- **Actors:** Commission, EMCDDA
                          ^^^^^^ info actor-renamed: “EMCDDA” was in use until 1 July 2024; on 2 December 2024 the name is “EUDA”.

The European Monitoring Centre for Drugs and Drug Addiction supports local projects.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info actor-renamed: the name is “European Union Drugs Agency”
`,
        LATER,
      ),
      { only },
    );
    expectFindings(
      yamlDraft(
        `
  - action: "13"
    actors: [emcdda]
             ^^^^^^ info actor-renamed: the name is “euda”
    text: The EMCDDA supports local projects.
              ^^^^^^ info actor-renamed: the name is “EUDA”
`,
        LATER,
      ),
      { only },
    );
  });

  it('is silent before the change', () => {
    expectFindings(markdownDraft('## Action 13\n\n- **Actors:** EMCDDA\n\nThe EMCDDA supports projects.\n'), { only });
    expectFindings(yamlDraft('  - action: "13"\n    text: The EUDA will support projects.\n'), { only });
  });

  it('points out a name of the future only in the entry’s own field', () => {
    expectFindings(
      markdownDraft(`
## Action 13

- **Actors:** EUDA
              ^^^^ info actor-renamed: “EUDA” comes into use on 2 July 2024; on 3 June 2024 the name is “EMCDDA”.

The EUDA is to support projects.

**Next steps**

- EUDA will support projects in autumn 2024.
`),
      { only },
    );
  });

  it('is silent in quotations, footnotes, sentences of that time and beside the successor', () => {
    expectFindings(
      markdownDraft(
        `
## Action 13

The project “EMCDDA at work” is over. In March 2024 the EMCDDA published guidance.

> The EMCDDA supports local projects.

The EUDA, formerly the EMCDDA, supports local projects.[^1] The former EMCDDA building is empty.

[^1]: EMCDDA, guidance on local projects.
`,
        LATER,
      ),
      { only },
    );
    expectFindings(
      yamlDraft('  - action: "13"\n    text: Since 2023 the EMCDDA and others have supported projects.\n', LATER),
      { only },
    );
  });

  it('is silent about names that did not change, code and other words', () => {
    expectFindings(
      markdownDraft('## Action 13\n\nEuropol, Eurojust and CEPOL met. See `EMCDDA` and <!-- EMCDDA --> OLAF.\n', LATER),
      { only },
    );
  });

  it('writes the new name, safely in a field only', () => {
    const code = 'actor-renamed';
    const title = 'Change to “EUDA”';
    expectFix(
      markdownDraft('## Action 13\n\nThe EMCDDA supports projects.\n', LATER),
      { code, title, safe: false },
      'The EUDA supports projects.',
    );
    expectFix(
      markdownDraft('## Action 13\n\n- **Status:** in progress\n- **Actors:** EMCDDA\n', LATER),
      { code, title, safe: true },
      '- **Actors:** EUDA',
    );
  });
});

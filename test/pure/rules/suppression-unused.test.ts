import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['suppression-unused'];

describe('suppression-unused', () => {
  it('finds a comment that hides nothing', () => {
    expectFindings(
      markdownDraft(`
<!-- rapporteur-disable-next-line section-empty -- accepted -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info suppression-unused: no finding of “section-empty”
## Introduction

The first half of 2024.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  # rapporteur-disable-next-line section-empty -- accepted
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info suppression-unused: Take it out
  - section: Introduction
    text: The first half of 2024.
`),
      { only },
    );
  });

  it('finds a comment on what cannot be hidden', () => {
    expectFindings(
      markdownDraft(`
<!-- rapporteur-disable-next-line syntax -- accepted -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info suppression-unused: always says so
Text.
`),
      { only },
    );
  });

  it('is silent where the comment hides something, next line, stretch or file', () => {
    const heading = '## Introduction\n';
    expectFindings(markdownDraft(`\n<!-- rapporteur-disable-next-line section-empty -- a -->\n${heading}`), { only });
    expectFindings(
      markdownDraft(
        `\n<!-- rapporteur-disable section-empty -- a -->\n${heading}\n<!-- rapporteur-enable section-empty -->\n`,
      ),
      { only },
    );
    expectFindings(markdownDraft(`\n<!-- rapporteur-disable-file section-empty -- a -->\n${heading}`), { only });
    expectFindings(yamlDraft('  # rapporteur-disable-next-line section-empty -- a\n  - section: Introduction\n'), {
      only,
    });
  });

  it('is silent about rules that are turned off and codes that do not exist', () => {
    const draft = markdownDraft('\n<!-- rapporteur-disable-next-line section-empty -- a -->\n## Introduction\n');
    expectFindings(draft, { only, settings: { rules: { 'section-empty': 'off' } } });
    expectFindings(draft.replace('section-empty', 'section-emty'), { only });
  });
});

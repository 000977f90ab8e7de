import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['suppression-unknown'];

describe('suppression-unknown', () => {
  it('finds codes that do not exist, one by one', () => {
    expectFindings(
      markdownDraft(`
<!-- rapporteur-disable-next-line section-emty, section-order, nonsense -- accepted -->
                                  ^^^^^^^^^^^^ warning suppression-unknown: Did you mean “section-empty”?
                                                               ^^^^^^^^ warning suppression-unknown: no rule “nonsense”
## Introduction
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  # rapporteur-disable-next-line sectionempty -- accepted
                                 ^^^^^^^^^^^^ warning suppression-unknown: section-empty
  - section: Introduction
`),
      { only },
    );
  });

  it('is silent about every code of a rule, about comments without one, and about other comments', () => {
    expectFindings(markdownDraft('\n<!-- rapporteur-disable-next-line syntax, internal-error -- a -->\nText.\n'), {
      only,
    });
    expectFindings(markdownDraft('\n<!-- rapporteur-disable-next-line -- a -->\n## Introduction\n'), { only });
    expectFindings(markdownDraft('\n<!-- markdownlint-disable-next-line MD001 -->\n\nText.\n'), { only });
    expectFindings(yamlDraft('  # see section-emty\n  - section: Introduction\n'), { only });
  });
});

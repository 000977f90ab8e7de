import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix, fixesOf } from '../../fixes';

const only = ['section-unlinked'];
const TEXT =
  'Eurojust prepares a network of specialised prosecutors and judges, who deal with criminal networks in their countries.';

describe('section-unlinked', () => {
  it('finds a section that paraphrases the title of an action', () => {
    expectFindings(
      markdownDraft(`
## Setting up a network of specialised prosecutors and judges
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint section-unlinked: seems to be about Action 5 (“A network of specialised

${TEXT}
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - section: Setting up a network of specialised prosecutors and judges
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint section-unlinked: % sure
    text: ${TEXT}
`),
      { only },
    );
  });

  it('is silent where the section names the action, in print or in a comment', () => {
    expectFindings(markdownDraft(`\n## Setting up a network of prosecutors and judges (Action 5)\n\n${TEXT}\n`), {
      only,
    });
    expectFindings(markdownDraft(`\n## Setting up a network of prosecutors <!-- Action 5 -->\n\n${TEXT}\n`), { only });
    expectFindings(yamlDraft(`  - action: "5"\n    section: Setting up a network\n    text: ${TEXT}\n`), { only });
  });

  it('is silent where another section reports on the action', () => {
    expectFindings(markdownDraft(`\n## Specialised prosecutors and judges\n\n${TEXT}\n\n## Action 5\n\nSee above.\n`), {
      only,
    });
  });

  it('is silent about introductions, and without a roadmap', () => {
    expectFindings(markdownDraft('\n## Introduction\n\nThis report covers the first half of 2024.\n'), { only });
    expectFindings(`## Setting up a network of specialised prosecutors and judges\n\n${TEXT}\n`, { only });
  });

  it('offers the title where the heading is near it', () => {
    const code = 'section-unlinked';
    const near = 'A network of special prosecutors and judges to dismantle criminal networks';
    const titles = (heading: string) =>
      fixesOf(markdownDraft(`\n## ${heading}\n\n${TEXT}\n`), code).map(({ title }) => title);
    const others = ['Write “(Action 5)” in the heading', 'Name Action 5 in a comment'];
    const title = 'A network of specialised prosecutors and judges to dismantle criminal networks';
    assert.deepEqual(titles(near), [`Change to “${title}”`, ...others]);
    assert.deepEqual(titles('Setting up a network of specialised prosecutors and judges'), others);
    expectFix(
      markdownDraft(`\n## ${near}\n\n${TEXT}\n`),
      { code, title: `Change to “${title}”`, safe: false },
      `## ${title}`,
    );
  });
});

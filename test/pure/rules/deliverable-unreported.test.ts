import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['deliverable-unreported'];
const NEXT = '\n**Next steps**\n\n- Europol will present the blueprint on 20 June 2024.\n';

describe('deliverable-unreported', () => {
  it('lists what is near and passed over, once an entry', () => {
    expectFindings(
      markdownDraft(`
## Action 6
   ^^^^^^^^ info deliverable-unreported: does not mention a deliverable whose time has come: “Horizon Europe call on security research

- **Status:** in progress
${NEXT}`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "6"
             ^ info deliverable-unreported: (6.9)
    status: in-progress
    deliverables:
      - deliverable: "6.1"
        status: in-progress
    next:
      - text: Present the blueprint
        due: 2024-06-20
`),
      { only },
    );
  });

  it('lists what was to begin by now', () => {
    expectFindings(
      markdownDraft(`
## Action 1
   ^^^^^^^^ info deliverable-unreported: does not mention 2 deliverables whose time has come

- **Status:** in progress

Customs authorities share risk criteria. A new expert team is being prepared.
`),
      { only },
    );
  });

  it('is silent about what an item or the text mentions, and what a delivered action covers', () => {
    expectFindings(
      markdownDraft(`
## Action 6

- **Status:** in progress

The Horizon Europe call was published. Europol is drafting the blueprint.
${NEXT}
## Action 7

- **Status:** delivered

## Action 11

- **Status:** in progress

**Deliverables**

- 11.1: in progress
`),
      { only },
    );
  });

  it('leaves to the rules on deadlines what is late, or near without a next step', () => {
    expectFindings(markdownDraft('## Action 4\n\n- **Status:** in progress\n'), { only });
    expectFindings(markdownDraft('## Action 6\n\n- **Status:** in progress\n'), { only });
    expectFindings(yamlDraft('  - action: "6"\n    status: in-progress\n'), { only });
  });

  it('is silent beside an item that means no known deliverable', () => {
    expectFindings(
      markdownDraft(`## Action 6\n\n- **Status:** in progress\n\n**Deliverables**\n\n- 6.19: in progress\n${NEXT}`),
      { only },
    );
  });

  it('is silent about admitted delays, entries that report nothing and statuses that cannot be read', () => {
    expectFindings(
      markdownDraft(
        '## Action 1\n\n- **Status:** delayed\n- **Reason:** no staff\n\n## Action 7\n\n- **Status:** [insert status]\n',
      ),
      { only },
    );
    expectFindings(markdownDraft('## Action 1\n\nNo progress to report.\n'), { only });
    expectFindings(yamlDraft('  - action: "1"\n    actors: [commission]\n  - action: "7"\n    status: soon\n'), {
      only,
    });
  });
});

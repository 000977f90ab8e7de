import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix } from '../../fixes';

const only = ['deliverable-unknown'];

function draft(item: string): string {
  return markdownDraft(`## Action 6\n\nText.\n\n**Deliverables**\n\n${item}\n`);
}

describe('deliverable-unknown', () => {
  it('is an error for a number that no deliverable of the action has', () => {
    expectFindings(
      draft(`- 6.99: in progress
  ^^^^ error deliverable-unknown: Action 6 has no deliverable “6.99”.`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "6"
    deliverables:
      - deliverable: "6.1"
        status: delivered
      - deliverable: 6.99
                     ^^^^ error deliverable-unknown: Action 6 has no deliverable “6.99”.
        status: delivered
`),
      { only },
    );
  });

  it('says where a deliverable of another action belongs', () => {
    expectFindings(
      draft(`- 7.2: in progress
  ^^^ error deliverable-unknown: “7.2” belongs to Action 7, not to Action 6.`),
      { only },
    );
  });

  it('is an error for a title with a slip, and only pointed out for words of one’s own', () => {
    expectFindings(
      draft(`- Blueprint for partnership against money laundering: delivered
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error deliverable-unknown: Did you mean “6.1: Blueprint for partnerships against money laundering”?
- Visits to three banks: delivered
  ^^^^^^^^^^^^^^^^^^^^^ info deliverable-unknown: Action 6 has no deliverable “Visits to three banks”.`),
      { only },
    );
  });

  it('is silent about numbers, titles in any case, commitments and several actions', () => {
    expectFindings(
      draft(`- 6.1: delivered
- **BLUEPRINT for partnerships against money laundering**: delivered
- C37: delivered`),
      { only },
    );
    expectFindings(
      markdownDraft('## Actions 6 and 7\n\nText.\n\n**Deliverables**\n\n- 6.1: delivered\n- 7.2: in progress\n'),
      { only },
    );
  });

  it('is silent where the action is unknown, in placeholders and outside entries', () => {
    expectFindings(markdownDraft('## Action 99\n\nText.\n\n**Deliverables**\n\n- 99.1: delivered\n'), { only });
    expectFindings(draft('- [to be completed]'), { only });
    expectFindings(markdownDraft('## Introduction\n\nText.\n\n**Deliverables**\n\n- 6.99: delivered\n'), { only });
    expectFindings(yamlDraft('  - action: "6"\n    deliverables:\n      - deliverable: TBC\n'), { only });
  });

  it('corrects a slip in a title safely, and only guesses a number', () => {
    const code = 'deliverable-unknown';
    expectFix(
      draft('- Blueprint for partnership against money laundering: delivered'),
      { code, title: 'Change to “Blueprint for partnerships against money laundering”', safe: true },
      '- Blueprint for partnerships against money laundering: delivered',
    );
    expectFix(
      yamlDraft('  - action: "5"\n    text: Text.\n    deliverables:\n      - deliverable: "5.33"\n'),
      { code, title: 'Change to “5.3”', safe: false },
      '      - deliverable: "5.3"',
    );
  });
});

import { expectFindings } from '../../analyse';

const only = ['question-unasked'];

const paper = (lines: string) => `---\nkind: discussion-paper\n---\n\n## Questions\n\n${lines}`;

describe('question-unasked', () => {
  it('stands on each item that asks nothing', () => {
    expectFindings(
      paper(`1. Which ports need help?
2. Ports are large.
^^ hint question-unasked: Question 2 asks nothing
3. Roads are long.
^^ hint question-unasked: Question 3 asks nothing
`),
      { only },
    );
    expectFindings(paper('- Ports are large.\n^ hint question-unasked: This item asks nothing\n'), { only });
  });

  it('takes a question anywhere in the item, an invitation, and what is still to be written', () => {
    expectFindings(paper('1. Do we agree? If so, say how.\n2. Ports are large.\n\n   Which ones?\n'), { only });
    expectFindings(paper('1. Delegations are invited to comment.\n2. Please name ports.\n3. [insert question]\n'), {
      only,
    });
    expectFindings(paper('The ministers are invited to:\n\n- name ports,\n- say who helps.\n'), { only });
    expectFindings(
      paper(
        'The ministers are invited to answer these questions:\n\n1. Ports are large.\n^^ hint question-unasked: Question 1\n',
      ),
      { only },
    );
    expectFindings('---\nkind: discussion-paper\n---\n\n## The problem\n\n1. Ports are large.\n', { only });
  });
});

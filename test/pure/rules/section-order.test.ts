import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';

const only = ['section-order'];

describe('section-order', () => {
  it('finds a section that stands behind one that it usually precedes', () => {
    expectFindings(
      markdownDraft(`
## 1. Way forward

The Council is invited to take note.

## 2. State of play
   ^^^^^^^^^^^^^^^^ hint section-order: usually stands before “1. Way forward”

The ports are open.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - section: State of play
    text: The ports are open.
  - section: Introduction
             ^^^^^^^^^^^^ hint section-order: usually stands before “State of play”
    text: The first half of 2024.
`),
      { only },
    );
  });

  it('is silent about the usual order, with or without all of the sections', () => {
    expectFindings(markdownDraft('\n## Introduction\n\nA.\n\n## State of play\n\nB.\n\n## Way forward\n\nC.\n'), {
      only,
    });
    expectFindings(yamlDraft('  - section: Introduction\n    text: A.\n  - section: Next steps\n    text: B.\n'), {
      only,
    });
  });

  it('is silent about sections within sections, other titles, and other kinds', () => {
    const area = (name: string) => `\n## ${name}\n\n### State of play\n\nA.\n\n### Way forward\n\nB.\n`;
    expectFindings(markdownDraft(area('Ports') + area('Networks')), { only });
    expectFindings(
      markdownDraft('\n## Way forward\n\nA.\n\n## Introduced acts\n\nB.\n\n## Background documents\n\nC.\n'),
      { only },
    );
    expectFindings(
      '---\nroadmap: eu-drugs-2023\nkind: statement\n---\n\n## Way forward\n\nA.\n\n## Introduction\n\nB.\n',
      { only },
    );
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { applyEdits } from '../../../server/src/model/text-edits';
import { expectFindings, snapshotOf, uriOf } from '../../analyse';
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

  it('finds the one that stands too far up, and not all that it stands before', () => {
    expectFindings(
      `---
kind: discussion-paper
---

## Questions for delegations
   ^^^^^^^^^^^^^^^^^^^^^^^^^ hint section-order: usually stands behind “Cooperation so far”

1. Why?

## The problem

A.

## The framework

B.

## Cooperation so far

C.
`,
      { only },
    );
  });

  for (const path of ['/a.report.md', '/a.report.yaml']) {
    it(`moves it behind them: ${path}`, () => {
      const section = (title: string) =>
        path.endsWith('md') ? `\n## ${title}\n\nA.\n` : `  - section: ${title}\n    text: A.\n`;
      const draft = (...titles: readonly string[]) =>
        `${path.endsWith('md') ? '---\nkind: statement\n---\n' : 'kind: statement\nentries:\n'}${titles.map(section).join('')}`;
      const text = draft('Priorities', 'Declaration', 'Considering', 'Signatories');
      const snapshot = snapshotOf({ [path]: text });
      const findings = snapshot.findings(uriOf(path)).filter(({ code }) => code === 'section-order');
      const [[fix] = []] = snapshot.fixes(uriOf(path), findings);
      assert.equal(
        applyEdits(text, fix?.edits ?? []),
        draft('Declaration', 'Considering', 'Priorities', 'Signatories'),
      );
    });
  }

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

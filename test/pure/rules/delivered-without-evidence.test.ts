import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix, fixesOf } from '../../fixes';

const only = ['delivered-without-evidence'];

describe('delivered-without-evidence', () => {
  it('asks for evidence, once an entry', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Status:** delivered
              ^^^^^^^^^ warning delivered-without-evidence: The action is reported as delivered, but nothing shows it

The network met on 14 May 2024.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "4"
    status: delivered
            ^^^^^^^^^ warning delivered-without-evidence: nothing shows it
    deliverables:
      - deliverable: "4.3"
        status: delivered
`),
      { only },
    );
  });

  it('asks for it of a deliverable that is delivered on its own', () => {
    expectFindings(
      yamlDraft(`
  - action: "4"
    status: in-progress
    deliverables:
      - deliverable: "4.3"
        status: delivered
                ^^^^^^^^^ warning delivered-without-evidence: “4.3” is reported as delivered
      - deliverable: "4.5"
        status: delivered
        evidence: [ST 9999/24]
`),
      { only },
    );
  });

  it('does not take "none" for evidence', () => {
    expectFindings(
      markdownDraft(`
## Action 5

- **Status:** delivered
              ^^^^^^^^^ warning delivered-without-evidence
- **Evidence:** none
`),
      { only },
    );
  });

  it('asks for it in a table', () => {
    expectFindings(
      markdownDraft(`
| Action | Status | Progress |
| --- | --- | --- |
| Action 5 | delivered | The network met. |
             ^^^^^^^^^ warning delivered-without-evidence
| Action 6 | delivered | See ST 9999/24. |
| Action 7 | in progress | Going on. |
`),
      { only },
    );
  });

  it('accepts a field, a citation, a link or a footnote in the text', () => {
    for (const rest of [
      '- **Evidence:** minutes of the meeting of 14 May',
      '- **Evidence:** [to be completed]',
      '\nThe network met (ST 9999/24).',
      '\nThe network [met](https://example.eu/meeting).',
      '\nThe network met: <https://example.eu/meeting>.',
      '\nThe network met.[^1]\n\n[^1]: Minutes of the meeting.',
    ]) {
      expectFindings(markdownDraft(`## Action 5\n\n- **Status:** delivered\n${rest}\n`), { only });
    }
    expectFindings(
      yamlDraft('  - action: "5"\n    status: delivered\n    text: The network met (COM(2023) 641 final).\n'),
      { only },
    );
  });

  it('offers a line for the evidence, in the form of the line of the status', () => {
    const fix = { code: 'delivered-without-evidence', title: 'Add the evidence, to be completed', safe: false };
    const met = 'It met on 14 May 2024.';
    expectFix(
      markdownDraft(`## Action 5\n\n**Status:** delivered\n\n${met}\n`),
      fix,
      '**Evidence:** [to be completed]\n',
    );
    expectFix(
      markdownDraft(`## Action 5\n\n**Status:** delivered  \n**Actors:** Eurojust\n\n${met}\n`),
      fix,
      '**Evidence:** [to be completed]  ',
    );
    expectFix(markdownDraft(`## Action 5\n\n* Status: delivered\n\n${met}\n`), fix, '* Evidence: [to be completed]');
    expectFix(
      yamlDraft(`  - action: "5"\n    status: "delivered"\n    text: ${met}\n`),
      fix,
      '    evidence: "[to be completed]"',
    );
    const item = '- **Deliverables**\n  - 4.3: delivered\n';
    expectFix(markdownDraft(`## Action 4\n\n${item}`), fix, '    - **Evidence:** [to be completed]');
    const table = '| Action | Evidence | Status |\n| --- | --- | --- |\n| Action 5 | – | delivered |\n';
    expectFix(markdownDraft(table), fix, '| Action 5 | [to be completed] | delivered |');
    const list = '  - action: "5"\n    status: delivered\n    evidence:\n      - "-"\n';
    expectFix(yamlDraft(list), fix, '      - "[to be completed]"');
    assert.deepEqual(
      fixesOf(markdownDraft(table.replaceAll('Evidence', 'Deadline')), 'delivered-without-evidence'),
      [],
    );
  });

  it('is silent on other statuses, and where the text says that nothing happened', () => {
    expectFindings(
      markdownDraft(`
## Action 4

- **Status:** in progress

## Action 5

- **Status:** delivered

No progress to report.

## Action 6

The blueprint was delivered.
`),
      { only },
    );
  });
});

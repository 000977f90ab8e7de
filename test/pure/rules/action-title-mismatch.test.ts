import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix } from '../../fixes';

const only = ['action-title-mismatch'];

describe('action-title-mismatch', () => {
  it('names the roadmap whose action has the title, where it is another one', () => {
    expectFindings(
      markdownDraft(`
## Action 6 (eu-drugs-2023): Joint Investigation Teams
                             ^^^^^^^^^^^^^^^^^^^^^^^^^ hint action-title-mismatch: This is the title of Action 6 (luxembourg-2015); that of Action 6 (eu-drugs-2023) is “Facilitating financial investigations”. Correct the number, the roadmap or the title.

Text.
`).replace('roadmap: eu-drugs-2023', 'roadmap: [eu-drugs-2023, luxembourg-2015]'),
      { only },
    );
    expectFindings(markdownDraft('## Action 6: Joint Investigation Teams (luxembourg-2015)\n\nText.\n'), { only });
  });

  it('hints at a title in other words', () => {
    expectFindings(
      markdownDraft(`
## Action 6: Follow the money
             ^^^^^^^^^^^^^^^^ hint action-title-mismatch: of Action 6 is “Facilitating financial investigations”

Text.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "Action 6: Follow the money"
                       ^^^^^^^^^^^^^^^^ hint action-title-mismatch: The official title of Action 6
    text: Text.
`),
      { only },
    );
  });

  it('sees the title of another action', () => {
    expectFindings(
      markdownDraft(`
## Action 6 – Facilitating digital investigations
              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint action-title-mismatch: This is the title of Action 7

Text.
`),
      { only },
    );
  });

  it('is silent about case, dashes, quotation marks, emphasis and a full stop', () => {
    expectFindings(
      markdownDraft(`
## Action 6: FACILITATING FINANCIAL INVESTIGATIONS

Text.

## Action 7 – *Facilitating digital investigations*

Text.

## Action 14. “Strengthening support to operational anti‑drug trafficking operations in West Africa”.

Text.
`),
      { only },
    );
  });

  it('is silent without a title beside the number, in tables, comments and placeholders', () => {
    expectFindings(
      markdownDraft(`
## Action 6

Text.

## Money and crime <!-- Action 7 -->

Text.

## Networks (Action 5)

Text.

## Action 4: [to be completed]

| Action | Status |
| --- | --- |
| 8 Alerts | in progress |
`),
      { only },
    );
    expectFindings(yamlDraft('  - action: "6"\n    section: Follow the money\n    text: Text.\n'), { only });
  });

  it('corrects a slip safely, a wording or a number only when asked', () => {
    const official = 'Facilitating financial investigations';
    const fix = { code: 'action-title-mismatch', title: `Change to “${official}”` };
    const fixed = `## Action 6: ${official}`;
    expectFix(
      markdownDraft('## Action 6: Facilitating finacial investigation\n\nText.\n'),
      { ...fix, safe: true },
      fixed,
    );
    expectFix(markdownDraft('## Action 6: Follow the money\n\nText.\n'), { ...fix, safe: false }, fixed);
    expectFix(
      markdownDraft('## Action 6: Facilitating digital investigations\n\nText.\n'),
      { code: 'action-title-mismatch', title: 'Change the number to 7', safe: false },
      '## Action 7: Facilitating digital investigations',
      { settings: { rules: { 'deliverable-unreported': 'off' } } },
    );
  });

  it('writes titles into YAML so that they stay texts', () => {
    const plan =
      '//- /plan.roadmap.yaml\nroadmap: plan\ntitle: P\nactions:\n  - action: "1"\n    title: "It\'s \\"new\\": cranes"\n';
    const fixes = (heading: string, fixed: string) => {
      const entry = `date: 2024-06-03\nentries:\n  - action: ${heading}\n    text: Text.\n`;
      expectFix(
        `//- /a.report.yaml\nroadmap: plan\n${entry}${plan}`,
        { code: 'action-title-mismatch', title: 'Change to “It\'s "new": cranes”', safe: false },
        `  - action: ${fixed}`,
      );
    };
    fixes('Action 1 - Old', '"Action 1 - It\'s \\"new\\": cranes"');
    fixes("'Action 1: Old'", "'Action 1: It''s \"new\": cranes'");
    fixes('"Action 1: Old"', '"Action 1: It\'s \\"new\\": cranes"');
  });
});

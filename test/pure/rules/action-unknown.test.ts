import { describe, it } from 'mocha';
import { expectFindings } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix } from '../../fixes';

const only = ['action-unknown'];
const TITLE = 'Unlocking the potential of Schengen Information System alerts';

describe('action-unknown', () => {
  it('says which actions there are, also where their numbers have gaps', () => {
    for (const [ids, words] of [
      [['1'], 'only action 1.'],
      [['1', '2'], 'only actions 1 and 2.'],
      [['1', '2', '3'], 'only actions 1 to 3.'],
      [['1', '5a', '99'], 'only actions 1, 5a and 99.'],
      [Array.from({ length: 13 }, (_, index) => `A.${index + 1}`), 'only 13 actions, the first A.1 and the last A.13.'],
    ] as const) {
      const actions = ids.map((id) => `  - action: "${id}"\n    title: Title of ${id}\n    actors: [commission]\n`);
      expectFindings(
        '//- /draft.report.md\n---\nroadmap: plan\ndate: 2024-06-03\n---\n\n## Action 40\n' +
          `          ^^ error action-unknown: ${words}\n\nText.\n` +
          `//- /plan.roadmap.yaml\nroadmap: plan\ntitle: A plan\nactions:\n${actions.join('')}`,
        { only },
      );
    }
  });

  it('names the roadmap that an action is looked for in', () => {
    expectFindings(
      markdownDraft(`
## Action 13 (luxembourg-2015)
          ^^ error action-unknown: “Action Programme on tackling transnational drug trafficking and cross-border crime” has no action “13”, only actions 1 to 11.

Text.
`).replace('eu-drugs-2023', '[eu-drugs-2023, luxembourg-2015]'),
      { only },
    );
  });

  it('points out a roadmap that the report is not on, and a slip in the id of one that it is on', () => {
    expectFindings(
      markdownDraft(`
## Action 5 (luxembourg-2015)
             ^^^^^^^^^^^^^^^ error action-unknown: The report is not on “luxembourg-2015”

As in Action 7 (coalition-2023), Action 8 (JHA), Action 9 (mid-2024) and Action 10 (eu-drugs-2023).
                ^^^^^^^^^^^^^^ info action-unknown: The report is not on “coalition-2023”

## Action 6: Facilitating financial investigations (luxembourg-2015)
                                                    ^^^^^^^^^^^^^^^ error action-unknown: not on

| Action | Status |
| --- | --- |
| 7 (luxembourg-2015) | in progress |
     ^^^^^^^^^^^^^^^ error action-unknown: not on
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: 5 (luxembourg-2015)
               ^^^^^^^^^^^^^^^ error action-unknown: not on
  - action: luxembourg-2015:6
            ^^^^^^^^^^^^^^^ error action-unknown: not on
  - action: eu-drugs-2032:7
            ^^^^^^^^^^^^^ error action-unknown: There is no roadmap “eu-drugs-2032”. Did you mean “eu-drugs-2023”?
`),
      { only },
    );
    expectFix(
      markdownDraft('## Action 5 (eu-drugs-2032)\n\nText.\n'),
      { code: 'action-unknown', title: 'Change to “eu-drugs-2023”', safe: false },
      '## Action 5 (eu-drugs-2023)',
    );
  });

  it('is an error in a heading, a table and an item', () => {
    expectFindings(
      markdownDraft(`
## Action 88: ${TITLE}
          ^^ error action-unknown: has no action “88”, only actions 1 to 17. Did you mean “Action 8: Unlocking

## Actions 4, 5 and 21
                    ^^ error action-unknown: “21”

Work goes on.

| Action | Status |
| --- | --- |
| 19 | in progress |
  ^^ error action-unknown: Correct the number
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: 88
            ^^ error action-unknown: has no action “88”
    status: in-progress
  - action: ["4", "Action 21"]
                          ^^ error action-unknown: has no action “21”
    status: in-progress
`),
      { only },
    );
  });

  it('is only pointed out in running text, once a section', () => {
    const text = 'Progress depends on Action 23. Action 23 is late.';
    expectFindings(
      markdownDraft(`
## Action 5

${text}
                    ^^^^^^^^^ info action-unknown: If another plan is meant, name it in the same sentence.
`),
      { only },
    );
    expectFindings(
      yamlDraft(`
  - action: "5"
    text: ${text}
                              ^^^^^^^^^ info action-unknown: “23”
`),
      { only },
    );
  });

  it('is an error in the scope', () => {
    const scope = `
scope:
  actions: ["5", "55"]
                  ^^ error action-unknown: no action “55”
  except:
    - action: "18"
               ^^ error action-unknown: no action “18”
      reason: next year
`;
    expectFindings(markdownDraft('## Action 5\n\nWork goes on.\n', scope), { only });
    expectFindings(yamlDraft('  - action: "5"\n    text: Work goes on.\n', scope), { only });
  });

  it('leaves other plans, acts, code and comments alone', () => {
    expectFindings(
      markdownDraft(`
## Action 5

Action 21 of the Multi-Annual Action Plan is about seizures.
The page \`Action 99\` is gone. <!-- Action 98 --> Joint Action 97/827/JHA was the first.

## Action plan of the port of Antwerp

Text.
`),
      { only },
    );
    expectFindings(yamlDraft('  - section: Action plan\n    text: Action 21 of the Multi-Annual Action Plan.\n'), {
      only,
    });
  });

  it('leaves actions of several roadmaps, sub-numbers and qualified numbers alone', () => {
    expectFindings(
      markdownDraft(
        '## Action 6.1\n\nText.\n\n## Action 10 (eu-drugs-2023)\n\nSee eu-drugs-2023:11 and Actions 4-7.\n',
      ),
      { only },
    );
  });

  it('says nothing where the roadmap is unknown: that is the finding', () => {
    expectFindings('---\nroadmap: eu-drugs-2032\n---\n\n## Action 99\n\nText.\n', { only });
    expectFindings('---\nroadmap: [eu-drugs-2023, ports-plan]\n---\n\n## Action 99\n\nText.\n', { only });
    expectFindings('---\ntitle: No roadmap\n---\n\n## Action 99\n\nText.\n', { only });
  });

  it('corrects what the title settles, and guesses a number only', () => {
    const fix = { code: 'action-unknown', title: 'Change to “8”' };
    expectFix(markdownDraft(`## Action 88: ${TITLE}\n\nText.\n`), { ...fix, safe: true }, `## Action 8: ${TITLE}`);
    expectFix(markdownDraft('## Action 88\n\nText.\n'), { ...fix, safe: false }, '## Action 8');
    expectFix(yamlDraft('  - action: "88"\n    text: Text.\n'), { ...fix, safe: false }, '  - action: "8"');
    expectFix(
      markdownDraft('## Action 5\n\nSee Action 88.\n', 'scope:\n  actions: ["5"]'),
      { code: 'action-unknown', title: 'Change to “Action 8”', safe: false },
      'See Action 8.',
    );
  });
});

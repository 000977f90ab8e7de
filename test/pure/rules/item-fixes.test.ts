import assert from 'node:assert/strict';
import { markdownDraft, yamlDraft } from '../../drafts';
import { expectFix, fixesOf } from '../../fixes';

const NETWORK = 'scope:\n  actions: ["6"]\n';
const NEAR = { code: 'deadline-due-soon', title: 'Add 2 next steps by the deadline, to be completed', safe: false };
const PASSED = {
  code: 'deliverable-unreported',
  title: 'List the deliverable, with a status to be completed',
  safe: false,
};
const TITLES = [
  'Blueprint for partnerships against money laundering',
  'Horizon Europe call on security research, with tools for financial investigations',
] as const;

describe('fixes that add items to an entry', () => {
  it('add next steps at the end of an entry without any', () => {
    const steps = (mark: string) =>
      TITLES.map((title) => `${mark}[insert who will do what] for “${title}” by 30 June 2024.`);
    expectFix(
      markdownDraft('## Action 6\n\n- **Status:** in progress\n\nWork goes on.\n\n## Way forward\n\nMore.\n', NETWORK),
      NEAR,
      ['**Next steps**', '', ...steps('- '), ''].join('\n'),
    );
    expectFix(
      yamlDraft(
        '  - action: "6"\n    status: in-progress\n    text: |\n      Work goes on.\n\n  # Later.\n  - section: More\n',
        NETWORK,
      ),
      NEAR,
      [
        '    next:',
        ...TITLES.flatMap((title) => [
          `      - text: "[insert who will do what] for “${title}”"`,
          '        due: 2024-06-30',
        ]),
      ].join('\n'),
    );
  });

  it('add next steps behind those that are there, in their form', () => {
    expectFix(
      markdownDraft(
        '## Action 6\n\n- **Status:** in progress\n\n**Next steps**\n\n* Europol will meet\n  twice.\n  * **Actors:** Europol\n\nWork goes on.\n',
        NETWORK,
      ),
      NEAR,
      TITLES.map((title) => `* [insert who will do what] for “${title}” by 30 June 2024.`).join('\n'),
    );
  });

  it('list deliverables before next steps, or behind those that are listed', () => {
    const next = '**Next steps**\n\n- Europol will present the blueprint on 20 June 2024.\n';
    expectFix(
      markdownDraft(`## Action 6\n\n- **Status:** in progress\n\n${next}`, NETWORK),
      PASSED,
      `**Deliverables**\n\n- ${TITLES[1]}: [insert status]\n`,
    );
    const item = `    deliverables:\n    - deliverable: "6.1"\n      status: in-progress\n`;
    const steps = '    next:\n      - text: Present the blueprint\n        due: 2024-06-20\n';
    expectFix(
      yamlDraft(`  - action: "6"\n    status: in-progress\n${item}${steps}`, NETWORK),
      PASSED,
      `    - deliverable: "6.9" # ${TITLES[1]}\n      status: "[insert status]"`,
    );
  });

  it('are not there in a table, in brackets, or behind a comment that nobody closed', () => {
    const none = (source: string, code = 'deadline-due-soon') => assert.deepEqual(fixesOf(source, code), []);
    none(markdownDraft('| Action | Status |\n| --- | --- |\n| 6 | in progress |\n', NETWORK));
    none(yamlDraft('  - {action: "6", status: in-progress}\n', NETWORK));
    none(markdownDraft('## Action 6\n\n- **Status:** in progress\n\nWork goes on.\n\n<!-- Later\n', NETWORK));
  });
});

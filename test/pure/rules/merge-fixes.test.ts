import assert from 'node:assert/strict';
import { markdownDraft, yamlDraft } from '../../drafts';
import { applyFix, expectFix, findingsOf, fixesOf } from '../../fixes';

const code = 'action-duplicate';
const FIX = { code, title: 'Put the two on Action 8 together', safe: false };
const STATUS = '- **Status:** in progress\n';

describe('the fix of action-duplicate', () => {
  it('puts the second section at the end of the first and says what both say once', () => {
    expectFix(
      markdownDraft(
        `## Action 8\n\n${STATUS}\nAlerts rose.\n\n## Way forward\n\nMore.\n\n## Action 8\n\n${STATUS}- **Evidence:** ST 9999/24\n\nTraining began.\n`,
      ),
      FIX,
      '- **Evidence:** ST 9999/24\n\nTraining began.\n\n## Way forward\n\nMore.',
    );
  });

  it('puts lists and texts of YAML together', () => {
    const first =
      '  - action: "8"\n    status: in-progress\n    actors: [europol]\n    text: Alerts rose.\n    next:\n      - text: Meet\n';
    const second =
      '  - action: "8"\n    status: in-progress\n    actors: [frontex]\n    text: |\n      Training began.\n    next:\n    - text: Train\n';
    expectFix(
      yamlDraft(`${first}  - section: More\n    text: More.\n${second}`),
      FIX,
      [
        '    actors: [europol, frontex]',
        '    text: |',
        '      Alerts rose.',
        '',
        '      Training began.',
        '    next:',
        '      - text: Meet',
        '      - text: Train',
        '  - section: More',
        '    text: More.',
      ].join('\n'),
    );
  });

  it('puts rows of one table together', () => {
    const rows = '| 8 | in progress | Europol | Alerts rose. |\n| 8 |  | Frontex | Training began. |\n';
    expectFix(
      markdownDraft(`| Action | Status | Actors | Progress |\n| --- | --- | --- | --- |\n${rows}`),
      FIX,
      '| 8 | in progress | Europol, Frontex | Alerts rose. Training began. |',
    );
  });

  it('is not there where a field has two values, another title, other actions, or a comment of its own', () => {
    const one = `## Action 8\n\n${STATUS}\nAlerts rose.\n\n`;
    const none = (source: string) => assert.deepEqual(fixesOf(source, code), []);
    none(markdownDraft(`${one}## Action 8\n\n- **Status:** delayed\n\nText.\n`));
    none(markdownDraft(`${one.replace('Action', 'One title: Action')}## Another title (Action 8)\n\nText.\n`));
    none(markdownDraft(`${one}## Actions 8 and 9\n\nText.\n`));
    none(markdownDraft(`${one}<!-- rapporteur-disable-next-line section-empty -- later -->\n## Action 8\n\nText.\n`));
    none(yamlDraft('  - action: "8"\n    status: delivered\n  - action: "8"\n    status: delayed\n'));
    none(yamlDraft('  - action: "8" # ask CEPOL\n    text: One.\n  - action: "8" # ask Europol\n    text: Two.\n'));
    none(yamlDraft('  - action: "8"\n    text: One.\n  # From the annex:\n  - action: "8"\n    text: Two.\n'));
  });

  it('leaves every word', () => {
    const source = markdownDraft(
      `## Action 8\n\n${STATUS}\nAlerts rose.\n\n## Action 8\n\nTraining began (ST 9999/24).\n`,
    );
    const { text, findings } = findingsOf(source);
    const [fix] = findings.filter((finding) => finding.code === code).flatMap(({ fixes }) => fixes);
    assert.ok(fix);
    const after = applyFix(text, fix);
    assert.deepEqual(
      text.match(/\w+/g)?.filter((word) => !after.includes(word)),
      [],
    );
  });
});

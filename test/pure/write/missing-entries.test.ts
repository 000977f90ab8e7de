import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { missingEntries } from '../../../server/src/write/missing-entries';
import { snapshotOf, uriOf } from '../../analyse';
import { addedBy, applyFix } from '../../fixes';

/** A file's text with the entries inserted, the codes of the findings then, and of those that are new. */
function inserted(path: string, text: string, actions?: readonly string[]) {
  const snapshot = snapshotOf({ [path]: text });
  const before = snapshot.findings(uriOf(path));
  const analysed = snapshot.report(uriOf(path));
  assert.ok(analysed);
  const { edits, count } = missingEntries(analysed, snapshot.actors, actions);
  const result = applyFix(text, { title: '', safe: false, edits });
  const after = snapshotOf({ [path]: result });
  const findings = after.findings(uriOf(path));
  return {
    result,
    count,
    codes: findings.map(({ code }) => code),
    added: addedBy(before, findings),
    after: after.report(uriOf(path)),
  };
}

const markdown = (text: string, actions?: readonly string[]) => inserted('/draft.report.md', text, actions);
const yaml = (text: string, actions?: readonly string[]) => inserted('/draft.report.yaml', text, actions);

/** The headings, or the lines of the items, in order. */
function outline(text: string): readonly string[] {
  return text.split(/\r?\n/).filter((line) => /^#|^ *- (?:action|section):/.test(line));
}

function header(scope: string): string {
  return `roadmap: eu-drugs-2023\ndate: 2024-06-03\ntitle: Progress report\nauthor: belgium\n${scope}`;
}

const front = (scope = '') => `---\n${header(scope)}---\n\n`;

describe('entries for missing actions', () => {
  it('stand before the next action of the area, as the others are written', () => {
    const { result, count } = markdown(
      `${front('scope:\n  actions: ["8", "14", "17"]\n')}# Report\n\n### Action 8\n\nText.\n\n### Action 17\n\nText.\n\n## Way forward\n\nText.\n`,
    );
    assert.equal(count, 1);
    assert.equal(
      result.slice(result.indexOf('### Action 14')),
      `### Action 14: Strengthening support to operational anti-drug trafficking operations in West Africa

- **Status:** [insert status]
- **Actors:** Commission, Member States, MAOC (N), Europol

[insert what was done, by whom and when]

**Next steps**

- [insert who will do what by when]

### Action 17

Text.

## Way forward

Text.
`,
    );
  });

  it('stand at the end of the area: of its heading, else behind its last entry', () => {
    const scope = 'scope:\n  actions: ["6", "8", "10", "12"]\n';
    const grouped = markdown(
      `${front(scope)}## 3.2 Dismantling high-risk criminal networks\n\n### Action 6\n\nText.\n\n### Remarks\n\nText.\n\n## Prevention\n\n## Way forward\n\nText.\n`,
    );
    assert.deepEqual(
      outline(grouped.result).map((line) => line.slice(0, 15)),
      [
        '## 3.2 Dismantl',
        '### Action 6',
        '### Remarks',
        '### Action 8: U',
        '## Prevention',
        '### Action 10: ',
        '### Action 12: ',
        '## Way forward',
      ],
    );
    const flat = markdown(`${front(scope)}## Action 6\n\nText.\n\n## Action 10\n\nText.\n\n## Way forward\n\nText.\n`);
    assert.deepEqual(
      outline(flat.result).map((line) => line.slice(0, 12)),
      ['## Action 6', '## Action 8:', '## Action 10', '## Action 12', '## Way forwa'],
    );
  });

  it('stand between the entries around them where their area has none', () => {
    const { result } = markdown(
      `${front('scope:\n  actions: ["2", "8", "14"]\n')}## Action 8\n\nText.\n\n## Way forward\n\nText.\n`,
    );
    assert.deepEqual(
      outline(result).map((line) => line.slice(0, 12)),
      ['## Action 2:', '## Action 8', '## Action 14', '## Way forwa'],
    );
  });

  it('open their area where the others stand under the titles of theirs', () => {
    const scope = 'scope:\n  actions: ["2", "8", "14", "17"]\n';
    const { result } = markdown(
      `${front(scope)}# Report\n\n## Dismantling high-risk criminal networks\n\n### Action 8\n\nText.\n\n## Way forward\n\nText.\n`,
    );
    assert.deepEqual(
      outline(result).map((line) => line.slice(0, 25)),
      [
        '# Report',
        '## The European Ports All',
        '### Action 2: Strengtheni',
        '## Dismantling high-risk ',
        '### Action 8',
        '## International cooperat',
        '### Action 14: Strengthen',
        '### Action 17: Strengthen',
        '## Way forward',
      ],
    );
    const inYaml = yaml(
      `${header(scope)}entries:\n  - section: Dismantling high-risk criminal networks\n  - action: "8"\n    text: Text.\n  - section: International cooperation\n`,
    );
    assert.deepEqual(
      outline(inYaml.result).map((line) => line.slice(0, 40)),
      [
        '  - section: "The European Ports Alliance: ',
        '  - action: "2" # Strengthening law enforce',
        '  - section: Dismantling high-risk criminal',
        '  - action: "8"',
        '  - section: International cooperation',
        '  - action: "14" # Strengthening support to',
        '  - action: "17" # Strengthening law enforc',
      ].map((line) => line.slice(0, 40)),
    );
  });

  it('add nothing but placeholders to the findings, for every action of the roadmap', () => {
    for (const { codes, count, after } of [
      markdown(`${front()}# Report\n\nText.\n`),
      yaml(`${header('')}entries: []\n`),
    ]) {
      assert.equal(count, 17);
      assert.deepEqual([...new Set(codes)], ['placeholder-left']);
      assert.deepEqual(
        after?.report.sections.flatMap(({ actions }) => actions.map(({ action }) => action)),
        Array.from({ length: 17 }, (_, index) => String(index + 1)),
      );
    }
  });

  it('give the names in use and the deliverables that have a deadline', () => {
    const { result } = markdown(`${front('scope:\n  actions: ["16"]\n').replace('2024-06-03', '2024-12-02')}Text.\n`);
    assert.match(result, /\*\*Actors:\*\* Commission, Europol, EUDA, Member States\n/);
    assert.match(
      result,
      /\*\*Deliverables\*\*\n\n- Support to a UN .* drugs: \[insert status\]\n {2}- \*\*Deadline:\*\* in December 2023\n- Next EU-China .*: \[insert status\]\n {2}- \*\*Deadline:\*\* in 2024\n/,
    );
  });

  it('in YAML have the indentation, blank lines and line ends of the others', () => {
    const scope = 'scope:\n  actions: ["8", "14", "17"]\n';
    const tight = yaml(
      `${header(scope)}entries:\n- action: "8"\n  text: Text.\n# On the last one.\n- action: "17"\n  text: |\n    # Text`,
    );
    assert.deepEqual(tight.result.slice(tight.result.indexOf('- action')).split('\n').slice(0, 5), [
      '- action: "8"',
      '  text: Text.',
      '- action: "14" # Strengthening support to operational anti-drug trafficking operations in West Africa',
      '  status: "[insert status]"',
      '  actors: [commission, member-states, maoc-n, europol]',
    ]);
    assert.match(tight.result, /insert who will do what by when\]"\n# On the last one\.\n- action: "17"/);
    const airy = yaml(
      `${header(scope)}entries:\n    - action: "8"\n      text: Text.\n\n    - action: "14"\n      text: Text.\nkind: progress-report\n`.replace(
        /\n/g,
        '\r\n',
      ),
    );
    assert.match(airy.result, /\r\n {6}text: Text\.\r\n\r\n {4}- action: "17" # .*\r\n {6}status: .*\r\n/);
    assert.match(airy.result, /\r\n\r\nkind: progress-report\r\n$/);
    assert.doesNotMatch(airy.result, /[^\r]\n/);
  });

  it('open the entries of a YAML report that has none', () => {
    const scope = 'scope:\n  actions: ["8"]\n';
    for (const end of ['', 'entries:', 'entries:\n', 'entries: [] # none yet\n', 'entries:\nkind: progress-report\n']) {
      const { result, after } = yaml(`${header(scope)}${end}`);
      assert.deepEqual(
        after?.report.sections.map(({ actions }) => actions[0]?.action),
        ['8'],
        JSON.stringify(end),
      );
      assert.equal(after?.report.problems.length, 0, result);
    }
  });

  it('never change what is there, forget nothing and add only placeholders, in any draft', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 17 }), { maxLength: 6 });
    const level = fc.integer({ min: 1, max: 4 });
    const property = fc.property(numbers, level, fc.boolean(), fc.boolean(), (present, depth, grouped, asYaml) => {
      const markdownEntries = present.map((id) => `${'#'.repeat(depth + 1)} Action ${id}\n\nNo progress to report.\n`);
      const area = `${'#'.repeat(depth)} Prevention\n\nText.\n`;
      const text = asYaml
        ? `${header('')}entries:\n  - section: Introduction\n    text: Text.\n${present.map((id) => `  - action: "${id}"\n    text: No progress to report.\n`).join('')}`
        : `${front()}${['# Introduction\n\nText.\n', ...(grouped ? [area] : []), ...markdownEntries, '# Way forward\n\nText.\n'].join('\n')}`;
      const { result, count, codes, added } = asYaml ? yaml(text) : markdown(text);
      assert.equal(count, 17 - present.length);
      assert.equal(codes.includes('action-unreferenced'), false);
      assert.deepEqual(added, []);
      const lines = result.split('\n');
      let at = 0;
      for (const line of text.split('\n')) {
        at = lines.indexOf(line, at) + 1;
        assert.ok(at > 0, `the line “${line}” is gone`);
      }
    });
    fc.assert(property, { numRuns: 25 });
  });

  it('leave entries in brackets alone', () => {
    const { edits, count } = (() => {
      const text = `${header('scope:\n  actions: ["8", "14"]\n')}entries: [{action: "8", text: Text.}]\n`;
      const snapshot = snapshotOf({ '/draft.report.yaml': text });
      const analysed = snapshot.report(uriOf('/draft.report.yaml'));
      assert.ok(analysed);
      return missingEntries(analysed, snapshot.actors);
    })();
    assert.deepEqual([edits.length, count], [0, 0]);
  });

  it('stand behind titles pasted from Word, which a heading would end', () => {
    const { result, after } = markdown(
      `${front('scope:\n  actions: ["8", "9", "14"]\n')}Action 9: Towards a more robust legal framework against organised crime\n\nText.\n\nAction 14\n\nText.\n`,
    );
    assert.deepEqual(
      after?.report.sections.flatMap(({ actions }) => actions.map(({ action }) => action)),
      ['8', '9', '14'],
      result,
    );
    const mixed = markdown(`${front('scope:\n  actions: ["8"]\n')}State of play\n\nText.\n\nWay forward\n\nText.\n`);
    assert.match(mixed.result, /Text\.\n\n## Action 8: [^\n]*\n/);
    assert.ok(mixed.result.indexOf('## Action 8') > mixed.result.indexOf('Way forward'));
  });

  it('leave a suppression comment with the heading below it', () => {
    const { result } = markdown(
      `${front('scope:\n  actions: ["14", "17"]\n')}<!-- rapporteur-disable-next-line action-title-mismatch -- short on purpose -->\n## Action 17: Others\n\nText.\n`,
    );
    assert.match(result, /\n<!-- rapporteur-disable-next-line [^\n]*\n## Action 17: Others\n/);
  });

  it('are those that are asked for, and leave out what a section seems to be about', () => {
    const text = `${front()}## Setting up a network of specialised prosecutors and judges\n\nEurojust prepares the network of prosecutors and judges, who deal with criminal networks.\n`;
    const all = markdown(text);
    assert.equal(all.count, 16);
    assert.doesNotMatch(all.result, /^## Action 5:/m);
    assert.equal(markdown(text, ['5', '6', '99']).count, 2);
  });

  it('name the roadmap where the report is on several', () => {
    const plan =
      'roadmap: ports\ntitle: Ports plan\nactions:\n  - action: "8"\n    title: Training\n    actors: [commission]\n';
    const text = '---\nroadmap: [eu-drugs-2023, ports]\ndate: 2024-06-03\nscope:\n  actions: ["8"]\n---\n\nText.\n';
    const snapshot = snapshotOf({ '/draft.report.md': text, '/ports.roadmap.yaml': plan });
    const analysed = snapshot.report(uriOf('/draft.report.md'));
    assert.ok(analysed);
    const { edits } = missingEntries(analysed, snapshot.actors);
    assert.deepEqual(outline(edits.map(({ newText }) => newText).join('')), [
      '## Action 8 (eu-drugs-2023): Unlocking the potential of Schengen Information System alerts',
      '## Action 8 (ports): Training',
    ]);
  });
});

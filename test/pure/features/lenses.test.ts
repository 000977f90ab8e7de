import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Lenses } from '../../../server/src/features/lenses';
import { snapshotOf, uriOf } from '../../analyse';
import { markdownDraft, yamlDraft } from '../../drafts';
import { parseFixture } from '../../fixture';

/**
 * The lenses of the first file of a fixture: the words that each stands above, what it says, and the words that it opens
 * with the name of their file, of many the first and their number; or whose mentions.
 */
function lensesIn(fixture: string): readonly string[] {
  const { files } = parseFixture(fixture);
  const [file] = files;
  assert.ok(file);
  const snapshot = snapshotOf(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  const lenses = new Lenses();
  return lenses.of(snapshot, uriOf(file.path)).map(({ span, title, opens }) => {
    if ('mentionsOf' in opens) {
      return `${file.text.slice(span.start, span.end)}: ${title} -> mentions of ${opens.mentionsOf.replace('\n', ' ')}`;
    }
    const [first] = opens;
    assert.ok(first && 'span' in first, `${title} opens nothing`);
    const words = snapshot.text(first.uri)?.slice(first.span.start, first.span.end);
    const name = first.uri.slice(first.uri.lastIndexOf('/') + 1).replace(/\..*/, '');
    const more = opens.length > 1 ? ` and ${opens.length - 1} more` : '';
    return `${file.text.slice(span.start, span.end)}: ${title} -> ${name} "${words}"${more}`;
  });
}

const HEADING = '## Action 6';

describe('lenses of an entry', () => {
  it('count deliverables and days, and open them in the roadmap', () => {
    assert.deepEqual(lensesIn(markdownDraft(`${HEADING}\n\n- **Status:** in progress\n`)), [
      'Action 6: 0 of 9 deliverables delivered -> eu-drugs-2023 "6.1" and 8 more',
      'Action 6: due in 27 days -> eu-drugs-2023 "../2024-06-30"',
    ]);
    const done = `${HEADING}\n\n**Deliverables**\n\n- 6.1: delivered (14 May 2024)\n- 6.2: dropped\n`;
    assert.deepEqual(lensesIn(markdownDraft(done)), [
      'Action 6: 1 of 9 deliverables delivered, 1 dropped -> eu-drugs-2023 "6.1" and 8 more',
      'Action 6: due in 27 days -> eu-drugs-2023 "2024-06"',
    ]);
    assert.deepEqual(lensesIn(markdownDraft(`${HEADING}\n\n- **Status:** delivered\n`)), [
      'Action 6: 9 of 9 deliverables delivered -> eu-drugs-2023 "6.1" and 8 more',
    ]);
  });

  it('say how late it is, whether the entry admits it or not', () => {
    const late = (lines: string, date = '2024-07-12') =>
      lensesIn(markdownDraft(`${HEADING}\n\n${lines}\n`, `date: ${date}`)).filter((one) => !one.includes('delivered'));
    assert.deepEqual(late('- **Status:** in progress'), [
      'Action 6: 2 deadlines missed, up to 12 days late -> eu-drugs-2023 "../2024-06-30" and 1 more',
    ]);
    const one = '**Deliverables**\n\n- 6.1: delivered (14 May 2024)';
    assert.deepEqual(late(one), ['Action 6: 12 days late -> eu-drugs-2023 "2024-06"']);
    assert.deepEqual(late(one, '2024-07-01'), ['Action 6: 1 day late -> eu-drugs-2023 "2024-06"']);
    assert.deepEqual(late(one, '2024-06-30'), ['Action 6: due today -> eu-drugs-2023 "2024-06"']);
    assert.deepEqual(late('- **Revised deadline:** 31 July 2024\n- **Reason:** none'), [
      'Action 6: due in 19 days (revised deadline) -> eu-drugs-2023 "../2024-06-30"',
    ]);
    assert.deepEqual(late('- **Revised deadline:** 31 July 2026\n- **Reason:** none'), [
      'Action 6: due by 31 July 2026 (revised deadline) -> eu-drugs-2023 "../2024-06-30"',
    ]);
  });

  const PREVIOUS =
    '//- /last.report.yaml\nroadmap: eu-drugs-2023\ndate: 2023-12-31\nentries:\n  - action: "14"\n    status: in-progress\n';

  it('say what the report before said, and who else mentions it', () => {
    const draft = yamlDraft('  - action: "14"\n  - action: "15"\n  - section: Outlook\n', 'previous: last.report.yaml');
    assert.deepEqual(
      lensesIn(`${draft}${PREVIOUS}`).filter((one) => /report/.test(one)),
      [
        '14: previous report: in progress -> last "14"',
        '14: 1 other report mentions it -> mentions of eu-drugs-2023 14',
        '15: no entry in the previous report -> last ""',
      ],
    );
  });

  it('stand above rows of a table that are entries, with less to say', () => {
    const draft = markdownDraft('| Action | Status |\n|---|---|\n| Action 6 | in progress |\n');
    assert.deepEqual(lensesIn(draft), ['6: due in 27 days -> eu-drugs-2023 "../2024-06-30"']);
  });

  it('are none where the action is unknown, or there is none', () => {
    assert.deepEqual(lensesIn(markdownDraft('## Action 99\n\nText.\n\n## Outlook\n')), []);
  });
});

describe('lenses of a roadmap', () => {
  const PLAN = `//- /plan.roadmap.yaml
roadmap: plan
title: Plan
actions:
  - action: "1"
    title: Light the docks
  - action: "2"
    title: Watch the docks
`;

  it('say the latest status and where, and who mentions the action', () => {
    const report = (name: string, date: string, status: string) =>
      `//- /${name}.report.md\n---\nroadmap: plan\ntitle: Progress\ndate: ${date}\n---\n\n## Action 1\n\n- **Status:** ${status}\n\n`;
    assert.deepEqual(
      lensesIn(`${PLAN}${report('b', '2024-06-03', 'delivered')}${report('a', '2024-01-15', 'delayed')}`),
      ['1: delivered (Progress, 3 June 2024) -> b "Action 1"', '1: 2 reports mention it -> mentions of plan 1'],
    );
  });

  it('say which reports quote another title', () => {
    const plan = PLAN.replace('Light the docks', 'Light all docks').concat(`  - action: "3"
    title: Paint the docks
    deliverables:
      - deliverable: "3.1"
        title: Eleven buckets of paint
`);
    const report = (name: string, body: string) =>
      `//- /${name}.report.md\n---\nroadmap: plan\ndate: 2024-06-03\n---\n\n${body}\n`;
    const quotes = (...reports: readonly string[]) =>
      lensesIn(`${plan}${reports.join('')}`).filter((one) => !/mention|progress/.test(one));
    const old = '## Action 1: Light the docks\n\nLamps.\n';
    assert.deepEqual(quotes(report('a', old)), [
      '1: 1 report quotes another title: “Light the docks” -> a "Light the docks"',
    ]);
    assert.deepEqual(quotes(report('a', old), report('b', old.replace('the', 'some')), report('c', '## Action 2\n')), [
      '1: 2 reports quote another title: “Light the docks” and 1 more -> a "Light the docks" and 1 more',
    ]);
    const deliverable =
      '## Action 3\n\n- **Status:** in progress\n\n**Deliverables**\n\n- Ten buckets of paint: in progress\n';
    assert.deepEqual(quotes(report('a', deliverable)), [
      '3.1: 1 report quotes another title: “Ten buckets of paint” -> a "Ten buckets of paint"',
    ]);
    assert.deepEqual(quotes(report('a', '## Light the docks\n\nThe docks got some light.\n')), [
      '1: 1 report quotes another title: “Light the docks” -> a "Light the docks"',
    ]);
    const hidden = `<!-- rapporteur-disable-next-line action-title-mismatch -- shorter -->\n${old}`;
    const slips =
      '## Action 1: Watch the docks\n\n## Action 3\n\n**Deliverables**\n\n- 3.9: delivered\n- Our own words: delivered\n';
    assert.deepEqual(
      quotes(report('a', hidden), report('b', '## Action 1: Light all docks.\n'), report('c', slips)),
      [],
    );
  });

  it('are none where no report is known', () => {
    assert.deepEqual(lensesIn(PLAN), []);
    assert.deepEqual(lensesIn('//- /actors.yaml\nactors: []\n'), []);
  });
});

describe('lenses', () => {
  it('are the same after an edit as anew, whatever the draft', () => {
    const lines = [
      '## Action 6',
      '## Actions 7 and 8',
      '- **Status:** delivered',
      '- **Revised deadline:** 2026',
      '- 6.1: dropped',
      '**Deliverables**',
      '  - action: "6"',
      '    status: delayed',
      '    deliverables: ["6.1"]',
      '',
    ];
    const text = fc.array(fc.constantFrom(...lines), { maxLength: 20 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(text, text, fc.constantFrom('/a.report.md', '/a.report.yaml'), (first, second, path) => {
        const keys = 'roadmap: eu-drugs-2023\nprevious: last.report.md\n';
        const header = path.endsWith('.md') ? `---\n${keys}---\n` : `${keys}entries:\n`;
        const last = '---\nroadmap: eu-drugs-2023\ndate: 2024-01-15\n---\n## Action 6\n\n- **Status:** delayed\n';
        const uri = uriOf(path);
        const kept = new Lenses();
        const before = snapshotOf({ [path]: `${header}${first}`, '/last.report.md': last });
        kept.of(before, uri);
        const after = before.with([{ uri, text: `${header}${second}\n${first}` }]);
        assert.deepEqual(kept.of(after, uri), new Lenses().of(after, uri));
        const another = after.with([{ uri: uriOf('/last.report.md'), text: last.replace('delayed', 'dropped') }]);
        assert.deepEqual(kept.of(another, uri), new Lenses().of(another, uri));
        const later = another.with([], { today: '2024-09-01' });
        assert.deepEqual(kept.of(later, uri), new Lenses().of(later, uri));
      }),
      { numRuns: 100 },
    );
  });
});

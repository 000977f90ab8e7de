import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Lenses } from '../../server/src/features/lenses';
import { overview } from '../../server/src/features/overview';
import { entriesOf } from '../../server/src/model/entry';
import { RULES } from '../../server/src/rules';
import { convertReport } from '../../server/src/write/convert/convert';
import { missingEntries } from '../../server/src/write/missing-entries';
import { skeleton } from '../../server/src/write/skeleton';
import { type AnalyseOptions, snapshotOf, uriOf } from '../analyse';
import { expectCompletion } from '../completions';
import { applyFix, findingsOf } from '../fixes';
import { expectHover } from '../hovers';
import { applyEdits } from '../moving';

// Reports on the three roadmaps that ship: two of them have an "Action 5", the third has a "Priority 5".

const HEADER = `roadmap: [eu-drugs-2023, coalition-2023, luxembourg-2015]
title: Report on three plans
author: presidency
date: 2024-01-03
`;

const markdown = (body: string, header = '') => `---\n${HEADER}${header}---\n\n${body}\n`;
const yaml = (entries: string, header = '') => `${HEADER}${header}entries:\n${entries}`;

const MD = '/a.report.md';
const YML = '/b.report.yaml';

/** The actions of a report's entries: "eu-drugs-2023:5"; of an ambiguous one all, with question marks. */
function actionsOf(path: string, text: string): readonly string[] {
  const report = snapshotOf({ [path]: text }).report(uriOf(path))?.report ?? assert.fail('it is no report');
  return entriesOf(report).flatMap(({ actions }) =>
    actions.map(({ roadmap, action, candidates }) => `${roadmap ?? `${candidates.join('?')}?`}:${action}`),
  );
}

function findings(path: string, text: string, only: readonly string[], options: AnalyseOptions = {}) {
  const found = findingsOf(`//- ${path}\n${text}`, options).findings;
  return found.filter(({ code }) => only.includes(code));
}

describe('a report on several roadmaps', () => {
  it('tells actions apart by the roadmap in brackets, before a colon, by a label and by a title, in Markdown', () => {
    const body = [
      '## Action 5 (eu-drugs-2023): A network of specialised prosecutors and judges to dismantle criminal networks',
      '## Action 5 (luxembourg-2015)',
      '## luxembourg-2015:7',
      '## Priority 5',
      '## Action 6: Joint Investigation Teams',
      '## Facilitating financial investigations',
      '## Actions 8 and 9 (luxembourg-2015)',
      '## Action 12',
      '## Action 1',
    ];
    assert.deepEqual(actionsOf(MD, markdown(body.join('\n\nWork goes on.\n\n'))), [
      'eu-drugs-2023:5',
      'luxembourg-2015:5',
      'luxembourg-2015:7',
      'coalition-2023:5',
      'luxembourg-2015:6',
      'eu-drugs-2023:6',
      'luxembourg-2015:8',
      'luxembourg-2015:9',
      'eu-drugs-2023:12',
      'eu-drugs-2023?luxembourg-2015?:1',
    ]);
  });

  it('tells them apart in tables', () => {
    const rows = ['eu-drugs-2023:8', 'Action 9 (luxembourg-2015)', '10 (coalition-2023)', 'Priority 2', 'ANPR', '4'];
    const table = ['| Action | Status |', '| --- | --- |', ...rows.map((row) => `| ${row} | in progress |`)].join('\n');
    assert.deepEqual(actionsOf(MD, markdown(`## State of play\n\n${table}`)), [
      'eu-drugs-2023:8',
      'luxembourg-2015:9',
      'coalition-2023:10',
      'coalition-2023:2',
      'luxembourg-2015:1',
      'eu-drugs-2023?coalition-2023?luxembourg-2015?:4',
    ]);
  });

  it('tells them apart in YAML, with their deliverables', () => {
    const text = yaml(`  - action: eu-drugs-2023:5
    status: in-progress
  - action: Priority 5
    status: in-progress
  - action: Joint Investigation Teams
    status: in-progress
  - action: Action 9 (luxembourg-2015)
    deliverables:
      - deliverable: "9.5"
        status: delivered
  - action: ["eu-drugs-2023:7", "luxembourg-2015:7"]
    status: in-progress
  - action: "12"
    status: in-progress
  - action: "6"
    status: in-progress
`);
    assert.deepEqual(actionsOf(YML, yaml('  - action: Actions 8 and 9 (luxembourg-2015)\n    text: Text.\n')), [
      'luxembourg-2015:8',
      'luxembourg-2015:9',
    ]);
    assert.deepEqual(actionsOf(YML, text), [
      'eu-drugs-2023:5',
      'coalition-2023:5',
      'luxembourg-2015:6',
      'luxembourg-2015:9',
      'eu-drugs-2023:7',
      'luxembourg-2015:7',
      'eu-drugs-2023?coalition-2023?:12',
      'eu-drugs-2023?coalition-2023?luxembourg-2015?:6',
    ]);
    const report = snapshotOf({ [YML]: text }).report(uriOf(YML))?.report;
    assert.deepEqual(
      report?.sections[3]?.fields.deliverables?.value?.map(({ roadmap, deliverable }) => [roadmap, deliverable]),
      [['luxembourg-2015', '9.5']],
    );
  });

  it('tells them apart in running text', () => {
    const text = markdown(
      '## Introduction\n\nPriority 13 goes with Action 5 (eu-drugs-2023), Actions 4 and 6 (luxembourg-2015), ' +
        'eu-drugs-2023:3 and Action 14. Nobody knows which Action 7 is.',
    );
    const [section] =
      snapshotOf({ [MD]: text })
        .report(uriOf(MD))
        ?.report.sections.slice(-1) ?? [];
    assert.deepEqual(
      section?.mentions.actions.map(({ roadmap, action }) => `${roadmap}:${action}`),
      [
        'coalition-2023:13',
        'eu-drugs-2023:5',
        'luxembourg-2015:4',
        'luxembourg-2015:6',
        'eu-drugs-2023:3',
        'eu-drugs-2023:14',
        'undefined:7',
      ],
    );
  });

  it('asks which one is meant, with a fix for each choice that settles it', () => {
    const drafts: readonly (readonly [path: string, text: string, choices: readonly string[]])[] = [
      [MD, markdown('## Action 5\n\n- **Status:** in progress\n\nText.'), ['eu-drugs-2023:5', 'luxembourg-2015:5']],
      [
        MD,
        markdown('| Action | Status |\n| --- | --- |\n| 5 | in progress |'),
        ['eu-drugs-2023:5', 'coalition-2023:5', 'luxembourg-2015:5'],
      ],
      [YML, yaml('  - action: "17"\n    status: in-progress\n'), ['eu-drugs-2023:17', 'coalition-2023:17']],
      [YML, yaml('  - action: Action 5\n    status: in-progress\n'), ['eu-drugs-2023:5', 'luxembourg-2015:5']],
    ];
    for (const [path, text, choices] of drafts) {
      const found = findings(path, text, ['action-ambiguous']);
      assert.equal(found.length, 1, text);
      const fixes = found.flatMap((finding) => finding.fixes);
      assert.deepEqual(
        fixes.map((fix) => actionsOf(path, applyFix(text, fix)).join()),
        choices,
      );
    }
  });

  it('settles one number of a list without another meaning for the rest', () => {
    const drafts: readonly (readonly [path: string, heading: string, fixed: readonly string[]])[] = [
      [
        MD,
        '## Actions 5, 6 and 12',
        ['## Actions luxembourg-2015:5, Actions 6 and 12', '## Actions 5, luxembourg-2015:6 and Action 12'],
      ],
      [MD, '## Actions 12 and 5', ['## Actions 12 and luxembourg-2015:5']],
      [MD, '## Actions 4-6', ['## Actions luxembourg-2015:4-6']],
      [MD, '## Actions 4-6 and 12', ['## Actions luxembourg-2015:4-6 and Action 12']],
      [
        YML,
        'action: 5, 6 and 12',
        ['action: luxembourg-2015:5, Actions 6 and 12', 'action: 5, luxembourg-2015:6 and Action 12'],
      ],
      [YML, 'action: [5, 6, 12]', ['action: [luxembourg-2015:5, 6, 12]', 'action: [5, luxembourg-2015:6, 12]']],
    ];
    for (const [path, heading, fixed] of drafts) {
      const text = path === MD ? markdown(`${heading}\n\nText.`) : yaml(`  - ${heading}\n    text: Text.\n`);
      const found = findings(path, text, ['action-ambiguous']);
      const made = found.flatMap(({ fixes }) => fixes.filter(({ title }) => title.includes('Action Programme')));
      assert.deepEqual(
        made.map((fix) => applyFix(text, fix)),
        fixed.map((line) => text.replace(heading, line)),
      );
      const left = made.map((fix) => findings(path, applyFix(text, fix), ['action-ambiguous', 'action-unknown']));
      for (const after of left) {
        assert.ok(after.length < found.length, heading);
        assert.ok(
          after.every(({ code }) => code === 'action-ambiguous'),
          heading,
        );
      }
    }
  });

  it('names the roadmap in its scope in each of these ways', () => {
    const scope =
      'scope:\n  actions: ["eu-drugs-2023:5", Action 6 (luxembourg-2015), Priority 3, 7 (coalition-2023), "16"]\n' +
      '  except:\n    - action: 16 (coalition-2023)\n      reason: It has no date.\n';
    const text = markdown('## Introduction\n\nNothing yet.', scope);
    assert.deepEqual(findings(MD, text, ['action-unknown']), []);
    const [forgotten] = findings(MD, text, ['action-unreferenced']);
    assert.match(forgotten?.message ?? '', /All 2 actions of “EU roadmap[^”]*” in the report’s scope are missing/);
    assert.match(forgotten?.message ?? '', /All 2 actions of “Statement of the coalition/);
    assert.match(
      forgotten?.message ?? '',
      /The only action of “Action Programme[^”]*” in the report’s scope is missing: 6/,
    );
  });

  it('counts and names what is forgotten for each of its roadmaps', () => {
    const body = ['## Action 5 (eu-drugs-2023)', '## Priority 1', '## ANPR'].join('\n\nWork goes on.\n\n');
    const text = markdown(`${body}\n\nWork goes on.`);
    const [forgotten] = findings(MD, text, ['action-unreferenced']);
    assert.match(forgotten?.message ?? '', /16 of the 17 actions of “EU roadmap[^”]*” are missing: 1, 2, 3, 4, 6/);
    assert.match(forgotten?.message ?? '', /16 of the 17 actions of “Statement[^”]*” are missing: 2, 3/);
    assert.match(forgotten?.message ?? '', /10 of the 11 actions of “Action Programme[^”]*” are missing: 2, 3/);
    const state = overview(snapshotOf({ [MD]: text }), uriOf(MD));
    assert.deepEqual([state?.covered, state?.required, state?.missing], [3, 45, 42]);
    assert.equal(state?.roadmaps.length, 3);
  });

  it('names the roadmap with an action wherever the number alone would not tell, in messages and fixes', () => {
    const scope = 'scope:\n  actions: ["eu-drugs-2023:6", "luxembourg-2015:6", Priority 6]\n';
    const [forgotten] = findings(MD, markdown('## Action 1\n\nText.', scope), ['action-unreferenced']);
    assert.deepEqual(
      forgotten?.fixes.map(({ title }) => title),
      [
        'Insert sections for all 3 actions without one',
        'Insert a section for Action 6 (eu-drugs-2023)',
        'Insert a section for Priority 6',
        'Insert a section for Action 6 (luxembourg-2015)',
        'Leave Action 6 (eu-drugs-2023) out of the scope, with a reason',
        'Leave Priority 6 out of the scope, with a reason',
        'Leave Action 6 (luxembourg-2015) out of the scope, with a reason',
      ],
    );
    const drafts: readonly (readonly [code: string, body: string, words: RegExp])[] = [
      [
        'action-duplicate',
        '## Action 5 (luxembourg-2015)\n\nText.\n\n## Action 5 (eu-drugs-2023)\n\nText.\n\n## luxembourg-2015:5\n\nText.',
        /^Another section reports on Action 5 \(luxembourg-2015\) already/,
      ],
      ['action-unreported', 'As in Action 5 (luxembourg-2015).', /^Action 5 \(luxembourg-2015\) is only mentioned/],
      [
        'deliverable-unknown',
        '## Action 9 (eu-drugs-2023)\n\n**Deliverables**\n\n- 9.9: in progress',
        /^“9.9” belongs to Action 9 \(luxembourg-2015\), not to Action 9 \(eu-drugs-2023\)/,
      ],
      ['actor-not-assigned', '## Priority 5\n\n- **Actors:** Frontex', /^The roadmap does not give Priority 5 to/],
      [
        'actor-missing',
        '## luxembourg-2015:5\n\n- **Actors:** France',
        /^The roadmap also gives Action 5 \(luxembourg-2015\)/,
      ],
    ];
    for (const [code, body, words] of drafts) {
      assert.match(findings(MD, markdown(body), [code])[0]?.message ?? '', words);
    }
  });

  it('gets entries for all that is missing, each of which names its roadmap where a number alone would not', () => {
    for (const [path, text] of [
      [MD, markdown('## Action 5 (eu-drugs-2023)\n\nWork goes on.')],
      [YML, yaml('  - action: eu-drugs-2023:5\n    text: Work goes on.\n')],
    ] as const) {
      const snapshot = snapshotOf({ [path]: text });
      const analysed = snapshot.report(uriOf(path)) ?? assert.fail('it is no report');
      const { edits, count } = missingEntries(analysed, snapshot.actors);
      const whole = applyEdits(text, edits);
      assert.equal(count, 44);
      const actions = actionsOf(path, whole);
      assert.deepEqual([actions.length, new Set(actions).size], [45, 45]);
      assert.ok(!actions.some((action) => action.includes('?')));
      assert.deepEqual(findings(path, whole, ['action-ambiguous', 'action-duplicate', 'action-unreferenced']), []);
      assert.equal(/Priority 5: /.test(whole), path === MD);
      const some = missingEntries(analysed, snapshot.actors, ['luxembourg-2015:7', '12']);
      assert.deepEqual(
        actionsOf(path, applyEdits(text, some.edits))
          .filter((action) => action !== 'eu-drugs-2023:5')
          .sort(),
        ['coalition-2023:12', 'eu-drugs-2023:12', 'luxembourg-2015:7'],
      );
    }
  });

  it('is made anew, roadmap by roadmap, and lacks nothing but what only its author knows', () => {
    const { roadmaps, actors, kinds } = snapshotOf({});
    const [first, ...others] = ['eu-drugs-2023', 'coalition-2023', 'luxembourg-2015'].flatMap(
      (id) => roadmaps.get(id) ?? [],
    );
    const [kind] = kinds;
    assert.ok(kind && first && others.length === 2);
    const all = [first, ...others].flatMap(({ id, actions }) => actions.map((action) => `${id}:${action.id}`));
    for (const format of ['markdown', 'yaml'] as const) {
      for (const by of ['number', 'area', 'actor', 'deadline'] as const) {
        const options = { format, by, areas: [], onlyActors: [], others, asOf: '2015-06-16', snippet: false };
        const text = skeleton(kind, first, actors, options);
        const path = format === 'yaml' ? YML : MD;
        assert.deepEqual([...actionsOf(path, text)].sort(), [...all].sort(), `${format} ${by}`);
        assert.match(text, /^roadmap: \[eu-drugs-2023, coalition-2023, luxembourg-2015\]$/m);
        const codes = new Set(findingsOf(`//- ${path}\n${text}`).findings.map(({ code }) => code));
        assert.deepEqual([...codes], ['placeholder-left'], `${format} ${by}`);
        const titles = [first, ...others].map(({ title }) =>
          text.indexOf(`${format === 'yaml' ? '  #' : '###'} ${title}\n`),
        );
        assert.ok(
          titles.every((at, index) => at > (titles[index - 1] ?? 0)),
          titles.join(),
        );
      }
    }
  });

  it('is converted with the roadmap of each action', () => {
    const drafts: readonly (readonly [markdown: string, yaml: string])[] = [
      ['## Action 5 (luxembourg-2015)', '  - action: "Action 5 (luxembourg-2015)"'],
      [
        '## Action 5 (eu-drugs-2023) and Action 5 (luxembourg-2015)',
        '  - action: ["eu-drugs-2023:5", "luxembourg-2015:5"]',
      ],
      ['## Actions 5 and 6 (luxembourg-2015)', '  - action: ["luxembourg-2015:5", "luxembourg-2015:6"]'],
      ['## Actions 12 and 15', '  - section: Actions 12 and 15\n    action: ["eu-drugs-2023:12", "eu-drugs-2023:15"]'],
    ];
    const { roadmaps: all, actors } = snapshotOf({});
    const roadmaps = ['eu-drugs-2023', 'coalition-2023', 'luxembourg-2015'].flatMap((id) => all.get(id) ?? []);
    const converted = (path: string, text: string) => {
      const report = snapshotOf({ [path]: text }).report(uriOf(path))?.report ?? assert.fail('it is no report');
      const conversion = convertReport(report, { roadmaps, actors, today: '2024-01-03' });
      return 'text' in conversion ? conversion.text : assert.fail(conversion.problem);
    };
    for (const [heading, item] of drafts) {
      const [md, yml] = [markdown(`${heading}\n\nText.`), yaml(`${item}\n    text: |\n      Text.\n`)];
      assert.equal(converted(MD, md), yml);
      assert.equal(converted(YML, yml), md);
    }
    assert.match(
      converted(YML, yaml('  - action: 7 (luxembourg-2015)\n    text: Text.\n')),
      /^## Action 7 \(luxembourg-2015\): /m,
    );
  });

  it('has lenses for each of the roadmaps', () => {
    const text = markdown('## Action 9 (luxembourg-2015)\n\nText.\n\n## Priority 3\n\nText.\n\n## Action 9\n\nText.');
    const titles = new Lenses().of(snapshotOf({ [MD]: text }), uriOf(MD)).map(({ title }) => title);
    assert.deepEqual(titles, [
      '0 of 10 deliverables delivered',
      '3 deadlines missed, up to 2925 days late',
      '0 of 2 deliverables delivered',
      '95 days late',
    ]);
  });

  it('is completed with the roadmap where the number alone would not tell, and only there', () => {
    const at = (line: string) => `//- ${MD}\n${markdown(line)}`;
    const prosecutors = 'A network of specialised prosecutors and judges to dismantle criminal networks';
    expectCompletion(at('## A network$0'))
      .applied(`Action 5: ${prosecutors}`)
      .gives(`## Action 5 (eu-drugs-2023): ${prosecutors}$0`);
    const magistrates = 'Priority 13: A network of contact magistrates for seaports and airports';
    expectCompletion(at('## A network$0')).applied(magistrates).gives(`## ${magistrates}$0`);
    expectCompletion(at('It goes with Action 5$0')).offersOnly('5 (eu-drugs-2023)', '5 (luxembourg-2015)');
    expectCompletion(at('It goes with Priority 5$0')).offersOnly('5');
    expectCompletion(at('It goes with Action 12$0')).offersOnly('12');
    expectCompletion(at('It goes with Action 5$0 (luxembourg-2015)')).offersOnly('5');
  });

  it('shows all that an ambiguous number can mean', () => {
    for (const text of ['## Action $05\n\nText.', '## Introduction\n\nAs in Action $05.']) {
      expectHover(`//- ${MD}\n${markdown(text)}`).mentions(
        'Nothing here says which roadmap is meant. Name it, as in “Action 5 (eu-drugs-2023)”.',
        '**Action 5: A network of specialised prosecutors and judges to dismantle criminal networks**',
        '**Action 5: Investigative capacity**',
      );
    }
    for (const [path, text] of [
      [MD, markdown('## Action 5 (luxem$0bourg-2015)\n\nText.')],
      [MD, markdown('## Action 5: Investigative capacity (luxem$0bourg-2015)\n\nText.')],
      [MD, markdown('As in luxem$0bourg-2015:5.')],
      [YML, yaml('  - action: 5 (luxem$0bourg-2015)\n    status: in-progress\n')],
    ] as const) {
      expectHover(`//- ${path}\n${text}`).mentions('11 actions in 4 areas');
    }
    expectHover(`//- ${MD}\n${markdown('## Priority $05')}`).mentions(
      '**Priority 5: An integrated approach to drug crime**',
    );
  });

  it('is read alike in every order of its roadmaps', () => {
    const body =
      '## Action 5 (luxembourg-2015)\n\nText.\n\n## Priority 5\n\nText.\n\n## Action 5 (eu-drugs-2023)\n\nText.';
    const ids = ['eu-drugs-2023', 'coalition-2023', 'luxembourg-2015'];
    const codes = RULES.map(({ meta }) => meta.code).filter((code) => code !== 'action-order');
    const [first, ...others] = [ids, [...ids].reverse(), [ids[1], ids[2], ids[0]]].map((order) => {
      const text = markdown(body).replace(/\[.*\]/, `[${order.join(', ')}]`);
      const found = findings(MD, text, codes).map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`);
      return [actionsOf(MD, text), found.filter((one) => !one.includes('roadmap:'))];
    });
    for (const other of others) {
      assert.deepEqual(other, first);
    }
  });
});

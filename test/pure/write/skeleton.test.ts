import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { kindWithId, STANDARD_KIND } from '../../../server/src/model/draft-kind';
import type { Snapshot } from '../../../server/src/model/snapshot';
import { type SkeletonOptions, skeleton } from '../../../server/src/write/skeleton';
import { snapshotOf, uriOf } from '../../analyse';
import { expandSnippet } from '../../snippets';

const STANDARD: SkeletonOptions = {
  format: 'markdown',
  by: 'number',
  areas: [],
  onlyActors: [],
  asOf: '2024-06-03',
  snippet: false,
};

function textOf(options: Partial<SkeletonOptions>, plan?: string): string {
  const snapshot: Snapshot = snapshotOf(plan === undefined ? {} : { '/plan.roadmap.yaml': plan });
  const roadmap = snapshot.roadmaps.get(plan === undefined ? 'eu-drugs-2023' : 'plan');
  const kind = kindWithId(STANDARD_KIND, snapshot.kinds);
  assert.ok(roadmap && kind);
  return skeleton(kind, roadmap, snapshot.actors, { ...STANDARD, ...options });
}

/** What the engine makes of a text. */
function read(text: string, { format }: Pick<SkeletonOptions, 'format'>, plan?: string) {
  const path = format === 'yaml' ? '/new.report.yaml' : '/new.report.md';
  const snapshot = snapshotOf({ [path]: text, ...(plan === undefined ? {} : { '/plan.roadmap.yaml': plan }) });
  const analysed = snapshot.report(uriOf(path));
  assert.ok(analysed);
  const { sections } = analysed.report;
  return {
    codes: [...new Set(snapshot.findings(uriOf(path)).map(({ code }) => code))],
    actions: sections.flatMap(({ actions }) => actions.map(({ action }) => action)),
    sections,
    asOf: analysed.asOf,
  };
}

const FORMATS = ['markdown', 'yaml'] as const;
const GROUPINGS = ['number', 'area', 'actor', 'deadline'] as const;
const NUMBERS = Array.from({ length: 17 }, (_, index) => String(index + 1));

describe('a new report', () => {
  for (const format of FORMATS) {
    for (const by of GROUPINGS) {
      it(`has every action once and asks for nothing but what is to be filled in: ${format} by ${by}`, () => {
        for (const asOf of ['2023-10-18', '2024-06-03', '2030-01-01']) {
          const { codes, actions } = read(textOf({ format, by, asOf }), { format });
          assert.deepEqual(codes, ['placeholder-left']);
          assert.deepEqual(
            [...actions].sort((a, b) => Number(a) - Number(b)),
            NUMBERS,
          );
        }
      });

      it(`says the same as a snippet whose stops stay as they are: ${format} by ${by}`, () => {
        const { text, stops } = expandSnippet(textOf({ format, by, snippet: true }));
        assert.equal(text, textOf({ format, by }));
        assert.deepEqual(
          stops.map(({ number }) => number),
          stops.map((_, index) => index + 1),
        );
        assert.ok(stops.every((stop) => stop.text.startsWith('[insert ')));
      });
    }

    it(`offers the statuses at the stops for a status: ${format}`, () => {
      const { stops } = expandSnippet(textOf({ format, snippet: true }));
      const choices = stops.filter(({ text }) => text === '[insert status]').map((stop) => stop.choices.slice(1));
      const progress = format === 'yaml' ? 'in-progress' : 'in progress';
      assert.ok(choices.length > 17);
      assert.ok(choices.every((options) => options.includes(progress) && options.length === 6));
    });

    it(`is restricted to areas and to actors, and says so: ${format}`, () => {
      const networks = textOf({ format, areas: ['networks'] });
      assert.match(networks, /^scope:\n {2}areas: \[networks\]\n/m);
      assert.deepEqual(read(networks, { format }).actions, ['4', '5', '6', '7', '8', '9']);
      assert.deepEqual(read(networks, { format }).codes, ['placeholder-left']);
      const maoc = textOf({ format, onlyActors: ['maoc-n'], by: 'area' });
      assert.match(maoc, /^scope:\n {2}actors: \[maoc-n\]\n/m);
      assert.deepEqual(read(maoc, { format }).codes, ['placeholder-left']);
      assert.ok(read(maoc, { format }).actions.includes('14'));
      assert.ok(read(maoc, { format }).actions.length < 17);
      const both = textOf({ format, areas: ['networks'], onlyActors: ['olaf'] });
      assert.match(both, /^scope:\n {2}areas: \[networks\]\n {2}actors: \[olaf\]\n/m);
      assert.deepEqual(read(both, { format }).codes, ['placeholder-left']);
    });

    it(`fills in the names in use, the deadlines and the date: ${format}`, () => {
      const { sections, asOf } = read(textOf({ format, asOf: '2024-07-15' }), { format });
      assert.deepEqual(asOf, { day: '2024-07-15', from: 'date' });
      const six = sections.find(({ actions }) => actions[0]?.action === '6')?.fields;
      assert.deepEqual(
        six?.actors?.value?.flatMap(({ actors }) => actors),
        ['commission', 'member-states', 'europol', 'eurojust', 'cepol'],
      );
      assert.deepEqual(
        six?.deliverables?.value?.map(({ deliverable, due }) => [deliverable, due?.value?.edtf]),
        [
          ['6.1', '../2024-06-30'],
          ['6.9', '2024-06'],
        ],
      );
      const sixteen = sections.find(({ actions }) => actions[0]?.action === '16')?.fields;
      assert.deepEqual(
        sixteen?.actors?.value?.flatMap(({ actors }) => actors),
        ['commission', 'europol', 'euda', 'member-states'],
      );
    });
  }

  it('groups by area, by first main actor and by first deadline', () => {
    const titles = (by: SkeletonOptions['by']) => textOf({ by }).match(/(?<=^### ).*(?=$)/gm);
    assert.deepEqual(titles('area'), [
      'The European Ports Alliance: strengthening the resilience of logistic hubs',
      'Dismantling high-risk criminal networks',
      'Prevention',
      'International cooperation',
    ]);
    assert.deepEqual(titles('actor'), ['Commission', 'Member States', 'Eurojust']);
    assert.deepEqual(titles('deadline'), [
      'First deadline in 2023',
      'First deadline in 2024',
      'First deadline in 2025',
      'First deadline in 2026',
      'Without a deadline',
    ]);
    assert.match(textOf({ by: 'area', format: 'yaml' }), /^ {2}# Prevention\n {2}- action: "10"/m);
    assert.equal(textOf({ by: 'number' }).match(/^### /gm)?.length, 17);
  });

  it('escapes what a roadmap says, in titles and in snippets', () => {
    const plan = `roadmap: plan
title: 'The plan: "$1", #2 } \\ end'
areas:
  - area: "1"
    title: "Costs: 100 % {x}"
actions:
  - action: "yes"
    title: "Ports, $0 and \${1:harbours}"
    area: "1"
    deliverables:
      - deliverable: "A.1"
        title: "Fees } in $"
        due: 2024-07
  - action: "1.10"
    title: Others
`;
    for (const format of FORMATS) {
      const plain = textOf({ format, by: 'area' }, plan);
      assert.equal(expandSnippet(textOf({ format, by: 'area', snippet: true }, plan)).text, plain);
      const { codes, actions } = read(plain, { format }, plan);
      assert.deepEqual(codes, ['placeholder-left'], plain);
      assert.deepEqual(actions, ['yes', '1.10']);
      assert.match(plain, /(?:###|#) Other actions/);
    }
  });
});

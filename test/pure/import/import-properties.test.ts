import assert from 'node:assert/strict';
import fc from 'fast-check';
import actorsText from '../../../data/actors.yaml';
import { importRoadmap } from '../../../server/src/import/import-roadmap';
import type { Run, SourceBlock, SourceDocument } from '../../../server/src/import/source-document';
import { createActorRegister } from '../../../server/src/model/actor';
import { parseActorsFile } from '../../../server/src/parse/actors-file';
import { parseRoadmapFile } from '../../../server/src/parse/roadmap-file';
import { snapshotOf, uriOf } from '../../analyse';

// Whatever the document, the result opens without an error of its own.

const builtIn = parseActorsFile('builtin:/actors.yaml', actorsText).actors;
const register = createActorRegister(builtIn);

const WORDS = [
  ...[
    'Action 1: ',
    'Action 1',
    'Objective 2 – ',
    'Measure A.3 ',
    'Milestone 1',
    'A. ',
    '1.2 ',
    '3. ',
    'IV ',
    'Main actors: ',
  ],
  ...[
    'the Commission will set up',
    'Europol',
    'Ministry of Tides (MoT)',
    'the countries involved',
    'it should',
    ' shall publish',
  ],
  ...[
    ' by mid-2024',
    ' in early 2025',
    ' 31/12/2024',
    ' 30 February 2024',
    ' annually',
    ' 90 days after',
    '(see above)',
    '; ',
  ],
  ...[
    ': ',
    ' #',
    '- ',
    '"',
    "'",
    '\n',
    '\t',
    '|',
    '{',
    '}',
    '[',
    ']',
    '&',
    '*',
    '!',
    '%',
    '@',
    '`',
    '\\',
    '\u0000',
    '\u2028',
    '\ud800',
  ],
  ...[
    'a report on harbours',
    'Further work is needed to',
    'invites Member States to',
    'true',
    'null',
    '2024',
    '1.0',
    '~',
    ' ',
    '.',
    ',',
  ],
  ...[
    'Deadline: ',
    'Lead: ',
    '¹',
    'é',
    '数据',
    'Considering',
    'we;',
    'the following actions:',
    'EUR 2 million for 2024-2025',
  ],
];

const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    ),
    { maxLength: 9 },
  )
  .map((words) => words.join(''));

const run: fc.Arbitrary<Run> = fc.record(
  { text, bold: fc.constant(true as const), struck: fc.constant(true as const), footnote: fc.constant('1') },
  { requiredKeys: ['text'] },
);
const runs = fc.array(run, { maxLength: 4 });

const block: fc.Arbitrary<SourceBlock> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), place: fc.nat(500), level: fc.integer({ min: 1, max: 6 }), runs }),
  fc.record({ kind: fc.constant('paragraph' as const), place: fc.nat(500), runs }),
  fc.record({
    kind: fc.constant('item' as const),
    place: fc.nat(500),
    depth: fc.nat(3),
    marker: fc.constantFrom(undefined, '1.', '(a)'),
    runs,
  }),
  fc.record({
    kind: fc.constant('table' as const),
    place: fc.nat(500),
    header: fc.constantFrom(
      [],
      [headerRow('No', 'Action', 'Target date', 'Responsible')],
      [headerRow('Milestone', 'Deadline')],
    ),
    rows: fc.array(fc.record({ place: fc.nat(500), cells: fc.array(runs, { minLength: 2, maxLength: 4 }) }), {
      maxLength: 4,
    }),
  }),
);

function headerRow(...names: readonly string[]) {
  return { place: 0, cells: names.map((name) => [{ text: name }]) };
}

const document: fc.Arbitrary<SourceDocument> = fc
  .array(block, { maxLength: 14 })
  .map((blocks) => ({ blocks, footnotes: new Map(), problems: [] }));

describe('import of any document', () => {
  it('gives a roadmap and actors that open without an error', () => {
    fc.assert(
      fc.property(document, fc.constantFrom('plan.md', 'Plan 1.docx', 'true', '"x": #.html', ''), (source, name) => {
        const result = importRoadmap(source, { name, actors: register, today: '2026-01-01' });
        const { roadmap, problems } = parseRoadmapFile('file:///x.roadmap.yaml', result.text);
        assert.deepEqual(problems, [], result.text);
        assert.ok(roadmap);
        const own =
          result.actorsText === undefined ? undefined : parseActorsFile('file:///actors.yaml', result.actorsText);
        assert.deepEqual(own?.problems ?? [], [], result.actorsText);
        const actors = createActorRegister([...builtIn, ...(own?.actors ?? [])]);
        for (const one of [
          ...roadmap.actions,
          ...roadmap.actions.flatMap(({ deliverables }) => deliverables),
          ...roadmap.commitments,
        ]) {
          assert.ok(one.title.trim() !== '', result.text);
          for (const actor of one.actors) assert.ok(actors.byId(actor), `${actor} in ${result.text}`);
        }
        assert.equal(importRoadmap(source, { name, actors: register, today: '2026-01-01' }).text, result.text);
      }),
      { numRuns: 400 },
    );
  });

  it('gives files that the roadmap rules have nothing to say about', () => {
    fc.assert(
      fc.property(document, (source) => {
        const { text: roadmap, actorsText: actors } = importRoadmap(source, {
          name: 'x.md',
          actors: register,
          today: '2026-01-01',
        });
        const files = { '/x.roadmap.yaml': roadmap, ...(actors === undefined ? {} : { '/actors.yaml': actors }) };
        const snapshot = snapshotOf(files);
        for (const path of Object.keys(files)) {
          assert.deepEqual(
            snapshot.findings(uriOf(path)).map(({ code, message }) => `${code}: ${message}`),
            [],
            roadmap,
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

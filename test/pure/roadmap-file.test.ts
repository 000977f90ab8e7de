import assert from 'node:assert/strict';
import fc from 'fast-check';
import actorsText from '../../data/actors.yaml';
import drugsText from '../../data/roadmaps/eu-drugs-2023.roadmap.yaml';
import type { FileProblem } from '../../server/src/model/file-problem';
import { deliverablesOf, type Roadmap } from '../../server/src/model/roadmap';
import { parseActorsFile } from '../../server/src/parse/actors-file';
import { parseRoadmapFile } from '../../server/src/parse/roadmap-file';

const URI = 'test:/plan.roadmap.yaml';
const HEAD = 'roadmap: plan\ntitle: Plan\n';

describe('parseRoadmapFile', () => {
  it('reads relations of a roadmap, an action, a deliverable and a commitment', () => {
    const { relates, actions, commitments } = sound(`${HEAD}relates:
  to: Multi-annual  Action Plan
actions:
  - action: "1"
    title: One
    note: First of all.
    relates:
      - to: other
        action: [4, "5"]
        commitment: C2
        how: builds-on
        note: The same
          in other words.
      - action: "2"
    deliverables:
      - deliverable: "1.1"
        title: Half
        relates: [{deliverable: "2.1"}]
commitments:
  - commitment: C1
    title: Review
    relates:
      - to: COM(2021) 170
`);
    const said = (relations: Roadmap['relates']) =>
      relations?.map(({ to, parts, how, note }) => [to?.text, parts.map(({ kind, id }) => `${kind} ${id}`), how, note]);
    assert.deepEqual(said(relates), [['Multi-annual Action Plan', [], undefined, undefined]]);
    assert.deepEqual(said(actions[0]?.relates), [
      ['other', ['action 4', 'action 5', 'deliverable C2'], 'builds-on', 'The same in other words.'],
      [undefined, ['action 2'], undefined, undefined],
    ]);
    assert.deepEqual(said(actions[0]?.deliverables[0]?.relates), [
      [undefined, ['deliverable 2.1'], undefined, undefined],
    ]);
    assert.deepEqual(said(commitments[0]?.relates), [['COM(2021) 170', [], undefined, undefined]]);
    assert.equal(actions[0]?.note, 'First of all.');
  });

  it('finds relations that say nothing, in words that do not exist', () => {
    const { roadmap, problems } = parseRoadmapFile(
      URI,
      `${HEAD}actions:\n  - action: "1"\n    title: One\n    relates:\n      - to:\n        how: build-on\n      - note: x\n` +
        '      - plan\n      - to: x y\n        wher: z\n',
    );
    assert.deepEqual(
      problems.map(({ code, message, replacement }) => [code, message.split('.')[0], replacement]),
      [
        [
          'roadmap-invalid',
          'A relation needs “to” (the id of a roadmap, or a document), or an “action”, “deliverable” or “commitment” of this roadmap',
          undefined,
        ],
        [
          'roadmap-invalid',
          '“how” is one of builds-on, carries-out, part-of, replaces, supports, overlaps',
          'builds-on',
        ],
        [
          'roadmap-invalid',
          'A relation needs “to” (the id of a roadmap, or a document), or an “action”, “deliverable” or “commitment” of this roadmap',
          undefined,
        ],
        [
          'roadmap-invalid',
          '“relates” takes a list of items with fields: a dash, then a field on each line',
          undefined,
        ],
        ['roadmap-invalid', 'There is no field “wher” in a relation, so nobody reads it', undefined],
      ],
    );
    assert.equal(roadmap?.actions[0]?.relates?.length, 1);
  });

  it('reads a whole roadmap', () => {
    const text = `roadmap: plan
title: Plan for harbours
reference: [COM(2023) 641 final, ST 1/24]
url: https://example.org/plan
date: 2023-10-18
period: 2024/2025
labels: [Action, Maßnahme]
numbering: own
statuses:
  - status: on-hold
    as: delayed
    names: [on hold, suspended]
    meaning: Work has been stopped.
areas:
  - area: ports
    title: Ports
    section: "2.10"
actions:
  - action: 6.10
    title: Screening containers
    area: ports
    actors: [commission, europol]
    due: 2025
    stated: in 2025
    every: P2Y
    source: section 2
    deliverables:
      - deliverable: "6.10.1"
        title: Criteria
        actors: europol
        due: ../2024-06-30
        stated: by mid-2024
        status: on hold
        note: A note.
        source: paragraph 3
commitments:
  - commitment: C1
    title: Review
    stated: by the end of the legislature
`;
    const roadmap = sound(text);
    const { areas, actions, commitments, ...rest } = roadmap;
    assert.deepEqual(rest, {
      id: 'plan',
      title: 'Plan for harbours',
      references: ['COM(2023) 641 final', 'ST 1/24'],
      url: 'https://example.org/plan',
      date: '2023-10-18',
      period: rest.period,
      labels: ['Action', 'Maßnahme'],
      numbering: 'own',
      statuses: [
        { status: 'on-hold', as: 'delayed', names: ['on hold', 'suspended'], meaning: 'Work has been stopped.' },
      ],
      uri: URI,
      idSpan: { start: 9, end: 13 },
    });
    assert.deepEqual([rest.period?.earliest, rest.period?.latest], ['2024-01-01', '2025-12-31']);
    assert.deepEqual(
      areas.map(({ span: _, ...area }) => area),
      [{ id: 'ports', title: 'Ports', section: '2.10' }],
    );
    const [action] = actions;
    assert.equal(action?.id, '6.10');
    assert.deepEqual([action?.title, action?.area, action?.source], ['Screening containers', 'ports', 'section 2']);
    assert.deepEqual(action?.actors, ['commission', 'europol']);
    assert.deepEqual(
      action?.actorSpans?.map(({ start, end }) => text.slice(start, end)),
      ['commission', 'europol'],
    );
    assert.deepEqual(
      [action?.deadline.due?.latest, action?.deadline.stated, action?.deadline.every],
      ['2025-12-31', 'in 2025', 'P2Y'],
    );
    const [deliverable] = action?.deliverables ?? [];
    assert.equal(deliverable?.action, '6.10');
    assert.deepEqual(deliverable?.status, { status: 'on-hold', as: 'delayed' });
    assert.deepEqual(
      [deliverable?.note, deliverable?.source, deliverable?.actors],
      ['A note.', 'paragraph 3', ['europol']],
    );
    assert.equal(deliverable?.deadline.due?.latest, '2024-06-30');
    const span = deliverable?.deadline.span;
    assert.equal(text.slice(span?.start, span?.end), '../2024-06-30');
    const [commitment] = commitments;
    assert.equal(commitment?.action, undefined);
    assert.equal(commitment?.deadline.due, undefined);
    const stated = commitment?.deadline.span;
    assert.equal(text.slice(stated?.start, stated?.end), 'by the end of the legislature');
  });

  it('gives items that end where their last value does', () => {
    const text = `${HEAD}actions:\n  - action: "1"\n    title: One\n\n  # comment\n  - action: "2"\n    title: Two\n`;
    const spans = sound(text).actions.map(({ span, idSpan }) =>
      [span, idSpan].map(({ start, end }) => text.slice(start, end)),
    );
    assert.deepEqual(spans, [
      ['action: "1"\n    title: One', '1'],
      ['action: "2"\n    title: Two', '2'],
    ]);
  });

  it('labels actions "Action" and takes ids for the source’s own where the file does not say', () => {
    const { labels, numbering } = sound(`${HEAD}actions:\n  - {action: "1", title: One}\n`);
    assert.deepEqual([labels, numbering], [['Action'], 'official']);
  });

  describe('reports', () => {
    it('what is missing, and still gives what is there', () => {
      const { roadmap, problems } = parse('actions:\n  - title: One\n  - action: "2"\n');
      assert.deepEqual(
        roadmap?.actions.map((action) => action.id),
        ['2'],
      );
      assert.equal(roadmap?.id, 'plan');
      assert.deepEqual(
        problems.map(({ message }) => /“(\w+)”/.exec(message)?.[1]),
        ['roadmap', 'title', 'action', 'title'],
      );
    });

    it('a file that is no roadmap at all', () => {
      for (const text of ['', '- a\n', 'words\n', '# comment\n']) {
        const { roadmap, problems } = parse(text);
        assert.equal(roadmap, undefined);
        assert.deepEqual(codes(problems), ['roadmap-invalid'], text);
      }
    });

    it('a value that is still to be written, at its key', () => {
      const text = 'roadmap: plan\ntitle:\nactions:\n  - {action: "1", title: One}\n';
      const [problem] = parse(text).problems;
      assert.equal(text.slice(problem?.span.start, problem?.span.end), 'title');
    });

    it('a key that does not exist, with the nearest one that does', () => {
      const [problem] = only(`${HEAD}actions:\n  - action: "1"\n    sorce: x\n    title: One\n`);
      assert.equal(problem?.code, 'roadmap-invalid');
      assert.equal(problem?.replacement, 'source');
    });

    it('a list where a text is due, and reads it as the text', () => {
      const { roadmap, problems } = parse('roadmap: plan\ntitle: [Plan]\nactions:\n  - {action: "1", title: One}\n');
      assert.equal(roadmap?.title, '[Plan]');
      assert.deepEqual(
        problems.map(({ code, replacement }) => [code, replacement]),
        [['roadmap-invalid', '"[Plan]"']],
      );
    });

    it('a text where items with fields are due', () => {
      assert.deepEqual(codes(parse(`${HEAD}actions:\n  - One\n`).problems), ['roadmap-invalid']);
    });

    it('ids that stand twice, with the place of the first', () => {
      const text = `${HEAD}actions:\n  - {action: "1", title: One}\n  - {action: "1", title: Two}\n`;
      const [problem] = only(text);
      assert.equal(problem?.code, 'roadmap-duplicate');
      const [first] = problem?.related ?? [];
      assert.deepEqual([first?.uri, first?.span.start], [URI, text.indexOf('"1"') + 1]);
      assert.equal(problem?.span.start, text.lastIndexOf('"1"') + 1);
    });

    it('the same id for a deliverable and a commitment', () => {
      const [problem] = only(
        `${HEAD}actions:\n  - {action: "1", title: One, deliverables: [{deliverable: C1, title: x}]}\n` +
          'commitments:\n  - {commitment: C1, title: y}\n',
      );
      assert.equal(problem?.code, 'roadmap-duplicate');
    });

    it('no duplicate where an action and its deliverable share an id', () => {
      sound(`${HEAD}actions:\n  - {action: "1", title: One, deliverables: [{deliverable: "1", title: x}]}\n`);
    });

    it('words where EDTF is due, with the EDTF that they mean', () => {
      const [problem] = only(`${HEAD}actions:\n  - {action: "1", title: One, due: by mid-2024}\n`);
      assert.deepEqual([problem?.code, problem?.replacement], ['roadmap-date-invalid', '../2024-06-30']);
      assert.match(problem?.message ?? '', /stated/);
    });

    it('words that depend on a day, only where the roadmap has one', () => {
      const actions = 'actions:\n  - {action: "1", title: One, due: next year}\n';
      assert.equal(only(HEAD + actions)[0]?.replacement, undefined);
      assert.equal(only(`${HEAD}date: 2023-10-18\n${actions}`)[0]?.replacement, '2024');
    });

    it('a day that does not exist', () => {
      for (const field of ['due: 2024-06-31', 'due: ../2023-02-29']) {
        const [problem] = only(`${HEAD}actions:\n  - {action: "1", title: One, ${field}}\n`);
        assert.deepEqual([problem?.code, problem?.replacement], ['roadmap-date-invalid', undefined], field);
      }
    });

    it('a date of the roadmap that is no day', () => {
      const actions = 'actions:\n  - {action: "1", title: One}\n';
      assert.equal(only(`${HEAD}date: 18 October 2023\n${actions}`)[0]?.replacement, '2023-10-18');
      assert.equal(only(`${HEAD}date: 2023-10\n${actions}`)[0]?.code, 'roadmap-date-invalid');
    });

    it('an interval that is none', () => {
      const [problem] = only(`${HEAD}actions:\n  - {action: "1", title: One, due: 2024, every: two years}\n`);
      assert.equal(problem?.code, 'roadmap-date-invalid');
    });

    it('an area that does not exist, with the nearest one that does', () => {
      const areas = 'areas:\n  - {area: ports, title: Ports}\n';
      const [problem] = only(`${HEAD}${areas}actions:\n  - {action: "1", title: One, area: prts}\n`);
      assert.deepEqual([problem?.code, problem?.replacement], ['roadmap-reference-broken', 'ports']);
    });

    it('a status that does not exist', () => {
      const [problem] = only(
        `${HEAD}actions:\n  - {action: "1", title: One, deliverables: [{deliverable: "1", title: x, status: deliverd}]}\n`,
      );
      assert.deepEqual([problem?.code, problem?.replacement], ['roadmap-invalid', 'delivered']);
    });

    it('a declared status that counts as nothing', () => {
      const statuses = 'statuses:\n  - {status: on-hold, as: delayd, names: [on hold]}\n';
      const [problem] = only(`${HEAD}${statuses}actions:\n  - {action: "1", title: One}\n`);
      assert.deepEqual([problem?.code, problem?.replacement], ['roadmap-invalid', 'delayed']);
    });

    it('YAML that is none, beside what can be read', () => {
      const { roadmap, problems } = parse('roadmap: plan\ntitle: Plan: x\nactions:\n  - {action: "1", title: One}\n');
      assert.deepEqual([roadmap?.title, roadmap?.actions.length], ['Plan: x', 1]);
      assert.deepEqual(codes(problems), ['syntax']);
    });
  });

  it('never throws, and every place lies in the file', () => {
    const line = fc.constantFrom(
      ...[
        'roadmap: plan',
        'title: Plan',
        'title: [',
        'actions:',
        'areas:',
        '  - action: "1"',
        '  - area: a',
        '    title: x: y',
        '    due: by 2024',
      ],
      ...[
        '    due: [2024]',
        '    every: P2Y',
        '    actors: [a, b',
        '    deliverables:',
        '      - deliverable: 1.1',
        '        title: "x',
        '  -',
        'statuses: x',
      ],
      ...[
        'date: 2024-13-01',
        'period: soon',
        '    area: *x',
        '&x',
        '\t',
        '---',
        'commitments: {commitment: C1}',
        '    deliverables: *x',
      ],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 15 }), (lines) => {
        const text = lines.join('\n');
        const { roadmap, problems } = parseRoadmapFile(URI, text);
        const items = roadmap ? [...roadmap.areas, ...roadmap.actions, ...deliverablesOf(roadmap)] : [];
        for (const { span } of [...problems, ...items]) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        }
        assert.deepEqual(JSON.parse(JSON.stringify({ roadmap, problems })), clean({ roadmap, problems }));
      }),
    );
  });

  describe('of the built-in roadmap', () => {
    const { roadmap, problems } = parseRoadmapFile('builtin:/eu-drugs-2023.roadmap.yaml', drugsText);

    it('finds no problem, 17 actions and 4 areas', () => {
      assert.deepEqual(problems, []);
      assert.equal(roadmap?.id, 'eu-drugs-2023');
      assert.deepEqual(
        roadmap?.actions.map((action) => action.id),
        Array.from({ length: 17 }, (_, i) => String(i + 1)),
      );
      assert.equal(roadmap?.areas.length, 4);
      assert.ok(
        roadmap?.actions.every(
          (action) => action.title !== '' && action.area !== undefined && action.actors.length > 0,
        ),
      );
    });

    it('names no actor that does not exist', () => {
      const known = new Set(parseActorsFile('builtin:/actors.yaml', actorsText).actors.map((actor) => actor.id));
      const used = roadmap ? [...roadmap.actions, ...deliverablesOf(roadmap)].flatMap((item) => item.actors) : [];
      assert.ok(used.length > 100);
      assert.deepEqual(
        [...new Set(used)].filter((id) => !known.has(id)),
        [],
      );
    });
  });
});

function parse(text: string): { readonly roadmap: Roadmap | undefined; readonly problems: readonly FileProblem[] } {
  return parseRoadmapFile(URI, text);
}

/** The roadmap of a file without a problem. */
function sound(text: string): Roadmap {
  const { roadmap, problems } = parse(text);
  assert.deepEqual(problems, []);
  assert.ok(roadmap);
  return roadmap;
}

/** The one problem of a file. */
function only(text: string): readonly [FileProblem | undefined] {
  const { problems } = parse(text);
  assert.equal(problems.length, 1, JSON.stringify(problems));
  return [problems[0]];
}

function codes(problems: readonly FileProblem[]): readonly string[] {
  return problems.map((problem) => problem.code);
}

/** Without properties that are undefined, as JSON has it. */
function clean(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import actorsText from '../../data/actors.yaml';
import { createActorRegister } from '../../server/src/model/actor';
import type { FileProblem } from '../../server/src/model/file-problem';
import { createActorMatcher } from '../../server/src/parse/actor-matcher';
import { parseActorsFile } from '../../server/src/parse/actors-file';

const URI = 'test:/actors.yaml';

describe('parseActorsFile', () => {
  it('reads everything that an actor can say', () => {
    const text = `actors:
  - actor: euda
    name: European Union Drugs Agency
    short: EUDA
    names: [EU Drugs Agency]
    field-names: [Drugs Agency]
    kind: agency
    code: EUDA
    since: 2024-07-02
    until: 2030-01-01
    replaces: emcdda
    part-of: [agencies, others]
    url: https://www.euda.europa.eu
`;
    const { actors, problems } = parseActorsFile(URI, text);
    assert.deepEqual(problems, []);
    assert.deepEqual(actors, [
      {
        id: 'euda',
        name: 'European Union Drugs Agency',
        short: 'EUDA',
        names: ['EU Drugs Agency'],
        fieldNames: ['Drugs Agency'],
        kind: 'agency',
        code: 'EUDA',
        since: '2024-07-02',
        until: '2030-01-01',
        replaces: 'emcdda',
        partOf: ['agencies', 'others'],
        url: 'https://www.euda.europa.eu',
        uri: URI,
        span: { start: text.indexOf('actor: euda'), end: text.trimEnd().length },
      },
    ]);
  });

  it('reads an actor that says no more than it must', () => {
    const { actors, problems } = parseActorsFile(URI, 'actors:\n  - {actor: a, name: A, kind: group}\n');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      actors.map(({ names, partOf, short }) => ({ names, partOf, short })),
      [{ names: [], partOf: [], short: undefined }],
    );
  });

  it('takes one whole as a list of one', () => {
    const { actors } = parseActorsFile(URI, 'actors:\n  - {actor: a, name: A, kind: country, part-of: b}\n');
    assert.deepEqual(actors[0]?.partOf, ['b']);
  });

  it('reports a key that does not exist', () => {
    const problem = only('  - {actor: a, name: A, kind: group, nmaes: [B]}');
    assert.deepEqual([problem.code, problem.replacement], ['roadmap-invalid', 'names']);
  });

  it('reports an actor without id, name or kind, and leaves out the one without id or name', () => {
    const { actors, problems } = parseActorsFile(
      URI,
      'actors:\n  - name: A\n    kind: group\n  - actor: b\n    name: B\n',
    );
    assert.deepEqual(
      actors.map((actor) => actor.id),
      ['b'],
    );
    assert.deepEqual(
      problems.map(({ message }) => /“(\w+)”/.exec(message)?.[1]),
      ['actor', 'kind'],
    );
  });

  it('reports a kind that does not exist', () => {
    assert.equal(only('  - {actor: a, name: A, kind: agncy}').replacement, 'agency');
  });

  it('reports an id that stands twice, with the place of the first', () => {
    const problem = only('  - {actor: a, name: A, kind: group}\n  - {actor: a, name: B, kind: group}');
    assert.equal(problem.code, 'roadmap-duplicate');
    assert.equal(problem.related?.[0]?.uri, URI);
  });

  it('reports a name that one actor has twice', () => {
    for (const names of ['names: [B, B]', 'names: [A]', 'short: A', 'field-names: [A]']) {
      assert.equal(only(`  - {actor: a, name: A, kind: group, ${names}}`).code, 'roadmap-duplicate', names);
    }
  });

  it('leaves a name that two actors share alone: it is ambiguous, not wrong', () => {
    const text = 'actors:\n  - {actor: a, name: X, kind: group}\n  - {actor: b, name: X, kind: other}\n';
    assert.deepEqual(parseActorsFile(URI, text).problems, []);
  });

  it('reports a day that is none', () => {
    const problem = only('  - {actor: a, name: A, kind: group, since: 2 July 2024}');
    assert.deepEqual([problem.code, problem.replacement], ['roadmap-date-invalid', '2024-07-02']);
    assert.equal(only('  - {actor: a, name: A, kind: group, since: 2024-06-31}').code, 'roadmap-date-invalid');
  });

  it('reports a last day before the first', () => {
    assert.equal(
      only('  - {actor: a, name: A, kind: group, since: 2024-07-02, until: 2024-07-01}').code,
      'roadmap-date-invalid',
    );
  });

  it('reports a file that is none', () => {
    for (const text of ['', '- a\n', 'words']) {
      assert.deepEqual(
        parseActorsFile(URI, text).problems.map((problem) => problem.code),
        ['roadmap-invalid'],
      );
    }
  });

  it('never throws, and every place lies in the file', () => {
    const line = fc.constantFrom(
      'actors:',
      '  - actor: a',
      '    name: x: y',
      '    names: [a',
      '    kind:',
      '  -',
      '    since: 1',
      '   until: x',
      'x',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n');
        const { actors, problems } = parseActorsFile(URI, text);
        for (const { span } of [...actors, ...problems]) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        }
      }),
    );
  });

  describe('of the built-in actors', () => {
    const { actors, problems } = parseActorsFile('builtin:/actors.yaml', actorsText);

    it('finds no problem', () => {
      assert.deepEqual(problems, []);
      assert.ok(actors.length > 200);
    });

    const register = createActorRegister(actors);

    it('finds every predecessor and every whole', () => {
      const referred = actors.flatMap((actor) => [
        ...actor.partOf,
        ...(actor.replaces === undefined ? [] : [actor.replaces]),
      ]);
      assert.deepEqual(
        referred.filter((id) => register.byId(id) === undefined),
        [],
      );
    });

    it('follows each actor on the day after its last', () => {
      const successions = actors.flatMap((actor) => {
        const predecessor = actor.replaces === undefined ? undefined : register.byId(actor.replaces);
        return predecessor?.until === undefined || actor.since === undefined ? [] : [[predecessor, actor] as const];
      });
      assert.deepEqual(
        successions.map(([{ id, until }, next]) => [id, until, next.id, next.since]),
        [
          ['emcdda', '2024-07-01', 'euda', '2024-07-02'],
          ['easo', '2022-01-18', 'euaa', '2022-01-19'],
        ],
      );
    });

    it('knows the 27 Member States', () => {
      assert.equal(
        actors.filter(({ kind, partOf }) => kind === 'country' && partOf.includes('member-states')).length,
        27,
      );
    });

    it('knows the names that are written in fields', () => {
      for (const [written, id] of [
        ['EU', 'european-union'],
        ['the Union', 'european-union'],
        ['MS', 'member-states'],
        ['OLAF', 'olaf'],
        ['MAOC (N)', 'maoc-n'],
        ['MAOC-N', 'maoc-n'],
        ['Financial Intelligence Units', 'fius'],
      ] as const) {
        assert.deepEqual(
          register.named(written).map((actor) => actor.id),
          [id],
          written,
        );
      }
      assert.equal(register.byId('member-states')?.short, undefined);
    });

    for (const [text, expected] of [
      [
        'The EU has to act in the EU: EU ports, EU law, EU agencies and EU Member States.',
        ['eu-agencies', 'member-states'],
      ],
      ['The Council conclusions, a Council Decision and the Council of Europe precede the JHA Council.', ['council']],
      ['Regulation (EU) 2023/1543 of the European Parliament and of the Council of 12 July 2023', []],
      ['The Commission staff working document cites the Commission on Narcotic Drugs.', []],
      [
        'The Belgian Parliament asked the European Parliament and Member States of the United Nations.',
        ['european-parliament'],
      ],
      [
        'The Europol Regulation binds Europol; the Presidency conclusions bind the Belgian Presidency.',
        ['europol', 'presidency'],
      ],
    ] as const) {
      it(`finds in “${text}” ${expected.join(', ') || 'nobody'}`, () => {
        assert.deepEqual(
          createActorMatcher(register)(text, []).map(({ actor }) => actor),
          expected,
        );
      });
    }
  });
});

function only(items: string): FileProblem {
  const { problems } = parseActorsFile(URI, `actors:\n${items}\n`);
  assert.equal(problems.length, 1, JSON.stringify(problems));
  assert.ok(problems[0]);
  return problems[0];
}

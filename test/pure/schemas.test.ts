import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import { globSync } from 'tinyglobby';
import { parse } from 'yaml';
import actorsSchema from '../../schemas/rapporteur-actors.schema.json';
import projectSchema from '../../schemas/rapporteur-project.schema.json';
import reportSchema from '../../schemas/rapporteur-report.schema.json';
import roadmapSchema from '../../schemas/rapporteur-roadmap.schema.json';
import { ACTOR_KINDS, createActorRegister } from '../../server/src/model/actor';
import { BUILT_IN_KINDS, KIND_FIELDS, SECTION_CONTENTS, SECTION_SUBSTITUTES } from '../../server/src/model/draft-kind';
import { RULE_SEVERITIES } from '../../server/src/model/finding';
import { problemsOf as problemsInReport } from '../../server/src/model/section';
import { BUILT_IN_STATUSES } from '../../server/src/model/status';
import { ACTORS_KEYS, parseActorsFile } from '../../server/src/parse/actors-file';
import { KIND_KEYS } from '../../server/src/parse/draft-kinds';
import { FIELD_NAMES } from '../../server/src/parse/fields';
import { HEADER_KEYS } from '../../server/src/parse/header';
import { PROJECT_KEYS, parseProjectFile, STYLES } from '../../server/src/parse/project-file';
import { parseReport } from '../../server/src/parse/report';
import { parseRoadmapFile, ROADMAP_KEYS } from '../../server/src/parse/roadmap-file';
import { ENTRY_KEYS } from '../../server/src/parse/yaml-entry-keys';

const SCHEMAS = { roadmap: roadmapSchema, actors: actorsSchema, report: reportSchema, project: projectSchema } as const;

type Kind = keyof typeof SCHEMAS;

const KINDS: readonly Kind[] = ['roadmap', 'actors', 'report', 'project'];

const validators = compile();

describe('the schemas', () => {
  describe('are good to read:', () => {
    for (const kind of KINDS) {
      it(`every key of the ${kind} schema is described, for editors with and without Markdown`, () => {
        // Those of single rules are generated from the rules, without Markdown.
        const places = describedPlaces(SCHEMAS[kind]).filter(({ path }) => !path.startsWith('/properties/rules/'));
        assert.ok(places.length > 1);
        for (const { path, schema } of places) {
          const { description, markdownDescription } = schema;
          assert.ok(typeof description === 'string' && /[.:]$/.test(description) && description.length > 15, path);
          assert.ok(typeof markdownDescription === 'string' && markdownDescription.length >= description.length, path);
          assert.doesNotMatch(description, /[`*|]|\n/, path);
        }
      });

      it(`the ${kind} schema has one example with every key`, () => {
        const { examples } = SCHEMAS[kind];
        assert.equal(examples.length, 1);
        for (const key of Object.keys(SCHEMAS[kind].properties)) {
          assert.ok(
            examples.every((example) => key in example),
            key,
          );
        }
      });
    }
  });

  describe('know the keys that the parsers know:', () => {
    const definitions = {
      ...roadmapSchema.definitions,
      roadmap: roadmapSchema,
    };
    for (const part of Object.keys(ROADMAP_KEYS) as readonly (keyof typeof ROADMAP_KEYS)[]) {
      it(`those of a ${part} in a roadmap`, () => {
        assert.deepEqual(sorted(ROADMAP_KEYS[part]), keysOf(definitions[part]));
      });
    }

    it('those of an actors file', () => {
      assert.deepEqual(sorted(ACTORS_KEYS.file), keysOf(actorsSchema));
      assert.deepEqual(sorted(ACTORS_KEYS.actor), keysOf(actorsSchema.definitions.actor));
    });

    it('those of a project file', () => {
      assert.deepEqual(sorted(Object.keys(PROJECT_KEYS)), keysOf(projectSchema));
      for (const part of ['kind', 'section', 'snippet'] as const) {
        assert.deepEqual(sorted(KIND_KEYS[part]), keysOf(projectSchema.definitions[part]), part);
      }
    });

    it('those of a report', () => {
      assert.deepEqual(sorted([...HEADER_KEYS, 'entries']), keysOf(reportSchema));
      const fields = FIELD_NAMES.map((field) => field.key);
      assert.deepEqual(sorted(['section', 'action', 'text', ...fields]), sorted(ENTRY_KEYS.entry));
      assert.deepEqual(sorted(ENTRY_KEYS.entry), keysOf(reportSchema.definitions.entry));
      for (const part of ['deliverable', 'next', 'follow-up'] as const) {
        assert.deepEqual(sorted(ENTRY_KEYS[part]), keysOf(withFields(reportSchema.definitions[part])), part);
      }
    });

    it('those of a scope and an exception, as the parser finds them', () => {
      const scope = keysOf(reportSchema.properties.scope);
      const exception = keysOf(withFields(reportSchema.definitions.exception));
      const lines = scope.map(
        (key) => `  ${key}: ${key === 'except' ? `{${exception.map((one) => `${one}: x`).join(', ')}}` : 'x'}\n`,
      );
      assert.deepEqual(problemsOf('report', `roadmap: x\nscope:\n${lines.join('')}entries: []\n`), []);
      assert.equal(problemsOf('report', 'roadmap: x\nscope:\n  frobnicate: x\nentries: []\n').length, 1);
    });
  });

  it('know the values that the parsers know', () => {
    const statuses = BUILT_IN_STATUSES.map((status) => status.status);
    assert.deepEqual(roadmapSchema.definitions.status.properties.as.enum, statuses);
    assert.deepEqual(reportSchema.definitions.entry.properties.status.examples, statuses);
    assert.deepEqual(actorsSchema.definitions.actor.properties.kind.enum, ACTOR_KINDS);
    assert.deepEqual(projectSchema.properties.rules.additionalProperties.enum, RULE_SEVERITIES);
    assert.deepEqual(projectSchema.properties.style.enum, STYLES);
    const { kind, section } = projectSchema.definitions;
    assert.deepEqual(kind.properties.fields.anyOf[0]?.enum, KIND_FIELDS);
    assert.deepEqual(section.properties.holds.enum, SECTION_CONTENTS);
    assert.deepEqual(section.properties['replaced-by'].enum, SECTION_SUBSTITUTES);
    assert.deepEqual(kind.properties.extends.examples, BUILT_IN_KINDS);
    assert.deepEqual(reportSchema.properties.kind.examples, BUILT_IN_KINDS);
  });

  describe('accept', () => {
    for (const kind of KINDS) {
      it(`the example in the ${kind} schema, and so does its parser`, () => {
        for (const example of SCHEMAS[kind].examples) {
          assertValid(kind, example, 'example');
          assert.deepEqual(problemsOf(kind, JSON.stringify(example)), []);
        }
      });
    }

    for (const [kind, pattern] of [
      ['roadmap', 'data/**/*.roadmap.yaml'],
      ['actors', 'data/**/actors.yaml'],
      ['project', 'data/**/rapporteur.yaml'],
      ['report', 'data/**/*.report.yaml'],
    ] as const) {
      it(`every ${kind} file of ours that its parser accepts`, () => {
        for (const file of globSync(pattern)) {
          const text = readFileSync(file, 'utf8');
          if (problemsOf(kind, text).length === 0) {
            assertValid(kind, parse(text), file);
          }
        }
      });
    }

    it('the built-in roadmap and actors', () => {
      assertValid('roadmap', parse(readFileSync('data/roadmaps/eu-drugs-2023.roadmap.yaml', 'utf8')), 'roadmap');
      assertValid('actors', parse(readFileSync('data/actors.yaml', 'utf8')), 'actors');
    });

    it('ids that YAML takes for numbers', () => {
      assertValid('roadmap', parse('roadmap: 2023\ntitle: x\nactions:\n  - {action: 6, title: y}\n'), 'roadmap');
      assertValid('report', parse('roadmap: x\nentries:\n  - action: [4, 5]\n    deliverables: [6.1]\n'), 'report');
    });
  });

  describe('refuse what the parsers refuse:', () => {
    const action = 'actions:\n  - action: "1"\n    title: One\n';
    const broken: readonly (readonly [kind: Kind, what: string, text: string])[] = [
      ['roadmap', 'no id', `title: x\n${action}`],
      ['roadmap', 'no title', `roadmap: x\n${action}`],
      ['roadmap', 'no actions', 'roadmap: x\ntitle: y\n'],
      ['roadmap', 'an unknown key', `roadmap: x\ntitle: y\ntitel: z\n${action}`],
      ['roadmap', 'an unknown key of an action', `roadmap: x\ntitle: y\n${action}    actor: z\n`],
      ['roadmap', 'an action without title', 'roadmap: x\ntitle: y\nactions:\n  - action: "1"\n'],
      ['roadmap', 'a list as title', `roadmap: x\ntitle: [y]\n${action}`],
      ['roadmap', 'words as actions', 'roadmap: x\ntitle: y\nactions: [One]\n'],
      ['roadmap', 'a month as date', `roadmap: x\ntitle: y\ndate: 2024-06\n${action}`],
      ['roadmap', 'another numbering', `roadmap: x\ntitle: y\nnumbering: ours\n${action}`],
      ['roadmap', 'an interval in words', `roadmap: x\ntitle: y\n${action}    every: two years\n`],
      ['roadmap', 'a status that counts as none', `roadmap: x\ntitle: y\nstatuses: [{status: a, as: b}]\n${action}`],
      ['actors', 'no actors', 'actor: x\n'],
      ['actors', 'an actor without name', 'actors:\n  - actor: x\n    kind: body\n'],
      ['actors', 'an unknown kind', 'actors:\n  - actor: x\n    name: X\n    kind: ship\n'],
      ['actors', 'an unknown key', 'actors:\n  - actor: x\n    name: X\n    kind: body\n    alias: Y\n'],
      ['actors', 'words as a day', 'actors:\n  - actor: x\n    name: X\n    kind: body\n    since: July\n'],
      ['report', 'an unknown key', 'roadmap: x\nroadmp: y\nentries: []\n'],
      ['report', 'an unknown key of an entry', 'roadmap: x\nentries:\n  - action: "1"\n    stat: done\n'],
      ['report', 'an entry about nothing', 'roadmap: x\nentries:\n  - status: done\n'],
      ['report', 'an entry of mere words', 'roadmap: x\nentries:\n  - words\n'],
      ['report', 'a list as status', 'roadmap: x\nentries:\n  - action: "1"\n    status: [done]\n'],
      [
        'report',
        'a deliverable without name',
        'roadmap: x\nentries:\n  - action: "1"\n    deliverables:\n      - status: done\n',
      ],
      ['report', 'a next step without words', 'roadmap: x\nentries:\n  - action: "1"\n    next:\n      - due: 2025\n'],
      ['report', 'words as scope', 'roadmap: x\nscope: ports\nentries: []\n'],
      ['project', 'an unknown key', 'reprots: [x]\n'],
      ['project', 'an unknown severity', 'rules: {x: fatal}\n'],
      ['project', 'words as days', 'due-soon-days: soon\n'],
      ['project', 'an unknown style', 'style: apa\n'],
      ['project', 'words as a day', 'as-of: today\n'],
    ];
    for (const [kind, what, text] of broken) {
      it(`in a ${kind} file ${what}`, () => {
        assert.equal(validators[kind](parse(text)), false, text);
        assert.ok(problemsOf(kind, text).length > 0, text);
      });
    }
  });
});

function compile(): Readonly<Record<Kind, ValidateFunction>> {
  // Keywords of editors that are none of JSON Schema; everything else that ajv does not know is a slip of ours.
  const keywords = ['markdownDescription', 'enumDescriptions', 'patternErrorMessage'];
  const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false, allErrors: true, keywords });
  const of = (kind: Kind): ValidateFunction => ajv.compile(SCHEMAS[kind]);
  return { roadmap: of('roadmap'), actors: of('actors'), report: of('report'), project: of('project') };
}

function assertValid(kind: Kind, value: unknown, where: string): void {
  const validate = validators[kind];
  assert.ok(validate(value), `${where}: ${JSON.stringify(validate.errors, undefined, 2)}`);
}

/** What the parser of these files says about a text, beside references to actions that its roadmaps do not have. */
function problemsOf(kind: Kind, text: string): readonly { readonly message: string }[] {
  switch (kind) {
    case 'roadmap':
      return parseRoadmapFile('test:/x.roadmap.yaml', text).problems;
    case 'actors':
      return parseActorsFile('test:/actors.yaml', text).problems;
    case 'project':
      return parseProjectFile('test:/rapporteur.yaml', text).problems;
    default: {
      const context = { roadmaps: [], actors: createActorRegister([]), today: '2024-06-03' };
      return problemsInReport(parseReport('test:/x.report.yaml', text, 'yaml', context));
    }
  }
}

interface DescribedSchema {
  readonly description?: unknown;
  readonly markdownDescription?: unknown;
}

/** The schema itself, its definitions, and every property in any of them. */
function describedPlaces(
  schema: unknown,
  path = '',
): readonly { readonly path: string; readonly schema: DescribedSchema }[] {
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  return Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'examples') {
      return [];
    }
    const isNamed = (key === 'properties' || key === 'definitions') && typeof value === 'object' && value !== null;
    const own = isNamed
      ? Object.entries(value).map(([name, one]) => ({ path: `${path}/${name}`, schema: one as DescribedSchema }))
      : [];
    return [...own, ...describedPlaces(value, `${path}/${key}`)];
  });
}

/** The alternative that has fields, of a definition that takes a text too. */
function withFields(definition: { readonly anyOf: readonly object[] }): object {
  const found = definition.anyOf.find((one) => 'properties' in one);
  assert.ok(found);
  return found;
}

function keysOf(schema: object): readonly string[] {
  assert.ok('properties' in schema && typeof schema.properties === 'object' && schema.properties !== null);
  assert.equal('additionalProperties' in schema && schema.additionalProperties, false);
  return sorted(Object.keys(schema.properties));
}

function sorted(keys: readonly string[]): readonly string[] {
  return [...keys].sort();
}

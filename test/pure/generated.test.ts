import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RULES } from '../../server/src/rules';
import { rulePageText, ruleSettingsSchema, ruleTable } from '../../server/src/rules/documentation';

const PAGES = path.join('docs', 'rules');
const HOW = 'run `node scripts/generate.mjs`';

describe('what is generated from the rules', () => {
  for (const { meta } of RULES) {
    it(`the page of ${meta.code} is up to date`, () => {
      const file = path.join(PAGES, `${meta.code}.md`);
      assert.ok(existsSync(file), HOW);
      assert.equal(readFileSync(file, 'utf8'), rulePageText(meta), HOW);
    });
  }

  it('there are no pages of rules that are gone', () => {
    const wanted = RULES.map(({ meta }) => `${meta.code}.md`).sort();
    assert.deepEqual(readdirSync(PAGES).sort(), wanted, HOW);
  });

  it('the table in the README is up to date', () => {
    const readme = readFileSync('README.md', 'utf8');
    const [, table] = /<!-- rules -->\n([\s\S]*?)\n<!-- \/rules -->/.exec(readme) ?? [];
    assert.equal(table, ruleTable(), HOW);
  });

  it('the setting of the extension lists every rule', () => {
    const configuration = readJson('package.json', ['contributes', 'configuration', 'properties', 'rapporteur.rules']);
    assert.deepEqual(configuration.properties, ruleSettingsSchema(), HOW);
  });

  it('the schema of the project file lists every rule', () => {
    const rules = readJson(path.join('schemas', 'rapporteur-project.schema.json'), ['properties', 'rules']);
    assert.deepEqual(rules.properties, ruleSettingsSchema(), HOW);
  });
});

interface JsonObject {
  readonly [key: string]: unknown;
}

/** The object at a place of a JSON file. */
function readJson(file: string, place: readonly string[]): JsonObject {
  let value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  for (const key of place) {
    assert.ok(isObject(value) && key in value, `${file} has no ${place.join(' › ')}`);
    value = value[key];
  }
  assert.ok(isObject(value));
  return value;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}

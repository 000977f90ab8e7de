import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import esbuild from 'esbuild';
import { builtInData } from '../../scripts/built-in-data.mjs';
import { describedKeys } from '../../scripts/described-keys.mjs';
import { withoutRuleDocumentation } from '../../scripts/rule-documentation.mjs';
import * as schema from '../../server/src/features/definition-schema';
import type { DefinitionRole } from '../../server/src/model/file-role';
import type * as builtIn from '../../server/src/project/built-in';
import { builtInFiles } from '../../server/src/project/built-in';
import * as definitions from '../../server/src/project/built-in-definitions';
import { readDefinitions } from '../../server/src/project/definitions';
import type * as rules from '../../server/src/rules';
import { RULES } from '../../server/src/rules';

const ROOT = 'file:///opt/rapporteur';

/** What a module of the engine exports in a bundle with these plugins. */
async function bundled<T>(module: string, plugins: esbuild.Plugin[]): Promise<T> {
  const { outputFiles } = await esbuild.build({
    entryPoints: [module],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    loader: { '.yaml': 'text' },
    plugins,
    write: false,
  });
  const loaded: { exports: unknown } = { exports: {} };
  const require = createRequire(path.resolve('package.json'));
  new Function('module', 'exports', 'require', outputFiles[0]?.text ?? '')(loaded, loaded.exports, require);
  return loaded.exports as T;
}

describe('what is compiled into the bundles', function () {
  this.timeout(30_000);

  it('the definitions of the built-in files are what reading them gives', async () => {
    const compiled = await bundled<typeof builtIn>('server/src/project/built-in.ts', [builtInData(process.cwd())]);
    const [actual, expected] = [compiled.builtInFiles(ROOT), builtInFiles(ROOT)];
    assert.deepEqual(actual, expected);
    for (const [index, { definition }] of expected.entries()) {
      assert.deepEqual(JSON.parse(JSON.stringify(actual[index]?.definition)), JSON.parse(JSON.stringify(definition)));
      assert.deepEqual(definition.problems, []);
    }
  });

  it('the kinds of draft are what reading them gives', async () => {
    const file = 'server/src/project/built-in-definitions.ts';
    const compiled = await bundled<typeof definitions>(file, [builtInData(process.cwd())]);
    assert.deepEqual(compiled.builtInKinds(), JSON.parse(JSON.stringify(definitions.builtInKinds())));
  });

  it('a file is read where its text is not the built-in one', () => {
    const builtInOnes = builtInFiles(ROOT);
    for (const { uri, text, definition } of builtInOnes) {
      const read = (at: string, words: string) => {
        const files = new Map([[at, { uri: at, text: words, language: undefined }]]);
        const options = { builtIn: builtInOnes, folder: undefined, namedReports: [], settings: [] };
        return readDefinitions(files, options, undefined).read.get(at)?.problems;
      };
      assert.equal(read(uri, text), definition.problems);
      assert.notEqual(read(uri, `${text}\n`), definition.problems);
      assert.notEqual(read(uri.replace('rapporteur', 'other'), text), definition.problems);
    }
  });

  it('schemas tell the same of every key without what nobody asks for', async () => {
    const file = 'server/src/features/definition-schema.ts';
    const compiled = await bundled<typeof schema>(file, [describedKeys()]);
    let compared = 0;
    const compare = (role: DefinitionRole, path: readonly string[]) => {
      const keys = schema.definitionKeys(role, path);
      assert.deepEqual(compiled.definitionKeys(role, path), keys);
      compared += keys.length;
      for (const { name, opens } of keys) {
        if ((opens === 'items' || opens === 'map') && path.length < 4) {
          compare(role, [...path, name]);
        }
      }
    };
    for (const role of ['roadmap', 'actors', 'project'] as const) {
      compare(role, []);
    }
    assert.ok(compared > 80, `${compared} keys`);
  });

  it('rules check as ever without their documentation', async () => {
    const module = await bundled<typeof rules>('server/src/rules/index.ts', [withoutRuleDocumentation()]);
    const short = RULES.map(({ meta, ...checks }) => [{ ...meta, why: '', examples: [] }, Object.keys(checks)]);
    assert.deepEqual(
      module.RULES.map(({ meta, ...checks }) => [meta, Object.keys(checks)]),
      short,
    );
  });
});

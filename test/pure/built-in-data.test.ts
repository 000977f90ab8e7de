import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import esbuild from 'esbuild';
import { builtInData } from '../../scripts/built-in-data.mjs';
import { withoutRuleDocumentation } from '../../scripts/rule-documentation.mjs';
import type * as builtIn from '../../server/src/project/built-in';
import { actorsParser, builtInFiles, roadmapParser } from '../../server/src/project/built-in';
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

  it('a file is parsed where its text is not the built-in one', () => {
    const files = builtInFiles(ROOT);
    for (const { uri, text, role, definition } of files) {
      const parse = role === 'actors' ? actorsParser(files) : roadmapParser(files);
      assert.equal(parse(uri, text), definition);
      assert.notEqual(parse(uri, `${text}\n`), definition);
      assert.notEqual(parse('file:///w/other.yaml', text), definition);
    }
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

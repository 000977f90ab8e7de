// Writes what is generated: from the rules' own `meta` their pages, the list in the README and the settings' schemas, from
// the tests the README's table of requests.
// test/pure/generated.test.ts fails while these differ from what this script would write.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import esbuild from 'esbuild';

const project = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const pages = path.join(project, 'docs', 'rules');
const bundle = path.join(project, 'out', 'generate', 'documentation.cjs');

/** @typedef {typeof import('../server/src/rules/documentation')} Documentation */
/** @typedef {typeof import('../server/src/rules/index')} Rules */
/** @typedef {typeof import('../test/editor/requests')} Requests */

await esbuild.build({
  stdin: {
    contents: [
      "export * from './server/src/rules/documentation';",
      "export { RULES } from './server/src/rules';",
      "export { requestTable } from './test/editor/requests';",
    ].join('\n'),
    resolveDir: project,
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outfile: bundle,
  logLevel: 'warning',
});
const imported = await import(pathToFileURL(bundle).href);
/** @type {Documentation & Rules & Requests} */
const documentation = imported.default ?? imported;

await writePages();
await writeTable('rules', documentation.ruleTable());
await writeTable('requests', documentation.requestTable());
await writeSettings('package.json', ['contributes', 'configuration', 'properties', 'rapporteur.rules']);
await writeSettings('schemas/rapporteur-project.schema.json', ['properties', 'rules']);

/** A page for each rule; pages of rules that are gone go too. */
async function writePages() {
  await mkdir(pages, { recursive: true });
  const wanted = new Map(documentation.RULES.map(({ meta }) => [`${meta.code}.md`, documentation.rulePageText(meta)]));
  for (const file of await readdir(pages)) {
    if (!wanted.has(file)) await rm(path.join(pages, file));
  }
  for (const [file, text] of wanted) await writeFile(path.join(pages, file), text);
}

/**
 * A table of the README, between its markers.
 *
 * @param {string} name Of the markers.
 * @param {string} table
 */
async function writeTable(name, table) {
  const readme = path.join(project, 'README.md');
  if (!existsSync(readme)) return;
  const text = await readFile(readme, 'utf8');
  const between = new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`);
  await writeFile(
    readme,
    text.replace(between, () => `<!-- ${name} -->\n${table}\n<!-- /${name} -->`),
  );
}

/**
 * One setting for each rule, as `properties` of the schema at this place of a JSON file, which is formatted as the lint
 * configuration says.
 *
 * @param {string} file Below the project's folder.
 * @param {readonly string[]} place Keys that lead to the schema.
 */
async function writeSettings(file, place) {
  const json = JSON.parse(await readFile(path.join(project, file), 'utf8'));
  const schema = place.reduce((value, key) => value?.[key], json);
  if (schema === undefined) {
    process.stderr.write(`${file} has no ${place.join(' › ')} yet: its settings are not written.\n`);
    return;
  }
  schema.properties = documentation.ruleSettingsSchema();
  await writeFile(path.join(project, file), `${JSON.stringify(json, null, 2)}\n`);
  const biome = path.join(project, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  spawnSync(process.execPath, [biome, 'format', '--write', file], {
    cwd: project,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

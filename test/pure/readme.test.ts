import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { snapshotOf, uriOf } from '../analyse';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const readme = readFileSync('README.md', 'utf8');
const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

/** First cells of the rows of the table under a heading, as they are written. */
function firstCells(heading: string): readonly string[] {
  const section = readme.slice(readme.indexOf(`\n## ${heading}\n`)).split('\n## ')[1] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(2).map((row) => row.split('|')[1]?.trim() ?? '');
}

describe('the README', () => {
  it('has examples that are read as they are meant, without a finding', () => {
    const blocks = [...readme.matchAll(/^```(markdown|yaml)\n(.*?)^```$/gms)];
    const files = blocks.flatMap(([, language, text = '']) => {
      const kind = /^entries:$/m.test(text) || text.startsWith('---') ? 'report' : 'roadmap';
      const isFile = /^(?:---\n)?roadmap:/.test(text);
      return isFile ? [[`/${kind}.${kind}.${language === 'yaml' ? 'yaml' : 'md'}`, text] as const] : [];
    });
    assert.deepEqual(
      files.map(([path]) => path),
      ['/report.report.md', '/report.report.yaml', '/roadmap.roadmap.yaml'],
    );
    const snapshot = snapshotOf(Object.fromEntries(files));
    for (const [path] of files) {
      assert.deepEqual(snapshot.findings(uriOf(path)), [], path);
    }
  });

  it('lists every command of the palette and every setting', () => {
    assert.deepEqual([...firstCells('Commands')].sort(), contributes.commands.map(({ title }) => title).sort());
    const settings = Object.keys(contributes.configuration.properties).filter((name) => !name.includes('trace'));
    assert.deepEqual([...firstCells('Settings')].sort(), settings.map((name) => `\`${name}\``).sort());
  });

  it('links to files that are there', () => {
    const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, link = '']) => link);
    const missing = links.filter((link) => !/^https:/.test(link) && !existsSync(link));
    assert.ok(links.length > 50);
    assert.deepEqual(missing, []);
  });
});

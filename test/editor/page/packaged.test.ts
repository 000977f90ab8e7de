import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { eventually } from '../eventually';
import { type PackagedExtension, packExtension } from '../packaged-extension';
import { startVsCode, type VsCode } from '../vs-code';

/** The picture in the README. Taken anew with UPDATE, or where it is missing. */
const PICTURE = 'docs/images/editor.png';

/** What the picture shows: a draft on its way, with lenses, hints and findings. */
const DRAFT = `---
roadmap: eu-drugs-2023
title: Progress report, second half of 2024
author: presidency
date: 2024-11-18
previous: 2024-h1.report.md
scope:
  actions: ["5", "6", "7", "16"]
---

## Action 6: Facilitating financial investigations

- **Status:** in progress
- **Actors:** Commission, Member States, Europol, Eurojust, CEPOL

Europol will present the blueprint by mid-2025 and test it by 31 November 2025, see Action 16.

## Action 77: Facilitating digital investigations

The High-Level Group agreed 42 recommendations on 21 May 2024.

## Action 16: Forging alliances to address synthetic drug threats

- **Status:** delivered
- **Actors:** Commission, Europol, EMCDDA, Member States
`;

/** The report before it, which nobody has open. */
const PREVIOUS = `---
roadmap: eu-drugs-2023
title: Progress report, first half of 2024
author: presidency
date: 2024-06-03
---

## Action 6: Facilitating financial investigations

- **Status:** in progress

Europol has begun with the blueprint.

## Action 16: Forging alliances to address synthetic drug threats

- **Status:** in progress

The Commission met with partners.
`;

/** Every file of the package: whatever is more does not belong in it. */
const CONTENTS = [
  'LICENSE.txt',
  'changelog.md',
  'data/actors.yaml',
  ...readdirSync('data/roadmaps').map((file) => `data/roadmaps/${file}`),
  'dist/cli.js',
  'dist/client.js',
  'dist/command-line.js',
  'dist/import.js',
  'dist/main.js',
  'dist/node-client.js',
  'dist/server.js',
  'dist/web/client.js',
  ...readdirSync('docs/rules').map((file) => `docs/rules/${file}`),
  'package.json',
  'readme.md',
  'schemas/rapporteur-actors.schema.json',
  'schemas/rapporteur-project.schema.json',
  'schemas/rapporteur-report.schema.json',
  'schemas/rapporteur-roadmap.schema.json',
  'snippets/markdown.code-snippets',
  'snippets/yaml.code-snippets',
].sort();

describe('the packed extension', function () {
  this.timeout(120_000);
  let packaged: PackagedExtension;
  let parent: string;
  let vsCode: VsCode;

  before(async () => {
    packaged = await packExtension();
    parent = await mkdtemp(path.join(tmpdir(), 'rapporteur-packaged-'));
    const workspace = path.join(parent, 'progress-reports');
    mkdirSync(workspace);
    writeFileSync(path.join(workspace, '2024-h2.report.md'), DRAFT);
    writeFileSync(path.join(workspace, '2024-h1.report.md'), PREVIOUS);
    const settings = {
      'window.title': 'Rapporteur',
      'editor.minimap.enabled': false,
      // So that the picture lists the findings of one file; lenses count the reports that nobody has open all the same.
      'rapporteur.diagnosticMode': 'openFilesOnly',
    };
    vsCode = await startVsCode({ workspace, vsix: packaged.file, settings });
  });
  after(async () => {
    await vsCode?.dispose();
    for (const folder of [packaged?.folder, parent]) if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('is packed without warnings, with what it needs and nothing else', () => {
    assert.doesNotMatch(packaged.output, /\b(WARN|ERROR)/);
    assert.deepEqual(filesIn(readFileSync(packaged.file)), CONTENTS);
    const kilobytes = Math.ceil(statSync(packaged.file).size / 1024);
    console.log(`The packed extension has ${kilobytes} KB`);
    assert.ok(kilobytes < 1024, `${kilobytes} KB`);
  });

  it('has a server for the browser that is not long on its way', () => {
    // As servers of the web send it.
    const kilobytes = Math.ceil(gzipSync(readFileSync('dist/main.js')).length / 1024);
    console.log(`The server in the browser has ${kilobytes} KB, compressed`);
    assert.ok(kilobytes <= 450, `${kilobytes} KB`);
    // What a window without reports loads.
    assert.ok(statSync('dist/client.js').size < 16 * 1024);
  });

  it('shows findings once it is installed', async () => {
    await vsCode.openFile('2024-h2.report.md');
    await eventually(async () =>
      assert.ok((await vsCode.squiggles()).some(({ severity, text }) => severity === 'error' && text === '77')),
    );
    const codes = (await vsCode.problems()).map(({ code }) => code);
    assert.ok(codes.includes('action-unknown') && codes.includes('deadline-overdue'), codes.join());
  });

  it('looks as the README shows it', async () => {
    await vsCode.runCommand('View: Toggle Primary Side Bar Visibility');
    await vsCode.goTo(16, 95);
    const lenses = vsCode.page.locator('.codelens-decoration', { hasText: '1 other report mentions it' });
    await lenses.first().waitFor();
    await vsCode.page.locator('.view-line', { hasText: '30 Jun 2025' }).first().waitFor();
    // Away from everything that shows something under the mouse.
    await vsCode.page.mouse.move(900, 15);
    const picture = await vsCode.page.screenshot();
    assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [1280, 800]);
    if (process.env.UPDATE || !existsSync(PICTURE)) {
      mkdirSync(path.dirname(PICTURE), { recursive: true });
      writeFileSync(PICTURE, picture);
    }
    assert.ok(readFileSync(PICTURE).length > 10_000);
  });
});

/** The paths in a VSIX, which is a ZIP archive, below `extension/`, sorted: read from the directory at its end. */
function filesIn(vsix: Buffer): string[] {
  const end = vsix.lastIndexOf('PK\x05\x06');
  const paths: string[] = [];
  let entry = vsix.readUInt32LE(end + 16);
  for (let left = vsix.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [28, 30, 32].map((at) => vsix.readUInt16LE(entry + at)) as [number, number, number];
    paths.push(vsix.toString('utf8', entry + 46, entry + 46 + name));
    entry += 46 + name + extra + comment;
  }
  return paths.flatMap((one) => (one.startsWith('extension/') ? [one.slice('extension/'.length)] : [])).sort();
}

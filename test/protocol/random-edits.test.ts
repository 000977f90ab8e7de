import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { generator, randomEdit } from '../random-edits';
import { TestClient, workspaceUri } from './test-client';

/** How many edits each example gets, and after how many of them it is compared with a text opened anew. */
const EDITS = 300;
const COMPARE_EVERY = 50;

describe('a document edited at random', () => {
  for (const path of globSync(['data/examples/**/*.{md,yaml}', '!**/README.md']).sort()) {
    it(`${path}: ${EDITS} edits give the findings of the text opened anew`, async function () {
      this.timeout(120_000);
      const random = generator(path.length * 7919);
      const [edited, other] = await Promise.all([TestClient.start(), TestClient.start()]);
      const uri = workspaceUri(path);
      const text = readFileSync(path, 'utf8');
      let document = TextDocument.create(uri, 'any', 1, text);
      await edited.open(uri, text);
      let seen = 0;
      for (let i = 1; i <= EDITS; i++) {
        const { start, end, insert } = randomEdit(document.getText(), random, text.length);
        const range = { start: document.positionAt(start), end: document.positionAt(end) };
        const change = { range, text: insert };
        document = TextDocument.update(document, [change], i + 1);
        await edited.change(uri, change);
        if (i % COMPARE_EVERY === 0) {
          await other.open(uri, document.getText());
          const [found, expected] = await Promise.all([edited.pull(uri), other.pull(uri)]);
          assert.deepEqual(found, expected, `after ${i} edits`);
          seen += expected.length;
          await other.close(uri);
        }
      }
      const fresh = await TestClient.start();
      await fresh.open(uri, document.getText());
      const final: readonly Diagnostic[] = await fresh.pull(uri);
      assert.deepEqual(await edited.pull(uri), final);
      assert.ok(seen > 0, 'no edit ever led to a finding, so nothing was compared');
      await Promise.all([edited, other, fresh].map((client) => client.stop()));
    });
  }
});

describe('the comparison of a document edited at random', () => {
  it('sees an edit that the server has missed', async () => {
    const text = readFileSync('data/examples/2024-h1.report.md', 'utf8');
    const [edited, fresh] = await Promise.all([TestClient.start(), TestClient.start()]);
    const uri = workspaceUri('draft.report.md');
    await edited.open(uri, text);
    await fresh.open(uri, text.replace('Action 6:', 'Action 66:'));
    assert.notDeepEqual(await edited.pull(uri), await fresh.pull(uri));
    await Promise.all([edited.stop(), fresh.stop()]);
  });
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import type { Diagnostic, TextDocumentContentChangeEvent } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestClient, workspaceUri } from './test-client';

/** How many edits each example gets, and after how many of them it is compared with a text opened anew. */
const EDITS = 1000;
const COMPARE_EVERY = 50;

/** What a drafter, or a cat on the keyboard, may put in. */
const PIECES = [
  '\n',
  '\n\n',
  '\r\n',
  ' ',
  '  ',
  'a',
  'é',
  '😀',
  '#',
  '## ',
  '### Action 7\n',
  '## Actions 3 and 99\n',
  '- ',
  '**',
  '- **Status:** ',
  'delivered',
  'in progress',
  '- **Actors:** Europol, Eurojust\n',
  '|',
  '| Action | Status |\n|---|---|\n| 4 | done |\n',
  '```\n',
  '<!--',
  '-->',
  '<!-- rapporteur-disable-next-line action-unknown -- test -->\n',
  '---\n',
  'roadmap: eu-drugs-2023\n',
  'by mid-2024',
  '31 June 2024',
  'ST 9999/24',
  'EMCDDA',
  '\t',
  '"',
  "'",
  ':',
  ': ',
  '[',
  ']',
  '{',
  '}',
  '&a ',
  '*a',
  '  - action: "8"\n',
  '    status: ',
  'entries:\n',
  '    text: |\n',
  '# rapporteur-disable-file\n',
  '[^1]',
  '[^1]: note\n',
  '>',
  '~',
  '%',
  '!',
  '\u2028',
  '\u0000',
] as const;

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
        const change = randomEdit(document, random, text.length);
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

/** Replaces up to 30 characters by a piece; keeps the text near its first length. */
function randomEdit(document: TextDocument, random: () => number, usual: number): TextDocumentContentChangeEvent {
  const length = document.getText().length;
  const start = Math.floor(random() * (length + 1));
  const most = length > usual ? 30 : 6;
  const end = Math.min(length, start + Math.floor(random() * most));
  const piece = PIECES[Math.floor(random() * PIECES.length)] ?? '';
  return { range: { start: document.positionAt(start), end: document.positionAt(end) }, text: piece };
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

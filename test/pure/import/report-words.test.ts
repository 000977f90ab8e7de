import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readMarkdown } from '../../../server/src/import/read-markdown';
import { runImport } from '../../../server/src/import/run-import';
import { bodyStartOf } from '../../../server/src/parse/front-matter';
import { sharedSource } from '../../skip-because';
import { documentAsWord } from '../../word-files';

// Reports that were written in Word come in as drafts without losing a word.

/** All words and numbers of a text, in order; of Markdown those behind its header, comments left out. */
const wordsOf = (markdown: string) =>
  markdown
    .slice(bodyStartOf(markdown))
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(?!https?:)[^<>]*>/g, ' ')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

async function draftOf(markdown: string): Promise<string> {
  const bytes = await documentAsWord(readMarkdown(markdown));
  const answer = await runImport({ bytes, name: 'a.docx', actors: [], today: '2024-06-03', as: 'report', on: 'plan' });
  assert.ok('text' in answer, JSON.stringify(answer));
  return answer.text;
}

describe('the draft of a report from Word', () => {
  for (const name of ['2024-06-presidency', '2024-12-presidency', '2024-h1', 'findings']) {
    it(`has each word of ${name}, in order`, async () => {
      const report = readFileSync(`data/examples/${name}.report.md`, 'utf8');
      assert.deepEqual(wordsOf(await draftOf(report)), wordsOf(report));
    });
  }

  it('has each word of a real report', async function () {
    const report = sharedSource(this, 'st-10270-24.md');
    const [words, expected] = [await draftOf(report), report].map((text) => [...wordsOf(text)].sort());
    assert.deepEqual(words, expected);
  });
});

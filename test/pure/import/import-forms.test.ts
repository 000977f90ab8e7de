import assert from 'node:assert/strict';
import actorsText from '../../../data/actors.yaml';
import { runImport } from '../../../server/src/import/run-import';
import { parseActorsFile } from '../../../server/src/parse/actors-file';
import { PLAN_FORMS, planWithoutStyles } from '../../plan-forms';

// The same plan as people get it out of programs becomes the same roadmap.

const { actors } = parseActorsFile('builtin:/actors.yaml', actorsText);

/** The roadmap without places. */
async function imported(bytes: Uint8Array, name: string): Promise<string> {
  const answer = await runImport({ bytes, name, actors, today: '2024-06-03' });
  assert.ok('text' in answer, JSON.stringify(answer));
  return answer.text.replace(/(?:line|paragraph) \d+/g, 'place').replaceAll(name, 'plan');
}

describe('import of one plan from many programs', () => {
  const bytesOf = ([, text]: readonly [string, string]) => new TextEncoder().encode(text);
  const expected = () => imported(bytesOf(PLAN_FORMS.markdown), 'plan.md');
  const told = '# check: The title is told by its place at the beginning of the document.\n';

  it('finds what is there', async () => {
    const text = await expected();
    for (const line of [
      ...['date: 2024-03-03', 'title: Ports', 'actors: [europol, commission]', 'stated: by mid-2024'],
      ...[
        'title: Member States to train inspectors',
        'stated: every two years',
        'title: Guide for banks',
        'due: 2025-36',
      ],
    ]) {
      assert.ok(text.includes(line), line);
    }
  });

  for (const [key, form] of Object.entries(PLAN_FORMS)) {
    it(key, async () => {
      const text = await imported(bytesOf(form), form[0]);
      assert.equal(text.replace(told, '').replace('mid\u20112024', 'mid-2024'), await expected());
    });
  }

  it('Word without styles', async () => {
    assert.equal((await imported(await planWithoutStyles(), 'plan.docx')).replace(told, ''), await expected());
  });
});

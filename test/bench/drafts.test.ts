import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { draft } from '../../bench/drafts/draft';
import { jsonDraft } from '../../bench/drafts/json';
import { generatedPlan, roadmapFile } from '../../bench/drafts/plan';
import { typing } from '../../bench/drafts/typing';
import { growthExponent, timesOf } from '../../bench/report/statistics';

const project = resolve('.');

describe('drafts of the benchmark', () => {
  for (const format of ['markdown', 'yaml'] as const) {
    for (const shape of ['many', 'long'] as const) {
      for (const lines of [100, 1000]) {
        it(`are as long as was asked, and always the same: ${format}, ${shape}, ${lines}`, () => {
          const { text } = draft({ format, shape, lines, project });
          assert.equal(text.split('\n').length - 1, lines);
          assert.equal(draft({ format, shape, lines, project }).text, text);
          if (format === 'yaml') {
            assert.ok(parse(text).entries.length > 3);
          }
        });

        it(`can be typed in: ${format}, ${shape}, ${lines}`, () => {
          assertKeystrokes(draft({ format, shape, lines, project }).text, format);
        });
      }
    }
  }

  it('are as long in JSON, nearly', () => {
    const json = jsonDraft(draft({ format: 'yaml', shape: 'many', lines: 1000, project }).text, 1000);
    const lines = json.split('\n').length;
    assert.ok(lines > 950 && lines <= 1000, String(lines));
    assertKeystrokes(json, 'json');
  });

  it('report on a roadmap file that is YAML', () => {
    assert.equal(parse(roadmapFile(generatedPlan(30))).actions.length, 30);
  });
});

describe('statistics of the benchmark', () => {
  it('give the middle, the rare and the worst time', () => {
    const times = Array.from({ length: 101 }, (_, index) => 100 - index);
    assert.deepEqual(timesOf(times), { p50: 50, p95: 95, max: 100, count: 101 });
  });

  it('give the exponent of growth', () => {
    const square = [1, 10, 100].map((size) => ({ size, cost: 3 * size ** 2 }));
    assert.ok(Math.abs(growthExponent(square) - 2) < 1e-9);
  });
});

/** Each keystroke leaves the text that it says it leaves. */
function assertKeystrokes(text: string, format: 'markdown' | 'yaml' | 'json'): void {
  const document = TextDocument.create('file:///draft', format, 0, text);
  for (const [index, { edit, textAfter }] of typing(text, format, 400).entries()) {
    TextDocument.update(document, [{ range: edit.range, text: edit.inserted }], index + 1);
    assert.equal(document.getText(), textAfter);
  }
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { readYaml } from '../../server/src/parse/yaml-document';
import { splitEntries } from '../../server/src/parse/yaml-entries';
import { pairOf } from '../../server/src/parse/yaml-node';
import { plainValueOf } from './yaml-values-of';

describe('splitEntries', () => {
  it('cuts at the dashes of the entries, each up to the next', () => {
    const text = 'roadmap: a\nentries:\n  - action: "1"\n    next:\n      - x\n  - action: "2"\n';
    assert.deepEqual(itemsOf(text), ['- action: "1"\n    next:\n      - x\n  ', '- action: "2"\n']);
  });

  it('knows entries whose dashes stand under the key', () => {
    assert.deepEqual(itemsOf('entries:\n- action: "1"\n  text: x\n- action: "2"\n'), [
      '- action: "1"\n  text: x\n',
      '- action: "2"\n',
    ]);
  });

  it('leaves dashes in a text alone', () => {
    const text = 'entries:\n  - text: |\n      - one\n\n      - two\n  - text: x\n';
    assert.equal(itemsOf(text)?.length, 2);
  });

  it('ends at a key of the top level, and knows what stands behind', () => {
    const text = 'roadmap: a\nentries:\n  - action: "1"\nscope:\n  areas: [x]\n';
    const parts = splitEntries(text);
    assert.deepEqual(itemsOf(text), ['- action: "1"\n']);
    assert.deepEqual(
      parts?.header.map(({ start, end }) => text.slice(start, end)),
      ['roadmap: a\n', 'scope:\n  areas: [x]\n'],
    );
  });

  it('ends where the document ends', () => {
    assert.deepEqual(itemsOf('entries:\n- action: "1"\n---\n- action: "2"\n'), ['- action: "1"\n']);
  });

  it('does not end at a field that stands too far left', () => {
    const text = 'entries:\n  - action: "1"\nstatus: delivered\n  - action: "2"\n';
    assert.equal(itemsOf(text)?.length, 2);
    assert.deepEqual(
      splitEntries(text)?.items[0]?.low.map(({ start, end }) => text.slice(start, end)),
      ['status: delivered'],
    );
  });

  it('does not end at text pasted without indentation', () => {
    const text = 'entries:\n  - action: "1"\n    text: |\nEuropol met: twice.\n- and again\n  - action: "2"\n';
    assert.equal(itemsOf(text)?.length, 2);
  });

  it('takes a dash in another column for an entry where it can be nothing else', () => {
    for (const dash of ['- ', ' - ', '   - ', '    - ']) {
      const text = `entries:\n  - action: "1"\n    status: x\n${dash}action: "2"\n`;
      assert.deepEqual(
        splitEntries(text)?.items.map((item) => item.displaced),
        [false, true],
        dash,
      );
    }
  });

  it('finds the key behind a byte order mark, in quotation marks, and without its colon', () => {
    for (const key of ['\ufeffentries:', '"entries":', "'entries' :", 'entries', 'entries: # all']) {
      assert.deepEqual(itemsOf(`${key}\n  - action: "1"\n`), ['- action: "1"\n'], key);
    }
  });

  it('has no items where none is written yet', () => {
    assert.deepEqual(itemsOf('roadmap: a\nentries:\n'), []);
    assert.deepEqual(itemsOf('roadmap: a\nentries:'), []);
  });

  it('gives up where dashes do not tell', () => {
    for (const text of [
      'roadmap: a\n',
      'entries: []\n',
      'entries: *x\n',
      'entries:\n  action: "1"\n',
      '{entries: [x]}\n',
    ]) {
      assert.equal(splitEntries(text), undefined, text);
    }
  });

  it('cuts sound YAML into items that say alone what they say together', () => {
    const words = fc.constantFrom(
      'x',
      'a: b',
      '- c',
      '# d',
      'e\n\n- f\n# g\n',
      '"h',
      "i'j",
      '{k}',
      'entries:\n',
      '6.10',
      '',
      '| l',
      ' m\nn',
    );
    const value = fc.oneof(
      words,
      fc.array(words, { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('text', 'due', 'actors'), words),
    );
    const entry = fc.dictionary(fc.constantFrom('action', 'text', 'next', 'status', 'reason'), value, { minKeys: 1 });
    const options = fc.record({
      indent: fc.constantFrom(2, 3, 4),
      indentSeq: fc.boolean(),
      lineWidth: fc.constantFrom(0, 20),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), options, fc.boolean(), (entries, style, more) => {
        const text = stringify({ roadmap: 'a', entries, ...(more ? { scope: { areas: ['b'] } } : {}) }, style);
        const { root } = readYaml(text);
        const whole = root?.kind === 'map' ? pairOf(root, 'entries')?.value : undefined;
        const parts = splitEntries(text)?.items.map((item) => {
          const reading = readYaml(' '.repeat(item.indent) + text.slice(item.start, item.end), -item.indent);
          assert.deepEqual([reading.problems, item.low, item.displaced], [[], [], false]);
          return reading.root?.kind === 'list' ? plainValueOf(reading.root.items[0]) : undefined;
        });
        assert.deepEqual(parts, plainValueOf(whole));
      }),
    );
  });
});

function itemsOf(text: string): readonly string[] | undefined {
  return splitEntries(text)?.items.map(({ start, end }) => text.slice(start, end));
}

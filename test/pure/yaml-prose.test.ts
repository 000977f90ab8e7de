import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readProse } from '../../server/src/parse/prose';
import { readWords } from '../../server/src/parse/yaml-prose';

/** Words, signs with and without a meaning in Markdown, and line ends. */
const PIECES = [
  ...['a', 'Port', ' ', '  ', '-', '–', '--', '1', '1.', '1)', '(a)', "'", '.', ',', ';', '/', '//', '’', '...', '€'],
  ...['TBC', 'to be', ' confirmed', 'XX', 'www', 'www.a', '#', '*', '_', '<', ':', ': ', '|', '[', 'http', '@', '&'],
  ...['\n', '\n', '\n\n', '\n\n\n', '\na', '\nb ', '\n1. c', '\n- d', '\n  e', '\n='],
  ...['é', '“', '”', '"', '!', '?', '+', '%', '=', '¹', 'ftp:', 'mailto:', 'a.b/c'],
];

describe('readWords', () => {
  it('gives what Markdown gives, for paragraphs of mere words', () => {
    let read = 0;
    const property = fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 10 }), (pieces) => {
      const text = pieces.join('');
      const found = readWords(text);
      if (found) {
        const { hasProse, placeholders, passages } = readProse(text);
        assert.deepEqual(found, { hasProse, placeholders, passages }, JSON.stringify(text));
        read++;
      }
    });
    fc.assert(property, { numRuns: 5000 });
    assert.ok(read > 80, `${read} of 5000`);
  });

  it('knows what most entries say', () => {
    const text = 'The method is described in ST 6500/24: it works.\nIt cost 8% more.\n\nNobody “minds”.';
    assert.deepEqual(
      readWords(text)?.passages.map((passage) => passage.text),
      ['The method is described in ST 6500/24: it works.\nIt cost 8% more.', 'Nobody “minds”.'],
    );
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readProse } from '../../server/src/parse/prose';
import { readWords } from '../../server/src/parse/yaml-prose';

describe('readWords', () => {
  it('gives what Markdown gives, for mere words', () => {
    const words = fc.constantFrom(
      ...[
        'a',
        'Port',
        ' ',
        '  ',
        '-',
        '–',
        '--',
        '1',
        '1.',
        '1)',
        '(a)',
        "'",
        '.',
        ',',
        ';',
        '/',
        '//',
        '’',
        '...',
        '€',
      ],
      ...[
        'TBC',
        'to be',
        ' confirmed',
        'XX',
        'www',
        'www.a',
        '#',
        '*',
        '_',
        '<',
        ':',
        '|',
        '[',
        'http',
        '@',
        '&',
        '\n',
      ],
    );
    let read = 0;
    const property = fc.property(fc.array(words, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('');
      const found = readWords(text);
      if (found) {
        const { hasProse, placeholders, passages } = readProse(text);
        assert.deepEqual(found, { hasProse, placeholders, passages }, text);
        read++;
      }
    });
    fc.assert(property, { numRuns: 3000 });
    assert.ok(read > 80, `${read} of 3000`);
  });
});

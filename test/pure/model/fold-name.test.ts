import assert from 'node:assert/strict';
import fc from 'fast-check';
import { foldName } from '../../../server/src/model/actor';

describe('names without regard to how they are written', () => {
  it('are the same in any case, with and without an article, with any dash and space', () => {
    const same = [
      'The Council’s Horizontal Working Party',
      "council's  horizontal working party ",
      'THE COUNCIL‘S\u00a0HORIZONTAL\nWORKING PARTY',
    ];
    assert.deepEqual(
      same.map(foldName),
      same.map(() => "council's horizontal working party"),
    );
    assert.equal(foldName('MAOC\u2011(N)'), 'maoc-(n)');
    assert.equal(foldName('The'), 'the');
    assert.equal(foldName('Theatre'), 'theatre');
  });

  it('are folded step by step, whatever they are', () => {
    const stepByStep = (name: string) =>
      name.trim().replace(/\s+/g, ' ').replace(/[‐-―]/g, '-').replace(/[’‘]/g, "'").replace(/^the /i, '').toLowerCase();
    const part = fc.constantFrom(
      'the',
      'The',
      ' ',
      '  ',
      '\t',
      '\u00a0',
      'Action',
      '6',
      '-',
      '–',
      '’',
      'É',
      'İ',
      ':',
      '~',
      '\u007f',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => foldName(parts.join('')) === stepByStep(parts.join(''))),
      { numRuns: 2000 },
    );
  });
});

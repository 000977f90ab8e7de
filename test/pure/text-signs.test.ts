import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citationsBySigns, findCitations } from '../../server/src/parse/citations';
import { findQuotations } from '../../server/src/parse/quotations';
import { Sign, signsIn } from '../../server/src/parse/text-signs';

describe('signsIn', () => {
  const cases: readonly (readonly [string, number])[] = [
    ['', 0],
    ['Prose, with a comma and the reader’s apostrophe; the end', 0],
    ["The reader's end", 0],
    ['Action 6', Sign.digit],
    ['ST 6504/24', Sign.digit | Sign.fraction | Sign.subjectCode],
    ['COM(2023) 641', Sign.digit | Sign.commission],
    ['OJ L 141', Sign.digit | Sign.journal | Sign.subjectCode],
    ['CELEX:52023DC0641', Sign.digit | Sign.celex],
    ['/eli/reg', Sign.eli],
    ['ST 6504 2024 INIT', Sign.digit | Sign.fileName | Sign.subjectCode],
    ['https://example.eu', Sign.webAddress],
    ['WWW.example.eu', Sign.webAddress],
    ['a@example.eu', Sign.mailAddress],
    ['COSI 97', Sign.digit | Sign.subjectCode],
    ["the 'end", Sign.quotation],
    ['the “end', Sign.quotation],
  ];
  for (const [text, signs] of cases) {
    it(`of "${text}"`, () => {
      assert.equal(signsIn(text), signs);
    });
  }

  it('leaves out no citation and no quotation', () => {
    const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((words) => words.join(''));
    fc.assert(
      fc.property(pieces, (text) => {
        assert.deepEqual(findCitations(text), citationsBySigns(text, ALL));
        assert.ok((signsIn(text) & Sign.quotation) !== 0 || findQuotations(text).length === 0);
      }),
      { numRuns: 3000 },
    );
  });
});

const ALL = Object.values(Sign).reduce((bits, bit) => bits | bit, 0);

const PIECES = [
  ...['COM', 'com', 'JOIN', 'ſwd', 'ST', 'PE-CONS', 'OJ', 'O.J.', 'Official Journal', 'Regulation', 'Decision', 'No'],
  ...[
    '(',
    ')',
    '/',
    ' ',
    ' ',
    ' ',
    ',',
    '.',
    '-',
    ' final',
    ' REV 3',
    'INIT',
    ' of ',
    '(EU)',
    '/JHA',
    ' + ADD 1',
    '\n',
  ],
  ...[
    '2023',
    '2024',
    '641',
    '24',
    '6504',
    '5',
    'L',
    'C',
    'DC',
    '0641',
    '52023DC0641',
    '5.6.2015',
    'p. 1',
    'eli',
    'reg',
  ],
  ...['eli/reg/2023/1/oj', 'www.', 'https://', 'x', '"', "'", '“', '”', '‘', '’', '«', '»', 's'],
];

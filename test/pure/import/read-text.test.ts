import assert from 'node:assert/strict';
import { readText } from '../../../server/src/import/read-text';
import { shown } from '../../shown-document';

describe('reading plain text for import', () => {
  const reads = (text: string, expected: readonly string[]) => assert.deepEqual(shown(readText(text)), expected);

  it('takes a marker with all blanks behind it from an item, and nothing of its words', () => {
    reads('(i)    Within a year\n(ii)   Beyond\n', ['0 (i) Within a year', '1 (ii) Beyond']);
  });

  it('gives headings, paragraphs and items with their lines', () => {
    reads(
      `Harbour plan
============

This is the first paragraph of the plan, which goes on in the next
line, and ends there.

1. Customs

Action 1: Better scanners
Main actors: customs authorities, port operators and the shipping
lines
• a bullet that goes on
  below
  – deeper
  – another
• back
(a) lettered
(b) and so on

1.1 Ports

Text.
`,
      [
        '0 # Harbour plan',
        '3 This is the first paragraph of the plan, which goes on in the next line, and ends there.',
        '6 # 1. Customs',
        '8 Action 1: Better scanners',
        '9 Main actors: customs authorities, port operators and the shipping lines',
        '11 - a bullet that goes on below',
        '13   - deeper',
        '14   - another',
        '15 - back',
        '16 (a) lettered',
        '17 (b) and so on',
        '19 ## 1.1 Ports',
        '21 Text.',
      ],
    );
  });

  it('takes numbered lines that follow each other for a list', () => {
    reads('1. Build scanners\n\n2. Train people\n\nText\n', ['0 1. Build scanners', '2 # 2. Train people', '4 Text']);
    reads('1. Build scanners\n2. Train people\n', ['0 1. Build scanners', '1 2. Train people']);
  });

  it('puts divided words together, unless the hyphen is their own', () => {
    reads('Long-term cooper-\nation on long-\nterm plans, and so on and on and on\nwith soft\u00ad\nware', [
      '0 Long-term cooperation on long-term plans, and so on and on and on with software',
    ]);
  });

  it('leaves out the numbers of pages', () => {
    reads('First page of a text that is long enough\n\n3\n\fSecond page\n\n- 4 -\n', [
      '0 First page of a text that is long enough',
      '3 Second page',
    ]);
  });

  it('takes lines that are longer than lines are wrapped for paragraphs', () => {
    const long = 'word '.repeat(40).trim();
    reads(`${long}\n${long}\nShort one\n`, [`0 ${long}`, `1 ${long}`, '2 Short one']);
  });

  it('takes any text', () => {
    reads('', []);
    reads('\n\n---\n===\n', []);
    reads('•\n', ['0 •']);
  });
});

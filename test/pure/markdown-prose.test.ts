import assert from 'node:assert/strict';
import { findPlaceholders } from '../../server/src/parse/placeholders';
import { readProse } from '../../server/src/parse/prose';
import { at, readEntry, readOne } from './markdown-sample';

/** The only passage of a text. */
function maskedOf(text: string): string | undefined {
  const [passage, more] = readProse(text).passages;
  assert.equal(more, undefined);
  return passage?.text;
}

describe('passages', () => {
  const masked: readonly (readonly [string, string, string])[] = [
    ['emphasis', '**Navy** and _Port_', '  Navy   and  Port '],
    ['strikethrough', '~~Navy~~ sails', '  Navy   sails'],
    ['code', 'The `Navy` sails', 'The        sails'],
    ['comments', 'The <!-- Navy --> sails', 'The               sails'],
    ['link targets', '[Navy](https://e.org/x "t")', ' Navy                      '],
    ['labels of links', '[Navy][one] sails', ' Navy       sails'],
    ['web addresses', 'See https://e.org/Navy now', 'See                    now'],
    ['addresses in angle brackets', 'See <https://e.org> now', 'See                 now'],
    ['images', '![Navy](n.png) sails', '               sails'],
    ['tags', 'The <b>Navy</b> sails', 'The    Navy     sails'],
    ['footnote references', 'The Navy[^1] sails', 'The Navy     sails'],
    ['entities', 'Action&nbsp;4 &amp; more', 'Action      4 &     more'],
    ['escapes', 'Action\\_4', 'Action _4'],
  ];
  for (const [name, text, expected] of masked) {
    it(`have spaces for ${name}`, () => {
      assert.equal(maskedOf(text), expected);
    });
  }

  it('keep words in square brackets', () => {
    assert.equal(maskedOf('A [small] boat'), 'A [small] boat');
  });

  it('keep an ELI, which is an address and a citation', () => {
    const text = 'See http://data.europa.eu/eli/reg/2023/1322/oj now';
    assert.equal(maskedOf(text), text);
  });

  it('have a line end for <br>', () => {
    assert.equal(maskedOf('Navy<br>Port'), 'Navy\n   Port');
  });

  it('are as long as their place, with every kind of character', () => {
    const text = '\uFEFFThe **🚢** `ż` é\u0301 <!-- 🚢 --> sails\r\non 🌊\rfar\ttoo\n';
    for (const passage of readProse(text).passages) {
      assert.equal(passage.text.length, passage.span.end - passage.span.start);
    }
  });

  it('come in the order of the text, each with its kind', () => {
    const text =
      '# Head\n\nText[^1].\n\n- Item\n\n  More\n\n> Quote\n\n| A | B |\n|---|---|\n| c |  |\n\n[^1]: Note\n\n    Goes on\n\n¹ Other note\n\n```\ncode\n```\n';
    assert.deepEqual(
      readProse(text).passages.map(
        (passage) => `${passage.kind}${passage.quoted ? ' quoted' : ''}: ${passage.text.trim()}`,
      ),
      [
        'heading: Head',
        'paragraph: Text    .',
        'item: Item',
        'item: More',
        'paragraph quoted: Quote',
        'cell: A',
        'cell: B',
        'cell: c',
        'footnote: [^1]: Note',
        'footnote: Goes on',
        'footnote: ¹ Other note',
      ],
    );
  });

  it('leave the marks of a quotation out', () => {
    assert.equal(maskedOf('> one\n> two'), 'one\n  two');
  });

  it('take a bare number behind a footnote mark for a document', () => {
    const { mentions } = readOne('Text[^1].\n\n[^1]: 6504/24\n\n² 6812/24\n');
    assert.deepEqual(
      mentions.citations.map(({ id }) => id),
      ['ST 6504/24', 'ST 6812/24'],
    );
  });

  it('hold no words of deeper nesting than anybody writes', () => {
    assert.equal(readProse(`${'> '.repeat(500)}Navy\n`).passages.length, 0);
  });
});

describe('prose', () => {
  const texts: readonly (readonly [string, string, boolean])[] = [
    ['a sentence', 'The Navy sailed.', true],
    ['an item', '- The Navy sailed.', true],
    ['a quotation', '> The Navy sailed.', true],
    ['a number', '42', true],
    ['nothing', '', false],
    ['a heading', '# Navy', false],
    ['a comment', '<!-- Navy -->', false],
    ['code', '```\nNavy\n```', false],
    ['a rule', '***', false],
    ['a footnote', '[^1]: Navy', false],
    ['a pasted footnote', '³ Navy', false],
    ['a table', '| Navy |\n|---|\n| Port |', false],
    ['a link target', '[a]: https://e.org', false],
    ['a placeholder', '[to be completed]', false],
    ['a slot', '<what the Navy did>', false],
    ['a placeholder and more', '[to be completed] by the Navy', true],
    ['an image', '![Navy](n.png)', false],
    ['HTML with words', '<div>\nNavy\n</div>', true],
    ['HTML without', '<div>\n</div>', false],
    ['a script', '<script>\nNavy\n</script>', false],
  ];
  for (const [name, text, expected] of texts) {
    it(`${name} is ${expected ? '' : 'no '}prose`, () => {
      assert.equal(readProse(text).hasProse, expected);
    });
  }

  it('has its headings', () => {
    const text = 'Text\n\n### **One** <!-- x -->\n\nTwo\n===\n';
    assert.deepEqual(
      readProse(text).headings.map((heading) => [heading.level, heading.text, at(text, heading.span)]),
      [
        [3, 'One', 'One'],
        [1, 'Two', 'Two'],
      ],
    );
  });

  it('has its comments', () => {
    const text = '<!-- a -->\n\nText <!-- b -->\n\n- x <!-- c\nd -->\n\n`<!-- no -->`\n\n<!-- e --> and <!-- f -->\n';
    assert.deepEqual(
      readProse(text).comments.map((span) => at(text, span)),
      ['<!-- a -->', '<!-- b -->', '<!-- c\nd -->', '<!-- e -->', '<!-- f -->'],
    );
  });
});

describe('placeholders', () => {
  const found: readonly (readonly [string, readonly string[]])[] = [
    ['[to be completed]', ['[to be completed]']],
    ['On [date to be confirmed], the Navy sailed.', ['[date to be confirmed]']],
    ['[…] and [...] and [XX] and [tbc]', ['[…]', '[...]', '[XX]', '[tbc]']],
    ['[insert figure] [please add a source]', ['[insert figure]', '[please add a source]']],
    ['TBC, TBD. tbc', ['TBC', 'TBD', 'tbc']],
    ['on XX May 2030, XX boats, 20XX, ST XXXX/30', ['XX', 'XX', '20XX', 'XXXX']],
    ['A meeting (date to be confirmed) was held', ['(date to be confirmed)']],
    ['To be completed', ['To be completed']],
    ['Deadline: to be confirmed.', ['to be confirmed']],
    ['Lorem ipsum dolor', ['Lorem ipsum']],
    // None.
    ['The work is to be completed by 2031.', []],
    ['The date remains to be confirmed by the Council.', []],
    ['Annex XX and Chapter XXX of the Treaty; XX century', []],
    ['“The boats […] sailed”', []],
    ['The boats [of the Navy] sailed [1]', []],
    ['XXI, EXXON, AXX', []],
    ['TBCs are small', []],
  ];
  for (const [text, expected] of found) {
    it(`in “${text}”: ${expected.length === 0 ? 'none' : expected.join(' ')}`, () => {
      assert.deepEqual(
        findPlaceholders(text).map((span) => at(text, span)),
        expected,
      );
    });
  }

  it('are found in headings, items, cells and footnotes, in order', () => {
    const { section, text } = readEntry(
      '### On XX',
      '',
      '- TBC',
      '',
      '| A | B |',
      '|---|---|',
      '| tbd | c |',
      '',
      '[^1]: [to be completed]',
    );
    assert.deepEqual(
      section.placeholders.map((span) => at(text, span)),
      ['XX', 'TBC', 'tbd', '[to be completed]'],
    );
  });

  it('are found in the heading of the section', () => {
    const text = '## Action 4: TBC\n';
    assert.deepEqual(
      readOne(text).placeholders.map((span) => at(text, span)),
      ['TBC'],
    );
  });

  it('are slots in angle brackets', () => {
    const text = 'By <date>, <name of the body> will sail.\n\n<what happened>\n';
    assert.deepEqual(
      readProse(text).placeholders.map((span) => at(text, span)),
      ['<date>', '<name of the body>', '<what happened>'],
    );
  });

  it('are no tags, addresses or quantities', () => {
    const text =
      '<b>a</b> <br> <span class="x">b</span> <https://e.org> 3 < 5 > 2 <sup>1</sup> <!-- TBC -->\n\n<details>\n<summary>x</summary>\n</details>\n';
    assert.deepEqual(readProse(text).placeholders, []);
  });

  it('are not looked for in code', () => {
    assert.deepEqual(readProse('`TBC` and `<date>`\n\n    TBC\n').placeholders, []);
  });
});

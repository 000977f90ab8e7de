import assert from 'node:assert/strict';
import type { Suppression } from '../../server/src/model/report';
import { at, read, readInYaml } from './markdown-sample';

/** What a comment says, and the text that it covers. */
function shown(text: string, suppressions: readonly Suppression[]): readonly string[] {
  return suppressions.map(({ kind, codes, reason, covers }) => {
    const named = codes.map(({ code, span }) => (at(text, span) === code ? code : `${code}?`)).join('+');
    return `${kind} ${named} (${reason ?? ''}): ${JSON.stringify(at(text, covers))}`;
  });
}

function inMarkdown(text: string): readonly string[] {
  return shown(text, read(text).suppressions);
}

function inYaml(text: string): readonly string[] {
  return shown(text, readInYaml(text).suppressions);
}

describe('suppression comments in Markdown', () => {
  const texts: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'cover the next line',
      '<!-- rapporteur-disable-next-line a-b -- why so -->\nOne\nTwo\n',
      ['next-line a-b (why so): "One"'],
    ],
    [
      'cover the next line behind blank ones',
      '<!-- rapporteur-disable-next-line a -- b -->\n\n## One\n',
      ['next-line a (b): "## One"'],
    ],
    [
      'cover the line behind other such comments',
      '<!-- rapporteur-disable-next-line a -- b -->\n<!-- rapporteur-disable-next-line c -- d -->\nOne\n',
      ['next-line a (b): "One"', 'next-line c (d): "One"'],
    ],
    ['name several codes', '<!-- rapporteur-disable-next-line a, b c -- d -->\nOne\n', ['next-line a+b+c (d): "One"']],
    ['name none', '<!-- rapporteur-disable-next-line -- d -->\nOne\n', ['next-line  (d): "One"']],
    ['give no reason', '<!-- rapporteur-disable-next-line a -->\nOne\n', ['next-line a (): "One"']],
    [
      'give no reason behind the dashes',
      '<!-- rapporteur-disable-next-line a -- -->\nOne\n',
      ['next-line a (): "One"'],
    ],
    [
      'have dashes in the reason',
      '<!-- rapporteur-disable-next-line a -- b - c -- d -->\nOne',
      ['next-line a (b - c -- d): "One"'],
    ],
    ['cover nothing at the end', 'One\n<!-- rapporteur-disable-next-line a -- b -->', ['next-line a (b): ""']],
    [
      'cover their own line',
      'One\nTwo <!-- rapporteur-disable-line a -- b -->\nThree\n',
      ['line a (b): "Two <!-- rapporteur-disable-line a -- b -->"'],
    ],
    [
      'cover the line of an item',
      '- One <!-- rapporteur-disable-line a -- b -->\n- Two\n',
      ['line a (b): "- One <!-- rapporteur-disable-line a -- b -->"'],
    ],
    [
      'cover the row of a cell',
      '| A | B |\n|---|---|\n| c <!-- rapporteur-disable-line a -- b --> | d |\n| e | f |\n',
      ['line a (b): "| c <!-- rapporteur-disable-line a -- b --> | d |"'],
    ],
    [
      'cover the line of a heading',
      '## One <!-- rapporteur-disable-line a -- b -->\n',
      ['line a (b): "## One <!-- rapporteur-disable-line a -- b -->"'],
    ],
    [
      'cover a stretch',
      'One\n\n<!-- rapporteur-disable a -- b -->\n\nTwo\n\n<!-- rapporteur-enable a -->\n\nThree\n',
      ['block a (b): "<!-- rapporteur-disable a -- b -->\\n\\nTwo\\n\\n"'],
    ],
    [
      'cover all to the end',
      '<!-- rapporteur-disable a -- b -->\nOne',
      ['block a (b): "<!-- rapporteur-disable a -- b -->\\nOne"'],
    ],
    [
      'end code by code',
      '<!-- rapporteur-disable a b -- c -->\n\n1\n\n<!-- rapporteur-enable b -->\n\n2',
      [
        'block b (c): "<!-- rapporteur-disable a b -- c -->\\n\\n1\\n\\n"',
        'block a (c): "<!-- rapporteur-disable a b -- c -->\\n\\n1\\n\\n<!-- rapporteur-enable b -->\\n\\n2"',
      ],
    ],
    [
      'all end where no code is named',
      '<!-- rapporteur-disable a -- b -->1<!-- rapporteur-enable -->2',
      ['block a (b): "<!-- rapporteur-disable a -- b -->1"'],
    ],
    [
      'without code only end without',
      '<!-- rapporteur-disable -- b -->1<!-- rapporteur-enable a -->2',
      ['block  (b): "<!-- rapporteur-disable -- b -->1<!-- rapporteur-enable a -->2"'],
    ],
    [
      'cover the file',
      'One\n\n<!-- rapporteur-disable-file a -- b -->',
      ['file a (b): "One\\n\\n<!-- rapporteur-disable-file a -- b -->"'],
    ],
    [
      'are several on a line',
      '1 <!-- rapporteur-disable-line a -- b --> <!-- rapporteur-disable-line c -- d -->',
      [
        'line a (b): "1 <!-- rapporteur-disable-line a -- b --> <!-- rapporteur-disable-line c -- d -->"',
        'line c (d): "1 <!-- rapporteur-disable-line a -- b --> <!-- rapporteur-disable-line c -- d -->"',
      ],
    ],
    [
      'know Windows line ends',
      '<!-- rapporteur-disable-next-line a -- b -->\r\nOne\r\nTwo\r\n',
      ['next-line a (b): "One"'],
    ],
    ['are not in code', '`<!-- rapporteur-disable-line a -->`\n\n```\n<!-- rapporteur-disable-file b -->\n```\n', []],
    [
      'are no other comments',
      '<!-- disable-line a -->\n<!-- rapporteur-disabled a -->\n<!-- rapporteur-disable-lines a -->\n',
      [],
    ],
    ['are no words', 'rapporteur-disable-line a -- b\n', []],
    ['are no heading', '# rapporteur-disable-next-line a -- b\n', []],
    [
      'stand behind a number sign in front matter',
      '---\n# rapporteur-disable-next-line a -- b\nroadmap: x\ntitle: y # rapporteur-disable-line c -- d\n---\n',
      ['next-line a (b): "roadmap: x"', 'line c (d): "title: y # rapporteur-disable-line c -- d"'],
    ],
    [
      'cover the file from front matter',
      '---\n# rapporteur-disable-file a -- b\n---\n1',
      ['file a (b): "---\\n# rapporteur-disable-file a -- b\\n---\\n1"'],
    ],
  ];
  for (const [name, text, expected] of texts) {
    it(name, () => {
      assert.deepEqual(inMarkdown(text), expected);
    });
  }

  it('know their place in the file, front matter and sections before them included', () => {
    const text = '---\ntitle: x\n---\n\n# One\n\n## Two\n\nText <!-- rapporteur-disable-line a -- b -->\n';
    const [suppression] = read(text).suppressions;
    assert.equal(suppression && at(text, suppression.span), '<!-- rapporteur-disable-line a -- b -->');
  });
});

describe('suppression comments in YAML', () => {
  const texts: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'cover what stands behind the entries',
      'entries:\n  - action: "8"\ntitle: One # rapporteur-disable-line x -- y\n# rapporteur-disable-next-line x -- y\ndate: 1\n',
      ['line x (y): "title: One # rapporteur-disable-line x -- y"', 'next-line x (y): "date: 1"'],
    ],
    ['cover the next line', 'a: 1\n# rapporteur-disable-next-line x -- y\nb: 2\nc: 3\n', ['next-line x (y): "b: 2"']],
    [
      'cover their own line',
      'a: 1 # rapporteur-disable-line x -- y\nb: 2\n',
      ['line x (y): "a: 1 # rapporteur-disable-line x -- y"'],
    ],
    [
      'cover a stretch',
      '# rapporteur-disable x -- y\na: 1\n# rapporteur-enable\nb: 2\n',
      ['block x (y): "# rapporteur-disable x -- y\\na: 1\\n"'],
    ],
    [
      'above a key cover all of its block of lines',
      '- # rapporteur-disable-next-line x -- y\n  text: |\n    One\n\n    Two\n  next: []\n',
      ['next-line x (y): "  text: |"'],
    ],
    [
      'in a line of their own above a key cover all of its block of lines',
      '- a: 1\n  # rapporteur-disable-next-line x -- y\n  text: |\n    One\n\n    # Two\n  next: []\n',
      ['next-line x (y): "  text: |\\n    One\\n\\n    # Two"'],
    ],
    [
      'above an item whose text is a block',
      '# rapporteur-disable-next-line x -- y\n- |-\n  One\n- Two\n',
      ['next-line x (y): "- |-\\n  One"'],
    ],
    [
      'above the first key of an item',
      '# rapporteur-disable-next-line x -- y\n- text: >\n    One\n  b: 2\n',
      ['next-line x (y): "- text: >\\n    One"'],
    ],
    [
      'cover no block of a later key',
      '# rapporteur-disable-next-line x -- y\na: 1\nb: |\n  One\n',
      ['next-line x (y): "a: 1"'],
    ],
    [
      'in a text cover the next line of it',
      'text: |\n  One\n  <!-- rapporteur-disable-next-line x -- y -->\n  Two\n  Three\n',
      ['next-line x (y): "  Two"'],
    ],
    [
      'in a text cover their own line',
      'text: |\n  One <!-- rapporteur-disable-line x -- y -->\n  Two\n',
      ['line x (y): "  One <!-- rapporteur-disable-line x -- y -->"'],
    ],
    ['behind a number sign are text in a text', 'text: |\n  # rapporteur-disable-next-line x -- y\n  One\n', []],
    ['need a space before the number sign', 'a: b# rapporteur-disable-line x -- y\n', []],
    [
      'are found in spite of an open quotation mark',
      'a: "b\n# rapporteur-disable-next-line x -- y\nc: d\n',
      ['next-line x (y): "c: d"'],
    ],
    [
      'know Windows line ends',
      '# rapporteur-disable-next-line x -- y\r\ntext: |\r\n  One\r\n\r\n  Two\r\nb: 2\r\n',
      ['next-line x (y): "text: |\\r\\n  One\\r\\n\\r\\n  Two"'],
    ],
  ];
  for (const [name, text, expected] of texts) {
    it(name, () => {
      assert.deepEqual(inYaml(text), expected);
    });
  }
});

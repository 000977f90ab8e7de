import assert from 'node:assert/strict';
import { formatTyped } from '../../../server/src/features/formatting';
import { applyEdits } from '../../../server/src/model/text-edits';
import { snapshotOf, uriOf } from '../../analyse';
import { expectFormatted, format } from '../../formatted';

const HEAD = ['---', 'roadmap: eu-drugs-2023', 'date: 2024-06-03', '---', ''];

/** Below the heading of an entry, in Markdown. */
function expectInEntry(before: readonly string[], after: readonly string[]): void {
  const head = [...HEAD, '## Action 6', ''];
  expectFormatted('/a.report.md', [...head, ...before], [...head, ...after]);
}

/** In an entry of a YAML report. */
function expectInYaml(before: readonly string[], after: readonly string[]): void {
  const head = ['roadmap: eu-drugs-2023', 'entries:'];
  expectFormatted('/a.report.yaml', [...head, ...before], [...head, ...after]);
}

describe('formatting Markdown', () => {
  it('puts the fields of an entry in order', () => {
    expectInEntry(
      ['- **Evidence:** ST 9999/24', '- **Actors:** Europol', '- **Status:** delivered'],
      ['- **Status:** delivered', '- **Actors:** Europol', '- **Evidence:** ST 9999/24'],
    );
  });

  it('moves the lines of a field with it, and an item that it does not know with the one before', () => {
    expectInEntry(
      ['- **Reason:** no budget', '  for this year', '- **Budget:** EUR 5', '- **Status:** delayed'],
      ['- **Status:** delayed', '- **Reason:** no budget', '  for this year', '- **Budget:** EUR 5'],
    );
  });

  it('leaves a list alone in which a comment could be meant for the next field', () => {
    const lines = ['- **Reason:** no budget', '  <!-- why? -->', '- **Status:** delayed'];
    expectInEntry(lines, lines);
  });

  it('puts fields in lines of a paragraph in order, and lists with a title', () => {
    expectInEntry(
      [
        'Actors: Europol  ',
        'Status: delayed',
        '',
        '**Next steps**',
        '',
        '- More.',
        '',
        '**Deliverables**',
        '',
        '- 6.1',
      ],
      [
        'Status: delayed  ',
        'Actors: Europol',
        '',
        '**Deliverables**',
        '',
        '- 6.1',
        '',
        '**Next steps**',
        '',
        '- More.',
      ],
    );
  });

  it('writes one space behind the colon of a label', () => {
    expectInEntry(
      ['- **Status:**   delayed', '- **Reason**:no budget', 'Note:  nothing'],
      ['- **Status:** delayed', '- **Reason**: no budget', 'Note:  nothing'],
    );
  });

  it('parts headings, lists and tables from what is around them by one blank line', () => {
    expectInEntry(
      [
        'Text.',
        '- one',
        '- two',
        '### More',
        'Text.',
        '',
        '',
        '',
        'Text.',
        '',
        '',
        '## Action 7',
        '<!-- on this -->',
        'Text.',
      ],
      [
        ...['Text.', '', '- one', '- two', '', '### More', '', 'Text.', '', 'Text.', '', '## Action 7'],
        ...['<!-- on this -->', 'Text.'],
      ],
    );
  });

  it('takes spaces at line ends away, but for breaks', () => {
    expectInEntry(
      ['A line ', 'broken  ', 'here.  ', '', '```', 'code  ', '```'],
      ['A line', 'broken  ', 'here.', '', '```', 'code  ', '```'],
    );
  });

  it('writes the cells of a table below each other, as wide as they look', () => {
    expectInEntry(
      ['Action|Status|Note', ':--|:-:|--:', '6|done|日本', '| 7 | 𝒳é́ 👍🏽 | a \\| b |', '| 8 |'],
      [
        '| Action | Status |   Note |',
        '| :----- | :----: | -----: |',
        '| 6      |  done  |   日本 |',
        '| 7      | 𝒳é́ 👍🏽  | a \\| b |',
        '| 8      |',
      ],
    );
  });

  it('gives a table that is wider than a screen single spaces', () => {
    const prose = 'word '.repeat(40).trim();
    expectInEntry(
      ['| Action | Progress |', '|---|---|', `|6|${prose}|`],
      ['| Action | Progress |', '| --- | --- |', `| 6 | ${prose} |`],
    );
  });

  it('puts the keys of front matter in order, with the comments above them', () => {
    expectFormatted(
      '/a.report.md',
      [
        '---',
        'date:  2024-06-03',
        '# of the report',
        'title: A',
        'lang: en',
        'roadmap: eu-drugs-2023',
        '---',
        '',
        '# A',
      ],
      [
        '---',
        'roadmap: eu-drugs-2023',
        '# of the report',
        'title: A',
        'lang: en',
        'date: 2024-06-03',
        '---',
        '',
        '# A',
      ],
    );
  });
});

describe('formatting YAML', () => {
  it('puts the keys of entries in order, with blocks and comments', () => {
    expectInYaml(
      [
        ...[
          '  - action: "6"',
          '    text: |',
          '      Prose.  ',
          '',
          '      More.',
          '',
          '    # late',
          '    status: delayed',
        ],
        ...['    next:', '      - due: 2025', '        text: a', '    actors: [europol]'],
      ],
      [
        ...['  - action: "6"', '    # late', '    status: delayed', '    actors: [europol]', '    text: |'],
        ...['      Prose.  ', '', '      More.', '', '    next:', '      - text: a', '        due: 2025'],
      ],
    );
  });

  it('leaves a map alone whose comments belong to no key', () => {
    const lines = ['  - action: "6"', '    text: a', '    # --- fields ---', '', '    status: delayed'];
    expectInYaml(lines, lines);
  });

  it('leaves keys where they are when the blank lines behind a text are its own', () => {
    const lines = ['  - action: "6"', '    text: |+', '      a', '', '    status: delayed', ''];
    expectInYaml(lines, lines);
  });

  it('quotes ids that YAML would not keep', () => {
    expectInYaml(
      ['  - action: [6.10, 5a, 7]', '    deliverables:', '      - deliverable: 6.10'],
      ['  - action: ["6.10", 5a, 7]', '    deliverables:', '      - deliverable: "6.10"'],
    );
  });

  it('indents lists as most of them are', () => {
    expectInYaml(
      [
        '  - action: "6"',
        '    evidence:',
        '    # the report',
        '    - ST 1/24',
        '    next:',
        '      - text: |',
        '          a',
      ],
      [
        '  - action: "6"',
        '    evidence:',
        '      # the report',
        '      - ST 1/24',
        '    next:',
        '      - text: |',
        '          a',
      ],
    );
  });

  it('puts roadmaps and actors in order', () => {
    expectFormatted(
      '/a.roadmap.yaml',
      ['title: Harbours', 'roadmap:  harbours', 'actions:', '  - title: Fees', '    action: 1.0'],
      ['roadmap: harbours', 'title: Harbours', 'actions:', '  - action: "1.0"', '    title: Fees'],
    );
    expectFormatted(
      '/actors.yaml',
      ['actors:', '  - name: Navy', '    kind: body', '    actor: navy'],
      ['actors:', '  - actor: navy', '    name: Navy', '    kind: body'],
    );
  });

  it('leaves a file alone that cannot be read, and says where and why', () => {
    for (const [path, text] of [
      ['/a.report.yaml', 'title: "a\nroadmap:   eu-drugs-2023\nentries: []\n'],
      ['/a.report.md', '---\nroadmap:   eu-drugs-2023\ntitle: "a\n---\n\n## Action 6\ntext\n'],
    ] as const) {
      const { edits, problem } = format(path, text);
      assert.deepEqual(edits, []);
      assert.match(problem?.message ?? '', /never closed/);
      assert.equal(text.slice(problem?.span.start, problem?.span.end), '"a');
    }
  });
});

describe('edits of formatting', () => {
  it('touch no more than what changes, and keep line ends', () => {
    const text = `${HEAD.join('\r\n')}\r\n## Action 6\r\nText.\r\n\r\n- **Actors:**  Europol\r\n- **Status:** delayed`;
    const { edits, after } = format('/a.report.md', text);
    assert.equal(
      after,
      `${HEAD.join('\r\n')}\r\n## Action 6\r\n\r\nText.\r\n\r\n- **Status:** delayed\r\n- **Actors:** Europol\r\n`,
    );
    assert.ok(
      edits.every(({ span, newText }) => span.end - span.start + newText.length < 60),
      JSON.stringify(edits),
    );
  });

  it('stay in the lines that were asked for', () => {
    const text = `${HEAD.join('\n')}\n## Action 6\nText. \nMore. \n\n- **Actors:** Europol\n- **Status:** delayed\n- **Reason:**  none\n`;
    const [start, end] = [text.indexOf('More'), text.indexOf('- **Status')];
    assert.equal(format('/a.report.md', text, { start, end }).after, text.replace('More. ', 'More.'));
    const whole = { start: text.indexOf('- **Actors'), end: text.indexOf('- **Reason') };
    assert.equal(
      format('/a.report.md', text, whole).after,
      text.replace('- **Actors:** Europol\n- **Status:** delayed', '- **Status:** delayed\n- **Actors:** Europol'),
    );
  });
});

describe('formatting while a table is typed', () => {
  const table = ['| Action | Status |', '|---|---|', '| 6 | in progress |', '| 7 | done |'].join('\n');

  function typed(text: string, words: string): string {
    const path = '/a.report.md';
    const whole = `${HEAD.join('\n')}\n${text}`;
    const offset = whole.indexOf(words) + words.length;
    return applyEdits(whole, formatTyped(snapshotOf({ [path]: whole }), uriOf(path), offset)).slice(
      HEAD.join('\n').length + 1,
    );
  }

  it('aligns the columns behind the last bar of a row', () => {
    const aligned = [
      '| Action | Status      |',
      '| ------ | ----------- |',
      '| 6      | in progress |',
      '| 7      | done        |',
    ];
    assert.equal(typed(`Text.\n\n${table}\n`, '| 7 | done |'), `Text.\n\n${aligned.join('\n')}\n`);
    assert.equal(typed(table.replaceAll('\n', '\r\n'), '| 7 | done |'), aligned.join('\r\n'));
  });

  it('leaves a row alone that is not complete, and what is no table', () => {
    for (const [text, words] of [
      [table, '| 7 |'],
      [table.replace('| done |', '|'), '| 7 |'],
      ['a | b |', 'a | b |'],
      [`\`\`\`\n${table}\n\`\`\``, '| 7 | done |'],
    ] as const) {
      assert.equal(typed(text, words), text);
    }
  });
});

import assert from 'node:assert/strict';
import { at, outlineOf, read, readOne } from './markdown-sample';

describe('Markdown sections', () => {
  const outlines: readonly (readonly [string, string, readonly string[]])[] = [
    ['an empty text has none', '', []],
    ['nor has a blank one', ' \n\n\t\n', []],
    ['text before the first heading is one without heading', 'Words.\n\n# One\n', ['-', 'One']],
    ['blank lines before it are none', '\n\n# One\n', ['One']],
    ['headings of all levels open one', '# A\n## B\n### C\n# D\n', ['A', 'B', 'C', 'D']],
    ['underlined headings too', 'A\n===\n\nText.\n\nB\n---\n', ['A', 'B']],
    ['closing marks are no words', '## A ##\n', ['A']],
    ['emphasis and code are no words', '## **A** `b` _c_\n', ['A c']],
    ['a heading in a list is none', '# A\n\n- x\n\n  # B\n', ['A']],
    ['nor is one in a quotation', '# A\n\n> # B\n', ['A']],
    ['nor one in code', '# A\n\n```\n# B\n```\n\n    # C\n', ['A']],
    ['nor one in a comment', '# A\n\n<!--\n# B\n-->\n', ['A']],
    ['seven marks make none', '# A\n\n####### B\n', ['A']],
    ['a heading without words is one', '#\n\nText.\n', ['']],
    // Actions.
    ['a number names an action', '## Action 6: Fees and fines\n', ['Action 6: Fees and fines (6)']],
    ['behind the words as well', '## On fees (Action 6)\n', ['On fees (Action 6) (6)']],
    ['several numbers', '## Actions 4, 5 and 6\n', ['Actions 4, 5 and 6 (4 5 6)']],
    ['a span of numbers', '## Actions 4-6\n', ['Actions 4-6 (4 5 6)']],
    ['an unknown number is named too', '## Action 99\n', ['Action 99 (99?)']],
    ['the exact title', '## Inspections at sea\n', ['Inspections at sea (5)']],
    ['not a similar one', '## Inspections on sea\n', ['Inspections on sea']],
    ['emphasis in the heading', '## **Action 6**: _Fees and fines_\n', ['Action 6: Fees and fines (6)']],
    ['emphasis in a word', '## Se**a**side _[ports](x.md)_\\_\n', ['Seaside ports_']],
    ['an underlined heading', 'Action 6\n--------\n', ['Action 6 (6)']],
    ['a comment', '## Boats and boots <!-- Action 5 -->\n', ['Boats and boots (5)']],
    ['a comment with several', '## Boats <!-- Actions 5 and 6 -->\n', ['Boats (5 6)']],
    ['words and comment, without doubles', '## Action 4 <!-- Action 4 --><!-- Action 5 -->\n', ['Action 4 (4 5)']],
    ['not a comment that says more', '## Boats <!-- check against Action 5 later -->\n', ['Boats']],
    ['not a comment below the heading', '## Boats\n\n<!-- Action 5 -->\n', ['Boats']],
    ['not code', '## Boats `Action 5`\n', ['Boats']],
    // Extent.
    ['subheadings belong to the entry', '## Action 4\n### Detail\nx\n#### More\ny\n', ['Action 4 (4)']],
    ['the same level ends it', '## Action 4\n### Detail\n## Way forward\n', ['Action 4 (4)', 'Way forward']],
    ['a higher level ends it', '### Action 4\n## Area\n### Other\n', ['Action 4 (4)', 'Area', 'Other']],
    [
      'the innermost heading wins',
      '## Actions 4 and 5\n### Action 4\n### Action 5\n',
      ['Actions 4 and 5', 'Action 4 (4)', 'Action 5 (5)'],
    ],
    [
      'a group at every level',
      '# Actions 4-6\n## Action 4\n### Action 4\n',
      ['Actions 4-6', 'Action 4', 'Action 4 (4)'],
    ],
    [
      'other subheadings of a group count',
      '## Action 4\n### Lead-in\n### Action 4\n',
      ['Action 4', 'Lead-in', 'Action 4 (4)'],
    ],
    [
      'an entry after a group is none of it',
      '## Action 4\n### Action 5\n## Action 6\n### x\n',
      ['Action 4', 'Action 5 (5)', 'Action 6 (6)'],
    ],
    ['windows line ends', '## Action 4\r\n\r\nText.\r\n\r\n## Boats\r\n', ['Action 4 (4)', 'Boats']],
    ['old mac line ends', '## Action 4\r\rText.\r\r## Boats\r', ['Action 4 (4)', 'Boats']],
    ['a byte order mark', '\uFEFF## Action 4\n', ['Action 4 (4)']],
  ];
  for (const [name, text, expected] of outlines) {
    it(name, () => {
      assert.deepEqual(outlineOf(text), expected);
    });
  }

  it('cover the body in order and without a gap', () => {
    const text = '---\ntitle: x\n---\n\nLead.\n\n## Action 4\n\n### Detail\n\nx\n\n## Boats\n';
    assert.deepEqual(
      read(text).sections.map((section) => text.slice(section.start, section.end)),
      ['Lead.\n\n', '## Action 4\n\n### Detail\n\nx\n\n', '## Boats\n'],
    );
  });

  it('start at the line of an indented heading', () => {
    const text = 'Lead.\n\n  ## Action 4\n';
    assert.deepEqual(
      read(text).sections.map(({ start }) => start),
      [0, 7],
    );
  });

  it('have spans that count from their start', () => {
    const text = '# One\n\n## Action 4: Training for pilots\n';
    const section = read(text).sections[1];
    const [action] = section?.actions ?? [];
    const own = text.slice(section?.start);
    assert.equal(section?.heading && at(own, section.heading.span), 'Action 4: Training for pilots');
    assert.equal(action && at(own, action.span), '4');
    assert.equal(action?.title && at(own, action.title.span), 'Training for pilots');
  });

  it('know the kind and level of their heading', () => {
    const section = readOne('### Action 4\n');
    assert.deepEqual([section.heading?.kind, section.heading?.level], ['heading', 3]);
  });

  it('place the words of a heading without its marks', () => {
    const text = '## **Boats** and boots <!-- Action 5 --> ##\n';
    const { heading, actions } = readOne(text);
    assert.equal(heading && at(text, heading.span), 'Boats** and boots');
    assert.deepEqual([actions[0]?.by, actions[0] && at(text, actions[0].span)], ['comment', '5']);
  });

  it('place a heading without words on its line', () => {
    const text = '## <!-- Action 5 -->\n';
    const { heading } = readOne(text);
    assert.equal(heading && at(text, heading.span), '<!-- Action 5 -->');
  });

  it('mention what the heading of a group names, but not what an entry reports on', () => {
    const sections = read('## Actions 4 and 5\n### Action 4\n\nSee Action 6.\n').sections;
    assert.deepEqual(
      sections.map((section) => section.mentions.actions.map(({ action }) => action)),
      [['4', '5'], ['6']],
    );
  });

  it('mention actors and dates of a heading', () => {
    const { mentions } = readOne('## Navy in May 2030\n');
    assert.deepEqual([mentions.actors[0]?.actor, mentions.dates[0]?.text], ['navy', 'May 2030']);
  });
});

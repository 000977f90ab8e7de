import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Foldings } from '../../../server/src/features/folding';
import { LineIndex } from '../../../server/src/model/lines';
import { snapshotOf, uriOf } from '../../analyse';
import { HARBOUR_PLAN, markdownDraft, yamlDraft } from '../../drafts';
import { parseFixture } from '../../fixture';

/** What can be folded in a fixture's file over several lines: its first and its last line, and its kind. */
function foldsOf(fixture: string): readonly string[] {
  const [file] = parseFixture(fixture).files;
  assert.ok(file);
  const lines = new LineIndex(file.text);
  return new Foldings()
    .of(snapshotOf({ [file.path]: file.text }), uriOf(file.path))
    .map(({ span, kind }) => ({ from: lines.positionAt(span.start).line, to: lines.positionAt(span.end).line, kind }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .map(({ from, to, kind }) => `${lines.lineText(from).trim()} … ${lines.lineText(to).trim()} (${kind})`);
}

describe('folding in Markdown', () => {
  it('folds front matter with its lists, groups, entries and headings inside them', () => {
    assert.deepEqual(
      foldsOf(
        markdownDraft(
          '# State of play\n\n## Action 6\n\nText.\n\n### Below\n\nMore.\n\n## Action 7\n\n# Outlook\n\nText.\n',
          'scope:\n  areas:\n    - networks\n    - ports\n# A comment\n# of two lines\n',
        ),
      ),
      [
        '--- … --- (header)',
        'scope: … - ports (list)',
        'areas: … - ports (list)',
        '# A comment … # of two lines (comment)',
        '# State of play … ## Action 7 (region)',
        '## Action 6 … More. (region)',
        '### Below … More. (region)',
        '# Outlook … Text. (region)',
      ],
    );
  });

  it('folds lists below what they are lists of, items of several lines, tables, comments, code and quotations', () => {
    assert.deepEqual(
      foldsOf(
        markdownDraft(`**Deliverables**

- Blueprint
  - **Status:** delivered
- Call

Short:

- a
- b

1. 1
2. 2
3. 3
4. 4
5. 5
6. 6

| A | B |
|---|---|
| 1 | 2 |

<!-- one
two -->

~~~
code
~~~

> quoted
> on
`),
      ).slice(1),
      [
        '**Deliverables** … - Call (list)',
        '- Blueprint … - **Status:** delivered (list)',
        'Short: … - b (list)',
        '1. 1 … 6. 6 (list)',
        '| A | B | … | 1 | 2 | (list)',
        '<!-- one … two --> (comment)',
        '~~~ … ~~~ (text)',
        '> quoted … > on (text)',
      ],
    );
  });
});

describe('folding in YAML', () => {
  it('folds header, entries, lists, items, blocks of text and comments', () => {
    assert.deepEqual(
      foldsOf(
        yamlDraft(
          `
  # About
  # action 6
  - action: "6"
    text: |
      # No comment

      Words.
    deliverables:
      - deliverable: "6.1"
        status: delivered
    # One
    # Two
    next: [a, b]
  - section: Outlook
`,
        ),
      ),
      [
        'roadmap: eu-drugs-2023 … date: 2024-06-03 (header)',
        'entries: … - section: Outlook (list)',
        '# About … # action 6 (comment)',
        '- action: "6" … next: [a, b] (region)',
        '- action: "6" … next: [a, b] (list)',
        'text: | … Words. (text)',
        'deliverables: … status: delivered (list)',
        '- deliverable: "6.1" … status: delivered (list)',
        '# One … # Two (comment)',
      ],
    );
  });

  it('folds roadmaps', () => {
    assert.deepEqual(foldsOf(`//- /plan.roadmap.yaml\n${HARBOUR_PLAN}`), [
      'areas: … title: Docks (list)',
      '- area: docks … title: Docks (list)',
      'actions: … stated: by 1 May 2024 (list)',
      '- action: "1" … stated: by 1 May 2024 (list)',
    ]);
  });

  it('folds entries in brackets, and what is no report yet', () => {
    assert.deepEqual(
      foldsOf('//- /a.report.yaml\nroadmap: eu-drugs-2023\nentries: [\n  {action: "6"},\n]\n').length > 0,
      true,
    );
    assert.deepEqual(foldsOf('//- /a.report.yaml\nroadmap:\n'), []);
  });
});

describe('folding', () => {
  it('is the same after an edit as anew, whatever the draft', () => {
    const lines = [
      '## Action 6',
      '# A',
      '- a',
      '  - b',
      '**Next steps**',
      '| a |',
      '|---|',
      '<!--',
      '  - action: "7"',
      '    text: |',
      '      x',
      '# c',
      '',
    ];
    const text = fc.array(fc.constantFrom(...lines), { maxLength: 25 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(text, text, fc.constantFrom('/a.report.md', '/a.report.yaml'), (first, second, path) => {
        const header = path.endsWith('.md')
          ? '---\nroadmap: eu-drugs-2023\n---\n'
          : 'roadmap: eu-drugs-2023\nentries:\n';
        const kept = new Foldings();
        const before = snapshotOf({ [path]: `${header}${first}` });
        const whole = { start: 0, end: header.length + first.length };
        for (const { span } of kept.of(before, uriOf(path))) {
          assert.ok(whole.start <= span.start && span.start <= span.end && span.end <= whole.end);
        }
        const after = before.with([{ uri: uriOf(path), text: `${header}${second}\n${first}` }]);
        assert.deepEqual(kept.of(after, uriOf(path)), new Foldings().of(after, uriOf(path)));
      }),
      { numRuns: 200 },
    );
  });
});

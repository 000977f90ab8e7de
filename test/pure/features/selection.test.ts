import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { selectionsAt } from '../../../server/src/features/selection';
import { snapshotOf, uriOf } from '../../analyse';
import { HARBOUR_PLAN, markdownDraft, yamlDraft } from '../../drafts';
import { parseFixture } from '../../fixture';

/** What is selected around the cursor of a fixture, innermost first; long ones by their two ends. */
function selectionsIn(fixture: string): readonly string[] {
  const { files, cursor } = parseFixture(fixture);
  const [file] = files;
  assert.ok(file && cursor);
  return selectionsAt(snapshotOf({ [file.path]: file.text }), uriOf(file.path), cursor.offset)
    .map(({ start, end }) => file.text.slice(start, end))
    .map((words) => (words.length > 40 ? `${words.slice(0, 16)} … ${words.slice(-12)}` : words));
}

describe('selection in Markdown', () => {
  it('goes from word to value, item, list, entry, group, document', () => {
    const draft = markdownDraft(`# State of play

## Action 6

- **Status:** in pro$0gress
- **Actors:** Europol

Text.

## Action 7
`);
    assert.deepEqual(selectionsIn(draft), [
      'progress',
      'in progress',
      '**Status:** in progress',
      '- **Status:** in progress',
      '- **Status:** in … s:** Europol',
      '## Action 6\n\n- * … ropol\n\nText.',
      '# State of play\n … \n## Action 7',
      '---\nroadmap: eu- … ## Action 7\n',
    ]);
  });

  it('in running text: word, name or citation, line, paragraph', () => {
    const draft = markdownDraft('## Action 6\n\nSee COM(2023) 6$041 final, and\nanother line.\n');
    assert.deepEqual(selectionsIn(draft).slice(0, 4), [
      '641',
      'COM(2023) 641 final',
      'See COM(2023) 641 final, and',
      'See COM(2023) 64 … nother line.',
    ]);
  });

  it('in a heading, a table, front matter', () => {
    assert.deepEqual(selectionsIn(markdownDraft('## Action $06: Facilitating financial\n\nText.\n')).slice(0, 3), [
      '6',
      'Action 6: Facilitating financial',
      '## Action 6: Facilitating financial',
    ]);
    assert.deepEqual(
      selectionsIn(markdownDraft('| Action | Status |\n|---|---|\n| 6 | in $0progress |\n')).slice(0, 4),
      ['progress', 'in progress', '| 6 | in progress |', '| Action | Statu … n progress |'],
    );
    assert.deepEqual(selectionsIn(markdownDraft('Text.', 'scope:\n  areas: [net$0works, ports]')).slice(0, 5), [
      'networks',
      '[networks, ports]',
      'areas: [networks, ports]',
      'scope:\n  areas: [networks, ports]',
      'roadmap: eu-drug … orks, ports]',
    ]);
  });
});

describe('selection in YAML', () => {
  it('goes from scalar to pair, item, list, entry, entries, document', () => {
    assert.deepEqual(
      selectionsIn(
        yamlDraft(`
  - action: "6"
    deliverables:
      - deliverable: "6$0.1"
        status: delivered
      - deliverable: "6.2"
  - action: "7"
`),
      ),
      [
        '6',
        '6.1',
        '"6.1"',
        'deliverable: "6.1"',
        '- deliverable: "6.1"',
        '- deliverable: " … s: delivered',
        '- deliverable: " … rable: "6.2"',
        'deliverables:\n   … rable: "6.2"',
        'action: "6"\n     … rable: "6.2"',
        '- action: "6"\n   … rable: "6.2"',
        '- action: "6"\n   …  action: "7"',
        'entries:\n  - act …  action: "7"',
        'roadmap: eu-drug … action: "7"\n',
      ],
    );
  });

  it('goes through the paragraphs of a block of text, the header, a roadmap', () => {
    const block = yamlDraft('  - action: "6"\n    text: |\n      One.\n\n      Two thr$0ee.\n');
    assert.deepEqual(selectionsIn(block).slice(0, 3), ['three', 'Two three.', 'One.\n\n      Two three.']);
    assert.deepEqual(selectionsIn('//- /a.report.yaml\nroadmap: eu-dr$0ugs-2023\nentries:\n').slice(0, 3), [
      'drugs',
      'eu-drugs-2023',
      'roadmap: eu-drugs-2023',
    ]);
    assert.deepEqual(
      selectionsIn(`//- /plan.roadmap.yaml\n${HARBOUR_PLAN.replace('commission', 'com$0mission')}`).slice(0, 3),
      ['commission', '[commission]', 'actors: [commission]'],
    );
  });
});

describe('a selection', () => {
  it('always grows and ends with the document', () => {
    const lines = [
      '## Action 6',
      '- a',
      '  - b "c"',
      '| a | b |',
      '|---|---|',
      '  - action: "7"',
      '    text: |',
      '      x 😀',
      'entries:',
      '',
    ];
    const text = fc.array(fc.constantFrom(...lines), { maxLength: 12 }).map((all) => all.join('\n'));
    fc.assert(
      fc.property(text, fc.nat(200), fc.constantFrom('/a.report.md', '/a.report.yaml'), (words, place, path) => {
        const header = path.endsWith('.md') ? '---\nroadmap: eu-drugs-2023\n---\n' : 'roadmap: eu-drugs-2023\n';
        const whole = header + words;
        const offset = Math.min(place, whole.length);
        const chain = selectionsAt(snapshotOf({ [path]: whole }), uriOf(path), offset);
        for (const [index, span] of chain.entries()) {
          const inner = chain[index - 1] ?? { start: offset, end: offset };
          assert.ok(
            span.start <= inner.start && inner.end <= span.end && span.end - span.start > inner.end - inner.start,
          );
        }
        assert.deepEqual(chain.at(-1), { start: 0, end: whole.length });
      }),
      { numRuns: 300 },
    );
  });
});

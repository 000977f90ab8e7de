import assert from 'node:assert/strict';
import fc from 'fast-check';
import { definitionTokens, TokenFinder, type TokenGroup } from '../../../server/src/features/semantic-tokens';
import { LineIndex } from '../../../server/src/model/lines';
import { snapshotOf, uriOf } from '../../analyse';
import { longDraft } from '../../long-drafts';

const HEAD = '---\nroadmap: eu-drugs-2023\nauthor: presidency\ndate: 2024-09-03\n---\n\n';

/** The tokens of a report: type, modifier and words of each, in order. */
function tokensOf(path: string, text: string): readonly string[] {
  const lines = new LineIndex(text);
  const groups = new TokenFinder().ofReport(snapshotOf({ [path]: text }), uriOf(path), lines);
  return written(groups ?? [], text);
}

function written(groups: readonly TokenGroup[], text: string): readonly string[] {
  const lines = new LineIndex(text);
  return groups.flatMap(({ start, tokens }) =>
    tokens.map(({ line, character, length, type, modifier }) => {
      const column = character + (line === 0 ? start.character : 0);
      const from = lines.offsetAt({ line: start.line + line, character: column });
      return `${type}${modifier ? `.${modifier}` : ''} ${text.slice(from, from + length)}`;
    }),
  );
}

/** Those of the entry on Action 6, without the front matter's. */
function expectInEntry(body: string, expected: readonly string[]): void {
  const all = tokensOf('/a.report.md', `${HEAD}## Action 6\n\n${body}`);
  assert.deepEqual(all.slice(all.indexOf('action Action 6') + 1), expected);
}

describe('semantic tokens', () => {
  it('are the fields of a Markdown entry and what is named in its prose', () => {
    expectInEntry(
      '- **Status:** in progress\n- **Actors:** Europol, Eurojust\n\nEuropol met on 14 May 2024, see Action 1 and ST 9999/24.\n',
      [
        ...['label Status', 'status in progress', 'label Actors', 'actor Europol', 'actor Eurojust'],
        ...['actor Europol', 'date 14 May 2024', 'action Action 1', 'citation ST 9999/24'],
      ],
    );
  });

  it('tell of a deadline that it has passed or will pass soon', () => {
    expectInEntry('- **Status:** delayed\n- **Deadline:** mid-2024\n', [
      'label Status',
      'status delayed',
      'label Deadline',
      'date.overdue mid-2024',
    ]);
    expectInEntry('- **Deadline:** mid-2024\n- **Revised deadline:** end of October 2024\n', [
      ...['label Deadline', 'date mid-2024', 'label Revised deadline', 'date.dueSoon end of October 2024'],
    ]);
    expectInEntry('- **Status:** delivered\n- **Deadline:** mid-2024\n', [
      'label Status',
      'status delivered',
      'label Deadline',
      'date mid-2024',
    ]);
    expectInEntry('- **Deadline:** 2029\n', ['label Deadline', 'date 2029']);
  });

  it('are the deliverables and next steps of an entry', () => {
    expectInEntry(
      '**Deliverables**\n\n- Blueprint for partnerships against money laundering: delivered (14 May 2024)\n\n**Next steps**\n\n- Europol will present it (June 2024).\n',
      [
        ...[
          'label Deliverables',
          'deliverable Blueprint for partnerships against money laundering',
          'status delivered',
        ],
        ...['date 14 May 2024', 'label Next steps', 'actor Europol', 'date.overdue June 2024'],
      ],
    );
  });

  it('are found in front matter, and in YAML as in Markdown', () => {
    assert.deepEqual(tokensOf('/a.report.md', `${HEAD}Text.\n`), [
      ...[
        'label roadmap',
        'roadmap eu-drugs-2023',
        'label author',
        'actor presidency',
        'label date',
        'date 2024-09-03',
      ],
    ]);
    const yaml = [
      ...['roadmap: eu-drugs-2023', 'date: 2024-09-03', 'entries:', '  - action: "6"', '    status: in-progress'],
      ...['    text: |', '      Europol met on', '      14 May 2024.', '    due: mid-2024', 'title: A report', ''],
    ];
    assert.deepEqual(tokensOf('/a.report.yaml', yaml.join('\n')), [
      ...['label roadmap', 'roadmap eu-drugs-2023', 'label date', 'date 2024-09-03', 'action 6'],
      ...[
        'label status',
        'status in-progress',
        'actor Europol',
        'date 14 May 2024',
        'label due',
        'date.overdue mid-2024',
      ],
      'label title',
    ]);
  });

  it('are the ids, actors and deadlines of roadmaps and actors files', () => {
    const text = 'roadmap: a\nactions:\n  - action: "1"\n    actors: [navy]\n    due: ../2024-06-30\n';
    assert.deepEqual(written([definitionTokens(text, new LineIndex(text))], text), [
      ...['label roadmap', 'roadmap a', 'label actions', 'label action', 'action 1', 'label actors', 'actor navy'],
      ...['label due', 'date ../2024-06-30'],
    ]);
  });

  it('are in order, do not overlap and stay on their lines, in any draft', () => {
    const line = fc.constantFrom(
      ...['## Action 6: Facilitating financial investigations', '- **Status:** in progress', 'Europol met on 14 May'],
      ...[
        '2024, see Action 1 (ST 9999/24).',
        '| Action | Status | Actors |',
        '|---|---|---|',
        '| Action 6 | done | Europol |',
      ],
      ...[
        '- **Deadline:** by mid-2024',
        '**Next steps**',
        '- Europol (autumn 2024',
        '> The EUDA 𝒳 met',
        '<!-- Action 5 -->',
        '',
      ],
    );
    const draft = fc.tuple(fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n', '\r'));
    const property = fc.property(draft, ([all, newLine]) => {
      const text = (HEAD + all.join('\n')).replaceAll('\n', newLine);
      const path = '/a.report.md';
      const lines = new LineIndex(text);
      const groups = new TokenFinder().ofReport(snapshotOf({ [path]: text }), uriOf(path), lines) ?? [];
      let [lastLine, reach] = [0, 0];
      for (const { start, tokens } of groups) {
        for (const { line: below, character, length } of tokens) {
          const at = start.line + below;
          const column = character + (below === 0 ? start.character : 0);
          assert.ok(at > lastLine || (at === lastLine && column >= reach), text);
          assert.ok(length > 0 && column + length <= lines.lineText(at).length, text);
          [lastLine, reach] = [at, column + length];
        }
      }
    });
    fc.assert(property, { numRuns: 200 });
  }).timeout(30_000);

  it('are kept for the sections that an edit did not touch', () => {
    const { path, text } = longDraft('markdown', 4, 'end', '');
    const uri = uriOf(path);
    const finder = new TokenFinder();
    const first = snapshotOf({ [path]: text });
    const before = finder.ofReport(first, uri, new LineIndex(text)) ?? [];
    const at = text.indexOf('Europol completed') + 3;
    const edited = `${text.slice(0, at)}\n${text.slice(at)}`;
    const next = first.with([{ uri, text: edited, change: { start: at, end: at, newEnd: at + 1 } }]);
    const after = finder.ofReport(next, uri, new LineIndex(edited)) ?? [];
    const kept = new Set(before.map(({ tokens }) => tokens));
    const anew = after.filter(({ tokens }) => !kept.has(tokens));
    // The front matter, what may stand behind the entries, and the section.
    assert.equal(anew.length, 3);
    assert.deepEqual(after, new TokenFinder().ofReport(next, uri, new LineIndex(edited)));
  });
});

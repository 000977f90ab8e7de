import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readMarkdown } from '../../../server/src/import/read-markdown';
import { reportDraft } from '../../../server/src/import/report-draft';
import type { Run, SourceDocument } from '../../../server/src/import/source-document';
import { shown, withoutPlaces } from '../../shown-document';
import { PLAN_MARKDOWN } from '../../word-files';

/** All words, in order, whatever they look like. */
function wordsOf({ blocks, footnotes }: SourceDocument): readonly string[] {
  const text = (runs: readonly Run[]) => runs.map((run) => run.text).join('');
  const all = blocks.flatMap((block) =>
    block.kind === 'table'
      ? [...block.header, ...block.rows].flatMap(({ cells }) => cells.map(text))
      : [`${block.kind === 'item' ? (block.marker ?? '') : ''} ${text(block.runs)}`],
  );
  return [...all, ...[...footnotes.values()].map(text)].join(' ').split(/\s+/).filter(Boolean);
}

const WORDS = [
  'word',
  '1.',
  '-',
  '#',
  '*a*',
  '_b_',
  '<i>',
  '[x]',
  '|',
  '~~',
  '>',
  '&amp;',
  '\\',
  '`c`',
  '===',
  '---',
  ':',
];
const texts = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const looks = fc.constantFrom<Partial<Run>>({}, { bold: true }, { italic: true }, { struck: true });
const runs = fc
  .array(fc.record({ text: texts, look: looks }), { minLength: 1, maxLength: 3 })
  .map((some) => some.flatMap(({ text, look }, at): Run[] => [...(at > 0 ? [{ text: ' ' }] : []), { text, ...look }]));
const block = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    place: fc.constant(0),
    level: fc.integer({ min: 1, max: 6 }),
    runs,
  }),
  fc.record({ kind: fc.constant('paragraph' as const), place: fc.constant(0), runs }),
  fc.record({
    ...{ kind: fc.constant('item' as const), place: fc.constant(0), depth: fc.integer({ min: 0, max: 3 }), runs },
    marker: fc.constantFrom(undefined, '1.', '(a)', 'IV.'),
  }),
);

describe('the draft of a report from a document', () => {
  it('says the same as the document', () => {
    const document = readMarkdown(PLAN_MARKDOWN);
    const draft = reportDraft(document);
    assert.match(draft, /^---\nroadmap: "\[insert roadmap\]"\ntitle: "Harbour plan"\n---\n\n# Harbour plan\n/);
    assert.deepEqual(withoutPlaces(shown(readMarkdown(draft))), withoutPlaces(shown(document)));
  });

  it('keeps items beside each other that are indented in a document', () => {
    const item = (depth: number, text: string) => ({
      ...{ kind: 'item' as const, place: 0, depth, marker: undefined, runs: [{ text }] },
    });
    const blocks = [item(2, 'a'), item(2, 'b'), item(4, 'c'), item(4, 'd'), item(2, 'e'), item(0, 'f'), item(1, 'g')];
    const draft = reportDraft({ blocks, footnotes: new Map(), problems: [] });
    assert.match(draft, /\n- a\n- b\n {4}- c\n {4}- d\n- e\n- f\n {4}- g\n$/);
  });

  it('is made of a paragraph of very many lines', () => {
    const blocks = [{ kind: 'paragraph' as const, place: 0, runs: [{ text: 'a\n'.repeat(300_000) }] }];
    assert.ok(reportDraft({ blocks, footnotes: new Map(), problems: [] }).length > 600_000);
  });

  it('is on the roadmap that is given', () => {
    const roadmapLine = (id: string) => reportDraft(readMarkdown(PLAN_MARKDOWN), id).split('\n')[1];
    assert.equal(roadmapLine('port-security'), 'roadmap: port-security');
    assert.equal(roadmapLine('null: "a"'), 'roadmap: "null: \\"a\\""');
  });

  it('loses no word', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        const document: SourceDocument = { blocks, footnotes: new Map(), problems: [] };
        const again = wordsOf(readMarkdown(reportDraft(document))).join(' ');
        for (const word of wordsOf(document).filter((one) => !/^\d\.$/.test(one))) {
          assert.ok(again.includes(word), `${word} is lost:\n${reportDraft(document)}`);
        }
      }),
    );
  });
});

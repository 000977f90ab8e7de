import assert from 'node:assert/strict';
import {
  DeletedTextRun,
  HeadingLevel,
  InsertedTextRun,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { readHtml } from '../../../server/src/import/read-html';
import { readMarkdown } from '../../../server/src/import/read-markdown';
import { readWord } from '../../../server/src/import/read-word';
import { shown, withoutPlaces } from '../../shown-document';
import { PLAN_HTML, PLAN_MARKDOWN, planAsWord, wordFile } from '../../word-files';

describe('reading Word files for import', () => {
  const reads = async (children: readonly (Paragraph | Table)[], expected: readonly string[]) =>
    assert.deepEqual(shown(await readWord(await wordFile(children))), expected);

  it('gives the same as the same document in Markdown and HTML', async () => {
    const blocks = shown(await readWord(await planAsWord()));
    assert.deepEqual(blocks, [
      '0 # Harbour plan',
      '1 ## Part one',
      '2 First **bold**, ~~30 June~~ _31 July_.[^1]',
      '3 1. one',
      '4 2. two',
      '5   - deeper',
      '6 || Action | When ||',
      '8 | Scan | 2024 |',
      '10 | Train | 2025 |',
      '[^1]: See the annex.',
    ]);
    assert.deepEqual(withoutPlaces(blocks), withoutPlaces(shown(readMarkdown(PLAN_MARKDOWN))));
    assert.deepEqual(withoutPlaces(blocks), withoutPlaces(shown(readHtml(PLAN_HTML))));
  });

  it('keeps the numbers that Word prints, in headings too', async () => {
    const action = (text: string, level: number) =>
      new Paragraph({
        ...{ text, numbering: { reference: 'actions', level } },
        ...(level === 0 ? { heading: HeadingLevel.HEADING_2 } : {}),
      });
    await reads(
      [
        action('Scan', 0),
        action('first', 1),
        action('second', 1),
        new Paragraph('Between'),
        action('Train', 0),
        action('again', 1),
      ],
      ['0 ## Action 1: Scan', '1   (a) first', '2   (b) second', '3 Between', '4 ## Action 2: Train', '5   (a) again'],
    );
  });

  it('shows what a tracked change deletes as struck out, what it inserts as text', async () => {
    const change = { author: 'A', date: '2024-01-01T00:00:00Z' };
    await reads(
      [
        new Paragraph({
          children: [
            new TextRun('By '),
            new DeletedTextRun({ ...change, id: 1, text: '30 June' }),
            new TextRun(' '),
            new InsertedTextRun({ ...change, id: 2, text: '31 July' }),
            new TextRun({ text: 'twice', doubleStrike: true }),
          ],
        }),
      ],
      ['0 By ~~30 June~~ 31 July~~twice~~'],
    );
  });

  it('repeats cells that span, and counts empty paragraphs', async () => {
    const cell = (text: string, spans: { columnSpan?: number; rowSpan?: number } = {}) =>
      new TableCell({ ...spans, children: text.split('\n').map((line) => new Paragraph(line)) });
    await reads(
      [
        new Paragraph(''),
        new Paragraph({ children: [new TextRun({ children: ['a', new Tab(), 'b'] })] }),
        new Table({
          rows: [
            new TableRow({ children: [cell('One', { rowSpan: 2 }), cell('x\ny')] }),
            new TableRow({ children: [cell('2025')] }),
            new TableRow({ children: [cell('whole', { columnSpan: 2 })] }),
          ],
        }),
      ],
      ['1 a b', '2 | One | x⏎y |', '6 | One | 2025 |', '7 | whole | whole |'],
    );
  });

  it('takes the outline of styles for headings, and leaves tables of contents out', async () => {
    await reads(
      [new Paragraph({ text: 'Plan', heading: HeadingLevel.TITLE }), new Paragraph({ text: 'Plan 1', style: 'TOC1' })],
      ['0 # Plan'],
    );
  });
});

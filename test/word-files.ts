import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import JSZip from 'jszip';
import type { Run, SourceBlock, SourceDocument, SourceRow } from '../server/src/import/source-document';

/** The same small plan in three formats; as Word it has to be made. */
export const PLAN_MARKDOWN = `# Harbour plan

## Part one

First **bold**, ~~30 June~~ *31 July*.[^1]

1. one
2. two
   - deeper

| Action | When |
| ------ | ---- |
| Scan   | 2024 |
| Train  | 2025 |

[^1]: See the annex.
`;

/** See {@link PLAN_MARKDOWN}. */
export const PLAN_HTML = `<!doctype html><title>Plan</title><h1>Harbour plan</h1><h2>Part one</h2>
<p>First <b>bold</b>, <s>30 June</s> <i>31 July</i>.<sup><a href="#fn1">1</a></sup></p>
<ol><li>one</li><li>two<ul><li>deeper</li></ul></li></ol>
<table><thead><tr><th>Action</th><th>When</th></tr></thead><tr><td>Scan</td><td>2024</td></tr><tr><td>Train</td><td>2025</td></tr></table>
<ol><li id="fn1">See the annex.</li></ol>`;

/** See {@link PLAN_MARKDOWN}. */
export function planAsWord(): Promise<Uint8Array> {
  const numbered = (text: string) => new Paragraph({ text, numbering: { reference: 'list', level: 0 } });
  const row = (cells: readonly string[], tableHeader = false) =>
    new TableRow({ tableHeader, children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });
  return wordFile(
    [
      new Paragraph({ text: 'Harbour plan', heading: HeadingLevel.HEADING_1 }),
      new Paragraph({ text: 'Part one', heading: HeadingLevel.HEADING_2 }),
      new Paragraph({
        children: [
          new TextRun('First '),
          new TextRun({ text: 'bold', bold: true }),
          new TextRun(', '),
          new TextRun({ text: '30 June', strike: true }),
          new TextRun(' '),
          new TextRun({ text: '31 July', italics: true }),
          new TextRun('.'),
          new FootnoteReferenceRun(1),
        ],
      }),
      numbered('one'),
      numbered('two'),
      new Paragraph({ text: 'deeper', numbering: { reference: 'list', level: 1 } }),
      new Table({ rows: [row(['Action', 'When'], true), row(['Scan', '2024']), row(['Train', '2025'])] }),
    ],
    { 1: { children: [new Paragraph('See the annex.')] } },
  );
}

/** A Word file with these paragraphs and tables; the list `list` has numbers and bullets, `actions` "Action 1:". */
export async function wordFile(
  children: readonly (Paragraph | Table)[],
  footnotes: Record<string, { children: Paragraph[] }> = {},
): Promise<Uint8Array> {
  const level = (number: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
    ...{ level: number, format, text, alignment: AlignmentType.LEFT },
  });
  const document = new Document({
    footnotes,
    numbering: {
      config: [
        {
          reference: 'list',
          levels: [level(0, LevelFormat.DECIMAL, '%1.'), level(1, LevelFormat.BULLET, '•')],
        },
        {
          reference: 'actions',
          levels: [level(0, LevelFormat.DECIMAL, 'Action %1:'), level(1, LevelFormat.LOWER_LETTER, '(%2)')],
        },
      ],
    },
    sections: [{ children: [...children] }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** A report on the harbour plan of test/drafts.ts, written in Word: late, with a new deadline and two next steps. */
export function lateReportAsWord(): Promise<Uint8Array> {
  const step = (text: string) => new Paragraph({ text, numbering: { reference: 'list', level: 1 } });
  return wordFile([
    new Paragraph({ text: 'Measure 1: Light the docks', heading: HeadingLevel.HEADING_2 }),
    new Paragraph('Status: delayed'),
    new Paragraph('Revised deadline: 31 July 2024'),
    new Paragraph('Reason: the lamps came late'),
    new Paragraph('Next steps:'),
    step('The Commission will buy lamps by March 2024.'),
    step('The Commission will test them by April 2024.'),
  ]);
}

/** A Word file with this XML as its body, and as the other parts of it, by their names ("styles", "numbering"). */
export async function wordFileOf(body: string, others: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relationship = (name: string) => `<Relationship Id="${name}" Type="${types}/${name}" Target="${name}.xml"/>`;
  const relationships = (content: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const part = (name: string, content: string) => `<w:${name} ${NAMESPACES}>${content}</w:${name}>`;
  const zip = new JSZip();
  zip.file('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  zip.file(
    '_rels/.rels',
    relationships(`<Relationship Id="a" Type="${types}/officeDocument" Target="word/document.xml"/>`),
  );
  zip.file('word/document.xml', part('document', `<w:body>${body}</w:body>`));
  zip.file('word/_rels/document.xml.rels', relationships(Object.keys(others).map(relationship).join('')));
  for (const [name, content] of Object.entries(others)) {
    zip.file(`word/${name}.xml`, part(name, content));
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ');

/** A document as Word has it: styles for headings, lists whose items have levels, links, footnotes. */
export function documentAsWord({ blocks, footnotes }: SourceDocument): Promise<Uint8Array> {
  const labels = [...footnotes.keys()];
  const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const lines = (text: string) =>
    text
      .split('\n')
      .map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`)
      .join('<w:br/>');
  const field = (href: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "${escaped(href)}"</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>`;
  const run = ({ text, bold, italic, struck, footnote, href }: Run) => {
    const looks = `${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}${struck ? '<w:strike/>' : ''}`;
    const written =
      footnote === undefined
        ? `<w:r><w:rPr>${looks}</w:rPr>${lines(text)}</w:r>`
        : `<w:r><w:footnoteReference w:id="${labels.indexOf(footnote) + 2}"/></w:r>`;
    return href === undefined ? written : `${field(href)}${written}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  };
  const paragraph = (runs: readonly Run[], properties = '') =>
    `<w:p><w:pPr>${properties}</w:pPr>${runs.map(run).join('')}</w:p>`;
  const row = ({ cells }: SourceRow) =>
    `<w:tr>${cells.map((runs) => `<w:tc>${paragraph(runs)}</w:tc>`).join('')}</w:tr>`;
  const blockOf = (block: SourceBlock): string => {
    switch (block.kind) {
      case 'heading':
        return paragraph(block.runs, `<w:pStyle w:val="Heading${block.level}"/>`);
      case 'paragraph':
        return paragraph(block.runs);
      case 'item': {
        const marker = block.marker === undefined ? [] : [{ text: `${block.marker} ` }];
        const list = `<w:numPr><w:ilvl w:val="${block.depth}"/><w:numId w:val="1"/></w:numPr>`;
        return paragraph([...marker, ...block.runs], block.marker === undefined ? list : '');
      }
      default:
        return `<w:tbl>${[...block.header, ...block.rows].map(row).join('')}</w:tbl>`;
    }
  };
  const levels = Array.from({ length: 9 }, (_, level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="bullet"/></w:lvl>`);
  return wordFileOf(blocks.map(blockOf).join(''), {
    numbering: `<w:abstractNum w:abstractNumId="1">${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
    footnotes: [...footnotes.values()]
      .map((runs, index) => `<w:footnote w:id="${index + 2}">${paragraph(runs)}</w:footnote>`)
      .join(''),
  });
}

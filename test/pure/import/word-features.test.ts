import assert from 'node:assert/strict';
import { readWord } from '../../../server/src/import/read-word';
import { shown } from '../../shown-document';
import { wordFileOf } from '../../word-files';

/** A paragraph of Word: what stands in it, and its properties. */
const p = (content: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const r = (text: string, properties = '') =>
  `<w:r w:rsidR="00AA"><w:rPr>${properties}<w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const style = (id: string) => `<w:pStyle w:val="${id}"/>`;
const list = (id: number, level = 0) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('what Word has', () => {
  const reads = async (body: string, expected: readonly string[], parts: Readonly<Record<string, string>> = {}) =>
    assert.deepEqual(shown(await readWord(await wordFileOf(body, parts))), expected);

  const numbering = `
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="Letters"/><w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="Letters"/></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/><w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="Part %1"/></w:lvl></w:lvlOverride></w:num>`;

  it('numbers that go on, begin anew, come from a style of lists, or look otherwise in one list', async () => {
    const items = [1, 1, 2, 3, 3, 4, 4, 5].map((id, at) => p(r(`item ${at}`), list(id)));
    await reads(
      items.join(''),
      ['1.', '2.', '3.', '1.', '2.', '(a)', '(b)', 'Part I'].map((marker, at) => `${at} ${marker} item ${at}`),
      { numbering },
    );
  });

  it('headings by translated styles, and by the level of a paragraph itself', async () => {
    const styles = ['berschrift1 Überschrift 1', 'Titre2 Titre 2', 'Text Fließtext'].map((one) => {
      const [, id, name] = /^(\S+) (.*)$/.exec(one) ?? [];
      return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
    });
    await reads(
      [
        p(r('Plan'), style('berschrift1')),
        p(r('Teil'), style('Titre2')),
        p(r('Satz'), style('Text')),
        p(r('Part'), `${list(1)}<w:outlineLvl w:val="2"/>`),
        p(r('Text'), '<w:outlineLvl w:val="9"/>'),
      ].join(''),
      ['0 # Plan', '1 ## Teil', '2 Satz', '3 ### 1. Part', '4 Text'],
      { styles: styles.join(''), numbering },
    );
  });

  it('tables of contents, which are left out, and other fields, whose text is read', async () => {
    const entry = (text: string, page: string) =>
      p(`<w:hyperlink w:anchor="_Toc1">${r(text)}<w:r><w:tab/></w:r>${field('PAGEREF _Toc1', r(page))}</w:hyperlink>`);
    const contents = `${p(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('Action 1: Scan')}`)}${entry('Action 2: Train', '4')}`;
    const end = p('<w:r><w:fldChar w:fldCharType="end"/></w:r>');
    const rest = p(
      `${r('See page ')}${field('PAGEREF _Toc1', r('4'))}${r(' and ')}<w:fldSimple w:instr="REF a">${r('Part one')}</w:fldSimple>${r('.')}`,
    );
    await reads(`<w:sdt><w:sdtContent>${contents}${end}</w:sdtContent></w:sdt>${rest}`, ['3 See page 4 and Part one.']);
    const [first = '', second] = shown(await readWord(await wordFileOf(`${contents}${rest}`)));
    assert.match(`${first} ${second}`, /Action 1: Scan.*Action 2: Train/, 'one without an end swallows nothing');
  });

  it('what moves and what is deleted, which numbers nothing', async () => {
    const gone = (kind: string) => `<w:rPr><w:${kind} w:id="1" w:author="A"/></w:rPr>`;
    await reads(
      [
        p(r('one'), list(1)),
        p(`<w:moveFrom w:id="2">${r('moved')}</w:moveFrom>`, `${list(1)}${gone('moveFrom')}`),
        p(`<w:del w:id="3"><w:r><w:delText>two</w:delText></w:r></w:del>`, `${list(1)}${gone('del')}`),
        p(r('new two'), list(1)),
        p(`<w:moveTo w:id="4">${r('moved')}</w:moveTo>`, list(1)),
      ].join(''),
      ['0 1. one', '3 2. ~~two~~new two', '4 3. moved'],
      { numbering },
    );
  });

  it('content controls, smart tags, text boxes, directions, hidden text, signs', async () => {
    const box = (name: string, text: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${p(r(text))}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:${name}><v:textbox><w:txbxContent>${p(r(text))}</w:txbxContent></v:textbox></v:${name}></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    await reads(
      [
        p(`<w:sdt><w:sdtContent>${r('In a ')}<w:smartTag>${r('control')}</w:smartTag></w:sdtContent></w:sdt>`),
        p(`${r('Around')}${box('shape', 'boxed')}${box('oval', 'round')}`),
        p(
          `<w:dir w:val="ltr">${r('Left')}</w:dir>${r(' hidden', '<w:vanish/>')}${r(' right', '<w:vanish w:val="0"/>')}`,
        ),
        p(`${r('co')}<w:r><w:noBreakHyphen/></w:r>${r('operation')}<w:r><w:softHyphen/></w:r>${r(' by')}`),
      ].join(''),
      ['0 In a control', '1 Around', '2 boxed', '3 round', '4 Left right', '5 co\u2011operation by'],
    );
  });

  it('tables in cells, cells that go on below, and embedded documents, which are told', async () => {
    const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
    const row = (...cells: readonly string[]) => `<w:tr w:rsidR="1">${cells.join('')}</w:tr>`;
    const table = (...rows: readonly string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
    await reads(
      [
        table(
          row(cell(p(r('One')), '<w:vMerge w:val="restart"/>'), cell(p(r('2024')))),
          row(cell(p(''), '<w:vMerge/>'), cell(p(r('2025')))),
        ),
        table(row(cell(p(r('Outer'))), cell(`${table(row(cell(p(r('x'))), cell(p(r('y')))))}${p('')}`))),
        '<w:altChunk/>',
      ].join(''),
      [
        '0 | One | 2024 |',
        '3 | One | 2025 |',
        '4 Outer',
        '5 | x | y |',
        '! 8 A document that is embedded here was not read.',
      ],
    );
  });
});

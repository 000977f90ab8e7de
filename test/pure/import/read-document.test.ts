import assert from 'node:assert/strict';
import JSZip from 'jszip';
import { readDocument } from '../../../server/src/import/read-document';
import { BOUNDS } from '../../../server/src/import/unreadable';
import { shown } from '../../shown-document';
import { planAsWord } from '../../word-files';

const bytesOf = (text: string) => new TextEncoder().encode(text);
/** Bytes with one byte for each character. */
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

async function lines(bytes: Uint8Array, name: string): Promise<readonly string[] | string> {
  const read = await readDocument(bytes, name);
  return 'problem' in read ? read.problem : [read.format, ...shown(read.document)];
}

describe('reading a document for import', () => {
  it('tells the format by content and name', async () => {
    assert.deepEqual(await lines(bytesOf('# Plan'), 'a/plan.md'), ['markdown', '0 # Plan']);
    assert.deepEqual(await lines(bytesOf('# Plan'), 'plan.txt'), ['text', '0 # Plan']);
    assert.deepEqual(await lines(bytesOf('<p>Plan'), 'plan.htm'), ['html', '0 Plan']);
    assert.deepEqual(await lines(bytesOf('\n<!DOCTYPE html><p>Plan'), 'plan'), ['html', '1 Plan']);
    assert.equal((await lines(await planAsWord(), 'plan.txt'))[0], 'word');
  });

  it('reads texts in other encodings', async () => {
    const utf16 = new Uint8Array(Buffer.from('\ufeffÉtat\r\n\r\nzwei', 'utf16le'));
    assert.deepEqual(await lines(utf16, 'a.txt'), ['text', '0 État', '2 zwei']);
    assert.deepEqual(await lines(utf16.subarray(2), 'a.txt'), ['text', '0 État', '2 zwei']);
    const [, first, note] = await lines(latin('D\u00e9cision \u0096 fin'), 'a.txt');
    assert.equal(first, '0 Décision – fin');
    assert.match(note ?? '', /not UTF-8 and was read as Western European/);
    assert.deepEqual(await lines(latin('<meta charset="iso-8859-7"><p>\u00e1'), 'a.html'), ['html', '0 α']);
    assert.deepEqual(await lines(latin('<?xml version="1.0" encoding="iso-8859-7"?><p>\u00e1'), 'a.html'), [
      'html',
      '0 α',
    ]);
    assert.deepEqual(await lines(bytesOf('\ufeffa'), 'a.txt'), ['text', '0 a']);
    assert.deepEqual(await lines(bytesOf('<meta charset="windows-1252"><p>État'), 'a.html'), ['html', '0 État']);
    const cut = bytesOf('État, réduit à é').subarray(0, -1);
    const [, damaged, damage] = await lines(cut, 'a.txt');
    assert.equal(damaged, '0 État, réduit à \ufffd');
    assert.match(damage ?? '', /Some letters of the file are damaged/);
  });

  it('counts paragraphs where several stand on a line', async () => {
    const html = '<h1>Plan</h1><p>a\n<table><tr><td>b<td>c<tr><td>d<td>e</table><p>f<script>g';
    const read = await readDocument(bytesOf(html), 'a.html');
    assert.ok('document' in read);
    assert.equal(read.unit, 'paragraph');
    assert.deepEqual(shown(read.document), [
      ...['0 # Plan', '1 a', '2 | b | c |', '3 | d | e |', '4 f'],
      '! 2 The element <script> has no end, so that nothing behind it was read.',
    ]);
    const lines = await readDocument(bytesOf('<h1>Plan</h1>\n<p>a'), 'a.html');
    assert.ok('document' in lines && lines.unit === 'line');
  });

  it('says what to do with what cannot be imported', async () => {
    const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...bytesOf('Word')]);
    const locked = new Uint8Array([...old, ...Buffer.from('EncryptedPackage', 'utf16le')]);
    const odt = await new JSZip()
      .file('mimetype', 'application/vnd.oasis.opendocument.text')
      .generateAsync({ type: 'uint8array' });
    const sheet = await new JSZip().file('xl/workbook.xml', '<a/>').generateAsync({ type: 'uint8array' });
    const cases: readonly [Uint8Array, string, RegExp][] = [
      [new Uint8Array(), 'a.md', /^The file is empty\.$/],
      [bytesOf('roadmap: a'), 'a.roadmap.yaml', /^A file \.yaml holds data and is no document\./],
      [bytesOf(' \n \n'), 'a.md', /no text in the file/],
      [latin('%PDF-1.7 \u00e2'), 'a.docx', /^A PDF cannot be imported\. Open it in Word/],
      [bytesOf('{\\rtf1 a}'), 'a.doc', /rich text file/],
      [old, 'a.doc', /old version of Word/],
      [locked, 'a.docx', /protected by a password/],
      [odt, 'a.odt', /OpenDocument/],
      [bytesOf('MIME-Version: 1.0\nContent-Type: multipart/related; boundary="a"\n\n--a'), 'a.doc', /\.mht/],
      [bytesOf('<?xml version="1.0"?><?mso-application progid="Word.Document"?>'), 'a.xml', /single XML file/],
      [sheet, 'a.xlsx', /no Word document/],
      [bytesOf('PK\u0003\u0004 nonsense'), 'a.docx', /damaged/],
      [(await planAsWord()).subarray(0, 3000), 'a.docx', /damaged/],
      [bytesOf('Text'), 'a.docx', /is none/],
      [new Uint8Array(3000).map((_, index) => index % 7), 'a.txt', /no text/],
      [new Uint8Array(50_000_001).fill(0x20), 'a.md', /has 51 MB; up to 20 MB/],
      [new Uint8Array(BOUNDS.characters + 1).fill(0x61), 'a.txt', /has 6 million characters; up to 5 million/],
      [new Uint8Array(BOUNDS.characters + 1).fill(0x61), 'a.html', /has 6 million characters/],
    ];
    for (const [bytes, name, expected] of cases) {
      assert.match(String(await lines(bytes, name)), expected);
    }
  });
});

describe('documents made to do harm', () => {
  /** The document of the plan with another text. */
  const withDocument = async (xml: string | Uint8Array) => {
    const zip = await JSZip.loadAsync(await planAsWord());
    zip.file('word/document.xml', xml);
    return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
  };
  const refuses = async (bytes: Uint8Array, name: string, expected: RegExp) =>
    assert.match(String(await lines(bytes, name)), expected);

  it('are not unpacked beyond a bound, whatever size they say', async () => {
    const bomb = await withDocument(new Uint8Array(BOUNDS.unpacked + 20_000_000).fill(0x20));
    assert.ok(bomb.length < 1_000_000);
    await refuses(bomb, 'a.docx', /unpacks to more than 60 MB/);
    // The sizes that stand before each file and in the table of contents say 10 bytes.
    const lying = bomb.slice();
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 30; at++) {
      const isHeader = view.getUint32(at, true) === 0x04034b50;
      const isEntry = view.getUint32(at, true) === 0x02014b50;
      const size = isHeader ? at + 22 : at + 24;
      if ((isHeader || isEntry) && view.getUint32(size, true) > BOUNDS.unpacked) {
        view.setUint32(size, 10, true);
      }
    }
    assert.notDeepEqual(lying, bomb);
    await refuses(lying, 'a.docx', /unpacks to more than 60 MB/);
  }).timeout(30_000);

  it('may not define entities', async () => {
    await refuses(await withDocument('<!DOCTYPE a [<!ENTITY b "c">]><w:document/>'), 'a.docx', /defines entities/);
  });

  it('may not hold elements or tables deep in each other', async () => {
    const deep = `<w:document>${'<w:p>'.repeat(5000)}`;
    await refuses(await withDocument(deep), 'a.docx', /nested so deep/);
    await refuses(bytesOf('<div>'.repeat(1_000_000)), 'a.html', /more than 1000 elements in each other/);
    await refuses(bytesOf('<ul><li>a'.repeat(100_000)), 'a.html', /more than 1000 elements/);
    await refuses(bytesOf('<table><tr><td>a'.repeat(100)), 'a.html', /more than 20 tables in each other/);
  });

  it('may not have tables larger than any that people write', async () => {
    const rows = `<tr><td colspan=1000>a<td colspan=1000>b<td>c</tr>`.repeat(1000);
    await refuses(bytesOf(`<table>${rows}`), 'a.html', /a table of 2001 columns and 1000 rows/);
    const spans = `<table><tr>${'<td rowspan=65534 colspan=1000>a'.repeat(5000)}`;
    await refuses(bytesOf(spans), 'a.html', /too large to be read/);
  });

  it('may not have more paragraphs, runs or cells than any that people write', async () => {
    const runs = `<w:document><w:p>${'<w:r/>'.repeat(BOUNDS.elements)}`;
    await refuses(await withDocument(runs), 'a.docx', /more than 500000 paragraphs, cells and other parts/);
  }).timeout(30_000);

  it('may not have more headings than any that people write', async () => {
    await refuses(bytesOf('# a\n'.repeat(BOUNDS.headings + 1)), 'a.md', /has 10001 headings/);
  });

  it('are damaged in a sentence without the words of a library', async () => {
    for (const xml of ['no XML', '<w:document><w:body><w:p><w:t>a</w:p></w:t> & <', '']) {
      const told = String(await lines(await withDocument(xml), 'a.docx'));
      assert.match(told, /^(?:The file is damaged: its text cannot be read\.|There is no text)[^\n]*$/);
    }
  });

  it('take no longer for what they repeat', async () => {
    const styles = `<p style="${'mso-list:'.repeat(50_000)}">a`;
    const notes = `<p>a<a href="#fn1">1</a>${'<p id=fn1>note'.repeat(50_000)}`;
    const title = `---\ntitle: "${' '.repeat(100_000)}x\n---\na`;
    for (const [text, name] of [
      [styles, 'a.html'],
      [notes, 'a.html'],
      [title, 'a.md'],
    ] as const) {
      const start = performance.now();
      assert.ok('document' in (await readDocument(bytesOf(text), name)));
      assert.ok(performance.now() - start < 5000, text.slice(0, 40));
    }
  }).timeout(30_000);

  it('are read where they are only long', async () => {
    const word = 'word '.repeat(200_000);
    for (const name of ['a.md', 'a.txt', 'a.html']) {
      const read = await readDocument(bytesOf(word), name);
      assert.ok('document' in read && read.document.blocks.length === 1, name);
    }
    const entities = await readDocument(bytesOf('&amp;'.repeat(500_000)), 'a.html');
    assert.ok('document' in entities && entities.document.blocks[0]?.kind === 'paragraph');
    const layout = await readDocument(bytesOf(`<table><tr><td>${'<p>a'.repeat(200_000)}`), 'a.html');
    assert.ok('document' in layout && layout.document.blocks.length === 200_000);
    const lists = await readDocument(bytesOf(`${'- a\n'.repeat(20_000)}`), 'a.md');
    assert.ok('document' in lists && lists.document.blocks.length === 20_000);
  }).timeout(30_000);
});

import assert from 'node:assert/strict';
import { sharedSource } from '../skip-because';
import { outlineOf, read } from './markdown-sample';

const BODY = 'The boats were cleaned in spring, and so were the quays that belong to the port.';

/** A text in which one line stands between paragraphs. */
function withLine(line: string): string {
  return `${BODY}\n\n${line}\n\n${BODY}\n`;
}

describe('titles pasted from Word', () => {
  for (const line of [
    'Introduction',
    'State of play in the ports',
    'The Ports: Cleaning the boats',
    'STATE OF PLAY',
    '**Clean water**',
    'Clean water²',
    'U.S. cooperation',
    'ANNEX 2',
    'Preventing boats, quays and cranes from losing oil in the waters of more than one Member State',
  ]) {
    it(`“${line}” is one`, () => {
      assert.equal(read(withLine(line)).sections.length, 2);
    });
  }

  for (const line of [
    'The boats are clean.',
    'What should be cleaned next?',
    'The following was cleaned:',
    'boats of the north',
    '¹ Port (2029), Clean water, Ghent',
    '[^1]: Port (2029), Clean water',
    '10270/24',
    'ST 10270/24 REV 1',
    'COM(2029) 77 final',
    'JAI 872',
    '2029/0123 (COD)',
    'Ghent, 3 June 2030',
    '3 June 2030',
    '3.6.2030',
    '(OR. en)',
    'From: the port',
    'Subject: Clean water',
    'Status: delivered',
    '“Clean water”',
    '• Boats',
    '– Boats',
    '- Boats',
    '> Boats',
    '    Boats',
    'Boats\tQuays',
    'Boats\nQuays',
    '***',
    '2030',
    'https://example.org/boats',
    '[to be completed]',
    `Boats ${'and quays '.repeat(20)}`,
    '| Boats | Quays |\n|---|---|\n| 1 | 2 |',
  ]) {
    it(`“${line.slice(0, 40).replace(/[\n\t]/g, ' ')}” is none`, () => {
      assert.equal(read(withLine(line)).sections.length, 1);
    });
  }

  it('are sections of their own level', () => {
    const [, section] = read(withLine('Introduction')).sections;
    assert.deepEqual(
      [section?.heading?.kind, section?.heading?.level, section?.heading?.span],
      ['pasted', 1, { start: 0, end: 12 }],
    );
  });

  it('name actions as headings do', () => {
    assert.deepEqual(outlineOf(withLine('Action 6: Fees and fines')), ['-', 'Action 6: Fees and fines (6)']);
  });

  it('end an entry that another one opened', () => {
    assert.deepEqual(outlineOf(`Action 4\n\n${BODY}\n\nOther things\n\n${BODY}`), ['Action 4 (4)', 'Other things']);
  });

  it('are looked for until the first real heading', () => {
    const text = `Introduction\n\n${BODY}\n\n# Action 4\n\nDetails\n\n${BODY}\n`;
    assert.deepEqual(outlineOf(text), ['Introduction', 'Action 4 (4)']);
  });

  it('are looked for behind front matter', () => {
    assert.deepEqual(outlineOf(`---\nroadmap: harbours-2030\n---\nIntroduction\n\n${BODY}\n`), ['Introduction']);
  });

  it('do not end at a footnote between two paragraphs', () => {
    const [section] = read(`Introduction\n\n${BODY}\n\n¹ Port (2029), Clean water\n\n${BODY}\n`).sections;
    assert.deepEqual(
      section?.passages.map(({ kind }) => kind),
      ['paragraph', 'footnote', 'paragraph'],
    );
  });

  it('are no lines of a letterhead', () => {
    const head = 'PORT AUTHORITY\n\nNOTE\n\nGhent, 3 June 2030\n\n10270/24\n\nFrom:\tthe port\nTo:\tthe pilots\n\n';
    assert.deepEqual(outlineOf(`${head}INTRODUCTION\n\n${BODY}\n`), ['-', 'INTRODUCTION']);
  });

  it('need something that follows', () => {
    assert.equal(read(`${BODY}\n\nThe port of Ghent\n`).sections.length, 1);
    assert.equal(read(`${BODY}\n\nThe port of Ghent\n\n---\n`).sections.length, 1);
  });

  it('may head a list that nothing follows', () => {
    assert.deepEqual(outlineOf(`${BODY}\n\nQuestions for delegations\n\n1. Why?\n2. Who?\n`), [
      '-',
      'Questions for delegations',
    ]);
  });

  it('are no list of names', () => {
    assert.equal(read(`${BODY}\n\nAnna A\n\nBert B\n\nCarla C\n\nDirk D\n\nEva E\n\n${BODY}\n`).sections.length, 1);
  });

  it('may follow each other', () => {
    assert.deepEqual(outlineOf(`State of play\n\nPorts\n\n${BODY}\n`), ['State of play', 'Ports']);
  });

  it('are not the label of a list', () => {
    assert.deepEqual(outlineOf(`Action 4\n\n${BODY}\n\nNext steps\n\n- The Navy will sail in 2031.\n`), [
      'Action 4 (4)',
    ]);
  });
});

describe('titles of the Presidency report of June 2024', () => {
  it('are the eleven that it has, and none of its other fifteen short lines', function () {
    const report = read(sharedSource(this, 'st-10270-24.md'));
    const titled = report.sections.filter((section) => section.heading);
    assert.equal(report.sections.length, 12);
    assert.deepEqual(
      titled.map((section) => section.heading?.text.length),
      [12, 13, 86, 55, 73, 69, 70, 109, 54, 69, 55],
    );
    const footnotes = report.sections.flatMap(({ passages }) => passages.filter(({ kind }) => kind === 'footnote'));
    assert.equal(footnotes.length, 17);
  });
});

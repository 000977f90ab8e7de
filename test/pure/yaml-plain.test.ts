import assert from 'node:assert/strict';
import fc from 'fast-check';
import exampleText from '../../data/examples/2024-h1.report.yaml';
import findingsText from '../../data/examples/findings.report.yaml';
import { readAnyYaml } from '../../server/src/parse/yaml-document';
import { splitEntries } from '../../server/src/parse/yaml-entries';
import { noAnchors } from '../../server/src/parse/yaml-node';
import { readPlainYaml } from '../../server/src/parse/yaml-plain';

/** A text and the columns before its first line. */
type Piece = readonly [source: string, indent: number];

/** Pieces that a draft is cut into, and some that have more shapes. */
const PIECES: readonly Piece[] = [
  ...[exampleText, findingsText].flatMap(piecesOf),
  ['roadmap: a\ntitle: "b"\nscope:\n  areas: [c, "d", \'e f\']\n  except:\n  - action: 6.10\n    reason: f\n', 0],
  ['- action: "1"\n  next:\n  - text: a\n    due: 2025\n  - b\n  evidence:\n  status: x\n', 0],
  ['- a: |\n\n    x\n   \n      y\n\n  b: >-\n\n  c: ""\n  d: []\n', 0],
  ['-   a: 1\n    b:\n        - |\n          x\n        - y\n', 2],
  ['a:\n  b:\n    c: [x]\n# d\nd: \n  - e\n', 0],
  [
    '- action: "1" # ## A title: of one\n  status: in progress   # e\n  actors: [a, b] # f\n  next:\n    - text: h #\n',
    0,
  ],
  ['- action: 1 # a\n  deliverables:\n    - deliverable: "1.1" # b\n      status: delivered # c\n    - d # e\n', 0],
];

describe('readPlainYaml', () => {
  it('reads what sound drafts are written in', () => {
    for (const [source, indent] of piecesOf(exampleText)) {
      for (const text of [source, source.replace(/\n/g, '\r\n')]) {
        assert.ok(readPlainYaml(text, 0, indent), text);
        expectSame([text, indent], 0);
      }
    }
  });

  it('reads comments behind values', () => {
    const text =
      '- action: "1" # A title\n  status: in progress # so far\n  actors: [a, b]   # and c\n  next:\n    - d # e\n';
    for (const source of [text, text.replace(/\n/g, '\r\n'), text.trimEnd()]) {
      assert.ok(expectSame([source, 0], 7), source);
    }
  });

  it('leaves what it does not know to the whole parser', () => {
    const texts = [
      'a: &b c\n',
      'a: *b\n',
      'a: {b: c}\n',
      'a: "b\\n"\n',
      'a: b\n  c\n',
      'a: # c\n  b: d\n',
      'a: | # c\n  b\n',
      'a: b # \tc\n',
      '\ta: b\n',
      'a: b\na: c\n',
      '---\na: b\n',
      'a: ~\n',
      'a\n',
      '- - a\n',
      'a:\n   b: c\n  d: e\n',
      'a: [b\n  c]\n',
    ];
    for (const text of texts) {
      assert.equal(readPlainYaml(text, 0, 0), undefined, text);
    }
  });

  it('gives what the whole parser gives, wherever it gives anything', () => {
    let read = 0;
    const runs = 4000;
    const property = fc.property(edited(), fc.nat(9), (piece, shift) => {
      read += expectSame(piece, shift) ? 1 : 0;
    });
    fc.assert(property, { numRuns: runs });
    assert.ok(read > runs / 10, `${read} of ${runs}`);
  });
});

function piecesOf(text: string): readonly Piece[] {
  const { header = [], items = [] } = splitEntries(text) ?? {};
  return [
    ...header.map(({ start, end }): Piece => [text.slice(start, end), 0]),
    ...items.map(({ start, end, indent }): Piece => [text.slice(start, end), indent]),
  ];
}

/** Whether there is a result; it is that of the whole parser then. */
function expectSame([text, indent]: Piece, shift: number): boolean {
  const plain = readPlainYaml(text, shift, indent);
  if (plain) {
    const { root, problems } = readAnyYaml(' '.repeat(indent) + text, shift - indent, noAnchors());
    assert.deepEqual({ root: plain.root, problems: [] }, { root, problems }, JSON.stringify(text));
  }
  return plain !== undefined;
}

/** Pieces with up to three edits. */
function edited(): fc.Arbitrary<Piece> {
  const words = fc.constantFrom(
    ...[
      '- ',
      '-',
      '\n',
      '\n\n',
      '\n  ',
      '\n    ',
      '\n      ',
      '\r\n',
      '\t',
      ' ',
      '  ',
      ': ',
      ':',
      '"',
      "'",
      '&a ',
      '*a',
    ],
    ...[
      '---\n',
      '...\n',
      '[',
      ']',
      '{',
      '}',
      '#',
      ' # c',
      '\n# c\n',
      '|',
      '>',
      '|-',
      '>+',
      '|2',
      'null',
      '~',
      '%',
      '@',
    ],
    ...['key: ', 'text: |\n', 'text: >\n', '- a: b\n', '😀', '\u00a0', '\u2028', '\ufeff', '\x02', '`', '!x ', '? '],
    ...[',', '\\', '\n   y\n', '\n     z: 1\n', 'a: ', '- x\n', '[a, "b"]', "'q'", '""', '[]', '10. ', 'Ω', '(x)', ''],
  );
  const edit = fc.record({ at: fc.nat(), removed: fc.constantFrom(0, 0, 0, 1, 3, 12), words });
  return fc
    .record({
      piece: fc.constantFrom(...PIECES),
      lineEnd: fc.constantFrom('\n', '\n', '\n', '\r\n'),
      edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
    })
    .map(({ piece: [source, indent], lineEnd, edits }): Piece => {
      // Long lines would take most edits, and few of them make a difference there.
      let text = source.replace(/^(.{50}).*/gm, '$1').replace(/\n/g, lineEnd);
      for (const { at, removed, words } of edits) {
        const start = at % (text.length + 1);
        text = text.slice(0, start) + words + text.slice(start + removed);
      }
      return [text.replace(/\r(?!\n)/g, '\n'), indent];
    });
}

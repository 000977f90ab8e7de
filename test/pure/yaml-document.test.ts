import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readYaml } from '../../server/src/parse/yaml-document';
import { allNodesOf, type PlainValue, plainValueOf } from './yaml-values-of';

describe('readYaml', () => {
  describe('reads sound YAML', () => {
    it('of every shape', () => {
      const text = 'a: x\nb: [y, "z"]\nc:\n  - d: 1\n    e: {f: 2}\n  - g\n';
      assert.deepEqual(read(text), {
        value: { a: 'x', b: ['y', 'z'], c: [{ d: '1', e: { f: '2' } }, 'g'] },
        problems: [],
      });
    });

    it('with a byte order mark, which counts in offsets', () => {
      const { root } = readYaml('\ufeffa: x\n');
      assert.deepEqual(root?.span, { start: 1, end: 5 });
    });

    it('with lone CR as line ends', () => {
      assert.deepEqual(read('a: x\rb: y\r'), { value: { a: 'x', b: 'y' }, problems: [] });
    });

    it('with document marks, directives and comments around it', () => {
      for (const text of [
        '---\na: x\n',
        'a: x\n...\n',
        'a: x\n---\n',
        '%YAML 1.2\n---\na: x\n',
        '# c\n\na: x\n# c\n',
      ]) {
        assert.deepEqual(read(text), { value: { a: 'x' }, problems: [] }, text);
      }
    });

    it('without what is empty', () => {
      assert.deepEqual(read(''), { value: undefined, problems: [] });
      assert.deepEqual(read('a:\n  -\n  - x\n'), { value: { a: ['x'] }, problems: [] });
    });

    it('with every offset moved by the shift', () => {
      const { root } = readYaml('a: x\n', 10);
      assert.deepEqual(root?.span, { start: 10, end: 14 });
    });
  });

  describe('of one slip keeps all that is around it', () => {
    const cases: readonly (readonly [what: string, text: string, value: PlainValue, place: string, about: RegExp])[] = [
      [
        'a colon in a text',
        'a: Action 6: x\nb: y\n',
        { a: 'Action 6: x', b: 'y' },
        'Action 6: x',
        /starts a new field.*quotation marks/,
      ],
      ['a colon at its end', 'a: foo:\nb: y\n', { a: 'foo:', b: 'y' }, 'foo:', /starts a new field/],
      ['an unclosed quotation mark', 'a: "x\nb: y\nc: z\n', { a: 'x', b: 'y', c: 'z' }, '"x', /never closed/],
      ['one closed by a later one', 'a: "x\nb: "y"\nc: z\n', { a: 'x', b: 'y', c: 'z' }, '"x', /never closed/],
      ['an unclosed single one', "a: 'x\nb: it's\nc: z\n", { a: 'x', b: "it's", c: 'z' }, "'x", /never closed/],
      [
        'quotation marks inside',
        'a: "x "y" z"\nb: y\n',
        { a: 'x "y" z', b: 'y' },
        '"x "y" z"',
        /goes on behind its closing/,
      ],
      ['an asterisk', 'a: **x** y\nb: y\n', { a: '**x** y', b: 'y' }, '**x** y', /cannot start with \*/],
      ['a reference to nothing', 'a: *x\nb: y\n', { a: '*x', b: 'y' }, '*x', /cannot start with \*/],
      ['an ampersand', 'a: & x\nb: y\n', { a: '& x', b: 'y' }, '& x', /cannot start with &/],
      ['a percent sign', 'a: %x\nb: y\n', { a: '%x', b: 'y' }, '%x', /cannot start with %/],
      ['an at sign', 'a: @x\nb: y\n', { a: '@x', b: 'y' }, '@x', /cannot start with @/],
      ['an exclamation mark', 'a: !x y\nb: y\n', { a: '!x y', b: 'y' }, '!x y', /cannot start with !/],
      ['a text behind >', 'a: > x\nb: y\n', { a: '> x', b: 'y' }, '> x', /cannot start with >/],
      ['a text behind brackets', 'a: [x](y) z\nb: y\n', { a: '[x](y) z', b: 'y' }, '[x](y) z', /cannot start with \[/],
      ['a closing bracket', 'a: ]\nb: y\n', { a: ']', b: 'y' }, ']', /cannot start with \]/],
      ['a list that is not closed', 'a: [x, z\nb: y\n', { a: ['x', 'z'], b: 'y' }, '[x, z', /not closed/],
      ['a group that is not closed', 'a: {x: z\nb: y\n', { a: { x: 'z' }, b: 'y' }, '{x: z', /not closed/],
      [
        'a comma in a text in braces',
        'a: {t: so, late, u: 1}\n',
        { a: { t: 'so, late', u: '1' } },
        'so, late',
        /comma ends a text/,
      ],
      ['braces in a text', 'a: {{x}}\nb: y\n', { a: {}, b: 'y' }, '{{x}}', /Braces/],
      ['a key without colon', 'a: x\nstat\nb: y\n', { a: 'x', stat: undefined, b: 'y' }, 'stat', /has no colon/],
      ['one at the end', 'a: x\nstat', { a: 'x', stat: undefined }, 'stat', /has no colon/],
      ['a colon without space', 'a: x\nb:y\nc: z\n', { a: 'x', b: 'y', c: 'z' }, 'b:y', /space behind the colon/],
      [
        'a dash without space',
        'a:\n  - x\n  -y\n  - z\nb: y\n',
        { a: ['x', 'y', 'z'], b: 'y' },
        '-y',
        /space behind the dash/,
      ],
      [
        'a first dash without space',
        'a:\n  -x\n  - y\nb: y\n',
        { a: ['x', 'y'], b: 'y' },
        '-x',
        /space behind the dash/,
      ],
      ['an item behind the colon', 'a: - x\nb: y\n', { a: 'x', b: 'y' }, '- x', /line of its own/],
      [
        'an item without a field',
        'a: x\n- z\nb: y\n',
        { a: 'x', '- z': undefined, b: 'y' },
        '- z',
        /belongs to no field/,
      ],
      ['a tab', 'a:\n\tb: x\n\tc: y\n', { a: { b: 'x', c: 'y' } }, '\tb: x', /tab/],
      ['too much indentation', 'a: x\n  b: y\nc: z\n', { a: 'x', b: 'y', c: 'z' }, 'b: y', /further than/],
      ['too little indentation', '- a: x\n b: y\n', [{ a: 'x', b: 'y' }], 'b: y', /column/],
      ['a key twice', 'a: x\na: y\n', { a: 'x' }, 'a', /twice/],
      ['a backslash', 'a: "C:\\dir"\nb: y\n', { a: 'C:\\dir', b: 'y' }, '\\', /backslash/],
      ['a second document', 'a: x\n---\nb: y\n', { a: 'x' }, '---', /three dashes/],
      ['a key that is no text', '? [a]\n: x\nb: y\n', { b: 'y' }, '[a]', /name of a field/],
    ];
    for (const [what, text, value, place, about] of cases) {
      it(what, () => {
        const found = readYaml(text);
        assert.deepEqual(plainValueOf(found.root), value);
        assert.equal(found.problems.length, 1);
        const [problem] = found.problems;
        assert.match(problem?.message ?? '', about);
        assert.equal(text.slice(problem?.span.start, problem?.span.end), place);
      });
    }

    it('and puts a text in quotation marks that need no escapes', () => {
      assert.equal(readYaml('a: Action 6: x\n').problems[0]?.replacement, '"Action 6: x"');
      assert.equal(readYaml('a: "x "y" z"\n').problems[0]?.replacement, `'x "y" z'`);
    });

    it('and its replacement reads as the same text without a problem', () => {
      for (const written of ['Action 6: x', '"x', '"x "y" z"', '**x** y', "'it's x'", '> x', 'foo:', '@x']) {
        const [problem] = readYaml(`a: ${written}\nb: y\n`).problems;
        const again = readYaml(`a: ${problem?.replacement}\nb: y\n`);
        assert.deepEqual(again.problems, []);
        assert.deepEqual(plainValueOf(again.root), plainValueOf(readYaml(`a: ${written}\nb: y\n`).root));
      }
    });
  });

  it('finds several slips, one a line, in order', () => {
    const text = 'a: x: y\nb: "z\nc: *d\nstat\ne: ok\n';
    const { root, problems } = readYaml(text);
    assert.deepEqual(plainValueOf(root), { a: 'x: y', b: 'z', c: '*d', stat: undefined, e: 'ok' });
    assert.deepEqual(
      problems.map((problem) => text.slice(problem.span.start, problem.span.end)),
      ['x: y', '"z', '*d', 'stat'],
    );
  });

  describe('resolves aliases', () => {
    it('to what they stand for, at the place of the alias', () => {
      const text = 'a: &one [x, y]\nb: *one\n';
      const { root, problems } = readYaml(text);
      assert.deepEqual(problems, []);
      assert.deepEqual(plainValueOf(root), { a: ['x', 'y'], b: ['x', 'y'] });
      const b = root?.kind === 'map' ? root.pairs[1]?.value : undefined;
      assert.deepEqual(b && allNodesOf(b).map((node) => text.slice(node.span.start, node.span.end)), [
        '*one',
        '*one',
        '*one',
      ]);
    });

    it('but not inside of what they stand for', () => {
      assert.match(read('a: &one [*one]\n').problems[0] ?? '', /cannot start with \*/);
    });

    it('as often as a person would, and not as often as an attacker', () => {
      const harmless = `a: &a x\nb: [${'*a, '.repeat(5000)}*a]\n`;
      assert.deepEqual(read(harmless).problems, []);
      const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(8)}*a${i}]\n`);
      const bomb = readYaml(`a0: &a0 x\n${levels.join('')}`);
      assert.match(bomb.problems[0]?.message ?? '', /more than can be read/);
      assert.ok(bomb.root && allNodesOf(bomb.root).length < 30_000);
    });
  });

  it('says that a text is nested too deeply', () => {
    const { problems } = readYaml(`a: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`);
    assert.ok(problems.length > 0);
    assert.match(readYaml(`${'- '.repeat(50_000)}x`).problems[0]?.message ?? '', /nested too deeply/);
  });

  it('reads a map of 20,000 keys in time', () => {
    const text = Array.from({ length: 20_000 }, (_, i) => `k${i}: v\n`).join('');
    const { root } = readYaml(text);
    assert.equal(root?.kind === 'map' && root.pairs.length, 20_000);
  });

  it('never throws, and every span lies in the text', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b: ',
        ':',
        '- ',
        '-',
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
        ',',
        '\n',
        '\n  ',
        '\n    ',
        '\n\t',
        ' ',
        '|',
        '>',
        '#',
        ' # ',
      ],
      ...[
        '&x ',
        '*x',
        '!t ',
        '%',
        '@',
        '\\',
        '---\n',
        '...\n',
        '? ',
        '\r',
        '\r\n',
        '\ufeff',
        '\0',
        '\ud83d',
        'text: |\n    x\n   y',
        '<<: ',
      ],
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, (source) => {
        const { root, problems } = readYaml(source);
        for (const { span } of [...problems, ...(root ? allNodesOf(root) : [])]) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= source.length, JSON.stringify(span));
        }
      }),
      { numRuns: 2000 },
    );
  });
});

function read(text: string): { readonly value: PlainValue; readonly problems: readonly string[] } {
  const { root, problems } = readYaml(text);
  return { value: plainValueOf(root), problems: problems.map((problem) => problem.message) };
}

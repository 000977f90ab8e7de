import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isScalar, parseDocument } from 'yaml';
import { readYaml } from '../../server/src/parse/yaml-document';
import { pairOf, sourceSpanOf, type YamlScalar } from '../../server/src/parse/yaml-node';

describe('a YAML scalar', () => {
  it('is text, whatever it looks like', () => {
    for (const written of ['6.10', '0x1F', 'yes', '2024-06-30', '1e3', '12:30', 'off']) {
      assert.equal(scalar(`a: ${written}\n`).text, written);
    }
  });

  it('stands where its words stand, without quotation marks', () => {
    const text = 'a: "6.1"  # comment\nb: x\n';
    assert.equal(place(text, scalar(text)), '6.1');
  });

  it('is nothing where it is empty, ~ or null', () => {
    for (const written of ['', ' ', '~', 'null', '# comment']) {
      const { root } = readYaml(`a: ${written}\nb: x\n`);
      assert.equal(root?.kind === 'map' && pairOf(root, 'a')?.value, undefined, written);
    }
  });

  it('is the text "null" in quotation marks', () => {
    assert.equal(scalar('a: "null"\n').text, 'null');
  });

  it('has a place for its value where there is none: behind the colon and one space', () => {
    const { root } = readYaml('a: \nb: x\n');
    assert.deepEqual(root?.kind === 'map' && pairOf(root, 'a')?.valueSpan, { start: 3, end: 3 });
  });

  it('folds the lines of a plain text', () => {
    const text = 'a: one\n  two\n\n  three\nb: x\n';
    assert.equal(scalar(text).text, 'one two\nthree');
  });

  it('keeps the lines of a block, without their indentation', () => {
    const text = 'a: |\n    one\n      two\n\n    three\nb: x\n';
    assert.equal(scalar(text).text, 'one\n  two\n\nthree');
    assert.equal(place(text, scalar(text)), 'one\n      two\n\n    three');
  });

  it('keeps the lines of a folded block too, because Markdown folds by itself', () => {
    assert.equal(scalar('a: >\n  one\n  two\n\n  three\n').text, 'one\ntwo\n\nthree');
  });

  it('knows a block by its header, with indentation, chomping and comment', () => {
    for (const header of ['|', '|-', '>+', '|2', '|-2', '| # comment']) {
      assert.equal(scalar(`a: ${header}\n  one\n  two\n`).text, 'one\ntwo', header);
    }
  });

  it('maps every line of a block to its place', () => {
    const text = 'a: |\n    one\n    two three\n';
    const block = scalar(text);
    const at = block.text.indexOf('three');
    const span = sourceSpanOf(block, at, at + 5);
    assert.equal(text.slice(span.start, span.end), 'three');
  });

  it('maps lines that end in CR LF', () => {
    const text = 'a: |\r\n    one\r\n    two three\r\nb: x\r\n';
    const block = scalar(text);
    assert.equal(block.text, 'one\ntwo three');
    const at = block.text.indexOf('three');
    const span = sourceSpanOf(block, at, at + 5);
    assert.equal(text.slice(span.start, span.end), 'three');
  });

  it('undoes escapes and still knows what stands where', () => {
    const text = 'a: "x \\"y\\" caf\\u00e9 z"\n';
    const quoted = scalar(text);
    assert.equal(quoted.text, 'x "y" café z');
    const span = sourceSpanOf(quoted, quoted.text.indexOf('z'), quoted.text.length);
    assert.equal(text.slice(span.start, span.end), 'z');
  });

  it('undoes doubled single quotation marks', () => {
    assert.equal(scalar("a: 'it''s late'\n").text, "it's late");
  });

  it('reads every sound document as the YAML library does', () => {
    const words = fc.array(
      fc.constantFrom('one', 'two', ' ', '  ', '\n  ', '\n\n  ', "''", '\\"', '\\n', '\\u00e9', '\\\\', 'é', '🚢'),
      {
        maxLength: 12,
      },
    );
    const style = fc.constantFrom<(inside: string) => string>(
      (inside) => `"${inside}"`,
      (inside) => `'${inside.replace(/(?<!')'(?!')/g, '')}'`,
      (inside) => `x${inside}`,
    );
    fc.assert(
      fc.property(words, style, (parts, write) => {
        const text = `a: ${write(parts.join(''))}\nb: x\n`;
        const document = parseDocument(text, { schema: 'failsafe' });
        const expected = document.get('a', true);
        fc.pre(document.errors.length === 0 && isScalar(expected));
        assert.equal(scalar(text).text, isScalar(expected) ? expected.source : undefined);
      }),
    );
  });
});

function scalar(text: string): YamlScalar {
  const { root } = readYaml(text);
  const value = root?.kind === 'map' ? pairOf(root, 'a')?.value : undefined;
  assert.equal(value?.kind, 'scalar', text);
  return value;
}

function place(text: string, { span }: YamlScalar): string {
  return text.slice(span.start, span.end);
}

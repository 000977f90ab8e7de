import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { escapeSnippet, snippetBlanks } from '../../../server/src/write/snippet';
import { expandSnippet } from '../../snippets';

describe('a snippet', () => {
  it('numbers its stops in the order in which they are asked for', () => {
    const blanks = snippetBlanks();
    const text = [blanks.blank('title'), blanks.text('costs $5'), blanks.blank('status', ['a', 'b'])].join(' ');
    assert.equal(text, `\${1:[insert title]} costs \\$5 \${2|[insert status],a,b|}`);
    assert.equal(snippetBlanks().blank('title'), `\${1:[insert title]}`);
  });

  it('says words literally, whatever is in them', () => {
    const words = `a $1 \${2:b} } { \\ \\$ | , \${3|x,y|}`;
    assert.equal(expandSnippet(escapeSnippet(words)).text, words);
    const choices = ['a, b', 'c|d', 'e\\f', '$1}'];
    const { stops } = expandSnippet(snippetBlanks().blank('choice', choices));
    assert.deepEqual(stops[0]?.choices, ['[insert choice]', ...choices]);
  });
});

describe('the reader of snippets', () => {
  it('sees what is no snippet', () => {
    for (const source of ['costs $', 'a } b', '\\x', `\${1:a`, `\${1|a,b}`]) {
      assert.throws(() => expandSnippet(source), source);
    }
  });
});

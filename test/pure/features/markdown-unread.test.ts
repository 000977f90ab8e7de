import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { isUnread } from '../../../server/src/features/markdown-unread';

describe('code and comments before a cursor', () => {
  it('are told from the lines with fences as from every line', () => {
    const piece = fc.constantFrom(
      '```',
      '````',
      '~~~',
      '~~~~',
      '`',
      '<!--',
      '-->',
      '> ',
      ' ',
      'yaml',
      '\n',
      '\n',
      '\r\n',
      '\r',
    );
    let unread = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        assert.equal(isUnread(text), isUnreadByLines(text));
        unread += isUnread(text) ? 1 : 0;
      }),
      { numRuns: 5000 },
    );
    assert.ok(unread > 500 && unread < 4500, `${unread} of 5000`);
  });
});

/** The same, read line by line. */
function isUnreadByLines(before: string): boolean {
  let fence: string | undefined;
  let kept = '';
  let last = '';
  for (const line of before.split(/\r\n|[\r\n]/)) {
    const mark = /^[\s>]*(`{3,}|~{3,})([^`]*)$/.exec(line);
    if (fence === undefined) {
      fence = mark?.[1];
      kept += mark ? '' : `${line}\n`;
    } else if (mark?.[1]?.startsWith(fence) && mark[2]?.trim() === '') {
      fence = undefined;
    }
    last = line;
  }
  const isInCode = fence !== undefined || last.split('`').length % 2 === 0;
  return isInCode || kept.lastIndexOf('<!--') > kept.lastIndexOf('-->');
}

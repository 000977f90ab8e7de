import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../server/src/model/text-edits';
import { changedLines, editsBetween, linesOf } from '../../../server/src/write/line-diff';

describe('the difference between two texts', () => {
  it('is what has changed, and no more', () => {
    assert.deepEqual(editsBetween('a\nb\nc\n', 'a\nB\nc\n'), [{ span: { start: 2, end: 3 }, newText: 'B' }]);
    assert.deepEqual(editsBetween('a\nb\n', 'a\nb\n'), []);
    assert.deepEqual(editsBetween('', 'a'), [{ span: { start: 0, end: 0 }, newText: 'a' }]);
    assert.deepEqual(editsBetween('a\r\nb\r\n', 'a\r\nx\r\nb\r\n'), [{ span: { start: 3, end: 3 }, newText: 'x\r\n' }]);
    const changes = changedLines([...'abcdefg'], [...'aXcdgef']);
    assert.deepEqual(changes, [
      { oldStart: 1, oldEnd: 2, newStart: 1, newEnd: 2 },
      { oldStart: 4, oldEnd: 4, newStart: 4, newEnd: 5 },
      { oldStart: 6, oldEnd: 7, newStart: 7, newEnd: 7 },
    ]);
  });

  it('makes the one of the other, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd', '😀', '😁', '\n', '\r\n', '\r', ' '), { maxLength: 40 });
    fc.assert(
      fc.property(text, text, (some, others) => {
        const [before, after] = [some.join(''), others.join('')];
        assert.equal(applyEdits(before, editsBetween(before, after)), after);
        assert.equal(linesOf(before).join(''), before);
      }),
      { numRuns: 3000 },
    );
  });
});

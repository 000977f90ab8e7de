import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MeasuredList } from '../../../server/src/model/measured-list';

/** A thing; those of the same length are still different things. */
interface Thing {
  readonly length: number;
}

const MEASURE = { lengthOf: ({ length }: Thing) => length };

const things = (most: number) => fc.array(fc.record({ length: fc.integer({ min: 1, max: 9 }) }), { maxLength: most });

const edits = fc.array(fc.record({ at: fc.nat(), count: fc.nat({ max: 90 }), made: things(90) }), { maxLength: 12 });

describe('a list of things with lengths', () => {
  it('gives what an array gives, after whatever edits', () => {
    const property = fc.property(things(400), edits, fc.nat(), (first, changes, seed) => {
      let array = first;
      let list = MeasuredList.of(first, MEASURE);
      for (const { at, count, made } of changes) {
        const start = at % (array.length + 1);
        const end = Math.min(array.length, start + count);
        const before = { array, list };
        array = array.toSpliced(start, end - start, ...made);
        list = list.replaced(start, end, made);
        assertSame(list, array, seed);
        assertEnds(list, array, before);
        assert.deepEqual(before.list.all(), before.array);
      }
      const again = MeasuredList.of(first, MEASURE).becoming(array);
      assertSame(again, array, seed);
    });
    fc.assert(property, { numRuns: 300 });
  });

  it('shares what an edit did not touch', () => {
    const many = Array.from({ length: 10_000 }, (_, length) => ({ length }));
    const list = MeasuredList.of(many, MEASURE);
    let looked = 0;
    const isSame = (one: Thing, other: Thing) => {
      looked++;
      return one === other;
    };
    const ends = list.replaced(5000, 5001, [{ length: 5000 }]).sameEnds(list, isSame);
    assert.deepEqual([ends, looked < 100], [{ start: 5000, end: 4999 }, true]);
  });
});

function assertSame(list: MeasuredList<Thing>, array: readonly Thing[], seed: number): void {
  assert.deepEqual(list.all(), array);
  const startOf = (index: number) => array.slice(0, index).reduce((sum, { length }) => sum + length, 0);
  const total = startOf(array.length);
  assert.deepEqual([list.size, list.length], [array.length, total]);
  for (const index of [-1, 0, seed % (array.length + 1), array.length - 1, array.length, array.length + 1]) {
    assert.equal(list.at(index), array[index]);
    assert.equal(list.startOf(index), startOf(Math.max(0, index)));
    const offset = (seed * 7 + index) % (total + 2);
    assert.equal(list.endedBy(offset), array.filter((_, at) => startOf(at + 1) <= offset).length);
    assert.equal(list.startedBy(offset), array.filter((_, at) => startOf(at) <= offset).length);
    const slice = [Math.max(0, index - 3), index + 70] as const;
    assert.deepEqual(list.slice(...slice), array.slice(...slice));
  }
}

/** What two lists have in common at their ends is the same; nothing is the same next to it. */
function assertEnds(
  list: MeasuredList<Thing>,
  array: readonly Thing[],
  before: { readonly list: MeasuredList<Thing>; readonly array: readonly Thing[] },
): void {
  const { start, end } = list.sameEnds(before.list, (one, other) => one === other);
  const shorter = Math.min(array.length, before.array.length);
  assert.ok(start + end <= shorter);
  assert.deepEqual(array.slice(0, start), before.array.slice(0, start));
  assert.deepEqual(array.slice(array.length - end), before.array.slice(before.array.length - end));
  if (start + end < shorter) {
    assert.notEqual(array[start], before.array[start]);
    assert.notEqual(array[array.length - 1 - end], before.array[before.array.length - 1 - end]);
  }
}

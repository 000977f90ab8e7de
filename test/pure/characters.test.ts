import assert from 'node:assert/strict';
import { classAt, classBefore, DIGIT, LETTER, MARK, OTHER_NUMBER } from '../../server/src/parse/characters';

describe('classAt and classBefore', () => {
  it('say the same as patterns of all characters', () => {
    for (let code = 0; code <= LAST; code++) {
      const character = String.fromCodePoint(code);
      const expected = CLASSES.find(([pattern]) => pattern.test(character))?.[1] ?? 0;
      if (
        classAt(`-${character}-`, 1) !== expected ||
        classBefore(`-${character}-`, 1 + character.length) !== expected
      ) {
        assert.fail(`U+${code.toString(16)}`);
      }
    }
  });

  it('say 0 outside of the text', () => {
    assert.deepEqual([classAt('a', 1), classAt('', 0), classBefore('a', 0), classBefore('', 0)], [0, 0, 0, 0]);
  });
});

/** Of the planes beyond the second one only ideographs are in use. */
const LAST = 0x20010;

const CLASSES: readonly (readonly [RegExp, number])[] = [
  [/\p{L}/u, LETTER],
  [/\p{Nd}/u, DIGIT],
  [/\p{M}/u, MARK],
  [/\p{N}/u, OTHER_NUMBER],
];

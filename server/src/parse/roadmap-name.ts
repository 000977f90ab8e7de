import type { TermKey, TermMeaning } from './subject-terms';

/** So many words of a roadmap's title in a row are its name, and say so little. */
const NAME_LENGTH = 3;
const NAME_COUNTS = 0.3;

/**
 * Which words stand in the roadmap's name: "the roadmap to fight drug trafficking and organised crime".
 *
 * @param words each by its stem, or by whatever else stands for a stem
 * @param name the same of the roadmap's title
 * @returns parallel to the words; undefined where none does
 */
export function partsOfName<T>(words: readonly T[], name: readonly T[]): readonly boolean[] | undefined {
  const shortest = Math.min(NAME_LENGTH, name.length);
  let parts: boolean[] | undefined;
  for (let start = 0; start + shortest <= words.length; start++) {
    const first = words[start];
    const at = first === undefined ? -1 : name.indexOf(first);
    let length = 0;
    while (at >= 0 && at + length < name.length && words[start + length] === name[at + length]) {
      length++;
    }
    if (length >= shortest) {
      parts ??= words.map(() => false);
      parts.fill(true, start, start + length);
      start += Math.max(0, length - 1);
    }
  }
  return parts;
}

/** What a term says where it is part of the roadmap's name: less. */
export function asPartOfName({ keys, weight, ...rest }: TermMeaning): TermMeaning {
  const lighter = keys.map(({ key, strength }): TermKey => ({ key, strength: lighterAsName(strength) }));
  return { ...rest, weight: lighterAsName(weight), keys: lighter };
}

/** A strength or weight of such a term. */
export function lighterAsName(strength: number): number {
  return strength * NAME_COUNTS;
}

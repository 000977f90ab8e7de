import type { PolicyDate } from '../../../server/src/model/date';
import { type Deliverable, deliverablesOf, type Roadmap } from '../../../server/src/model/roadmap';

/**
 * How an import is measured against a list that somebody made by reading. A found deliverable matches one of the list
 * when all of this is so; each of both sides matches once:
 * - they belong to the same action, or both to none;
 * - their deadlines have the same bounds (a deadline in words matches one in words);
 * - their titles share a word that says something (by its first six letters), or where both have a deadline with days,
 *   they share an actor and their lines of the source are not known to differ.
 */
export interface Measure {
  readonly matched: readonly (readonly [found: Deliverable, expected: Deliverable])[];
  readonly missed: readonly Deliverable[];
  readonly wrong: readonly Deliverable[];
}

/** Compares those with a deadline in days. */
export function measureDated(found: Roadmap, expected: Roadmap, isCounted: (one: Deliverable) => boolean): Measure {
  return measure(
    deliverablesOf(found).filter((one) => one.deadline.due !== undefined && isCounted(one)),
    deliverablesOf(expected).filter((one) => one.deadline.due !== undefined && isCounted(one)),
    (one, other) => (sameBounds(one.deadline.due, other.deadline.due) ? 1 : 0),
  );
}

/** Compares all: a found one is right where the list has one of the same action that says the same. */
export function measureAll(found: Roadmap, expected: Roadmap): Measure {
  return measure(deliverablesOf(found), deliverablesOf(expected), (one, other) =>
    sameBounds(one.deadline.due, other.deadline.due) ? 1 : 0.2,
  );
}

function measure(
  found: readonly Deliverable[],
  expected: readonly Deliverable[],
  byDeadline: (one: Deliverable, other: Deliverable) => number,
): Measure {
  const pairs = found
    .flatMap((one) => expected.map((other) => ({ one, other, score: scoreOf(one, other) * byDeadline(one, other) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const matched: (readonly [Deliverable, Deliverable])[] = [];
  const used = new Set<Deliverable>();
  for (const { one, other } of pairs) {
    if (!used.has(one) && !used.has(other)) {
      used.add(one).add(other);
      matched.push([one, other]);
    }
  }
  return {
    matched,
    missed: expected.filter((one) => !used.has(one)),
    wrong: found.filter((one) => !used.has(one)),
  };
}

function scoreOf(one: Deliverable, other: Deliverable): number {
  if (one.action !== other.action) {
    return 0;
  }
  const words = wordsOf(other.title);
  const shared = [...wordsOf(one.title)].filter((word) => words.has(word)).length;
  const actors = one.actors.some((actor) => other.actors.includes(actor));
  return shared === 0 ? 0 : shared + (actors ? 0.5 : 0);
}

/** The words of a title that say something, by their first letters. */
export function wordsOf(title: string): ReadonlySet<string> {
  const words = title.toLowerCase().match(/[\p{L}\d]{2,}/gu) ?? [];
  return new Set(words.filter((word) => !EMPTY.has(word)).map((word) => word.slice(0, 6)));
}

const EMPTY: ReadonlySet<string> = new Set(
  'the of and on in for to with by from at as an its their new use more also into eu all other further support work proposal report better stronger continued'.split(
    ' ',
  ),
);

function sameBounds(one: PolicyDate | undefined, other: PolicyDate | undefined): boolean {
  return one?.earliest === other?.earliest && one?.latest === other?.latest;
}

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findCitations } from '../../server/src/parse/citations';
import { type FoundDate, findDates } from '../../server/src/parse/dates';
import { sharedSource } from '../skip-because';

/** One line of a gold list; see test/gold/README.md. */
interface GoldDate {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly recurring?: string;
}

const LEAST_SHARE = 0.98;

/** The documents, and the day of each, which "next year" counts from. */
const DOCUMENTS = { 'com-2023-641': '2023-10-18', 'st-10270-24': '2024-06-03' };

describe('findDates on real documents', () => {
  for (const [name, reference] of Object.entries(DOCUMENTS)) {
    it(`finds at least 98 % of the dates in ${name}, and at most 2 % others`, function () {
      const text = sharedSource(this, `${name}.md`);
      const gold: readonly GoldDate[] = JSON.parse(readFileSync(`test/gold/dates-${name}.json`, 'utf8'));
      assert.ok(
        gold.length > 0 &&
          gold.every(({ offset, length, text: words }) => text.slice(offset, offset + length) === words),
      );
      const citations = findCitations(text).map(({ span }) => span);
      const found = findDates(text, reference, citations);
      const right = found.filter((date) => gold.some((one) => isSame(date, one)));
      const recall = right.length / gold.length;
      const precision = right.length / found.length;
      console.log(
        `      ${name}: recall ${percent(recall)} of ${gold.length}, precision ${percent(precision)} of ${found.length}`,
      );
      const differences = [
        ...gold
          .filter((one) => !found.some((date) => isSame(date, one)))
          .map((one) => `missed ${one.offset} "${one.text}" ${one.recurring ?? `${one.earliest}..${one.latest}`}`),
        ...found
          .filter((date) => !right.includes(date))
          .map(
            ({ start, end, date }) =>
              `wrong ${start} "${text.slice(start, end)}" ${date.recurring ?? `${date.earliest}..${date.latest}`}`,
          ),
      ];
      assert.ok(recall >= LEAST_SHARE && precision >= LEAST_SHARE, differences.join('\n'));
    });
  }
});

function isSame({ start, end, date }: FoundDate, gold: GoldDate): boolean {
  return (
    start === gold.offset &&
    end === gold.offset + gold.length &&
    date.earliest === gold.earliest &&
    date.latest === gold.latest &&
    date.recurring === (gold.recurring ?? null)
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

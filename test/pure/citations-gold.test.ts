import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Citation } from '../../server/src/model/citation';
import { findCitations } from '../../server/src/parse/citations';
import { sharedSource } from '../skip-because';

/** One line of a gold list; see test/gold/README.md. */
interface GoldCitation {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
  readonly kind: string;
  readonly id: string;
  readonly url?: string;
}

const LEAST_SHARE = 0.98;

describe('findCitations on real documents', () => {
  for (const name of ['com-2023-641', 'st-10270-24']) {
    it(`finds at least 98 % of the citations in ${name}, and at most 2 % others`, function () {
      const text = sharedSource(this, `${name}.md`);
      const gold: readonly GoldCitation[] = JSON.parse(readFileSync(`test/gold/citations-${name}.json`, 'utf8'));
      assert.ok(
        gold.length > 0 &&
          gold.every(({ offset, length, text: words }) => text.slice(offset, offset + length) === words),
      );
      const found = findCitations(text);
      const right = found.filter((citation) => gold.some((one) => isSame(citation, one)));
      const recall = right.length / gold.length;
      const precision = right.length / found.length;
      console.log(
        `      ${name}: recall ${percent(recall)} of ${gold.length}, precision ${percent(precision)} of ${found.length}`,
      );
      const missed = gold.filter((one) => !found.some((citation) => isSame(citation, one)));
      const wrong = found.filter((citation) => !right.includes(citation));
      const differences = [
        ...missed.map((one) => `missed ${one.id}`),
        ...wrong.map((one) => `wrong ${one.id} "${one.text}"`),
      ];
      assert.ok(recall >= LEAST_SHARE && precision >= LEAST_SHARE, differences.join('\n'));
    });
  }
});

function isSame(citation: Citation, gold: GoldCitation): boolean {
  return (
    citation.span.start === gold.offset &&
    citation.span.end === gold.offset + gold.length &&
    citation.kind === gold.kind &&
    citation.id === gold.id &&
    (gold.url === undefined || citation.url === gold.url)
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

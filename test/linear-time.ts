import assert from 'node:assert/strict';

const GROWTH = 8;
/** Linear growth is 8, quadratic growth 64: between them there is room for a machine that others use too. */
const MOST = 30;
/** Shorter times say nothing. */
const NOISE_MS = 30;

/**
 * Checks that eight times the text takes about eight times as long, by the best of three runs each.
 *
 * @param run Reads a text.
 * @param textOf A text of a size; `size` is that of the smaller one.
 */
export function expectLinearTime(run: (text: string) => void, textOf: (size: number) => string, size: number): void {
  const [small, large] = [textOf(size), textOf(size * GROWTH)];
  const first = bestOfThree(() => run(small));
  const second = bestOfThree(() => run(large));
  assert.ok(
    second <= MOST * Math.max(first, NOISE_MS / GROWTH),
    `${first.toFixed(1)} ms, then ${second.toFixed(1)} ms`,
  );
}

function bestOfThree(run: () => void): number {
  const times = [1, 2, 3].map(() => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...times);
}

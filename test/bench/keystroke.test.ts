import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildEchoServer } from '../../bench/build';
import { type EchoRatios, measureRatios } from '../../bench/ratios';
import recorded from '../../bench/recorded-ratios.json';

/** A ratio that is so many times the recorded one is a failure. */
const WORST = 2;

/** Other programs disturb: the best of several tries counts. */
const TRIES = 3;

/** Milliseconds of one turn of ten keystrokes, after which a server is slow without a doubt. */
const LONGEST_TURN = 200;

const project = resolve('.');

describe('a keystroke in a report of 10,000 lines', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-echo-'));
  let echo = '';
  before(async () => {
    echo = await buildEchoServer(project, folder);
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const format of ['markdown', 'yaml'] as const) {
    it(`costs not much more than it did, beside a server that only echoes: ${format}`, async () => {
      const isEnough = (ratios: EchoRatios) => isAsFast(ratios, recorded[format]);
      const options = { longestTurn: LONGEST_TURN, tries: TRIES, isEnough };
      const tries = await measureRatios(project, join(project, 'dist', 'server.js'), echo, format, options);
      assert.ok(
        tries.some(isEnough),
        `In costs of the echo server: ${JSON.stringify(tries)}, where ${JSON.stringify(recorded[format])} was recorded. ` +
          'Find out why (node --cpu-prof), or record what is the new normal: npm run bench -- --record',
      );
    });
  }
});

/** Processor time decides. The clock shows what only waits; other programs disturb it, so it is given more. */
function isAsFast({ clock, processor }: EchoRatios, before: { clock: number; processor?: number }): boolean {
  return processor === undefined || before.processor === undefined
    ? clock <= before.clock * WORST
    : processor <= before.processor * WORST && clock <= before.clock * WORST * 2;
}

// Runs mocha on the files of one suite: `node run-suite.js RESULTS FILE…`. RESULTS gets one JSON line for each event.
import { appendFileSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import Mocha from 'mocha';
import { reporterTo } from './results-reporter';
import type { TestEvent } from './test-event';

const [results = '', ...files] = process.argv.slice(2);
const { timeout, forbidOnly } = JSON.parse(readFileSync('.mocharc.json', 'utf8'));
// Written at once, so that the lines are there even when the process dies with the next test.
const send = (event: TestEvent): void => appendFileSync(results, `${JSON.stringify(event)}\n`);

// The same examples in every run, so that a run fails because of what was changed; SEED tries others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20240603) });

const mocha = new Mocha({ timeout, forbidOnly, reporter: reporterTo(send) });
for (const file of files) mocha.addFile(file);
mocha.run((failures) => {
  process.exitCode = failures > 0 ? 1 : 0;
  // A process that does not end by itself has left something open: that is a defect too.
  setTimeout(() => {
    send({ state: 'failed', title: 'the end of the suite', error: `Left open: ${process.getActiveResourcesInfo()}` });
    process.exit(1);
  }, 5000).unref();
});

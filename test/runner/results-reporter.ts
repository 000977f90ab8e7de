import Mocha from 'mocha';
import type { TestEvent } from './test-event';

/**
 * A mocha reporter that tells somebody else what happened, and prints nothing itself.
 *
 * @param send Gets one event for each test when it is over, for each failed hook, and one at the end.
 */
export function reporterTo(send: (event: TestEvent) => void): Mocha.ReporterConstructor {
  return class extends Mocha.reporters.Base {
    constructor(runner: Mocha.Runner) {
      super(runner);
      runner.on('pass', (test) => send({ state: 'passed', title: test.fullTitle() }));
      runner.on('fail', (test, error: unknown) =>
        send({ state: 'failed', title: test.fullTitle(), error: explain(error) }),
      );
      runner.on('pending', (test) => {
        const reason = reasonOf(test);
        send({ state: 'skipped', title: test.fullTitle(), ...(reason === undefined ? {} : { reason }) });
      });
      runner.on('end', () => send({ state: 'ended' }));
    }
  };
}

/** The reason stands on the test itself, or on the suite whose `before` hook skipped all of it. */
function reasonOf(test: Mocha.Test): string | undefined {
  let suite = test.parent;
  let reason = test.skippedBecause;
  while (reason === undefined && suite) {
    reason = suite.skippedBecause;
    suite = suite.parent;
  }
  return reason;
}

function explain(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

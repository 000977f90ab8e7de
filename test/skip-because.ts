import { existsSync, readFileSync } from 'node:fs';

declare global {
  namespace Mocha {
    interface Runnable {
      skippedBecause?: string;
    }
    interface Suite {
      skippedBecause?: string;
    }
  }
}

/**
 * Skips the running test, or the whole suite when called in its `before` hook. `npm test` prints the reason, counts a
 * skip without a reason as a failure, and in CI every skip.
 *
 * @param context `this` of the test or hook.
 * @param reason What is absent on this machine.
 */
export function skipBecause(context: Mocha.Context, reason: string): never {
  const runnable = context.test as Mocha.Test | Mocha.Hook | undefined;
  const skipped = runnable?.type === 'hook' ? runnable.parent : runnable;
  if (skipped) skipped.skippedBecause = reason;
  return context.skip();
}

/**
 * The text of a source document beside the project, which is no part of it. Skips the test where it is absent.
 *
 * @param context `this` of the test or hook.
 * @param name The name of the file, such as `st-10270-24.md`.
 */
export function sharedSource(context: Mocha.Context, name: string): string {
  const file = `../shared/sources/${name}`;
  return existsSync(file) ? readFileSync(file, 'utf8') : skipBecause(context, `${file} is absent`);
}

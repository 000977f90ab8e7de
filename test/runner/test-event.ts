/** What became of one test, or of a hook that failed. One JSON line each on the way from the test's process to `npm test`. */
export type TestEvent =
  | { readonly state: 'passed'; readonly title: string }
  /** `error` is what a person needs to see: message, difference, stack. */
  | { readonly state: 'failed'; readonly title: string; readonly error: string }
  /** `reason` is missing where the test gave none. */
  | { readonly state: 'skipped'; readonly title: string; readonly reason?: string }
  /** The suite has come to its end. Without it, its process has died. */
  | { readonly state: 'ended' };

/** Stands before the JSON of an event where it travels among other lines, as on the console of an extension host. */
export const EVENT_MARK = 'rapporteur-test ';

import type { Span } from '../model/span';

/** A text that is no date: it cannot be read, or it names a day that does not exist or an end before its start. */
export interface DateProblem extends Span {
  readonly problem: 'unparsable' | 'impossible';
  /** What is wrong and what to write, for a person. */
  readonly message: string;
}

/** Tells a problem from a date. */
export function isDateProblem(reading: object): reading is DateProblem {
  return 'problem' in reading;
}

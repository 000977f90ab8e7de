import type { IsoDay } from '../model/date';
import { isDateProblem, readDate } from './dates';
import { readEdtf } from './edtf';

/**
 * What words such as "by mid-2024" are in EDTF. Undefined where they are no date, where they come again ("every two
 * years" has no bounds), and where they depend on a day that nobody knows.
 *
 * @param reference the day that "next year" counts from; undefined: no such words are read
 */
export function wordsInEdtf(words: string, reference: IsoDay | undefined): string | undefined {
  const [one, other] = (reference === undefined ? ['2000-01-01', '2001-06-15'] : [reference, reference]).map((day) =>
    readDate(words, day),
  );
  const isReadable = one && other && !isDateProblem(one) && !isDateProblem(other) && one.edtf === other.edtf;
  return isReadable && one.recurring === null && !isDateProblem(readEdtf(one.edtf)) ? one.edtf : undefined;
}

/** The ISO 8601 duration behind which what words say comes again ("annually", "every two years"); undefined for others. */
export function wordsInInterval(words: string): string | undefined {
  const date = readDate(words, '2000-01-01');
  return isDateProblem(date) || date.earliest !== null || date.latest !== null
    ? undefined
    : (date.recurring ?? undefined);
}

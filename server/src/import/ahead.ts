import { daysBetween, type IsoDay } from '../model/date';
import type { SentenceDeadline } from './deadlines';

/** Whether a deadline is not over when the document is made. What began before and goes on counts. */
export function isAhead({ date }: SentenceDeadline, since: IsoDay | undefined): boolean {
  return date === undefined || since === undefined || date.latest === null || date.latest >= since;
}

/** Days of a month, a season or a quarter: one that has begun is not over. */
const LONGEST_SEASON = 92;

/** Whether a deadline lies ahead: one that says nothing of what is to come is no reason to look for something. */
export function isNew({ date }: SentenceDeadline, since: IsoDay | undefined): boolean {
  if (date === undefined || since === undefined) {
    return false;
  }
  const { earliest, latest } = date;
  if (earliest === null || earliest >= since) {
    return true;
  }
  if (latest === null || latest < since || earliest === latest) {
    return false;
  }
  // "For 2023-2025" in a document of 2023 is ahead, but for its first months.
  const isOfThisYear = earliest.slice(0, 4) === since.slice(0, 4) && latest.slice(0, 4) > since.slice(0, 4);
  return isOfThisYear || daysBetween(earliest, latest) <= LONGEST_SEASON;
}

import type { PolicyDate } from '../model/date';
import { type Deadline, deliverablesOf, type Roadmap } from '../model/roadmap';

/**
 * Whether two dates are one deadline: the same last day; where the roadmap has none, a stretch with its first day in
 * it. What only says how often ("every two years") is never another deadline.
 */
export function isSameDeadline(stated: PolicyDate, due: PolicyDate): boolean {
  if (stated.recurring !== null) {
    return true;
  }
  if (due.latest !== null) {
    return stated.latest === due.latest;
  }
  const { earliest, latest } = stated;
  return due.earliest === null || (earliest !== null && earliest <= due.earliest && due.earliest <= (latest ?? '9999'));
}

/** Whether a text is the roadmap's own wording of a deadline, with or without "by", "in" or the like before it. */
export function hasWordsOf(text: string, deadline: Deadline): boolean {
  return deadline.stated !== undefined && plainWords(text) === plainWords(deadline.stated);
}

/** Whether one of the roadmaps has a deadline in these words: "by the end of the legislature" is an event, no slip. */
export function isStatedIn(roadmaps: readonly Roadmap[], text: string): boolean {
  return roadmaps.some((roadmap) =>
    [...roadmap.actions, ...deliverablesOf(roadmap)].some(({ deadline }) => hasWordsOf(text, deadline)),
  );
}

function plainWords(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[‐-―]/g, '-')
    .replace(/[.;]$/, '')
    .replace(/^(?:(?:by|in|on|until|during|no later than|at the latest|for|as of|as from|from|the)\s+)+/, '');
}

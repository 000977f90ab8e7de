import type { PolicyDate } from '../model/date';
import { type Deadline, deliverablesOf } from '../model/roadmap';
import type { RuleLookup } from './rule-lookup';

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
export function isStatedIn(lookup: RuleLookup, text: string): boolean {
  return lookup.derived(statedDeadlines).has(plainWords(text));
}

function statedDeadlines({ roadmaps }: RuleLookup): ReadonlySet<string> {
  const items = roadmaps.flatMap((roadmap) => [...roadmap.actions, ...deliverablesOf(roadmap)]);
  return new Set(items.flatMap(({ deadline }) => (deadline.stated === undefined ? [] : [plainWords(deadline.stated)])));
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

import { formatDay, type IsoDay } from '../model/date';
import type { EntryReading } from '../model/entry';
import type { RelatedPlace } from '../model/finding';
import { actionLabel } from '../model/roadmap';
import { enumerate } from './enumeration';
import { relatedDeadline } from './roadmap-links';
import type { EntryDeadline } from './rule';

/** Whether a next step of the entry is due by then: the author has the deadline in mind. */
export function isPromised(entry: EntryReading, state: EntryDeadline): boolean {
  const isBy = (day: IsoDay | null | undefined) => !!day && state.due.latest !== null && day <= state.due.latest;
  return (entry.fields.next?.value ?? []).some((step) => isBy(step.due?.value?.latest));
}

/** What is due, for people: its title, and its id in brackets; of a whole action "Action 6". */
export function nameOfDeadline({ roadmap, action, item }: EntryDeadline): string {
  return action === item ? actionLabel(roadmap, item.id) : `“${item.title}” (${item.id})`;
}

/**
 * "“Blueprint for …” (6.1), due by 30 June 2024, 4 days late", for each, those with one deadline together; only the
 * first few where there are many.
 */
export function listDeadlines(states: readonly EntryDeadline[]): string {
  const shown = states.slice(0, states.length > MOST_LISTED + 1 ? MOST_LISTED : states.length);
  const rest = states.length - shown.length;
  const names = new Map<string, string[]>();
  for (const state of shown) {
    const when = whenDue(state);
    names.set(when, [...(names.get(when) ?? []), nameOfDeadline(state)]);
  }
  const parts = [...names].map(([when, together]) => `${enumerate(together)}${when}`);
  return [...parts, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ');
}

/** The lines of the roadmaps that set the deadlines. */
export function relatedDeadlines(states: readonly EntryDeadline[]): readonly RelatedPlace[] {
  return states.map(({ roadmap, item }) => relatedDeadline(roadmap, item));
}

const MOST_LISTED = 4;

function whenDue({ planned, due, revised, daysLeft }: EntryDeadline): string {
  const first = planned.latest === null ? '' : `, due by ${formatDay(planned.latest)}`;
  const second = revised && due.latest !== null ? `, revised to ${formatDay(due.latest)}` : '';
  return `${first}${second}${daysLeft === null ? '' : `, ${timeLeft(daysLeft)}`}`;
}

function timeLeft(days: number): string {
  const amount = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days === 0 ? 'the as-of date itself' : days < 0 ? `${amount} late` : `${amount} left`;
}

import { daysBetween, formatDay, type IsoDay, type PolicyDate } from '../model/date';
import { escapeMarkdown } from './markdown-text';

/** Markdown about a date: its bounds, why they are what they are, and how far off they are at the as-of date. */
export function describeDate(date: PolicyDate, words: string, asOf: IsoDay): string {
  const bounds = boundsText(date);
  const distance = distanceText(date, asOf);
  return [
    isSame(words, bounds) ? `**${escapeMarkdown(words)}**` : `**${escapeMarkdown(words)}**: ${bounds}`,
    ...(date.why === undefined ? [] : [escapeMarkdown(date.why)]),
    ...(distance === undefined ? [] : [`${distance} the as-of date, ${formatDay(asOf)}`]),
    ...(date.edtf === words || (date.earliest === null && date.latest === null) ? [] : [`EDTF: \`${date.edtf}\``]),
  ].join('\n\n');
}

/** "1 June 2024 to 31 July 2024", "by 30 June 2024", "from 1 July 2024 on", "30 June 2024, then every 2 years". */
export function boundsText({ earliest, latest, recurring }: PolicyDate): string {
  const again = recurring === null ? '' : `, then every ${durationText(recurring)}`;
  if (earliest === null && latest === null) {
    return recurring === null ? 'at any time' : `every ${durationText(recurring)}`;
  }
  if (earliest === null) {
    return `by ${formatDay(latest ?? '')}${again}`;
  }
  if (latest === null) {
    return `from ${formatDay(earliest)} on${again}`;
  }
  return earliest === latest
    ? `${formatDay(latest)}${again}`
    : `${formatDay(earliest)} to ${formatDay(latest)}${again}`;
}

/** "34 days late", "due today", "1 day left". `days` from the as-of date to the last day of a deadline. */
export function daysText(days: number): string {
  return days === 0 ? 'due today' : days < 0 ? `${countText(-days)} late` : `${countText(days)} left`;
}

/** "2 years", "year and 6 months" from an ISO 8601 duration, as it reads behind "every". */
export function durationText(duration: string): string {
  return [...duration.matchAll(/(\d+)([YMWD])/g)]
    .map(([, count, unit = '']) => (count === '1' ? `${UNITS[unit]}` : `${count} ${UNITS[unit]}s`))
    .join(' and ');
}

const UNITS: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day' };

/** Whether two texts say the same to a reader: "by 31 December 2023" and "By 31 December 2023". */
export function isSame(words: string, others: string): boolean {
  return words.toLowerCase() === others.toLowerCase();
}

/** How the date lies to the as-of date, whose name follows. Undefined where there is nothing to say. */
function distanceText({ earliest, latest, recurring }: PolicyDate, asOf: IsoDay): string | undefined {
  const end = latest ?? earliest;
  if (recurring !== null || end === null) {
    return undefined;
  }
  const days = daysBetween(asOf, end);
  const where = days === 0 ? 'on' : `${countText(Math.abs(days))} ${days < 0 ? 'before' : 'after'}`;
  if (latest === null) {
    return days < 0 ? `Began ${where}` : `Begins ${where}`;
  }
  const isDay = earliest === latest || earliest === null;
  return isDay ? (days === 0 ? 'Falls on' : where) : `${days < 0 ? 'Ended' : 'Ends'} ${where}`;
}

function countText(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}

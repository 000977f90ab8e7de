import { daysBetween, formatDay, type IsoDay, type PolicyDate } from '../model/date';

/** Markdown about a date: its bounds, why they are what they are, and how far off they are at the as-of date. */
export function describeDate(date: PolicyDate, words: string, asOf: IsoDay): string {
  const lines = [`**${words}**: ${boundsText(date)}`];
  if (date.why !== undefined) {
    lines.push(date.why);
  }
  if (date.latest !== null && date.recurring === null) {
    lines.push(`${daysText(daysBetween(asOf, date.latest))} at the as-of date, ${formatDay(asOf)}.`);
  }
  lines.push(`EDTF: \`${date.edtf}\``);
  return lines.join('\n\n');
}

/** "1 June 2024 to 31 July 2024", "by 30 June 2024", "from 1 July 2024". */
export function boundsText({ earliest, latest, recurring }: PolicyDate): string {
  const again = recurring === null ? '' : `, again every ${durationText(recurring)}`;
  if (earliest === null && latest === null) {
    return recurring === null ? 'no bounds' : `every ${durationText(recurring)}`;
  }
  if (earliest === latest) {
    return `${formatDay(latest ?? '')}${again}`;
  }
  if (earliest === null) {
    return `by ${formatDay(latest ?? '')}${again}`;
  }
  return latest === null
    ? `from ${formatDay(earliest)} on${again}`
    : `${formatDay(earliest)} to ${formatDay(latest)}${again}`;
}

/** "34 days late", "due today", "12 days left". `days` from the as-of date to the last day. */
export function daysText(days: number): string {
  if (days === 0) {
    return 'Due today';
  }
  const count = Math.abs(days) === 1 ? '1 day' : `${Math.abs(days)} days`;
  return days < 0 ? `${count} past` : `${count} left`;
}

function durationText(duration: string): string {
  const units: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day' };
  return [...duration.matchAll(/(\d+)([YMWD])/g)]
    .map(([, count, unit = '']) => (count === '1' ? `${units[unit]}` : `${count} ${units[unit]}s`))
    .join(' and ');
}

import type { Span } from '../model/span';
import { readStatus, type StatusDefinition, type StatusReading, statusesOf } from '../model/status';

/**
 * The status that a text names at a place: by id or name, behind marks such as a tick, and with nothing behind it but an
 * end, a sign, or when and why it came about ("delivered on 14 May 2024", "delayed – no budget"). "Delivered in part" and
 * "late 2024" name none.
 *
 * @param declared the statuses of the report's roadmaps; they come before the built-in ones
 * @returns the span of the name, in the text
 */
export function statusAt(
  text: string,
  place: number,
  declared: readonly StatusDefinition[],
): { readonly span: Span; readonly reading: StatusReading } | undefined {
  const lead = /^[^\p{L}\p{N}]*/u.exec(text.slice(place, place + LONGEST_LEAD))?.[0] ?? '';
  if (/[:–—(]/.test(lead)) {
    return undefined;
  }
  const start = place + lead.length;
  const words = text.slice(start, start + LONGEST_STATUS);
  const names = statusesOf(declared).flatMap((status) => [status.status, ...status.names]);
  for (const name of names.sort((a, b) => b.length - a.length)) {
    const match = new RegExp(`^${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu').exec(words);
    const behind = match && words.slice(match[0].length);
    const reading = match ? readStatus(match[0], declared) : undefined;
    if (match && behind !== null && reading && BEHIND_STATUS.test(behind) && !isTimeOfYear(match[0], behind)) {
      return { span: { start, end: start + match[0].length }, reading };
    }
  }
  return undefined;
}

/** Length from which words are too long to be a status, in UTF-16 units. */
export const LONGEST_STATUS = 80;

const LONGEST_LEAD = 20;

const BEHIND_STATUS = /^\s*(?:$|[;,.:()–—\n]|-\s|(?:on|at|since|from|because|due to|in(?!\s+part))(?!\p{L})|\d)/iu;

function isTimeOfYear(name: string, behind: string): boolean {
  return /^late$/i.test(name) && /^\s*\d/.test(behind);
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/[\s-]+/g, '[\\s‐-―-]+');
}

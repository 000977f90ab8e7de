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
  const start = endOfLead(text, place);
  if (start < 0) {
    return undefined;
  }
  const words = text.slice(start, start + LONGEST_STATUS);
  for (const { length } of namesAtStart(words, declared)) {
    const behind = words.slice(length);
    const reading = readStatus(words.slice(0, length), declared);
    if (reading && BEHIND_STATUS.test(behind) && !isTimeOfYear(words.slice(0, length), behind)) {
      return { span: { start, end: start + length }, reading };
    }
  }
  return undefined;
}

/** Length from which words are too long to be a status, in UTF-16 units. */
export const LONGEST_STATUS = 80;

const LONGEST_LEAD = 20;

/** Where the letters and digits behind a place begin; -1 where a sign is before them that parts a name from a status. */
function endOfLead(text: string, place: number): number {
  let at = place;
  const limit = Math.min(text.length, place + LONGEST_LEAD);
  for (; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code > LAST_ASCII) {
      const lead = LEAD.exec(text.slice(place, limit))?.[0] ?? '';
      return /[:–—(]/.test(lead) ? -1 : place + lead.length;
    }
    if (isAsciiWord(code)) {
      break;
    }
    if (code === COLON || code === OPENING_BRACKET) {
      return -1;
    }
  }
  return at;
}

const LEAD = /^[^\p{L}\p{N}]*/u;
const LAST_ASCII = 0x7f;
const COLON = 58;
const OPENING_BRACKET = 40;

/** The statuses' ids and names that words begin with, the longest name first, and how long each is as it is written. */
function namesAtStart(
  words: string,
  declared: readonly StatusDefinition[],
): readonly { readonly name: string; readonly length: number }[] {
  const found: { name: string; length: number }[] = [];
  const first = lowerAscii(words.charCodeAt(0));
  const add = (name: string): void => {
    // A character that is not ASCII may fold to one that is.
    if (lowerAscii(name.charCodeAt(0)) !== first && first <= LAST_ASCII && name.charCodeAt(0) <= LAST_ASCII) {
      return;
    }
    const length = lengthOfName(words, name);
    if (length > 0) {
      found.push({ name, length });
    }
  };
  for (const { status, names } of statusesOf(declared)) {
    add(status);
    for (const name of names) {
      add(name);
    }
  }
  return found.length > 1 ? found.sort((a, b) => b.name.length - a.name.length) : found;
}

/** How much of the words is the name, in any case and with any dash or space between its words; 0 where it is none. */
function lengthOfName(words: string, name: string): number {
  let at = 0;
  for (let index = 0; index < name.length; index++) {
    const wanted = lowerAscii(name.charCodeAt(index));
    if (wanted === HYPHEN || wanted === SPACE) {
      const start = at;
      while (isSeparator(words.charCodeAt(at))) {
        at++;
      }
      if (words.charCodeAt(at) > LAST_ASCII || !isAsciiWord(name.charCodeAt(index + 1))) {
        return lengthByPattern(words, name);
      }
      if (at === start) {
        return 0;
      }
      continue;
    }
    const code = lowerAscii(words.charCodeAt(at));
    if (!isAsciiWord(wanted) || code > LAST_ASCII) {
      return lengthByPattern(words, name);
    }
    if (code !== wanted) {
      return 0;
    }
    at++;
  }
  const behind = words.charCodeAt(at);
  return behind > LAST_ASCII ? lengthByPattern(words, name) : isAsciiWord(behind) ? 0 : at;
}

/** The same for names and words of any letters. */
function lengthByPattern(words: string, name: string): number {
  return new RegExp(`^${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu').exec(words)?.[0].length ?? 0;
}

const HYPHEN = 45;
const SPACE = 32;

/** White space of ASCII, and the hyphen. */
function isSeparator(code: number): boolean {
  return code === SPACE || code === HYPHEN || (code >= 9 && code <= 13);
}

function lowerAscii(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
}

const BEHIND_STATUS = /^\s*(?:$|[;,.:()–—\n]|-\s|(?:on|at|since|from|because|due to|in(?!\s+part))(?!\p{L})|\d)/iu;

function isTimeOfYear(name: string, behind: string): boolean {
  return /^late$/i.test(name) && /^\s*\d/.test(behind);
}

function escaped(name: string): string {
  return name.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/[\s-]+/g, '[\\s‐-―-]+');
}

import type { Span } from '../model/span';
import { type StatusDefinition, type StatusReading, statusesOf } from '../model/status';
import { trimPart } from './fields';
import { nearestName } from './nearest-name';
import { findPlaceholders } from './placeholders';
import { LONGEST_STATUS, statusAt } from './status-words';

/** A line that names something and says how it stands. Spans are offsets into the line. */
export interface StatusLine {
  /** What is named: "6.1" or a title. */
  readonly name: Span;
  /** The status; `reading` is undefined where words in its place name none. Absent where nothing stands there. */
  readonly status?: { readonly span: Span; readonly reading: StatusReading | undefined };
  /** What stands behind the status, or behind the name where there is no status. */
  readonly details: Span;
}

/**
 * Reads "6.1 Blueprint for partnerships: delivered (14 May 2024)" or "Blueprint for partnerships – delayed". The status
 * stands behind a colon, dash or opening bracket, or directly behind an id; of several places the first that holds a
 * status counts.
 *
 * @param text the line, with spaces for whatever is no text
 * @param isId whether a word such as "6.1" is an id
 * @param declared the statuses of the report's roadmaps
 */
export function readStatusLine(
  text: string,
  isId: (word: string) => boolean,
  declared: readonly StatusDefinition[],
): StatusLine {
  const id = idAtStart(text, isId);
  const from = id?.end ?? 0;
  const places = [...(id ? [from] : []), ...placesForStatus(text, from)];
  for (const place of places) {
    const found = statusAt(text, place, declared);
    if (found) {
      const name = id ?? nameBefore(text, place);
      return { name, status: found, details: { start: found.span.end, end: text.length } };
    }
  }
  const attempt = attemptAtStatus(text, places[places.length - 1], declared);
  if (attempt) {
    const name = id ?? nameBefore(text, attempt.start);
    return { name, status: { span: attempt, reading: undefined }, details: { start: attempt.end, end: text.length } };
  }
  return { name: id ?? nameBefore(text, text.length), details: { start: text.length, end: text.length } };
}

/** "6.1", "C1", "12": what an id may look like, at the start of a line or behind "Deliverable". */
const ID_AT_START = /^\s*(?:deliverable\s+)?(\p{L}{0,3}\d+(?:\.\d+)*\p{Ll}?)(?=[\s:.,)(–—-]|$)/iu;

/** Any word there, which is an id where the roadmap has it: "A.3". */
const WORD_AT_START = /^\s*(?:deliverable\s+)?([^\s:,;()]+)/iu;

function idAtStart(text: string, isId: (word: string) => boolean): Span | undefined {
  const first = WORD_AT_START.exec(text);
  const match = first?.[1] !== undefined && isId(first[1]) ? first : ID_AT_START.exec(text);
  const word = match?.[1];
  if (!match || word === undefined) {
    return undefined;
  }
  const start = match[0].length - word.length;
  // A number with a point in it, or with a colon behind it, is meant as an id though nobody knows it.
  const looksLikeOne = /\.\d/.test(word) || /^\s*:/.test(text.slice(match[0].length));
  return isId(word) || looksLikeOne ? { start, end: start + word.length } : undefined;
}

/** Offsets behind each sign that a status can follow. */
function placesForStatus(text: string, from: number): number[] {
  return [...text.slice(from).matchAll(/[:–—(]|\s-\s/g)].map((match) => from + match.index + match[0].length);
}

/** A single word in lower case behind the last sign, words that are nearly a status, or what waits for one. */
function attemptAtStatus(
  text: string,
  place: number | undefined,
  declared: readonly StatusDefinition[],
): Span | undefined {
  if (place === undefined) {
    return undefined;
  }
  const end = /[;,(]|$/.exec(text.slice(place))?.index ?? 0;
  const part = trimPart(text, { start: place, end: place + end });
  const words = text.slice(part.start, part.end).replace(/[.)]$/, '');
  return words !== '' && (/^\p{Ll}+$/u.test(words) || isNearlyStatus(words, declared) || isPlaceholder(words))
    ? { start: part.start, end: part.start + words.length }
    : undefined;
}

function isNearlyStatus(words: string, declared: readonly StatusDefinition[]): boolean {
  const names = statusesOf(declared).flatMap((status) => [status.status, ...status.names]);
  return words.length < LONGEST_STATUS && nearestName(words, names) !== undefined;
}

function isPlaceholder(words: string): boolean {
  return findPlaceholders(words).some(({ start, end }) => start === 0 && end === words.length);
}

function nameBefore(text: string, place: number): Span {
  const part = trimPart(text, { start: 0, end: place });
  const closing = /[\s:–—(.;-]*$/.exec(text.slice(part.start, part.end))?.[0].length ?? 0;
  return { start: part.start, end: Math.max(part.start, part.end - closing) };
}

import type { PolicyDate } from '../model/date';
import type { Span } from '../model/span';
import { isLetterOrPlainDigitBefore, isPlainDigitAt } from './characters';
import { isJoint, isTight, pointAt } from './date-points';
import { type Impossible, type Joint, type PhraseParts, readPhrase } from './date-readings';
import { type DatePoint, type DateScan, isWord, isYear } from './date-scan';
import { PREFIXES, type PrefixEffect, type TokenKind } from './date-vocabulary';

/** A date as the words of a text give it, before it is known what year it is in. */
export interface DatePhrase extends PhraseParts, Span {
  /** Index of the first token, and of the one behind the last. */
  readonly first: number;
  readonly next: number;
  /** What it comes to without the rest of the text; where it names no year, its sentence can name one. */
  readonly reading: PolicyDate | Impossible;
}

/**
 * The longest date that begins at the token, its prefix included. In prose a span that ends before it begins is read as
 * two dates; in a field it is impossible.
 */
export function phraseAt(scan: DateScan, at: number): DatePhrase | undefined {
  const prefix = prefixAt(scan, at);
  const effect = prefix?.effect ?? 'plain';
  if (effect === 'in' && !isYear(scan, scan.tokens[at + 1])) {
    return undefined;
  }
  // In prose "the latest 2024 figures" is no deadline.
  if (prefix?.next === at + 1 && isLatest(scan, at) && !scan.field) {
    return undefined;
  }
  const list = listAt(scan, prefix ? behindArticles(scan, prefix.next, effect) : at, effect);
  if (!list) {
    return undefined;
  }
  for (let count = list.points.length; count > 0; count--) {
    const isAll = count === list.points.length;
    const points = isAll ? list.points : list.points.slice(0, count);
    const joints = isAll ? list.joints : list.joints.slice(0, count - 1);
    const phrase =
      isCoherent(points, joints, effect) &&
      phraseOf(scan, at, { points, joints: count > 1 ? joints.map(toJoint) : NO_JOINTS, effect });
    if (phrase) {
      return phrase;
    }
  }
  return undefined;
}

const NO_JOINTS: readonly Joint[] = Object.freeze([]);

function isLatest(scan: DateScan, at: number): boolean {
  return scan.tokens[at]?.word === 'latest';
}

/** How two points are joined, as written. */
type WrittenJoint = 'comma' | 'list' | 'dash' | 'slash' | 'to';

/** More dates than this are no list that anybody writes; the bound keeps the time for a text in proportion to its length. */
const LONGEST_LIST = 8;

function toJoint(joint: WrittenJoint): Joint {
  return isRange(joint) ? 'range' : 'list';
}

function isRange(joint: WrittenJoint | undefined): boolean {
  return joint === 'dash' || joint === 'slash' || joint === 'to';
}

function phraseOf(scan: DateScan, at: number, parts: PhraseParts): DatePhrase | undefined {
  const last = parts.points.at(-1);
  const first = scan.tokens[at];
  if (!last || !first) {
    return undefined;
  }
  // EDTF with an open end: ../2024-06-30 and 2024-06-30/..
  const opens = isBehindOpenEnd(scan.text, first.start);
  const closes = scan.text.startsWith('/..', last.end) && scan.text.charAt(last.end + 3) !== '/';
  if ((opens || closes) && (parts.points.length > 1 || parts.effect !== 'plain')) {
    return undefined;
  }
  const start = opens ? first.start - 3 : ((parts.effect === 'plain' ? parts.points[0] : first) ?? first).start;
  const end = closes
    ? { next: last.next, end: last.end + 3, effect: 'earliest' as const }
    : lastWords(scan, last, opens ? 'latest' : parts.effect);
  const effect = end.effect;
  if (isCutOff(scan.text, end.end)) {
    return undefined;
  }
  const { points, joints } = parts;
  const reading = readPhrase(scan, effect === parts.effect ? parts : { points, joints, effect }, undefined);
  const isKept =
    !('impossible' in reading) || reading.impossible === 'day' || (reading.impossible === 'order' && scan.field);
  return isKept ? { points, joints, effect, first: at, next: end.next, start, end: end.end, reading } : undefined;
}

/** Whether "../" stands before the offset, and nothing that it could be part of. */
function isBehindOpenEnd(text: string, at: number): boolean {
  if (text.charAt(at - 1) !== '/' || !text.startsWith('../', at - 3)) {
    return false;
  }
  const before = text.charAt(at - 4);
  return before !== '.' && before !== '/' && !isLetterOrPlainDigitBefore(before, 1);
}

/** Whether a date goes on as something else: 2024-based, 2024/1260, 2024-2025-2026. */
function isCutOff(text: string, at: number): boolean {
  switch (text.charAt(at)) {
    case '-':
      return isLetterOrPlainDigitBefore(text.charAt(at + 1), 1);
    case '/':
      return isPlainDigitAt(text, at + 1);
    case '@':
      return true;
    default:
      return false;
  }
}

/** "Onwards" and "at the latest" behind a date. */
function lastWords(
  scan: DateScan,
  last: DatePoint,
  effect: PhraseParts['effect'],
): { next: number; end: number; effect: PhraseParts['effect'] } {
  const at = last.next;
  if (at >= scan.tokens.length) {
    return { next: at, end: last.end, effect };
  }
  const close = (next: number, changed: PhraseParts['effect']) => ({
    next,
    end: scan.tokens[next - 1]?.end ?? last.end,
    effect: changed,
  });
  if (isWord(scan, at, 'onwards', 'onward')) {
    return close(at + 1, 'earliest');
  }
  const isOpen = effect === 'plain' || effect === 'latest' || effect === 'in';
  const comma = scan.tokens[at]?.gap === 'comma' && scan.tokens[at]?.word === 'at';
  if (isOpen && (isWord(scan, at, 'at') || comma)) {
    const latest = isWord(scan, at + 1, 'the') ? at + 2 : at + 1;
    return isWord(scan, latest, 'latest') ? close(latest + 1, 'latest') : { next: at, end: last.end, effect };
  }
  if (isOpen && scan.field && isWord(scan, at, 'latest')) {
    return close(at + 1, 'latest');
  }
  return { next: at, end: last.end, effect };
}

const PREFIXES_BY_FIRST_WORD = byFirstWord();

function byFirstWord(): ReadonlyMap<string, readonly { words: readonly string[]; effect: PrefixEffect }[]> {
  const groups = new Map<string, { words: readonly string[]; effect: PrefixEffect }[]>();
  const longestFirst = [...PREFIXES].sort(([a], [b]) => b.length - a.length);
  for (const [phrase, effect] of longestFirst) {
    const [first = '', ...words] = phrase.split(' ');
    groups.set(first, [...(groups.get(first) ?? []), { words, effect }]);
  }
  return groups;
}

/** The longest prefix that begins at the token. */
function prefixAt(scan: DateScan, at: number): { effect: PrefixEffect; next: number } | undefined {
  const token = scan.tokens[at];
  const prefixes = token?.kind === 'word' ? PREFIXES_BY_FIRST_WORD.get(token.word) : undefined;
  return prefixes === undefined ? undefined : longestPrefixOf(prefixes, scan, at);
}

function longestPrefixOf(
  prefixes: readonly { readonly words: readonly string[]; readonly effect: PrefixEffect }[],
  scan: DateScan,
  at: number,
): { effect: PrefixEffect; next: number } | undefined {
  for (const { words, effect } of prefixes) {
    if (words.every((word, index) => isWord(scan, at + 1 + index, word))) {
      return { effect, next: at + 1 + words.length };
    }
  }
  return undefined;
}

/** Behind "the", "the months of", "the period" and the like, which say nothing about the bounds. */
function behindArticles(scan: DateScan, at: number, effect: PrefixEffect | 'plain'): number {
  let next = at;
  for (let step = 0; step < LONGEST_ARTICLES && effect !== 'in'; step++) {
    if (isWord(scan, next, 'month', 'months', 'period') && isWord(scan, next + 1, 'of')) {
      next += 2;
    } else if (isWord(scan, next, 'the', 'on', 'in', 'period', 'both')) {
      next++;
    }
  }
  return next;
}

const LONGEST_ARTICLES = 4;

/** The dates from the token on, as long as something joins them; undefined where there is none. */
function listAt(
  scan: DateScan,
  at: number,
  effect: PhraseParts['effect'],
): { points: readonly DatePoint[]; joints: readonly WrittenJoint[] } | undefined {
  const isBehindWord = effect !== 'plain' && scan.tokens[at]?.gap !== 'space';
  let point = isBehindWord ? undefined : pointAt(scan, at, scan.field);
  if (!point) {
    return undefined;
  }
  const points: DatePoint[] = [];
  const joints: WrittenJoint[] = [];
  while (point) {
    points.push(point);
    const joint: FoundJoint | undefined = points.length < LONGEST_LIST ? jointAt(scan, point, effect) : undefined;
    // A chain of spans (2024-2025-2026) is a number.
    const isChain: boolean = joint !== undefined && isRange(joint.kind) && isRange(joints.at(-1));
    const next: DatePoint | undefined =
      joint && !isChain ? (shortYearAt(scan, point, joint) ?? nextPoint(scan, point, joint.next)) : undefined;
    if (!joint || !next) {
      break;
    }
    joints.push(joint.kind);
    point = next;
  }
  return { points, joints };
}

/** The point behind a joint; a day of "June 3-5, 2024" can have its year behind it. */
function nextPoint(scan: DateScan, left: DatePoint, at: number): DatePoint | undefined {
  const point = pointAt(scan, at, true);
  if (!left.monthFirst || point?.kind !== 'day' || point.month !== undefined) {
    return point;
  }
  const year = scan.tokens[point.next];
  const hasYear = isYear(scan, year) && (year.gap === 'comma' || year.gap === 'space');
  const monthFirst = { ...point, monthFirst: true };
  return hasYear ? { ...monthFirst, year: year.value, next: point.next + 1, end: year.end } : monthFirst;
}

/** A joint and the index of the token behind it. */
interface FoundJoint {
  readonly kind: WrittenJoint;
  readonly next: number;
}

function jointAt(scan: DateScan, left: DatePoint, effect: PhraseParts['effect']): FoundJoint | undefined {
  const at = left.next;
  const token = scan.tokens[at];
  const isOpenSpan = effect === 'earliest' || effect === 'since' || effect === 'between';
  if (isOpenSpan && isWord(scan, at, 'until', 'till', 'through', 'up')) {
    const to = isWord(scan, at, 'up') && isWord(scan, at + 1, 'to') ? at + 2 : at + 1;
    return { kind: 'to', next: behindThe(scan, to) };
  }
  if (!token || !isJoint(scan, at)) {
    return undefined;
  }
  if (token.word === 'and' || token.word === 'or') {
    const or = scan.tokens[at + 1]?.word === 'or' && scan.tokens[at + 1]?.gap === 'slash' ? at + 2 : at + 1;
    const next = LISTED_WITH_ARTICLE.includes(scan.tokens[or + 1]?.kind ?? 'word') ? behindThe(scan, or) : or;
    const kind = effect === 'between' && token.word === 'and' ? 'to' : 'list';
    return scan.tokens[next]?.gap === 'space' ? { kind, next } : undefined;
  }
  if (token.word === 'to') {
    const next = behindThe(scan, at + 1);
    return scan.tokens[next]?.gap === 'space' ? { kind: 'to', next } : undefined;
  }
  switch (token.gap) {
    case 'comma':
      return isListGoingOn(scan, left) ? { kind: 'comma', next: at } : undefined;
    case 'dash':
    case 'slash':
      return { kind: token.gap, next: at };
    default:
      return { kind: 'list', next: at };
  }
}

/** Whether a list with commas comes to an "and", or to the month of its days ("17, 18 July"); cheap to know beforehand. */
function isListGoingOn(scan: DateScan, left: DatePoint): boolean {
  const isBareDay = left.kind === 'day' && left.month === undefined;
  for (let next = left.next; next < left.next + FURTHEST_AND; next++) {
    const token = scan.tokens[next];
    if (!token || token.gap === 'other') {
      return false;
    }
    if (
      token.word === 'and' ||
      token.word === 'or' ||
      token.gap === 'ampersand' ||
      (isBareDay && token.kind === 'month')
    ) {
      return true;
    }
  }
  return false;
}

/** Tokens of a list: "1 June 2024, 2 June 2024, …". */
const FURTHEST_AND = 16;

/** "The first and the second quarter", "between the spring and the autumn"; not "2021-2025 and the years 2024 and 2025". */
const LISTED_WITH_ARTICLE: readonly TokenKind[] = ['ordinal', 'part', 'season', 'number'];

function behindThe(scan: DateScan, at: number): number {
  return isWord(scan, at, 'the') ? at + 1 : at;
}

/** "27" in "2021-27", "25" in "2024/25". */
function shortYearAt(scan: DateScan, left: DatePoint, joint: FoundJoint): DatePoint | undefined {
  const token = scan.tokens[joint.next];
  if (!left.plain || left.year === undefined || token?.kind !== 'number' || token.word.length !== 2) {
    return undefined;
  }
  if (!isTight(scan, joint.next) || (joint.kind !== 'dash' && joint.kind !== 'slash')) {
    return undefined;
  }
  const year = left.year - (left.year % 100) + token.value;
  const follows = joint.kind === 'slash' ? year === left.year + 1 : year > left.year;
  return follows
    ? { kind: 'year', year, plain: true, start: token.start, end: token.end, next: joint.next + 1 }
    : undefined;
}

/** Whether points and joints make one date, as far as their kinds tell. */
function isCoherent(
  points: readonly DatePoint[],
  joints: readonly WrittenJoint[],
  effect: PhraseParts['effect'],
): boolean {
  if (effect === 'in' && !points.every((point) => point.plain)) {
    return false;
  }
  const last = points.at(-1);
  const isLacking =
    last?.kind === 'ordinal' || last?.kind === 'part' || (last?.kind === 'day' && last.month === undefined);
  if (isLacking && !points[0]?.monthFirst) {
    return false;
  }
  if (effect === 'between' && (joints.length !== 1 || joints[0] === 'list' || joints[0] === 'comma')) {
    return false;
  }
  return joints.every((joint, index) => {
    const [left, right] = [points[index], points[index + 1]];
    if (!left || !right) {
      return false;
    }
    const isListed = !isRange(joint);
    if (joint === 'comma' && !joints.includes('list', index) && !(left.kind === 'day' && left.month === undefined)) {
      return false;
    }
    return isListed ? isAlike(left, right) : isAlike(left, right) || canSpan(left, right, joint, effect);
  });
}

function isAlike(left: DatePoint, right: DatePoint): boolean {
  if (left.kind === 'part') {
    return right.part !== undefined;
  }
  if (left.kind === 'ordinal') {
    return right.kind === 'ordinal' || right.kind === 'quarter' || right.kind === 'half' || right.kind === 'week';
  }
  return left.kind === right.kind && (left.part === undefined) === (right.part === undefined);
}

/** Whether a span can join two kinds: with a dash only where neither is a bare year, which could be part of a title. */
function canSpan(left: DatePoint, right: DatePoint, joint: WrittenJoint, effect: PhraseParts['effect']): boolean {
  const isIncomplete = [left, right].some((each) => each.kind === 'part' || each.kind === 'ordinal');
  const isBareDay = [left, right].some((each) => each.kind === 'day' && each.month === undefined);
  if (isIncomplete || isBareDay) {
    return false;
  }
  return joint === 'to' ? effect !== 'plain' || (!left.plain && !right.plain) : !left.plain && !right.plain;
}

import { actionOf, deliverablesOf, type Roadmap } from '../model/roadmap';
import type { Span } from '../model/span';
import { behindSpace, classAt, isLetterOrDigitAt, LETTER } from './characters';
import { matchAt, matchesApart } from './match-at';

/** An action that a text names by its number: behind a label ("Action 6") or qualified ("eu-drugs-2023:6"). */
export interface ActionNumber extends ResolvedAction {
  /** The number alone; for an action in the middle of "4-9" the whole "4-9". Offsets into the text. */
  readonly number: Span;
  /** The number with the label or roadmap before it, where it is the first behind one; else the number. */
  readonly whole: Span;
  /** The whole list that it stands in, from the first label to the last number, a qualification in brackets included. */
  readonly list: Span;
}

/** What a number stands for. */
export interface ResolvedAction {
  /** The roadmap that has the action, or the only one, or the one that the number is qualified with. */
  readonly roadmap: string | undefined;
  /** The id as the roadmap spells it; as the text spells it where no roadmap has it. */
  readonly action: string;
  /** Whether `roadmap`, or each of `candidates`, has the action. */
  readonly known: boolean;
  /** Roadmaps that have the action, where there are several and nothing decides. */
  readonly candidates: readonly string[];
}

/** Finds numbers of actions; made once for a set of roadmaps. */
export interface ActionNumberScanner {
  /** All numbers behind labels and roadmap ids in a text, in order. */
  scan(text: string): readonly ActionNumber[];
  /** The list of numbers that starts at `at` without a label, where there is one. */
  scanList(text: string, at: number): readonly ActionNumber[];
  /** What one id stands for; `roadmap` is the id of the roadmap that it belongs to, where that is known. */
  resolve(id: string, roadmap?: string): ResolvedAction;
}

/**
 * A scanner for these roadmaps. Labels are theirs ("Action" where there is no roadmap), each with and without a plural
 * "s", whatever their case. An id is one of theirs or looks like one ("6", "5a", "A.3"). A number that looks like a year
 * and is no id, a fraction or an act ("Joint Action 97/827/JHA") is none. Linear in the length of a text.
 */
export function createActionNumberScanner(roadmaps: readonly Roadmap[]): ActionNumberScanner {
  const patterns = patternsFor(roadmaps);
  const resolve = (id: string, roadmap?: string) => resolveAction(roadmaps, id, roadmap);
  const scanList = (text: string, at: number) => toActionNumbers(readList(text, at, true, patterns), at, roadmaps);
  return {
    resolve,
    scanList,
    scan: (text) => {
      const openings = patterns.hasDigits && !DIGIT.test(text) ? [] : matchesApart(patterns.opening, text);
      if (openings.length === 0) {
        return NONE;
      }
      const found: ActionNumber[] = [];
      for (const opening of openings) {
        const start = opening.index;
        if (start < (found.at(-1)?.list.end ?? 0)) {
          continue;
        }
        const { plural, label, roadmap } = opening.groups ?? {};
        const at = start + opening[0].length;
        const list = readList(text, at, plural !== undefined, patterns);
        const withRoadmap = roadmap === undefined ? list : { ...list, roadmap: roadmapNamed(roadmap, roadmaps) };
        found.push(...toActionNumbers(withRoadmap, start, roadmaps, withLabel(label, roadmaps)));
      }
      return found;
    },
  };
}

const NONE: readonly ActionNumber[] = Object.freeze([]);

const DIGIT = /\d/;

/** A number in a list, or two that are the ends of a stretch ("4-9"). */
type ListItem = { readonly first: Span; readonly last?: Span };

interface NumberList {
  readonly text: string;
  readonly items: readonly ListItem[];
  readonly end: number;
  /** The roadmap that the list is qualified with. */
  readonly roadmap?: string | undefined;
}

interface Patterns {
  /** A label or a roadmap's id with what stands between it and the number, at the beginning of a word. */
  readonly opening: RegExp;
  /** Whether every id has a digit. */
  readonly hasDigits: boolean;
  /** An id at a place. */
  readonly id: RegExp;
  /** "(eu-drugs-2023)" at a place; undefined where there is no roadmap. */
  readonly qualification: RegExp | undefined;
  readonly roadmaps: readonly Roadmap[];
}

const LAST_SEPARATOR = /\s{1,3}(?:and|or|&|as well as|und|et|en|e|y|och|og)\s{1,3}/uy;
const SEPARATOR = /\s?[,;]\s{0,3}/uy;
const SLASH = /\//uy;
const CLOSE_STRETCH = /[-‐‑–—]|\s{1,3}(?:to|through|bis|à)\s{1,3}/uy;
const WIDE_STRETCH = /\s{0,3}[-‐‑–—]\s{0,3}/uy;
const BRACKETED_ID = /\s{0,3}\(\s*([^()\s]{1,80})\s*\)/uy;

/** What makes a number that continues a list a date or a quantity of its own. */
const QUANTITY =
  /\s{0,3}(?:%|[€$£]|(?:EUR|USD|GBP)\s|(?:jan|febr)uary|march|april|may\b|june|july|august|(?:sept|nov|dec)ember|october|(?:m|b)illion|per ?cent|(?:days|weeks|months|years|hours|tonnes|kg|km)\b)/iuy;

/** Words that can stand behind a number that continues a list behind a label in the singular. */
const WORD_BEHIND_LIST = /(?:and|or|to|is|are|was|were|has|have|had|will|should|in|on|of|under|by|und|et)/iuy;

function patternsFor(roadmaps: readonly Roadmap[]): Patterns {
  const labels = unique(roadmaps.flatMap((roadmap) => roadmap.labels));
  const words = (labels.length === 0 ? ['Action'] : labels).map(withAnySpace).join('|');
  const named = unique(roadmaps.map((roadmap) => roadmap.id));
  const byRoadmap = named.length === 0 ? '' : `|(?<roadmap>${named.map(escapeRegExp).join('|')})\\s?:\\s?`;
  const ids = unique(roadmaps.flatMap((roadmap) => roadmap.actions.map((action) => action.id)));
  const lettered = ids.some((id) => /^\p{L}/u.test(id));
  const guess = `(?:\\p{Lu}{1,3}[.]${lettered ? '?' : ''})?\\d{1,4}(?:\\.\\d{1,3}){0,3}\\p{L}?`;
  const alternatives = [...ids].sort((a, b) => b.length - a.length).map(escapeRegExp);
  return {
    opening: new RegExp(
      `(?<![_-])(?:(?<label>${words})(?<plural>s)?[\\s*_]{1,10}(?:(?:no|nr|n°|#)\\.?\\s{0,3})?${byRoadmap})`,
      'giu',
    ),
    id: new RegExp(`(?:${[...alternatives, guess].join('|')})(?![\\p{L}\\p{Nd}_]|\\.\\d|-\\p{Ll})`, 'uy'),
    hasDigits: ids.every((id) => DIGIT.test(id)),
    qualification: named.length === 0 ? undefined : BRACKETED_ID,
    roadmaps,
  };
}

function readList(text: string, at: number, plural: boolean, patterns: Patterns): NumberList {
  const items: ListItem[] = [];
  const isContinuation = (id: Span) =>
    !isAt(QUANTITY, text, id.end) &&
    (plural || goesOnBehindList(text, id.end)) &&
    !isYear(text.slice(id.start, id.end));
  let position = at;
  let closed = false;
  for (;;) {
    const first = readId(text, position, patterns);
    if (
      !first ||
      (items.length > 0 && !isContinuation(first)) ||
      (items.length === 0 && !mayStart(text, first, patterns))
    ) {
      break;
    }
    const stretch =
      endOf(plural ? WIDE_STRETCH : CLOSE_STRETCH, text, first.end) ?? endOf(CLOSE_STRETCH, text, first.end);
    const last = stretch === undefined ? undefined : readId(text, stretch, patterns);
    const item = last && isContinuation(last) ? { first, last } : { first };
    items.push(item);
    const end = item.last?.end ?? first.end;
    const comma = closed ? undefined : endOf(SEPARATOR, text, end);
    const word = endOf(LAST_SEPARATOR, text, comma === undefined ? end : comma - 1);
    closed = closed || word !== undefined;
    const slash = plural ? endOf(SLASH, text, end) : undefined;
    const next = word ?? comma ?? slash;
    if (next === undefined) {
      break;
    }
    position = next;
  }
  const last = items.at(-1);
  const end = last?.last?.end ?? last?.first.end ?? at;
  if (text.charAt(end) === '/' && isLetterOrDigitAt(text, end + 1)) {
    // "97/827/JHA"
    return { text, items: [], end };
  }
  return withQualification({ text, items, end }, patterns);
}

/** Whether a sentence goes on with a sign or one of a few words, so that the number before is the list's last one. */
function goesOnBehindList(text: string, at: number): boolean {
  const start = behindSpace(text, at);
  if (start === text.length || !isLetterOrDigitAt(text, start)) {
    return true;
  }
  const end = endOf(WORD_BEHIND_LIST, text, start);
  return end !== undefined && (classAt(text, end) & LETTER) === 0;
}

function withQualification(list: NumberList, { qualification, roadmaps }: Patterns): NumberList {
  if (!qualification || list.items.length === 0) {
    return list;
  }
  const match = matchAt(qualification, list.text, list.end);
  const roadmap = match?.[1] === undefined ? undefined : roadmapNamed(match[1], roadmaps);
  return match && roadmap !== undefined ? { ...list, end: list.end + match[0].length, roadmap } : list;
}

function toActionNumbers(
  list: NumberList,
  start: number,
  roadmaps: readonly Roadmap[],
  labelled: readonly Roadmap[] = roadmaps,
): ActionNumber[] {
  const whole = { start, end: list.end };
  const spell = (span: Span) => list.text.slice(span.start, span.end);
  const resolve = (span: Span) => {
    const id = spell(span);
    const byLabel = list.roadmap === undefined && labelled.some((one) => findActionId(one, id) !== undefined);
    return { ...resolveAction(byLabel ? labelled : roadmaps, id, list.roadmap), number: span };
  };
  return list.items
    .flatMap(({ first, last }) => {
      const from = resolve(first);
      const to = last && resolve(last);
      return to ? [from, ...between(from, to, roadmaps), to] : [from];
    })
    .map((found, index) => ({
      ...found,
      number: withoutDeliverable(found.number, found.action, list.text),
      whole: index === 0 ? { start, end: found.number.end } : found.number,
      list: whole,
    }));
}

/** The roadmaps that name their actions so: "Measure 1" is none of a roadmap with actions only. */
function withLabel(label: string | undefined, roadmaps: readonly Roadmap[]): readonly Roadmap[] {
  const plain = (text: string) => text.replace(/\s+/g, ' ').toLowerCase();
  return label === undefined
    ? roadmaps
    : roadmaps.filter((roadmap) => roadmap.labels.some((one) => plain(one) === plain(label)));
}

type Located = ResolvedAction & { readonly number: Span };

/** The actions between the two ends of "4-9", in the roadmap's order; none where an end is unknown. */
function between(from: Located, to: Located, roadmaps: readonly Roadmap[]): Located[] {
  const owner = from.roadmap ?? to.roadmap ?? from.candidates[0];
  const ids = roadmaps.find((roadmap) => roadmap.id === owner)?.actions.map((action) => action.id) ?? [];
  const [a, b] = [ids.indexOf(from.action), ids.indexOf(to.action)];
  if (a < 0 || b < 0) {
    return [];
  }
  const number = { start: from.number.start, end: to.number.end };
  return ids.slice(Math.min(a, b) + 1, Math.max(a, b)).map((id) => ({
    ...resolveAction(roadmaps, id, from.roadmap),
    number,
  }));
}

function resolveAction(roadmaps: readonly Roadmap[], id: string, owner: string | undefined): ResolvedAction {
  const possible = owner === undefined ? roadmaps : roadmaps.filter((roadmap) => roadmap.id === owner);
  const holders = possible.flatMap((roadmap) => {
    const action = findActionId(roadmap, id);
    return action === undefined ? [] : [{ roadmap: roadmap.id, action }];
  });
  const [first, second] = holders;
  if (!first) {
    return { roadmap: possible.length === 1 ? possible[0]?.id : undefined, action: id, known: false, candidates: [] };
  }
  return second
    ? { roadmap: undefined, action: first.action, known: true, candidates: holders.map((holder) => holder.roadmap) }
    : { ...first, known: true, candidates: [] };
}

/** The action with this id, else with it in other case, else the one whose deliverable has it. */
function findActionId(roadmap: Roadmap, id: string): string | undefined {
  const folded = id.toLowerCase();
  return (
    actionOf(roadmap, id)?.id ??
    roadmap.actions.find((action) => action.id.toLowerCase() === folded)?.id ??
    deliverablesOf(roadmap).find((deliverable) => deliverable.id === id)?.action
  );
}

/** Of "6.1" the part that is the action's. */
function withoutDeliverable(number: Span, action: string, text: string): Span {
  return text.startsWith(`${action}.`, number.start) && number.end > number.start + action.length
    ? { start: number.start, end: number.start + action.length }
    : number;
}

function readId(text: string, at: number, { id }: Patterns): Span | undefined {
  const end = endOf(id, text, at);
  return end === undefined ? undefined : { start: at, end };
}

/** A first number that looks like a year or a term ("5G", "3D") has to be an id. */
function mayStart(text: string, span: Span, { roadmaps }: Patterns): boolean {
  const id = text.slice(span.start, span.end);
  return !(isYear(id) || /\d\p{Lu}$/u.test(id)) || roadmaps.some((roadmap) => findActionId(roadmap, id) !== undefined);
}

function isYear(id: string): boolean {
  return /^(?:19|20)\d\d$/.test(id);
}

function roadmapNamed(id: string, roadmaps: readonly Roadmap[]): string | undefined {
  return roadmaps.find((roadmap) => roadmap.id.toLowerCase() === id.toLowerCase())?.id;
}

function isAt(sticky: RegExp, text: string, at: number): boolean {
  return endOf(sticky, text, at) !== undefined;
}

/** Where the match of a sticky expression at a place ends. */
function endOf(sticky: RegExp, text: string, at: number): number | undefined {
  const match = matchAt(sticky, text, at);
  return match ? at + match[0].length : undefined;
}

function withAnySpace(label: string): string {
  return label.trim().split(/\s+/).map(escapeRegExp).join('\\s{1,3}');
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text) => text.trim() !== ''))];
}

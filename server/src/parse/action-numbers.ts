import { deliverablesOf, type Roadmap } from '../model/roadmap';
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
  /** Whether its list says which roadmap is meant. */
  readonly isQualified: boolean;
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
  const plans = indexIds(roadmaps);
  const patterns = patternsFor(roadmaps, plans);
  const resolve = (id: string, roadmap?: string) => resolveAction(plans.all, id, roadmap);
  const scanList = (text: string, at: number) => toActionNumbers(readList(text, at, true, patterns), at, plans);
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
        const withRoadmap = roadmap === undefined ? list : { ...list, roadmap: roadmapNamed(roadmap, plans) };
        const labelled = label === undefined ? plans.all : (plans.byLabel.get(plainLabel(label)) ?? []);
        found.push(...toActionNumbers(withRoadmap, start, plans, labelled));
      }
      return found;
    },
  };
}

/** What is known of the ids of roadmaps; made once for a set of them. */
interface Plans {
  readonly all: readonly IndexedRoadmap[];
  /** Those that name their actions so: "Measure 1" is none of a roadmap with actions only. */
  readonly byLabel: ReadonlyMap<string, readonly IndexedRoadmap[]>;
}

interface IndexedRoadmap {
  readonly roadmap: Roadmap;
  /** Actions by their id, and by it in small letters. */
  readonly ids: ReadonlyMap<string, string>;
  readonly foldedIds: ReadonlyMap<string, string>;
  /** Actions by the ids of their deliverables. */
  readonly deliverables: ReadonlyMap<string, string | undefined>;
}

function indexIds(roadmaps: readonly Roadmap[]): Plans {
  const all = roadmaps.map((roadmap) => {
    const { actions } = roadmap;
    return {
      roadmap,
      ids: firstBy(actions.map(({ id }) => [id, id])),
      foldedIds: firstBy(actions.map(({ id }) => [id.toLowerCase(), id])),
      deliverables: firstBy(deliverablesOf(roadmap).map(({ id, action }) => [id, action])),
    };
  });
  const byLabel = new Map<string, IndexedRoadmap[]>();
  for (const one of all) {
    for (const label of new Set(one.roadmap.labels.map(plainLabel))) {
      byLabel.set(label, [...(byLabel.get(label) ?? []), one]);
    }
  }
  return { all, byLabel };
}

/** Of entries with the same key the first. */
function firstBy<T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  return new Map([...entries].reverse());
}

function plainLabel(label: string): string {
  return label.replace(/\s+/g, ' ').toLowerCase();
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
  readonly plans: Plans;
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

function patternsFor(roadmaps: readonly Roadmap[], plans: Plans): Patterns {
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
    plans,
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

function withQualification(list: NumberList, { qualification, plans }: Patterns): NumberList {
  if (!qualification || list.items.length === 0) {
    return list;
  }
  const match = matchAt(qualification, list.text, list.end);
  const roadmap = match?.[1] === undefined ? undefined : roadmapNamed(match[1], plans);
  return match && roadmap !== undefined ? { ...list, end: list.end + match[0].length, roadmap } : list;
}

function toActionNumbers(
  list: NumberList,
  start: number,
  plans: Plans,
  labelled: readonly IndexedRoadmap[] = plans.all,
): ActionNumber[] {
  if (list.items.length === 0) {
    return [];
  }
  const whole = { start, end: list.end };
  const resolve = (span: Span): Located => {
    const id = list.text.slice(span.start, span.end);
    const byLabel = list.roadmap === undefined && labelled.some((one) => findActionId(one, id) !== undefined);
    const resolved = resolveAction(byLabel ? labelled : plans.all, id, list.roadmap);
    return { resolved, number: span };
  };
  const located: Located[] = [];
  for (const { first, last } of list.items) {
    const from = resolve(first);
    located.push(from);
    if (last) {
      const to = resolve(last);
      located.push(...between(from, to, plans), to);
    }
  }
  return located.map(({ resolved, number: span }, index) => {
    const { roadmap, action, known, candidates } = resolved;
    const number = withoutDeliverable(span, action, list.text);
    return {
      roadmap,
      action,
      known,
      candidates,
      number,
      whole: index === 0 ? { start, end: span.end } : span,
      list: whole,
      isQualified: list.roadmap !== undefined,
    };
  });
}

interface Located {
  readonly resolved: ResolvedAction;
  readonly number: Span;
}

/** The actions between the two ends of "4-9", in the roadmap's order; none where an end is unknown. */
function between(from: Located, to: Located, plans: Plans): Located[] {
  const owner = from.resolved.roadmap ?? to.resolved.roadmap ?? from.resolved.candidates[0];
  const its = plans.all.find(({ roadmap }) => roadmap.id === owner);
  const ids = its?.roadmap.actions.map((action) => action.id) ?? [];
  const [a, b] = [ids.indexOf(from.resolved.action), ids.indexOf(to.resolved.action)];
  if (a < 0 || b < 0) {
    return [];
  }
  const number = { start: from.number.start, end: to.number.end };
  return ids.slice(Math.min(a, b) + 1, Math.max(a, b)).map((id) => ({
    resolved: resolveAction(plans.all, id, from.resolved.roadmap),
    number,
  }));
}

function resolveAction(among: readonly IndexedRoadmap[], id: string, owner: string | undefined): ResolvedAction {
  const possible = owner === undefined ? among : among.filter(({ roadmap }) => roadmap.id === owner);
  const holders: { roadmap: string; action: string }[] = [];
  for (const one of possible) {
    const action = findActionId(one, id);
    if (action !== undefined) {
      holders.push({ roadmap: one.roadmap.id, action });
    }
  }
  const [first, second] = holders;
  if (!first) {
    const only = possible.length === 1 ? possible[0]?.roadmap.id : undefined;
    return { roadmap: only, action: id, known: false, candidates: [] };
  }
  return second
    ? { roadmap: undefined, action: first.action, known: true, candidates: holders.map((holder) => holder.roadmap) }
    : { roadmap: first.roadmap, action: first.action, known: true, candidates: [] };
}

/** The action with this id, else with it in other case, else the one whose deliverable has it. */
function findActionId({ ids, foldedIds, deliverables }: IndexedRoadmap, id: string): string | undefined {
  return ids.get(id) ?? foldedIds.get(id.toLowerCase()) ?? deliverables.get(id);
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
function mayStart(text: string, span: Span, { plans }: Patterns): boolean {
  const id = text.slice(span.start, span.end);
  return !(isYear(id) || /\d\p{Lu}$/u.test(id)) || plans.all.some((one) => findActionId(one, id) !== undefined);
}

function isYear(id: string): boolean {
  return /^(?:19|20)\d\d$/.test(id);
}

function roadmapNamed(id: string, { all }: Plans): string | undefined {
  return all.find(({ roadmap }) => roadmap.id.toLowerCase() === id.toLowerCase())?.roadmap.id;
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

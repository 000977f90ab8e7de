import { addDuration, daysBetween, type IsoDay, type PolicyDate } from './date';
import type { DatedItem, DeadlineGroup } from './deadline-plan';
import { isEmptyValue } from './empty-value';
import type { Action, Deliverable, Roadmap } from './roadmap';
import type { StatedEntry, StatedField, StatedFields, StatedItem } from './stated';

/** One deadline of a roadmap, as a report and the reports before it leave it at the as-of date (DESIGN, section 5). */
export interface DeadlineState {
  readonly roadmap: Roadmap;
  /** The action that the deadline belongs to; undefined for a commitment. */
  readonly action: Action | undefined;
  /** What is due: a deliverable, a commitment, or the action itself where it has a deadline of its own. */
  readonly item: Action | Deliverable;
  /** The report's entries on the action, in order; for a commitment those that list it. Empty where there are none. */
  readonly entries: readonly StatedEntry[];
  /** What those entries say about the deliverable or commitment itself. */
  readonly items: readonly StatedItem[];
  /** The roadmap's deadline; of a recurring one the occurrence that counts at the as-of date. */
  readonly planned: PolicyDate;
  /** The deadline that counts: the revised one where there is one, else `planned`. */
  readonly due: PolicyDate;
  /** Whether `due` is a revised deadline, of this report or of one before it. */
  readonly revised: boolean;
  /** Days from the as-of date to the last day of `due`; negative where that has passed, null where there is none. */
  readonly daysLeft: number | null;
  /** Whether it is settled: delivered or dropped. */
  readonly closed: 'delivered' | 'dropped' | undefined;
  readonly overdue: boolean;
  /** Not overdue, not settled, and the last day is near. */
  readonly dueSoon: boolean;
  /** The roadmap's own deadline has passed and it is not settled, whatever a revised deadline says. */
  readonly missed: boolean;
  /** This report says that it is late: by the status "delayed" or by a revised deadline. */
  readonly admitted: boolean;
  /** The reason that this report gives in a field. */
  readonly reason: StatedField<string> | undefined;
  /** A status or completion date of this report that decides here cannot be read, so nothing is certain. */
  readonly unreadable: boolean;
}

/** What one report says about the deadlines of one action, or about one commitment. */
export interface GroupVoice {
  /** Entries on the action, which speak for its deliverables too; a commitment has none. */
  readonly entries: readonly StatedEntry[];
  /** What the report lists of a deliverable or commitment, by the key of a {@link DatedItem}. */
  listed(key: string): readonly ListedItem[];
  /** The date of a report before the one that is checked. */
  readonly day: IsoDay | undefined;
}

/** A deliverable in an entry. */
export interface ListedItem {
  readonly entry: StatedEntry;
  readonly item: StatedItem;
}

/**
 * The state of one deadline, as a report and those before it leave it.
 *
 * @param newestFirst what the report says, then what those before it said; at least one
 */
export function stateOf(
  { roadmap, action }: DeadlineGroup,
  { item, key, due: first, every }: DatedItem,
  newestFirst: readonly GroupVoice[],
  asOf: IsoDay,
  dueSoonDays: number,
): DeadlineState {
  const listed = item === action ? [] : (newestFirst[0]?.listed(key) ?? []);
  const voices = newestFirst.map((voice): Voice => {
    const { entries, day } = voice;
    return { entries, items: item === action ? [] : voice.listed(key).map((one) => one.item), day };
  });
  const { entries = [], items = [] } = voices[0] ?? {};
  const planned = every === undefined ? first : occurrence(first, every, voices, asOf);
  // What earlier reports say of a recurring item was said of an earlier time; only its completions count.
  const closed = every === undefined ? settledOf(item, voices, asOf) : settledOf(item, voices.slice(0, 1), undefined);
  const revised = revisedDue(action, planned, every === undefined ? voices : voices.slice(0, 1));
  const due = revised ?? planned;
  const said: readonly StatedFields[] = [...items, ...entries.map((entry) => entry.fields)];
  const daysLeft = due.latest === null ? null : daysBetween(asOf, due.latest);
  const open = closed === undefined;
  return {
    roadmap,
    action,
    item,
    entries: action ? entries : [...new Set(listed.map(({ entry }) => entry))],
    items,
    planned,
    due,
    revised: revised !== undefined,
    daysLeft,
    closed,
    overdue: open && daysLeft !== null && daysLeft < 0,
    dueSoon: open && daysLeft !== null && daysLeft >= 0 && daysLeft <= dueSoonDays,
    missed: open && planned.latest !== null && planned.latest < asOf,
    admitted: said.some((fields) => fields.status?.value?.as === 'delayed' || isGiven(fields.revised)),
    reason: said.map((fields) => fields.reason).find(isGiven),
    unreadable: said.some((fields) => isUnread(fields.status) || isUnread(fields.completed)),
  };
}

/**
 * Whether something reported is settled; `open` where it says that it is not, undefined where it says nothing. A
 * completion on or before the as-of date is a delivery, whatever the status says; without `asOf` it counts for nothing.
 */
export function settledBy(
  fields: StatedFields,
  asOf: IsoDay | undefined,
): 'delivered' | 'dropped' | 'open' | undefined {
  const status = fields.status?.value?.as;
  if (status === 'delivered' || status === 'dropped') {
    return status;
  }
  const completed = asOf !== undefined && completionDay(fields, asOf) !== undefined;
  return completed ? 'delivered' : status && 'open';
}

/** What one report says about one item. */
interface Voice {
  readonly entries: readonly StatedEntry[];
  readonly items: readonly StatedItem[];
  readonly day: IsoDay | undefined;
}

/**
 * Whether the item is settled. The newest report that says something about it decides; a settled action covers its
 * deliverables unless one says otherwise, and a later word that the action is open takes that back.
 */
function settledOf(
  item: Action | Deliverable,
  newestFirst: readonly Voice[],
  asOf: IsoDay | undefined,
): DeadlineState['closed'] {
  let actionIsOpen = false;
  for (const voice of newestFirst) {
    const own = firstSettled(voice.items, asOf);
    const ofAction = voice.entries.length === 0 ? undefined : firstSettled(voice.entries.map(fieldsOf), asOf);
    const closing = actionIsOpen || ofAction === 'open' ? undefined : ofAction;
    if (own !== undefined && own !== 'open') {
      return own;
    }
    if (own !== undefined) {
      return closing === 'dropped' ? closing : undefined;
    }
    if (closing) {
      return closing;
    }
    actionIsOpen ||= ofAction !== undefined;
  }
  const asWritten = 'status' in item ? item.status?.as : undefined;
  return asWritten === 'delivered' || asWritten === 'dropped' ? asWritten : undefined;
}

/** The first that is settled, else `open` where one says that it is open. */
function firstSettled(all: readonly StatedFields[], asOf: IsoDay | undefined): ReturnType<typeof settledBy> {
  let found: ReturnType<typeof settledBy>;
  for (const fields of all) {
    found = settledBy(fields, asOf) ?? found;
    if (found !== undefined && found !== 'open') {
      return found;
    }
  }
  return found;
}

function fieldsOf({ fields }: StatedEntry): StatedFields {
  return fields;
}

/**
 * The occurrence of a recurring deadline that counts: the last completion plus the interval; where none is known, the
 * first due while that is ahead, then the first due plus the interval.
 */
function occurrence(first: PolicyDate, every: string, voices: readonly Voice[], asOf: IsoDay): PolicyDate {
  const last = voices
    .flatMap((voice) => lastCompletion(voice, asOf) ?? [])
    .sort()
    .at(-1);
  if (first.latest === null || (last === undefined && first.latest >= asOf)) {
    return first;
  }
  const next = addDuration(last ?? first.latest, every);
  if (next === undefined || next <= first.latest) {
    return first;
  }
  return { edtf: `../${next}`, earliest: null, latest: next, recurring: every };
}

function lastCompletion(voice: Voice, asOf: IsoDay): IsoDay | undefined {
  const own = voice.items.length > 0 ? voice.items : voice.entries.map((entry) => entry.fields);
  const days = own.flatMap((fields) => completionDay(fields, asOf) ?? []);
  // A delivery without a date, in an earlier report, happened by the day of that report at the latest.
  const undated = voice.day !== undefined && own.some((fields) => fields.status?.value?.as === 'delivered');
  return days.sort().at(-1) ?? (undated ? voice.day : undefined);
}

/** The newest revised deadline. One of the whole entry moves the deadlines before it, and an only one in any case. */
function revisedDue(
  action: Action | undefined,
  planned: PolicyDate,
  newestFirst: readonly Voice[],
): PolicyDate | undefined {
  const only = action && [action, ...action.deliverables].filter(({ deadline }) => deadline.due).length === 1;
  for (const voice of newestFirst) {
    const own = voice.items.flatMap((item) => item.revised?.value ?? [])[0];
    const ofEntry = voice.entries.flatMap((entry) => entry.fields.revised?.value ?? [])[0];
    if (own) {
      return own;
    }
    if (ofEntry && (only || isLater(ofEntry, planned))) {
      return ofEntry;
    }
  }
  return undefined;
}

function isLater(date: PolicyDate, than: PolicyDate): boolean {
  return than.latest !== null && (date.latest === null || date.latest > than.latest);
}

/** The last day of a completion that is not in the future. */
function completionDay(fields: StatedFields, asOf: IsoDay): IsoDay | undefined {
  const date = fields.completed?.value;
  const [from, to] = [date?.earliest ?? date?.latest, date?.latest ?? date?.earliest];
  if (!from || !to || from > asOf) {
    return undefined;
  }
  return to < asOf ? to : asOf;
}

function isGiven<T>(field: StatedField<T> | undefined): field is StatedField<T> {
  return field !== undefined && !isEmptyValue(field.text);
}

function isUnread<T>(field: StatedField<T> | undefined): boolean {
  return isGiven(field) && field.value === undefined;
}

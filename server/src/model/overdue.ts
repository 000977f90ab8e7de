import { addDuration, daysBetween, type IsoDay, type PolicyDate } from './date';
import { isEmptyValue } from './empty-value';
import { entriesAbout, entriesOf, keyOf } from './entry';
import type { ActionReference, EntryFields, Report } from './report';
import type { Action, Deliverable, Roadmap } from './roadmap';
import type { AnalysedReport } from './snapshot';
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

/** How many actions have a deadline in such a state; an action can be in both counts. */
export interface DeadlineCounts {
  readonly overdue: number;
  readonly dueSoon: number;
}

/** What the reports before one said, by what they spoke of: read when first asked for. */
export class EarlierReports {
  private readonly read: (ReadReport | undefined)[] = [];

  /** @param chain newest first */
  constructor(readonly chain: readonly Report[]) {}

  /** The entries of all of them on an action ({@link keyOf}). */
  entriesOn(key: string): readonly StatedEntry[] {
    return this.all().flatMap((report) => report.byAction.get(key) ?? []);
  }

  /** Each of them, newest first. */
  all(): readonly ReadReport[] {
    return this.chain.map((report, index) => {
      const read = this.read[index] ?? readReport(entriesOf(report), dayOf(report));
      this.read[index] = read;
      return read;
    });
  }
}

/**
 * Every dated deadline of the report's roadmaps: those of actions, of deliverables and of commitments, in the
 * roadmaps' order. `dueSoonDays` is how many days ahead a deadline is due soon; `entries` are those of the report and
 * `earlier` the reports before it, where the caller has them already.
 */
export function deadlinesOf(
  analysed: Pick<AnalysedReport, 'report' | 'roadmaps' | 'asOf' | 'chain'>,
  dueSoonDays: number,
  entries: readonly StatedEntry[] = entriesOf(analysed.report),
  earlier: EarlierReports = new EarlierReports(analysed.chain),
): readonly DeadlineState[] {
  return deadlineStates({ ...analysed, dueSoonDays, entries, earlier });
}

/** What the states of deadlines follow from. */
export interface DeadlineFacts extends Pick<AnalysedReport, 'roadmaps' | 'asOf'> {
  readonly entries: readonly StatedEntry[];
  readonly earlier: EarlierReports;
  readonly dueSoonDays: number;
}

/** {@link deadlinesOf} a report of which only facts are known. */
export function deadlineStates(facts: DeadlineFacts): readonly DeadlineState[] {
  const reports = [readReport(facts.entries, undefined), ...facts.earlier.all()];
  const states: DeadlineState[] = [];
  for (const roadmap of facts.roadmaps) {
    for (const action of roadmap.actions) {
      addState(states, roadmap, action, action, reports, facts);
      for (const item of action.deliverables) {
        addState(states, roadmap, action, item, reports, facts);
      }
    }
    for (const item of roadmap.commitments) {
      addState(states, roadmap, undefined, item, reports, facts);
    }
  }
  return states;
}

/**
 * Of the states that {@link deadlinesOf} gives those of one action and its deliverables, or of one commitment of a
 * roadmap of the report. Looks only at entries that speak of them.
 */
export function deadlinesAbout(
  analysed: AnalysedReport,
  roadmap: Roadmap,
  subject: Action | Deliverable,
  dueSoonDays: number,
): readonly DeadlineState[] {
  const action = 'deliverables' in subject ? subject : undefined;
  const items = action ? [action, ...action.deliverables] : [subject];
  const ids = new Set((action?.deliverables ?? [subject]).map(({ id }) => id));
  const isMeant = (actions: readonly ActionReference[], { deliverables }: EntryFields) =>
    actions.some((one) => one.action === action?.id && one.roadmap === roadmap.id) ||
    (deliverables?.value ?? []).some((one) => one.roadmap === roadmap.id && ids.has(one.deliverable ?? ''));
  const reports = [
    readReport(entriesAbout(analysed.report, isMeant), undefined),
    ...analysed.chain.map((report) => readReport(entriesAbout(report, isMeant), dayOf(report))),
  ];
  const states: DeadlineState[] = [];
  for (const item of items) {
    addState(states, roadmap, action, item, reports, { asOf: analysed.asOf, dueSoonDays });
  }
  return states;
}

/** How many actions are overdue and due soon; commitments are no actions and do not count. */
export function countDeadlines(states: readonly DeadlineState[]): DeadlineCounts {
  const count = (wanted: (state: DeadlineState) => boolean) =>
    new Set(states.flatMap((state) => (state.action && wanted(state) ? [actionKey(state.roadmap, state.action)] : [])))
      .size;
  return { overdue: count((state) => state.overdue), dueSoon: count((state) => state.dueSoon) };
}

/** The states that an entry answers for: of several entries on one action the first with a status, else the first. */
export function deadlinesByEntry(states: readonly DeadlineState[]): ReadonlyMap<StatedEntry, readonly DeadlineState[]> {
  const found = new Map<StatedEntry, DeadlineState[]>();
  for (const state of states) {
    const home = state.entries.find((entry) => entry.fields.status !== undefined) ?? state.entries[0];
    if (home) {
      addTo(found, home, state);
    }
  }
  return found;
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

/** A report by what it speaks of. `day` is its date, for a report before the one that is checked. */
interface ReadReport {
  readonly byAction: ReadonlyMap<string, readonly StatedEntry[]>;
  readonly byDeliverable: ReadonlyMap<string, readonly ListedItem[]>;
  readonly day: IsoDay | undefined;
}

interface ListedItem {
  readonly entry: StatedEntry;
  readonly item: StatedItem;
}

/** What one report says about one item. */
interface Voice {
  /** Entries on the item's action, which speak for it too; a commitment has none. */
  readonly entries: readonly StatedEntry[];
  readonly listed: readonly ListedItem[];
  readonly items: readonly StatedItem[];
  readonly day: IsoDay | undefined;
}

/** Adds the state of an item, if it has a dated deadline. */
function addState(
  states: DeadlineState[],
  roadmap: Roadmap,
  action: Action | undefined,
  item: Action | Deliverable,
  reports: readonly ReadReport[],
  facts: Pick<DeadlineFacts, 'asOf' | 'dueSoonDays'>,
): void {
  const { due: first, every } = item.deadline;
  if (first === undefined) {
    return;
  }
  const asOf = facts.asOf.day;
  const voices = reports.map((report) => voiceOf(report, roadmap, action, item));
  const { entries = [], listed = [], items = [] } = voices[0] ?? {};
  const planned = every === undefined ? first : occurrence(first, every, voices, asOf);
  // What earlier reports say of a recurring item was said of an earlier time; only its completions count.
  const closed = every === undefined ? settledOf(item, voices, asOf) : settledOf(item, voices.slice(0, 1), undefined);
  const revised = revisedDue(action, planned, every === undefined ? voices : voices.slice(0, 1));
  const due = revised ?? planned;
  const said: readonly StatedFields[] = [...items, ...entries.map((entry) => entry.fields)];
  const daysLeft = due.latest === null ? null : daysBetween(asOf, due.latest);
  const open = closed === undefined;
  states.push({
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
    dueSoon: open && daysLeft !== null && daysLeft >= 0 && daysLeft <= facts.dueSoonDays,
    missed: open && planned.latest !== null && planned.latest < asOf,
    admitted: said.some((fields) => fields.status?.value?.as === 'delayed' || isGiven(fields.revised)),
    reason: said.map((fields) => fields.reason).find(isGiven),
    unreadable: said.some((fields) => isUnread(fields.status) || isUnread(fields.completed)),
  });
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
    const own = voice.items.flatMap((reported) => settledBy(reported, asOf) ?? []);
    const ofAction = voice.entries.flatMap((entry) => settledBy(entry.fields, asOf) ?? []);
    const ownClosing = own.find((settled) => settled !== 'open');
    const closing = actionIsOpen ? undefined : ofAction.find((settled) => settled !== 'open');
    if (ownClosing) {
      return ownClosing;
    }
    if (own.length > 0) {
      return closing === 'dropped' ? closing : undefined;
    }
    if (closing) {
      return closing;
    }
    actionIsOpen ||= ofAction.length > 0;
  }
  const asWritten = 'status' in item ? item.status?.as : undefined;
  return asWritten === 'delivered' || asWritten === 'dropped' ? asWritten : undefined;
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

function readReport(entries: readonly StatedEntry[], day: IsoDay | undefined): ReadReport {
  const byAction = new Map<string, StatedEntry[]>();
  const byDeliverable = new Map<string, ListedItem[]>();
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      addTo(byAction, key, entry);
    }
    for (const item of entry.fields.deliverables?.value ?? []) {
      if (item.deliverable !== undefined && item.roadmap !== undefined) {
        addTo(byDeliverable, deliverableKey(item.roadmap, item.deliverable), { entry, item });
      }
    }
  }
  return { byAction, byDeliverable, day };
}

/** The actions of an entry, each once. */
function keysOf({ actions }: StatedEntry): Iterable<string> {
  const keys = actions.map(keyOf);
  return keys.length > 1 ? new Set(keys) : keys;
}

function voiceOf(report: ReadReport, roadmap: Roadmap, action: Action | undefined, item: Action | Deliverable): Voice {
  const listed = item === action ? [] : (report.byDeliverable.get(deliverableKey(roadmap.id, item.id)) ?? []);
  const entries = action && report.byAction.get(actionKey(roadmap, action));
  return { entries: entries ?? [], listed, items: listed.map((one) => one.item), day: report.day };
}

function actionKey(roadmap: Roadmap, action: Action): string {
  return keyOf({ roadmap: roadmap.id, action: action.id });
}

function deliverableKey(roadmap: string, deliverable: string): string {
  return `${roadmap}\n${deliverable}`;
}

function addTo<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const present = map.get(key);
  if (present) {
    present.push(value);
  } else {
    map.set(key, [value]);
  }
}

function dayOf(report: Report): IsoDay | undefined {
  const date = report.header.date?.value;
  return date?.latest ?? date?.earliest ?? undefined;
}

import type { IsoDay } from './date';
import { type DeadlineGroup, type DeadlinePlan, deliverableKey } from './deadline-plan';
import { type DeadlineState, type GroupVoice, type ListedItem, stateOf } from './deadline-state';
import { entriesOf, keyOf } from './entry';
import type { Report } from './report';
import type { StatedEntry } from './stated';

/** What the states of deadlines follow from. */
export interface DeadlineFacts {
  readonly plan: DeadlinePlan;
  /** Of the report, in order; each an object of its own. */
  readonly entries: readonly StatedEntry[];
  readonly earlier: EarlierReports;
  readonly asOf: IsoDay;
  /** How many days ahead a deadline is due soon. */
  readonly dueSoonDays: number;
}

/** What the reports before one said, by what they spoke of: read when first asked for. */
export class EarlierReports {
  private read: readonly SpeakingReport[] | undefined;

  /** @param chain newest first */
  constructor(readonly chain: readonly Report[]) {}

  /** Each of them, newest first. */
  get reports(): readonly SpeakingReport[] {
    this.read ??= this.chain.map((report) => new SpeakingReport(entriesOf(report), dayOf(report)));
    return this.read;
  }

  /** The entries of all of them on an action ({@link keyOf}). */
  entriesOn(key: string): readonly StatedEntry[] {
    return this.reports.flatMap((report) => report.entriesOn(key));
  }
}

/** A report by what it speaks of. `day` is its date, for a report before the one that is checked. */
class SpeakingReport {
  private readonly byAction = new Map<string, StatedEntry[]>();
  private readonly byItem = new Map<string, ListedItem[]>();
  private readonly listed = (key: string) => this.byItem.get(key) ?? [];

  constructor(
    entries: readonly StatedEntry[],
    private readonly day: IsoDay | undefined,
  ) {
    for (const entry of entries) {
      for (const action of entry.actions) {
        const key = keyOf(action);
        if (this.byAction.get(key)?.at(-1) !== entry) {
          addTo(this.byAction, key, entry);
        }
      }
      for (const item of entry.fields.deliverables?.value ?? []) {
        if (item.deliverable !== undefined && item.roadmap !== undefined) {
          addTo(this.byItem, deliverableKey(item.roadmap, item.deliverable), { entry, item });
        }
      }
    }
  }

  entriesOn(key: string | undefined): readonly StatedEntry[] {
    return key === undefined ? [] : (this.byAction.get(key) ?? []);
  }

  voiceOn({ key }: DeadlineGroup): GroupVoice {
    return { entries: this.entriesOn(key), listed: this.listed, day: this.day };
  }
}

/** The states of all dated deadlines of a report. */
export class DeadlineBook {
  private readonly byGroup: readonly (readonly DeadlineState[])[];

  /** States of `before` that no entry speaks of which is another now are used again. */
  constructor(
    readonly facts: DeadlineFacts,
    before?: DeadlineBook,
  ) {
    const isBase =
      before?.facts.plan === facts.plan &&
      before.facts.earlier === facts.earlier &&
      before.facts.asOf === facts.asOf &&
      before.facts.dueSoonDays === facts.dueSoonDays;
    this.byGroup = isBase ? this.changedGroups(before) : this.states(facts.plan.groups, facts.entries);
  }

  /** In the roadmaps' order. */
  get all(): readonly DeadlineState[] {
    return this.byGroup.flat();
  }

  /** Whether an entry answers for the same states as in another book of the same plan. */
  answersAsIn(other: DeadlineBook, entry: StatedEntry): boolean {
    return this.facts.plan.groupsOf(entry).every((group) => this.byGroup[group] === other.byGroup[group]);
  }

  /** The states that an entry answers for: of several entries on one action the first with a status, else the first. */
  answeredBy(entry: StatedEntry): readonly DeadlineState[] {
    return this.facts.plan
      .groupsOf(entry)
      .flatMap((group) => (this.byGroup[group] ?? []).filter((state) => homeOf(state) === entry));
  }

  private changedGroups(before: DeadlineBook): readonly (readonly DeadlineState[])[] {
    const { plan, entries } = this.facts;
    const changed = differing(before.facts.entries, entries);
    const indexes = [...new Set(changed.flatMap((entry) => plan.groupsOf(entry)))];
    if (indexes.length === 0) {
      return before.byGroup;
    }
    const isConcerned = new Set(indexes);
    const speaking = entries.filter((entry) => plan.groupsOf(entry).some((index) => isConcerned.has(index)));
    const groups = indexes.flatMap((index) => plan.groups[index] ?? []);
    const states = this.states(groups, speaking);
    const byGroup = [...before.byGroup];
    for (const [at, index] of indexes.entries()) {
      byGroup[index] = states[at] ?? [];
    }
    return byGroup;
  }

  private states(
    groups: readonly DeadlineGroup[],
    entries: readonly StatedEntry[],
  ): readonly (readonly DeadlineState[])[] {
    const { earlier, asOf, dueSoonDays } = this.facts;
    const reports = [new SpeakingReport(entries, undefined), ...earlier.reports];
    return groups.map((group) => {
      const voices = reports.map((report) => report.voiceOn(group));
      return group.items.map((item) => stateOf(group, item, voices, asOf, dueSoonDays));
    });
  }
}

function homeOf({ entries }: DeadlineState): StatedEntry | undefined {
  return entries.find((entry) => entry.fields.status !== undefined) ?? entries[0];
}

/** What is between the common start and the common end of two lists, of both. */
function differing<T>(before: readonly T[], now: readonly T[]): readonly T[] {
  const shorter = Math.min(before.length, now.length);
  let start = 0;
  while (start < shorter && before[start] === now[start]) {
    start++;
  }
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === now[now.length - 1 - end]) {
    end++;
  }
  return [...before.slice(start, before.length - end), ...now.slice(start, now.length - end)];
}

function dayOf(report: Report): IsoDay | undefined {
  const date = report.header.date?.value;
  return date?.latest ?? date?.earliest ?? undefined;
}

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const present = map.get(key);
  if (present) {
    present.push(value);
  } else {
    map.set(key, [value]);
  }
}

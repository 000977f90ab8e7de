import type { PolicyDate } from './date';
import { DeadlineBook, EarlierReports } from './deadline-book';
import { DeadlinePlan } from './deadline-plan';
import type { DeadlineState } from './deadline-state';
import { type Entry, keyOf } from './entry';
import type { Deliverable, Roadmap } from './roadmap';
import type { AnalysedReport } from './snapshot';
import type { StatedEntry } from './stated';

/** The states of what an action promises, itself first where it has a deadline of its own; by the key of the action. */
export type ProgressByAction = ReadonlyMap<string, readonly DeadlineState[]>;

/**
 * How everything that the roadmaps of reports promise stands at the as-of date, what has no deadline too. What was
 * computed of a report last is kept, and computed again only where an entry says something else.
 */
export class Progress {
  private readonly opened = new WeakMap<Roadmap, Roadmap>();
  /** One object for each entry that says the same, wherever it stands. */
  private readonly stated = new WeakMap<object, StatedEntry>();
  /** By the URI of the report, the last one last. */
  private readonly kept = new Map<string, KeptBook>();

  /** The states of a report whose entries these are. Days are counted of what has a deadline only. */
  of(
    { report, roadmaps, asOf, chain }: AnalysedReport,
    dueSoonDays: number,
    entries: readonly Entry[],
  ): ProgressByAction {
    const before = this.kept.get(report.uri);
    const isSame = before && isSameList(before.roadmaps, roadmaps);
    const plan = isSame ? before.book.facts.plan : new DeadlinePlan(roadmaps.map((roadmap) => this.open(roadmap)));
    const same = before && isSameList(before.book.facts.earlier.chain, chain);
    const earlier = same ? before.book.facts.earlier : new EarlierReports(chain);
    const stated = entries.map((entry) => this.statedBy(entry));
    const book = new DeadlineBook({ plan, entries: stated, earlier, asOf: asOf.day, dueSoonDays }, before?.book);
    this.keep(report.uri, { roadmaps, book });
    return byAction(book);
  }

  private open(roadmap: Roadmap): Roadmap {
    const opened = this.opened.get(roadmap) ?? withOpenDeadlines(roadmap);
    this.opened.set(roadmap, opened);
    return opened;
  }

  private statedBy({ section, row, actions, fields, hasProse }: Entry): StatedEntry {
    const key = row ?? section.reading;
    const stated = this.stated.get(key) ?? { actions, fields, hasProse };
    this.stated.set(key, stated);
    return stated;
  }

  private keep(uri: string, book: KeptBook): void {
    this.kept.delete(uri);
    this.kept.set(uri, book);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) {
      this.kept.delete(oldest);
    }
  }
}

interface KeptBook {
  readonly roadmaps: readonly Roadmap[];
  readonly book: DeadlineBook;
}

/** More documents than these are seldom open beside each other. */
const MOST_KEPT = 8;

/** A roadmap in which deliverables without a deadline have one that is never over, so that they have a state too. */
function withOpenDeadlines(roadmap: Roadmap): Roadmap {
  const open = (item: Deliverable): Deliverable =>
    item.deadline.due ? item : { ...item, deadline: { ...item.deadline, due: NEVER_OVER } };
  const actions = roadmap.actions.map((action) => ({ ...action, deliverables: action.deliverables.map(open) }));
  return { ...roadmap, actions };
}

const NEVER_OVER: PolicyDate = { edtf: '../..', earliest: null, latest: null, recurring: null };

function byAction(book: DeadlineBook): ProgressByAction {
  const states = new Map<string, DeadlineState[]>();
  for (const state of book.all) {
    const key = state.action && keyOf({ roadmap: state.roadmap.id, action: state.action.id });
    const known = key === undefined ? undefined : states.get(key);
    if (known) {
      known.push(state);
    } else if (key !== undefined) {
      states.set(key, [state]);
    }
  }
  return states;
}

function isSameList<T>(some: readonly T[], others: readonly T[]): boolean {
  return some.length === others.length && some.every((one, index) => one === others[index]);
}

import { type EntryReading, rowEntry, sectionEntry } from '../model/entry';
import type { Finding } from '../model/finding';
import type { SectionReading } from '../model/report';
import { sameData } from '../model/same-data';
import { type ActiveRule, FindingCollector, type RuleFailure } from './active-rules';
import type { SectionContext } from './check-context';
import type { EntryDeadline } from './rule';
import { type SectionFacts, sectionFacts } from './section-facts';

/** What was found of a section by looking at nothing else, and what it says for the report as a whole. */
export interface CheckedSection {
  readonly reading: SectionReading;
  readonly facts: SectionFacts;
  /** Spans are relative to the section's start, here and below. */
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** What was found of an entry. */
export interface CheckedEntry {
  /** Index of the row that the entry is; undefined where it is the section. */
  readonly row: number | undefined;
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
  /** The deadlines that the entry answers for, and what was found of them. */
  readonly deadlines: CheckedDeadlines;
}

interface CheckedDeadlines {
  readonly states: readonly EntryDeadline[];
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
}

/** Checks a section by itself. Facts that are those of `before` are the same object. */
export function checkSection(
  reading: SectionReading,
  rules: readonly ActiveRule[],
  context: SectionContext,
  before: SectionFacts | undefined,
): CheckedSection {
  const collector = new FindingCollector();
  for (const active of rules) {
    const { rule } = active;
    if (rule.checkSection) {
      collector.add(active, () => rule.checkSection?.(reading, context) ?? []);
    }
  }
  const facts = sectionFacts(reading, context);
  const { findings, failures } = collector;
  return { reading, facts: before && sameData(before, facts) ? before : facts, findings, failures };
}

/**
 * Checks an entry of a section by itself and by the deadlines that it answers for. `before` is what was found of the
 * same reading earlier.
 */
export function checkEntry(
  reading: SectionReading,
  row: number | undefined,
  states: readonly EntryDeadline[],
  rules: readonly ActiveRule[],
  contextOf: () => SectionContext,
  before: CheckedEntry | undefined,
): CheckedEntry {
  const own = before ?? checkOwn(reading, row, rules, contextOf);
  if (before && sameStates(before.deadlines.states, states)) {
    return before;
  }
  const deadlines = checkDeadlines(reading, row, states, rules, contextOf);
  return { row, findings: own.findings, failures: own.failures, deadlines };
}

/** An entry of a section: the section itself, or one of its rows. */
export function entryIn(reading: SectionReading, row: number | undefined): EntryReading {
  const tableRow = row === undefined ? undefined : reading.rows[row];
  return tableRow ? rowEntry(reading, tableRow) : sectionEntry(reading);
}

/** The deadlines that rules are told of: those of which it is known what the entry says. */
export function readableStates(states: readonly EntryDeadline[]): readonly EntryDeadline[] {
  return states.filter((state) => !state.unreadable);
}

function checkOwn(
  reading: SectionReading,
  row: number | undefined,
  rules: readonly ActiveRule[],
  contextOf: () => SectionContext,
): Pick<CheckedEntry, 'findings' | 'failures'> {
  const collector = new FindingCollector();
  const [entry, context] = [entryIn(reading, row), contextOf()];
  for (const active of rules) {
    const { rule } = active;
    if (rule.checkEntry) {
      collector.add(active, () => rule.checkEntry?.(entry, context) ?? []);
    }
  }
  return collector;
}

function checkDeadlines(
  reading: SectionReading,
  row: number | undefined,
  states: readonly EntryDeadline[],
  rules: readonly ActiveRule[],
  contextOf: () => SectionContext,
): CheckedDeadlines {
  const collector = new FindingCollector();
  const readable = readableStates(states);
  if (readable.length > 0) {
    const [entry, context] = [entryIn(reading, row), contextOf()];
    for (const active of rules) {
      const { rule } = active;
      if (rule.checkDeadlines) {
        collector.add(active, () => rule.checkDeadlines?.(entry, readable, context) ?? []);
      }
    }
  }
  const { findings, failures } = collector;
  return { states, findings, failures };
}

/** Whether rules would see the same; the entries of a state are none of theirs. */
function sameStates(before: readonly EntryDeadline[], now: readonly EntryDeadline[]): boolean {
  return (
    before === now || (before.length === now.length && before.every((state, index) => sameState(state, now[index])))
  );
}

function sameState(before: EntryDeadline, now: EntryDeadline | undefined): boolean {
  if (before === now) {
    return true;
  }
  return (
    now !== undefined &&
    before.roadmap === now.roadmap &&
    before.action === now.action &&
    before.item === now.item &&
    before.revised === now.revised &&
    before.daysLeft === now.daysLeft &&
    before.closed === now.closed &&
    before.overdue === now.overdue &&
    before.dueSoon === now.dueSoon &&
    before.missed === now.missed &&
    before.admitted === now.admitted &&
    before.unreadable === now.unreadable &&
    sameData([before.planned, before.due, before.reason, before.items], [now.planned, now.due, now.reason, now.items])
  );
}

import type { DraftFormat, DraftShape } from '../drafts/draft';
import type { Measured } from '../measure/contestant';
import type { MemoryRun } from '../measure/memory';
import type { Size } from '../measure/sizes';
import type { WorkspaceRun } from '../measure/workspace';
import { growthExponent, type Times, timesOf } from './statistics';

/** The names of the two servers that are always there. */
export const OURS = 'Rapporteur';
export const ECHO = 'echo';

export type Comparison = 'keystroke' | 'typist' | 'completion' | 'hover' | 'startup' | 'restart';

/** The same thing, measured of several servers in turns. */
export interface ComparisonRow {
  readonly what: Comparison;
  readonly lines: number;
  readonly format: DraftFormat;
  readonly shape: DraftShape;
  readonly measured: readonly Measured[];
}

export interface WorkspaceRow extends WorkspaceRun {
  readonly what: string;
  readonly files: number;
}

/** All that one run of the benchmark has measured. Parts that were not wanted are empty. */
export interface Results {
  /** Processor, system, Node. */
  readonly machine: string;
  readonly comparisons: ComparisonRow[];
  readonly workspaces: WorkspaceRow[];
  readonly memory: MemoryRun[];
  readonly commands: { readonly name: string; readonly times: readonly number[] }[];
  readonly sizes: Size[];
}

/** A measured server beside the echo server of the same row. */
export interface Ratio {
  readonly measured: Measured;
  readonly times: Times;
  /** The same without the server's own debounce. */
  readonly beyond: Times;
  /** How many times echo, beyond the debounce. */
  readonly p50: number;
  readonly p95: number;
}

/** What a row says of one server; undefined where it did not take part. */
export function ratioOf(row: ComparisonRow, name: string): Ratio | undefined {
  const measured = row.measured.find((candidate) => candidate.name === name);
  const echo = row.measured.find((candidate) => candidate.name === ECHO);
  if (!measured || !echo) {
    return undefined;
  }
  const beyond = timesOf(measured.times.map((time) => time - measured.debounce));
  const limit = timesOf(echo.times);
  const times = timesOf(measured.times);
  return { measured, times, beyond, p50: beyond.p50 / limit.p50, p95: beyond.p95 / limit.p95 };
}

/** How our own cost, beyond echo's, grows with the lines of drafts of one kind. */
export interface Scaling {
  readonly what: string;
  readonly points: readonly { readonly size: number; readonly cost: number }[];
  readonly exponent: number;
}

/** The least cost, in milliseconds, that is told from none: what echo itself wanders by. */
const LEAST_COST = 0.05;

/** One for each kind of draft that was measured at several lengths, and one for the files of a workspace. */
export function scalings(results: Results): Scaling[] {
  const kinds = grouped(
    results.comparisons.filter(({ what }) => what === 'keystroke'),
    ({ format, shape }) => `keystroke to findings, ${format}, ${shape} entries`,
  );
  const costs = [...kinds].map(([what, rows]) => ({ what, points: rows.map(costBeyondEcho) }));
  const reads = results.workspaces.filter(({ what, way }) => what === FIRST_START && way !== 'not offered');
  costs.push({
    what: 'workspace, all findings known',
    points: reads.map(({ files, time }) => ({ size: files, cost: time })),
  });
  return costs
    .filter(({ points }) => points.length > 1)
    .map(({ what, points }) => ({ what, points, exponent: growthExponent(points) }));
}

/** What a workspace run is called in which nothing was known before. */
export const FIRST_START = 'first start';

function costBeyondEcho(row: ComparisonRow): { size: number; cost: number } {
  const [ours, echo] = [ratioOf(row, OURS), ratioOf(row, ECHO)];
  return { size: row.lines, cost: Math.max(LEAST_COST, (ours?.times.p50 ?? Number.NaN) - (echo?.times.p50 ?? 0)) };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

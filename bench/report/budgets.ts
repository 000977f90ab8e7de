import { VSIX, WEB_SERVER } from '../measure/sizes';
import { JSON_PEER, MARKDOWN_PEER, YAML_PEER } from '../peers/peers';
import { type Comparison, FIRST_START, OURS, type Ratio, type Results, ratioOf, scalings } from './results';
import { quantile, timesOf } from './statistics';
import { digits, milliseconds, times } from './table';

/** One promise of speed or size, and whether this run keeps it. */
export interface Budget {
  readonly what: string;
  readonly limit: string;
  /** Undefined where this run has not measured it. */
  readonly measured: string | undefined;
  readonly isMet: boolean;
}

/** The length of document, and the number of files, that the budgets are about. */
const LINES = 10_000;
const FILES = 10_000;

/** Milliseconds in which a fast typist presses the next key. */
const NEXT_KEY = 50;

/** All budgets, in the order of the design. */
export function budgets(results: Results): Budget[] {
  return [
    atMost(
      'keystroke to findings, 10,000 lines, p50',
      5,
      times,
      worst(results, 'keystroke', ({ p50 }) => p50),
    ),
    atMost(
      'keystroke to findings, 10,000 lines, p95',
      15,
      times,
      worst(results, 'keystroke', ({ p95 }) => p95),
    ),
    atMost(
      'completion, 10,000 lines, p50',
      5,
      times,
      worst(results, 'completion', ({ p50 }) => p50),
    ),
    atMost(
      'hover, 10,000 lines, p50',
      5,
      times,
      worst(results, 'hover', ({ p50 }) => p50),
    ),
    atMost(
      'first findings, cold, p50: next start',
      1.5,
      times,
      worst(results, 'restart', ({ p50 }) => p50, 1000),
    ),
    atMost(
      'first findings, cold, p50: first start',
      1.5,
      times,
      worst(results, 'startup', ({ p50 }) => p50, 1000),
    ),
    ...workspaceBudgets(results),
    atMost('memory after 100,000 edits, growth', 10, percent, memoryGrowth(results)),
    atMost('check of 1,000 reports / markdownlint-cli2', 1, times, commandRatio(results)),
    atMost('VSIX', 1024, kibibytes, sizeOf(results, VSIX)),
    atMost('server bundle for the browser, as it is sent', 450, kibibytes, sizeOf(results, WEB_SERVER)),
    timesFaster(results, YAML_PEER, 50),
    timesFaster(results, MARKDOWN_PEER, 50),
    timesFaster(results, JSON_PEER, 1),
    atMost('growth of a keystroke with length, exponent', 0.2, digits, worstExponent(results)),
  ];
}

function workspaceBudgets({ workspaces }: Results): Budget[] {
  const runs = workspaces.filter(({ files, way }) => files === FILES && way !== 'not offered');
  const first = runs.find(({ what }) => what === FIRST_START);
  const keys = runs.flatMap(({ keystrokes }) => keystrokes);
  const key = keys.length > 0 ? quantile(keys, 0.95) : undefined;
  return [
    atMost('10,000 reports: all findings known', 20_000, milliseconds, first?.time),
    atMost('10,000 reports: peak memory', 500, (value) => `${digits(value)} MiB`, first?.memory?.peak),
    atMost('10,000 reports: keystroke meanwhile, p95', NEXT_KEY, milliseconds, key),
  ];
}

function atMost(what: string, limit: number, show: (value: number) => string, value: number | undefined): Budget {
  const isMet = value !== undefined && value <= limit;
  return { what, limit: show(limit), measured: value === undefined ? undefined : show(value), isMet };
}

/** The largest of something over all rows of one kind; undefined where there is none of that length. */
function worst(
  { comparisons }: Results,
  what: Comparison,
  value: (ratio: Ratio) => number,
  lines = LINES,
): number | undefined {
  const rows = comparisons.filter((row) => row.what === what && row.lines === lines);
  return largest(rows.map((row) => ratioOf(row, OURS)).map((ratio) => ratio && value(ratio)));
}

/** How many times faster than a peer, beyond its debounce, a keystroke is: the smallest of all rows with both. */
function timesFaster({ comparisons }: Results, peer: string, limit: number): Budget {
  const rows = comparisons.filter(({ what, lines }) => what === 'keystroke' && lines === LINES);
  const slower = largest(
    rows.map((row) => {
      const [ours, theirs] = [ratioOf(row, OURS), ratioOf(row, peer)];
      return ours && theirs ? ours.times.p50 / theirs.beyond.p50 : undefined;
    }),
  );
  return {
    what: `keystroke, faster than ${peer}, at least`,
    limit: times(limit),
    measured: slower === undefined ? undefined : times(1 / slower),
    isMet: slower !== undefined && slower <= 1 / limit,
  };
}

/** Percent of resident memory, from a tenth of the edits to all of them. */
function memoryGrowth({ memory }: Results): number | undefined {
  return largest(
    memory
      .filter(({ name }) => name === OURS)
      .map(({ points }) => {
        const [first, last] = [points[0], points.at(-1)];
        return first && last && last.edits >= 100_000 ? (last.resident / first.resident - 1) * 100 : undefined;
      }),
  );
}

function commandRatio({ commands }: Results): number | undefined {
  const [ours, theirs] = commands.map((command) => timesOf(command.times).p50);
  return ours === undefined || theirs === undefined ? undefined : ours / theirs;
}

/** KiB. */
/** In KiB, compressed where it is not already: servers of pages compress what they send. */
function sizeOf({ sizes }: Results, name: string): number | undefined {
  const size = sizes.find((one) => one.name === name);
  const bytes = size?.compressed ?? size?.bytes;
  return bytes === undefined ? undefined : bytes / 1024;
}

function worstExponent(results: Results): number | undefined {
  const keystrokes = scalings(results).filter(
    ({ what, points }) => what.startsWith('keystroke') && points.some(({ size }) => size >= LINES),
  );
  return largest(keystrokes.map(({ exponent }) => exponent));
}

function largest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

function percent(value: number): string {
  return `${digits(value)} %`;
}

function kibibytes(value: number): string {
  return `${Math.round(value)} KiB`;
}

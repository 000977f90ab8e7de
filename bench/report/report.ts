import type { Measured } from '../measure/contestant';
import { budgets } from './budgets';
import { type ComparisonRow, ECHO, OURS, type Results, ratioOf, scalings } from './results';
import { quantile, timesOf } from './statistics';
import { digits, mebibytes, milliseconds, table, times } from './table';

/** All tables of a run as Markdown. */
export function report(results: Results): string {
  const parts: [string, string][] = [
    ['Budgets', budgetTable(results)],
    ['Rapporteur beside echo', oursTable(results.comparisons)],
    ['Peers beside echo', peersTable(results.comparisons)],
    ['Scaling', scalingTable(results)],
    ['Workspace', workspaceTable(results)],
    ['Memory', memoryTable(results)],
    ['Command line', commandTable(results)],
    ['Sizes', sizeTable(results)],
  ];
  const shown = parts.filter(([, text]) => text !== '').map(([title, text]) => `### ${title}\n\n${text}`);
  return [`Measured on ${results.machine}.`, ...shown].join('\n\n');
}

/** What one comparison has given, in one line, to be shown while others are still being measured. */
export function summary(row: ComparisonRow): string {
  const of = ({ name, times: all }: Measured) => `${name} ${milliseconds(timesOf(all).p50)}`;
  return `${describe(row)}: ${row.measured.map(of).join(', ')} (${times(ratioOf(row, OURS)?.p50)} echo)`;
}

function budgetTable(results: Results): string {
  const rows = budgets(results).map(({ what, limit, measured, isMet }) => [
    what,
    limit,
    measured ?? 'not measured',
    measured === undefined ? '' : isMet ? 'met' : '**not met**',
  ]);
  return table(['budget', 'limit', 'measured', ''], rows);
}

function oursTable(comparisons: readonly ComparisonRow[]): string {
  const header = ['what', 'p50', 'p95', 'max', 'echo p50', 'echo p95', 'ratio p50', 'ratio p95', 'memory', 'echo'];
  const rows = comparisons.flatMap((row) => {
    const [ours, echo] = [ratioOf(row, OURS), ratioOf(row, ECHO)];
    return ours && echo
      ? [
          [
            describe(row),
            ...[ours.times.p50, ours.times.p95, ours.times.max, echo.times.p50, echo.times.p95].map(milliseconds),
            ...[ours.p50, ours.p95].map(times),
            mebibytes(ours.measured.memory?.resident),
            mebibytes(echo.measured.memory?.resident),
          ],
        ]
      : [];
  });
  return tableOrNothing(header, rows);
}

function peersTable(comparisons: readonly ComparisonRow[]): string {
  const header = [
    'what',
    'server',
    'debounce',
    'p50',
    'p50 beyond',
    'p95 beyond',
    'ratio',
    'Rapporteur',
    'faster',
    'memory',
  ];
  const rows = comparisons.flatMap((row) =>
    row.measured
      .filter(({ name }) => name !== OURS && name !== ECHO)
      .flatMap(({ name }) => {
        const [ours, theirs] = [ratioOf(row, OURS), ratioOf(row, name)];
        return ours && theirs
          ? [
              [
                describe(row),
                name,
                theirs.measured.debounce > 0 ? milliseconds(theirs.measured.debounce) : 'none',
                ...[theirs.times.p50, theirs.beyond.p50, theirs.beyond.p95].map(milliseconds),
                ...[theirs.p50, ours.p50, theirs.beyond.p50 / ours.times.p50].map(times),
                mebibytes(theirs.measured.memory?.resident),
              ],
            ]
          : [];
      }),
  );
  return tableOrNothing(header, rows);
}

function scalingTable(results: Results): string {
  const rows = scalings(results).map(({ what, points, exponent }) => [
    what,
    points.map(({ size }) => size.toLocaleString('en')).join(' / '),
    points.map(({ cost }) => milliseconds(cost)).join(' / '),
    digits(exponent),
  ]);
  return tableOrNothing(['what', 'lines or files', 'cost beyond echo', 'exponent'], rows);
}

function workspaceTable({ workspaces }: Results): string {
  const header = [
    'what',
    'reports',
    'by',
    'all findings known',
    'peak memory',
    'keystroke p50',
    'keystroke p95',
    'keys',
  ];
  const rows = workspaces.map(({ what, files, way, time, memory, keystrokes, reports }) => [
    what,
    reports === files || way === 'not offered' ? files.toLocaleString('en') : `${reports} of ${files}`,
    way,
    way === 'not offered' ? '' : milliseconds(time),
    mebibytes(memory?.peak),
    ...[0.5, 0.95].map((share) => (keystrokes.length > 0 ? milliseconds(quantile(keystrokes, share)) : '')),
    keystrokes.length > 0 ? String(keystrokes.length) : '',
  ]);
  return tableOrNothing(header, rows);
}

function memoryTable({ memory }: Results): string {
  const rows = memory.flatMap(({ name, points }) =>
    points.map(({ edits, resident, heap }) => [
      name,
      edits.toLocaleString('en'),
      mebibytes(resident),
      mebibytes(heap),
      `${digits((resident / (points[0]?.resident ?? resident) - 1) * 100)} %`,
    ]),
  );
  return tableOrNothing(['server', 'edits', 'resident', 'objects', 'growth'], rows);
}

function commandTable({ commands }: Results): string {
  const rows = commands.map(({ name, times: all }) => {
    const { p50, max, count } = timesOf(all);
    return [name, milliseconds(p50), milliseconds(max), String(count)];
  });
  return tableOrNothing(['command', 'p50', 'max', 'runs'], rows);
}

function sizeTable({ sizes }: Results): string {
  const kibibytes = (bytes: number | undefined) =>
    bytes === undefined ? 'not built' : `${Math.round(bytes / 1024)} KiB`;
  const rows = sizes.map(({ name, bytes, compressed }) => [
    name,
    kibibytes(bytes),
    compressed === undefined ? '' : kibibytes(compressed),
  ]);
  return tableOrNothing(['file', 'size', 'compressed (gzip)'], rows);
}

function describe({ what, lines, format, shape }: ComparisonRow): string {
  return `${WORDS[what]}, ${lines.toLocaleString('en')} lines, ${format}, ${shape} entries`;
}

const WORDS: Readonly<Record<ComparisonRow['what'], string>> = {
  keystroke: 'keystroke to findings',
  typist: 'a key every 50 ms',
  completion: 'completion',
  hover: 'hover',
  startup: 'first start to first findings',
  restart: 'next start to first findings',
};

function tableOrNothing(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length > 0 ? table(header, rows) : '';
}

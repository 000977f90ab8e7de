import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { DraftFormat, DraftShape } from './drafts/draft';

/** The parts of the benchmark, in the order in which they run. */
export const PARTS = ['keystroke', 'typist', 'requests', 'startup', 'workspace', 'memory', 'cli', 'sizes'] as const;
export type Part = (typeof PARTS)[number];

export interface Options {
  readonly parts: readonly Part[];
  /** Smaller and fewer of everything: minutes instead of half an hour. */
  readonly quick: boolean;
  /** In how many turns the servers are measured. */
  readonly rounds: number;
  /** Lines of the drafts. */
  readonly lines: readonly number[];
  /** Formats and shapes of the drafts. */
  readonly formats: readonly DraftFormat[];
  readonly shapes: readonly DraftShape[];
  readonly peers: boolean;
  /** The server that is measured. */
  readonly server: string;
  /** Where the results go as JSON. */
  readonly json: string | undefined;
  /** Whether the tables in docs/performance.md are replaced. */
  readonly markdown: boolean;
  /** Whether the ratios that `npm test` compares with are replaced. */
  readonly record: boolean;
}

export const USAGE = `npm run bench -- [OPTION…]
  --quick            1,000 lines and files at most, fewer repetitions
  --only PARTS       of ${PARTS.join(', ')}; separated by commas
  --rounds N         in how many turns the servers are measured (10)
  --lines N,…        lines of the drafts (100,1000,10000)
  --formats F,…      formats of the drafts (markdown,yaml)
  --shapes S,…       shapes of the drafts: many entries, or few and long ones (many,long)
  --no-peers         only Rapporteur and the echo server
  --server FILE      another build of the server
  --json FILE        the results as JSON
  --markdown         writes the tables into docs/performance.md
  --record           writes bench/recorded-ratios.json, which npm test compares with, and measures nothing else
`;

/**
 * Reads the command line.
 *
 * @param builtServer The server that is measured where nothing is said.
 * @throws {Error} With a message for the user, where an option is unknown or has no meaning.
 */
export function readOptions(args: readonly string[], builtServer: string): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', default: PARTS.join(',') },
      rounds: { type: 'string', default: '10' },
      lines: { type: 'string' },
      formats: { type: 'string', default: FORMATS.join(',') },
      shapes: { type: 'string', default: SHAPES.join(',') },
      'no-peers': { type: 'boolean', default: false },
      server: { type: 'string', default: builtServer },
      json: { type: 'string' },
      markdown: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
    },
  });
  return {
    parts: namesIn(values.only, PARTS),
    quick: values.quick,
    rounds: toCount(values.rounds),
    lines: (values.lines ?? (values.quick ? '100,1000' : '100,1000,10000')).split(',').map(toCount),
    formats: namesIn(values.formats, FORMATS),
    shapes: namesIn(values.shapes, SHAPES),
    peers: !values['no-peers'],
    server: resolve(values.server),
    json: values.json === undefined ? undefined : resolve(values.json),
    markdown: values.markdown,
    record: values.record,
  };
}

const FORMATS: readonly DraftFormat[] = ['markdown', 'yaml'];
const SHAPES: readonly DraftShape[] = ['many', 'long'];

function namesIn<N extends string>(text: string, known: readonly N[]): N[] {
  return text.split(',').map((name) => {
    const found = known.find((candidate) => candidate === name);
    if (found === undefined) {
      throw new Error(`"${name}" is none of ${known.join(', ')}.`);
    }
    return found;
  });
}

function toCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) {
    throw new Error(`"${text}" is no count.`);
  }
  return count;
}

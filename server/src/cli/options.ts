import { parseArgs } from 'node:util';
import type { IsoDay } from '../model/date';
import { isDateProblem, readDate } from '../parse/dates';
import { UsageError } from './program';

/** Options that a command knows: `text` ones take a value, `list` ones one each time they are given, `flag` ones none. */
export type OptionTypes = Readonly<Record<string, 'text' | 'list' | 'flag'>>;

export interface ParsedOptions {
  readonly values: Readonly<Record<string, string | undefined>>;
  /** What `list` options were given, in order. */
  readonly lists: Readonly<Record<string, readonly string[] | undefined>>;
  readonly positionals: readonly string[];
}

/**
 * Reads arguments; an unknown option or a missing value is wrong use. `-o` is `--output`; `-o -`, standard output, is as if
 * it were not given.
 */
export function readOptions(args: readonly string[], types: OptionTypes): ParsedOptions {
  const options = Object.fromEntries(
    Object.entries(types).map(([name, type]) => [
      name,
      {
        type: type === 'flag' ? ('boolean' as const) : ('string' as const),
        multiple: type === 'list',
        ...(name === 'output' ? { short: 'o' } : {}),
      },
    ]),
  );
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const given = Object.entries(values).filter(([name, value]) => name !== 'output' || value !== '-');
    const lists = given.flatMap(([name, value]) => (Array.isArray(value) ? [[name, value.map(String)] as const] : []));
    const texts = given.flatMap(([name, value]) => (Array.isArray(value) ? [] : [[name, String(value)] as const]));
    return { values: Object.fromEntries(texts), lists: Object.fromEntries(lists), positionals };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new UsageError(
      `${reason}. Known: ${Object.keys(types)
        .map((name) => `--${name}`)
        .join(', ')}.`,
    );
  }
}

/** One of several words, or wrong use. */
export function readChoice<T extends string>(
  name: string,
  given: string | undefined,
  choices: readonly T[],
  fallback: T,
): T {
  const found = given === undefined ? fallback : choices.find((choice) => choice === given);
  if (found === undefined) {
    throw new UsageError(`--${name} is one of ${choices.join(', ')}, not “${given}”.`);
  }
  return found;
}

/** A whole number from 1, or wrong use; undefined where none is given. */
export function readCount(name: string, given: string | undefined): number | undefined {
  if (given !== undefined && !/^[1-9]\d{0,5}$/.test(given)) {
    throw new UsageError(`--${name} takes a number from 1, not “${given}”.`);
  }
  return given === undefined ? undefined : Number(given);
}

/** A day of `--as-of`: ISO, EDTF or words ("3 June 2024"); of a stretch of days the last. Wrong use where it is none. */
export function readAsOf(given: string | undefined, today: IsoDay): IsoDay | undefined {
  if (given === undefined) {
    return undefined;
  }
  const date = readDate(given, today);
  const day = isDateProblem(date) ? undefined : (date.latest ?? date.earliest);
  if (!day) {
    throw new UsageError(`--as-of takes a day such as 2024-06-03, not “${given}”.`);
  }
  return day;
}

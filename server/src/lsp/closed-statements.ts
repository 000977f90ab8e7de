import { type FarPlace, isNewer, type ReportIndex, type SaidStatus } from '../features/report-index';
import type { Statements } from '../features/report-statements';
import type { IsoDay } from '../model/date';
import type { Snapshot } from '../model/snapshot';
import { canonicalUri } from '../project/uri';

/**
 * What the reports of a folder say of actions that nobody has open: as much as is known by now. Ten thousand of them take
 * a few megabytes: words are kept once, all else as numbers.
 */
export class ClosedStatements {
  /** By canonical URI. */
  private readonly files = new Map<string, KnownStatements>();
  private readonly words = new Words();
  private summary: Summary | undefined;
  private isWanted = false;

  /**
   * @param want is called when somebody asks for the first time: from then on the reports have to be read
   * @param changed is called when something else is said than before, or more is known of it
   */
  constructor(
    private readonly want: () => void,
    private readonly changed: () => void,
  ) {}

  /** Takes what a file says now; undefined where it is no report, or gone. */
  take(uri: string, statements: Statements | undefined): void {
    const key = canonicalUri(uri);
    const known = this.files.get(key);
    const now = statements && this.packed(uri, statements);
    if (known && now ? areSame(known, now) : known === now) {
      return;
    }
    this.summary = undefined;
    if (now) {
      this.files.set(key, now);
    } else {
      this.files.delete(key);
    }
    this.changed();
  }

  /** What the files say that a snapshot does not know. */
  of(snapshot: Snapshot): ReportIndex {
    if (!this.isWanted) {
      this.isWanted = true;
      this.want();
    }
    const { counts, latest, quotes } = this.summaryWithout(snapshot.reportUris.map(canonicalUri));
    return {
      countNaming: (action) => counts.get(this.words.numberOf(action)) ?? 0,
      latestStatusOf: (action) => {
        const place = latest.get(this.words.numberOf(action));
        return place && this.said(place);
      },
      quotesOf: (subject) =>
        (quotes.get(this.words.numberOf(subject)) ?? []).map(({ file, at }) => ({
          subject,
          at: placeOf(file.uri, file.quoted, at),
          title: this.words.of(file.quoted[at + 1] ?? 0),
        })),
    };
  }

  private packed(uri: string, { title, day, named, statuses, quoted }: Statements): KnownStatements {
    const keys = named.map((key) => this.words.numberOf(key));
    return {
      ...{ uri, day, title: title === undefined ? undefined : this.words.numberOf(title) },
      named: Uint32Array.from(keys),
      statuses: Uint32Array.from(
        statuses.flatMap(([action, status, ...range]) => [keys[action] ?? 0, this.words.numberOf(status), ...range]),
      ),
      quoted: Uint32Array.from(
        quoted.flatMap(([subject, words, ...range]) => [
          ...[subject, words].map((one) => this.words.numberOf(one)),
          ...range,
        ]),
      ),
    };
  }

  /** It is the same for all requests until a file says something else, or a report is opened or closed. */
  private summaryWithout(keys: readonly string[]): Summary {
    const without = keys.filter((key) => this.files.has(key)).join('\n');
    if (this.summary?.without !== without) {
      this.summary = this.summarise(without, new Set(keys));
    }
    return this.summary;
  }

  private summarise(without: string, excluded: ReadonlySet<string>): Summary {
    const counts = new Map<number, number>();
    const latest = new Map<number, PlaceInFile>();
    const quotes = new Map<number, PlaceInFile[]>();
    for (const [key, file] of this.files) {
      if (excluded.has(key)) {
        continue;
      }
      for (const action of file.named) {
        counts.set(action, (counts.get(action) ?? 0) + 1);
      }
      for (let at = 0; at < file.statuses.length; at += FIELDS) {
        const action = file.statuses[at] ?? 0;
        const known = latest.get(action);
        if (!known || isNewer(file, known.file)) {
          latest.set(action, { file, at });
        }
      }
      for (let at = 0; at < file.quoted.length; at += FIELDS) {
        const subject = file.quoted[at] ?? 0;
        const known = quotes.get(subject) ?? [];
        known.push({ file, at });
        quotes.set(subject, known);
      }
    }
    return { without, counts, latest, quotes };
  }

  private said({ file: { uri, title, day, statuses }, at }: PlaceInFile): SaidStatus {
    return {
      at: placeOf(uri, statuses, at),
      status: this.words.of(statuses[at + 1] ?? 0),
      title: title === undefined ? undefined : this.words.of(title),
      day,
    };
  }
}

/** Numbers of words, and back. */
class Words {
  private readonly numbers = new Map<string, number>();
  private readonly all: string[] = [];

  numberOf(word: string): number {
    let number = this.numbers.get(word);
    if (number === undefined) {
      number = this.all.push(word) - 1;
      this.numbers.set(word, number);
    }
    return number;
  }

  of(number: number): string {
    return this.all[number] ?? '';
  }
}

/** Numbers of a status or title: those of its subject and its words, line and character of start and end. */
const FIELDS = 6;

function placeOf(uri: string, numbers: Uint32Array, at: number): FarPlace {
  const [line = 0, character = 0, endLine = 0, endCharacter = 0] = numbers.subarray(at + 2, at + FIELDS);
  return { uri, range: { start: { line, character }, end: { line: endLine, character: endCharacter } } };
}

interface KnownStatements {
  readonly uri: string;
  readonly day: IsoDay;
  /** Number of its words. */
  readonly title: number | undefined;
  /** Numbers of the keys of the actions that it names. */
  readonly named: Uint32Array;
  readonly statuses: Uint32Array;
  readonly quoted: Uint32Array;
}

/** What some files say together. */
interface Summary {
  /** Canonical URIs of the files that are left out, line by line. */
  readonly without: string;
  /** How many of them name an action, by the number of its key. */
  readonly counts: ReadonlyMap<number, number>;
  /** By the number of the action's key. */
  readonly latest: ReadonlyMap<number, PlaceInFile>;
  /** Where they quote another title, by the number of the key of what it is the title of. */
  readonly quotes: ReadonlyMap<number, readonly PlaceInFile[]>;
}

/** A status or a title in a file. */
interface PlaceInFile {
  readonly file: KnownStatements;
  /** Index of its first number. */
  readonly at: number;
}

function areSame(one: KnownStatements, other: KnownStatements): boolean {
  return (
    one.uri === other.uri &&
    one.day === other.day &&
    one.title === other.title &&
    areEqual(one.named, other.named) &&
    areEqual(one.statuses, other.statuses) &&
    areEqual(one.quoted, other.quoted)
  );
}

function areEqual(one: Uint32Array, other: Uint32Array): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index]);
}

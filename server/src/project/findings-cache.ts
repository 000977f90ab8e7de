import type { IsoDay } from '../model/date';
import type { ReportHeader } from '../model/report';
import type { AnalysedReport } from '../model/snapshot';

/** A digest of a text that another text has by chance as good as never: at least 32 hexadecimal digits. */
export type Hash = (text: string) => string;

/** Where texts are kept from one run to the next. Whatever is kept there may be lost or damaged at any time. */
export interface CacheFiles {
  /** What was written last under a name; undefined where there is nothing, or it cannot be read. */
  read(name: string): Promise<string | undefined>;
  /** Keeps a text, as a whole or not at all. Rejects where it cannot be kept. */
  write(name: string, text: string): Promise<void>;
}

/** What findings were made of, besides the circumstances that all findings have in common. */
export interface Dependencies {
  /** Fingerprints of the files that were looked at, by canonical URI; undefined for one that was not there. */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** The day on which they are true; undefined where they are true on every day. */
  readonly day: IsoDay | undefined;
}

/** What was kept of a report. */
export interface Kept<T> {
  readonly madeOf: Dependencies;
  readonly value: T;
}

/**
 * What was found in reports, kept from one run to the next as plain data. It is only ever found again where everything
 * that it was made of is the same: the contents of files count, never their times. Each entry carries a digest of
 * itself, so that a damaged one is as good as none.
 *
 * `T` is data that JSON keeps as it is.
 */
export class FindingsCache<T> {
  /** Lines as they are written, by digest of the canonical URI; those used last stand last. */
  private readonly lines = new Map<string, string>();
  private isChanged = false;

  private constructor(
    private readonly files: CacheFiles,
    private readonly hash: Hash,
    private readonly circumstances: string,
    private readonly mostText: number,
    private readonly kind: string,
  ) {}

  /**
   * Reads what was kept under the same circumstances.
   *
   * @param circumstances everything that findings depend on besides the files that are looked at: the engine, roadmaps,
   *   actors, settings, what `T` is. Data for JSON.
   * @param mostText how much is written at most, in UTF-16 units
   * @param kind tells apart what is kept for different uses in one folder: letters
   */
  static async open<T>(
    files: CacheFiles,
    hash: Hash,
    circumstances: unknown,
    mostText = MOST_TEXT,
    kind = 'findings',
  ): Promise<FindingsCache<T>> {
    const digest = hash(JSON.stringify([FORMAT, circumstances])).slice(0, DIGITS);
    const cache = new FindingsCache<T>(files, hash, digest, mostText, kind);
    const [first, ...lines] = (await files.read(cache.name))?.split('\n') ?? [];
    if (first === cache.header) {
      for (const line of lines) {
        cache.lines.set(line.slice(0, DIGITS), line);
      }
    }
    return cache;
  }

  /**
   * What was kept of a report, if it is still true.
   *
   * @param key canonical URI of the report
   * @param fingerprintOf the fingerprint of a file as it is now, by canonical URI; undefined where it is not there
   */
  async find(
    key: string,
    today: IsoDay,
    fingerprintOf: (key: string) => Promise<string | undefined>,
  ): Promise<T | undefined> {
    const kept = this.kept(key, today);
    for (const [other, fingerprint] of kept?.madeOf.files ?? []) {
      if ((await fingerprintOf(other)) !== fingerprint) {
        return undefined;
      }
    }
    return kept?.value;
  }

  /** What was kept of a report, true if it could be so on this day and the files are still those that it was made of. */
  kept(key: string, today: IsoDay): Kept<T> | undefined {
    const id = this.idOf(key);
    const line = this.lines.get(id);
    const entry = line === undefined ? undefined : this.read(line, key);
    if (line === undefined || !entry || (entry.day !== null && entry.day !== today)) {
      return undefined;
    }
    this.lines.delete(id);
    this.lines.set(id, line);
    const files = new Map(entry.files.map(([other, fingerprint]) => [other, fingerprint ?? undefined]));
    return { madeOf: { files, day: entry.day ?? undefined }, value: entry.value };
  }

  /** Keeps what was found in a report, instead of what was kept of it before. */
  keep(key: string, { files, day }: Dependencies, value: T): void {
    const id = this.idOf(key);
    const entry: Entry<T> = {
      key,
      files: [...files].map(([other, fingerprint]) => [other, fingerprint ?? null]),
      day: day ?? null,
      value,
    };
    const json = JSON.stringify(entry);
    this.lines.delete(id);
    this.lines.set(id, id + this.digestOf(json) + json);
    this.isChanged = true;
  }

  /** Writes what has changed; of too much, what was not used for longest is left out. Rejects where it cannot. */
  async save(): Promise<void> {
    if (!this.isChanged) {
      return;
    }
    const kept: string[] = [];
    let length = 0;
    for (const line of [...this.lines.values()].reverse()) {
      length += line.length + 1;
      if (length > this.mostText) {
        break;
      }
      kept.push(line);
    }
    await this.files.write(this.name, [this.header, ...kept.reverse()].join('\n'));
    this.isChanged = false;
  }

  private get name(): string {
    return `${this.kind}-${this.circumstances}`;
  }

  private get header(): string {
    return `${FORMAT} ${this.circumstances}`;
  }

  private read(line: string, key: string): Entry<T> | undefined {
    const json = line.slice(2 * DIGITS);
    if (line.slice(DIGITS, 2 * DIGITS) !== this.digestOf(json)) {
      return undefined;
    }
    const entry = JSON.parse(json) as Entry<T>;
    return entry.key === key ? entry : undefined;
  }

  private idOf(key: string): string {
    return this.hash(key).slice(0, DIGITS);
  }

  /** A line that was written under other circumstances is damage too. */
  private digestOf(json: string): string {
    return this.hash(`${this.circumstances}\n${json}`).slice(0, DIGITS);
  }
}

/** The day that what is found in a report depends on: today, if it or a report before it does not say its own. */
export function dayCounted({ report, chain, asOf }: AnalysedReport, today: IsoDay): IsoDay | undefined {
  const isDated = ({ date, asOf: day }: ReportHeader) => {
    const said = date?.value ?? day?.value;
    return (said?.latest ?? said?.earliest) != null;
  };
  return asOf.from !== 'today' && [report, ...chain].every(({ header }) => isDated(header)) ? undefined : today;
}

/** What a line says, behind the digest of its key and that of its JSON. */
interface Entry<T> {
  readonly key: string;
  readonly files: readonly (readonly [key: string, fingerprint: string | null])[];
  readonly day: IsoDay | null;
  readonly value: T;
}

/** Another one whenever lines are written in another way. */
const FORMAT = 'rapporteur-findings-1';

/** How many digits of a digest are kept. */
const DIGITS = 32;

/** Enough for the findings of some ten thousands of reports. */
const MOST_TEXT = 50_000_000;

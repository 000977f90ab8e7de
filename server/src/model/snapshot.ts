import type { Actor, ActorRegister } from './actor';
import type { IsoDay } from './date';
import type { DraftKind } from './draft-kind';
import type { FileRole } from './file-role';
import type { Finding } from './finding';
import type { Report } from './report';
import type { Roadmap } from './roadmap';
import type { Settings } from './settings';
import type { Suggestion } from './suggestion';

/**
 * A workspace at one moment. Nothing in it changes; an edit makes the next one. Features read one and nothing else.
 */
export interface Snapshot {
  /** Goes up by at least one with every change. */
  readonly revision: number;
  /** Today in the user's time zone. */
  readonly today: IsoDay;
  readonly settings: Settings;
  /** Built-in roadmaps and those of the workspace, which override by id. */
  readonly roadmaps: ReadonlyMap<string, Roadmap>;
  readonly actors: ActorRegister;
  /** The kinds of draft: the built-in ones in their order, then those of the project file. */
  readonly kinds: readonly DraftKind[];
  /** The text of a file, open or on disk, as far as the workspace knows it; undefined for other files. */
  text(uri: string): string | undefined;
  /** What a file is to Rapporteur; undefined for a file that is left alone, or not known. */
  roleOf(uri: string): FileRole | undefined;
  /** The report in a file; undefined where the file is none. */
  report(uri: string): AnalysedReport | undefined;
  /** The findings of a file, sorted; empty for one that is left alone. */
  findings(uri: string): readonly Finding[];
  /** URIs of the reports that the workspace knows: those that are open, and those that were read for another one. */
  readonly reportUris: readonly string[];
  /** The roadmap that a file defines; undefined where it defines none. */
  roadmapIn(uri: string): Roadmap | undefined;
  /** The actors that a file defines, in its order, whether another file overrides them or not; empty where it has none. */
  actorsIn(uri: string): readonly Actor[];
}

/** A report with what it was read against. */
export interface AnalysedReport {
  readonly report: Report;
  /** The roadmaps of its header that exist, in its order; the default one where the header names none. */
  readonly roadmaps: readonly Roadmap[];
  readonly asOf: AsOf;
  /** What is drafted, or meant by a slip; undefined where the header names a kind that there is not. */
  readonly kind: DraftKind | undefined;
  /** What sections that name no action seem to be about; computed when first asked for. */
  suggestions(): readonly Suggestion[];
  /** The report of `previous`, where it could be read. */
  readonly previous: Report | undefined;
  /** The chain of `previous`, newest first, without repetition; starts with `previous`. */
  readonly chain: readonly Report[];
  /** What is wrong with `previous`, where something is. */
  readonly previousProblem: PreviousProblem | undefined;
}

/** What can be wrong with `previous`; of a document that could not be imported, or not all of it, it is said why, in a sentence. */
export type PreviousProblem =
  | 'not-found'
  | 'cycle'
  | 'no-report'
  | `not-imported: ${string}`
  | `partly-imported: ${string}`;

/** The day that "overdue" is measured against, and who says so (DESIGN, section 2). */
export interface AsOf {
  readonly day: IsoDay;
  readonly from: 'command' | 'as-of' | 'date' | 'setting' | 'today';
}

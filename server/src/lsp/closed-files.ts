import type { FindingsCache } from '../project/findings-cache';
import type { FileToCheck, FoundInFile } from './report-checker';

/** What reports are read against, with what is kept of them under these circumstances. */
export interface Setup {
  /** Other objects whenever roadmaps, actors, settings or the day are others. */
  readonly against: readonly unknown[];
  readonly opening: Promise<FindingsCache<FoundInFile> | undefined> | undefined;
  /** Once it is opened. */
  cache: FindingsCache<FoundInFile> | undefined;
}

/** A file of the workspace that waits to be checked. */
export interface WaitingFile extends FileToCheck {
  /** Canonical URI. */
  readonly key: string;
  /** What was found when it was the way that `keptFrom` says. */
  readonly kept: FoundInFile | undefined;
}

/** A file of the workspace that has been checked. */
export interface KnownFile {
  readonly uri: string;
  readonly resultId: string;
  readonly findings: number;
  readonly isReport: boolean;
  /** The files that its findings depend on besides its own. */
  readonly lookedAt: ReadonlySet<string>;
}

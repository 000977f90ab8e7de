import type { DocumentImporter } from '../import/import-task';
import type { IsoDay } from '../model/date';
import type { FileSource } from '../project/file-source';
import type { CacheFiles, Hash } from '../project/findings-cache';
import type { BatchChecker, CheckSetup } from './batch-checker';

/** The world as a command sees it; handed in, so that a command can be run in a test. */
export interface CommandHost {
  /** Standard output: the answer and nothing else. */
  readonly print: (text: string) => void;
  /** Standard error. */
  readonly complain: (text: string) => void;
  /** Whether colours are wanted: standard output is a terminal and NO_COLOR is not set. */
  readonly colour: boolean;
  /** URI of a path as the shell gives it: relative to the working folder or absolute. */
  readonly uriOf: (path: string) => string;
  /** A file's URI as people read it: relative to the working folder, with `/`. */
  readonly pathOf: (uri: string) => string;
  /**
   * The folder whose roadmaps, actors and settings count for these paths (as the shell gives them): its URI, without a
   * slash at the end, and whether those in folders below it count too.
   */
  readonly workspaceOf: (paths: readonly string[]) => { readonly uri: string; readonly whole: boolean };
  readonly files: FileSource;
  /** The same files, with the drafts of documents in the place of what is in these. */
  readonly reportFiles: FileSource;
  /** What a path is on the disk. */
  readonly kindOf: (path: string) => 'file' | 'folder' | 'missing';
  /** Paths of files that match a glob in the working folder. */
  readonly glob: (pattern: string) => Promise<readonly string[]>;
  /** Writes a new file; answers whether it could (never over an existing one). */
  readonly writeNew: (path: string, text: string) => Promise<'written' | 'exists' | 'failed'>;
  /**
   * Puts a text in the place of a file's, all at once and with its permissions. Only where the file is UTF-8 and still
   * has the text before; line ends and byte order mark stay.
   */
  readonly replace: (uri: string, before: string, after: string) => Promise<ReplaceResult>;
  readonly today: IsoDay;
  readonly packageRoot: string;
  readonly version: string;
  /** How many threads can run at once. */
  readonly processors: number;
  /** Digest of a text. */
  readonly hash: Hash;
  /** What is another one for every build of the program. */
  readonly engine: () => Promise<string>;
  /** Keeps texts in a folder, by its path. */
  readonly cacheIn: (folder: string) => CacheFiles;
  /** Imports a document in a thread of its own. */
  readonly importDocument: DocumentImporter;
  /** Starts a thread that checks reports. */
  readonly startThread: (setup: CheckSetup) => CheckThread;
}

/** Whether a file could be replaced: `not-utf-8` and `changed` say why it was left alone. */
export type ReplaceResult = 'written' | 'not-utf-8' | 'changed' | 'failed';

/** Checks reports in another thread. */
export interface CheckThread extends BatchChecker {
  /** Ends the thread, whatever it is doing. */
  end(): void;
}

/** Exit codes (DESIGN, section 7). */
export const EXIT = { clean: 0, findings: 1, wrongUse: 2 } as const;

/** Wrong use or an unreadable file: its message is shown as one line, and the command ends with exit code 2. */
export class UsageError extends Error {}

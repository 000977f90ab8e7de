import type { IsoDay } from '../model/date';
import type { PartialSettings } from '../model/settings';
import { builtInFiles } from '../project/built-in';
import type { FileSource } from '../project/file-source';
import type { Hash } from '../project/findings-cache';
import { rulePageUri } from '../project/rule-page';
import { createSnapshot, type FileChange, type WorkspaceFile, type WorkspaceSnapshot } from '../project/workspace';
import { type CheckedFile, type FileToCheck, ReportChecker } from './report-checker';

/** What a thread checks reports against, as plain data: everything that decides what is found in them. */
export interface ReportSetup {
  readonly folder: string | undefined;
  /** Where what is built in lies. */
  readonly root: string;
  readonly editorSettings: PartialSettings;
  readonly today: IsoDay;
  /** Definitions and open documents, in the order in which they count. */
  readonly files: readonly WorkspaceFile[];
  /** Whether findings are kept from one start to the next. */
  readonly keeps: boolean;
}

/** What a thread has to be told, so that it checks reports as they are checked against this snapshot. */
export function reportSetup(
  { today, files }: WorkspaceSnapshot,
  circumstances: Omit<ReportSetup, 'today' | 'files'>,
): ReportSetup {
  const texts = [...files.values()].map(({ uri, text, language }) => ({ uri, text, language }));
  return { ...circumstances, today, files: texts };
}

/** What a thread is asked. */
export interface ReportTask {
  /** Present in the first task, and whenever it is another one. */
  readonly setup?: ReportSetup;
  /** What has changed in open documents since the last task. */
  readonly changes: readonly FileChange[];
  /** URIs of files on the disk that have changed since the last task. */
  readonly forgotten: readonly string[];
  readonly files: readonly FileToCheck[];
}

/** What it answers, in the order of the files. */
export type ReportAnswer = readonly (CheckedFile | 'as-kept')[];

/** What such a thread has of the world. */
export interface ReportThreadHost {
  readonly files: FileSource;
  readonly hash: Hash;
}

/** Answers tasks as the server's own thread would. */
export function createReportThread({ files, hash }: ReportThreadHost): (task: ReportTask) => Promise<ReportAnswer> {
  let workspace: WorkspaceSnapshot | undefined;
  let checker: ReportChecker | undefined;
  return async ({ setup, changes, forgotten, files: waiting }) => {
    if (setup) {
      const pageOf = (code: string) => rulePageUri(setup.root, code);
      const first = snapshotOf(setup, workspace);
      workspace = first;
      const snapshot = () => workspace ?? first;
      checker ??= new ReportChecker({ files, snapshot, pageOf, hash: setup.keeps ? hash : undefined });
    }
    if (!workspace || !checker) {
      throw new Error('A thread was given reports before it was told what they are read against.');
    }
    workspace = changes.length > 0 ? workspace.with(changes) : workspace;
    checker.forget(forgotten);
    const answer: (CheckedFile | 'as-kept')[] = [];
    for (const file of waiting) {
      answer.push(await checker.check(file));
    }
    return answer;
  };
}

/** The workspace as the server's own thread sees it; of the older one as much is used again as is still the same. */
function snapshotOf(setup: ReportSetup, older: WorkspaceSnapshot | undefined): WorkspaceSnapshot {
  const { folder, root, editorSettings, today, files } = setup;
  const options = { builtIn: builtInFiles(root), folder, editorSettings, commandSettings: {}, command: {}, today };
  return createSnapshot({ ...options, files: new Map() }, older).with(files);
}

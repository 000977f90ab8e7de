import { setImmediate as otherWork } from 'node:timers/promises';
import type { Severity } from '../model/finding';
import { BatchReader } from './batch-reader';
import { jsonOf } from './check-json';
import { textOf } from './check-text';
import type { ProjectSetup, TextFile } from './collect';
import type { CommandHost } from './program';

/** What decides how files are checked and shown: plain data, so that another thread can be given it. */
export interface CheckSetup {
  readonly project: ProjectSetup;
  readonly format: 'text' | 'json';
  readonly colour: boolean;
}

/** What is shown of a file. */
export interface CheckedFile {
  /** As people read it; files are shown in this order. */
  readonly path: string;
  readonly shown: string;
  readonly counts: Readonly<Record<Severity, number>>;
}

/** Checks reports a batch at a time. */
export interface BatchChecker {
  /** What is shown of each file, in their order. */
  check(files: readonly TextFile[]): Promise<readonly CheckedFile[]>;
}

/** What checking needs of the world. */
export type CheckHost = Pick<CommandHost, 'files' | 'packageRoot' | 'pathOf'>;

/** Checks reports in the thread that it is used in; other work of the thread goes on between two reports. */
export function createBatchChecker(
  setup: CheckSetup,
  host: CheckHost,
  reader = new BatchReader(setup.project, host),
): BatchChecker {
  return {
    check: async (files) => {
      const snapshot = await reader.read(files);
      const render = setup.format === 'json' ? jsonOf(snapshot, host) : textOf(snapshot, host, setup.colour);
      const checked: CheckedFile[] = [];
      for (const { uri } of files) {
        const findings = snapshot.findings(uri);
        const counts = { error: 0, warning: 0, info: 0, hint: 0 };
        for (const { severity } of findings) {
          counts[severity]++;
        }
        checked.push({ path: host.pathOf(uri), shown: render(uri, findings, counts), counts });
        await otherWork();
      }
      return checked;
    },
  };
}

import { setImmediate as otherWork } from 'node:timers/promises';
import type { Finding, Severity } from '../model/finding';
import { type Dependencies, dayCounted } from '../project/findings-cache';
import { type FixedText, fixAll } from '../project/fix-all';
import { canonicalUri } from '../project/uri';
import type { WorkspaceSnapshot } from '../project/workspace';
import { BatchReader } from './batch-reader';
import { jsonOf } from './check-json';
import { textOf } from './check-text';
import type { ProjectSetup, TextFile } from './collect';
import { type Fingerprint, fingerprints } from './fingerprints';
import type { CommandHost } from './program';

/** What decides how files are checked and shown: plain data, so that another thread can be given it. */
export interface CheckSetup {
  readonly project: ProjectSetup;
  readonly format: 'text' | 'json';
  readonly colour: boolean;
  /** Whether it is wanted what findings were made of. */
  readonly keeps: boolean;
  /** Whether it is wanted what the safe fixes make of the files. */
  readonly fixes: boolean;
}

/** What is shown of a file. */
export interface ShownFile {
  /** As people read it; files are shown in this order. */
  readonly path: string;
  readonly shown: string;
  readonly counts: Readonly<Record<Severity, number>>;
}

/** A file that has been checked. */
export interface CheckedFile {
  readonly uri: string;
  readonly key: string;
  readonly file: ShownFile;
  /** What its findings were made of; undefined where that is not wanted, or they are not to be kept. */
  readonly madeOf: Dependencies | undefined;
  /** Where that is wanted and there is something to fix. */
  readonly fixed?: FixedText | undefined;
}

/** Checks reports a batch at a time. */
export interface BatchChecker {
  /** What is shown of each file, in their order. */
  check(files: readonly TextFile[]): Promise<readonly CheckedFile[]>;
}

/** What checking needs of the world. */
export type CheckHost = Pick<CommandHost, 'reportFiles' | 'hash' | 'packageRoot' | 'pathOf'>;

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
      const fingerprintOf = fingerprints(host.hash, setup.project.named);
      const checked: CheckedFile[] = [];
      for (const { uri } of files) {
        const findings = snapshot.findings(uri);
        const counts = { error: 0, warning: 0, info: 0, hint: 0 };
        for (const { severity } of findings) {
          counts[severity]++;
        }
        const fixed = setup.fixes ? fixAll(snapshot, uri) : undefined;
        const isKept = setup.keeps && !fixed;
        checked.push({
          uri,
          key: canonicalUri(uri),
          file: { path: host.pathOf(uri), shown: render(uri, findings, counts), counts },
          madeOf: isKept ? dependenciesOf(uri, findings, snapshot, setup.project, fingerprintOf) : undefined,
          fixed,
        });
        await otherWork();
      }
      return checked;
    },
  };
}

function dependenciesOf(
  uri: string,
  findings: readonly Finding[],
  snapshot: WorkspaceSnapshot,
  { today }: ProjectSetup,
  fingerprintOf: Fingerprint,
): Dependencies | undefined {
  // What broke may work the next time.
  if (findings.some(({ code }) => code === 'internal-error')) {
    return undefined;
  }
  const analysed = snapshot.report(uri);
  const keys = snapshot.lookedAt(uri) ?? new Set([canonicalUri(uri)]);
  return {
    files: new Map([...keys].map((key) => [key, fingerprintOf(key, snapshot.text(key))])),
    day: analysed && dayCounted(analysed, today),
  };
}

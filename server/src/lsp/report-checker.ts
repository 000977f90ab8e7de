import type * as lsp from 'vscode-languageserver';
import { type Statements, statementsOf } from '../features/report-statements';
import { LineIndex } from '../model/lines';
import { ClosedReports } from '../project/closed-reports';
import { placesText } from '../project/document-drafts';
import type { FileSource } from '../project/file-source';
import { type Dependencies, dayCounted, type Hash } from '../project/findings-cache';
import { canonicalUri, uriOfCanonical } from '../project/uri';
import type { WorkspaceSnapshot } from '../project/workspace';
import type { RulePage } from './convert';
import { DiagnosticWriter, NOTHING_FOUND } from './diagnostic-writer';
import { MadeOfText } from './made-of-text';

/** What was found in a file that nobody has open, as it is sent: plain data, which a thread can send and JSON keeps. */
export interface FoundInFile {
  readonly isReport: boolean;
  /** A digest of the findings. */
  readonly resultId: string;
  readonly items: readonly lsp.Diagnostic[];
  /** What it says of actions; absent where it is no report, or could not be read. */
  readonly says?: Statements;
}

/** A file that has been checked. */
export interface CheckedFile {
  readonly found: FoundInFile;
  /** Canonical URIs of the files that the findings depend on. */
  readonly lookedAt: readonly string[];
  /** What the findings were made of; undefined where that is not wanted, or they are not to be kept. */
  readonly madeOf: Dependencies | undefined;
}

/** A file that waits to be checked. */
export interface FileToCheck {
  readonly uri: string;
  /** What the findings that are known of it were made of: if that is still the same, so are they. */
  readonly keptFrom?: Dependencies | undefined;
}

/** What checking closed reports needs of the world. */
export interface ReportCheckerService {
  readonly files: FileSource;
  /** The workspace with its open documents, as it is now. */
  readonly snapshot: () => WorkspaceSnapshot;
  readonly pageOf: RulePage;
  /** Makes fingerprints of files; undefined where nobody keeps findings. */
  readonly hash: Hash | undefined;
}

/** Checks reports that nobody has open, one after the other, in whatever thread it is used in. */
export class ReportChecker {
  private readonly reports: ClosedReports;
  private readonly writer: DiagnosticWriter;
  private readonly lines = new MadeOfText((text) => new LineIndex(text));
  private readonly fingerprints: MadeOfText<string>;
  /** Fingerprints of files on the disk, by canonical URI; known for a moment only. */
  private readonly onDisk = new Map<string, string | undefined>();

  constructor(private readonly service: ReportCheckerService) {
    this.reports = new ClosedReports(service.files, service.snapshot);
    this.writer = new DiagnosticWriter(service.pageOf);
    this.fingerprints = new MadeOfText((text) => service.hash?.(text).slice(0, DIGITS) ?? '');
  }

  /** What is found in a file, or `as-kept` where what is kept of it is still true. */
  async check({ uri, keptFrom }: FileToCheck): Promise<CheckedFile | 'as-kept'> {
    if (keptFrom && (await this.isAsKept(uri, keptFrom))) {
      return 'as-kept';
    }
    const snapshot = await this.reports.read(uri);
    const text = snapshot?.text(uri);
    if (snapshot === undefined || text === undefined) {
      return { found: NO_REPORT, lookedAt: [], madeOf: undefined };
    }
    const { resultId, items } = this.writer.of(uri, snapshot, (other) =>
      this.lines.of(other, placesText(other, snapshot.text(other))),
    );
    const all = items();
    // What broke may work the next time.
    const isBroken = all.some(({ code }) => code === 'internal-error');
    const lookedAt = isBroken ? [] : [...(snapshot.lookedAt(uri) ?? [])];
    const analysed = isBroken ? undefined : snapshot.report(uri);
    const lines = this.lines.of(uri, text);
    const says = analysed && lines && statementsOf(analysed, snapshot.findings(uri), lines);
    const found: FoundInFile = { isReport: true, resultId, items: all, ...(says ? { says } : {}) };
    const madeOf = analysed &&
      this.service.hash && {
        files: new Map(lookedAt.map((key) => [key, this.fingerprints.of(key, snapshot.text(key))])),
        day: dayCounted(analysed, snapshot.today),
      };
    return { found, lookedAt, madeOf };
  }

  /** Begins to fetch files that will be checked next, so that nobody waits for them. */
  fetch(uris: readonly string[]): void {
    this.reports.fetch(uris);
  }

  /** Forgets what was read of files that have changed since, and of all what is only good for a moment. */
  forget(uris: readonly string[]): void {
    this.reports.forget(uris);
    this.onDisk.clear();
  }

  private async isAsKept(uri: string, { files }: Dependencies): Promise<boolean> {
    const own = canonicalUri(uri);
    for (const [key, fingerprint] of files) {
      const open = key === own ? undefined : this.service.snapshot().text(key);
      const isSame =
        open === undefined
          ? (await this.fingerprintOnDisk(key, key === own ? uri : uriOfCanonical(key))) === fingerprint
          : this.fingerprints.of(key, open) === fingerprint;
      if (!isSame) {
        return false;
      }
    }
    return true;
  }

  private async fingerprintOnDisk(key: string, uri: string): Promise<string | undefined> {
    if (!this.onDisk.has(key)) {
      this.onDisk.set(key, this.fingerprints.of(key, await this.reports.text(uri)));
    }
    return this.onDisk.get(key);
  }
}

/** How many digits of a digest are kept. */
const DIGITS = 32;

/** Of a file that is no report, or gone. */
const NO_REPORT: FoundInFile = { isReport: false, resultId: NOTHING_FOUND, items: [] };

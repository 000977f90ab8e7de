import { recogniseFile } from '../parse/recognise';
import { builtInFiles } from '../project/built-in';
import { decodeText } from '../project/decode';
import { canonicalUri, uriOfCanonical } from '../project/uri';
import { createSnapshot, type WorkspaceSnapshot } from '../project/workspace';
import type { ProjectSetup, TextFile } from './collect';
import type { CommandHost } from './program';

/**
 * Reads reports a batch at a time, each batch with the reports that its `previous` lead back to. What was read for a
 * batch is let go with the next one unless that needs it too, so that any number of reports can be read; the result is
 * the same as reading all of them at once.
 */
export class BatchReader {
  /** The workspace without any report. */
  readonly definitions: WorkspaceSnapshot;
  private latest: WorkspaceSnapshot;
  /** URIs of the reports in the latest snapshot, by canonical URI. */
  private readonly known = new Map<string, string>();

  /** @param older what has been read of the same definitions before */
  constructor(
    setup: ProjectSetup,
    private readonly host: Pick<CommandHost, 'reportFiles' | 'packageRoot'>,
    older?: WorkspaceSnapshot,
  ) {
    const { folder, definitions, named, roadmap, asOf, today } = setup;
    this.definitions = createSnapshot(
      {
        builtIn: builtInFiles(host.packageRoot),
        folder,
        files: new Map(definitions.map(({ uri, text }) => [uri, text])),
        editorSettings: {},
        commandSettings: {},
        command: { roadmap, asOf, reports: named },
        today,
      },
      older,
    );
    this.latest = this.definitions;
  }

  /** The workspace with these files, and those that they refer to. */
  async read(files: readonly TextFile[]): Promise<WorkspaceSnapshot> {
    this.add(files.filter(({ uri }) => this.definitions.text(uri) === undefined));
    const needed = new Set<string>();
    for (const { uri } of files) {
      for (const key of await this.readWhole(uri)) {
        needed.add(key);
      }
    }
    const done = [...this.known].filter(([key]) => !needed.has(key));
    for (const [key] of done) {
      this.known.delete(key);
    }
    this.latest = this.latest.with(done.map(([, uri]) => ({ uri, text: undefined })));
    return this.latest;
  }

  /**
   * Reads what a report refers to, and what that refers to. Answers the canonical URIs of all that was looked at; a
   * reference that leads nowhere is a finding, no failure.
   */
  private async readWhole(uri: string): Promise<ReadonlySet<string>> {
    const seen = new Set<string>();
    for (;;) {
      const lookedAt = this.lookedAt(uri) ?? seen;
      const missing = [...lookedAt].find((key) => !seen.has(key) && this.latest.text(key) === undefined);
      if (missing === undefined) {
        return lookedAt;
      }
      seen.add(missing);
      const target = uriOfCanonical(missing);
      const bytes = await this.host.reportFiles.read(target);
      if (bytes) {
        const text = decodeText(bytes);
        // What is read against is settled before the first batch.
        const isOfReport = /none|report$/.test(recogniseFile(missing, text));
        this.add([{ uri: target, text: isOfReport ? text : '' }]);
      }
    }
  }

  private lookedAt(uri: string): ReadonlySet<string> | undefined {
    try {
      return this.latest.lookedAt(uri);
    } catch {
      // A failure of the engine becomes a finding of this file.
      return undefined;
    }
  }

  private add(files: readonly TextFile[]): void {
    for (const { uri } of files) {
      this.known.set(canonicalUri(uri), uri);
    }
    this.latest = this.latest.with(files);
  }
}

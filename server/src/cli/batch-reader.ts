import { parseHeader } from '../parse/header';
import { builtInFiles } from '../project/built-in';
import { decodeText } from '../project/decode';
import { canonicalUri, resolveReference } from '../project/uri';
import { createSnapshot, type WorkspaceSnapshot } from '../project/workspace';
import type { ProjectSetup, TextFile } from './collect';
import type { CommandHost } from './program';

/**
 * Reads reports a batch at a time, each batch with the reports that its `previous` lead back to. What was read for a
 * batch is let go with the next one unless that needs it too, so that any number of reports can be read; the result is
 * the same as reading all of them at once.
 */
export class BatchReader {
  private readonly named: ReadonlySet<string>;
  private latest: WorkspaceSnapshot;
  private texts: ReadonlyMap<string, TextFile> = new Map();
  /** The definitions without any report. */
  readonly definitions: WorkspaceSnapshot;

  /** @param older what has been read of the same definitions before */
  constructor(
    private readonly setup: ProjectSetup,
    private readonly host: Pick<CommandHost, 'files' | 'packageRoot'>,
    older?: WorkspaceSnapshot,
  ) {
    this.named = new Set(setup.named.map(canonicalUri));
    this.definitions = this.snapshotOf(keyed(setup.definitions), older);
    this.latest = this.definitions;
  }

  /** The workspace with these files, and those that they refer to. */
  async read(files: readonly TextFile[]): Promise<WorkspaceSnapshot> {
    const texts = new Map([...keyed(this.setup.definitions), ...keyed(files)]);
    for (const { uri, text } of files) {
      await this.readPrevious(uri, text, texts);
    }
    this.latest = this.snapshotOf(texts, this.latest);
    this.texts = texts;
    return this.latest;
  }

  /** Adds the chain of `previous` of a report to `texts`. One that leads nowhere is a finding, no failure. */
  private async readPrevious(uri: string, text: string, texts: Map<string, TextFile>): Promise<void> {
    const seen = new Set<string>();
    for (let target = previousOf(uri, text); target !== undefined && !seen.has(target); ) {
      seen.add(target);
      const file = texts.get(target) ?? this.texts.get(target) ?? (await this.readFile(target));
      if (file === undefined) {
        return;
      }
      texts.set(target, file);
      target = previousOf(file.uri, file.text);
    }
  }

  private async readFile(canonical: string): Promise<TextFile | undefined> {
    const uri = encodeURI(canonical).replace(/[?#]/g, encodeURIComponent);
    const bytes = await this.host.files.read(uri);
    return bytes && { uri, text: decodeText(bytes) };
  }

  private snapshotOf(texts: ReadonlyMap<string, TextFile>, older: WorkspaceSnapshot | undefined): WorkspaceSnapshot {
    const { folder, roadmap, asOf, today } = this.setup;
    const files = [...texts.values()];
    return createSnapshot(
      {
        builtIn: builtInFiles(this.host.packageRoot),
        folder,
        files: new Map(files.map(({ uri, text }) => [uri, text])),
        editorSettings: {},
        commandSettings: {},
        command: { roadmap, asOf, reports: [...texts.keys()].filter((key) => this.named.has(key)) },
        today,
      },
      older,
    );
  }
}

/** The canonical URI of the report that this one goes on from. */
function previousOf(uri: string, text: string): string | undefined {
  if (!MAY_HAVE_PREVIOUS.test(text)) {
    return undefined;
  }
  const format = /\.ya?ml$/i.test(canonicalUri(uri)) ? 'yaml' : 'markdown';
  const reference = parseHeader(text, format).previous?.value;
  return reference === undefined ? undefined : resolveReference(uri, reference);
}

/** Whether the text of a report can have the key `previous`, which can as well be written with escapes. */
const MAY_HAVE_PREVIOUS = /previous|\\/;

/** Files by canonical URI; of two with the same one the last. */
function keyed(files: readonly TextFile[]): Map<string, TextFile> {
  return new Map(files.map((file) => [canonicalUri(file.uri), file]));
}

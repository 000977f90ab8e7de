import { isDefinition } from '../model/file-role';
import { recogniseFile } from '../parse/recognise';
import { decodeText } from './decode';
import type { FileSource } from './file-source';
import { canonicalUri, resolveReference, uriOfCanonical } from './uri';
import type { WorkspaceSnapshot } from './workspace';

/**
 * Reads reports that nobody has open, each with the reports before it, into snapshots of their own. Only the last ones
 * are kept, so that a workspace of any size takes the same room; a series whose reports are asked for in their order is
 * read once.
 */
export class ClosedReports {
  private base: WorkspaceSnapshot | undefined;
  private walking: WorkspaceSnapshot | undefined;
  /** What was added to the base, by canonical URI, oldest first. */
  private readonly added = new Map<string, string>();
  private readonly fetched = new Map<string, Promise<Uint8Array | undefined>>();

  /** @param snapshot the workspace with its open documents, as it is now */
  constructor(
    private readonly files: FileSource,
    private readonly snapshot: () => WorkspaceSnapshot,
  ) {}

  /**
   * A snapshot in which the report in a file is known, and whatever its `previous` leads to. Undefined where the file is
   * none, or is gone.
   */
  async read(uri: string): Promise<WorkspaceSnapshot | undefined> {
    const isKnownDefinition = (file: string) => isDefinition(this.snapshot().roleOf(file));
    if (isKnownDefinition(uri)) {
      return undefined;
    }
    const bytes = await this.bytes(uri);
    // While it was read the workspace may have come to know it as what reports are read against.
    if (bytes === undefined || isKnownDefinition(uri)) {
      return undefined;
    }
    const seen = new Set<string>();
    let snapshot = this.add(uri, decodeText(bytes), seen);
    for (let current: string | undefined = uri; current !== undefined && !seen.has(canonicalUri(current)); ) {
      seen.add(canonicalUri(current));
      const reference = previousOf(current, snapshot);
      current = reference === undefined ? undefined : resolveReference(current, reference);
      if (current !== undefined && snapshot.text(current) === undefined) {
        const before = await this.files.read(uriOfCanonical(current));
        snapshot = before && !isKnownDefinition(current) ? this.add(current, decodeText(before), seen) : snapshot;
      }
    }
    return /report$/.test(snapshot.roleOf(uri) ?? '') ? snapshot : undefined;
  }

  /** The text of a file that nobody has open; undefined where it is not there. */
  async text(uri: string): Promise<string | undefined> {
    const bytes = await this.bytes(uri);
    return bytes && decodeText(bytes);
  }

  /** Begins to fetch files that will be read next, so that nobody waits for them. */
  fetch(uris: readonly string[]): void {
    for (const uri of uris) {
      if (!this.fetched.has(uri)) {
        this.fetched.set(uri, this.files.read(uri));
      }
    }
  }

  /** Forgets what was fetched and read of files that have changed since. */
  forget(uris: readonly string[]): void {
    for (const uri of uris) {
      this.fetched.delete(uri);
      this.added.delete(canonicalUri(uri));
      this.walking = undefined;
    }
  }

  private async bytes(uri: string): Promise<Uint8Array | undefined> {
    const fetched = this.fetched.get(uri);
    this.fetched.delete(uri);
    return fetched ?? this.files.read(uri);
  }

  /** Adds a file; the oldest ones are let go, but for those that are needed. */
  private add(uri: string, read: string, needed: ReadonlySet<string>): WorkspaceSnapshot {
    const key = canonicalUri(uri);
    // What reports are read against is for the base to know.
    const text = /none|report$/.test(recogniseFile(key, read)) ? read : '';
    const base = this.snapshot();
    this.added.delete(key);
    this.added.set(key, text);
    const others = [...this.added.keys()].filter((other) => other !== key && !needed.has(other));
    const gone = others.slice(0, Math.max(0, this.added.size - MOST_KEPT));
    for (const old of gone) {
      this.added.delete(old);
    }
    if (this.base === base && this.walking) {
      const removed = gone.map((old) => ({ uri: old, text: base.text(old) }));
      this.walking = this.walking.with([...removed, { uri, text }]);
    } else {
      this.base = base;
      const isClosed = (other: string) => base.text(other) === undefined || other === key;
      const closed = [...this.added].filter(([other]) => isClosed(other));
      const removed = gone.filter(isClosed).map((old) => ({ uri: old, text: undefined }));
      this.walking = base.with([...removed, ...closed.map(([other, words]) => ({ uri: other, text: words }))]);
    }
    return this.walking;
  }
}

/** What a report's `previous` says. */
function previousOf(uri: string, snapshot: WorkspaceSnapshot): string | undefined {
  try {
    return snapshot.report(uri)?.report.header.previous?.value;
  } catch {
    // A report that cannot be read has an `internal-error` that says so.
    return undefined;
  }
}

/** Longer than nearly every series of reports. */
const MOST_KEPT = 50;

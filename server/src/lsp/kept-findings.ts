import { isDefinition } from '../model/file-role';
import { type CacheFiles, FindingsCache, type Hash } from '../project/findings-cache';
import type { WorkspaceSnapshot } from '../project/workspace';
import type { FoundInFile } from './report-checker';

/** What a host has for keeping findings from one start to the next. */
export interface KeepingHost {
  /** Keeps texts in a folder, by its URI; undefined for one that is not on the disk. */
  readonly cacheIn: (folder: string) => CacheFiles | undefined;
  readonly hash: Hash;
  /** What is another one for every build of the server. */
  readonly engine: () => Promise<string>;
}

/** What was found in closed reports, kept from one start to the next in a folder. */
export class KeptFindings {
  private opened: Promise<FindingsCache<FoundInFile> | undefined> | undefined;
  private changes = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param complain is told why findings cannot be kept */
  constructor(
    private readonly files: CacheFiles,
    private readonly host: KeepingHost,
    private readonly complain: (reason: unknown) => void,
  ) {}

  /**
   * What is kept under the circumstances of a snapshot; what is saved from now on is this.
   *
   * @param folder URI of the workspace folder
   * @param root where what is built in lies
   */
  open(
    snapshot: WorkspaceSnapshot,
    folder: string | undefined,
    root: string,
  ): Promise<FindingsCache<FoundInFile> | undefined> {
    this.changes = 0;
    this.opened = this.openUnder(snapshot, folder, root).catch((error: unknown) => {
      this.complain(error);
      return undefined;
    });
    return this.opened;
  }

  /** Something was kept that is not saved yet. */
  changed(): void {
    this.changes++;
  }

  /** Saves what has changed before long: much of it soon, single files when there is more, or in the end. */
  saveLater(): void {
    clearTimeout(this.timer);
    if (this.changes > 0) {
      this.timer = setTimeout(() => void this.save(), this.changes < MANY ? LATER : SOON);
    }
  }

  /** Saves what has changed. */
  async save(): Promise<void> {
    clearTimeout(this.timer);
    this.changes = 0;
    try {
      await (await this.opened)?.save();
    } catch (error) {
      this.complain(error);
    }
  }

  private async openUnder(
    snapshot: WorkspaceSnapshot,
    folder: string | undefined,
    root: string,
  ): Promise<FindingsCache<FoundInFile>> {
    const definitions = [...snapshot.files.values()].filter(({ uri }) => isDefinition(snapshot.roleOf(uri)));
    return FindingsCache.open<FoundInFile>(this.files, this.host.hash, [
      await this.host.engine(),
      folder,
      root,
      snapshot.settings,
      definitions.map(({ uri, text, language }) => [uri, text, language]),
    ]);
  }
}

/** How many changes are worth being saved soon. */
const MANY = 100;

/** In milliseconds. */
const SOON = 2000;
const LATER = 60_000;

import type { FixedText } from '../project/fix-all';
import { canonicalUri } from '../project/uri';
import type { CommandHost } from './program';
import { unifiedDiff } from './unified-diff';

/** What `check --fix` has made of files: written to the disk, or kept to be shown where nothing may be written. */
export class FixedFiles {
  /** What was found in the latest check and is not written yet, by canonical URI. */
  private readonly waiting = new Map<string, Change>();
  /** What was done, since the files were first read. */
  private readonly done = new Map<string, Change>();
  /** Files that were not written, and why. */
  private readonly refused = new Map<string, keyof typeof WHY>();

  constructor(
    private readonly host: CommandHost,
    private readonly isTrial: boolean,
  ) {}

  /** Whether everybody who reads a file sees what was fixed. */
  get isOnDisk(): boolean {
    return !this.isTrial || this.done.size === 0;
  }

  /** Whether something could not be written that should have been. A file that is not UTF-8 is left alone on purpose. */
  get hasFailed(): boolean {
    return [...this.refused.values()].some((why) => why !== 'not-utf-8');
  }

  /** A host that reads what was fixed, where that is not on the disk. */
  over(host: CommandHost): CommandHost {
    const read = async (uri: string) => {
      const change = this.done.get(canonicalUri(uri));
      return change ? new TextEncoder().encode(change.after) : host.files.read(uri);
    };
    return this.isOnDisk ? host : { ...host, files: { ...host.files, read } };
  }

  /** Takes in what the fixes make of a file with this text. */
  add(uri: string, before: string, { text, count }: FixedText): void {
    const key = canonicalUri(uri);
    if (!this.refused.has(key)) {
      this.waiting.set(key, { uri, before, after: text, count });
    }
  }

  /** Writes what was added. Answers whether there was anything, so that the files have to be checked again. */
  async take(): Promise<boolean> {
    let isAny = false;
    for (const [key, change] of this.waiting) {
      const { uri, before, after, count } = change;
      const result = await (this.isTrial ? this.tryOut(change) : this.host.replace(uri, before, after));
      if (result === 'written') {
        const earlier = this.done.get(key);
        this.done.set(key, { uri, before: earlier?.before ?? before, after, count: count + (earlier?.count ?? 0) });
        isAny = true;
      } else {
        this.refused.set(key, result);
        this.host.complain(`rapporteur: ${this.host.pathOf(uri)} was not fixed: ${WHY[result]}.\n`);
      }
    }
    this.waiting.clear();
    return isAny;
  }

  /** What has changed, or would: a unified diff of all files, in the order of their paths. */
  diff(): string {
    const shown = [...this.done.values()].map(({ uri, before, after }) => ({
      path: this.host.pathOf(uri),
      before,
      after,
    }));
    shown.sort((a, b) => (a.path < b.path ? -1 : 1));
    return shown.map(({ path, before, after }) => unifiedDiff(path, before, after)).join('');
  }

  /** Says on standard error what was fixed. */
  report(): void {
    const changes = [...this.done.values()];
    const count = changes.reduce((sum, change) => sum + change.count, 0);
    const findings = `${count} ${count === 1 ? 'finding' : 'findings'}`;
    const files = `${changes.length} ${changes.length === 1 ? 'file' : 'files'}`;
    this.host.complain(
      count === 0
        ? 'Nothing can be fixed without somebody looking at it.\n'
        : `${this.isTrial ? 'Would fix' : 'Fixed'} ${findings} in ${files}.\n`,
    );
  }

  /** A file that is not UTF-8 would not be written. */
  private async tryOut({ uri }: Change): Promise<'written' | 'not-utf-8'> {
    const bytes = this.done.has(canonicalUri(uri)) ? undefined : await this.host.files.read(uri);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      return 'written';
    } catch {
      return 'not-utf-8';
    }
  }
}

interface Change {
  readonly uri: string;
  readonly before: string;
  readonly after: string;
  readonly count: number;
}

const WHY = {
  'not-utf-8': 'it is not saved as UTF-8',
  changed: 'it has changed meanwhile',
  failed: 'it cannot be written',
} as const;

import type * as lsp from 'vscode-languageserver';
import { type CacheFiles, type Dependencies, dayCounted, FindingsCache } from '../project/findings-cache';
import { canonicalUri } from '../project/uri';
import type { WorkspaceSnapshot } from '../project/workspace';
import type { FileDiagnostics } from './diagnostic-writer';
import type { KeepingHost } from './kept-findings';
import type { Session } from './session';

/** What the findings of open documents are kept with. */
export interface FirstFindingsService {
  readonly session: Session;
  readonly files: CacheFiles;
  readonly host: KeepingHost;
  /** What findings depend on besides the build, settings and files. Data for JSON. */
  readonly circumstances: readonly unknown[];
  /** Checks a document. */
  readonly check: (uri: string, snapshot: WorkspaceSnapshot) => FileDiagnostics;
  /** Is told why findings cannot be kept. */
  readonly complain: (reason: unknown) => void;
}

/**
 * The findings of open reports, kept from one start to the next in a small file of their own: with them a start answers
 * before it has read a report, or any definition. They are found under everything that decides about them, as texts:
 * the build of the server, settings, definitions, the document, the reports before it, and the day where that counts.
 * They are good until one of these changes. The document is read soon afterwards all the same, and compared.
 */
export class FirstFindings {
  /** By canonical URI. */
  private readonly recalled = new Map<string, Recalled>();
  private opened: OpenedCache | undefined;
  /** What had changed when findings were kept last. */
  private keptAt: number | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly service: FirstFindingsService) {}

  /**
   * Looks for what was kept of an open document, and reads the reports before it, as texts only.
   *
   * @returns whether {@link of} knows its findings now
   */
  async recall(uri: string): Promise<boolean> {
    const { session, complain } = this.service;
    try {
      const { circumstances, cache } = this.openCache();
      const kept = (await cache)?.kept(canonicalUri(uri), session.day);
      if (!kept) {
        return false;
      }
      const { madeOf, value } = kept;
      await session.load([...madeOf.files.keys()].filter((key) => session.file(key) === undefined).map(encodeURI));
      this.recalled.set(canonicalUri(uri), { circumstances, madeOf, value, trueAt: undefined });
      return this.of(uri) !== undefined;
    } catch (error) {
      complain(error);
      return false;
    }
  }

  /** The findings that were kept of an open document, as long as everything that they were made of is the same. */
  of(uri: string): FileDiagnostics | undefined {
    const key = canonicalUri(uri);
    const recalled = this.recalled.get(key);
    if (!recalled || !this.isTrue(key, recalled)) {
      this.recalled.delete(key);
      return undefined;
    }
    const { resultId, items } = recalled.value;
    return { resultId, count: items.length, items: () => [...items] };
  }

  /**
   * Checks a document whose findings were told as they were kept; from now on what the check finds counts.
   *
   * @returns what was kept and is not so, which is a mistake of ours; undefined where all is well
   */
  confirm(uri: string): string | undefined {
    const { session, check } = this.service;
    const kept = this.of(uri);
    this.recalled.delete(canonicalUri(uri));
    if (!kept) {
      return undefined;
    }
    const found = check(uri, session.snapshot());
    if (found.resultId === kept.resultId) {
      return undefined;
    }
    const [before, now] = [kept, found].map(({ items }) => items().map((item) => JSON.stringify(item)));
    const different = now?.find((item) => !before?.includes(item)) ?? before?.find((item) => !now?.includes(item));
    return different ?? 'another order';
  }

  /** Keeps the findings of all open documents, once nothing changes for a while. */
  keepLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), REST);
  }

  /** Keeps the findings of all open documents for the next start. */
  async save(): Promise<void> {
    this.dispose();
    const { session, complain } = this.service;
    if (this.keptAt === session.changes) {
      return;
    }
    try {
      const { circumstances, cache } = this.openCache();
      const opened = await cache;
      if (opened && circumstances === this.circumstances()) {
        this.keepAll(opened);
        await opened.save();
      }
    } catch (error) {
      complain(error);
    }
  }

  /** Nothing more is kept by itself. */
  dispose(): void {
    clearTimeout(this.timer);
  }

  private keepAll(cache: FindingsCache<FoundInDocument>): void {
    const { session, check } = this.service;
    this.keptAt = session.changes;
    for (const uri of session.openUris) {
      if (this.of(uri)) {
        // It is kept already.
        continue;
      }
      const snapshot = session.snapshot();
      const { resultId, items } = check(uri, snapshot);
      const found = { resultId, items: items() };
      // What broke may work the next time.
      const isBroken = found.items.some(({ code }) => code === 'internal-error');
      const analysed = isBroken ? undefined : snapshot.report(uri);
      if (analysed) {
        const lookedAt = [...(snapshot.lookedAt(uri) ?? [])];
        const files = new Map(lookedAt.map((key) => [key, this.fingerprint(key)]));
        cache.keep(canonicalUri(uri), { files, day: dayCounted(analysed, snapshot.today) }, found);
      }
    }
  }

  private isTrue(key: string, recalled: Recalled): boolean {
    const { session } = this.service;
    const { circumstances, madeOf } = recalled;
    if (!session.isOpen(key) || (madeOf.day !== undefined && madeOf.day !== session.day)) {
      return false;
    }
    if (recalled.trueAt !== session.changes) {
      const isSame =
        circumstances === this.circumstances() &&
        [...madeOf.files].every(([other, fingerprint]) => this.fingerprint(other) === fingerprint);
      recalled.trueAt = isSame ? session.changes : undefined;
    }
    return recalled.trueAt !== undefined;
  }

  private fingerprint(key: string): string | undefined {
    const file = this.service.session.file(key);
    // How a client writes a URI counts: findings lead to places.
    return file && this.service.host.hash(JSON.stringify([file.uri, file.language, file.text])).slice(0, DIGITS);
  }

  private circumstances(): string {
    const { session, circumstances } = this.service;
    const { definitions } = session.definitions();
    const texts = definitions.map(({ uri, text, language }) => [uri, text, language]);
    return JSON.stringify([...circumstances, session.editorSettings, texts]);
  }

  private openCache(): OpenedCache {
    const circumstances = this.circumstances();
    if (this.opened?.circumstances !== circumstances) {
      const { files, host, complain } = this.service;
      const cache = host
        .engine()
        .then((engine) =>
          FindingsCache.open<FoundInDocument>(files, host.hash, [engine, circumstances], MOST_TEXT, 'open'),
        );
      const orNothing = cache.catch((error: unknown) => {
        complain(error);
        return undefined;
      });
      this.opened = { circumstances, cache: orNothing };
    }
    return this.opened;
  }
}

/** What was found in a document, as it is sent. */
interface FoundInDocument {
  readonly resultId: string;
  readonly items: readonly lsp.Diagnostic[];
}

/** What was kept of a document that is open again. */
interface Recalled {
  readonly circumstances: string;
  readonly madeOf: Dependencies;
  readonly value: FoundInDocument;
  /** The number of changes in the session when it was last seen that all is still the same. */
  trueAt: number | undefined;
}

interface OpenedCache {
  readonly circumstances: string;
  readonly cache: Promise<FindingsCache<FoundInDocument> | undefined>;
}

/** How long after the last change findings are kept, in milliseconds. */
const REST = 5000;

/** How many digits of a digest are kept. */
const DIGITS = 32;

/** As much as is read in a moment, in UTF-16 units: enough for some ten thousand lines of drafts. */
const MOST_TEXT = 2_000_000;
